"""The words that speak for a section, and how far each of them tells.

Stems are compared: no word is here whose stem is mostly another's ("author": authorities,
"renewable": renewed). Two words with an underscore stand together ("white_house"), and then tell
nothing by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from briefing.text.words import STOP_WORDS, stem

TELLING, FAINT = 2, 1  # points

# Words that tell a section by themselves. Those of a list whose name ends in "?" are as much at
# home in other news ("company", "school", "team"): `benchmarks/section_words.py` measures it.
_WORDS = """
World: embassy ambassador diplomat nato ceasefire militia treaty sanction missile
    airstrike envoy kremlin tehran regime militant peacekeeper warplane nuclear hostage junta
    prime_minister foreign_minister united_nations
World?: foreign rebel insurgent refugee summit beijing moscow coup overseas troops
National: police arrested shooting murder jury prosecutor convicted sentenced inmate sheriff
    homicide robbery lawsuit stabbed manslaughter gunman supreme_court appeals_court looter
    rioter indicted prison justice_department federal_judge
National?: suspect trial court judge detective attorney victim charged school teacher student
    university protester officer migrant church jail fbi
    racist racism racial attorney_general
Politics: senate congress congressman congresswoman republican democrat election
    vote voter ballot poll candidate nominee presidential parliament lawmaker legislation veto
    impeachment caucus partisan primary mayor referendum lobbyist gov sen gop white_house capitol
    governor reelection re-election midterm executive_order running_mate
Politics?: campaign president minister bill coalition opposition conservative labour liberal
    administration cabinet rep rally policy
Business: stocks investor market economy inflation unemployment jobless profit bankruptcy
    tariff export retailer shareholder dow nasdaq recession gdp mortgage quarterly airline automaker
    wages manufacturer payrolls layoffs federal_reserve interest_rate central_bank job_market
    labor_market labour_market jobs_report jobless_claims
Business?: economic bank revenue earnings merger acquisition trade company ceo index
    oil prices debt loan currency factory brand employer furlough stores
Technology: software app smartphone internet hacker cyberattack algorithm user semiconductor
    encryption privacy browser malware password facebook google social_media
    artificial_intelligence facial_recognition tech
Technology?: online data startup chip robot platform device computer processor cloud website
    electric twitter
Science: astronomer telescope spacecraft orbit planet asteroid galaxy fossil dinosaur dna physicist
    astronaut lunar archaeologist archaeology satellite
Science?: scientist researcher study rocket species genome laboratory moon particle evolution
Health: hospital patient doctor nurse vaccine virus disease infection outbreak pandemic epidemic
    coronavirus covid covid-19 symptom medicine medical flu surgeon diabetes therapy quarantine
    public_health
    coronavirus_outbreak coronavirus_cases virus_cases covid_cases covid-19_cases
Health?: cancer drug treatment clinical health dose obesity mask lockdown
Environment: climate emission carbon wildfire hurricane storm flood
    drought earthquake tornado cyclone rainfall pollution wildlife glacier
    temperature heatwave greenhouse climate_change
Environment?: warming forecast conservation evacuated forest
Sport: striker coach player league championship tournament olympic medal
    quarterback touchdown pitcher wicket batsman goalkeeper playoff stadium tennis football
    basketball baseball semifinal midfielder referee nfl nba mlb nhl nascar soccer
Sport?: match team season cyclist sprint golf cup scored
Culture: movie actor actress singer album concert museum artist exhibition theatre theater
    oscar grammy comedy comedian rapper hollywood
Culture?: film song band novel book festival award fashion restaurant chef television series drama
    episode audience
Local: councillor neighbourhood neighborhood downtown borough village sewer playground
Local?: council resident street bridge town park
"""
# The names of one epidemic are one thing.
_PLAGUES = """virus pandemic epidemic outbreak coronavirus covid covid-19 coronavirus_outbreak
    coronavirus_cases virus_cases covid_cases covid-19_cases
"""


def terms(stemmed: list[str]) -> set[str]:
    """The distinct stems of a text; two that are known to stand together are one term."""
    pairs = {f"{a}_{b}" for a, b in pairwise(stemmed)} & lexicon().keys()
    return (set(stemmed) - {part for pair in pairs for part in pair.split("_")}) | pairs


@lru_cache(maxsize=1)
def lexicon() -> dict[str, dict[str, int]]:
    """Term -> the sections for which it speaks, and its points; none of a function word's stem
    ("inning": "in")."""
    found: dict[str, dict[str, int]] = {}
    for name, entries in lists(_WORDS):
        points = FAINT if name.endswith("?") else TELLING
        for term in sorted(set(map(_term, entries)) - STOP_WORDS):
            found.setdefault(term, {}).setdefault(name.rstrip("?"), points)
    return found


def _term(entry: str) -> str:
    return "_".join(map(stem, entry.split("_")))


@lru_cache(maxsize=1)
def plagues() -> frozenset[str]:
    """The terms that are names of one epidemic, as `terms` gives them."""
    return frozenset(map(_term, _PLAGUES.split()))


def lists(text: str) -> Iterable[tuple[str, list[str]]]:
    """(name, words) of each "Name: word word ..." of a list whose long lines are continued."""
    for entry in re.split(r"\n(?=\w)", text.strip()):
        name, _, entries = entry.partition(":")
        yield name, entries.split()
