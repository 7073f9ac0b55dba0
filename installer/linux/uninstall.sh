#!/bin/sh
# Removes the program and, unless told otherwise, what it remembers for you.
# Studies are never touched.
set -eu
keep=no
case "${1:-}" in
    "") ;;
    --keep-settings) keep=yes ;;
    *) echo "Usage: sh uninstall.sh [--keep-settings]" >&2; exit 2 ;;
esac
target=$(cd "$(dirname "$0")" && pwd)
if [ ! -f "$target/installed-to" ] || [ ! -f "$target/sjogren-desktop" ]; then
    echo "uninstall.sh: $target is not an installed Sjögren Desktop; nothing was removed." >&2
    exit 1
fi
prefix=$(sed -n 1p "$target/installed-to")
share=$(sed -n 2p "$target/installed-to")
icons="$share/icons/hicolor"
rm -f "$prefix/bin/sjogren-desktop" "$share/applications/sjogren-desktop.desktop" \
    "$share/mime/packages/sjogren-desktop.xml" \
    "$icons/256x256/apps/sjogren-desktop.png" "$icons/scalable/apps/sjogren-desktop.svg" \
    "$icons/256x256/mimetypes/sjogren-study.png" "$icons/scalable/mimetypes/sjogren-study.svg"
if command -v update-mime-database >/dev/null && [ -d "$share/mime" ]; then
    update-mime-database "$share/mime" >/dev/null 2>&1 || true
    # what is left when no other program has a type: an empty database
    if [ -z "$(ls -A "$share/mime/packages" 2>/dev/null)" ] && [ "$share" != /usr/local/share ]; then
        rm -rf "$share/mime"
    fi
fi
if command -v update-desktop-database >/dev/null && [ -d "$share/applications" ]; then
    update-desktop-database "$share/applications" >/dev/null 2>&1 || true
    if [ "$(ls -A "$share/applications")" = mimeinfo.cache ]; then rm -f "$share/applications/mimeinfo.cache"; fi
fi
rm -rf "$target"
if [ "$keep" = no ]; then
    config="${XDG_CONFIG_HOME:-$HOME/.config}/Sjogren Desktop"
    data="${XDG_DATA_HOME:-$HOME/.local/share}/Sjogren Desktop/Sjogren Desktop"
    rm -f "$config/Sjogren Desktop.conf" "$config/Sjogren Desktop/layouts.mapping.json"
    rm -rf "$data/reports" "$data/matplotlib"
    rm -f "$data/session.json" "$data/session.lock"
    for folder in "$config/Sjogren Desktop" "$config" "$(dirname "$config")" "$data" "$(dirname "$data")"; do
        rmdir "$folder" 2>/dev/null || true
    done
fi
for folder in "$share/applications" "$share/mime/packages" "$share/mime" \
    "$icons/256x256/apps" "$icons/scalable/apps" "$icons/256x256/mimetypes" "$icons/scalable/mimetypes" \
    "$icons/256x256" "$icons/scalable" "$icons" "$share/icons" "$prefix/bin" "$prefix/opt"; do
    [ "$prefix" = /usr/local ] || rmdir "$folder" 2>/dev/null || true
done
if [ "$prefix" = "$HOME/.local" ]; then rmdir "$share" "$prefix" 2>/dev/null || true; fi
echo "Sjögren Desktop was removed. Your studies are where you put them."
