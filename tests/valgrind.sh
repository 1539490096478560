#!/bin/sh
# Runs every unit test (those that try many random packs try few), and plans of every person
# (the cases with a number) in every format, under valgrind.
set -eu
build=$1
: "${STEPCARE_VALGRIND:=valgrind -q --error-exitcode=99 --leak-check=full}"
count=0
export STEPCARE_SMALL=yes
for test in "$build"/tests/*_test; do
    $STEPCARE_VALGRIND "$test" >/dev/null 2>"$build/valgrind.log" || { echo "valgrind: $test"; cat "$build/valgrind.log"; exit 1; }
    count=$((count + 1))
done
for sheet in plans/chronic-back-pain/cases/[0-9]*.yaml; do
    for format in text markdown json brief tsv; do
        status=0
        $STEPCARE_VALGRIND "$build/stepcare" plan -a "$sheet" -f "$format" >/dev/null 2>"$build/valgrind.log" || status=$?
        [ "$status" -ne 99 ] && [ ! -s "$build/valgrind.log" ] ||
            { echo "valgrind: $sheet as $format"; cat "$build/valgrind.log"; exit 1; }
        count=$((count + 1))
    done
    status=0
    $STEPCARE_VALGRIND "$build/stepcare-ics" -a "$sheet" -f ics --start 2026-11-30 >/dev/null 2>"$build/valgrind.log" || status=$?
    [ "$status" -ne 99 ] && ! grep -q '^==' "$build/valgrind.log" || { echo "valgrind: $sheet as ics"; cat "$build/valgrind.log"; exit 1; }
    count=$((count + 1))
done
[ "$count" -gt 20 ]
echo "$count runs under valgrind, no error, no leak"
