"""Whom "he", "she" and "who" mean; where two may be meant, nobody."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.model import Mention
from briefing.quotes.who.bearers import person
from briefing.quotes.who.couples import has_partner
from briefing.quotes.who.focus import LINKED, Focus, State, mark, paragraph_of
from briefing.text.names import RANKS

# What may stand between a name and its "who".
_EXPLAINED = re.compile(
    r",?\s(?:\([^()]{1,30}\),?\s)?(?:(?:an?|the|his|her|their|\d)[^,.;:“”\"()]{2,120},\s)?"
)
# "told Stone", "calls Mr. Stone's plan"
_TOLD = re.compile(
    rf"\s[a-z]+(?:\s(?:Mr|Mrs|Ms|Dr|{RANKS})\b\.?|\s[A-Z][\w’'-]+){{0,2}}?\s([A-Z][\w-]+)"
)
# "She had said": before the scene, so it may be of whom the scene speaks.
_EARLIER = re.compile(r"\shad\s(?:\w+ly\s|also\s)?(?:said|told|written|asked|promised)\b")
_FAR = 2  # paragraphs after which anybody named since may be meant as well
_NEAR = 3  # paragraphs (sentences' paragraphs) within which a pronoun finds its person


def by_pronoun(mention: Mention, low: str, state: State) -> Mention:
    """ "he", "she": the person of whom the article spoke last, if the gender allows; "who": the one
    named right before."""
    if low == "who":
        return _relative(mention, state)
    gender = {"he": "m", "him": "m", "she": "f", "her": "f"}.get(low)
    if gender is None:
        return mention
    place, here = mention.span.start, paragraph_of(state, mention.span.start)
    best = _last_of(gender, place, state)
    if best is None or _is_open(best, mention, gender, state):
        return mention
    if best.person:
        state.called.setdefault(best.person, gender)
    state.focus.append(Focus(place, here, best.person, best.gender or gender))
    return replace(mention, name=best.person or None)


def _last_of(gender: str, place: int, state: State) -> Focus | None:
    """The last before `place` whom a pronoun of `gender` fits: of whom no gender is known, only one
    who is a person for sure."""
    here = paragraph_of(state, place)
    sure = {f.person for f in state.focus if f.certain}
    near = [
        f
        for f in state.focus
        if f.place < place
        and here - f.paragraph <= _NEAR
        and (f.gender == gender or (not f.gender and (f.certain or (f.lone and f.person in sure))))
    ]
    return max(near, key=lambda f: f.place, default=None)


def _is_open(best: Focus, mention: Mention, gender: str, state: State) -> bool:
    """Whether `mention` may be of another than `best`: a missing name beats a wrong one."""
    text, place = state.article.text, mention.span.start
    here = paragraph_of(state, place)
    if any(_may_mean(f, best, here) for f in state.focus if best.place < f.place < place):
        return True
    if any(has_partner(f, gender, state) for f in state.focus if best.place <= f.place < place):
        return True
    # whom it called "he" before, the article calls no "she"
    if state.called.get(best.person, gender) != gender or _is_told(best, mention, state):
        return True
    return here - best.paragraph >= _FAR and (
        _EARLIER.match(text, mention.span.end) is not None
        or _named_since(best, gender, place, state)
    )


def _may_mean(other: Focus, best: Focus, here: int) -> bool:
    """Whether one of whom the article speaks after `best` may be meant instead: a stranger who
    opens a sentence of paragraph `here`, or one of several Stones where `best` is none of them."""
    if other.one_of:
        return not best.person.endswith(other.one_of)
    return (
        other.opens and not other.gender and other.person != best.person and other.paragraph == here
    )


def _is_told(best: Focus, mention: Mention, state: State) -> bool:
    """Whether `best` stands right behind the verb: who says "he told Stone" is not Stone."""
    told = _TOLD.match(state.article.text, mention.span.end)
    return told is not None and told.group(1) == best.person.rpartition(" ")[2]


def _named_since(best: Focus, gender: str, place: int, state: State) -> bool:
    """Whether the article has named somebody else whom the pronoun may mean: not only as "the
    death of Stone"."""
    text, here = state.article.text, paragraph_of(state, place)
    return any(
        best.place < at < place
        and (paragraph_of(state, at) == here or not LINKED.search(text, max(0, at - 20), at))
        for other in state.cast.persons
        if other.full != best.person and other.gender == gender
        for at in other.places
    )


def _relative(mention: Mention, state: State) -> Mention:
    """ "Ada Stone, who ...", "Ada Stone, the mayor of Arden, who ..."."""
    text, place = state.article.text, mention.span.start
    before = [run for run in state.cast.runs if place - 160 < run.start < place]
    for run in reversed(before):
        if not _EXPLAINED.fullmatch(text, run.end, place):
            continue
        bearer = person(run.of(text), state.cast, text, run.start)
        if bearer is not None:
            mark(state, place, bearer.full, bearer.gender)
            return replace(mention, name=bearer.full)
    return mention
