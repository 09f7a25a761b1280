# The project of a stranger harms nobody: what it says reaches no network and no file but its own, and
# nothing of it steers the terminal.
. "$(dirname "$0")/lib.sh"

sector=layers/logistiek.geojson
secret=$TEST_OUT/secret.csv

# Runs the program under strace, which writes $work/trace; skips where it may not trace. Who is traced
# can't look for leaks.
traced() {
    status=0
    (cd "$project" && ASAN_OPTIONS=detect_leaks=0 strace -f -y -o "$work/trace" -e trace=file,network "$STREEKKAART" "$@") \
        >"$work/stdout" 2>"$work/stderr" || status=$?
    grep -q 'layers' "$work/trace" || fail "nothing was traced"
}

# Nothing was asked of the network, and what was opened is the project's or the system's: the program, libraries,
# locales, fonts, and the data of GDAL and PROJ.
expect_kept_to_itself() {
    ! grep -E '(socket|connect|sendto|bind)\(' "$work/trace" || fail "the network was asked"
    sed -n 's/.*openat\?(.*"\([^"]*\)".* = [0-9][0-9]*<\([^>]*\)>.*/\2/p' "$work/trace" |
        sort -u >"$work/opened"
    [ "$(wc -l <"$work/opened")" -gt 20 ] || fail "too little was opened: $(cat "$work/opened")"
    grep -vE "^($(realpath "$project")|$(realpath "$STREEKKAART")$|/usr/|/lib|/etc/(ld\.so|fonts|locale|timezone)|/proc/|/sys/|/var/cache/fontconfig|${LOCALES:-/usr}|/dev/null|$HOME/\.(cache|config|fonts|local))" \
        "$work/opened" >"$work/strange"
    [ ! -s "$work/strange" ] || fail "opened: $(cat "$work/strange")"
}

may_trace() {
    strace -o /dev/null true 2>/dev/null
}

test_a_project_keeps_to_its_own_files() {
    copy_project
    traced figure 13
    expect_status 0
    expect_kept_to_itself
    traced check
    expect_kept_to_itself
}

test_a_coordinate_system_leads_nowhere() {
    for crs in '{"type":"link","properties":{"href":"http://127.0.0.1:9/x","type":"ogcwkt"}}' \
        '{"type":"url","properties":{"url":"http://127.0.0.1:9/x"}}' \
        '{"type":"name","properties":{"name":"http://127.0.0.1:9/x"}}' \
        '{"type":"name","properties":{"name":"/etc/passwd"}}' \
        '{"type":"name","properties":{"name":"+init=/etc/passwd:1"}}' \
        '{"type":"name","properties":{"name":"+proj=longlat +nadgrids=/etc/passwd +type=crs"}}' \
        '{"type":"name","properties":{"name":"+proj=longlat +nadgrids=http://127.0.0.1:9/x"}}'; do
        rm -rf "$work/project"
        copy_project
        sed -i "0,/\"type\": \"FeatureCollection\",/s##&\"crs\": $crs,#" "$project/$sector"
        traced check
        expect_status 1
        expect_message "$sector"
        expect_kept_to_itself
    done
    rm -rf "$work/project"
    copy_project
    damage "$project/styles/study.json" 'EPSG:31370' '+proj=utm +zone=31 +nadgrids=\/etc\/passwd'
    traced figure 13
    expect_status 1
    expect_message styles/study.json crs
    expect_kept_to_itself
}

test_a_link_that_leads_out_of_the_project_is_refused() {
    copy_project
    cp "$project/layers/presence.csv" "$secret"
    for file in layers/presence.csv "$sector" styles/study.json styles/languages/nl.json \
        boundaries/regions.gpkg layers/pins.json; do
        rm -rf "$work/project"
        copy_project
        ln -sf "$secret" "$project/$file"
        traced check
        expect_status 1
        expect_message "$file" "link that leads out"
        expect_kept_to_itself
    done
    rm -rf "$work/project"
    copy_project
    ln -s "$secret" "$project/boundaries/regions.gpkg-wal"
    traced check
    expect_status 1
    expect_message regions.gpkg-wal "link that leads out"
    expect_kept_to_itself
}

test_a_link_within_the_project_and_a_catalogue_by_a_link_are_read() {
    copy_project
    mv "$project/layers/presence.csv" "$project/presence.csv"
    ln -s ../presence.csv "$project/layers/presence.csv"
    run check
    expect_status 0
    run catalogue export --to "$work/all.gpkg"
    expect_status 0
    ln -s "$work/all.gpkg" "$work/link.gpkg"
    run check --catalogue "$work/link.gpkg"
    expect_status 0
}

test_a_style_extends_none_outside_the_project() {
    copy_project
    cp "$project/styles/study.json" "$TEST_OUT/other.json"
    printf '{"extends": "%s"}' "$TEST_OUT/other.json" >"$project/styles/mine.json"
    ln -s "$TEST_OUT/other.json" "$project/styles/linked.json"
    for style in mine linked; do
        run figure 13 --style "$style" --format svg
        expect_status 1
        expect_message "out of the project"
    done
}

test_boundaries_are_read_from_files_of_known_formats_only() {
    copy_project
    cp "$project/boundaries/regions.gpkg" "$work/source.gpkg"
    echo '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/vsicurl/http://127.0.0.1:9/x' \
        '</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>' >"$project/x.vrt"
    cp "$project/x.vrt" "$project/x.gpkg"
    mkdir "$project/PG:dbname=x host=127.0.0.1"
    for source in x.vrt x.gpkg http://127.0.0.1:9/x.geojson /vsicurl/http://127.0.0.1:9/x.geojson \
        /vsizip//vsicurl/http://127.0.0.1:9/x.zip "PG:dbname=x host=127.0.0.1" WFS:http://127.0.0.1 \
        '{"type":"FeatureCollection","features":[]}' /dev/zero; do
        traced boundaries build "$source"
        expect_status 1
        ! grep -E '(socket|connect|sendto)\(' "$work/trace" || fail "$source: the network was asked"
    done
}

test_nothing_that_a_project_says_steers_the_terminal() {
    copy_project
    id=$(sed -n 's/.*"id": "\(antwerpen-.*\)",*$/\1/p' "$project/$sector" | head -n 1)
    damage "$project/$sector" "\"$id\"" \
        "\"$id\\\\u001b[2J\\\\u0007\\\\u202eabc\\\\nforged.csv:1: all is well\""
    damage "$project/$sector" '"coordinates": \[[0-9.]*,' '"coordinates": ["x",'
    damage "$project/layers/sectors.csv" 'logistiek,[^,]*' "$(printf 'logistiek,\033]0;x\007\302\233mN')"
    printf 'x' >"$project/layers/$(printf 'a\033[31m\nb').csv"
    for words in check list "figure 13 --format svg" "check --json" "list --json"; do
        # shellcheck disable=SC2086 # one word each
        run $words
        for stream in stdout stderr; do
            ! LC_ALL=C tr -d '\n' <"$work/$stream" | LC_ALL=C grep -q '[[:cntrl:]]' ||
                fail "$words: a control character on $stream"
            ! grep -q '^forged' "$work/$stream" || fail "$words: a forged line"
            ! grep -q "$(printf '\342\200\256')" "$work/$stream" || fail "$words: turned letters"
            ! grep -q "$(printf '\302\233')" "$work/$stream" || fail "$words: a C1 control"
        done
    done
    run check
    expect_message '\x1b[2J' '\u202eabc' '\u202eabc forged.csv'
}

may_trace || { echo "strace may not trace here: nothing was tried" >&2 && exit 77; }
run_tests
