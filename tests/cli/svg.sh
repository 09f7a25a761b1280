# The SVG of figures as a designer gets it, and what `diff` says of two of them.
. "$(dirname "$0")/lib.sh"

value() {
    xmllint --nonet --xpath "$1" "$2" 2>/dev/null
}

# Elements by their local names: xmllint's shell knows no namespaces.
count() {
    value "count($1)" "$2"
}

text_object="*[local-name()='text']"

test_a_label_is_one_text_object_and_a_shape_one_path() {
    copy_project
    run figure 12 13 24 42 44 54 --format svg --quiet
    expect_status 0
    [ "$(find "$project/out" -name '*.svg' | wc -l)" -eq 6 ] || fail "not all figures"
    for svg in "$project"/out/*.svg; do
        labels="//*[@data-role='label' or @data-role='town'][*[local-name()='text']]"
        [ "$(count "$labels" "$svg")" -gt 0 ] || fail "$svg: no labels"
        # The halo, and the letters above it.
        [ "$(count "${labels}[count($text_object) != 2]" "$svg")" -eq 0 ] ||
            fail "$svg: a label of other than two texts"
        [ "$(count "${labels}[${text_object}[1] != ${text_object}[2]]" "$svg")" -eq 0 ] ||
            fail "$svg: a halo of another text"
        [ "$(count "//*[@data-role='zone'][count(*[local-name()='path']) > 1]" "$svg")" -eq 0 ] ||
            fail "$svg: a zone of several paths"
        # What looks alike has the same class, and everything has one.
        [ "$(count "//*[local-name()='g']/*[@style]" "$svg")" -eq 0 ] || fail "$svg: no class"
        ! grep -qE '^ \.[a-z-]+-[0-9]+\{' "$svg" || fail "$svg: $(grep -E -- '-[0-9]+\{' "$svg")"
        # Each layer that is cut is cut along the same path.
        [ "$(count "//*[local-name()='clipPath']" "$svg")" -eq 1 ] || fail "$svg: clip paths"
        # librsvg draws no text along a path.
        ! grep -q '<textPath' "$svg" || fail "$svg: a name that librsvg leaves out"
    done
}

test_every_feature_tells_what_it_is() {
    copy_project
    run figure 13 --format svg
    svg=$(echo "$project"/out/*.svg)
    features="//*[@data-feature][@data-role]"
    [ "$(count "$features" "$svg")" -gt 20 ] || fail "no features"
    for attribute in @id @data-kind "*[local-name()='title']"; do
        [ "$(count "${features}[not($attribute)]" "$svg")" -eq 0 ] ||
            fail "without $attribute: $(value "string(${features}[not($attribute)]/@id)" "$svg")"
    done
    [ "$(wc -c <"$svg")" -lt 400000 ] || fail "$(wc -c <"$svg") bytes"
}

test_a_bent_link_has_few_nodes() {
    copy_project
    run figure 42 --format svg
    svg=$(echo "$project"/out/*.svg)
    bent=$(value "string(//*[@data-role='link']/*[@class='link-organisational']/@d)" "$svg")
    echo "$bent" | grep -Eq '^m[0-9. -]+c[0-9. -]+$' || fail "$bent"
    [ "$(echo "$bent" | grep -Eo -- '-?[0-9]*\.?[0-9]+' | wc -l)" -le 14 ] || fail "$bent"
}

hostile_names() {
    cat <<'END'
</text><script>alert(1)</script>
\" onload=\"alert(1)\" x='&amp;&#0;]]>
\u0001\u001b[31m\u007f bel
\u05e9\u05dc\u05d5\u05dd \u0633\u0644\u0627\u0645
\ud83d\udea2 \ud83d\udc69\u200d\ud83d\udd2c
END
    awk 'BEGIN { for (i = 0; i < 10000; i++) printf i % 9 == 8 ? " " : "a"; print "" }'
}

test_hostile_names_are_shown_in_every_format_and_target() {
    copy_project
    hostile_names >"$work/names"
    [ "$(wc -l <"$work/names")" -eq 6 ] || fail "not all names"
    cp "$project/layers/diamant.geojson" "$work/diamant.geojson"
    while IFS= read -r name; do
        printf '%s' "$name" | sed 's/[\\&|]/\\&/g' >"$work/quoted"
        sed "0,/\"kind\": \"point\"/s|\(.*\"name\": \)\"[^\"]*\"|\1\"$(cat "$work/quoted")\"|" \
            "$work/diamant.geojson" >"$project/layers/diamant.geojson"
        ! cmp -s "$work/diamant.geojson" "$project/layers/diamant.geojson" || fail "no name is changed"
        for target in inkscape illustrator web outlined office; do
            run figure 21 --svg-target $target --out "$work/$target" --dpi 50
            [ "$status" -le 1 ] || fail "$target: status $status for $name"
            svg=$(echo "$work/$target"/*.svg)
            xmllint --noout --nonet "$svg" 2>"$work/stderr" || fail "$target: no XML for $name"
            [ "$(count "//*[local-name()='script'] | //@onload" "$svg")" -eq 0 ] ||
                fail "$target: $name is no text"
            pdfinfo "$work/$target"/*.pdf >"$work/info" 2>&1 || fail "PDF of $name"
        done
    done <"$work/names"
}

test_an_unknown_target_is_refused_with_the_nearest() {
    copy_project
    run figure 21 --svg-target inkscap
    expect_status 2
    expect_message --svg-target inkscap 'did you mean "inkscape"'
}

test_two_drawings_of_one_figure_do_not_differ() {
    copy_project
    run figure 21 --format svg --out one
    run figure 21 --format svg --out two
    run diff one/fig-21-antwerpen-diamant.svg two/fig-21-antwerpen-diamant.svg
    expect_status 0
    [ "$(cat "$work/stdout")" = "no difference" ] || fail "$(cat "$work/stdout")"
}

test_diff_tells_in_words_what_changed() {
    copy_project
    run figure 13 --format svg --out one
    sed -i 's/"name": "Havencentrum Lillo"/"name": "Lillo"/' "$project/layers/logistiek.geojson"
    echo '{ "extends": "study", "zone": { "fill": "#ff00004d" } }' >"$project/styles/red.json"
    run figure 13 --format svg --out two --style red
    figure=fig-13-antwerpen-logistiek.svg
    run diff one/$figure two/$figure
    expect_status 1
    for text in 'all of .zone: fill is #ff0000 instead of #' \
        'point "Havencentrum Lillo" is now called "Lillo"'; do
        grep -qF "$text" "$work/stdout" || fail "not told: $text"
    done
    run diff one/$figure two/$figure --json
    expect_status 1
    grep -qF '"change": "renamed"' "$work/stdout" || fail "no JSON: $(cat "$work/stdout")"
}

test_diff_refuses_what_is_no_figure() {
    copy_project
    run figure 21 --format svg --out one
    figure=one/fig-21-antwerpen-diamant.svg
    echo '<svg xmlns="http://www.w3.org/2000/svg"/>' >"$project/other.svg"
    run diff $figure other.svg
    expect_status 2
    expect_message other.svg "no figure of this program"
    run diff $figure layers/figures.csv
    expect_status 2
    expect_message layers/figures.csv "no XML"
    run diff $figure none.svg
    expect_status 2
    expect_message none.svg "no such file"
    run figure 21 --format svg --out web --svg-target web
    run diff $figure web/fig-21-antwerpen-diamant.svg
    expect_status 2
    expect_message "draw both with the same --svg-target"
}

run_tests
