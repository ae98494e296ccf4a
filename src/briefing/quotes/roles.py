"""What a person is: the words beside the name, in whichever sentence of an article tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.quotes import lexicon as lex
from briefing.quotes.genders import MEN
from briefing.quotes.naming import fold

_NEAR = 130  # characters before or behind a name
_MENTIONS = 40  # of a name in one article that are looked at
_WORD = re.compile(r"[^\s]+")
_TITLES = frozenset(
    lex.listed("sen rep gov gen lt col maj capt sgt adm rev prof cmdr det insp supt atty pres")
)
_COURTESIES = frozenset(lex.listed("mr mrs ms miss dr mx hon"))
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
_KIND_ENDS = re.compile(r"(?:ologist|ographer|ician|onomist|entist|atrist|therapist|holder)$")
# Before a title with a capital, other small words belong to the sentence: "to obtain President".
_SMALL = frozenset(
    lex.listed("""
    former ex-president then acting deputy senior retired longtime interim vice assistant associate
    press prime chief executive incoming outgoing presumptive veteran freshman
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
# A head that takes more after it: "vice president for research", "counsel to the board".
_LINKS = frozenset(lex.listed("of for at to in with on and from"))
_ENDS_ROLE = (
    lex.PRONOUNS | (lex.AUXILIARIES - {"'s"}) | frozenset(
        lex.listed("who which whose said says told wrote added tweeted while when where after as "
                   "before but because although if so since until")
    )
)  # fmt: skip
_STOPS = re.compile(r"[;:!?“”\"()\n—–\[\]]|\s-\s")
_ABBREVIATED = re.compile(
    r"""\b(?:(?:[A-Za-z]\.)*[A-Za-z]|Inc|Corp|Co|Ltd|St|Jr|Sr|Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Lt|Col|Maj
      |Capt|Sgt|Adm|Rev|Prof|No|Dept|Univ|Mass|Calif|Mich|Fla|Pa|Ga|Va|Wis|Minn|Ariz|Conn|Ala|Tenn
      |Tex|Wash|Ore|Colo)$""",
    re.VERBOSE,
)
_BEHIND = re.compile(
    r"(?:\s\([^()]{1,30}\))?(?:,\s(?:[RDI]-[A-Z][\w.]+(?:\s[A-Z][\w.]+)?|\d{1,3}))?,\s(?:now\s|then\s|currently\s)?"
)
_ARTICLE = re.compile(r"(?:an?|the|his|her|their|its|our|one\sof\sthe)\s", re.IGNORECASE)
_NAME_ENDS = re.compile(r"[,.]|\s(?:said|told|wrote|says|added)\b|$")
_VAGUE = frozenset(
    lex.listed("star veteran victim survivor parent mother father voter critic fellow friend ally")
)
_PAST = frozenset(("former", "then", "ex-president", "late", "then-president"))
_SHORT = {
    "sen": "Senator", "rep": "Representative", "gov": "Governor", "gen": "General",
    "lt": "Lieutenant", "col": "Colonel", "maj": "Major", "capt": "Captain", "sgt": "Sergeant",
    "adm": "Admiral", "cmdr": "Commander", "rev": "Reverend", "prof": "Professor",
    "det": "Detective", "insp": "Inspector", "supt": "Superintendent", "atty": "Attorney",
    "pres": "President",
}  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 14  # words


def role(text: str, name: str, near: int = -1) -> str:
    """The role that `text` gives the bearer of `name`, a slice of it; empty where it gives none.

    What stands beside the mention at `near` counts first, then what has more than one word. Of a
    lone surname elsewhere only the title before it counts: two may bear it.
    """
    found = [(m.start(), m.end()) for m in _mentions(text, name)][:_MENTIONS]
    places = [p for p in found if not _in_speech(text, p[0])]
    places.sort(key=lambda p: (abs(p[0] - near) > _NEAR, p[0]))
    best = ""
    for start, end in places:
        surname = " " not in text[start:end]
        alone = surname and (abs(start - near) > _NEAR or " " in name)
        for told in (before(text, start), "" if alone else behind(text, end)):
            if told.split()[-1:] == name.split()[:1]:
                continue  # "Rep. Dean", of Dean Stone
            if _is_loose(told, text[start:end], name) or (
                told.endswith("-elect") and abs(start - near) > _NEAR
            ):
                continue
            if len(told.split()) > 1 and not is_vague(told):
                return told
            best = told if not best or (is_vague(best) and told and not is_vague(told)) else best
    return best or next((p for _, end in places if (p := _party(text, end))), "")


