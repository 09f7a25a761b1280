# Little memory: a figure is drawn whole, or the run ends with exit status 3, one line that says what
# to do, and no unfinished file; wherever the memory ends, in the program or in a library. The
# sanitizers bring an allocator of their own, so this is tried without them, by scripts/check.sh memory.
. "$(dirname "$0")/lib.sh"

said="streekkaart: no memory or no thread left: close other programs, raise the limit (ulimit), or \
draw fewer figures at once (--jobs 1)"

# The figure, drawn with memory enough, is kept in $project/whole; how many allocations it took is in
# $allocations.
prepare() {
    copy_small_project 15
    (cd "$project" && LD_PRELOAD="$TEST_TOOLS/failing_memory.so" COUNT_TO="$work/count" \
        "$STREEKKAART" figure 15 --out whole --jobs 2 --quiet) 2>"$work/stderr" ||
        fail "it cannot be drawn"
    allocations=$(cat "$work/count")
    [ "$allocations" -gt 100000 ] || fail "only $allocations allocations"
}

# What the run that left $status, $work/stderr and $project/out may have done.
expect_whole_or_told() {
    case $status in
    0) diff -r -x .streekkaart "$project/whole" "$project/out" || fail "exit status 0, but not what was asked for" ;;
    3) [ "$(cat "$work/stderr")" = "$said" ] || fail "another message" ;;
    *) fail "exit status $status" ;;
    esac
    expect_nothing_unfinished_in "$project"
    for file in "$project"/out/fig-*; do
        [ ! -e "$file" ] || cmp "$file" "$project/whole/${file##*/}" || fail "not whole"
    done
    rm -rf "$project/out"
}

test_an_allocation_that_fails_anywhere_ends_the_run_with_a_message() {
    prepare
    for _ in $(repeats 30 1000); do
        at=$(shuf -i "1-$allocations" -n 1)
        status=0
        (cd "$project" && LD_PRELOAD="$TEST_TOOLS/failing_memory.so" FAIL_AT="$at" \
            "$STREEKKAART" figure 15 --jobs 2 --quiet) 2>"$work/stderr" || status=$?
        # Two runs do not allocate alike: the last few may not be reached.
        [ "$status" -eq 3 ] || [ "$at" -gt $((allocations - 1000)) ] ||
            fail "allocation $at of $allocations: exit status $status"
        expect_whole_or_told
    done
}

# Below the first of these limits, in kB, the program can't even be loaded: that is the shell's word.
test_a_limit_of_memory_ends_the_run_with_a_message() {
    prepare
    stopped=0 drawn=0
    for limit in $(seq 160000 "$(shortly 20000 4000)" 600000); do
        status=0
        # shellcheck disable=SC3045 # dash and bash have it
        (ulimit -v "$limit" && cd "$project" && exec "$STREEKKAART" figure 15 --jobs 2 --quiet) \
            2>"$work/stderr" || status=$?
        case $status in
        127) continue ;;
        3) stopped=$((stopped + 1)) ;;
        0) drawn=$((drawn + 1)) ;;
        esac
        expect_whole_or_told
    done
    [ "$stopped" -gt 0 ] || fail "no run was stopped"
    [ "$drawn" -gt 0 ] || fail "no run was drawn"
}

objdump -T "$STREEKKAART" | grep -q __libc_malloc ||
    { echo "a sanitizer's allocator: nothing was tried" >&2 && exit 77; }
run_tests
