#!/bin/sh
# Installs those Debian packages of the given lists that are missing, and says which.
# Use: scripts/install-packages.sh LIST...
set -eu

is_installed() {
    dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed
}

missing=
# shellcheck disable=SC2013 # one word a package
for package in $(sed 's/#.*//' "$@"); do
    is_installed "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Missing packages:$missing: install them as root, or install sudo" >&2
        exit 3
    fi
    as_root=sudo
fi

echo "Installing packages:$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt_get() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@" >"$log" 2>&1
}
# Lists that can't be refreshed may still be good enough: the installation decides.
apt_get update || true
# shellcheck disable=SC2086 # one word a package
if ! apt_get install --yes --no-install-recommends $missing; then
    cat "$log" >&2
    echo "Could not install the packages: see above" >&2
    exit 3
fi
