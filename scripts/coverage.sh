#!/bin/sh
# How much of src/ the tests run: installs what is missing, builds without sanitizers and with counters,
# runs the tests, and prints the share of lines and of branches, and the files whose branches are run
# least. Takes a quarter of an hour. Left out are tests that kill the program, which then counts
# nothing, or that look at what it opens, and those that draw again what others have drawn.
set -eu
cd "$(dirname "$0")/.."
. scripts/quietly.sh

left_out='^cli\.(kills|two_runs|stranger|programs|browser)$|^house|^study\.(annex|wide_page)$'

# shellcheck disable=SC2317 # called by quietly
build_coverage() {
    cmake --preset coverage && cmake --build --preset coverage --parallel "$(nproc)"
}

# gcov says of each file, in lines of their own, what part of how many lines were executed and of how
# many branches were taken.
count() {
    find build/coverage -name '*.gcda' -path '*/room_*' -print0 | xargs -0 gcov -b -n 2>build/gcov.log |
        awk -F "[:%' ]+" '
            /^(Calls executed|No calls)/ { counted = 0 } # behind the last file stands a sum of all
            /^File/ { source = $2; counted = /\/src\/.*\.c/ }
            counted && /^Lines executed/ { lines += $5; run += $3 * $5 / 100; counted_lines++ }
            counted && /^Taken at least once/ {
                branches += $7
                taken += $5 * $7 / 100
                sub(/.*\/src\//, "src/", source)
                printf "%6.1f %% of %4d branches  %s\n", $5, $7, source >"build/branches"
            }
            END {
                if (!lines || !branches) exit 1
                printf "%d files: %.1f %% of %d lines, %.1f %% of %d branches\n", counted_lines,
                       100 * run / lines, lines, 100 * taken / branches, branches
            }'
    sort -n build/branches | head -n 12
}

scripts/install-packages.sh scripts/packages-build.txt scripts/packages-test.txt
quietly build_coverage
find build/coverage -name '*.gcda' -delete
ctest --preset coverage --parallel "$(nproc)" --exclude-regex "$left_out"
count