def _is_loose(told: str, mention: str, name: str) -> bool:
    """ "hardly the leader Stone claims to be": a small title before a mere surname is none."""
    return mention != name and " " not in mention and told.split()[-1:] != told.title().split()[-1:]


def best(found: Iterable[str]) -> str:
    """The first of `found` that tells most: an office that is held, in more than a word if there
    is such, before one that was."""
    known = [told for told in found if told]
    past = [told for told in known if told.split()[0].lower() in _PAST]
    left = {word.lower() for told in past for word in told.split()}
    held = [told for told in known if told not in past and _office(told) not in left]
    for some in (held, past):
        clear = [told for told in some if not is_vague(told)]
        if clear:
            return next((told for told in clear if " " in told), clear[0])
    return next(iter(known), "")


def _office(told: str) -> str:
    """The word that names the office: "mayor" of "mayor of Arden"."""
    head = re.split(r"\s(?:of|for|at|in|with|to|on|from)\s", told, maxsplit=1)[0]
    return head.split()[-1].lower()


def in_words(told: str) -> str:
    """ "Arden Gov." as "Arden Governor": behind a name an abbreviation reads like a slip."""
    parts = told.split()
    if not parts or fold(parts[-1]) not in _SHORT or not parts[-1].endswith("."):
        return told
    return " ".join(_SHORT.get(fold(w), w) if w.endswith(".") else w for w in parts)


def is_vague(told: str) -> bool:
    """ "rising star", "combat veteran": an office says more."""
    head = re.split(r"\s(?:of|for|at|in|with|to|on|from)\s", told, maxsplit=1)[0]
    return fold(head.split()[-1]) in _VAGUE if head else False


def _party(text: str, place: int) -> str:
    """ "D-Mich." behind a name, where nothing else tells what its bearer is."""
    match = re.compile(r"(?:,\s|\s\()([RDI]-[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)[,)]").match(text, place)
    return match.group(1) if match else ""


def _in_speech(text: str, place: int) -> bool:
    """Whether a quoted stretch of its paragraph holds `place`: what others call a person."""
    lead = text[text.rfind("\n", 0, place) + 1 : place]
    return lead.count("“") > lead.count("”") or lead.count('"') % 2 == 1


def _mentions(text: str, name: str) -> Iterable[re.Match[str]]:
    """The full name, with or without its middle ones; and the surname behind a title."""
    parts = name.split()
    first, last = re.escape(parts[0]), re.escape(parts[-1])
    if len(parts) == 1:
        return re.finditer(rf"(?<!\w){last}(?!\w)", text)
    middle = r"(?:\s(?:[\w’'-]+\.?|[“\"][\w’' -]{1,20}[”\"])){0,3}?"
    titled = rf"(?<=[a-z.]\s){last}"
    return re.finditer(rf"(?<!\w)(?:{first}{middle}\s{last}|{titled})(?!\w)", text)


# --- before the name --------------------------------------------------------------------


def before(text: str, place: int) -> str:
    """ "Lt. Gen." before "Ada Stone"; "chief engineer" in "its chief engineer, Ada Stone"."""
    lead = text[max(0, place - _NEAR) : place]
    lead = lead[_last_stop(lead) :]
    if lead.rstrip().endswith(","):
        return _in_front(lead.rstrip()[:-1], text, place)
    return _titles(lead)


def _last_stop(lead: str) -> int:
    """Where the last stretch without a stop begins; the point of "Lt." is none."""
    at = max((m.end() for m in _STOPS.finditer(lead)), default=0)
    for point in re.finditer(r"\.\s", lead):
        if not _ABBREVIATED.search(lead[: point.start()]):
            at = max(at, point.end())
    return at


