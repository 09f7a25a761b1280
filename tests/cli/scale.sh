# The recipes of docs/scale.md as they stand there: GNU parallel, on this machine alone, and what a Slurm
# task does. Both end with what one run makes.
. "$(dirname "$0")/lib.sh"

PATH=$(dirname "$STREEKKAART"):$PATH
export PATH

# The lines of the recipe that are indented, from the first one that matches $1 to the first that matches $2.
recipe() {
    sed -n "/^    .*$1/,/^    .*$2/s/^    //p" "$HOUSE/docs/scale.md" | sed "/$2/q"
}

make_project() {
    copy_small_project 12 14 21 54
    run annex --format svg,pdf --out whole
    expect_status 0
    printf '#!/bin/sh\nexec "%s" "$@" --format svg,pdf --jobs 1\n' "$STREEKKAART" >"$work/streekkaart"
    chmod +x "$work/streekkaart"
    PATH=$work:$PATH
}

expect_as_one_run() {
    (cd "$project" && sh -eu "$work/recipe") >"$work/stdout" 2>"$work/stderr" || fail "$(cat "$work/recipe")"
    expect_same_files "$project/whole" "$project/out"
}

has_parallel() {
    command -v parallel >/dev/null && parallel --version 2>/dev/null | grep -q '^GNU parallel'
}

test_gnu_parallel_draws_parts_in_one_folder() {
    has_parallel || return 0
    make_project
    recipe 'parallel --sshlogin' 'annex --bind$' >"$work/recipe"
    [ "$(wc -l <"$work/recipe")" -eq 3 ] || fail "no such recipe: $(cat "$work/recipe")"
    sed -i 's|1/anna,1/bart|1/:|' "$work/recipe"
    expect_as_one_run
}

test_gnu_parallel_draws_parts_in_folders_of_their_own() {
    has_parallel || return 0
    make_project
    recipe 'parallel.*--return' 'annex --bind part-1' >"$work/recipe"
    [ "$(wc -l <"$work/recipe")" -eq 3 ] || fail "no such recipe: $(cat "$work/recipe")"
    sed -i 's|1/anna,1/bart|1/:|; s|/home/us/project|.|' "$work/recipe"
    expect_as_one_run
}

test_the_tasks_of_slurm_draw_parts() {
    make_project
    recipe '#!' '--quiet' | sed 's/--jobs [^ ]*//' >"$work/task"
    grep -q -e --shard "$work/task" || fail "no such recipe: $(cat "$work/task")"
    count=$(sed -n 's/^#SBATCH --array=1-//p' "$work/task")
    for task in $(seq "$count"); do
        echo "SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_COUNT=$count sh -eu '$work/task'"
    done >"$work/recipe"
    recipe 'sbatch --dependency' '--wrap' | sed "s/.*--wrap='\(.*\)'/\1/" >>"$work/recipe"
    expect_as_one_run
}

run_tests || exit 1
has_parallel || {
    echo "SKIPPED: GNU parallel is not installed, of Debian's package parallel" >&2
    exit 77
}
