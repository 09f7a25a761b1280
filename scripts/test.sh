#!/bin/sh
# Runs all tests: installs the packages that are missing, builds with the address and
# undefined-behaviour sanitizers, and runs ctest.
#
#   scripts/test.sh            everything, as continuous integration does
#   scripts/test.sh --fast     without what takes long: all figures of the report, the bound annex,
#                              and what Inkscape and Chromium make of figures. For every change.
#   scripts/test.sh -R cli.    further options are ctest's
set -eu
cd "$(dirname "$0")/.."
. scripts/quietly.sh

build_debug() {
    cmake --preset debug && cmake --build --preset debug --parallel "$(nproc)"
}

if [ "${1:-}" = --fast ]; then
    shift
    set -- --label-exclude slow "$@"
fi
scripts/install-packages.sh scripts/packages-build.txt scripts/packages-test.txt
quietly build_debug
exec ctest --preset debug --parallel "$(nproc)" "$@"