def _titles(lead: str) -> str:
    """The role that ends `lead`, back to where it begins."""
    tokens = list(_WORD.finditer(lead))
    while tokens and fold(tokens[-1].group()) in _COURTESIES:
        tokens.pop()
    if not tokens or "," in tokens[-1].group():
        return ""
    at = len(tokens) - 1
    if not _is_title(tokens[at].group()):
        at = _linked_head(tokens)
        if at < 0:
            return ""
    start = _start(tokens, at)
    found = lead[tokens[start].start() : tokens[-1].end()]
    if start == at == len(tokens) - 1 and fold(found) in PLURAL_TITLES:
        found = found[:-1] if found[0].isupper() and found.endswith("s") else ""
    return _checked(found)


def _start(tokens: list[re.Match[str]], at: int) -> int:
    """Where the words begin that belong to the title at `at`: "White House press secretary"."""
    start = at
    while start and at - start < 8:
        word, following = tokens[start - 1].group(), tokens[start].group()
        if word in {"of", "for"} and start > 1 and start < at and following[0].isupper():
            if not tokens[start - 2].group()[0].isupper():
                break
            start -= 2
        elif _describes(word, following, first=start == 1):
            start -= 1
        else:
            break
    if start and tokens[start - 1].group().lower() == "first":
        return start - 1  # "First lady"
    if start and start < at and tokens[start - 1].group() in {"and", "&", "for", "of"}:
        lead = [t.group() for t in tokens[max(0, start - 5) : start - 1]]
        if tokens[start - 1].group() in {"for", "of"} or {"for", "of", "on"} & set(lead):
            return at  # "Board of Trade and Fishing Director": the office is cut short
    while start < at and _opens_idly(tokens[start].group()):
        start += 1
    return start


def _opens_idly(word: str) -> bool:
    """ "the firm's CEO", "fellow Democrat"."""
    owner = word[0].islower() and word.endswith(("’s", "'s", "s’", "s'"))
    return word == "fellow" or (owner and fold(word)[:-1] not in lex.ROLES)


def _linked_head(tokens: list[re.Match[str]]) -> int:
    """Where "Secretary" stands in "Secretary of State", "president" in "president of the club"."""
    for i in range(len(tokens) - 2, max(len(tokens) - 7, -1), -1):
        word, following = tokens[i].group(), tokens[i + 1].group().lower()
        rest = [t.group() for t in tokens[i + 2 :]]
        if _is_title(word) and following in {"of", "for"} and rest:
            named = all(w[0].isupper() or w in {"the", "of", "and", "for"} for w in rest)
            return i if named and len(rest) < 5 and rest[-1][0].isupper() else -1
    return -1


def _is_title(word: str) -> bool:
    plain = fold(word)
    if word.endswith(("’s", "'s", ",")):
        return False
    if word[0].isupper() and plain in MEN:
        return False  # "Rep. Dean" Stone
    plural = plain in PLURAL_TITLES and word[0].isupper()
    return plain in lex.ROLES or plain in _TITLES or plural or _is_kind(plain)


def _is_kind(plain: str) -> bool:
    return plain in _KINDS or _KIND_ENDS.search(plain) is not None


def _describes(word: str, following: str, first: bool) -> bool:
    """Whether a word before a title belongs to it: "White House press", "former", "U.S."."""
    low = word.lower().strip(".")
    if word.endswith(",") or low in lex.DAYS or fold(word) in _COURTESIES:
        return False
    if not word[0].isalnum() or _YEAR.match(word):
        return False
    known = low in _NO_PART or _ends_role(word)
    if word[0].isupper():
        return not (known and (first or low in lex.PREPOSITIONS | {"the", "a", "an"}))
    if known or low.endswith(("ed", "ly")):
        return False
    if following[0].isupper() and not _is_title(word):
        return low in _SMALL
    return (low not in lex.BASE or low in lex.NOUNS_TOO) and low not in lex.OTHER_VERBS


_NO_PART = lex.PREPOSITIONS | lex.CONJUNCTIONS | lex.DETERMINERS | lex.ADVERBS | lex.TIME_WORDS


