# A new project can be drawn at once; what stands there already stays, and nothing half-made is left.
. "$(dirname "$0")/lib.sh"
: "${HOUSE:?}"

carolina=$HOUSE/tests/data/carolina

# A folder that lies in no project, as $project.
leave_projects() {
    project=$(mktemp -d)
    outside=$project
    trap 'rm -rf "$outside"' EXIT
}

# What `new` made in $outside/$1, with $2 figures, is sound, and all of it can be drawn in three formats without a word.
expect_draws() {
    project=$outside/$1
    run check
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "check says something"
    run annex
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "annex says something"
    [ "$(figure_count)" -eq "$2" ] || fail "$(figure_count) figures"
    for format in pdf png svg; do
        [ "$(find "$project/out" -maxdepth 1 -name "fig-*.$format" | wc -l)" -eq "$2" ] ||
            fail "not $2 figures as $format"
    done
    expect_file "$project/out/annex.pdf"
    mkdir "$work/figures"
    mv "$project"/out/fig-*.svg "$work/figures"
    expect_faultless "$work/figures" "$2"
    rm -r "$work/figures"
    project=$outside
}

# $2 rows of the kind $1 in both sectors together.
expect_features() {
    [ "$(cat "$outside"/*/layers/*.csv | grep -c ",$1,")" -eq "$2" ] || fail "not $2 of $1"
}

test_without_a_file_an_invented_country_is_drawn() {
    leave_projects
    run new demo
    expect_status 0
    grep -q 'replace me' "$work/stdout" || fail "does not say what to replace"
    [ "$(ls "$outside")" = demo ] || fail "left: $(ls "$outside")"
    expect_features point 6
    expect_features zone 6
    expect_features infrastructural 4
    expect_features organisational 2
    expect_draws demo 5
    grep -q 'replace me' "$outside/demo/out/annex/fig-1-brantmoor-food.svg" || fail "no source line"
    grep -q '"extends": "study"' "$outside/demo/styles/house.json" || fail "its style is another"
    grep -qF 'layers/food.csv' "$outside/demo/README.md" || fail "its README does not know its files"
    ! grep -q '@[a-z_0-9]*@' "$outside/demo/README.md" || fail "blanks in its README"
}

# Maps of the invented country are about its counties; the command has either name.
test_home_regions_are_drawn_by_the_name_of_their_level() {
    leave_projects
    run new demo
    expect_status 0
    project=$outside/demo
    for name in county province; do
        run $name arnvale --format svg --out $name
        expect_status 0
        expect_file "$project/$name/fig-2-arnvale-logistics.svg"
        [ "$(find "$project/$name" -name '*.svg' | wc -l)" -eq 1 ] || fail "$(names_in "$project/$name")"
    done
    run county nowhere
    expect_status 2
    expect_message 'county: the catalogue has no figure for "nowhere"'
    run conty arnvale
    expect_status 2
    expect_message 'unknown command "conty"' 'did you mean "county"'
    run help county
    expect_status 0
    grep -q 'streekkaart county REGION' "$work/stdout" || fail "its help is another"
    project=$outside
    run county arnvale --project demo --dry-run
    expect_status 0
    run county arnvale
    expect_status 2
    expect_message 'unknown command "county"'
}

test_regions_of_a_file_are_drawn_in_a_crs_of_their_own() {
    leave_projects
    run new north-carolina --boundaries "$carolina/counties.geojson" --level county \
        --level "district=$carolina/levels.csv" --level "part=$carolina/levels.csv" \
        --crs EPSG:32119 --source-line "Source: ours"
    expect_status 0
    ! grep -q 'replace me' "$work/stdout" || fail "says that its own line is to be replaced"
    expect_draws north-carolina 5
    grep -q '"name": "North Carolina"' "$outside/north-carolina/project.json" || fail "another name"
    svg=$(find "$outside/north-carolina/out/annex" -name 'fig-2-*.svg' | head -n 1)
    grep -q 'Source: ours' "$svg" || fail "another source line"
}

test_one_level_is_enough_and_the_crs_is_found() {
    leave_projects
    run new one --boundaries "$carolina/counties.geojson" --level county
    expect_status 0
    grep -q 'EPSG:32617' "$work/stdout" || fail "another zone: $(cat "$work/stdout")"
    expect_draws one 4
}

