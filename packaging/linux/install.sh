#!/bin/sh
# Install LedgerDrop for this user: the program to ~/.local/lib, its command to ~/.local/bin, and an entry in the menu.
# `./install.sh --remove` takes all of that away again; accounts and the list of uploads stay.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
program="$HOME/.local/lib/ledgerdrop"
command="$HOME/.local/bin/ledgerdrop"
share="${XDG_DATA_HOME:-$HOME/.local/share}"
icons="$share/icons/hicolor"

# The program's files may not be taken away from a program that is open: it would fail at the next click.
for process in /proc/[0-9]*/exe; do
    case "$(readlink "$process" 2>/dev/null || true)" in
        "$program"/*)
            echo "LedgerDrop is open, or is still sending. Close it, then start this again." >&2
            exit 5
            ;;
    esac
done

rm -rf "$program"
rm -f "$command" "$share/applications/ledgerdrop.desktop" "$icons"/*/apps/ledgerdrop.png "$icons/scalable/apps/ledgerdrop.svg"
if [ "${1:-}" = "--remove" ]; then
    echo "LedgerDrop is removed."
    exit 0
fi
mkdir -p "$program" "$(dirname "$command")" "$share/applications" "$icons/scalable/apps"
cp -R "$here/program/." "$program"
ln -s "$program/ledgerdrop" "$command"
cp "$here/ledgerdrop.svg" "$icons/scalable/apps/"
for size in 48 128 256 512; do
    mkdir -p "$icons/${size}x$size/apps"
    cp "$here/ledgerdrop-$size.png" "$icons/${size}x$size/apps/ledgerdrop.png"
done
# Quoted as the desktop's files want it; the second pass protects what `sed` itself would read.
quoted=$(printf '%s' "$command" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g' | sed -e 's/[\\&|]/\\&/g')
sed "s|^Exec=ledgerdrop|Exec=\"$quoted\"|" "$here/ledgerdrop.desktop" > "$share/applications/ledgerdrop.desktop"
echo "LedgerDrop is installed: find it in the menu, or run $command"
