#!/bin/sh
# Checks the code without running it, and the threads by running them: installs the packages that
# are missing and goes through the steps below, or those that are named here, as in
# `scripts/check.sh format cppcheck`. Says how long each took; stops at the first with a finding.
set -eu
cd "$(dirname "$0")/.."
. scripts/quietly.sh

every_step="format shell paths build memory cppcheck tidy reference threads"
sources() { git ls-files "$@"; }

# The layout is that of .clang-format, by the version in Debian 12.
check_format() {
    sources 'src/*.[ch]' 'include/*.h' 'tests/*.[ch]' | xargs clang-format-14 --dry-run -Werror
}

# .shellcheckrc says what is let pass, and why.
check_shell() {
    sources '*.sh' .ci/run | xargs shellcheck
}

# Every path and every link of the documents leads to something, and docs/architecture.md has each
# room in its table. NAME, TAG and the like stand for names.
check_paths() {
    gone=0
    # shellcheck disable=SC2016 # the backticks are those of Markdown
    for page in $(sources '*.md'); do
        grep -oE '`(src|include|tests|scripts|docs)/[A-Za-z0-9_./-]+`' "$page" | tr -d '`' |
            sed -E '/(NAME|TAG|STAGE)/d' | sort -u >build/paths
        grep -oE '\]\([a-zA-Z0-9_./-]+\)' "$page" | sed -E "s#^..#$(dirname "$page")/#; s#.\$##" |
            sort -u >>build/paths
        while read -r path; do
            [ -e "$path" ] || { echo "$page: there is no $path" && gone=1; }
        done <build/paths
    done
    sed -nE 's/^sk_room\(([a-z_/]+) .*/\1/p' CMakeLists.txt >build/rooms
    # shellcheck disable=SC2016 # as above
    sed -nE 's/^\| `([a-z_/]+)` .*/\1/p' docs/architecture.md >build/rooms-told
    diff build/rooms build/rooms-told || { echo "docs/architecture.md: other rooms" && gone=1; }
    return "$gone"
}

# A second compiler has other warnings; they are errors too.
check_build() {
    cmake --preset clang && cmake --build --preset clang --parallel "$(nproc)"
}

# Little memory, which a build with sanitizers can't be given.
check_memory() {
    cmake --preset clang && cmake --build --preset clang --parallel "$(nproc)" &&
        ctest --preset clang -R '^cli\.memory$'
}

check_cppcheck() {
    cppcheck --quiet --error-exitcode=1 --std=c11 -j "$(nproc)" -I include -I src \
        --enable=warning,performance,portability,style --inline-suppr \
        --suppressions-list=scripts/cppcheck.txt src
}

# .clang-tidy says which checks are on. What it prints of each file that it reads is left out: a
# finding would be lost among it.
check_tidy() {
    cmake --preset clang || return 1
    run-clang-tidy-14 -quiet -j "$(nproc)" -p build/clang '/src/.*\.c$' >build/tidy.log 2>&1 &&
        return 0
    grep -vE '^clang-tidy-14 |^[0-9]+ warnings? generated' build/tidy.log
    return 1
}

# The reference of the public headers, in build/reference. What lacks a comment is an error, but for
# members and enumerators, whose name may say it all.
check_reference() {
    doxygen docs/Doxyfile >build/reference.log 2>&1
    ! grep -vE 'Member .* \((variable|enumvalue)\) .* is not documented' build/reference.log
}

# The thread sanitizer watches the jobs, and figures that are drawn side by side.
check_threads() {
    cmake --preset thread &&
        cmake --build --preset thread --parallel "$(nproc)" --target streekkaart test_jobs &&
        ctest --preset thread -R '^cli\.test_jobs$' &&
        TSAN_OPTIONS=ignore_noninstrumented_modules=1 build/thread/streekkaart figure 13 24 \
            --jobs 2 --out build/thread/out --force
}

scripts/install-packages.sh scripts/packages-build.txt scripts/packages-test.txt \
    scripts/packages-check.txt
# shellcheck disable=SC2086 # one word a step
[ $# -gt 0 ] || set -- $every_step
mkdir -p build
for step in "$@"; do
    began=$(date +%s)
    if ! quietly "check_$step"; then
        echo "$step: failed: see above" >&2
        exit 1
    fi
    echo "$step: $(($(date +%s) - began)) s"
done
