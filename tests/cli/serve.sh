#!/bin/sh
# What `watch --serve` shows a browser, and nobody else; and that the browser follows what is drawn.
. "$(dirname "$0")/lib.sh"
: "${HOUSE:?}" "${TEST_TOOLS:?}" "${VIEWERS:?}"

# As start_watch, at a port that is free; the address is $address.
start_server() {
    start_watch --serve=0 "$@"
    address=$(sed -n 's,^showing .* at \(http://127.0.0.1:[0-9]*/\)$,\1,p' "$work/said")
    [ -n "$address" ] || fail "no address: $(cat "$work/said")"
}

# Fetches path $1, as it stands, with these options; the answer's body is $work/body.
fetch() {
    at=$1
    shift
    code=$(curl -s --path-as-is --max-time 20 -D "$work/fields" -o "$work/body" -w '%{http_code}' "$@" \
        "$address$at")
}

# The last answer has status $1, and in its fields all of the texts that follow.
expect_answer() {
    [ "$code" = "$1" ] || fail "$at: status $code instead of $1: $(head -c 300 "$work/body")"
    shift
    for text in "$@"; do
        grep -qiF -e "$text" "$work/fields" || fail "$at: no \"$text\" in: $(cat "$work/fields")"
    done
}

# Listens for what is drawn, in the background; the events are $work/events.
listen() {
    moment=$(sed -n 's/.*<script data-moment="\([^"]*\)">.*/\1/p' "$work/body")
    [ -n "$moment" ] || fail "no moment in the page"
    : >"$work/events"
    curl -sN --max-time 60 "$address.drawn?since=$moment" >"$work/events" &
    wait_until grep -q retry "$work/events"
}

test_a_browser_has_the_gallery_and_follows_what_is_drawn() {
    copy_small_project 13 21
    start_server --format svg
    fetch ""
    expect_answer 200 'Content-Type: text/html; charset=utf-8'
    grep -v -e '^<script data-moment' "$work/body" >"$work/shown"
    while IFS= read -r line; do
        grep -qxF -e "$line" "$work/shown" || fail "not in the page: $line"
    done <"$project/out/index.html"
    ! grep -q 'data-moment=' "$project/out/index.html" || fail "the file has the script, too"
    listen
    fetch gallery/fig-13-antwerpen-logistiek.js
    expect_answer 200 'Content-Type: text/javascript'
    ! grep -q Vrachthaven "$work/body" || fail "it has the new name already"
    save Vrachthaven
    wait_until grep -q '^data: .*"/gallery/fig-13-antwerpen-logistiek.js"' "$work/events"
    ! grep -q fig-21- "$work/events" || fail "what was not drawn is told: $(cat "$work/events")"
    fetch gallery/fig-13-antwerpen-logistiek.js
    grep -q Vrachthaven "$work/body" || fail "the old drawing"
    expect_end TERM 143
}

test_figures_that_are_named_have_a_page_of_their_own() {
    copy_project
    start_server 13 21 --format png --out "$work/drawings/"
    fetch ""
    expect_answer 200
    [ "$(grep -c '<img src="/fig-[12][31]-[a-z-]*.png"' "$work/body")" -eq 2 ] ||
        fail "not both: $(cat "$work/body")"
    listen
    fetch fig-13-antwerpen-logistiek.png
    expect_answer 200 'Content-Type: image/png' 'Cache-Control: no-store'
    cmp -s "$work/body" "$work/drawings/fig-13-antwerpen-logistiek.png" || fail "another picture"
    cp "$work/body" "$work/before.png"
    save Vrachthaven
    wait_until grep -q '^data: \["/fig-13-antwerpen-logistiek.png"\]' "$work/events"
    fetch fig-13-antwerpen-logistiek.png
    ! cmp -s "$work/body" "$work/before.png" || fail "the old picture"
    cmp -s "$work/body" "$work/drawings/fig-13-antwerpen-logistiek.png" || fail "another picture"
    expect_end TERM 143
}

test_nothing_but_drawings_below_the_folder_is_given() {
    copy_project
    start_server 13 --format svg
    echo secret >"$project/secret.svg"
    echo secret >"$project/out/secret.key"
    echo secret >"$project/out/.hidden.svg"
    mkdir "$project/out/folder.svg" "$project/out/.git"
    echo secret >"$project/out/.git/secret.svg"
    mkfifo "$project/out/pipe.svg"
    ln -s ../secret.svg "$project/out/link.svg"
    ln -s .. "$project/out/up"
    for path in ../secret.svg %2e%2e/secret.svg .%2E/secret.svg ..%2fsecret.svg %2e%2e%2fsecret.svg \
        annex/../../secret.svg ./fig-13-antwerpen-logistiek.svg //secret.svg secret.key .hidden.svg \
        .git/secret.svg %2egit/secret.svg .streekkaart/ link.svg up/secret.svg up/layers/ folder.svg \
        folder.svg/ pipe.svg fig-13-antwerpen-logistiek.svg%00 fig-13-antwerpen-logistiek.svg%00.png \
        fig-13-antwerpen-logistiek.sv%g fig-13-antwerpen-logistiek.svg/ nothing.svg; do
        fetch "$path"
        expect_answer 404
        ! grep -q secret "$work/body" || fail "$path was given"
    done
    fetch fig%2D13-antwerpen-logistie%6b.svg?x=../secret.svg
    expect_answer 200 'Content-Type: image/svg+xml' 'X-Content-Type-Options: nosniff' \
        'Cross-Origin-Resource-Policy: same-origin'
    cmp -s "$work/body" "$project/out/fig-13-antwerpen-logistiek.svg" || fail "another file"
    expect_end TERM 143
}

