#!/bin/sh
# Runs all tests: installs the packages that are missing, builds with the address and
# undefined-behaviour sanitizers, and runs ctest.
#
#   scripts/test.sh            everything, as continuous integration does
#   scripts/test.sh --fast     without what takes long: all figures of the report, the bound annex,
#                              and what Inkscape and Chromium make of figures. For every change.
#   scripts/test.sh --long     with what is left to chance tried often: 200 kills, 50 times two runs
#                              at once. Takes half an hour more.
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
if [ "${1:-}" = --long ]; then
    shift
    export SK_LONG=1 # tests/cli/lib.sh
fi
scripts/install-packages.sh scripts/packages-build.txt scripts/packages-test.txt
scripts/install-viewers.sh
quietly build_debug
exec ctest --preset debug --parallel "$(nproc)" "$@"
