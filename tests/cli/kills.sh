# A run that is killed at any moment: every file under its own name is whole, and the next run puts
# the rest right. Two runs of different resolution take turns, so that a file can be the old one or
# the new one, and nothing else. scripts/test.sh --long kills 200 times, else a few.
. "$(dirname "$0")/lib.sh"

# Draws the annex of two figures into $project/$1, in resolution $2; more options may follow.
start() {
    out=$1 dpi=$2
    shift 2
    (cd "$project" && exec env --default-signal "$STREEKKAART" annex --format png,svg --quiet \
        --out "$out" --dpi "$dpi" "$@") >"$work/stdout" 2>"$work/stderr" &
    child=$!
}

# Each file of folder $1 that has its name is that of the low or of the high resolution.
expect_one_of_two() {
    files_in "$1" | grep -v '/\.streekkaart-' >"$work/files"
    while read -r file; do
        name=${file#"$1"/}
        cmp -s "$file" "$project/low/$name" || cmp -s "$file" "$project/high/$name" ||
            fail "not whole: $file"
    done <"$work/files"
}

prepare() {
    copy_small_project 15 21
    for out in low high; do
        [ $out = low ] && dpi=40 || dpi=90
        before=$(date +%s%N)
        start $out "$dpi"
        wait "$child" || fail "it cannot be drawn"
        took_us=$((($(date +%s%N) - before) / 1000))
    done
    cmp -s "$project/low/fig-15-antwerpen-cleantech.png" \
        "$project/high/fig-15-antwerpen-cleantech.png" && fail "both resolutions are the same"
    count=$(files_in "$project/low" | wc -l)
    [ "$count" -gt 8 ] || fail "only $count files"
}

# Kills one run into $1 by signal $2 at a random moment of its time; counts those that it met.
kill_one() {
    [ $((i % 2)) -eq 0 ] && dpi=40 || dpi=90
    start "$1" "$dpi"
    sleep "$(shuf -i "0-$took_us" -n 1 | awk '{ printf "%.6f", $1 / 1000000 }')"
    kill "-$2" "$child" 2>"$work/none"
    status=0
    wait "$child" 2>"$work/none" || status=$?
    case $status in
    0) ;;
    129 | 130 | 137 | 143) met=$((met + 1)) ;;
    *) fail "exit status $status" ;;
    esac
    [ ! -d "$project/$1" ] || expect_one_of_two "$project/$1"
}

# A last run that nobody kills leaves exactly what it would have made alone.
expect_repaired() {
    start "$1" 40
    wait "$child" || fail "the next run failed"
    expect_same_files "$project/low" "$project/$1" "the next run did not put it right"
}

test_a_kill_at_any_moment_leaves_whole_files() {
    prepare
    met=0
    for i in $(repeats 8 200); do kill_one killed KILL; done
    [ "$met" -gt 0 ] || fail "no run was killed"
    expect_repaired killed
}

test_a_stop_at_any_moment_leaves_whole_files_and_no_others() {
    prepare
    met=0
    for signal in INT TERM HUP; do
        for i in $(repeats 3 70); do
            kill_one stopped $signal
            [ ! -d "$project/stopped" ] || expect_nothing_unfinished_in "$project/stopped"
        done
    done
    [ "$met" -gt 0 ] || fail "no run was stopped"
    expect_repaired stopped
}

run_tests
