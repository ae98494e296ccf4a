#!/bin/sh
# Three editions from samples/: sh tools/demo.sh BRIEFING OUT
set -eu
briefing=$1
out=$2
export BRIEFING_CONFIG=samples/briefing.toml BRIEFING_DATA_DIR="$out/data"
mkdir -p "$out"
$briefing --quiet fetch || [ $? = 3 ]   # 3: one of the samples' sources is broken on purpose
for day in 2026-01-13 2026-01-14; do
    $briefing --quiet make --date $day --format html -o "$out" >/dev/null || [ $? = 3 ]
done
$briefing make --date 2026-01-15 --format html,pdf,text,json -o "$out" || [ $? = 3 ]
