# Two runs at once on one folder wait for each other: every file is whole, and of one of the two.
# scripts/test.sh --long tries it 50 times, else a few.
. "$(dirname "$0")/lib.sh"

# Draws figures 15 and 21 into $project/$1, with what options follow, in the background as $child.
start() {
    out=$1
    shift
    (cd "$project" && exec env --default-signal "$STREEKKAART" annex --out "$out" "$@") \
        >"$work/stdout-$1-$2" 2>"$work/stderr-$1-$2" &
    child=$!
}

# The two runs, by their options.
first() {
    start "$1" --dpi 50 --format png,svg
}
second() {
    start "$1" --dpi 100 --svg-target web --format svg,png,pdf
}

test_two_runs_at_once_leave_files_that_are_whole() {
    copy_small_project 15 21
    first one
    wait "$child" || fail "it cannot be drawn"
    second two
    wait "$child" || fail "it cannot be drawn"
    for i in $(repeats 3 50); do
        rm -rf "$project/both"
        if [ $((i % 2)) -eq 0 ]; then first both; else second both; fi
        other=$child
        sleep "0.0$((i % 10))"
        if [ $((i % 2)) -eq 0 ]; then second both; else first both; fi
        wait "$other" || fail "one run failed"
        wait "$child" || fail "the other run failed"
        compared=0
        for file in "$project"/both/*.* "$project"/both/annex/*.* "$project"/both/gallery/*.*; do
            name=${file#"$project"/both/}
            cmp -s "$file" "$project/one/$name" || cmp -s "$file" "$project/two/$name" ||
                fail "not whole, or of both: $file"
            compared=$((compared + 1))
        done
        [ "$compared" -eq "$(files_in "$project/two" | wc -l)" ] || fail "$compared files"
        expect_nothing_unfinished_in "$project/both"
    done
}

# Has the folder $project/out until $holder is killed.
hold() {
    mkdir "$project/out"
    (
        exec 9<"$project/out"
        flock 9
        exec sleep 60
    ) &
    holder=$!
    while flock --nonblock "$project/out" true; do sleep 0.01; done
}

test_a_run_that_waits_says_so_and_can_be_stopped() {
    copy_small_project 15 21
    hold
    start out --format svg
    while kill -0 "$child" 2>"$work/none" && [ ! -s "$work/stderr---format-svg" ]; do sleep 0.05; done
    grep -q '^out: another run writes there' "$work/stderr---format-svg" || fail "it says nothing"
    [ -z "$(ls -A "$project/out")" ] || fail "it did not wait"
    kill -INT "$child"
    status=0
    wait "$child" || status=$?
    kill "$holder"
    expect_status 130
    run annex --format svg
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "it still waited"
}

test_a_quiet_run_waits_in_silence() {
    copy_small_project 15 21
    hold
    start out --format svg --quiet
    sleep 1.5
    [ -z "$(ls -A "$project/out")" ] || fail "it did not wait"
    kill "$holder"
    wait "$child" || fail "it failed"
    [ ! -s "$work/stderr---format-svg" ] || fail "it was not silent"
    expect_file "$project/out/fig-21-antwerpen-diamant.svg"
}

run_tests
