# Each sector has a mark of its own on the overviews, however many there are.
. "$(dirname "$0")/lib.sh"

# The project with just the overview of the regions, and $1 sectors more than it has.
add_sectors() {
    copy_small_project 11 13
    for number in $(seq "$1"); do
        echo "extra-$number,Extra $number,disc" >>"$project/layers/sectors.csv"
        echo "extra-$number,,resoc:kempen,false," >>"$project/layers/presence.csv"
    done
}

# How many different colours the marks of an SVG have.
colours_of_marks() {
    grep -o '[.]sector-colour[0-9]*{fill:#[0-9a-f]*' "$1" | sed 's/.*fill://' | sort -u | wc -l
}

test_a_style_with_too_few_colours_is_told_by_check_and_before_an_overview() {
    add_sectors 1
    run check
    expect_status 1
    expect_message styles/study.json: overview.symbols '18 colours for 19 sectors' 'add a colour'
    run figure 11 13 --format svg
    expect_status 1
    expect_message styles/study.json: overview.symbols '18 colours for 19 sectors'
    expect_file "$project/out/fig-13-antwerpen-logistiek.svg"
    [ "$(find "$project/out" -name '*.svg' | wc -l)" -eq 1 ] || fail "the overview is drawn"
    run figure 13 --format svg
    expect_status 0
}

test_with_colours_for_all_the_overview_is_drawn_and_no_colour_is_used_twice() {
    add_sectors 22
    more=
    for number in $(seq 22); do more="$more, \"#$(printf '%02x' $((number * 10)))aa55\""; done
    sed -i "/\"symbols\": \[/,/\]/s/\]/$more]/" "$project/styles/study.json"
    run figure 11 --format svg
    expect_status 0
    chosen=$(grep ',resoc:' "$project/layers/presence.csv" | cut -d , -f 1 | sort -u | wc -l)
    [ "$chosen" -gt 32 ] || fail "only $chosen sectors"
    [ "$(colours_of_marks "$project"/out/*.svg)" -eq "$chosen" ] || fail "not $chosen colours"
}

test_in_one_colour_two_sectors_must_not_have_one_symbol() {
    copy_small_project 11
    sed -i 's/,flask$/,truck/' "$project/layers/sectors.csv"
    echo '{ "extends": "study", "overview": { "symbols": ["#1f1f1f"] } }' >"$project/styles/grey.json"
    run figure 11 --style grey --format svg
    expect_status 1
    expect_message styles/grey.json overview.symbols logistiek chemie-life-sciences 'same mark' \
        layers/sectors.csv
    expect_no_figure_in "$project/out"
    sed -i '/^chemie/s/,truck$/,flask/' "$project/layers/sectors.csv"
    run figure 11 --style grey --format svg
    expect_status 0
}

run_tests
