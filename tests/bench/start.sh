#!/bin/sh
# What one plan costs: wall time above an empty C process, and peak memory. Needs hyperfine, jq and GNU time.
#
#   cmake --build --preset release --target bench
set -eu
program=$1
empty=$2
sheet=$(dirname "$0")/../../plans/chronic-back-pain/cases/01-ana.yaml
figures=$(mktemp)
trap 'rm -f "$figures"' EXIT
hyperfine -N --warmup 50 --runs 1000 --style none --export-json "$figures" "$empty" \
    "$program plan -a $sheet --start 2026-11-30 --today 2026-11-23" >/dev/null 2>&1
jq -r '.results | "an empty C process   \(.[0].mean * 1e5 | round / 100) ms\na plan, text         \(.[1].mean * 1e5 | round / 100) ms (+- \(.[1].stddev * 1e5 | round / 100))\nabove the empty one  \((.[1].mean - .[0].mean) * 1e5 | round / 100) ms   (bound: 3 ms)"' "$figures"
/usr/bin/time -f 'peak memory          %M KiB   (bound: 8192 KiB)' "$program" plan -a "$sheet" --start 2026-11-30 \
    --today 2026-11-23 2>&1 >/dev/null
