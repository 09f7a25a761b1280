#!/bin/sh
# Fetches what is not in Debian with npm into build/viewers: pdf.js and pdfium, in which the tests look at
# PDFs, puppeteer and axe, by which they use the gallery as a reader does, and svgo, which makes an SVG small. Where they can't be had, it
# says so and goes on: the tests that need them are skipped.
set -eu
cd "$(dirname "$0")/.."
. scripts/quietly.sh
wanted=tests/tools/viewers/package.json
folder=build/viewers
cmp -s "$wanted" "$folder/package.json" && exit 0

fetch() {
    rm -rf "$folder.new"
    mkdir -p "$folder.new"
    cp "$wanted" "$folder.new"
    # Not everybody's npm comes from Debian, and two do not go together.
    command -v npm >/dev/null || echo npm | scripts/install-packages.sh /dev/stdin
    (cd "$folder.new" && timeout 180 npm install --no-package-lock --ignore-scripts --no-audit --no-fund)
}

if (quietly fetch); then
    rm -rf "$folder"
    mv "$folder.new" "$folder"
else
    echo "pdf.js, pdfium, puppeteer, axe and svgo could not be fetched: what is tried with them will be skipped" >&2
fi
