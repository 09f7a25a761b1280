#!/bin/sh
# Runs all tests: installs the packages that are missing, builds with the address and
# undefined-behaviour sanitizers, and runs ctest with the options that are given here.
set -eu
cd "$(dirname "$0")/.."
. scripts/quietly.sh

build_debug() {
    cmake --preset debug && cmake --build --preset debug --parallel "$(nproc)"
}

scripts/install-packages.sh scripts/packages-build.txt scripts/packages-test.txt
quietly build_debug
exec ctest --preset debug --parallel "$(nproc)" "$@"
