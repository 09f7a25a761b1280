#!/bin/sh
# Draws everything that the catalogue holds into out/: installs the packages that are missing,
# builds the release version, and runs `streekkaart annex` with the options that are given here.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/scripts/quietly.sh"

build_release() {
    cd "$root" && cmake --preset release &&
        cmake --build --preset release --parallel "$(nproc)"
}

"$root/scripts/install-packages.sh" "$root/scripts/packages-build.txt"
(quietly build_release)
exec "$root/build/release/streekkaart" annex --project "$root" "$@"
