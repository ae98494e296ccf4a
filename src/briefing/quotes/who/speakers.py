"""Who a speaker is: mentions of one article, from surname, role or pronoun to the full name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from briefing.model import Article, Mention, Quote, Sentence, Span
from briefing.quotes import lexicon as lex
from briefing.quotes.who.bearers import holders, person
from briefing.quotes.who.cast import cast, unglued
from briefing.quotes.who.focus import State, begun, mark, mark_one_of, paragraph_of
from briefing.quotes.who.genders import MEN, WOMEN
from briefing.quotes.who.mentions import HEAD_ENDS, clean_role, name_and_role
from briefing.quotes.who.naming import fold, parsed
from briefing.quotes.who.persons import Person
from briefing.quotes.who.pronouns import by_pronoun
from briefing.quotes.who.together import speak_together
from briefing.quotes.who.wholes import POSSESSIVE
from briefing.text.words import STOP_WORDS

_WORD = re.compile(r"[\w’'.-]+")
_APPOSITION = re.compile(
    r",\s+((?:an?|the|his|her|their)\s[^,;:“”\"()\n]{3,110}?|[a-z][^,;:“”\"()\n]{3,110}?)(?=[,;:]|(?<![A-Z])\.\s|\.$|\s[—–]|\s(?:who|said|says|told)\b|$)"
)
_CLAIM = re.compile(r"\s([\w“\"]+)")
_VERSUS = re.compile(r" vs?\.? [A-Z]")
_TITLED_BEHIND = re.compile(r", [A-Z][\w. ]{1,20}, ([A-Z]\w+\.?) [A-Z]")


def named(
    article: Article, found: tuple[Quote, ...], sentences: Sequence[Sentence]
) -> tuple[Quote, ...]:
    """`found` with the full names of its speakers, where the article leaves no doubt."""
    if not found:
        return found
    players = cast(article.text, article.title)
    spoken = [span for q in found if q.kind != "indirect" for span in q.contents]
    state = begun(article, players, sentences, spoken)
    known: dict[Span, Mention] = {}
    for mention in sorted((q.speaker for q in found if q.speaker), key=lambda m: m.span):
        if mention.span not in known:
            known[mention.span] = _resolved(mention, state)
    return tuple(replace(q, speaker=known[q.speaker.span]) if q.speaker else q for q in found)


def _resolved(mention: Mention, state: State) -> Mention:
    low = mention.text.lower()
    if low == "it":
        return _body(mention, state)
    if low in lex.SUBJECT_PRONOUNS | {"him", "her", "them"}:
        return by_pronoun(mention, low, state)
    text = unglued(state.article.text, mention.span)
    name, role = name_and_role(_unowned(text, mention, state))
    name = _without_place(name, state)
    if name:
        return _by_name(mention, name, role, state)
    return _by_role(mention, state)


def _unowned(text: str, mention: Mention, state: State) -> str:
    """ "Stone" of "Stone's claim that"; "McDonald's", with no claim behind it, is called so."""
    claim = _CLAIM.match(state.article.text, mention.span.end)
    claimed = claim is not None and claim[1] not in lex.PREPOSITIONS | lex.CONJUNCTIONS
    return POSSESSIVE.sub("", text) if claimed else text


def _without_place(name: str, state: State) -> str:
    """ "Stone" of "Stone of Arden", where the article has a Stone; "Friends of the Lake" stay."""
    lone, _, place = name.partition(" of ")
    known = place and " " not in lone and state.cast.found.by_surname(fold(lone))
    return lone if known else name


def _by_name(mention: Mention, name: str, role: str, state: State) -> Mention:
    place = mention.span.start
    if speak_together(mention, state):
        return mention
    apposition = _APPOSITION.match(state.article.text, mention.span.end, mention.span.end + 130)
    if (
        not role
        and apposition
        and any(w in lex.ROLES for w in _WORD.findall(apposition.group(1).lower())[:9])
    ):
        role = clean_role(apposition.group(1))
    before = mention.text[: mention.text.find(name)]
    called = f"{before} {name}".strip() if before.strip().lower() in lex.HONORIFICS else name
    bearer = person(called, state.cast, state.article.text, place) or _by_given(name, state)
    if bearer is not None:
        mark(state, place, bearer.full, bearer.gender)
        return replace(mention, name=bearer.full, role=role)
    parts = parsed(name)
    if parts is not None and (_is_case(name, state) or _is_place(mention, state)):
        return replace(mention, role=role)
    if parts is None or _is_common(name, mention, state):
        return replace(mention, role=role)
    same = state.cast.found.by_surname(parts.surname)
    if not parts.given and not parts.body and len(same) > 1:
        mark_one_of(state, place, name.split()[-1])
        return replace(mention, role=role)  # two with one surname: it stays open
    clean = re.sub(r"^[Tt]he\s+|['’]s$", "", name).strip(" ,.") or None
    if parts.body or not parts.given:
        state.body = (clean or "", paragraph_of(state, place))
    if clean and not parts.body and before.strip().lower() != "the":
        # One whom the article never gives in full, or who is no person for sure: the next "he" is
        # that person, or, where no title says that it is one, nobody known.
        known = role or before.strip() or clean in state.titled
        mark(state, place, clean if known else "", state.titled.get(clean, ""))
    return replace(mention, name=clean, role=role)


def _by_given(name: str, state: State) -> Person | None:
    """ "Ada" of an article that has one Ada Stone, and nobody whose surname that is."""
    given = fold(name)
    if given not in MEN | WOMEN or state.cast.found.by_surname(given):
        return None
    found = [p for p in state.cast.persons if p.name.given[0] == given]
    return found[0] if len(found) == 1 else None


def _is_case(name: str, state: State) -> bool:
    """ "according to Stone", where that is the judgment of "Stone v. Hill"."""
    text = state.article.text
    if not any(text.endswith(name, 0, at) for at in _versus(text)):
        return False
    return re.search(rf"\b{re.escape(name)} vs?\.? [A-Z]", text) is not None


@lru_cache(maxsize=4)
def _versus(text: str) -> tuple[int, ...]:
    return tuple(match.start() for match in _VERSUS.finditer(text))


def _is_place(mention: Mention, state: State) -> bool:
    """ "Harbour County, Norland, Supervisor Ada Stone": the place is not who speaks."""
    end = mention.span.end
    behind = _TITLED_BEHIND.match(state.article.text, end, end + 80)
    return behind is not None and fold(behind.group(1)) in lex.ROLES | {"supervisor"}


def _body(mention: Mention, state: State) -> Mention:
    """ "it": the organisation that was quoted in this paragraph or the one before."""
    name, paragraph = state.body
    near = paragraph_of(state, mention.span.start) - paragraph <= 1
    return replace(mention, name=name) if name and near else mention


def _is_common(name: str, mention: Mention, state: State) -> bool:
    """Whether a lone word is capitalised only because it opens the sentence: "Experts said",
    "Attorneys for Stone said"."""
    first, _, rest = name.partition(" ")
    if rest.startswith(("of ", "for ")) and mention.span.start in state.starts:
        return _holds(state.article.text, first.lower())
    if " " in name or not name[1:].replace("’", "").islower():
        return False
    low = name.lower().replace("’", "'")
    if low in STOP_WORDS or low in lex.DETERMINERS or low in lex.ROLES:
        return True
    opens = mention.span.start in state.starts or low.endswith("s")
    return opens and _holds(state.article.text, low)


def _holds(text: str, word: str) -> bool:
    if word.isalnum():
        return word in _words(text)
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


@lru_cache(maxsize=4)
def _words(text: str) -> frozenset[str]:
    """Of the article that is read: each of its lone names asks for them."""
    return frozenset(re.findall(r"\w+", text))


def _by_role(mention: Mention, state: State) -> Mention:
    """ "the spokesman": the one person of the article with that role."""
    words = [w.lower() for w in _WORD.findall(HEAD_ENDS.split(mention.text, maxsplit=1)[0])]
    if not words or words[0] != "the" or words[-1] not in lex.ROLES:
        return mention
    held = holders(state.cast, words[-1], mention.span.start)
    if len(held) != 1:
        return mention
    mark(state, mention.span.start, held[0].full, held[0].gender)
    return replace(mention, name=held[0].full)
