#!/bin/bash
# Installs, starts, upgrades and removes the Windows package under Wine, as root.
#
# Usage: bash try.sh SETUP.exe ROOT OUTPUT [OLDER-SETUP.exe]
#
# ROOT is a folder with a minimal Debian 13 (debootstrap trixie), to which wine64,
# xvfb, openbox, imagemagick, xdotool and procps were added; older releases of Wine
# cannot show Qt. The user is called Zoë. Before the program is started, the copy that
# was installed is changed by stand_ins.py: this tests the program and the installer,
# not Windows. With an older package, that is installed first and upgraded.
#
# PYTHON may name the Python of the program's own environment with pefile added; it
# changes the copy and writes the workbook and the Parquet file that are read as a test.
set -eu
case $# in 3 | 4) ;; *) sed -n 2,15p "$0" >&2; exit 2 ;; esac
here=$(cd "$(dirname "$0")" && pwd)
setup=$1 root=$2 output=$3 older=${4:-$1}
python=${PYTHON:-python3}
inside=srv/try
work="$root/$inside"
programs="prefix/drive_c/users/Zoë/AppData/Local/Programs/Sjogren Desktop"
rm -rf "$work"
mkdir -p "$work" "$output"
cp "$setup" "$work/setup.exe"
cp "$older" "$work/older.exe"
mkdir -p "$work/others"
"$python" - "$work/others" <<'PYTHON'
import sys
from pathlib import Path
import pandas as pd
records = pd.DataFrame({"USUBJID": [f"S{n:03d}" for n in range(40)], "AGE": range(30, 70),
                        "ARM": ["Placebo", "Aktiv"] * 20, "SEX": ["F", "M"] * 20})
records.to_excel(Path(sys.argv[1]) / "adsl.xlsx", index=False)
records.to_parquet(Path(sys.argv[1]) / "adsl.parquet", engine="fastparquet")
PYTHON
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc" || mount --bind /proc "$root/proc"
# From there Wine knows how many processors there are; the program takes as many processes.
mountpoint -q "$root/sys" || mount -t sysfs -o ro sys "$root/sys" || mount --bind /sys "$root/sys"
trap 'umount "$root/proc" "$root/sys" || true' EXIT
cat >"$work/environment.sh" <<'INSIDE'
export HOME="$try/home" USER=Zoë LANG=C.UTF-8 WINEPREFIX="$try/prefix" WINEDEBUG=-all
export PATH=/usr/bin:/bin XDG_RUNTIME_DIR="$try/runtime"
folder="$WINEPREFIX/drive_c/users/Zoë/AppData/Local/Programs/Sjogren Desktop"
mkdir -p "$HOME" "$XDG_RUNTIME_DIR"
# Wine wants its input closed and its output in a pipe.
run() { wine "$@" </dev/null 2>&1 | cat; }
install_silently() { run "$1" /S; test -f "$folder/sjogren-desktop.exe"; }
# traces NAME: list all files of the drive and all values of the registry.
traces() {
    find "$WINEPREFIX/drive_c" | sort >"$try/$1-files.txt"
    for root in HKCU HKLM; do
        run reg export "$root" "C:\\$root.reg" /y >/dev/null
        iconv -f UTF-16 -t UTF-8 "$WINEPREFIX/drive_c/$root.reg" | tr -d '\r' |
            awk '/^\[/ { key = $0; print } /^["@]/ { print key, substr($0, 1, index($0, "=") - 1) }'
        rm "$WINEPREFIX/drive_c/$root.reg"
    done | sort -u >"$try/$1-registry.txt"
}
INSIDE
cat >"$work/install.sh" <<'INSIDE'
try=$(cd "$(dirname "$0")" && pwd)
. "$try/environment.sh"
run wineboot -i
run wineboot -r
traces before
install_silently "$try/older.exe"
run reg add 'HKCU\Software\Sjogren Desktop\Sjogren Desktop' /v theme /d dark /f
install_silently "$try/setup.exe"
echo "settings after the upgrade:"
run reg query 'HKCU\Software\Sjogren Desktop\Sjogren Desktop' /v theme
run reg query 'HKCU\Software\Sjogren Desktop\Installer' /v Version
du -sb "$folder" | cut -f 1
find "$WINEPREFIX/drive_c/users" -name '*.lnk'
run reg query 'HKCU\Software\Classes\.sjd' /ve
run reg query 'HKCU\Software\Classes\SjogrenDesktop.Study\shell\open\command' /ve
INSIDE
cat >"$work/start.sh" <<'INSIDE'
try=$(cd "$(dirname "$0")" && pwd)
. "$try/environment.sh"
# A display that is free: the root shares those of the system around it.
Xvfb -displayfd 3 -screen 0 1400x900x24 >/dev/null 2>&1 3>"$try/display" &
screen=$!
until [ -s "$try/display" ]; do sleep 0.1; done
DISPLAY=":$(cat "$try/display")"
export DISPLAY
openbox >/dev/null 2>&1 &
cd "$folder"
run ./sjogren-desktop-console.exe --version
run ./sjogren-desktop-console.exe self-test --out 'C:\report.txt' | tail -n 1
run ./sjogren-desktop-console.exe demo 'C:\users\Zoë\demo'
# A folder whose name is longer than Windows allowed once, for the data and for the results.
long='C:\users\Zoë\'
for _ in 1 2 3 4 5 6; do long="$long"'Ordner mit einem Namen von über fünfzig Zeichen darin\'; done
run ./sjogren-desktop-console.exe demo "${long}demo"
run ./sjogren-desktop-console.exe run "${long}demo" --only mmrm_change \
    --format docx pdf --out "${long}results" >"$try/run.txt"
