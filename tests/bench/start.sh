#!/bin/sh
# What one plan costs: wall time above an empty C process, and peak memory, in the pack's language and in one
# that is translated. Needs hyperfine, jq and GNU time.
#
#   cmake --build --preset release --target bench
set -eu
program=$1
empty=$2
sheet=$(dirname "$0")/../../plans/chronic-back-pain/cases/01-ana.yaml
plan="$program plan -a $sheet --start 2026-11-30 --today 2026-11-23"
figures=$(mktemp)
trap 'rm -f "$figures"' EXIT
hyperfine -N --warmup 50 --runs 1000 --style none --export-json "$figures" "$empty" "$plan --lang en" "$plan --lang es" \
    >/dev/null 2>&1
jq -r '
    def hundredths: . * 1e5 | round / 100;
    .results | .[0].mean as $empty |
    "an empty C process       \($empty | hundredths) ms",
    (["en", .[1]], ["es", .[2]] |
        "a plan, text, \(.[0])         \(.[1].mean | hundredths) ms (+- \(.[1].stddev | hundredths))",
        "above the empty one, \(.[0])  \(.[1].mean - $empty | hundredths) ms   (bound: 3 ms)")' "$figures"
for language in en es; do
    # The words of the command hold no blanks but those between them.
    # shellcheck disable=SC2086
    /usr/bin/time -f "peak memory, $language          %M KiB   (bound: 8192 KiB)" $plan --lang "$language" 2>&1 >/dev/null
done
