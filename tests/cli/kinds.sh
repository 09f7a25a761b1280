# Kinds of links, classes of zones and bases are the project's own: each has its sign and its word.
. "$(dirname "$0")/lib.sh"
: "${HOUSE:?}"

carolina=$HOUSE/tests/data/carolina
kinds=$HOUSE/tests/data/kinds

# $project with three kinds of links, four classes of zones and three bases; its boundaries are
# built once for all tests of the script.
copy_kinds() {
    built=$TEST_OUT/kinds
    project=$built
    if [ ! -d "$built" ]; then
        cp -r "$carolina" "$built"
        mkdir "$built/boundaries"
        mv "$built/levels.csv" "$built/level-names.csv" "$built/boundaries"
        cp -r "$PROJECT_DIR/styles" "$built"
        rm "$built/styles/languages/nl.json" "$built/styles/languages/fr.json" \
            "$built/layers/harbours.geojson"
        sed -i -e 's/"EPSG:31370"/"project"/' -e 's/"language": "nl"/"language": "en"/' \
            "$built/styles/study.json"
        cp -r "$kinds/." "$built"
        run boundaries build counties.geojson
        expect_status 0
    fi
    project=$work/project
    cp -r "$built" "$project"
}

furniture=layers/furniture.geojson
figure=out/map-1-piedmont-furniture.svg

# Nothing is drawn, and the message has these texts.
expect_refused() {
    run check
    expect_status 1
    expect_message "$@"
    run figure 1 --format svg
    expect_status 1
    [ ! -e "$project/$figure" ] || fail "it is drawn all the same"
}

value() {
    xmllint --nonet --xpath "$1" "$2" 2>/dev/null
}

# The declarations of the class $1 of the figure.
style_of_class() {
    grep -o "[.]$1{[^}]*}" "$project/$figure" | head -n 1 | sed 's/^[^{]*//'
}

# The text of the legend's row $1.
legend_text() {
    value "string(//*[@id='legend-$1'])" "$project/$figure" | tr -s ' \n' ' '
}

