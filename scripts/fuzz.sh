#!/bin/sh
# Feeds each reader what nobody would write, with the sanitizers on: installs what is missing, builds
# the harnesses of tests/fuzz, and runs each for some seconds.
#
#   scripts/fuzz.sh                    ten minutes each
#   scripts/fuzz.sh 30                 half a minute each
#   scripts/fuzz.sh 600 pins wording   these only
#
# What is found on the way stays in build/corpus. An input that breaks a reader is kept there, too,
# and named; put it into tests/fuzz/corpus once the reader is mended.
set -eu
cd "$(dirname "$0")/.."
. scripts/quietly.sh

# shellcheck disable=SC2317 # called by quietly
build_harnesses() {
    cmake --preset fuzz && cmake --build --preset fuzz --parallel "$(nproc)"
}

# Prints the harness and how often it ran; its log when an input broke it.
run_harness() {
    mkdir -p "build/corpus/$1"
    log=build/corpus/$1.log
    if "build/fuzz/tests/fuzz_$1" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2000 \
        -detect_leaks=0 -print_final_stats=1 -artifact_prefix="build/corpus/$1-" \
        "build/corpus/$1" "tests/fuzz/corpus/$1" >"$log" 2>&1; then
        echo "$1: $(sed -n 's/.*number_of_executed_units: *//p' "$log") inputs survived"
    else
        echo "$1: broken"
        tail -n 40 "$log"
        return 1
    fi
}

seconds=${1:-600}
[ $# -eq 0 ] || shift
# shellcheck disable=SC2046 # one word a harness
[ $# -gt 0 ] || set -- $(printf '%s\n' tests/fuzz/fuzz_*.c | sed 's,.*/fuzz_\(.*\)\.c,\1,')
scripts/install-packages.sh scripts/packages-build.txt scripts/packages-test.txt \
    scripts/packages-check.txt
quietly build_harnesses
broken=0
while [ $# -gt 0 ]; do
    # Two at a time, each on a core of its own.
    run_harness "$1" &
    first=$!
    second=
    if [ $# -gt 1 ]; then
        run_harness "$2" &
        second=$!
        shift
    fi
    shift
    wait "$first" || broken=1
    [ -z "$second" ] || wait "$second" || broken=1
done
exit "$broken"
