#!/bin/sh
# Installs and starts the Linux package in a bare Debian without Python, as root.
#
# Usage: sh clean_root.sh PACKAGE.tar.xz ROOT OUTPUT
#
# ROOT is a folder with a minimal Debian, made by
#   debootstrap --variant=minbase trixie ROOT
# to which xvfb, matchbox-window-manager (openbox brings a Python), imagemagick, xdotool and
# the libraries of README.txt were added.
# OUTPUT receives the self-test, the exported workbook, start times and pictures.
set -eu
[ $# -eq 3 ] || { sed -n 2,10p "$0" >&2; exit 2; }
package=$1 root=$2 output=$3
mkdir -p "$output"
inside=srv/try
work="$root/$inside"
rm -rf "$work"
mkdir -p "$work" "$root/dev"
tar xf "$package" -C "$work"
if chroot "$root" sh -c 'command -v python3'; then
    echo "clean_root.sh: $root has a Python; use a minimal system." >&2
    exit 2
fi
cat >"$work/inside.sh" <<'INSIDE'
set -eu
try=$(cd "$(dirname "$0")" && pwd)
export HOME="$try/user" LANG=C.UTF-8 PATH=/usr/bin:/bin:/usr/sbin:/sbin
mkdir -p "$HOME"
ls -A /tmp >"$try/temporary.txt"
echo kept >"$HOME/mine.sjd"
touch "$try/begun"
cd "$HOME"
sh "$try"/sjogren-desktop-*/install.sh
program="$HOME/.local/bin/sjogren-desktop"
"$program" --version
"$program" self-test --out "$try/self-test.txt" >/dev/null
tail -n 1 "$try/self-test.txt"
"$program" demo "$HOME/demonstration"
"$program" run "$HOME/demonstration" --out "$try/results" --only mmrm_change >"$try/run.txt" 2>&1
ls "$try/results"
# A display that is free: the root shares those of the system around it.
Xvfb -displayfd 3 -screen 0 1400x900x24 >/dev/null 2>&1 3>"$try/display" &
screen=$!
until [ -s "$try/display" ]; do sleep 0.1; done
DISPLAY=":$(cat "$try/display")"
export DISPLAY
matchbox-window-manager >/dev/null 2>&1 &
# Processor time of the program's processes, in hundredths of a second.
computed() {
    for process in /proc/[0-9]*; do
        if tr '\0' ' ' 2>/dev/null <"$process/cmdline" | grep -q "^$HOME/.local/"; then
            sed 's/.*) //' "$process/stat" 2>/dev/null
        fi
    done | awk '{ spent += $12 + $13 } END { print spent + 0 }'
}
# Wait until the program has been at rest for 12 seconds: it computes little and the screen stays
# the same. A busy computer lets it neither compute nor draw for long.
settled() {
    sleep 4
    before=none still=0 looks=0 spent=0
    while [ "$still" -lt 4 ] && [ "$looks" -lt "${SETTLE:-120}" ]; do
        sleep 3
        now=$(import -window root rgb:- | md5sum) then=$spent spent=$(computed)
        if [ "$now" = "$before" ] && [ $((spent - then)) -lt 6 ]; then still=$((still + 1)); else still=0; fi
        before=$now looks=$((looks + 1))
    done
}
for attempt in 1 2 3; do
    begun=$(date +%s.%N)
    "$program" "$HOME/demonstration" 2>"$try/window-$attempt.txt" &
    window=$!
    until xdotool search --onlyvisible --name "Sj" >/dev/null 2>&1; do sleep 0.02; done
    ended=$(date +%s.%N)
    echo "start $attempt: $(echo "$begun $ended" | awk '{printf "%.2f", $2 - $1}') s to the first window"
    settled
    import -window root "$try/window-$attempt.png"
    if [ "$attempt" -lt 3 ]; then kill "$window"; wait "$window" 2>/dev/null || true; fi
done
xdotool search --onlyvisible --name "Sj" windowactivate --sync key --clearmodifiers alt+a
sleep 2
xdotool key F5
settled
import -window root "$try/analysis.png"
xdotool key ctrl+e
settled
xdotool key ctrl+a
xdotool type "$try/exported.xlsx"
sleep 1
xdotool key Return
settled
import -window root "$try/exported.png"
ls -l "$try/exported.xlsx" || true
# A crash of the program itself: the next start tells of the report, which names no data.
kill -SEGV "$window"
wait "$window" 2>/dev/null || true
"$program" 2>/dev/null &
window=$!
settled
import -window root "$try/crash.png"
cat "$HOME/.local/share/Sjogren Desktop/Sjogren Desktop/reports/"fault-*-crash.txt | tee "$try/crash.txt" | head -n 12
echo "lines of the report with a path of the user: $(grep -c "$HOME" "$try/crash.txt")"
# Closed as a user does, so that settings are written.
# The window may be gone before the key is let go, which is an error of the tool.
xdotool search --onlyvisible --name "Sj" windowactivate --sync key --clearmodifiers ctrl+q || true
for _ in $(seq 60); do kill -0 "$window" 2>/dev/null || break; sleep 1; done
kill "$window" 2>/dev/null && echo "the window was not closed by Ctrl+Q"
wait "$window" 2>/dev/null || echo "closing the window: exit $?"
ls "$HOME/.config"
sh "$HOME/.local/opt/sjogren-desktop/uninstall.sh"
# All that is new, but for the studies.
{
    find "$HOME" -mindepth 1 -not -path "$HOME/demonstration*" -not -name mine.sjd
    find / -xdev -newer "$try/begun" -not -type d -not -path "$try/*" -not -path "/proc/*" \
        -not -path "/tmp/.X*" -not -path "/var/cache/fontconfig/*"
    ls -A /tmp | grep -v -x -F -f "$try/temporary.txt" | grep -v '^\.X'
} >"$try/left.txt" || true
echo "left behind, beside studies: $(wc -l <"$try/left.txt")"
cat "$try/left.txt"
kill "$screen" || true
INSIDE
mount -t proc proc "$root/proc" 2>/dev/null || mount --bind /proc "$root/proc"
trap 'umount "$root/proc" 2>/dev/null || true' EXIT
chroot "$root" sh "/$inside/inside.sh" 2>&1 | tee "$output/account.txt"
cp -R "$work"/*.png "$work"/*.txt "$work"/*.xlsx "$work/results" "$output/" || true
[ -f "$work/left.txt" ] && [ ! -s "$work/left.txt" ] || { echo "clean_root.sh: the removed program left something behind." >&2; exit 1; }
[ -f "$work/user/mine.sjd" ] || { echo "clean_root.sh: a study was removed." >&2; exit 1; }
[ -s "$work/exported.xlsx" ] || { echo "clean_root.sh: no workbook was exported from the window." >&2; exit 1; }
