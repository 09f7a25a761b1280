#!/bin/sh
# Makes the Debian package: installs what is missing, builds the release version, and says where the
# package is. To install it: apt install ./build/release/streekkaart_*.deb
set -eu
cd "$(dirname "$0")/.."
. scripts/quietly.sh

# shellcheck disable=SC2317 # called by quietly
build_package() {
    cmake --preset release && cmake --build --preset release --parallel "$(nproc)" &&
        (cd build/release && cpack)
}

scripts/install-packages.sh scripts/packages-build.txt scripts/packages-package.txt
rm -f build/release/streekkaart_*.deb
quietly build_package
ls build/release/streekkaart_*.deb
