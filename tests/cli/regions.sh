# Projects of other regions than the study's, made and drawn by the program's own commands alone.
. "$(dirname "$0")/lib.sh"
: "${HOUSE:?}"

carolina=$(dirname "$0")/../data/carolina
belgium=$HOUSE/../shared/boundaries/statbel-2011-municipalities.gpkg

# $project with the counties of North Carolina, without boundaries, in the tests' style in English.
copy_carolina() {
    project=$work/project
    cp -r "$carolina" "$project"
    mkdir "$project/boundaries"
    mv "$project/levels.csv" "$project/level-names.csv" "$project/boundaries"
    cp -r "$PROJECT_DIR/styles" "$project"
    rm "$project/styles/languages/nl.json" "$project/styles/languages/fr.json"
    sed -i -e 's/"EPSG:31370"/"project"/' -e 's/"language": "nl"/"language": "en"/' \
        "$project/styles/study.json"
}

expect_drawn() {
    run check
    [ "$status" -eq 0 ] || fail "$(cat "$work/stderr")"
    run_all_figures
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "it says something"
    expect_whole_files_in "$project/out"
    [ "$(find "$project/out" -name '*.p??' -o -name '*.svg' | wc -l)" -eq $((3 * $(figure_count))) ] ||
        fail "not three formats of each figure"
    expect_faultless "$project/out" "$(figure_count)"
}

test_three_levels_in_another_part_of_the_world_are_built_and_drawn() {
    copy_carolina
    run boundaries build counties.geojson
    expect_status 0
    grep -q 'of 100 polygons 100 counties, 9 districts, 3 parts, 0 neighbours' "$work/stdout" ||
        fail "$(cat "$work/stdout")"
    expect_drawn
    svg=$project/out/map-1-piedmont-furniture.svg
    for part in borders-county borders-district borders-part district-piedmont-west-label; do
        grep -q "id=\"$part\"" "$svg" || fail "no $part"
    done
    grep -q 'Made up for a test' "$svg" || fail "not its source line"
    run annex --format svg
    expect_status 0
    for text in '<html lang="en">' 'id="map-1-piedmont-furniture"' 'Search by region, sector or name'; do
        grep -q "$text" "$project/out/index.html" || fail "not in its gallery: $text"
    done
    expect_file "$project/out/gallery/map-1-piedmont-furniture.png"
    grep -q 'ID\["EPSG",32119\]' "$svg" || grep -q 'EPSG:32119' "$svg" || fail "not its CRS"
}