tail -n 3 "$try/run.txt"
find "$WINEPREFIX/drive_c/users/Zoë" -name 'results.*' | sed 's|.*/||' | sort
find "$WINEPREFIX/drive_c/users/Zoë" -name results -exec cp -R {} "$try/" \;
cp -R "$try/others" "$WINEPREFIX/drive_c/others"
# Workbooks and Parquet are read, and several analyses are run, by processes of their own.
for file in adsl.xlsx adsl.parquet; do
    echo "deidentify $file:"
    run ./sjogren-desktop-console.exe deidentify "C:\\others\\$file" --out "C:\\others\\$file-out" | tail -n 3
done
# Most processes seen at once that were started with the words given.
most() {
    local seen=0 now
    while [ ! -e "$try/stop" ]; do
        now=$(pgrep -fc "$1") || true
        [ "$now" -le "$seen" ] || seen=$now
        sleep 0.2
    done
    echo "at most $seen processes at once of $1" >>"$try/processes.txt"
}
watch() { rm -f "$try/stop"; most '\.exe -m sjogren_desktop.crew' & watcher=$!; }
unwatch() { touch "$try/stop"; wait "$watcher"; }
watch
several() {
    run ./sjogren-desktop-console.exe run 'C:\users\Zoë\demo' --out 'C:\users\Zoë\all' \
        --only ancova_visit demographics ae_overview ae_terms deaths_sae
}
several >"$try/all.txt"
unwatch
tail -n 3 "$try/all.txt"
# Processor time of the program's processes, in hundredths of a second.
computed() {
    for process in /proc/[0-9]*; do
        if tr '\0' ' ' 2>/dev/null <"$process/cmdline" | grep -q -E 'sjogren-desktop(-console)?\.exe'; then
            sed 's/.*) //' "$process/stat" 2>/dev/null
        fi
    done | awk '{ spent += $12 + $13 } END { print spent + 0 }'
}
# Wait until the program has been at rest for 20 seconds: it computes little and the screen stays
# the same. A busy computer lets it neither compute nor draw for long.
settled() {
    local before=none now still=0 spent=0 then
    sleep 10
    for _ in $(seq "${SETTLE:-120}"); do
        now=$(import -window root rgb:- | md5sum) then=$spent spent=$(computed)
        if [ "$now" = "$before" ] && [ $((spent - then)) -lt 10 ]; then still=$((still + 1)); else still=0; fi
        [ "$still" -lt 4 ] || return 0
        before=$now
        sleep 5
    done
}
# shown PICTURE FILE...: start the window, wait until it is there and at rest, take its picture.
shown() {
    local picture=$1 begun ended
    shift
    begun=$(date +%s.%N)
    wine ./sjogren-desktop.exe "$@" </dev/null 2>&1 | cat >"$try/window.txt" &
    until xdotool search --onlyvisible --name Sj >/dev/null 2>&1; do sleep 0.1; done
    ended=$(date +%s.%N)
    echo "$picture: $(echo "$begun $ended" | awk '{printf "%.1f", $2 - $1}') s to the window"
    settled
    import -window root "$try/$picture.png"
}
# Press a key in the window, which may have lost the keyboard to a dialog that is gone.
press() {
    timeout 10 xdotool search --onlyvisible --name Sj windowactivate --sync >/dev/null 2>&1 || true
    xdotool key "$1"
}
closed() {
    press ctrl+q
    for _ in $(seq 60); do
        pgrep -f sjogren-desktop.exe >/dev/null || break
        sleep 0.5
    done
    echo "processes left after closing: $(pgrep -fc sjogren-desktop.exe)"
}
shown first
closed
shown window 'C:\users\Zoë\demo'
press alt+a
sleep 3
watch
press F5
settled
unwatch
import -window root "$try/analysis.png"
press ctrl+e
settled
import -window root "$try/dialog.png"
xdotool key ctrl+a
xdotool type 'C:\users\exported.xlsx'
xdotool key Return
settled
import -window root "$try/exported.png"
ls -l "$WINEPREFIX/drive_c/users/exported.xlsx" | cut -d ' ' -f 5 || true
cp "$WINEPREFIX/drive_c/users/exported.xlsx" "$try/" || true
rm -f "$WINEPREFIX/drive_c/users/exported.xlsx"
echo "windows: $(xdotool search --onlyvisible --name Sj | wc -l)"
wine "$try/setup.exe" /S </dev/null 2>&1 | cat
echo "installing while the window is open: exit ${PIPESTATUS[0]}"
closed
cat "$try/processes.txt"
# A fault: in the copy, running an analysis fails with a message that names a patient.
python() { sed -i 's/^        from sjogren_desktop.__main__ import main as start/'"$1"'\n&/' app/entry.py; }
python '        from sjogren_desktop.gui.main_window import MainWindow\n        MainWindow.run = lambda self: int("S001 is 43")'
shown demonstration 'C:\users\Zoë\demo'
press alt+a
sleep 3
press F5
sleep 10
import -window root "$try/fault.png"
xdotool key Escape
sleep 2
closed
for report in "$WINEPREFIX/drive_c/users/Zoë/AppData/Local/Sjogren Desktop/Sjogren Desktop/reports/"fault-*.txt; do
    cp "$report" "$try/fault.txt" && cat "$report"
    grep -c -E 'S001|Zo.|demo' "$report" || true
