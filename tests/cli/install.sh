# What is installed works from wherever it lies, and tells what the program itself tells.
. "$(dirname "$0")/lib.sh"
: "${HOUSE:?}"
build=$(dirname "$STREEKKAART")

# The program as it is installed, once for all tests, in a folder that it was then moved to.
install_program() {
    prefix=$TEST_OUT/elsewhere
    [ -d "$prefix" ] || {
        cmake --install "$build" --prefix "$TEST_OUT/prefix" >"$work/log" 2>&1 ||
            fail "$(tail "$work/log")"
        mv "$TEST_OUT/prefix" "$prefix"
    }
    man=$prefix/share/man/man1
}
rm -rf "$TEST_OUT/elsewhere" "$TEST_OUT/prefix"

# The names of commands and of options, as the program tells them.
list_words() {
    "$STREEKKAART" manual markdown >"$work/tables"
    sed -n 's/^| `\([a-z][a-z]*\).*/\1/p' "$work/tables" >"$work/commands"
    # shellcheck disable=SC2016 # the backticks are those of Markdown
    sed -nE 's/^\| (`-.`, )?`(--[a-z-]*).*/\2/p' "$work/tables" >"$work/options"
    [ "$(wc -l <"$work/commands")" -ge 16 ] || fail "only $(wc -l <"$work/commands") commands"
    [ "$(wc -l <"$work/options")" -ge 30 ] || fail "only $(wc -l <"$work/options") options"
}

test_it_draws_the_study_from_where_it_was_moved_to() {
    install_program
    outside=$(mktemp -d)
    trap 'rm -rf "$outside"' EXIT
    project=$outside
    STREEKKAART=$prefix/bin/streekkaart
    run figure 12 --demo --format svg
    expect_status 0
    STREEKKAART=$build/streekkaart
    run figure 12 --project "$HOUSE" --out "$work/out" --format svg
    cmp "$outside/out/fig-12-vlaanderen-provincies.svg" "$work/out/fig-12-vlaanderen-provincies.svg" ||
        fail "another figure"
}

# A sanitizer has the names of sources to tell, a debugger too.
test_nothing_installed_holds_the_path_of_the_sources() {
    install_program
    if grep -rlF -e "$HOUSE" "$prefix/share" >"$work/found"; then fail "$(cat "$work/found")"; fi
    strip -g -o "$work/program" "$prefix/bin/streekkaart"
    strings -a "$work/program" | grep -F -e "$HOUSE" >"$work/found"
    if nm "$work/program" | grep -q '__[at]san_init'; then
        grep -vE '\.[ch](:[0-9:]*)?$' "$work/found" >"$work/fewer"
        mv "$work/fewer" "$work/found"
    fi
    [ ! -s "$work/found" ] || fail "$(head "$work/found")"
}

