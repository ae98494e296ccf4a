"""The main clause of a sentence, short enough to head a story: a slice of it, or nothing."""

from __future__ import annotations

import re

from briefing.standing.standalone import stands
from briefing.text.quoted import unquoted

FEWEST, USUAL, MOST = 6, 16, 28  # words
# Where a main clause ends and something hangs on it; not before "until" and "unless": "will not be
# released until May" is no "will not be released".
_BREAK = re.compile(
    r""",?\s(?=(?:after|as(?=(?:\s\S+){4})|while|amid|following|because|when|where|though|although
        |despite|whereas)\s)
      | ,\s(?=(?:who|which|saying|adding|arguing|citing|calling|warning|including|but|marking
        |a\s|an\s|the\s|and\s|[a-z]{3,}ing\s))
      | \s?[—–]\s? | \s--?\s | ;\s""",
    re.VERBOSE,
)
# What stands before the main clause, up to a comma.
_LED = re.compile(
    r"(?:As|After|When|While|If|Although|Though|Since|Because|Following|With|In|On|At|Amid|Despite"
    r"|For|By|Under|During|Before|Once|From|Hours|Days|Weeks|Just|More than|Less than)\b[^,]*,\s"
)
# "to sign", "signs the", "has signed", "said": what a clause without it lacks.
_ACTS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|said|says|told|made|took|got|went|came|saw|found"
    r"|gave|left|led|won|lost|met|held|kept|began|brought|sent|cut|hit|put|set|rose|fell|grew|became"
    r"|ran|broke|spoke|wrote|struck|fought|shot|shut|[a-z]{2,}ed|wants?|plans?|calls?|faces?)\b"
)
_DANGLES = re.compile(
    r"\b(?:just|merely|only|even|such|it|used|known|early|soon|shortly|comes?|came)$"
)
# "Dunmere, a town in the hills, is shut", "the gate — the oldest — is shut": not at the aside.
_GOES_ON = re.compile(
    r",?[^,;]*,\s(?:is|are|was|were|has|have|had|will|would|could|said|says|[a-z]{2,}ed)\b"
    r"|\s?[—–].*[—–]"
)
_SAYS = re.compile(
    r"\b(?:said|says|told|according|announced|reported|warned|argued|wrote|tweeted|claimed"
    r"|alleged|accused)\b"
)

# ", as the mill said it will rise": what it says is another clause.
# ", a step that the mayor said would help": what she says is of the step, not of the clause.
_OF_ASIDE = re.compile(
    r"^(?:,\s)?as\s(?:[\w’'.-]+\s){1,6}?(?:said|warned|announced|argued|reported)\s(?:that|it|he|she|they|the"
    r"|an?|his|her|its|their)\s"
    r"|^,\san?\s[\w-]+\s(?:(?:that|which)\s)?(?:[\w’'.-]+\s){1,5}?said\s(?:would|will|could|was|is|had|has)\b"
)


def main_clause(text: str) -> str:
    """The longest of its clauses of usual length from its start on, else the shortest beyond.

    None without the words that say who says it, where the sentence has them.
    """
    led = _LED.match(text)
    first = led.end() if led else 0
    whole = text.rstrip(".!")
    ends = [m.start() for m in _BREAK.finditer(whole, first)] + [len(whole)]
    fit = [whole[:end] for end in ends if _is_clause(whole[first:end], whole[end:], whole[:end])]
    usual = [clause for clause in fit if len(clause.split()) <= USUAL]
    return usual[-1] if usual else next((c for c in fit if len(c.split()) <= MOST), "")


def _is_clause(own: str, rest: str, clause: str) -> bool:
    outside = unquoted(clause)
    return bool(
        len(own.split()) >= FEWEST
        and _ACTS.search(unquoted(own)) is not None
        and (_SAYS.search(outside) or not _SAYS.search(_OF_ASIDE.sub("", unquoted(rest))))
        and _DANGLES.search(clause) is None
        and _GOES_ON.match(rest) is None
        and stands(clause + ".")
    )