def _in_front(lead: str, text: str, place: int) -> str:
    """The role before a comma: "the town's chief engineer, Ada Stone, said"."""
    name_end = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]*\s?){1,4}").match(text, place)
    if name_end is None or not _NAME_ENDS.match(text, len(text[: name_end.end()].rstrip())):
        return ""
    opened = list(
        re.finditer(
            r"(?:^|(?<=\s))(?:the|an?|its|his|her|their|[\w.]+(?:['’]s|s['’]))\s", lead, re.I
        )
    )
    for match in reversed(opened):
        found = _headed(lead[match.end() :])
        if found == lead[match.end() :].strip() and "," not in found:
            return found
    return ""


# --- behind the name --------------------------------------------------------------------


def behind(text: str, place: int) -> str:
    """ "CEO of the Harbour Co." in "Ada Stone, CEO of the Harbour Co., said"."""
    opening = _BEHIND.match(text, place, place + 60)
    if opening is None:
        return ""
    phrase = text[opening.end() : opening.end() + _NEAR]
    phrase = phrase[: _first_stop(phrase)]
    article = _ARTICLE.match(phrase)
    return _headed(phrase[article.end() :] if article else phrase)


def _first_stop(phrase: str) -> int:
    for stop in re.finditer(r"[,;:!?“”\"()\n—–\[\]]|\s-\s|\.(?=\s|$|[”\"])", phrase):
        if stop.group() != "." or not _ABBREVIATED.search(phrase[: stop.start()]):
            return stop.start()
        if re.match(
            r"\.\s+(?:[A-Z][a-z]+\s(?:said|was|is|has)|The|He|She|It|In|But)\b",
            phrase[stop.start() :],
        ):
            return stop.start()
    return len(phrase.rsplit(" ", 1)[0]) if len(phrase) >= _NEAR else len(phrase)


def _headed(phrase: str) -> str:
    """`phrase` up to its end as a role, where its head is one: "senior economist at the bank"."""
    tokens = list(_WORD.finditer(phrase))
    head = -1
    for i, token in enumerate(tokens[:9]):
        word = token.group()
        low = word.lower()
        if low in _LINKS and low != "and":
            break
        if _ends_role(word) or (low in lex.BASE and low not in lex.NOUNS_TOO):
            break
        if _is_title(word.strip(".")) or _is_title(word):
            head = i
    if head < 0:
        return ""
    end = head + 1
    if end < len(tokens):
        following = tokens[end].group()
        if following.lower() not in _LINKS:
            return _checked(phrase[: tokens[head].end()]) if _ends_role(following) else ""
        while end < len(tokens) and not _ends_role(tokens[end].group()):
            end += 1
    while end > head + 1 and tokens[end - 1].group().lower() in _LINKS | lex.DETERMINERS:
        end -= 1
    return _checked(phrase[: tokens[end - 1].end()])


def _without_rank(words: str) -> str:
    """ "union president Lt.": the rank belongs to the name."""
    rest, _, rank = words.rpartition(" ")
    held = rest.split()[-1:]
    cut = held and held[0].islower() and fold(held[0]) in lex.ROLES and fold(rank) in _TITLES
    return rest if cut or (held and fold(held[0]) == "member" and fold(rank) in _TITLES) else words


def _ends_role(word: str) -> bool:
    return word.lower() in _ENDS_ROLE and word != "US"


def _checked(found: str) -> str:
    found = _without_rank(found.strip(" ,;"))
    while found and _opens_idly(found.split()[0]):
        found = found.partition(" ")[2]
    parts = found.split()
    if not 0 < len(parts) <= _LONGEST or parts[0].lower() in lex.DETERMINERS - {"other"}:
        return ""
    return "" if found in _RELATIONS else found


def clean(words: str) -> str:
    """`words` where they are a role from end to end, without "Dr."; else empty."""
    words = words.strip()
    while words and fold(words.split()[-1]) in _COURTESIES:
        words = words.rpartition(" ")[0].strip()
    while words and _opens_idly(words.split()[0]):
        words = words.partition(" ")[2]
    return words if words and words in {_titles(words + " "), _headed(words)} else ""
