# What a project asks for has bounds, and beyond them a message: nothing takes minutes or gigabytes,
# or is left out without a word.
. "$(dirname "$0")/lib.sh"

sector=layers/logistiek.geojson

# A small project with one map, of which the features stand in $work/wanted: a line each, with
# the id, then further properties, then the geometry, each as JSON, parted by bars.
project_of_features() {
    copy_small_project 13
    awk -F'|' 'BEGIN { print "{\"type\": \"FeatureCollection\", \"features\": [" }
        { printf "%s{\"type\": \"Feature\", \"properties\": {\"id\": \"%s\", \"province\": \"antwerpen\",", (NR > 1 ? "," : ""), $1
          printf "\"basis\": \"annex\", %s}, \"geometry\": %s}\n", $2, $3 }
        END { print "]}" }' "$work/wanted" >"$project/$sector"
}

# The program, within what every input is promised: ten seconds on an idle machine.
run_within_bounds() {
    status=0
    (cd "$project" && timeout 60 "$STREEKKAART" "$@") >"$work/stdout" 2>"$work/stderr" || status=$?
}

# $1 points at longitude $2 plus up to $3 degrees, numbered.
points() {
    awk -v count="$1" -v from="$2" -v width="$3" 'BEGIN {
        for (i = 1; i <= count; i++)
            printf "p%d|\"kind\": \"point\", \"number\": %d, \"name\": \"Punt %d\"|{\"type\": \"Point\", \"coordinates\": [%.5f, 51.2]}\n", i, i, i, from + width * i / count }'
}

test_points_without_end_are_told() {
    points 501 4.6 0 >"$work/wanted"
    project_of_features
    run_within_bounds check
    expect_status 1
    expect_message "$sector:" p501 "more than 500 points"
}

test_a_map_of_the_first_points_among_very_many_is_not_drawn() {
    points 100000 4.4 0.5 >"$work/wanted"
    project_of_features
    run_within_bounds figure 13 --format pdf,svg,png
    expect_status 1
    expect_message "$sector:" p501 "more than 500 points"
    expect_message "$sector:" p501 "figure 13 is not drawn"
    expect_no_figure_in "$project/out"
}

# A circle of a million vertices, as JSON.
million_vertices() {
    awk 'BEGIN {
        printf "{\"type\": \"Polygon\", \"coordinates\": [["
        for (i = 0; i < 1000000; i++) {
            a = i * 6.283185307 / 1000000
            printf "[%.7f, %.7f],", 4.6 + 0.2 * cos(a), 51.2 + 0.1 * sin(a)
        }
        print "[4.8, 51.2]]]}" }'
}

test_an_outline_of_a_million_vertices_is_told() {
    { printf 'kring|"kind": "zone", "name": "Kring"|' && million_vertices; } >"$work/wanted"
    project_of_features
    run_within_bounds figure 13 --format pdf,svg,png
    expect_status 1
    expect_message "$sector:" kring "1000001 vertices" Simplify
}

test_a_boundary_of_a_million_vertices_is_drawn() {
    copy_small_project 13
    {
        echo '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"slug": "zee", "name": "Zee"}, "geometry":'
        million_vertices
        echo '}]}'
    } >"$work/sea.geojson"
    ogr2ogr -f GPKG -t_srs EPSG:31370 -nlt MULTIPOLYGON -nln sea -update -overwrite \
        "$project/boundaries/regions.gpkg" "$work/sea.geojson" 2>"$work/log" || fail "$(cat "$work/log")"
    run_within_bounds figure 13 --format pdf,svg,png
    expect_status 0
    for format in pdf svg png; do expect_file "$project"/out/fig-13*.$format; done
}

test_an_outline_like_a_comb_is_told() {
    awk 'BEGIN {
        printf "kam|\"kind\": \"zone\", \"name\": \"Kam\"|{\"type\": \"Polygon\", \"coordinates\": [["
        for (i = 0; i < 100000; i++) printf "[%.6f, %s],", 4.4 + 0.5 * i / 100000, i % 2 ? "51.3" : "51.15"
        print "[4.91, 51.1], [4.39, 51.1], [4.4, 51.15]]]}" }' >"$work/wanted"
    project_of_features
    run_within_bounds figure 13 --format svg
    expect_status 1
    expect_message "$sector:" kam "vertices, of which a map shows 20000 at most" Simplify
}

test_a_link_with_many_ends_is_told() {
    {
        points 22 4.4 0.4
        echo 'l|"kind": "link", "name": "L", "link_type": "infrastructural",' \
            "\"from\": [$(seq -s, -f '"p%g"' 1 11)], \"to\": [$(seq -s, -f '"p%g"' 12 22)]|null"
    } >"$work/wanted"
    project_of_features
    run_within_bounds figure 13 --format svg
    expect_status 1
    expect_message "$sector:" ": l: " "121 lines, 100 is the most" "name fewer ends"
}

test_a_name_without_end_is_told() {
    awk 'BEGIN {
        printf "lang|\"kind\": \"point\", \"number\": 1, \"name\": \""
        for (i = 0; i < 50000; i++) printf "\303\251 "
        print "\"|{\"type\": \"Point\", \"coordinates\": [4.6, 51.2]}" }' >"$work/wanted"
    project_of_features
    run_within_bounds figure 13 --format svg
    expect_status 1
    expect_message "$sector:" lang "name: a text of" "shorten it to 500 letters or less"
}

test_zones_and_links_without_end_are_told() {
    {
        points 1 4.6 0
        seq -f 'z%g|"kind": "zone", "name": "Z", "area": ["resoc:kempen"]|null' 101
        seq -f 'l%g|"kind": "link", "name": "L", "link_type": "organisational", "from": "p1", "to": "resoc:mechelen"|null' 121
    } >"$work/wanted"
    project_of_features
    run_within_bounds check
    expect_status 1
    expect_message "$sector:" z101 "more than 100 zones"
    expect_message "$sector:" l121 "more than 120 lines of links"
}

# How many discs and leaders the map has, and what is written in discs.
expect_discs() {
    svg=$project/out/fig-13-antwerpen-logistiek.svg
    discs=$(grep -c 'data-role="marker"' "$svg") leaders=$(grep -c 'class="marker-leader"' "$svg")
    [ "$discs $leaders" = "$1 $2" ] || fail "$discs discs and $leaders leaders"
}

test_a_few_points_in_one_spot_stand_in_a_ring() {
    points 15 4.6 0 >"$work/wanted"
    project_of_features
    run_within_bounds figure 13 --format svg
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "not without a message"
    expect_discs 15 15
}

test_many_points_in_one_spot_share_a_disc_that_lists_them() {
    points 300 4.6 0 >"$work/wanted"
    project_of_features
    run_within_bounds figure 13 --format svg
    expect_status 0
    expect_message "$sector:" " p1: " "300 points stand so near to each other" "1–300"
    expect_discs 1 0
    grep -q '>1–300<' "$svg" || fail "the disc does not list them"
}

test_a_crowd_is_drawn_and_what_shares_a_disc_is_told() {
    points 40 4.6 0.04 >"$work/wanted"
    project_of_features
    run_within_bounds figure 13 --format svg
    expect_status 0
    expect_message "$sector:" "share a disc"
    if grep -q "found no free place" "$work/stderr"; then fail "not all found a place"; fi
}

test_a_remedy_for_a_page_too_small_is_found_soon() {
    points 100 4.3 0.6 >"$work/wanted"
    project_of_features
    run_within_bounds figure 13 --format svg
    expect_status 0
    expect_message "the legend has no room for the names of 100 points" "give --size"
}

run_tests
