#!/bin/sh
# Remove what install.sh installed; your texts, settings and dictionary stay.
set -eu

program=$(cd "$(dirname "$0")" && pwd)
prefix=${program%/lib/copyedge}
list="$program/installed-files"
if [ "$prefix" = "$program" ] || [ ! -f "$list" ]; then
  echo "uninstall.sh: this is not where install.sh put Copyedge; run the one in PREFIX/lib/copyedge." >&2
  exit 1
fi
if [ ! -w "$program" ]; then
  echo "uninstall.sh: $program belongs to somebody else. Try: sudo $program/uninstall.sh" >&2
  exit 1
fi
while IFS= read -r file; do
  rm -f "$prefix/$file"
done < "$list"
# A cache that has nothing to remember any more.
for cache in share/applications/mimeinfo.cache share/icons/hicolor/icon-theme.cache; do
  folder=$(dirname "$prefix/$cache")
  if [ -f "$prefix/$cache" ] && [ -z "$(find "$folder" -type f ! -path "$prefix/$cache")" ]; then
    rm -f "$prefix/$cache"
  fi
done
if command -v update-desktop-database > /dev/null 2>&1 && [ -f "$prefix/share/applications/mimeinfo.cache" ]; then
  update-desktop-database -q "$prefix/share/applications" > /dev/null 2>&1 || true
fi
# Folders that are empty now; those in which something else lies stay.
sed 's|/[^/]*$||' "$list" | sort -ru | while IFS= read -r folder; do
  while rmdir "$prefix/$folder" 2> /dev/null && [ "$folder" != "${folder%/*}" ]; do folder=${folder%/*}; done
done
rm -rf "$program"
rmdir "$prefix/lib" "$prefix/bin" "$prefix/share" 2> /dev/null || true
[ "${1:-}" = --quiet ] || echo "Copyedge is removed. Your settings and dictionary are still in ~/.config/copyedge."
