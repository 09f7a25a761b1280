#!/bin/sh
# Measures what the program takes, in one run and on one machine, and prints it as ratios; see README.md
# beside it, which keeps them.
#
#   tests/bench/bench.sh [--quick] [--runs N] [--stages LIST] [PROGRAM]
#
# PROGRAM is build/release/streekkaart, built with BUILD_TESTING=ON: its tests/measure and tests/floor
# are what this measures with. All programs take turns, N times (5), and medians are told: CPU is user
# and system time of the whole process. --quick (a minute or two) takes three turns and leaves out the
# annex and large projects.
#
# LIST says with commas what is measured (all of it, which takes half an hour):
#   one        figures alone and together, in each format, and a sector
#   growth     with points on a map, and with the vertices of boundaries
#   floor      the least that these figures can cost
#   others     the same base map by other programs
#   annex      the whole annex, once
#   many       generated projects of ANNEXES figures, once each: 4500 take a quarter of an hour
#
#   BOUNDARY_SOURCE   municipalities to build finer sets from, and to draw by others
#                     (statbel-2011-municipalities.gpkg in ../shared/boundaries)
#   COUNTRIES         the countries around (see boundaries/README.md); without, finer sets end where
#                     the project does
#   ANNEXES           how many figures the generated projects have ("45 450"; 4500 for who has time)
#   KEEP              a folder to keep the samples and medians in
#   BEFORE            another build of the program, to hold the annex against, and with
#   BEFORE_PROJECT    the project that it reads (the same)
set -eu
cd "$(dirname "$0")/../.."
root=$PWD bench=$PWD/tests/bench

quick='' runs='' stages=one,growth,floor,others,annex,many
while [ $# -gt 0 ]; do
    case $1 in
    --quick) quick=yes ;;
    --runs) runs=$2 && shift ;;
    --stages) stages=$2 && shift ;;
    -*) sed -n 's/^#   \(tests\/bench.*\)/\1/p' "$0" >&2 && exit 2 ;;
    *) break ;;
    esac
    shift
done
runs=${runs:-$([ -n "$quick" ] && echo 3 || echo 5)}
program=$(realpath "${1:-build/release/streekkaart}")
BEFORE=${BEFORE:+$(realpath "$BEFORE")}
tools=$(dirname "$program")/tests
source=${BOUNDARY_SOURCE:-$root/../shared/boundaries/statbel-2011-municipalities.gpkg}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
samples=$work/samples out=$work/out
: >"$samples"

# A turn of one program: sample NAME COMMAND...; a NAME says what is measured, without spaces.
sample() {
    "$tools/measure" "$samples" "$@" 2>"$work/stderr" || {
        echo "bench.sh: $*: $(head -n 3 "$work/stderr")" >&2
        exit 1
    }
}

draw() {
    name=$1 project=$2
    shift 2
    sample "$name" "$program" "$@" --project "$project" --out "$out" --force --quiet
}

copy_study() {
    mkdir -p "$1"
    cp -r boundaries layers styles project.json "$1"
}

measures() {
    case ,$stages, in *,"$1",*) true ;; *) false ;; esac
}

has() { command -v "$1" >/dev/null 2>&1; }

# ---- Projects

# A map with $2 points in project $1.
make_crowded_map() {
    copy_study "$1"
    find "$1/layers" -name '*.geojson' ! -name places.geojson ! -name context.geojson -exec rm {} +
    awk 'NR == 1 || /^13,/' layers/figures.csv >"$1/layers/figures.csv"
    awk -F, 'NR == 1 || ($1 == "logistiek" && $2 == "antwerpen")' layers/presence.csv \
        >"$1/layers/presence.csv"
    points logistiek "$2" >"$1/layers/logistiek.geojson"
}

# $2 points of sector $1, spread evenly over Antwerp without being a grid.
points() {
    awk -v sector="$1" -v count="$2" 'BEGIN {
        print "{\"type\": \"FeatureCollection\", \"features\": ["
        for (i = 1; i <= count; i++) {
            x = i * 0.7548776662; y = i * 0.5698402910
            printf "%s{\"type\": \"Feature\", \"properties\": {\"id\": \"%s-%d\", \"province\": \"antwerpen\", \"basis\": \"annex\", \"kind\": \"point\", \"number\": %d, \"name\": \"Punt %d\"}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [%.5f, %.5f]}}\n",
                (i > 1 ? "," : ""), sector, i, i, i, 4.45 + 0.6 * (x - int(x)), 51.1 + 0.25 * (y - int(y))
        }
        print "]}" }'
}

