#!/bin/sh
# Whole outputs, compared byte for byte with the files beside this one.
#
#   tests/golden/golden.sh build/stepcare          compares; says where the first difference is
#   tests/golden/golden.sh build/stepcare --renew  writes them anew, to be read in the diff
#
# Every person of the built-in pack (the cases with a number) as a text plan and as its decisions; some of them in all
# formats. The digest of the pack stands in them as zeros, so that a word changed in one text renews the pages that print
# it and no others.
set -eu
export LC_ALL=C.UTF-8
program=$1
renew=${2:-}
cd "$(dirname "$0")/../.."
golden=tests/golden
digest=$("$program" questions -f json | sed 's/.*"sha256":"\([0-9a-f]*\)".*/\1/')
short=$(printf %.12s "$digest")
zeros=0000000000000000000000000000000000000000000000000000000000000000
came=$(mktemp -d)
trap 'rm -rf "$came"' EXIT
status=0

made() { # name, format, arguments...
    name=$1 format=$2
    shift 2
    code=0
    "$program" "$command" $days -f "$format" "$@" >"$came/out" 2>"$came/err" </dev/null || code=$?
    case $code in 0 | 1 | 5 | 6) return 0 ;; esac
    echo "$name as $format: exit $code"; cat "$came/err"; status=1
    return 1
}

same() { # what came, the golden file
    sed -i "s/$digest/$zeros/; s/$short/$(printf %.12s $zeros)/" "$came/$1"
    if [ "$renew" = --renew ]; then
        cp "$came/$1" "$golden/$2"
    elif ! diff -u "$golden/$2" "$came/$1" >"$came/diff" 2>&1; then
        echo "what came is not what $golden/$2 says:"
        head -30 "$came/diff"
        status=1
    fi
}

one() { # name, format, arguments...
    made "$@" || return 0
    [ -s "$came/err" ] && { echo "$1 as $2: standard error is not silent"; cat "$came/err"; status=1; }
    same out "$1.$2"
}

command=plan days="--today 2026-11-23 --start 2026-11-30"
if [ "$renew" = --renew ]; then
    for kind in text markdown html json brief tsv dot mermaid; do rm -f "$golden"/*.$kind; done
fi
for sheet in plans/chronic-back-pain/cases/[0-9]*.yaml; do
    name=$(basename "$sheet" .yaml)
    one "$name" text -a "$sheet"
    one "$name" brief -a "$sheet"
done
for name in 01-ana 08-hana 11-kim; do
    for format in markdown html json tsv; do
        one "$name" $format -a "plans/chronic-back-pain/cases/$name.yaml"
    done
done
for sheet in plans/chronic-back-pain/cases/[0-9]*.yaml; do
    one "$(basename "$sheet" .yaml)-es" text -a "$sheet" --lang es
done
for format in text markdown html json brief tsv; do
    one no-answers $format -s hard=unknown
done
one 01-ana-week text -a plans/chronic-back-pain/cases/01-ana.yaml --week 4
one 01-ana-week html -a plans/chronic-back-pain/cases/01-ana.yaml --week 4
one 02-ben-es html -a plans/chronic-back-pain/cases/02-ben.yaml --lang es
one 01-ana-week markdown -a plans/chronic-back-pain/cases/01-ana.yaml --week 4
one 07-gus-week-es text -a plans/chronic-back-pain/cases/07-gus.yaml --week 9 --lang es
one 01-ana-narrow text -a plans/chronic-back-pain/cases/01-ana.yaml --width 46
one 01-ana-wide text -a plans/chronic-back-pain/cases/01-ana.yaml --width 132
one 01-ana-colour text -a plans/chronic-back-pain/cases/01-ana.yaml --color always
if [ -x "$(dirname "$program")/stepcare-ics" ]; then
    [ "$renew" = --renew ] && rm -f "$golden"/*.ics "$golden"/*.said
    one 01-ana ics -a plans/chronic-back-pain/cases/01-ana.yaml
    one 01-ana-es ics -a plans/chronic-back-pain/cases/01-ana.yaml --lang es
    one 07-gus-open ics -a plans/chronic-back-pain/cases/07-gus.yaml --discreet no
    # There is no plan: standard error says what to do.
    made 02-ben ics -a plans/chronic-back-pain/cases/02-ben.yaml && same out 02-ben.ics && same err 02-ben.said
fi
one 04-dev-plan-why text -a plans/chronic-back-pain/cases/04-dev.yaml --why
one 11-kim-plan-why markdown -a plans/chronic-back-pain/cases/11-kim.yaml --why
one 08-hana-plan-why text -a plans/chronic-back-pain/cases/08-hana.yaml --why
command=why days="--today 2026-11-23"
why() { # id, case, format
    one "$2-why-$1" "$3" "$1" -a "plans/chronic-back-pain/cases/$2.yaml"
}
for sheet in plans/chronic-back-pain/cases/[0-9]*.yaml; do # the people
    why ibuprofen "$(basename "$sheet" .yaml)" text
done
why ibuprofen 04-dev markdown
why ibuprofen 04-dev json
one 04-dev-why-ibuprofen-es text ibuprofen -a plans/chronic-back-pain/cases/04-dev.yaml --lang es
why gabapentin 04-dev text       # offered on the second step
why duloxetine 04-dev text       # later
why walking 07-gus text          # a schedule, notes
why medicines 04-dev text        # a ladder and a question
why second-line 04-dev text      # a step
why second-line 04-dev json
why cauda-equina 02-ben text     # an alert that is true
why cauda-equina 01-ana text     # and one that is not
why inflammatory-refer 06-fay text
why pregnant_or_trying 06-fay text # a fact
why score 01-ana json
why conditions 11-kim text       # a question that is open
why conditions 11-kim json
one no-answers-why-ibuprofen text ibuprofen -s hard=unknown
command=graph days=
one graph dot
one graph mermaid
one 04b-dev-lungs-graph dot -a plans/chronic-back-pain/cases/04b-dev-lungs.yaml
one 08-hana-graph-es dot -a plans/chronic-back-pain/cases/08-hana.yaml --lang es
command=compare days="--today 2026-11-23"
cases=plans/chronic-back-pain/cases
one 01-ana-04-dev-compare text $cases/01-ana.yaml $cases/04-dev.yaml
one 01-ana-04-dev-compare markdown $cases/01-ana.yaml $cases/04-dev.yaml
one 01-ana-04-dev-compare json $cases/01-ana.yaml $cases/04-dev.yaml
one 01-ana-06-fay-compare-es text $cases/01-ana.yaml $cases/06-fay.yaml --lang es
one 01-ana-02-ben-compare text $cases/01-ana.yaml $cases/02-ben.yaml
one 05-eva-07-gus-compare text $cases/05-eva.yaml $cases/07-gus.yaml
one 01-ana-one-answer text --one-answer $cases/01-ana.yaml
one 01-ana-one-answer json --one-answer $cases/01-ana.yaml
one 11-kim-one-answer-es text --one-answer $cases/11-kim.yaml --lang es
[ "$renew" = --renew ] && python3 tests/golden/readme.py
exit $status
