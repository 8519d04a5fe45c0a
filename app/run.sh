#!/bin/sh
# Installs what is missing, builds Scope Explorer in build/ and starts it with the arguments given.
# On a machine without a display, and without arguments, it lists the catalog instead.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
. "$top/app/packages.sh"

# Standard output belongs to the program: `sh app/run.sh list --format json | ...` works on the first run too.
# shellcheck disable=SC2086 # the names are split on purpose
install_packages $packages_to_build ${WAYLAND_DISPLAY:+$packages_for_wayland} >&2
{
    cmake -S "$top" -B "$top/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DSCOPES_PRECOMPILE=ON
    cmake --build "$top/build" --target scope-explorer
} >&2

has_display() {
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ] || [ "$(uname)" = Darwin ]
}
[ $# -gt 0 ] || has_display || set -- list
exec "$top/build/app/scope-explorer" "$@"
