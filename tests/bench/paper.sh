#!/bin/sh
# What a plan on paper costs beside three plain pages, and beside WeasyPrint's PDF of the same plan as HTML. Needs
# hyperfine and jq; WeasyPrint if it is there.
#
#   cmake --build --preset release --target bench-paper
set -eu
program=$1
plain=$2
sheet=$(dirname "$0")/../../plans/chronic-back-pain/cases/01-ana.yaml
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
set -- plan -a "$sheet" --start 2026-11-30 --today 2026-11-23
"$program" "$@" -o "$folder/plan.txt"
"$program" "$@" -o "$folder/plan.html"
time_of() { # runs, command: the quickest, as the others tell more of the machine
    hyperfine -N --warmup 2 --runs "$1" --style none --export-json "$folder/figures" "$2" >/dev/null 2>&1
    jq -r '.results[0].min * 1e3 | round' "$folder/figures"
}
three=$(time_of 50 "$plain $folder/plan.txt $folder/three.pdf")
plan=$(time_of 50 "$program $* -o $folder/plan.pdf")
echo "three plain pages through Pango   $three ms"
echo "a plan, pdf                       $plan ms"
command -v weasyprint >/dev/null || exit 0
other=$(time_of 5 "weasyprint -q $folder/plan.html $folder/other.pdf")
echo "WeasyPrint, of the plan as HTML   $other ms   ($((other / plan)) times as long)"
