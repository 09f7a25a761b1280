#!/bin/sh
# Makes man pages, completions and changelog as they are installed, with the program: the build runs it
# as scripts/manual.sh PROGRAM FOLDER.
set -eu
program=$1
share=$2
man=$share/man/man1
bash=$share/bash-completion/completions
fish=$share/fish/vendor_completions.d
rm -rf "$share/man" "$share/bash-completion" "$share/fish" "$share/zsh"
mkdir -p "$man" "$bash" "$fish" "$share/zsh"

# -n: the same bytes on each run
pack() {
    gzip -9n >"$1.part"
    mv "$1.part" "$1"
}

"$program" manual man >"$share/page"
pack "$man/streekkaart.1.gz" <"$share/page"
"$program" manual markdown >"$share/page"
# shellcheck disable=SC2013 # one word a command
for command in $(sed -n 's/^| `\([a-z][a-z]*\).*/\1/p' "$share/page"); do
    "$program" manual man "$command" >"$share/page"
    pack "$man/streekkaart-$command.1.gz" <"$share/page"
done
rm "$share/page"
"$program" manual bash >"$bash/streekkaart"
"$program" manual fish >"$fish/streekkaart.fish"
"$program" manual zsh >"$share/zsh/_streekkaart"
pack "$share/changelog.gz" <"$(dirname "$0")/../CHANGELOG.md"
pack "$share/changelog.Debian.gz" <"$share/debian-changelog"
touch "$share/made"
