#!/bin/sh
# Renders the icons' PNG files from the SVG files beside them (rsvg-convert, Debian's librsvg2-bin). The program needs no Qt Svg
# that way. Run it after changing a drawing and commit what it writes.
set -eu
cd "$(dirname "$0")"

rsvg-convert -w 16 -h 16 scope-explorer-16.svg -o scope-explorer-16.png
for size in 22 24 32 48 64 128 256 512; do
    rsvg-convert -w $size -h $size scope-explorer.svg -o scope-explorer-$size.png
done

style=$(mktemp)
trap 'rm -f "$style"' EXIT
# render_fallback FOLDER COLOUR: what stands in for icons that the desktop's theme lacks; 16 and 24 px at 100, 200 and 300 %.
render_fallback() {
    mkdir -p "fallback/$1"
    echo "svg { color: $2 }" >"$style"
    for drawing in fallback/*.svg; do
        for size in 16 24 32 48 72; do
            rsvg-convert -s "$style" -w $size -h $size "$drawing" -o "fallback/$1/$(basename "$drawing" .svg)-$size.png"
        done
    done
}
render_fallback light '#3b4045' # on light palettes
render_fallback dark '#e6e8ea'  # on dark palettes
