# What a run that draws shows on a terminal while it works.
. "$(dirname "$0")/lib.sh"

figures="12 13 14"
unset NO_COLOR
export TERM=xterm

may_have_a_terminal() {
    script -qec true /dev/null >/dev/null 2>&1
}

# Draws on a terminal of $1 columns and keeps what it was sent in $work/screen, a line for each time that the
# line was begun anew.
run_on_a_terminal() {
    columns=$1
    shift
    echo "stty cols $columns && cd '$project' && '$STREEKKAART' $*" >"$work/command"
    script -qec "sh $work/command" "$work/typescript" >"$work/stdout" || fail "it failed: $(cat "$work/stdout")"
    tr '\r' '\n' <"$work/stdout" >"$work/screen"
}

test_a_terminal_shows_one_line_that_is_wiped_out() {
    copy_project
    # shellcheck disable=SC2086 # words
    run_on_a_terminal 70 figure $figures --format svg --jobs 1
    for text in '[--------------------] 0/3' '[######--------------] 1/3  fig-13-' \
        '[####################] 3/3' ' left'; do
        grep -qF -e "$text" "$work/screen" || fail "not shown: $text: $(cat "$work/screen")"
    done
    escape=$(printf '\033')
    [ "$(grep -c '\[#*-*\]' "$work/screen")" -ge 7 ] || fail "$(cat "$work/screen")"
    grep '\[#*-*\]' "$work/screen" | grep -v "$escape\[K\$" && fail "a line is not wiped to its end"
    grep -qx "$escape\[K3 figures drawn, 0 unchanged, in out; nothing to mend" "$work/screen" ||
        fail "the summary does not take its place: $(cat "$work/screen")"
}

test_no_line_is_wider_than_the_terminal() {
    copy_project
    for columns in 20 45; do
        run_on_a_terminal "$columns" figure 12 13 --format svg --force
        sed -n "s/$(printf '\033')\[K\$//p" "$work/screen" >"$work/painted"
        grep -q '1/2' "$work/painted" || fail "$(cat "$work/screen")"
        awk -v columns="$columns" 'length($0) >= columns { print; wide = 1 } END { exit wide }' \
            "$work/painted" >&2 || fail "wider than $columns"
    done
}

test_a_terminal_that_can_not_or_must_not_gets_plain_lines() {
    copy_project
    for setting in TERM=dumb NO_COLOR=1 TERM=; do
        (export "${setting?}" && run_on_a_terminal 70 figure 13 --format svg --force)
        ! grep -q "$(printf '\033')" "$work/screen" || fail "$setting: it steers the terminal"
        grep -q '^1 figure drawn' "$work/screen" || fail "$setting: $(cat "$work/screen")"
    done
    run_on_a_terminal 70 figure 13 --format svg --force --quiet
    [ ! -s "$work/screen" ] || fail "it is not quiet: $(cat "$work/screen")"
}

test_a_fault_stands_above_the_line() {
    copy_project
    damage "$project/layers/diamant.geojson" '"kind": "zone"' '"kind": "punt"'
    run_on_a_terminal 300 "figure 13 21 --format svg || true"
    grep -q 'layers/diamant.geojson:[0-9]*: .*punt' "$work/screen" || fail "$(cat "$work/screen")"
    grep '\[#*-*\]' "$work/screen" | grep 'diamant.geojson' && fail "on the line of the bar"
    grep -q '\[#*-*\]' "$work/screen" || fail "no bar"
}

may_have_a_terminal || { echo "there are no terminals here: nothing was tried" >&2 && exit 77; }
run_tests
