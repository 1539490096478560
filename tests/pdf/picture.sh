#!/bin/sh
# The picture in the README: the first page of a plan. Needs pdftoppm and Noto fonts.
#
#   tests/pdf/picture.sh build/stepcare
set -eu
house=$(dirname "$0")/../..
page=$(mktemp)
trap 'rm -f "$page"' EXIT
"$1" plan -a "$house/plans/chronic-back-pain/cases/01-ana.yaml" --today 2026-11-23 --start 2026-11-30 --paper a4 -f pdf >"$page"
pdftoppm -png -r 72 -f 1 -l 1 -singlefile "$page" "$house/man/paper"