test_only_this_machine_is_answered_and_only_what_reads() {
    copy_project
    start_server 13 --format svg
    port=$(echo "$address" | tr -dc '0-9:' | cut -d: -f3)
    for host in localhost "localhost:$port" LOCALHOST 127.0.0.1; do
        fetch "" -H "Host: $host"
        expect_answer 200
    done
    for host in example.org "example.org:$port" localhost.example.org 127.0.0.1.example.org \
        "localhost:$port.example.org" 10.0.0.1 ""; do
        fetch "" -H "Host: $host"
        expect_answer 403
    done
    fetch "" -0 -H 'Host:'
    expect_answer 403
    fetch fig-13-antwerpen-logistiek.svg --head
    expect_answer 200 "Content-Length: $(wc -c <"$project/out/fig-13-antwerpen-logistiek.svg")"
    for method in POST PUT DELETE OPTIONS; do
        fetch "" -X "$method" -d text
        expect_answer 405 'Allow: GET, HEAD'
    done
    fetch "" -X GET -d text
    expect_answer 200
    # 0100007F: 127.0.0.1, as the kernel writes it
    grep -i ":$(printf %04X "$port") 00000000:0000 0A" /proc/net/tcp /proc/net/tcp6 >"$work/listening"
    grep -q 0100007F "$work/listening" || fail "not found: $(cat /proc/net/tcp)"
    ! grep -qv 0100007F "$work/listening" || fail "listens elsewhere: $(cat "$work/listening")"
    expect_end TERM 143
}

# Readers who ask for little, or stop reading, hold up neither the others nor the drawing.
test_slow_readers_hold_up_nobody() {
    copy_project
    start_server 13 --format png
    port=$(echo "$address" | tr -dc '0-9:' | cut -d: -f3)
    fetch ""
    listen
    slow=
    for begun in '' 'GET / HT' 'GET / HTTP/1.1\r\nHost: localhost\r\n' '\026\003\001\000\377'; do
        # shellcheck disable=SC2059 # it has escapes
        { printf "$begun"; exec sleep 20 2>"$work/none"; } | curl -s "telnet://127.0.0.1:$port" >"$work/none" &
        slow="$slow $!"
    done
    for path in .drawn fig-13-antwerpen-logistiek.png; do
        for _ in 1 2 3 4; do
            curl -sN --limit-rate 100 "$address$path" >"$work/none" &
            slow="$slow $!"
        done
    done
    save Vrachthaven
    wait_until grep -q '^data: \["/fig-13-antwerpen-logistiek.png"\]' "$work/events"
    fetch fig-13-antwerpen-logistiek.png
    expect_answer 200
    cmp -s "$work/body" "$project/out/fig-13-antwerpen-logistiek.png" || fail "another picture"
    # shellcheck disable=SC2086 # one word each
    kill -KILL $slow
    save Binnenhaven
    wait_until said_lines 3 '^1 figure drawn'
    fetch ""
    expect_answer 200
    expect_end INT 130
}

test_a_port_that_is_taken_is_said_before_anything_is_drawn() {
    copy_project
    start_server 13 --format svg
    port=$(echo "$address" | tr -dc '0-9:' | cut -d: -f3)
    run watch 21 --format svg "--serve=$port"
    expect_status 3
    expect_message "--serve" "port $port is taken" "--serve=PORT"
    [ ! -e "$project/out/fig-21-antwerpen-diamant.svg" ] || fail "it has drawn"
    expect_end TERM 143
    run watch 13 --serve=65536
    expect_status 2
    expect_message "--serve" "65536" "0 to 65535"
    run figure 13 --serve
    expect_status 2
    expect_message "--serve" "not an option"
}

test_a_program_is_told_the_address() {
    copy_project
    : >"$work/said"
    (cd "$project" && exec env --default-signal "$STREEKKAART" watch 13 --format svg --json --serve=0) \
        >"$work/said" 2>"$work/stderr" &
    child=$!
    trap 'kill -KILL "$child" 2>"$work/none"' EXIT
    wait_until said_lines 1 '"event": "summary"'
    cp "$work/said" "$work/stdout"
    expect_json_lines
    address=$(sed -n '1s,^{"event": "serve"\, "address": "\(http://127.0.0.1:[0-9]*/\)"}$,\1,p' "$work/said")
    fetch fig-13-antwerpen-logistiek.svg
    expect_answer 200
    expect_end TERM 143
}

# tests/tools/viewers/follow_watch.js has what the reader does, and what he sees.
follow_in_a_browser() {
    has_viewers || return 0
    start_server "$@"
    HOME=$work NODE_PATH=$VIEWERS/node_modules node "$HOUSE/tests/tools/viewers/follow_watch.js" \
        "$address" "$project/$logistics" "$scenario" >"$work/log" 2>&1 || fail "$(head -n 40 "$work/log")"
    expect_end TERM 143
}

test_who_has_zoomed_into_a_map_sees_it_change_in_place() {
    copy_small_project 13 21
    scenario=gallery
    follow_in_a_browser --format svg
}

test_the_figures_that_are_named_change_in_place() {
    copy_project
    scenario=figures
    follow_in_a_browser 13 21 --format png
}

run_tests || exit 1
expect_viewers
