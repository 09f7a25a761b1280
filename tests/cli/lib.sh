# Helper of the end-to-end tests, to be sourced. A test is a function whose name says, after test_,
# what must hold; run_tests runs all of the script, each in a shell and a folder of its own.
#
# From the build: STREEKKAART (the program), PNG_COMPARE (tests/tools), PROJECT_DIR (the project's
# sources), TEST_OUT (a folder to write in).
set -u
: "${STREEKKAART:?}" "${PNG_COMPARE:?}" "${PROJECT_DIR:?}" "${TEST_OUT:?}"

fail() {
    echo "  $*" >&2
    head -n 12 "$work/stderr" | sed 's/^/    stderr: /' >&2
    exit 1
}

# A copy of the project that a test may damage, as $project; the working folder is $work.
copy_project() {
    project=$work/project
    mkdir "$project"
    cp -r "$PROJECT_DIR/boundaries" "$PROJECT_DIR/layers" "$PROJECT_DIR/styles" "$project"
}

# The same with just the figures of these numbers, for what does not need them all.
copy_small_project() {
    copy_project
    for number in "$@"; do grep "^$number," "$project/layers/figures.csv"; done >"$work/figures"
    [ "$(wc -l <"$work/figures")" -eq $# ] || fail "not $# figures"
    sed -i -e "1r $work/figures" -e '2,$d' "$project/layers/figures.csv"
}

# Runs the program on $project; its status, standard output and error are kept for the checks.
run() {
    status=0
    (cd "$project" && "$STREEKKAART" "$@") >"$work/stdout" 2>"$work/stderr" || status=$?
}

# All figures without their sheets, which take longer.
run_all_figures() {
    # shellcheck disable=SC2046 # one word a figure
    run figure $(seq 11 55) "$@"
}

expect_status() {
    [ "$status" -eq "$1" ] || fail "exit status $status instead of $1"
}

# One line on standard error holds all of these texts.
expect_message() {
    cp "$work/stderr" "$work/lines"
    for text in "$@"; do
        grep -F -e "$text" "$work/lines" >"$work/fewer" || fail "no message with: $*"
        mv "$work/fewer" "$work/lines"
    done
}

# A file that must be there, and not empty.
expect_file() {
    [ -s "$1" ] || fail "missing or empty: $1"
}

# No figure, and no part of one, in the folder.
expect_no_figure_in() {
    [ ! -d "$1" ] || [ -z "$(find "$1" -type f)" ] || fail "left behind: $(find "$1" -type f)"
}

# Nothing half-written in the folder: no part, and each file ends as its format does.
expect_whole_files_in() {
    for file in $(find "$1" -type f); do
        case $file in
        *.pdf) tail -c 6 "$file" | grep -q '%%EOF' ;;
        *.png) tail -c 8 "$file" | grep -aq IEND ;;
        *.svg) tail -n 1 "$file" | grep -q '</svg>' ;;
        *) false ;;
        esac || fail "not whole: $file"
    done
}

# Replaces, in the first line of file $1 that matches the pattern $2, what matches by $3.
damage() {
    grep -q -e "$2" "$1" || fail "cannot damage $1: no line matches $2"
    sed -i -e "0,/$2/s//$3/" "$1"
}

run_tests() {
    failed=0 passed=0
    for name in $(sed -n 's/^test_\([a-z0-9_]*\)() {$/\1/p' "$0"); do
        work=$TEST_OUT/$name
        rm -rf "$work"
        mkdir -p "$work"
        : >"$work/stderr"
        if ("test_$name"); then
            passed=$((passed + 1))
            rm -rf "$work"
        else
            failed=$((failed + 1))
            echo "FAILED: $name (see $work)" >&2
        fi
    done
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