# $2 figures in project $1: a sector each, with ten points.
make_many_figures() {
    make_crowded_map "$1" 1
    rm "$1/layers/logistiek.geojson"
    seq "$2" | awk -v folder="$1/layers" 'BEGIN {
        print "slug,name,symbol" >(folder "/sectors.csv")
        print "sector,province,actor,recent,note" >(folder "/presence.csv")
        print "figure,kind,province,sector,level,title,caption" >(folder "/figures.csv") }
        { print "s" $1 ",Sector " $1 ",truck" >(folder "/sectors.csv")
          print "s" $1 ",antwerpen,province:antwerpen,false," >(folder "/presence.csv")
          print $1 ",map,antwerpen,s" $1 ",,Sector " $1 ",Sector " $1 " in Antwerpen" >(folder "/figures.csv") }'
    for i in $(seq "$2"); do points "s$i" 10 >"$1/layers/s$i.geojson"; done
}

# A set whose borders move by $2 metres at most, in project $1.
make_boundaries() {
    copy_study "$1"
    rm "$1/boundaries/regions.gpkg"
    "$program" boundaries build "$source" ${COUNTRIES:+--neighbours "$COUNTRIES"} --tolerance "$2" \
        --project "$1" --out "$1/boundaries/regions.gpkg" --quiet
    echo "vertices-$2 0 0 $(vertices_of "$1/boundaries/regions.gpkg")" >>"$samples"
}

vertices_of() {
    for layer in municipality resoc province neighbour; do
        ogrinfo -q "$1" -dialect sqlite -sql "SELECT SUM(ST_NPoints(geom)) AS n FROM $layer"
    done | awk '/ = / { sum += $NF } END { print sum + 0 }'
}

figures="13 21 28 35 42 48"
[ -z "$quick" ] || figures="13 28"
crowds="10 50 250 500" tolerances="40 4 0.1" annexes=${ANNEXES:-45 450}
[ -z "$quick" ] || { crowds="10 100" tolerances="40 0.1" annexes="45"; }
measures growth || crowds='' tolerances=''
measures many || annexes=''
if [ ! -f "$source" ] || ! has ogrinfo; then tolerances=; fi

study=$work/study others=$work/others
copy_study "$study"
for count in $crowds; do make_crowded_map "$work/points-$count" "$count"; done
for tolerance in $tolerances; do make_boundaries "$work/tolerance-$tolerance" "$tolerance"; done
for count in $annexes; do make_many_figures "$work/figures-$count" "$count"; done

# ---- The same map by other programs

# The data in the shape that each of them reads without more ado; bench.sh measures only the drawing.
prepare_others() {
    mkdir -p "$others"
    convert="ogr2ogr -q -t_srs EPSG:31370 -f"
    $convert GPKG "$others/features.gpkg" layers/context.geojson -nln lines -where "kind <> 'town'"
    $convert GPKG -update "$others/features.gpkg" layers/context.geojson -nln towns \
        -where "kind = 'town'"
    $convert GPKG -update "$others/features.gpkg" layers/logistiek.geojson -nln points \
        -where "kind = 'point' AND province = 'antwerpen'"
    ln -s "$root/boundaries/regions.gpkg" "$others/set.gpkg"
    [ ! -f "$source" ] || ln -s "$(realpath "$source")" "$others/source.gpkg"
    echo "sans $(fc-match -f '%{file}' 'DejaVu Sans:style=Book')" >"$others/fonts.txt"
    for of in set source; do
        [ -e "$others/$of.gpkg" ] || continue
        for template in mapnik.xml mapserver.map; do
            sed -e "s|@FOLDER@|$others|" -e "s|@FILE@|$others/$of.gpkg|" -e "s|@LAYER@|$(layer_of $of)|" \
                "$bench/others/$template.in" >"$others/$of-$template"
        done
        ogr2ogr -q -f OGR_GMT "$others/$of.gmt" "$others/$of.gpkg" "$(layer_of $of)"
    done
    ogr2ogr -q -f OGR_GMT "$others/lines.gmt" "$others/features.gpkg" lines
    for of in towns points; do
        ogr2ogr -q -f CSV /vsistdout/ "$others/features.gpkg" $of -lco GEOMETRY=AS_XY \
            -lco SEPARATOR=TAB | awk -F'\t' 'NR > 1 { print $1, $2 }' >"$others/$of.txt"
    done
    ogr2ogr -q -f CSV /vsistdout/ "$others/features.gpkg" towns -lco GEOMETRY=AS_XY -select name \
        -lco SEPARATOR=TAB | awk -F'\t' 'NR > 1 { print $1, $2, $3 }' >"$others/town-names.txt"
}

