#!/bin/sh
# Installs the program that lies beside this script, or replaces an older one.
# Settings and studies are never touched. No network, no administrator rights.
set -eu
usage() {
    cat <<'TEXT'
Usage: sh install.sh [--system] [--prefix DIR]

  (no option)    for you alone, below ~/.local
  --system       for everybody, in /opt and /usr/local (as root)
  --prefix DIR   the program below DIR/opt, the rest below DIR/bin and DIR/share
TEXT
}
here=$(cd "$(dirname "$0")" && pwd)
prefix="$HOME/.local"
opt="$prefix/opt"
while [ $# -gt 0 ]; do
    case "$1" in
        --system) prefix=/usr/local; opt=/opt ;;
        --prefix) [ $# -gt 1 ] || { usage >&2; exit 2; }
                  mkdir -p "$2"; prefix=$(cd "$2" && pwd); opt="$prefix/opt"; shift ;;
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
    shift
done
target="$opt/sjogren-desktop"
share="$prefix/share"
if [ "$prefix" = "$HOME/.local" ]; then share="${XDG_DATA_HOME:-$prefix/share}"; fi
if ! mkdir -p "$opt" "$prefix/bin" "$share/applications" "$share/mime/packages" 2>/dev/null ||
    [ ! -w "$opt" ] || [ ! -w "$prefix/bin" ]; then
    echo "install.sh: $prefix cannot be written to. Install without --system, or as root." >&2
    exit 1
fi
# The new program is copied aside first, so that an interrupted copy harms nothing.
aside="$target.new.$$"
old="$target.old.$$"
trap 'rm -rf "$aside"' EXIT
trap 'exit 1' HUP INT TERM
cp -R "$here/program" "$aside"
printf '%s\n%s\n' "$prefix" "$share" >"$aside/installed-to"
if [ -e "$target" ]; then mv "$target" "$old"; fi
mv "$aside" "$target"
rm -rf "$old"
ln -sf "$target/sjogren-desktop" "$prefix/bin/sjogren-desktop"
# In a desktop file, a path in quotes needs \ before " ` $ \ and % doubled.
quoted=$(printf '%s' "$target/sjogren-desktop" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')
escaped=$(printf '"%s"' "$quoted" | sed 's/[\\&|]/\\&/g')
plain=$(printf '%s' "$target/sjogren-desktop" | sed 's/[\\&|]/\\&/g')
sed "s|^Exec=@PROGRAM@|Exec=$escaped|; s|@PROGRAM@|$plain|" \
    "$target/share/sjogren-desktop.desktop" >"$share/applications/sjogren-desktop.desktop"
cp "$target/share/sjogren-desktop.xml" "$share/mime/packages/sjogren-desktop.xml"
icons="$share/icons/hicolor"
mkdir -p "$icons/256x256/apps" "$icons/scalable/apps" "$icons/256x256/mimetypes" "$icons/scalable/mimetypes"
cp "$target/share/sjogren-desktop.png" "$icons/256x256/apps/"
cp "$target/share/sjogren-desktop.svg" "$icons/scalable/apps/"
cp "$target/share/sjogren-study.png" "$icons/256x256/mimetypes/"
cp "$target/share/sjogren-study.svg" "$icons/scalable/mimetypes/"
if command -v update-mime-database >/dev/null; then update-mime-database "$share/mime" >/dev/null 2>&1 || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database "$share/applications" >/dev/null 2>&1 || true; fi
echo "Sjögren Desktop $(cat "$target/VERSION") is installed in $target."
echo "Start it from the menu, or with $prefix/bin/sjogren-desktop"
echo "Remove it with: sh $target/uninstall.sh"
