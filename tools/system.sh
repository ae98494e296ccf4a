#!/bin/sh
# What pip cannot bring: Pango, for the PDF. Installed where we are root on Debian or Ubuntu, else named in one line.
set -eu
packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
missing=""
for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
if ! command -v apt-get >/dev/null 2>&1; then
    echo "briefing: the PDF needs Pango (version 1.44 or later); install it with your system's package manager" >&2
elif [ "$(id -u)" = 0 ]; then
    echo "briefing: installing$missing" >&2
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
else
    echo "briefing: the PDF needs Pango; run: sudo apt-get install$missing" >&2
fi