# The regions of the map are also those that choose, and there are none within them.
test_a_project_of_one_level_is_built_and_drawn() {
    copy_carolina
    rm "$project"/boundaries/* "$project/layers/harbours.geojson"
    cat >"$project/project.json" <<'JSON'
{
  "name": "Counties",
  "crs": "EPSG:32119",
  "language": "en",
  "area": "carolina",
  "file_name": "fig-{figure}-{region}",
  "levels": [{ "slug": "county" }],
  "home": "county",
  "choosers": ["county"],
  "words": {
    "en": {
      "area": "North Carolina",
      "source_line": "Made up for a test",
      "levels": {
        "county": { "one": "county", "many": "counties", "named": "{name} County", "borders": "Counties" }
      }
    }
  }
}
JSON
    sed -i -e 's/"part": "piedmont"/"county": "37081"/' -e '/"timber"/d' "$project/layers/furniture.geojson"
    printf 'figure,kind,county,sector,title\n1,map,37081,furniture,Furniture\n2,sector-overview,,furniture,Furniture\n' \
        >"$project/layers/figures.csv"
    printf 'sector,county,actor\nfurniture,37081,county:Guilford\n' >"$project/layers/presence.csv"
    printf 'slug,name\nfurniture,Furniture\n' >"$project/layers/sectors.csv"
    run boundaries build counties.geojson
    expect_status 0
    expect_drawn
}

# Provinces and arrondissements as columns of the source; what is not at home becomes a neighbour.
test_wallonia_is_built_from_a_belgian_file_and_drawn() {
    if [ ! -r "$belgium" ]; then
        echo "  skipped: there is no $belgium" >&2
        return 0
    fi
    copy_carolina
    rm "$project"/boundaries/* "$project"/layers/*
    sed -e 's/EPSG:32119/EPSG:3812/' -e 's/"part"/"province"/g' -e 's/"county"/"municipality"/g' \
        "$carolina/project.json" >"$project/project.json"
    point='{ "type": "Point", "coordinates": [4.867, 50.467] }'
    printf '{ "type": "FeatureCollection", "features": [\n{ "type": "Feature", "properties": { "id": "namur", "province": "%s", "kind": "point", "number": 1, "name": "Namur", "place": "Namur" }, "geometry": %s }\n] }\n' \
        provincie-namen "$point" >"$project/layers/steel.geojson"
    printf 'figure,kind,province,sector,title\n1,map,provincie-namen,steel,Steel\n2,sector-overview,,steel,Steel\n' \
        >"$project/layers/figures.csv"
    printf 'slug,name\nsteel,Steel\n' >"$project/layers/sectors.csv"
    printf 'sector,province,actor\nsteel,provincie-namen,province:provincie-namen\n' \
        >"$project/layers/presence.csv"
    printf '{ "type": "FeatureCollection", "features": [] }\n' |
        tee "$project/layers/places.geojson" >"$project/layers/context.geojson"
    run boundaries build "$belgium" --name TX_MUNTY_DESCR_FR --level district=TX_ADM_DSTR_DESCR_NL \
        --level province=TX_PROV_DESCR_NL --home province:provincie-henegouwen \
        --home province:provincie-luik --home province:provincie-luxemburg \
        --home province:provincie-namen --home province:provincie-waals-brabant --tolerance 300
    expect_status 0
    grep -q 'of 589 polygons 262 counties, 20 districts, 5 parts, 6 neighbours' "$work/stdout" ||
        fail "$(cat "$work/stdout")"
    expect_drawn
}

# Old boundaries become new ones: parts are joined, and are called what the table says.
test_mergers_bring_belgian_boundaries_up_to_date() {
    if [ ! -r "$belgium" ]; then
        echo "  skipped: there is no $belgium" >&2
        return 0
    fi
    copy_carolina
    rm "$project"/boundaries/* "$project"/layers/*
    sed -e 's/EPSG:32119/EPSG:3812/' -e '/"slug": "district"/d' -e 's/"county"/"municipality"/g' \
        -e 's/"part"/"province"/g' -e 's/"district", //' -e '/"district": {/d' \
        "$carolina/project.json" >"$project/project.json"
    while read -r year polygons name; do
        run boundaries build "$belgium" --level province=TX_PROV_DESCR_NL --tolerance 400 \
            --home province:provincie-oost-vlaanderen --mergers "$HOUSE/boundaries/mergers-$year.csv"
        expect_status 0
        grep -q "of $polygons polygons" "$work/stdout" || fail "$year: $(cat "$work/stdout")"
        ogrinfo -al -geom=NO "$project/boundaries/regions.gpkg" municipality >"$work/regions"
        grep -q "name (String) = $name" "$work/regions" || fail "$year: no $name"
    done <<END
2019 581 Lievegem
2025 573 Beveren-Kruibeke-Zwijndrecht
END
}

# A table of before the merger is read on boundaries of after it, and the other way round; where the parts
# lay in two regions, the line of the new code counts.
test_mergers_lead_both_ways() {
    copy_carolina
    printf 'old,new,name\n37001,99001,Merged\n37003,99001,Merged\n' >"$project/mergers.csv"
    sed -e '/"37003"/d' -e 's/"37001"/"99001"/' "$project/counties.geojson" >"$project/new.geojson"
    run boundaries build new.geojson --mergers mergers.csv
    expect_status 1
    expect_message levels.csv:3 "stood before: 37003 (in piedmont-west, and before in piedmont-east)"
    echo '99001,Merged,piedmont-east,piedmont' >>"$project/boundaries/levels.csv"
    run boundaries build new.geojson --mergers mergers.csv
    expect_status 0
    grep -q 'of 99 polygons 99 counties' "$work/stdout" || fail "$(cat "$work/stdout")"
    run boundaries build counties.geojson --mergers mergers.csv
    expect_status 0
    grep -q 'of 99 polygons 99 counties' "$work/stdout" || fail "$(cat "$work/stdout")"
    ogrinfo -al -geom=NO "$project/boundaries/regions.gpkg" county | grep -q 'name (String) = Merged' ||
        fail "not called Merged"
    printf 'old,new\n37001,99009\n1,2\n' >"$project/mergers.csv"
    run boundaries build counties.geojson --mergers mergers.csv
    expect_status 1
    expect_message mergers.csv:3 "name codes that the source does not have" "1 and 2"
}

# What is named after a county of before a merger leads to the one that it has become, on boundaries of before
# and of after it.
test_a_catalogue_of_before_a_merger_is_drawn() {
    copy_carolina
    printf 'old,new,name,old_name\n37057,99057,Davidolph,Davidson\n37151,99057,Davidolph,Randolph\n' \
        >"$project/mergers.csv"
    sed -i -e '/^37151/d' -e 's/^37057,Davidson/99057,Davidolph/' "$project/boundaries/levels.csv"
    sed -i 's/"place": "Wake"/"place": "Randolph"/; s/-78.6624, 35.8685/-79.81, 35.71/' \
        "$project/layers/furniture.geojson"
    run boundaries build counties.geojson --mergers mergers.csv
    expect_status 0
    expect_drawn
    grep -q 'Workshops of Randolph and Davidson' "$project/out/map-1-piedmont-furniture.svg" ||
        fail "the zone of both is missing"
    sed -i 's/"county:Randolph"/"county:37151"/' "$project/layers/furniture.geojson"
    run check
    expect_status 0
    sed -e '/"37151"/d' -e 's/"37057"/"99057"/' -e 's/"Davidson"/"Davidolph"/' \
        "$project/counties.geojson" >"$project/new.geojson"
    run boundaries build new.geojson --mergers mergers.csv
    expect_status 0
    sed -i 's/-79.81, 35.71/-80.2, 35.8/' "$project/layers/furniture.geojson"
    run check
    expect_status 0
    run boundaries build new.geojson
    expect_status 0
    run check
    expect_status 1
    expect_message 'there is no county "Randolph"'
}

test_mergers_may_follow_each_other_and_do_not_split() {
    copy_carolina
    printf 'old,new\n37057,99057\n37151,99057\n99057,99099\n' >"$project/mergers.csv"
    run boundaries build counties.geojson --mergers mergers.csv --level district=DISTRICT
    expect_status 1
    expect_message "no column DISTRICT"
    sed -i -e '/^37151/d' -e 's/^37057/99099/' "$project/boundaries/levels.csv"
    run boundaries build counties.geojson --mergers mergers.csv
    expect_status 0
    ogrinfo -al -geom=NO "$project/boundaries/regions.gpkg" county >"$work/regions"
    grep -q 'slug (String) = 99099' "$work/regions" || fail "it ends half way"
    grep -q 'former (String) = 37057;37151;99057' "$work/regions" || fail "no former codes"
    printf '37057,99058\n' >>"$project/mergers.csv"
    run boundaries build counties.geojson --mergers mergers.csv
    expect_status 1
    expect_message mergers.csv:5 "1 codes become two: 37057 (99057 and 99058)"
}

run_tests
