# The annex of the report, whole: every figure, every row, no complaint, and nothing that a careful
# reader would mark: names, markers, leaders and furniture on top of each other, things out of the
# frame, features that are missing.
. "$(dirname "$0")/../cli/lib.sh"

# One drawing for all tests.
work=$TEST_OUT/annex
rm -rf "$work"
mkdir -p "$work"
: >"$work/stderr"
copy_project
run annex --format pdf,svg --report report.json
expect_status 0
out=$project/out

test_the_shipped_project_has_no_fault() {
    run check
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "$(cat "$work/stderr")"
}

test_the_annex_has_every_figure_and_every_row_and_is_small() {
    [ "$(figure_count)" -eq 45 ] || fail "$(figure_count) figures"
    [ "$(find "$out" -maxdepth 1 -name 'fig-*.pdf' | wc -l)" -eq 45 ] || fail "not 45 figures"
    expect_every_row_in_its_sheet "$out/annex" 39 4
    [ "$(wc -c <"$out/annex.pdf")" -lt 12000000 ] || fail "$(wc -c <"$out/annex.pdf") bytes"
}

test_nothing_overlaps_or_is_missing_on_any_figure() {
    mkdir "$work/figures"
    cp "$out"/fig-*.svg "$work/figures"
    expect_faultless "$work/figures" 45
    expect_nothing_far_off "$project/report.json" 500
}

# The fills of the legend of figure $1 as "class red green blue", from the rules of its style. But for
# two zones of a millimetre, which are hardly more than their outlines: Feed-Food-Health, Agropolis.
legend_fills() {
    sed -n '/id="layer-legend"/,/^ <\/g>/p' "$1" >"$work/legend"
    for class in chosen-resoc chosen-province zone; do
        [ "$class ${1##*/fig-}" != "zone 42-vlaams-brabant-chemie-life-sciences.svg" ] || continue
        [ "$class ${1##*/fig-}" != "zone 45-limburg-cleantech.svg" ] || continue
        grep -q "class=\"$class\"" "$work/legend" || continue
        hex=$(sed -n "s/^ *\.$class{fill:#\([0-9a-f]*\).*/\1/p" "$1")
        echo "$class $((0x${hex%????})) $((0x$(echo "$hex" | cut -c3-4))) $((0x${hex#????}))"
    done
}

# What the map of figure $1, without its legend, covers with each colour: $work/shares.
map_colours() {
    sed '/id="layer-legend"/,/^ <\/g>/d' "$1" >"$work/map.svg"
    rsvg-convert -d 100 -p 100 -o "$work/map.png" "$work/map.svg"
    "$TEST_TOOLS/colour_shares" "$work/map.png" >"$work/shares"
}

# Colours are the same within two steps of 255 of each part, which is less than a CIEDE2000 of 2. A
# strong colour is one whose parts differ by more than 32: the ground is paler.
test_the_fills_of_the_legend_are_those_of_the_map() {
    looked_at=0
    for svg in "$out"/fig-*.svg; do
        legend_fills "$svg" >"$work/fills"
        [ -s "$work/fills" ] || continue
        looked_at=$((looked_at + 1))
        map_colours "$svg"
        awk 'function away(a, b) { return a > b ? a - b : b - a }
             NR == FNR { name[++n] = $1; r[n] = $2; g[n] = $3; b[n] = $4; next }
             {
                 known = 0
                 for (i = 1; i <= n; i++)
                     if (away($2, r[i]) <= 2 && away($3, g[i]) <= 2 && away($4, b[i]) <= 2) {
                         share[i] += $1
                         known = 1
                     }
                 most = $2 > $3 ? $2 : $3; most = most > $4 ? most : $4
                 least = $2 < $3 ? $2 : $3; least = least < $4 ? least : $4
                 if (!known && $1 >= 2 && most - least > 32)
                     print "not in the legend: " $0
             }
             END { for (i = 1; i <= n; i++) if (share[i] < 0.002) print "not on the map: " name[i] }
        ' "$work/fills" "$work/shares" >"$work/wrong"
        [ ! -s "$work/wrong" ] || fail "${svg##*/}: $(cat "$work/wrong")"
    done
    [ "$looked_at" -eq 43 ] || fail "$looked_at maps with fills in their legend"
}

run_tests
