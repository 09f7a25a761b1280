# The doctor tells what the machine has, and what is missing with its remedy.
. "$(dirname "$0")/lib.sh"

test_it_tells_versions_places_and_fonts() {
    copy_project
    run doctor
    expect_status 0
    for name in GDAL PROJ Cairo HarfBuzz qpdf "Little CMS" proj.db hyph_nl_NL.dic Lato .ttf study; do
        grep -qF -e "$name" "$work/stdout" || fail "not told: $name"
    done
    [ ! -s "$work/stderr" ] || fail "something on standard error"
    run doctor --json
    expect_status 0
    "$TEST_TOOLS/is_json" "$work/stdout" || fail "no JSON"
}

test_a_font_that_is_missing_is_told_with_its_package() {
    copy_project
    echo '<fontconfig><dir>/nowhere</dir></fontconfig>' >"$work/fonts.conf"
    FONTCONFIG_FILE=$work/fonts.conf run doctor
    expect_status 1
    expect_message Lato "not installed" "apt-get install fonts-lato"
    grep -q 'Lato *MISSING' "$work/stdout" || fail "not marked: $(cat "$work/stdout")"
    FONTCONFIG_FILE=$work/fonts.conf run doctor --json
    expect_status 1
    "$TEST_TOOLS/is_json" "$work/stdout" || fail "no JSON"
}

test_a_list_of_coordinate_systems_that_is_missing_is_told_with_its_package() {
    copy_project
    PROJ_DATA=/nowhere PROJ_LIB=/nowhere run doctor
    expect_status 1
    expect_message proj.db proj-data
}

test_a_program_without_its_study_says_where_it_looked() {
    copy_project
    mkdir "$work/bin"
    cp "$STREEKKAART" "$work/bin/streekkaart"
    STREEKKAART=$work/bin/streekkaart
    run doctor
    expect_status 1
    expect_message "$work/share/streekkaart/study" "not there"
    run list --demo
    expect_status 3
    expect_message "$work/share/streekkaart/study"
}

test_a_project_that_is_not_there_is_a_wrong_command_line() {
    copy_project
    run doctor --project "$work/nowhere"
    expect_status 2
    expect_message --project nowhere
}

run_tests
