#!/bin/bash
# Installs, starts, upgrades and removes the Windows package under Wine, as root.
#
# Usage: bash try.sh SETUP.exe ROOT OUTPUT
#
# ROOT is a folder with a minimal Debian 13 (debootstrap trixie), to which wine64,
# xvfb, openbox, imagemagick, xdotool and procps were added; older releases of Wine
# cannot show Qt. The user is called Zoë. Before the program is started, the copy that
# was installed is changed by stand_ins.py: this tests the program and the installer,
# not Windows.
set -eu
[ $# -eq 3 ] || { sed -n 2,11p "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
setup=$1 root=$2 output=$3
inside=srv/try
work="$root/$inside"
programs="prefix/drive_c/users/Zoë/AppData/Local/Programs/Sjogren Desktop"
rm -rf "$work"
mkdir -p "$work" "$output"
cp "$setup" "$work/setup.exe"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc" || mount --bind /proc "$root/proc"
trap 'umount "$root/proc" || true' EXIT
cat >"$work/environment.sh" <<'INSIDE'
export HOME="$try/home" USER=Zoë LANG=C.UTF-8 WINEPREFIX="$try/prefix" WINEDEBUG=-all
export PATH=/usr/bin:/bin
folder="$WINEPREFIX/drive_c/users/Zoë/AppData/Local/Programs/Sjogren Desktop"
mkdir -p "$HOME"
# Wine wants its input closed and its output in a pipe.
run() { wine "$@" </dev/null 2>&1 | cat; }
install_silently() { run "$try/setup.exe" /S; test -f "$folder/sjogren-desktop.exe"; }
INSIDE
cat >"$work/install.sh" <<'INSIDE'
try=$(cd "$(dirname "$0")" && pwd)
. "$try/environment.sh"
run wineboot -i
install_silently
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
wine ./sjogren-desktop.exe 'C:\users\Zoë\demo' </dev/null 2>&1 | cat >"$try/window.txt" &
for _ in $(seq 300); do
    xdotool search --onlyvisible --name Sj >/dev/null 2>&1 && break
    sleep 0.2
done
sleep "${SETTLE:-75}"
import -window root "$try/window.png"
xdotool key alt+a
sleep 3
xdotool key F5
sleep "${SETTLE:-75}"
import -window root "$try/analysis.png"
echo "windows: $(xdotool search --onlyvisible --name Sj | wc -l)"
wine "$try/setup.exe" /S </dev/null 2>&1 | cat
echo "installing while the program runs: exit ${PIPESTATUS[0]}"
xdotool key ctrl+q
sleep 10
run wineboot -k || true
kill "$screen"
INSIDE
cat >"$work/remove.sh" <<'INSIDE'
try=$(cd "$(dirname "$0")" && pwd)
. "$try/environment.sh"
echo kept >"$WINEPREFIX/drive_c/users/Zoë/mine.sjd"
run reg query 'HKCU\Software\Sjogren Desktop\Sjogren Desktop' /v theme
install_silently
echo "settings after installing again:"
run reg query 'HKCU\Software\Sjogren Desktop\Sjogren Desktop' /v theme
wine "$folder/uninstall.exe" /S </dev/null 2>&1 | cat
for _ in $(seq 60); do [ -e "$folder" ] || break; sleep 1; done
echo "left behind:"
find "$folder" 2>/dev/null || true
find "$WINEPREFIX/drive_c/users" -name '*.lnk' -o -name '*.sjd'
run reg query 'HKCU\Software' /s | grep -i -E 'sjogren|\.sjd' || echo "nothing in the registry"
run wineboot -k || true
INSIDE
chroot "$root" bash "/$inside/install.sh" 2>&1 | tee "$output/account.txt"
python3 "$here/stand_ins.py" "$work/$programs" 2>&1 | tee -a "$output/account.txt"
chroot "$root" bash "/$inside/start.sh" 2>&1 | tee -a "$output/account.txt"
chroot "$root" bash "/$inside/remove.sh" 2>&1 | tee -a "$output/account.txt"
cp -R "$work"/*.png "$work/results" "$work/run.txt" "$work/window.txt" "$work/prefix/drive_c/report.txt" "$output/" || true
