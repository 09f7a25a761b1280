#!/bin/sh
# Cuts the tests' own project, tests/data/project/, out of the shipped one: a few figures of each
# kind, on coarse boundaries. It was run once. The result is frozen, so that no correction of the
# catalogue or of the house style breaks a test of the code; to cut it anew means to look at every
# test again. By itself a new style key or word comes into it, and one that is taken out leaves it,
# by hand.
#
#   tests/data/make-project.sh MUNICIPALITIES COUNTRIES
#
# MUNICIPALITIES and COUNTRIES are what boundaries/README.md builds the shipped set from. Needs jq
# and sqlite3, and build/release/streekkaart.
set -eu
municipalities=$(realpath "$1")
countries=$2
cd "$(dirname "$0")/../.."
out=tests/data/project

# The figures that are kept; a map brings the features of its province and sector.
figures="11 12 13 14 15 16 17 19 21 24 26 30 38 39 40 42 43 44 45 46 47 51 52 53 54"
maps="antwerpen-logistiek antwerpen-chemie-life-sciences antwerpen-cleantech antwerpen-zorg
      antwerpen-bouw antwerpen-metaal antwerpen-diamant west-vlaanderen-logistiek
      west-vlaanderen-materialen oost-vlaanderen-logistiek oost-vlaanderen-toerisme
      oost-vlaanderen-textiel vlaams-brabant-logistiek vlaams-brabant-chemie-life-sciences
      vlaams-brabant-creatieve-industrie limburg-maakindustrie limburg-cleantech
      limburg-logistiek limburg-chemie-life-sciences limburg-landbouw"

rm -rf "$out"
mkdir -p "$out/boundaries" "$out/layers" "$out/styles/languages"

build/release/streekkaart boundaries build "$municipalities" --neighbours "$countries" \
    --tolerance 800 --out "$out/boundaries/regions.gpkg"
sqlite3 "$out/boundaries/regions.gpkg" 'PRAGMA page_size = 1024; VACUUM;'

# The features of file $1, as they stand there, whose ids begin with one of the maps.
cut_features() {
    awk -v maps="$maps" '
        BEGIN { count = split(maps, map, /[ \n]+/) }
        !inside && !/^    \{$/ && !/^  \]/ && !ended { print; next }
        /^    \{$/ { inside = 1; text = ""; kept = 0 }
        inside { text = text (text == "" ? "" : "\n") $0 }
        inside && /^        "id": "/ {
            for (i = 1; i <= count; i++) if (index($0, "\"" map[i] "-")) kept = 1
        }
        inside && /^    \},?$/ {
            inside = 0
            sub(/,$/, "", text)
            if (kept) { printf "%s%s", separator, text; separator = ",\n" }
        }
        /^  \]/ { ended = 1; print (separator == "" ? "" : "\n") $0; next }
        ended { print }' "$1"
}

for file in layers/*.geojson; do
    case $file in layers/context.geojson | layers/places.geojson) continue ;; esac
    cut_features "$file" >"$out/$file"
    grep -q '"id"' "$out/$file" || rm "$out/$file"
done
cp layers/places.geojson layers/sectors.csv "$out/layers"
# What was chosen on a map that is left out still stands on the overviews of all regions.
awk -F, -v OFS=, -v maps="$maps" '
    BEGIN { count = split(maps, map, /[ \n]+/); for (i = 1; i <= count; i++) kept[map[i]] = 1 }
    NR > 1 && !($2 "-" $1 in kept) { $2 = "" }
    { print }' layers/presence.csv >"$out/layers/presence.csv"
head -n 1 layers/figures.csv >"$out/layers/figures.csv"
for number in $figures; do grep "^$number," layers/figures.csv; done >>"$out/layers/figures.csv"

# All towns; of the main lines every third point.
jq -r '[.features[] | select(.properties.kind == "town" or .properties.rank < 3)
        | if .geometry.type == "LineString" then .geometry.coordinates |=
              [.[0]] + [range(2; length - 1; 3) as $i | .[$i]] + [.[-1]] else . end | tojson]
       | "{ \"type\": \"FeatureCollection\", \"features\": [\n" + join(",\n") + "\n] }"' \
    layers/context.geojson >"$out/layers/context.geojson"

cp project.json "$out"
cp styles/study.json "$out/styles"
cp styles/languages/*.json "$out/styles/languages"
