# The program is built so that a fault in memory is hard to use.
. "$(dirname "$0")/../cli/lib.sh"

expect_in() {
    grep -qE -e "$2" "$1" || fail "no $2 in: $(head -n 40 "$1")"
}

test_the_program_lies_anywhere_and_its_tables_are_read_only() {
    readelf -hldW "$STREEKKAART" >"$work/elf"
    expect_in "$work/elf" 'Type: *DYN'
    expect_in "$work/elf" 'FLAGS_1.*NOW.*PIE'
    expect_in "$work/elf" 'GNU_RELRO'
    expect_in "$work/elf" 'GNU_STACK'
    ! grep -q 'GNU_STACK.*RWE' "$work/elf" || fail "the stack can be run"
    ! grep -qE 'LOAD.*RWE' "$work/elf" || fail "a segment can be written and run"
    ! grep -qE '\((RPATH|RUNPATH|TEXTREL)\)' "$work/elf" || fail "libraries from elsewhere"
}

test_calls_watch_the_stack() {
    nm -D "$STREEKKAART" >"$work/symbols"
    expect_in "$work/symbols" '__stack_chk_fail|__asan_init|__tsan_init'
}

test_each_function_may_be_entered_only_where_it_begins() {
    case $(uname -m) in
    x86_64) objdump -d --disassemble=main "$STREEKKAART" >"$work/main" ;;
    *) return 0 ;;
    esac
    expect_in "$work/main" 'endbr64'
}

# In a release build of the lowest room.
test_a_release_has_the_checks_of_the_c_library() {
    cmake -S "$HOUSE" -B "$work/build" -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF \
        -DCMAKE_C_COMPILER="$CC" >"$work/log" 2>&1 || fail "$(tail "$work/log")"
    cmake --build "$work/build" --target room_base --parallel 2 >"$work/log" 2>&1 ||
        fail "$(tail "$work/log")"
    find "$work/build" -name '*.o' -exec nm {} + >"$work/symbols"
    expect_in "$work/symbols" '__(sn|s|vsn|f)printf_chk'
}

run_tests
