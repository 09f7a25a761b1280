# The project is the one that is named, or the nearest upwards; never another in silence.
. "$(dirname "$0")/lib.sh"

# A folder that lies in no project, as $outside: what tests write lies in the study.
leave_projects() {
    outside=$(mktemp -d)
    trap 'rm -rf "$outside"' EXIT
    project=$outside
}

expect_refused() {
    expect_status 2
    expect_message "$@"
    [ ! -s "$work/stdout" ] || fail "something on standard output"
    [ "$(find "$outside" -type f | wc -l)" -eq 0 ] || fail "files: $(find "$outside" -type f)"
}

test_a_folder_of_a_project_is_in_it() {
    copy_project
    mkdir -p "$project/report/figures"
    run list
    expect_status 0
    cp "$work/stdout" "$work/list"
    project=$project/report/figures
    run list
    expect_status 0
    cmp "$work/stdout" "$work/list" || fail "another project"
    run figure 13 --format svg --list
    expect_status 0
    expect_file "$work/project/out/fig-13-antwerpen-logistiek.svg"
    grep -qF "../../out/fig-13" "$work/stdout" || fail "not told where: $(cat "$work/stdout")"
}

test_the_nearest_project_is_meant() {
    copy_project
    mkdir "$project/other"
    cp -r "$PROJECT_DIR"/* "$project/other"
    sed -i '2,$d' "$project/other/layers/figures.csv"
    project=$project/other
    run figure 13
    [ "$status" -ne 0 ] || fail "drew that of the outer project"
    [ ! -e "$work/project/out" ] || fail "wrote into the outer project"
}

test_the_project_file_marks_a_folder() {
    leave_projects
    copy_project
    : >"$outside/project.json"
    mkdir "$outside/sub"
    cp -r "$project/boundaries" "$outside"
    project=$outside/sub
    run check
    [ "$status" -ne 2 ] || fail "no project"
    expect_message "project.json:1:" "ends in the middle"
}

test_outside_of_projects_a_command_says_how_to_name_one() {
    leave_projects
    for command in "figure 13" annex list check "pins list" "boundaries build x.gpkg"; do
        # shellcheck disable=SC2086 # one word an argument
        run $command
        expect_refused "no project in this folder or above it" --project=DIR
    done
    run figure 13
    expect_refused --demo
    run pins list
    ! grep -qe --demo "$work/stderr" || fail "names an option that pins has not"
}

test_a_folder_that_is_no_project_is_refused() {
    leave_projects
    mkdir "$outside/empty"
    run annex --project "$outside/empty"
    expect_refused --project "no project in the folder" project.json "streekkaart new"
    run annex --project "$outside/nowhere"
    expect_refused --project "no folder"
}

test_the_study_is_drawn_from_anywhere_when_it_is_named() {
    leave_projects
    run list --demo
    expect_status 0
    grep -q logistiek "$work/stdout" || fail "not the study"
    run figure 12 --demo --format svg
    expect_status 0
    [ "$(files_in "$outside")" = "$outside/out/fig-12-vlaanderen-provincies.svg" ] ||
        fail "wrote $(files_in "$outside")"
    run list --demo --project "$PROJECT_DIR"
    expect_status 2
    expect_message --demo --project
    run pins list --demo
    expect_status 2
    expect_message --demo pins
}

run_tests