test_each_kind_is_drawn_with_its_own_sign_on_the_map_and_in_the_legend() {
    copy_kinds
    run check
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "check says something"
    run figure 1
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "it says something"
    expect_whole_files_in "$project/out"
    for format in pdf png; do expect_file "$project/out/map-1-piedmont-furniture.$format"; done
    for kind in 'road:Road:timber' 'rail:Railway:freight' 'data:Data connection:design'; do
        slug=${kind%%:*} id=${kind##*:} word=${kind#*:} word=${word%:*}
        [ -n "$(style_of_class "link-$slug")" ] || fail "no line of $slug"
        legend_text "$slug" | grep -q "$word" || fail "no \"$word\" in the legend"
        for where in "legend-$slug" "$id"; do
            [ "$(value "count(//*[@id='$where']//*[@class='arrow-$slug'])" "$project/$figure")" -gt 0 ] ||
                fail "$where has not the arrow of $slug"
        done
    done
    for row in 'zone-protected:Protected area' 'zone-part-protected:Protected area (district)' \
        'zone-industrial:Industrial area' 'zone-farmland:Farmland'; do
        legend_text "${row%%:*}" | grep -qF "${row#*:}" || fail "no \"${row#*:}\" in the legend"
    done
    ! grep -q 'legend-zone-coast' "$project/$figure" || fail "a class that is on no map is listed"
    for class in link-road link-rail link-data zone-protected zone-industrial zone-farmland \
        zone-part-protected zone-part-industrial zone-part-farmland; do
        style_of_class "$class"
    done >"$work/signs"
    [ "$(sort -u "$work/signs" | wc -l)" -eq 9 ] || fail "not nine signs: $(cat "$work/signs")"
}

test_the_table_tells_kinds_and_bases_apart() {
    copy_kinds
    run annex --format svg
    expect_status 0
    cat "$project"/out/annex/*.svg >"$work/sheet"
    grep -q 'School of design \*' "$work/sheet" || fail "no mark behind a name"
    grep -q 'Old mill †' "$work/sheet" || fail "no mark of its own behind another"
    grep -q '\* Told in an interview' "$work/sheet" || fail "the mark * is not explained"
    grep -q '† Our own estimate' "$work/sheet" || fail "the mark † is not explained"
    for class in link-road link-rail-sample link-data-sample zone-farmland; do
        grep -q "class=\"$class\"" "$work/sheet" || fail "no $class on the sheet"
    done
}

test_doctor_looks_at_the_style_that_has_the_signs() {
    copy_kinds
    run doctor
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "doctor says something"
}

test_one_class_of_zones_is_enough() {
    copy_kinds
    sed -i -e 's/"zone_classes": \[.*\]/"zone_classes": ["protected"]/' \
        -e '/"industrial":\|"farmland":\|"coast":/d' -e 's/\("Protected area"\),/\1/' \
        "$project/project.json"
    sed -i 's/"zone_class": "[a-z]*"/"zone_class": "protected"/' "$project/$furniture"
    echo '{ "extends": "study", "link": { "road": { "colour": "#b3122a", "width": "0.8 mm" },
        "rail": { "colour": "#1d1d1d", "width": "0.6 mm" }, "data": { "colour": "#3f1f86", "width": "0.5 mm" } },
        "zone": { "protected": { "fill": "#7cbd8a", "line": { "colour": "#0b5320", "width": "0.2 mm" },
        "hatch": { "colour": "#1c6b33", "width": "0.16 mm" } } } }' >"$project/styles/kinds.json"
    run figure 1 --format svg
    expect_status 0
    legend_text zone-protected | grep -q 'Protected area' || fail "not in the legend"
}

test_a_kind_that_the_project_does_not_have_is_told_with_those_that_it_has() {
    copy_kinds
    damage "$project/$furniture" '"rail"' '"rails"'
    run check
    expect_status 1
    expect_message "$furniture" 'unknown link_type "rails"' 'did you mean "rail"'
    damage "$project/$furniture" '"industrial"' '"motorway"'
    run check
    expect_message "$furniture" 'unknown zone_class "motorway"' 'protected, industrial, farmland or coast'
    damage "$project/$furniture" '"estimate"' '"prose"'
    run check
    expect_message "$furniture" 'unknown basis "prose"' 'document, interview or estimate'
    damage "$project/$furniture" '"zone_class": "protected", ' ''
    run check
    expect_message "$furniture" 'zone_class is empty'
}

test_a_kind_without_a_sign_or_a_word_is_told_with_its_key() {
    copy_kinds
    damage "$project/styles/kinds.json" '"rail"' '"infrastructural"'
    expect_refused styles/kinds.json: 'link.rail: the key is missing'
    rm -r "$project"
    copy_kinds
    damage "$project/styles/kinds.json" '"farmland"' '"farms"'
    expect_refused styles/kinds.json: zone.farms 'unknown key'
    damage "$project/styles/kinds.json" '"farms"' '"farmland"'
    damage "$project/styles/kinds.json" '"#7a6a00", "width": "0.16 mm"' '"#7a6a00"'
    expect_refused styles/kinds.json: 'zone.farmland.hatch.width: the key is missing'
    rm -r "$project"
    copy_kinds
    damage "$project/project.json" ', "data": "Data connection"' ''
    expect_refused project.json 'words.en.link_kinds.data: the key is missing'
    rm -r "$project"
    copy_kinds
    damage "$project/project.json" ', "estimate": "Our own estimate."' ''
    expect_refused project.json 'words.en.bases.estimate: the key is missing'
}

test_a_kind_of_link_is_never_drawn_with_no_line() {
    copy_kinds
    damage "$project/styles/kinds.json" '"0.8 mm"' '"0 mm"'
    expect_refused styles/kinds.json: link.road.width 'write 0.1 mm or more'
}

test_two_kinds_never_look_the_same() {
    copy_kinds
    sed -i 's/"rail": .*/"rail": { "colour": "#b5152c", "width": "0.7 mm" },/' "$project/styles/kinds.json"
    expect_refused styles/kinds.json: 'link.rail: it looks as link.road does' 'another colour, width or dash'
    rm -r "$project"
    copy_kinds
    sed -i -e 's/#b79ac8/#7cbd8a/' -e 's/#42135c/#0b5320/' "$project/styles/kinds.json"
    expect_refused styles/kinds.json: 'zone.industrial.fill: it looks as zone.protected.fill does'
}

test_a_list_that_can_not_be_drawn_is_told() {
    many=$(for number in $(seq 40); do printf '"kind-%d", ' "$number"; done)
    for key in link_kinds zone_classes bases; do
        for fault in '[]|the list is empty' '"road"|not a list' '["road", "road"]|"road" is there twice' \
            '["A road"]|not a slug' '["zone"]|"zone" means something else' '[3]|not a text' \
            "[${many%, }]|40 are more than can be told apart"; do
            rm -rf "$work/project"
            copy_kinds
            sed -i "s/^  \"$key\": .*/  \"$key\": ${fault%%|*},/" "$project/project.json"
            run check
            expect_status 1
            expect_message project.json "$key" "${fault#*|}"
        done
    done
}

test_without_a_list_a_project_has_the_usual_kinds() {
    copy_kinds
    sed -i -e '/^  "\(link_kinds\|zone_classes\|bases\|style\)":/d' -e '/^      "\(link_kinds\|bases\)":/d' \
        -e '/^      "zone_classes": {/,/}/d' -e 's/^      },$/      }/' "$project/project.json"
    run check
    expect_message "$furniture" 'unknown link_type "road"' 'infrastructural or organisational'
    expect_message "$furniture" 'zone_class is for projects with zone_classes in project.json only'
}

run_tests
