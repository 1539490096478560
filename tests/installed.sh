#!/bin/sh
# Installs a build into an empty folder and builds a client against it, in C and in C++, with nothing but pkg-config.
set -eu
build=$1
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cmake --install "$build" --prefix "$place" >/dev/null
library=$(find "$place" -name stepcare.pc -printf '%h')
cat >"$place/client.c" <<'CLIENT'
#include <stepcare/stepcare.h>
#include <stdio.h>
int main(void)
{
    sc_diagnostics *diagnostics = sc_diagnostics_new();
    sc_pack *pack = NULL;
    sc_plan *plan = NULL;
    sc_dates dates = {"2026-11-23", NULL};
    if (sc_pack_open_builtin("chronic-back-pain", diagnostics, &pack) != SC_OK) {
        return 1;
    }
    sc_sheet *sheet = sc_sheet_new(pack);
    if (sc_plan_make(pack, sheet, dates, diagnostics, &plan) != SC_OK || sc_plan_get_status(plan) != SC_UNSCREENED) {
        return 1;
    }
    puts(sc_pack_title(pack));
    sc_plan_free(plan);
    sc_sheet_free(sheet);
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    return 0;
}
CLIENT
cp "$place/client.c" "$place/client.cc"
export PKG_CONFIG_PATH="$library${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
flags="-Wall -Wextra -Werror $(pkg-config --cflags --libs stepcare) -Wl,-rpath,${library%/pkgconfig}"
# The flags are a list of words.
# shellcheck disable=SC2086
{
    cc "$place/client.c" -std=c17 -pedantic -o "$place/client" $flags
    "$place/client"
    c++ "$place/client.cc" -o "$place/client++" $flags
    "$place/client++"
}
# Only the names of the header can be seen.
foreign=$(nm -D --defined-only "${library%/pkgconfig}/libstepcare.so" | awk '$3 !~ /^sc_/ { print $3 }')
[ -z "$foreign" ] || { echo "the library shows: $foreign"; exit 1; }
"$place/bin/stepcare" --version
# A part finds its way from bin to libexec, wherever both are; it may have been left out.
[ ! -e "$place/libexec/stepcare-prove" ] || "$place/bin/stepcare" prove -q
[ ! -e "$place/libexec/stepcare-ics" ] || "$place/bin/stepcare" plan -s age=12 -f ics --start 2026-11-30 2>/dev/null | cmp - tests/golden/02-ben.ics
[ ! -e "$place/libexec/stepcare-pdf" ] || [ "$("$place/bin/stepcare" plan -s age=12 -f pdf | head -c 5)" = %PDF- ]
