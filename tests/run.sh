#!/bin/sh
# Installs what the tests need, builds them and runs them all; the last line is 'N passed, N failed'.
# `sh tests/run.sh bench` builds and runs the benchmarks instead, which print one line a figure.
# SCOPES_BUILD names the build folder (build/tests), SCOPES_CMAKE_ARGS holds more arguments for cmake.
set -u
cd "$(dirname "$0")/.." || exit 1
. app/packages.sh

give_up() {
    echo "$1"
    echo "0 passed, 1 failed"
    exit 1
}

# shellcheck disable=SC2086 # names and arguments are split on purpose
install_packages $packages_to_build $packages_to_test 2>&1 || give_up "The packages that the tests need could not be installed."
build=${SCOPES_BUILD:-build/tests}
# shellcheck disable=SC2086
{
    cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DSCOPES_PRECOMPILE=ON -DSCOPES_TESTS=ON ${SCOPES_CMAKE_ARGS:-} &&
        cmake --build "$build"
} >&2 || give_up "The tests could not be built."

if [ "${1:-}" = bench ]; then
    failed=0
    for bench in $(find "$build" -type f -name 'bench_*' -perm -u+x | sort); do
        QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} "$bench" || failed=1
    done
    exit $failed
fi
ctest --test-dir "$build" --parallel "$(getconf _NPROCESSORS_ONLN)" --verbose 2>&1 | python3 tests/tally.py
