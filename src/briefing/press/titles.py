"""What kind of thing a headline names: an act, a person, or a theme.

Headlines write in the present ("Dunmere shuts its mill"), whose verbs look like nouns; those that
news is told with are listed. "A harbour and its keepers" names a theme, "Oda Renn: From the loom to
the guild" a person, and of neither is there anything to be told in a line.
"""

from __future__ import annotations

import re

LONGEST = 300  # characters of a title
# In the third person, as most headlines have it.
_DOES = """
abandons abolishes accepts accuses admits adopts agrees airlifts alleges announces answers
apologizes apologises appeals appoints approves arrests arrives asks assembles attacks awards
backs bans bars begins blames blasts blocks boards boosts brings buys calls cancels captures
cautions charges claims clarifies clinches closes collapses condemns conducts confirms confronts
considers convicts crashes criticises criticizes crosses cuts debates decides declares declines
decreases defends defies delays demands denies denounces deploys deports detains detonates
devastates dies discharges discloses dismisses dissolves downplays drops drowns earns eases elects
ends endorses engulfs enters erupts escapes evacuates exceeds expands expels explodes exposes
extends extradites faces fails falls files fines flees floods forces freezes fronts gains gets
grants grounds halts hammers heads hits holds honors honours identifies impeaches implicates
imposes increases indicts injures inks insists intercepts intervenes introduces invests
investigates invites issues jails joins jumps kills knocks lands launches leads leaves lifts loses
lowers meets merges moves names nominates offers opens opposes orders ousts outlaws overturns
passes pauses pays pledges plunges postpones praises presents presses promises proposes pulls
pushes quits raises rallies ransacks reaches reacts rebuffs recalls receives recognizes recognises
recovers refuses regains rejects releases removes reopens repeals replaces rescues resigns
resolves responds restores restricts resumes retires retracts returns reveals revives revokes
rises rocks rules sacks sanctions scores scraps seals seeks seizes sells sends sentences settles
shoots showcases shuts signs sinks slams slaps soars stages starts steps stops stresses strikes
strips submits summons surges surrenders suspends swears takes threatens tightens topples toughens
triggers tumbles unmasks unveils updates upgrades upholds urges vetoes violates visits votes vows
warns welcomes widens wins withdraws wounds
"""
# After plural subjects ("pilots warn"): no nouns.
_DO = """
accuse agree announce approve arrest arrive ask begin blame condemn confirm convict criticize
criticise defend defy denounce deny deploy deport detain die elect expel flee gather grow
identify impeach impose injure investigate join kill launch lose meet mourn oppose oust pass pay
pledge push ransack refuse reject resign resume seek seize send sign suspend sue threaten urge
vote vow warn welcome win withdraw chant rally reach hold dismiss stage
"""
# What was done; the regular ones are known by their ends.
_DONE = """
beaten begun bought broke caught dead died fell felled found hit hurt held lost missing paid quit
rose said sank seen sent shot shut sold stolen struck sued sunk sworn thrown told took underway
was were went withdrawn won
"""
_TELLS = re.compile(
    rf"\b(?:{'|'.join(f'{_DOES} {_DO} {_DONE}'.split())}|(?:has|have)\s[a-z]+(?:ed|en|un))\b"
    r"|\bunder\s(?:[\w-]+\s)?(?:investigation|arrest|attack|fire)\b"
    r"|^(?:thousands|hundreds|dozens|scores|crowds|\d[\d,]*(?!\syears?\b))\s[^:?]*$"
    r"|(?<!-)\b[a-z]{3,}ed\b"
)
# "the scattered villages", "Trapped in Dunmere: ...", "who helped": no acts of the day.
_ADJECTIVE = re.compile(
    r"\b(?:an?|the|his|her|its|their|of|in|by|for|with|new|more|most|\w+['’]s)\s(?:[\w-]+ly\s)?[a-z-]+ed\b"
    r"|^[a-z]+ed\s(?:at|between|by|from|in)\b|\bas\stold\b"
    r"|\b(?:who|that|which|whose|how|where|why)\s[\w’'-]+(?:\s[\w’'-]+)?"
)
# "Dunmere to close two gates", "Mill owners to meet".
_TO_DO = re.compile(
    r"(?:^|:\s)(?!\w+ing\s[Tt]o\b)(?:(?:[A-Z][\w.’'-]*|\d+),?\s(?:and\s|of\s)?){1,5}(?:[a-z]+\s)?(?:[Ss]et\s|[Dd]ue\s)?[Tt]o"
    r"\s(?!the\b|an?\b|be\b)[A-Za-z]{3,}"
)
_NAME = r"[A-ZÀ-Þ][\w.’'-]*"
# The interview's title: Oda Renn, weaver of sails: ‘I never liked linen’.
_ROLE = re.compile(rf"^(?:{_NAME}\s){{1,3}}{_NAME},\s[^,:]+(?:,[^,:]+){{0,2}}:\s*[‘“\"']")
_PORTRAIT = re.compile(
    rf"""^(?:{_NAME}\s){{1,3}}{_NAME}:\s
        (?:[Tt]he\s(?:[\w-]+\s){{1,6}}(?:who|whose|that|in|behind|of)\b | [Ff]rom\s.+\s[Tt]o\s)
      | ^(?i:you(?:['’]d|\swould)\s(?:never|be)\b)
      | ^(?i:all\sabout)\s[A-ZÀ-Þ] | ^[Tt]he\s(?:[\w-]+\s){{1,6}}who\shelped\b""",
    re.VERBOSE,
)


def tells_deed(title: str) -> bool:
    """Whether it tells, outside of what somebody says, that something was, is or will be done."""
    said = title[:LONGEST]
    return _TO_DO.search(said) is not None or (
        _TELLS.search(_ADJECTIVE.sub(" ", said.lower())) is not None
    )


def portrays(title: str) -> bool:
    """Whether it is that of a portrait or an interview: who somebody is, not what was done."""
    start = title[:LONGEST]
    return _ROLE.match(start) is not None or _PORTRAIT.search(start) is not None


def is_cut(title: str) -> bool:
    """Whether a feed has cut it: it tells half."""
    return title.rstrip().endswith(("...", "…"))
