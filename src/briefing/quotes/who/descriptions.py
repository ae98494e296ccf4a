"""A role in a stretch of words, as behind a name: "Ada Stone, CEO of the Harbour Co."."""

from __future__ import annotations

import re

from briefing.quotes import lexicon as lex
from briefing.quotes.who.genders import MEN
from briefing.quotes.who.naming import fold
from briefing.quotes.who.offices import SHORT, is_bare
from briefing.text.names import RANKS

_NEAR = 130  # characters before or behind a name
_WORD = re.compile(r"[^\s]+")
# Titles that stand before two names: each bears it.
PLURAL_TITLES = frozenset(
    lex.listed("""
    justices judges senators representatives congressmen governors mayors attorneys professors
    ministers presidents commissioners sheriffs generals detectives ambassadors sens reps govs drs
    """)
)
# What people are beside the offices and trades of the lexicon.
_KINDS = frozenset(
    lex.listed("""
    cousin aunt uncle niece nephew grandmother grandfather grandson granddaughter friend fiancee
    girlfriend boyfriend partner roommate classmate colleague photographer photojournalist fellow
    member associate specialist
    directorgeneral secretarygeneral presidentelect co-chair co-host co-author vice-chair protester
    demonstrator owner co-owner rapper musician artist scholar pollster operative staffer
    technologist trustee
    lecturer instructor clerk commentator pundit dj chef pilot paramedic firefighter
    """)
)
# These say something only with more beside them: "a cousin of the mayor".
_RELATIONS = _KINDS | frozenset(
    lex.listed("""
    father mother brother sister son daughter wife husband widow parent member veteran victim
    survivor candidate nominee official student worker boss voter resident neighbor neighbour
    witness star chief aide assistant deputy player whip republican democrat policeman lady
    """)
)
_PARTIES = frozenset(("democrat", "republican", "independent"))
# What a paper thinks of somebody is no part of an office.
_JUDGED = frozenset(
    lex.listed("""
    embattled beleaguered disgraced controversial outspoken notorious infamous firebrand ironically
    fiery combative scandal-plagued scandal-ridden self-described self-proclaimed so-called
    """)
)
# A head that takes more after it: "vice president for research", "counsel to the board".
_LINKS = frozenset(lex.listed("of for at to in with on and from"))
_ENDS_ROLE = (
    lex.PRONOUNS | (lex.AUXILIARIES - {"'s"}) | frozenset(
        lex.listed("who which whose said says told wrote added tweeted while when where after as "
                   "before but because although if so since until")
    )
)  # fmt: skip
ABBREVIATED = re.compile(
    rf"""\b(?:(?:[A-Za-z]\.)*[A-Za-z]|Inc|Corp|Co|Ltd|St|Jr|Sr|Dr|Mr|Mrs|Ms|{RANKS}|No|Dept|Univ|Mass|Calif|Mich|Fla|Pa|Ga|Va|Wis|Minn|Ariz|Conn|Ala|Tenn
      |Tex|Wash|Ore|Colo)$""",
    re.VERBOSE,
)
_BEHIND = re.compile(
    r"(?:\s\([^()]{1,30}\))?(?:,\s(?:[RDI]-[A-Z][\w.]+(?:\s[A-Z][\w.]+)?|\d{1,3}))?,\s(?:now\s|then\s|currently\s)?"
)
_ARTICLE = re.compile(r"(?:an?|the|his|her|their|its|our|one\sof\sthe)\s", re.IGNORECASE)
_OWNER = re.compile(r"[a-z][\w-]*['’]s\s")
_LONGEST = 14  # words


def behind(text: str, place: int) -> str:
    """ "CEO of the Harbour Co." in "Ada Stone, CEO of the Harbour Co., said"."""
    opening = _BEHIND.match(text, place, place + 60)
    if opening is None:
        return ""
    phrase = text[opening.end() : opening.end() + _NEAR]
    phrase = phrase[: _first_stop(phrase)]
    article = _ARTICLE.match(phrase)
    phrase = phrase[article.end() :] if article else phrase
    told, owner = headed(phrase), _OWNER.match(phrase)
    if owner and is_bare(told) and phrase.startswith(told, owner.end()):
        return f"{owner.group()}{told}"  # "the center's research director"
    return told


def _first_stop(phrase: str) -> int:
    for stop in re.finditer(r"[,;:!?“”\"()\n—–\[\]]|\s-\s|\.(?=\s|$|[”\"])", phrase):
        if stop.group() != "." or not ABBREVIATED.search(phrase[: stop.start()]):
            return stop.start()
        if re.match(
            r"\.\s+(?:[A-Z][a-z]+\s(?:said|was|is|has)|The|He|She|It|In|But)\b",
            phrase[stop.start() :],
        ):
            return stop.start()
    return len(phrase.rsplit(" ", 1)[0]) if len(phrase) >= _NEAR else len(phrase)


def headed(phrase: str) -> str:
    """`phrase` up to its end as a role, where its head is one: "senior economist at the bank"."""
    tokens = list(_WORD.finditer(phrase))
    head = -1
    for i, token in enumerate(tokens[:9]):
        word = token.group()
        low = word.lower()
        if low in _LINKS and low != "and":
            break
        if ends_role(word) or (low in lex.BASE and low not in lex.NOUNS_TOO):
            break
        if is_title(word.strip(".")) or is_title(word):
            head = i
    if head < 0:
        return ""
    end = head + 1
    if end < len(tokens):
        following = tokens[end].group()
        if following.lower() not in _LINKS:
            return checked(phrase[: tokens[head].end()]) if ends_role(following) else ""
        while end < len(tokens) and not ends_role(tokens[end].group()):
            end += 1
    while end > head + 1 and tokens[end - 1].group().lower() in _LINKS | lex.DETERMINERS:
        end -= 1
    return checked(phrase[: tokens[end - 1].end()])


def checked(found: str) -> str:
    """`found` without what opens it idly; empty where it says nothing or too much."""
    found = _without_rank(found.strip(" ,;"))
    while found and opens_idly(found.split()[0]):
        found = found.partition(" ")[2]
    parts = found.split()
    if not 0 < len(parts) <= _LONGEST or parts[0].lower() in lex.DETERMINERS - {"other"}:
        return ""
    return "" if found in _RELATIONS else found


def opens_idly(word: str) -> bool:
    """ "the firm's CEO", "fellow Democrat"."""
    owner = word[0].islower() and word.endswith(("’s", "'s", "s’", "s'"))
    return (
        word == "fellow" or word.lower() in _JUDGED or (owner and fold(word)[:-1] not in lex.ROLES)
    )


def _without_rank(words: str) -> str:
    """ "House Minority Leader Rep.": the rank belongs to the name."""
    rest, _, rank = words.rpartition(" ")
    held = rest.split()[-1:]
    if not held or fold(rank) not in {"rep", "sen"}:
        return words
    return rest if fold(held[0]) in lex.ROLES and fold(held[0]) not in _PARTIES else words


def ends_role(word: str) -> bool:
    """Whether a role ends before `word`."""
    return word.lower() in _ENDS_ROLE and word != "US"


def is_title(word: str) -> bool:
    """Whether `word` names an office, a trade or a kin."""
    plain = fold(word)
    if word.endswith(("’s", "'s", ",")):
        return False
    if word[0].isupper() and plain in MEN:
        return False  # "Rep. Dean" Stone
    plural = plain in PLURAL_TITLES and word[0].isupper()
    return plain in lex.ROLES or plain in SHORT or plural or plain in _KINDS
