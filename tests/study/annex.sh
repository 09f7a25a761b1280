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
# in_other own other turn across` is measured, as word=number.
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
    for kind in inside:230 own:130 across:1400; do
        count=$(grep -c " ${kind%:*}=" "$work/names")
        [ "$count" -ge "${kind#*:}" ] || fail "$count names with ${kind%:*}"
    done
    awk '{
             split("", m)
             for (i = 3; i <= NF; i++) { split($i, part, "="); m[part[1]] = part[2] }
             key = m["key"] == "true"
             if ("leader" in m) bad = m["leader"] < 2.499
             else if ("inside" in m) bad = m["inside"] < 0.9
             else if ("own" in m) bad = !key && (m["own"] > 1.5 || m["turn"] > 20)
             if ("in_other" in m && m["in_other"] > 0.1) bad = 1
             if ("across" in m && m["across"] > 0.02) bad = 1
             if (!key && "other" in m && m["other"] < 2 * m["own"]) bad = 1
             if (bad) print $1, $2
             bad = 0
         }' "$work/names" | sort >"$work/breaking"
    diff "$exceptions" "$work/breaking" >"$work/wrong" || fail "$(cat "$work/wrong")"
    cut -d' ' -f2 "$exceptions" >"$work/ids"
    grep -v -F -f "$work/ids" "$complaints" >"$work/wrong" || [ $? -eq 1 ]
    [ ! -s "$work/wrong" ] || fail "$(cat "$work/wrong")"
}

# Of each figure of the report a line for each line of a link: figure, feature, and what is measured, as
# word=number.
link_measures() {
    awk '/^ *"figure": /{ figure = $2 + 0 }
         /"feature": .*"from": .*"corner": / {
             gsub(/"fault": .*|[" {}]/, ""); gsub(/:/, "="); gsub(/,/, " ")
             sub(/feature=/, "")
             print figure, $0
         }' "$1"
}

# By these a reader tells which link ends where (docs/cartography.md).
test_each_link_says_where_it_ends() {
    link_measures "$project/report.json" >"$work/links"
    [ "$(wc -l <"$work/links")" -ge 130 ] || fail "$(wc -l <"$work/links") lines of links"
    awk '{
             split("", m)
             for (i = 3; i <= NF; i++) { split($i, part, "="); m[part[1]] = part[2] }
             bad = m["to"] == ""
             if ("head_gap" in m && m["head_gap"] < 3) bad = 1
             if ("start_gap" in m && m["start_gap"] < 1.5) bad = 1
             if ("through" in m && m["through"] < 30) bad = 1
             if (m["corner"] > 8) bad = 1
             if (bad) print
         }' "$work/links" >"$work/wrong"
    [ ! -s "$work/wrong" ] || fail "$(cat "$work/wrong")"
    [ "$(grep -c 'to=trunk' "$work/links")" -ge 8 ] || fail "no trunks: $(grep trunk "$work/links")"
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

# The same holds of the sheets, whatever their tables are. A frame is its width and height, in points.
test_the_maps_on_the_sheets_of_a_province_are_one_size() {
    for svg in "$out"/annex/fig-*.svg; do
        sed -n '/id="frame"/,/<\/g>/s/.* d="m[^ ]* [^ ]* \([0-9.]*\) 0 0 \([0-9.]*\).*/\1 \2/p' "$svg" |
            sed "s/^/${svg##*/} /; s/^fig-\([0-9]*\)[^ ]*/\1/"
    done >"$work/sheet-frames"
    [ "$(wc -l <"$work/sheet-frames")" -eq 45 ] || fail "$(wc -l <"$work/sheet-frames") maps on sheets"
    while IFS=, read -r number kind province _; do
        [ "$kind" = map ] || continue
        echo "$province $(grep "^$number " "$work/sheet-frames" | cut -d' ' -f2-)"
    done <"$project/layers/figures.csv" | sort -u >"$work/sheet-plans"
    [ "$(wc -l <"$work/sheet-plans")" -eq 5 ] || fail "$(cat "$work/sheet-plans")"
}

# Half-empty legends waste the page; what goes on in another column says of what it is.
test_the_columns_of_each_legend_fill_its_box() {
    awk '/^ *"figure": /{ figure = $2 + 0 }
         /^ *"legend_filled": /{ print figure, $2 + 0 }' "$project/report.json" >"$work/filled"
    [ "$(wc -l <"$work/filled")" -eq 45 ] || fail "$(wc -l <"$work/filled") legends"
    awk '$2 < 0.7' "$work/filled" >"$work/wrong"
    [ ! -s "$work/wrong" ] || fail "$(cat "$work/wrong")"
    grep -l 'id="legend-points-2"' "$out"/fig-*.svg >"$work/cut" || fail "no legend goes on"
    while read -r svg; do
        grep -q 'Actoren (vervolg)' "$svg" || fail "$svg: a column without its heading"
    done <"$work/cut"
}

# Sizes that a reader can tell apart. A number that its disc has no room for is a little smaller.
test_type_comes_in_four_sizes() {
    cat "$out"/fig-*.svg | sed -n 's/^ *\.[a-z0-9-]*{font-size:\([0-9.]*\)px.*/\1/p' >"$work/sizes"
    [ "$(wc -l <"$work/sizes")" -ge 400 ] || fail "$(wc -l <"$work/sizes") sizes"
    awk '{ print int($1 + 0.95) }' "$work/sizes" | sort -un | tr '\n' ' ' >"$work/steps"
    [ "$(cat "$work/steps")" = '6 7 8 9 ' ] || fail "$(cat "$work/steps")"
    awk '$1 - int($1) > 0.05' "$work/sizes" >"$work/wrong"
    [ ! -s "$work/wrong" ] || fail "sizes between: $(sort -u "$work/wrong")"
}

# The fills of the legend of figure $1 as "class red green blue", from the rules of its style. But for
# two zones of a millimetre, which are hardly more than their outlines: Feed-Food-Health, Agropolis.
legend_fills() {
    sed -n '/id="layer-legend"/,/^ <\/g>/p' "$1" >"$work/legend"
    for class in chosen-part chosen-home zone; do
        [ "$class ${1##*/fig-}" != "zone 42-vlaams-brabant-chemie-life-sciences.svg" ] || continue
        [ "$class ${1##*/fig-}" != "zone 45-limburg-cleantech.svg" ] || continue
        grep -q "class=\"$class\"" "$work/legend" || continue
        hex=$(sed -n "s/^ *\.$class{fill:#\([0-9a-f]*\).*/\1/p" "$1")
        echo "$class $((0x${hex%????})) $((0x$(echo "$hex" | cut -c3-4))) $((0x${hex#????}))"
    done
}

# A zone that is whole regions and one that lies in it are both read: the hatching of the one goes over
# the fill of the other.
test_hatching_is_seen_over_the_fills_of_other_zones() {
    looked_at=0
    for svg in "$out"/fig-*.svg; do
        sed -n '/id="layer-zones"/,/^ <\/g>/p' "$svg" >"$work/zones"
        grep -q 'class="zone"' "$work/zones" || continue
        grep -qE 'class="zone-(resoc|province)"' "$work/zones" || continue
        looked_at=$((looked_at + 1))
        last_fill=$(grep -n 'class="zone"' "$work/zones" | tail -1 | cut -d: -f1)
        first_hatch=$(grep -nE 'class="zone-(resoc|province)"' "$work/zones" | head -1 | cut -d: -f1)
        [ "$last_fill" -lt "$first_hatch" ] || fail "${svg##*/}: a fill over the hatching"
    done
    [ "$looked_at" -ge 8 ] || fail "$looked_at figures with both"
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
