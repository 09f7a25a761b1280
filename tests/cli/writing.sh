# What is written: whole files, under their own names, in the folder that was meant, in the place of
# nothing that somebody needs; and nothing else, however the program ends.
. "$(dirname "$0")/lib.sh"

figure=fig-21-antwerpen-diamant

# --- links, and what is no file

test_a_link_that_a_project_brings_is_replaced_and_not_followed() {
    copy_project
    mkdir "$project/out"
    for name in precious other; do echo "$name" >"$work/$name"; done
    ln -s "$work/precious" "$project/out/$figure.svg"
    ln -s "$work/other" "$project/out/$figure.svg.part"
    run figure 21 --format svg --force
    expect_status 0
    [ "$(cat "$work/precious" "$work/other")" = "precious
other" ] || fail "something outside was written to"
    [ ! -L "$project/out/$figure.svg" ] || fail "the figure is still a link"
    expect_file "$project/out/$figure.svg"
}

test_a_link_to_an_svg_of_somebody_is_kept_as_an_edited_figure() {
    copy_project
    mkdir "$project/out"
    echo '<svg/>' >"$work/mine.svg"
    ln -s "$work/mine.svg" "$project/out/$figure.svg"
    run figure 21 --format svg
    expect_status 0
    expect_message "kept as out/$figure.edited.svg"
    [ "$(cat "$project/out/$figure.edited.svg")" = '<svg/>' ] || fail "it is not there"
}

test_out_may_be_no_link_unless_the_user_names_it() {
    copy_project
    mkdir "$work/elsewhere"
    ln -s "$work/elsewhere" "$project/out"
    run figure 21 --format svg
    expect_status 3
    expect_message out: "a symbolic link" --out
    [ -z "$(ls -A "$work/elsewhere")" ] || fail "it was followed"
    run figure 21 --format svg --out out
    expect_status 0
    expect_file "$work/elsewhere/$figure.svg"
}

test_the_folder_of_the_sheets_may_be_no_link() {
    copy_small_project 21
    mkdir "$work/elsewhere" "$project/out"
    ln -s "$work/elsewhere" "$project/out/annex"
    run annex --format svg
    expect_status 3
    expect_message out/annex "a symbolic link"
    [ -z "$(ls -A "$work/elsewhere")" ] || fail "it was followed"
}

test_what_is_no_file_stays_where_a_figure_would_stand() {
    copy_project
    mkdir -p "$project/out/$figure.pdf"
    mkfifo "$project/out/$figure.png"
    ln -s /dev/full "$project/out/$figure.svg"
    run figure 21
    expect_status 3
    expect_message "out/$figure.pdf" "a folder"
    expect_message "out/$figure.png" "a pipe"
    expect_message "out/$figure.svg" "a device"
    if [ ! -d "$project/out/$figure.pdf" ] || [ ! -p "$project/out/$figure.png" ] ||
        [ ! -L "$project/out/$figure.svg" ]; then fail "it was replaced"; fi
    expect_nothing_unfinished_in "$project"
}

# --- what is there already, and what is read

# The program refuses, as wrong usage, with this on standard error, and file $1 is as it was.
expect_refusal() {
    kept=$1
    shift
    expect_status 2
    expect_message "$@"
    [ "$(wc -l <"$work/stderr")" -eq 1 ] || fail "more than one line"
    cmp "$kept" "$work/before" || fail "it was written over"
    expect_nothing_unfinished_in "$project"
}

test_a_report_replaces_a_report_and_no_other_file() {
    copy_project
    run figure 21 --format svg --report report.json
    expect_status 0
    cp "$project/report.json" "$work/before"
    : >"$project/empty"
    for report in report.json empty; do
        run figure 21 --format svg --report $report
        expect_status 0
        cmp "$project/$report" "$work/before" || fail "the report differs"
    done
    run list --json
    cp "$work/stdout" "$work/list"
    for other in "$project/out/$figure.svg" "$work/list" "$project/layers/figures.csv"; do
        cp "$other" "$work/before"
        cp "$other" "$work/other"
        run figure 21 --format svg --report "$work/other"
        expect_refusal "$work/other" --report "is there already" --force
    done
    run figure 21 --format svg --report "$work/other" --force
    expect_status 0
    cmp "$work/other" "$project/report.json" || fail "the report differs"
    run figure 21 --format svg --report -
    expect_status 2
    expect_message --report "no file"
}

test_a_report_does_not_replace_a_figure_that_it_is_about() {
    copy_project
    run figure 21 --format svg --report "out/$figure.svg"
    expect_status 2
    expect_message --report "is there already"
    tail -n 1 "$project/out/$figure.svg" | grep -q '</svg>' || fail "the figure was replaced"
}

test_a_report_replaces_no_device() {
    copy_project
    for device in /dev/null /dev/stdout; do
        stat -c '%i %F' "$device" >"$work/before"
        run figure 21 --format svg --report $device --force
        expect_status 3
        expect_message "$device: cannot write"
        stat -c '%i %F' "$device" | cmp - "$work/before" || fail "it was replaced"
        [ ! -e "$project/out" ] || fail "it was told after the drawing"
    done
}

test_nothing_is_written_over_what_the_project_is_read_from() {
    copy_project
    echo '{}' >"$project/project.json"
    ln "$project/layers/diamant.geojson" "$project/same.json"
    for input in layers/diamant.geojson layers/../layers/figures.csv styles/study.json \
        boundaries/regions.gpkg project.json; do
        cp "$project/$input" "$work/before"
        run figure 21 --format svg --report "$input" --force
        expect_refusal "$project/$input" --report read
        run catalogue export --to "$input" --force
        [ "$status" -eq 2 ] || fail "exit status $status"
        cmp "$project/$input" "$work/before" || fail "it was written over"
    done
    ln -s "$project/layers" "$work/by-link"
    run figure 21 --format svg --report "$work/by-link/new.json"
    expect_status 2
    expect_message --report layers/
    run catalogue export --to layers/new/catalogue.gpkg
    expect_status 2
    expect_message --to layers/
    [ ! -e "$project/layers/new" ] || fail "a folder was made"
    for out in layers styles/deep "$work/by-link"; do
        run figure 21 --format svg --out "$out"
        expect_status 2
        expect_message --out "are read"
    done
    [ -z "$(find "$project" -newer "$work/before" -name 'fig-*')" ] || fail "it was drawn"
}

test_nothing_is_written_over_the_files_that_the_command_names() {
    copy_project
    run catalogue export --to catalogue.gpkg
    expect_status 0
    cp "$project/catalogue.gpkg" "$work/before"
    run catalogue export --catalogue catalogue.gpkg --to catalogue.gpkg --force
    expect_refusal "$project/catalogue.gpkg" --to "is read"
    run figure 21 --format svg --catalogue catalogue.gpkg --report ./catalogue.gpkg --force
    expect_refusal "$project/catalogue.gpkg" --report "is read"
    run boundaries build catalogue.gpkg --out catalogue.gpkg --force
    expect_refusal "$project/catalogue.gpkg" --out "is read"
    run boundaries build nowhere.gpkg --out catalogue.gpkg
    expect_refusal "$project/catalogue.gpkg" --out "no boundary set" --force
    cp "$project/boundaries/regions.gpkg" "$work/before"
    run boundaries build boundaries/regions.gpkg
    expect_refusal "$project/boundaries/regions.gpkg" --out "is read"
    for name in levels.csv level-names.csv; do
        echo "code,resoc,province" >"$project/boundaries/$name"
        cp "$project/boundaries/$name" "$work/before"
        run boundaries build nowhere.gpkg --out "boundaries/$name" --force
        expect_refusal "$project/boundaries/$name" --out "no name of a GeoPackage"
    done
}

# --- where nothing can be written

test_a_folder_that_cannot_be_is_an_environment_fault() {
    copy_project
    : >"$work/file"
    long=$(printf '%0300d' 1)
    for out in "$work/file/out" "$work/file" "$work/$long" /proc/out; do
        run figure 21 --format svg --out "$out"
        expect_status 3
        expect_message "$out: cannot write in this folder"
        [ "$(wc -l <"$work/stderr")" -eq 1 ] || fail "more than one line"
    done
    run figure 21 --format svg --report "$work/$long.json"
    expect_status 3
    expect_message "$long.json: cannot write: File name too long"
}

test_a_folder_that_may_not_be_written_in_is_an_environment_fault() {
    copy_project
    mkdir "$project/out"
    if [ "$(id -u)" -eq 0 ]; then
        mount -t tmpfs -o ro none "$project/out" 2>"$work/stderr" || {
            echo "  not tried: no disk can be mounted here" >&2
            return 0
        }
        run figure 21 --format svg
        umount "$project/out"
    else
        chmod 500 "$project/out"
        run figure 21 --format svg
    fi
    expect_status 3
    expect_message out: "allow writing there"
}

test_a_limit_on_the_size_of_files_is_a_message() {
    copy_project
    for limit in 0 1 32; do
        rm -rf "$project/out"
        mkdir "$project/out"
        echo last >"$project/out/$figure.png"
        {
            (ulimit -f $limit && cd "$project" && exec "$STREEKKAART" figure 21 --format png \
                2>&1 >/dev/null) && echo status 0 || echo status $?
        } | cat >"$work/stderr"
        grep -qx 'status 3' "$work/stderr" || fail "not exit status 3"
        expect_message "out/$figure.png: cannot write: File too large"
        [ "$(cat "$project/out/$figure.png")" = last ] || fail "the file changed"
        expect_nothing_unfinished_in "$project"
    done
}

test_a_full_disk_is_a_message_and_keeps_the_last_file() {
    copy_small_project 21
    mkdir "$project/out"
    mount -t tmpfs -o size=256k none "$project/out" 2>"$work/stderr" || {
        echo "  not tried: no disk can be mounted here" >&2
        return 0
    }
    echo last >"$project/out/$figure.png"
    run annex --dpi 300
    result=$(cat "$project/out/$figure.png")
    left=$(find "$project/out" -name '.streekkaart-*')
    umount "$project/out"
    expect_status 3
    expect_message "out/$figure.png: cannot write: No space left on device" "free some space"
    [ "$result" = last ] || fail "the file changed"
    [ -z "$left" ] || fail "left behind: $left"
}

# --- closed streams

test_no_file_gets_the_number_of_a_stream_that_was_closed() {
    copy_project
    run figure 21 --out reference
    printed=$(cat "$work/stdout")
    [ -n "$printed" ] || fail "it prints nothing"
    for streams in '<&-' '>&-' '2>&-' '<&- >&-' '>&- 2>&-' '<&- >&- 2>&-'; do
        rm -rf "$project/out"
        status=0
        (cd "$project" && eval "\"\$STREEKKAART\" figure 21 --out out $streams") || status=$?
        case $streams in
        '<&-' | '2>&-') expect_status 0 ;;
        *) expect_status 3 ;;
        esac
        diff -r -x .streekkaart "$project/reference" "$project/out" || fail "a figure differs with $streams"
    done
}

