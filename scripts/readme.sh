#!/bin/sh
# Writes the tables of commands, options and exit statuses in README.md anew, by the program that was
# built: scripts/readme.sh [PROGRAM], which is build/release/streekkaart when it is left out. With
# --print as its first word it prints what README.md should be.
set -eu
cd "$(dirname "$0")/.."

printed() {
    sed '/^<!-- What follows is made by/q' README.md
    echo
    "${1:-build/release/streekkaart}" manual markdown
    echo
    sed -n '/^<!-- Here ends/,$p' README.md
}

if [ "${1:-}" = --print ]; then
    shift
    printed "$@"
else
    printed "$@" >README.md.part
    mv README.md.part README.md
fi
