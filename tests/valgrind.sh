#!/bin/sh
# Runs every unit test (those that try many random packs try few), and plans of every person
# (the cases with a number) in every format, under valgrind, as many at once as there are processors.
set -eu
build=$1
: "${STEPCARE_VALGRIND:=valgrind -q --error-exitcode=99 --leak-check=full}"
export STEPCARE_VALGRIND STEPCARE_SMALL=yes

runs() {
    printf '%s\n' "$build"/tests/*_test
    for sheet in plans/chronic-back-pain/cases/[0-9]*.yaml; do
        for format in text markdown html json brief tsv; do
            echo "$build/stepcare plan -a $sheet -f $format"
        done
        echo "$build/stepcare-ics -a $sheet -f ics --start 2026-11-30"
    done
}

# A plan may be withheld, which is a status of its own (6); a unit test has no other than 0. Beside what valgrind
# says a plan says nothing on standard error; tests do, and a calendar of a plan that is withheld. Pango keeps its
# fonts to the end, which valgrind takes for lost: what is lost of ours there, AddressSanitizer tells.
runs | xargs -P "$(nproc)" -I RUN sh -c '
    status=0
    case $1 in *pdf_letters_test) leaks=--leak-check=no ;; *) leaks= ;; esac
    said=$($STEPCARE_VALGRIND $leaks $1 2>&1 >/dev/null) || status=$?
    case $1 in
    *_test) good=0 wrong="^==" ;;
    *-ics*) good="[06]" wrong="^==" ;;
    *) good="[06]" wrong="." ;;
    esac
    expr "$status" : "$good\$" >/dev/null && ! printf "%s\n" "$said" | grep -q "$wrong" ||
        { printf "valgrind: %s\n%s\n" "$1" "$said"; exit 1; }' one RUN
count=$(runs | wc -l)
[ "$count" -gt 100 ]
echo "$count runs under valgrind, no error, no leak"
