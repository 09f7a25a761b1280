# The tutorial, followed word for word in an empty folder with the program as it is installed: each grey
# block is run, and what stands below it is seen. Only the place that things are installed to differs.
. "$(dirname "$0")/lib.sh"
: "${HOUSE:?}"
build=$(dirname "$STREEKKAART")

# $work/blocks/NN.sh for each block of commands, NN.out for the lines that it shows, NN.fails where it
# must fail.
cut_blocks() {
    mkdir "$work/blocks"
    awk -v to="$work/blocks" '
        /^```/ && inside { inside = 0; close(file); next }
        /^```sh/ { inside = 1; number = sprintf("%02d", ++count); file = to "/" number ".sh"
                   if ($2 == "fails") printf "" >(to "/" number ".fails"); next }
        /^```$/ { inside = 1; file = to "/" number ".out"; next }
        inside { print >file }' "$HOUSE/docs/tutorial.md"
}

# In $here, which is where the block leaves it.
run_block() {
    sed "s|/usr/share/streekkaart|$prefix/share/streekkaart|" "$1" >"$work/block"
    # shellcheck disable=SC2016 # the block's own shell expands it
    echo 'pwd >"$WHERE"' >>"$work/block"
    status=0
    (cd "$here" && PATH=$prefix/bin:$PATH WHERE=$work/where sh -e "$work/block") \
        >"$work/output" 2>&1 || status=$?
    [ -e "${1%.sh}.fails" ] || here=$(cat "$work/where")
}

expect_block() {
    : >"$work/where"
    run_block "$1"
    if [ -e "${1%.sh}.fails" ]; then
        [ "$status" -ne 0 ] || fail "does not fail: $(cat "$1")"
    else
        [ "$status" -eq 0 ] || fail "$(cat "$1" "$work/output")"
    fi
    ! grep -qE '^[^ ]*: .*warning:' "$work/output" || fail "warns: $(cat "$work/output")"
    [ -e "${1%.sh}.out" ] || return 0
    while read -r line; do
        grep -qF -e "$line" "$work/output" || fail "not seen: $line, but: $(cat "$work/output")"
    done <"${1%.sh}.out"
}

test_the_tutorial_ends_with_a_printed_annex() {
    prefix=$work/prefix
    cmake --install "$build" --prefix "$prefix" >"$work/log" 2>&1 || fail "$(tail "$work/log")"
    outside=$(mktemp -d)
    trap 'rm -rf "$outside"' EXIT
    here=$outside
    cut_blocks
    [ "$(find "$work/blocks" -name '*.sh' | wc -l)" -ge 9 ] || fail "only $(ls "$work/blocks")"
    for block in "$work/blocks"/*.sh; do expect_block "$block"; done
    expect_whole_files_in "$outside/carolina/print"
    [ "$(find "$outside/carolina/out" -maxdepth 1 -name 'fig-*' | wc -l)" -eq 6 ] ||
        fail "not two figures in three formats"
    project=$outside/carolina
    mkdir "$work/figures"
    mv "$project"/out/fig-*.svg "$work/figures"
    expect_faultless "$work/figures" 2
    pdftotext "$project/out/annex.pdf" - | grep -q 'Furniture market' || fail "not in the annex"
}

test_readers_find_the_tutorial() {
    grep -q 'docs/tutorial.md' "$HOUSE/README.md" || fail "README does not name it"
}

run_tests