test_a_closed_output_is_no_fault_when_nothing_is_printed() {
    copy_project
    status=0
    (cd "$project" && "$STREEKKAART" figure 21 --format svg --quiet >&- 2>"$work/stderr") ||
        status=$?
    expect_status 0
    (cd "$project" && "$STREEKKAART" --version >&- 2>"$work/stderr") || status=$?
    expect_status 3
    expect_message "standard output: cannot write"
}

# --- signals

# Starts the program on $project in the background, as $child, with all signals as a user has them.
start() {
    (cd "$project" && exec env --default-signal "$STREEKKAART" "$@") \
        >"$work/stdout" 2>"$work/stderr" &
    child=$!
}

# The program ends by signal $1, whose number is $2, within a moment.
expect_end_by() {
    before=$(date +%s%N)
    kill "-$1" "$child" || fail "it is no longer there"
    status=0
    wait "$child" || status=$?
    took_ms=$((($(date +%s%N) - before) / 1000000))
    expect_status $((128 + $2))
    [ $took_ms -lt 3000 ] || fail "$took_ms ms after SIG$1"
}

signals="INT 2
TERM 15
HUP 1"

# While a file is being written is the moment that would hurt.
test_a_signal_stops_the_drawing_and_leaves_whole_files() {
    copy_project
    echo "$signals" >"$work/signals"
    while read -r name number; do
        rm -rf "$project/out"
        start annex --jobs 2 --dpi 600
        while kill -0 "$child" 2>"$work/none" && ! ls "$project"/out/.streekkaart-* \
            >"$work/parts" 2>&1; do
            sleep 0.01
        done
        expect_end_by "$name" "$number"
        expect_nothing_unfinished_in "$project"
        files_in "$project/out" | sort >"$work/files"
        while read -r file; do
            case $file in
            *.pdf) tail -c 6 "$file" | grep -q '%%EOF' ;;
            *.png) tail -c 8 "$file" | grep -aq IEND ;;
            *.js) tail -n 1 "$file" | grep -qx '`);' ;;
            *) tail -n 1 "$file" | grep -q '</svg>' ;;
            esac || fail "not whole: $file"
        done <"$work/files"
    done <"$work/signals"
}

