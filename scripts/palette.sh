#!/bin/sh
# Writes the tables of docs/palette.md anew, from the styles as they are. Wants the tests to be built:
# scripts/palette.sh [BUILD_FOLDER], which is build/release when it is left out.
set -eu
cd "$(dirname "$0")/.."
page=docs/palette.md
{
    sed '/^<!-- What follows/q' "$page"
    "${1:-build/release}/tests/palette_table" . tests/study/palette.txt study print-grey dark
} >"$page.part" || echo "$page: not all of it holds" >&2
mv "$page.part" "$page"
