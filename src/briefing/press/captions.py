"""What stands above a report: captions, a photo's words up to its credit; headings, standfirsts,
points that sum it up."""

from __future__ import annotations

import re

from briefing.text.dates import NEAR_DAY, WEEKDAY

REACH = 600  # characters from a caption's first sentence to its credit
# "DUNMERE (Post/AP) — The harbour": who writes, no credit.
_NO_DATELINE = r"(?!\)?\s?(?:[—–]|--))"
CREDIT = re.compile(
    r"\((?:AP|EPA|AFP|Reuters|REUTERS|Photo|Image|Courtesy|File|Getty)\b[ /:][^()\n]{2,80}\)"
    rf"{_NO_DATELINE}"
    r"|\|\s?[A-Z][^|\n]{2,60}(?:/|\bvia\s)(?:AP|AFP|EPA|Getty|Reuters|Bloomberg|Shutterstock)\b"
    r"|\([^()\n]{0,80}\bvia\s(?:AP|AFP|EPA|Getty|Reuters|Bloomberg|Shutterstock)\b"
    r"|\b(?:Photo|Image)s? (?:by|courtesy)\b"
    rf"|/(?:AP|AFP|EPA|Getty Images|Reuters|REUTERS|Shutterstock)\b{_NO_DATELINE}"
)
_PHOTO = re.compile(
    rf"(?:[^\n]{{0,{REACH}}}?(?:\([^()\n]{{0,60}}\b(?:Photo|via)\b[^()\n]{{0,60}}\)|{CREDIT.pattern})"
    r"(?:\s?Images\b)?[)\s]*)+"
)

# A line of its own that ends without a stop: the title once more, a standfirst, a writer's name.
_STOP = r"[.!?…:;,。！？؟।\"”»'’)\]]"
_HEADING = re.compile(rf"(?!\s)[^\n]{{1,300}}(?<!\s)(?<!{_STOP})[^\S\n]*\n\s*\n\s*")
# Points above a report sum it up: "• Board calls vote a breach of the law".
BULLET = re.compile(r"[^\S\n]*[•▪►●‣◦][^\S\n]*(?=\S)")
_BULLETS = re.compile(rf"(?:{BULLET.pattern}[^\n]{{1,300}}(?:\n\s*|$))+")
# What the column is: "A daily roundup of harbour news."
_KICKER = re.compile(
    r"An?\s(?:daily|weekly)\s(?:round-?up|digest)\sof\s[^\n]{3,80}\n\s*\n\s*", re.IGNORECASE
)
# A desk that asks its readers first (8 of 8 read): "Are you in Dunmere? Send us your photos."
_APPEAL = re.compile(
    r"(?:(?:Are|Is|Do|Does|Did|Have|Has|Were|Was|Got)\s[^\n?]{3,120}\?\s)?(?:Send\sus|Share\syour|Tell\sus"
    r"|Let\sus\sknow|We(?:['’]d|\swould|['’]ll)?\s(?:want|like|love)\sto\shear|Get\sbreaking\snews"
    r"|Sign\sup\sfor)\b[^\n]{0,300}\n\s*\n\s*"
)
# Longer than that, and with a day and what was done, it is a first paragraph that lost its stop.
LONGEST_HEADING = 150
_DAY = re.compile(rf"\b(?:{WEEKDAY}|{NEAR_DAY})\b")
_DONE = re.compile(r"\b(?:[a-z]{2,}ed|said|says|told|was|were|has|have|will|won|lost|met)\b")
_STEPS = 6  # captions, headings and points by turns
_REPORT = re.compile(rf"(?![a-zß-ÿ])[^\n]{{60,}}{_STOP}[^\S\n]*(?:\n|$)")


def opening(text: str, characters: int) -> str:
    """The first `characters` of the report, behind captions."""
    start = begin(text)
    return text[start : start + characters]


def begin(text: str) -> int:
    """Where the report begins: behind the captions, points and headings above it."""
    start = at = 0
    for _ in range(_STEPS):
        found = (
            _KICKER.match(text, at)
            or _APPEAL.match(text, at)
            or _PHOTO.match(text, at)
            or _BULLETS.match(text, at)
            or _HEADING.match(text, at)
        )
        if found is None or (found.re is _HEADING and _is_paragraph(found.group())):
            break
        at = found.end()
        if found.re is not _HEADING or _REPORT.match(text, at):
            start = at
    return start


def _is_paragraph(line: str) -> bool:
    told = line.strip()
    return len(told) > LONGEST_HEADING and bool(_DAY.search(told) and _DONE.search(told))
