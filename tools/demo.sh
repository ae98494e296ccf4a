#!/bin/sh
# Three editions from samples/: sh tools/demo.sh BRIEFING OUT
# Exit code 3 is right: one of the samples' sources is broken on purpose.
set -eu
briefing=$1
out=$2
export BRIEFING_CONFIG=samples/briefing.toml BRIEFING_DATA_DIR="$out/data"
mkdir -p "$out"

quietly() {
    "$@" >"$out/demo.log" 2>&1 || [ $? = 3 ] || { cat "$out/demo.log" >&2; exit 1; }
}

quietly $briefing --quiet fetch
for day in 2026-01-13 2026-01-14; do
    quietly $briefing --quiet make --date $day --format json -o "$out"
done
$briefing make --date 2026-01-15 --format html,pdf -o "$out" || [ $? = 3 ]