layer_of() { [ "$1" = set ] && echo municipality || echo municipalities; }

# Debian's own Python sees Debian's modules.
python=/usr/bin/python3
has_mapnik() { [ -x $python ] && $python -c 'import mapnik' 2>/dev/null; }

others_take_turns() {
    for of in set source; do
        [ -e "$others/$of.gpkg" ] || continue
        if has_mapnik; then
            for times in 1 3; do
                sample "mapnik-$of-$times" $python "$bench/others/mapnik_maps.py" \
                    "$others/$of-mapnik.xml" "$others/mapnik" $times
            done
        fi
        if has map2img; then
            for format in png pdf svg; do
                sample "mapserver-$of-$format" map2img -m "$others/$of-mapserver.map" -i $format \
                    -o "$others/mapserver.$format"
            done
        fi
        has gmt && sample "gmt-$of" "$bench/others/gmt.sh" "$others/$of.gmt" "$others" "$others/gmt"
    done
    return 0
}

# ---- Turns

one_and_more() {
    sample load "$program" list --project "$study"
    for figure in $figures; do draw "alone-$figure" "$study" figure "$figure" --jobs 1; done
    for format in svg png pdf svg,png,pdf; do
        # shellcheck disable=SC2086 # one word a figure
        draw "together-$format" "$study" figure $figures --jobs 1 --format $format
        draw "alone-$format" "$study" figure 13 --jobs 1 --format $format
    done
    draw sector "$study" sector logistiek --jobs 1
}

growth() {
    for count in $crowds; do
        draw "points-$count" "$work/points-$count" figure 13 --jobs 1 --format svg
    done
    for tolerance in $tolerances; do
        draw "tolerance-$tolerance" "$work/tolerance-$tolerance" figure 13 --jobs 1 --format svg
    done
}

# Once, as what follows: thousands of figures take their time, and time evens out in them.
whole_annex() {
    draw annex-jobs-1 "$study" annex --jobs 1
    if [ -n "${BEFORE:-}" ]; then
        mkdir -p "$out/before"
        (cd "${BEFORE_PROJECT:-$study}" &&
            sample annex-before "$BEFORE" annex --jobs 1 --out "$out/before" --force --quiet)
    fi
    draw annex-jobs-2 "$study" annex --jobs 2
}

many_figures() {
    for count in $annexes; do
        rm -rf "$out"
        draw "figures-$count" "$work/figures-$count" annex --jobs 1 --format svg
    done
}

floor() {
    for target in outlined inkscape; do
        "$program" figure "$1" --project "$study" --format svg --svg-target $target \
            --out "$work/$target" --force --quiet
    done
    "$tools/floor" "$work/outlined/"*.svg "$work/inkscape/"*.svg 300 "$work/floor" 1 |
        sed "s/^/floor-$1-/; s/\$/ 0 0/" >>"$samples"
    rm "$work/outlined/"*.svg "$work/inkscape/"*.svg
}

if has ogr2ogr && measures others; then prepare_others; fi
for turn in $(seq "$runs"); do
    echo "turn $turn of $runs" >&2
    sample start "$program" version
    if measures one; then one_and_more; fi
    growth
    if measures floor; then for figure in $figures; do floor "$figure"; done; fi
    if [ -d "$others" ]; then others_take_turns; fi
done
if [ -z "$quick" ] && measures annex; then whole_annex; fi
many_figures

# ---- What came out

# Median CPU, time by the clock and memory of each name.
sort -k1,1 -k2,2n "$samples" | awk '
    function put() { if (n) print name, cpu[int((n + 1) / 2)], wall, memory }
    $1 != name { put(); name = $1; n = 0; wall = memory = 0 }
    { cpu[++n] = $2; if (!wall || $3 < wall) wall = $3; if ($4 > memory) memory = $4 }
    END { put() }' >"$work/medians"

versions() {
    echo "Machine: $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)"
    echo "Program: $("$program" version)"
    if has_mapnik; then echo "Mapnik: $($python -c 'import mapnik; print(mapnik.mapnik_version())')"; fi
    if has map2img; then map2img -v 2>/dev/null | sed 's/^MapServer version \([^ ]*\).*/MapServer: \1/'; fi
    if has gmt; then echo "GMT: $(gmt --version)"; fi
}

[ -z "${KEEP:-}" ] || cp "$work/medians" "$samples" "$KEEP"
versions
awk -v figures="$figures" -v crowds="$crowds" -v tolerances="$tolerances" -v annexes="$annexes" \
    -f "$bench/ratios.awk" "$work/medians"
