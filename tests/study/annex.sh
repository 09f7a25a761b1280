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
complaints=$work/complaints exceptions=$work/exceptions
cp "$work/stderr" "$complaints"
sed '/^#/d; s/:.*//' "$(dirname "$0")/exceptions.txt" | sort >"$exceptions"
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
    [ "$(wc -c <"$out/annex.pdf")" -lt 3000000 ] || fail "$(wc -c <"$out/annex.pdf") bytes"
}

test_nothing_overlaps_or_is_missing_on_any_figure() {
    mkdir "$work/figures"
    cp "$out"/fig-*.svg "$work/figures"
    expect_faultless "$work/figures" 45
    expect_nothing_far_off "$project/report.json" 500
}

# Of each figure of the report a line for each name and letter: figure, id, and what of `key leader inside
# in_other own other turn` is measured, as word=number.
name_measures() {
    awk '/^ *"figure": /{ figure = $2 + 0 }
         /"name": \{/ {
             match($0, /"id": "[^"]*"/); id = substr($0, RSTART + 7, RLENGTH - 8)
             match($0, /"name": \{[^}]*/); text = substr($0, RSTART + 9, RLENGTH - 9)
             gsub(/"fault": .*|[" ]/, "", text); gsub(/:/, "=", text); gsub(/,/, " ", text)
             print figure, id, text
         }' "$1"
}

# By these a reader tells whose a name is (docs/cartography.md). The program says the same in a warning;
# what it can't place so is known, with its reason: tests/study/exceptions.txt.
test_each_name_says_whose_it_is() {
    name_measures "$project/report.json" >"$work/names"
    [ "$(wc -l <"$work/names")" -ge 380 ] || fail "$(wc -l <"$work/names") names"
    awk '{
             split("", m)
             for (i = 3; i <= NF; i++) { split($i, part, "="); m[part[1]] = part[2] }
             key = m["key"] == "true"
             if ("leader" in m) bad = m["leader"] < 2.499
             else if ("inside" in m) bad = m["inside"] < 0.9
             else if ("own" in m) bad = !key && (m["own"] > 1.5 || m["turn"] > 20)
             if ("in_other" in m && m["in_other"] > 0.1) bad = 1
             if (!key && "other" in m && m["other"] < 2 * m["own"]) bad = 1
             if (bad) print $1, $2
             bad = 0
         }' "$work/names" | sort >"$work/breaking"
    diff "$exceptions" "$work/breaking" >"$work/wrong" || fail "$(cat "$work/wrong")"
    cut -d' ' -f2 "$exceptions" >"$work/ids"
    grep -v -F -f "$work/ids" "$complaints" >"$work/wrong" || [ $? -eq 1 ]
    [ ! -s "$work/wrong" ] || fail "$(cat "$work/wrong")"
}

# So that they can be compared leaf by leaf; an overview's page is its own.
test_the_maps_of_a_province_are_one_size_and_scale() {
    awk '/^ *"figure": /{ figure = $2 + 0 }
         /^ *"frame": /{ frame = $0; sub(/,$/, "", frame) }
         /^ *"home_share": /{ print figure, $2 + 0, frame }' "$project/report.json" >"$work/frames"
    while IFS=, read -r number kind province _; do
        [ "$kind" = map ] || continue
        echo "$province $(grep "^$number " "$work/frames" | cut -d' ' -f2-)"
    done <"$project/layers/figures.csv" | sort -u >"$work/plans"
    [ "$(wc -l <"$work/plans")" -eq 5 ] || fail "$(cat "$work/plans")"
    awk '$2 < 0.6 { print "the province takes " $2 " of the frame: " $0 }' "$work/plans" >"$work/wrong"
    [ ! -s "$work/wrong" ] || fail "$(cat "$work/wrong")"
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