# No zone holds both sides of the antimeridian; which CRS does, its user knows.
test_a_region_across_the_antimeridian_wants_a_crs() {
    leave_projects
    {
        printf '{"type": "FeatureCollection", "features": ['
        printf '{"type": "Feature", "properties": {"code": "%s", "name": "%s"}, "geometry": {"type": "Polygon", "coordinates": [[[%s, -17], [%s, -17], [%s, -16], [%s, -16], [%s, -17]]]}}%s\n' \
            w West 179 180 180 179 179 , e East -180 -179 -179 -180 -180 ']}'
    } >"$outside/isles.geojson"
    run new isles --boundaries isles.geojson --level isle
    expect_status 1
    expect_message isles.geojson "in no zone of UTM" --crs
    run new isles --boundaries isles.geojson --level isle --crs EPSG:3832
    expect_status 0
    project=$outside/isles
    run check
    expect_status 0
    ogrinfo -ro -so "$project/boundaries/regions.gpkg" isle | grep -q 'Feature Count: 2' || fail "not both"
}

test_the_words_are_those_of_the_language() {
    for language in fr nl; do
        leave_projects
        run new demo --lang $language
        expect_status 0
        [ "$(ls "$outside/demo/styles/languages")" = $language.json ] || fail "other languages"
        expect_draws demo 5
    done
    grep -q '"level' "$outside/demo/project.json" || fail "no levels"
    leave_projects
    run new demo --lang xx
    expect_status 1
    expect_message words.csv "no column xx"
    [ -z "$(ls "$outside")" ] || fail "left: $(ls "$outside")"
}

test_homes_alone_have_maps_and_the_rest_is_around_them() {
    leave_projects
    run new west --boundaries "$carolina/counties.geojson" --level county \
        --level "district=$carolina/levels.csv" --level "part=$carolina/levels.csv" \
        --home part:mountains --home part:piedmont
    expect_status 0
    ! grep -q coastal-plain "$outside/west/layers/figures.csv" || fail "a map of what is no home"
    expect_draws west 5
}

test_what_is_there_stays() {
    leave_projects
    mkdir "$outside/full" "$outside/empty"
    echo mine >"$outside/full/notes.txt"
    echo mine >"$outside/file"
    run new full
    expect_status 2
    expect_message full "not empty"
    run new file
    expect_status 2
    expect_message file "a file of that name"
    run new .
    expect_status 2
    [ "$(cat "$outside/full/notes.txt" "$outside/file")" = "mine
mine" ] || fail "changed"
    run new empty
    expect_status 0
    expect_file "$outside/empty/project.json"
    [ "$(find "$outside" -maxdepth 1 | wc -l)" -eq 4 ] || fail "left: $(ls "$outside")"
}

test_what_cannot_be_made_leaves_nothing() {
    leave_projects
    run new x --boundaries "$outside/nowhere.gpkg"
    expect_status 1
    expect_message nowhere.gpkg
    run new x --boundaries "$carolina/counties.geojson" --level county --level state=NOWHERE
    expect_status 1
    expect_message "no column NOWHERE for the level state"
    run new x --boundaries "$carolina/counties.geojson" --crs EPSG:4326
    expect_status 2
    expect_message EPSG:4326 "not projected in metres"
    run new x --boundaries "$carolina/counties.geojson" --level county=A --level B
    expect_status 2
    expect_message --level "from small to large"
    run new x --boundaries "$carolina/counties.geojson" --level place --level state=STATE
    expect_status 2
    expect_message --level '"place" is taken already'
    run new x --boundaries "$carolina/counties.geojson" --level county --level county=STATE
    expect_status 2
    expect_message --level '"county" is taken already'
    run new x --boundaries "$carolina/counties.geojson" --level a --level b=B --level c=C --level d=D \
        --level e=E --level f=F --level g=G
    expect_status 2
    expect_message --level "7 levels" "6 is the most"
    run new x --level county
    expect_status 2
    expect_message --boundaries "it is missing"
    run new nowhere/x
    expect_status 3
    expect_message nowhere/x
    [ -z "$(ls "$outside")" ] || fail "left: $(ls "$outside")"
}

# By a signal at several moments, nothing is left; what a killed run left is told.
test_a_stop_leaves_nothing_and_a_kill_is_told() {
    leave_projects
    stopped=0
    for hundredths in 01 03 05 08 12 16; do
        status=0
        (cd "$outside" && exec timeout -s TERM "0.$hundredths" "$STREEKKAART" new demo --quiet) \
            >"$work/stdout" 2>"$work/stderr" || status=$?
        [ "$status" -eq 0 ] || stopped=$((stopped + 1))
        [ -z "$(ls "$outside")" ] || [ "$(ls "$outside")" = demo ] || fail "left: $(ls "$outside")"
        [ ! -d "$outside/demo" ] || expect_file "$outside/demo/README.md"
        rm -rf "$outside/demo"
    done
    [ "$stopped" -gt 0 ] || fail "no run was stopped"
    mkdir "$outside/demo.unfinished"
    run new demo
    expect_status 3
    expect_message demo.unfinished "killed"
}

run_tests