test_a_signal_stops_the_waiting_for_an_input() {
    copy_project
    echo "$signals" >"$work/signals"
    rm "$project/layers/sectors.csv"
    mkfifo "$project/layers/sectors.csv" "$work/pipe.svg"
    exec 8<>"$work/pipe.svg" # somebody who might write
    while read -r name number; do
        start diff "$work/pipe.svg" "$work/pipe.svg"
        sleep 0.3
        expect_end_by "$name" "$number"
    done <"$work/signals"
}

test_a_signal_that_is_ignored_stays_so() {
    copy_project
    (cd "$project" && trap '' HUP && exec "$STREEKKAART" figure 21 --format svg) \
        >"$work/stdout" 2>"$work/stderr" &
    child=$!
    sleep 0.1
    kill -HUP "$child"
    status=0
    wait "$child" || status=$?
    expect_status 0
    expect_file "$project/out/$figure.svg"
}

test_a_reader_that_goes_ends_the_program() {
    copy_project
    status=0
    (cd "$project" && { env --default-signal=PIPE "$STREEKKAART" annex --format svg; echo $? >"$work/status"; } |
        head -n 1 >"$work/first") 2>"$work/stderr"
    [ "$(cat "$work/status")" -eq 141 ] || fail "exit status $(cat "$work/status")"
    [ "$(find "$project/out" -maxdepth 1 -type f | wc -l)" -lt "$(figure_count)" ] || fail "it went on"
    expect_nothing_unfinished_in "$project"
}

run_tests
