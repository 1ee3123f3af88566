#!/bin/sh
# Install Copyedge from this folder: for you alone, or with --system (as root) for everybody.
set -eu

usage() {
  echo "usage: ./install.sh [--system | --prefix FOLDER]"
  echo "  without options  into ~/.local, for you alone"
  echo "  --system         into /usr/local, for everybody on this computer (as root)"
  echo "  --prefix FOLDER  into another folder"
}

here=$(cd "$(dirname "$0")" && pwd)
prefix="${HOME:-/root}/.local"
while [ $# -gt 0 ]; do
  case "$1" in
    --system) prefix=/usr/local ;;
    --prefix)
      [ $# -gt 1 ] || { usage >&2; exit 2; }
      shift
      prefix=$1
      ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
case "$prefix" in /*) ;; *) prefix="$PWD/$prefix" ;; esac

mkdir -p "$prefix" 2> /dev/null || true
if [ ! -w "$prefix" ]; then
  echo "install.sh: $prefix cannot be written to. For the whole computer: sudo ./install.sh --system" >&2
  exit 1
fi
case "$prefix" in
  *[\ \"\|\&\\]*)
    echo "install.sh: menus do not understand a folder with spaces or quotes in its name: $prefix" >&2
    exit 1
    ;;
esac
program="$prefix/lib/copyedge"
# An older version goes first, so that no file of it stays behind.
if [ -x "$program/uninstall.sh" ]; then
  "$program/uninstall.sh" --quiet
elif [ -e "$program" ]; then
  echo "install.sh: $program is there but was not put there by this script. Move it away first." >&2
  exit 1
fi

if [ -e "$prefix/bin/copyedge" ] && [ ! -L "$prefix/bin/copyedge" ]; then
  echo "install.sh: $prefix/bin/copyedge is another program. Move it away first." >&2
  exit 1
fi

mkdir -p "$prefix/lib" "$prefix/bin"
cp -R "$here/lib/copyedge" "$program"
cp "$here/uninstall.sh" "$program/uninstall.sh"
chmod 755 "$program/uninstall.sh"
ln -sf ../lib/copyedge/copyedge "$prefix/bin/copyedge"
list="$program/installed-files"
echo "bin/copyedge" > "$list"
(cd "$here" && find share -type f | sort) | while IFS= read -r file; do
  mkdir -p "$prefix/$(dirname "$file")"
  case "$file" in
    # ~/.local/bin is not on every desktop's path: the menu entry names the program in full.
    *.desktop)
      sed -e "s|^Exec=copyedge|Exec=$prefix/bin/copyedge|" -e "s|^TryExec=copyedge|TryExec=$prefix/bin/copyedge|" \
        "$here/$file" > "$prefix/$file"
      ;;
    *) cp "$here/$file" "$prefix/$file" ;;
  esac
  echo "$file" >> "$list"
done

# What menus remember of their entries; without these commands they find out by themselves.
if command -v update-desktop-database > /dev/null 2>&1; then
  update-desktop-database -q "$prefix/share/applications" > /dev/null 2>&1 || true
fi
if command -v gtk-update-icon-cache > /dev/null 2>&1; then
  gtk-update-icon-cache -q -t -f "$prefix/share/icons/hicolor" > /dev/null 2>&1 || true
fi
missing=$("$program/copyedge" --version 2>&1 > /dev/null || true)
if [ -n "$missing" ]; then
  echo "install.sh: it is installed, but does not start here: $missing" >&2
  exit 1
fi
echo "Copyedge is installed in $program."
case ":${PATH:-}:" in *":$prefix/bin:"*) ;; *) echo "Add $prefix/bin to your PATH to call it from a terminal." ;; esac
echo "To remove it: $program/uninstall.sh"