done
several >/dev/null &
sleep 10
wine "$try/setup.exe" /S </dev/null 2>&1 | cat
echo "installing while the console program runs: exit ${PIPESTATUS[0]}"
wait "$!" || true
run wineboot -k || true
kill "$screen"
INSIDE
cat >"$work/remove.sh" <<'INSIDE'
try=$(cd "$(dirname "$0")" && pwd)
. "$try/environment.sh"
echo kept >"$WINEPREFIX/drive_c/users/Zoë/mine.sjd"
run reg query 'HKCU\Software\Sjogren Desktop\Sjogren Desktop' /v theme
install_silently "$try/setup.exe"
echo "settings after installing again:"
run reg query 'HKCU\Software\Sjogren Desktop\Sjogren Desktop' /v theme
wine "$folder/uninstall.exe" /S </dev/null 2>&1 | cat
for _ in $(seq 60); do [ -e "$folder" ] || break; sleep 1; done
# For all users, and into a folder of one's own choice.
everybody="$WINEPREFIX/drive_c/Program Files/Sjogren Desktop" chosen="$WINEPREFIX/drive_c/Prögramm"
for words in /ALLUSERS '/D=C:\Prögramm'; do
    case $words in /D=*) place=$chosen ;; *) place=$everybody ;; esac
    # NSIS wants /D last
    case $words in /D=*) run "$try/setup.exe" /S "$words" ;; *) run "$try/setup.exe" "$words" /S ;; esac
    test -f "$place/sjogren-desktop.exe" && echo "installed with $words"
    wine "$place/uninstall.exe" /S </dev/null 2>&1 | cat
    for _ in $(seq 60); do [ -e "$place" ] || break; sleep 1; done
done
sleep 5 # the uninstaller's copy of itself is deleted when that has ended
traces after
# What this trial itself made, and what Wine notes of programs it starts.
made='/(demo|all|others|results|Ordner mit [^/]*)(/|$)|/(mine\.sjd|report\.txt)$'
wines='\[HKEY_[A-Z_]*\\(Software\\Wine|System|Hardware|Volatile Environment)|\\Explorer\\(MenuFiles|Shell Folders|SessionInfo|Accent)'
wines="$wines"'|^\[HKEY_CURRENT_USER\\Software\\Classes\]$'
{
    comm -13 "$try/before-files.txt" "$try/after-files.txt" | grep -v -E "$made"
    comm -13 "$try/before-registry.txt" "$try/after-registry.txt" | grep -v -i -E "$wines"
} >"$try/left.txt"
echo "left behind, beside studies and what was exported: $(wc -l <"$try/left.txt")"
cat "$try/left.txt"
test -f "$WINEPREFIX/drive_c/users/Zoë/mine.sjd" && echo "the user's study is there"
run wineboot -k || true
INSIDE
chroot "$root" bash "/$inside/install.sh" 2>&1 | tee "$output/account.txt"
"$python" "$here/stand_ins.py" "$work/$programs" 2>&1 | tee -a "$output/account.txt"
chroot "$root" bash "/$inside/start.sh" 2>&1 | tee -a "$output/account.txt"
chroot "$root" bash "/$inside/remove.sh" 2>&1 | tee -a "$output/account.txt"
cp -R "$work"/*.png "$work"/*.txt "$work/results" "$work"/exported.xlsx "$work/prefix/drive_c/report.txt" "$output/" || true
[ -f "$work/left.txt" ] && [ ! -s "$work/left.txt" ] || { echo "try.sh: the removed program left something behind." >&2; exit 1; }
[ -f "$work/prefix/drive_c/users/Zoë/mine.sjd" ] || { echo "try.sh: a study was removed." >&2; exit 1; }
[ -s "$work/exported.xlsx" ] || { echo "try.sh: no workbook was exported from the window." >&2; exit 1; }