test_all_that_belongs_to_it_is_installed() {
    install_program
    for file in bin/streekkaart share/man/man1/streekkaart.1.gz \
        share/man/man1/streekkaart-figure.1.gz share/streekkaart/study/layers/figures.csv \
        share/streekkaart/study/styles/study.json share/streekkaart/study/styles/languages/nl.json \
        share/bash-completion/completions/streekkaart share/zsh/site-functions/_streekkaart \
        share/fish/vendor_completions.d/streekkaart.fish share/doc/streekkaart/copyright; do
        expect_file "$prefix/$file"
    done
    ls "$prefix"/share/streekkaart/study/boundaries/*.gpkg >"$work/sets" || fail "no boundaries"
    [ "$(find "$prefix" -type l | wc -l)" -eq 0 ] || fail "links: $(find "$prefix" -type l)"
}

test_the_manual_and_the_completions_are_the_programs_own() {
    install_program
    list_words
    "$STREEKKAART" manual man >"$work/page"
    zcat "$man/streekkaart.1.gz" | cmp - "$work/page" || fail "another page"
    while read -r command; do
        expect_file "$man/streekkaart-$command.1.gz"
        grep -q "^\\\\fB$command\\\\fR" "$work/page" || fail "not in the manual: $command"
        for completions in bash-completion/completions/streekkaart zsh/site-functions/_streekkaart \
            fish/vendor_completions.d/streekkaart.fish; do
            grep -qw -e "$command" "$prefix/share/$completions" || fail "$completions: no $command"
        done
    done <"$work/commands"
    sed 's/\\-/-/g' "$work/page" >"$work/plain"
    while read -r option; do
        grep -qF -e "$option" "$work/plain" || fail "not in the manual: $option"
        for completions in bash-completion/completions/streekkaart zsh/site-functions/_streekkaart \
            fish/vendor_completions.d/streekkaart.fish; do
            grep -qwF -e "${option#--}" "$prefix/share/$completions" || fail "$completions: no $option"
        done
    done <"$work/options"
}

test_the_tables_of_the_readme_are_the_programs_own() {
    "$HOUSE/scripts/readme.sh" --print "$STREEKKAART" >"$work/README.md"
    diff "$HOUSE/README.md" "$work/README.md" >"$work/differ" ||
        fail "run scripts/readme.sh: $(head "$work/differ")"
}

test_man_and_mandoc_have_no_complaint() {
    install_program
    if command -v man >/dev/null; then
        for page in "$man"/*; do
            LC_ALL=C.UTF-8 MANWIDTH=80 man -l --warnings "$page" >"$work/text" 2>"$work/stderr"
            [ ! -s "$work/stderr" ] || fail "$page"
        done
    fi
    command -v mandoc >/dev/null || return 0
    for page in "$man"/*; do zcat "$page" | mandoc -Tlint -W warning >>"$work/lint"; done
    [ ! -s "$work/lint" ] || fail "$(head "$work/lint")"
}

# Completes the words behind the program's name; a column of replies.
complete_in_bash() {
    (cd "$project" && PATH=$(dirname "$STREEKKAART"):$PATH bash -c '
        . "$0"
        COMP_WORDS=(streekkaart "$@")
        COMP_CWORD=$#
        _streekkaart
        printf "%s\n" "${COMPREPLY[@]}"
    ' "$prefix/share/bash-completion/completions/streekkaart" "$@") >"$work/replies" 2>"$work/stderr"
}

expect_replies() {
    [ "$(tr '\n' ' ' <"$work/replies")" = "$* " ] || fail "$(cat "$work/replies") instead of: $*"
}

test_bash_completes_commands_options_values_and_what_the_project_has() {
    install_program
    copy_project
    complete_in_bash figu
    expect_replies figure
    complete_in_bash figure --world
    expect_replies --world-file
    complete_in_bash figure --format = p
    expect_replies pdf png
    complete_in_bash figure --format pdf,s
    expect_replies pdf,svg
    complete_in_bash list --dp
    expect_replies ""
    complete_in_bash pins re
    expect_replies remove
    complete_in_bash province lim
    expect_replies limburg
    complete_in_bash sector logi
    expect_replies logistiek
    complete_in_bash help prefl
    expect_replies preflight
    complete_in_bash figure 13 --svg-target office --project lay
    expect_replies layers
}

test_other_shells_take_their_completions() {
    install_program
    if command -v zsh >/dev/null; then
        zsh -n "$prefix/share/zsh/site-functions/_streekkaart" 2>"$work/stderr" || fail "zsh"
    fi
    command -v fish >/dev/null || return 0
    copy_project
    HOME=$work PATH=$(dirname "$STREEKKAART"):$PATH fish -c "
        cd $project
        source $prefix/share/fish/vendor_completions.d/streekkaart.fish
        complete -C 'streekkaart figu'
        complete -C 'streekkaart figure --format='
        complete -C 'streekkaart sector logi'
        complete -C 'streekkaart pins li'
    " >"$work/replies" 2>"$work/stderr"
    for reply in figure format=png logistiek list; do
        grep -q -e "$reply" "$work/replies" || fail "fish: no $reply: $(cat "$work/replies")"
    done
}

# The generator that is named builds nothing before: all is built.
test_the_package_holds_the_same_and_names_what_it_needs() {
    command -v dpkg-shlibdeps >/dev/null && command -v file >/dev/null || return 0
    install_program
    (cd "$work" && cpack --config "$build/CPackConfig.cmake" -D CPACK_CMAKE_GENERATOR=Ninja -B "$work" \
        -D CPACK_DEBIAN_COMPRESSION_TYPE=gzip) >"$work/log" 2>&1 || fail "$(tail "$work/log")"
    dpkg-deb -I "$work"/streekkaart_*.deb >"$work/info"
    for needed in fonts-lato hyphen-nl libcairo2 libgdal32 libqpdf29 'Package: streekkaart'; do
        grep -q -e "$needed" "$work/info" || fail "no $needed: $(cat "$work/info")"
    done
    dpkg-deb -c "$work"/streekkaart_*.deb >"$work/list"
    ! grep -v 'root/root' "$work/list" || fail "not all of it is root's"
    ! grep -E '^.{5}w|^.{8}w' "$work/list" || fail "others may write to it"
    sed -n 's|.* \./usr/\(.*[^/]\)$|\1|p' "$work/list" |
        sed 's/vendor-completions/site-functions/' | sort >"$work/packed"
    (cd "$prefix" && find . -type f | sed 's|^\./||' | sort) >"$work/installed"
    diff "$work/packed" "$work/installed" >"$work/differ" || fail "$(cat "$work/differ")"
}

run_tests
