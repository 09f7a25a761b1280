# What a browser makes of a stranger's project: texts of it are shown, and never run.
. "$(dirname "$0")/lib.sh"
: "${TEST_TOOLS:?}"

# What a text may try in a page; each part that is let out of its place marks the page's root.
mark=document.documentElement.dataset.ran=1
hostile="\`+($mark)+\`\\<script>$mark</script>\"/><image href='x' onerror='$mark'/>\"><img src=x onerror=$mark> ]]><script>\
$mark</script>--></title></style><script>$mark</script> javascript:$mark &#60;script>$mark</script>"

# The page $1 as Chromium has it when it is loaded and its scripts have run.
load_in_chromium() {
    HOME=$work chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync \
        --user-data-dir="$work/chromium" --virtual-time-budget=5000 --dump-dom "file://$1" \
        >"$work/dom" 2>"$work/log" || fail "chromium cannot load $1: $(cat "$work/log")"
}

# Page $1 shows the hostile text $2 times or more, as text, and has run none of it.
expect_harmless() {
    load_in_chromium "$1"
    ! grep -q data-ran= "$work/dom" || fail "$1: a script ran"
    ! grep -q '<parsererror' "$work/dom" || fail "$1: not well-formed"
    # the gallery's own script, which stands on lines of its own
    sed -i '/^<script>$/,/^<\/script>$/d' "$work/dom"
    ! grep -qi 'href="javascript' "$work/dom" || fail "$1: a link of the text's own"
    # a text may stand in an attribute, whose quotes it cannot leave
    sed 's/="[^"]*"/=""/g' "$work/dom" | grep -qiE '<script|<(img|image)[^>]*onerror' &&
        fail "$1: an element of the text's own"
    shown=$(grep -oF "&lt;script&gt;$mark&lt;/script&gt;\"/&gt;&lt;image href='x'" "$work/dom" | wc -l)
    [ "$shown" -ge "$2" ] || fail "$1: shows the text $shown times"
}

# The hostile text, as JSON has it, and as CSV and SQL do.
put_hostile_texts() {
    json=$(printf '%s' "$hostile" | sed 's/[\\"]/\\&/g')
    csv="\"$(printf '%s' "$hostile" | sed 's/"/""/g')\""
    sql=$(printf '%s' "$hostile" | sed "s/'/''/g")
    find "$project/layers" -name '*.geojson' ! -name places.geojson ! -name context.geojson -delete
    cat >"$project/layers/diamant.geojson" <<JSON
{"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": "1$json", "province": "antwerpen", "kind": "point", "number": 1, "name": "$json", "source": "$json", "remark": "$json"}, "geometry": {"type": "Point", "coordinates": [4.41, 51.215]}},
{"type": "Feature", "properties": {"id": "2$json", "province": "antwerpen", "kind": "zone", "name": "$json", "source": "$json", "area": ["resoc:kempen"]}, "geometry": null},
{"type": "Feature", "properties": {"id": "3$json", "province": "antwerpen", "kind": "link", "link_type": "organisational", "name": "$json", "from": "resoc:mechelen", "to": "place:eindhoven"}, "geometry": null}
]}
JSON
    printf 'figure,kind,province,sector,level,title,caption\n21,map,antwerpen,diamant,,%s,%s\n' \
        "$csv" "$csv" >"$project/layers/figures.csv"
    printf 'slug,name,symbol\ndiamant,%s,gem\n' "$csv" >"$project/layers/sectors.csv"
    printf 'sector,province,actor,recent,note\ndiamant,antwerpen,resoc:kempen,true,%s\n' "$csv" \
        >"$project/layers/presence.csv"
    for word in leaf map table contents; do
        sed -i "s~\"$word\": \"[^\"]*\"~\"$word\": \"$(printf '%s' "$json" | sed 's/[\\&~]/\\&/g')\"~" \
            "$project/styles/languages/nl.json"
    done
    "$TEST_TOOLS/table_as" --sql "$project/boundaries/regions.gpkg" \
        "UPDATE province SET name = '$sql' WHERE slug = 'antwerpen'" >"$work/log" 2>&1 ||
        fail "$(cat "$work/log")"
}

# What would run does run: otherwise the test below would say nothing.
test_chromium_runs_what_is_not_escaped() {
    for page in "x.html <body>" "x.svg <svg_xmlns='http://www.w3.org/2000/svg'>"; do
        printf '%s<script>%s</script></%s>' "$(echo "${page#* }" | tr _ ' ')" "$mark" \
            "$(expr "$page" : '[^<]*<\([a-z]*\)')" >"$work/${page%% *}"
        load_in_chromium "$work/${page%% *}"
        grep -q data-ran= "$work/dom" || fail "$page: nothing ran: $(cat "$work/dom")"
    done
}

test_no_text_of_a_project_runs_in_a_browser() {
    copy_small_project 21
    put_hostile_texts
    for target in inkscape web; do
        run annex --format svg --svg-target "$target" --out "$work/$target"
        expect_status 0
        expect_harmless "$work/$target/index.html" 4
        expect_harmless "$work/$target/index.html#fig-21-antwerpen-diamant" 8
        grep -q '<dialog [^>]*open' "$work/dom" || fail "the figure is not shown"
        # shellcheck disable=SC2044 # no file of ours has a blank in its name
        for svg in $(find "$work/$target" -name '*.svg'); do expect_harmless "$svg" 3; done
        [ "$(find "$work/$target" -name '*.svg' | wc -l)" -ge 2 ] || fail "no figure or no sheet"
    done
}

run_tests
