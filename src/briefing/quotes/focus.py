"""Of whom an article speaks at each place: whom the next "he" means."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.model import Article, Mention, Sentence, Span
from briefing.quotes.bearers import holders, person
from briefing.quotes.cast import Cast, split_role
from briefing.quotes.mentions import OFFICES

# A sentence that speaks of an office: "The mayor, meanwhile, ...".
_ROLE_SUBJECT = re.compile(rf"The ({'|'.join(sorted(OFFICES))})(?=,?\s)")
# "The film by Stone was shown": Stone is not of whom the sentence speaks.
_LINKED = re.compile(r"\b(?:by|of|for|to|with|from|against|about|at|in|on)\s+(?:the\s+)?$")
_OWNS = frozenset(("’s", "'s"))
_LEADING_RUNS = 3  # capitals before a sentence's subject: days, places, titles
_NEAR = 3  # paragraphs (sentences' paragraphs) within which a pronoun finds its person


@dataclass(slots=True)
class Focus:
    """A person at a place where the article speaks of them."""

    place: int
    paragraph: int
    person: str
    gender: str
    certain: bool = False  # one who is quoted or titled: a person for sure


@dataclass(slots=True)
class State:
    """What has been read of an article so far."""

    article: Article
    cast: Cast
    sentences: Sequence[Sentence]
    starts: list[int]
    focus: list[Focus] = field(default_factory=list)
    body: tuple[str, int] = ("", -9)  # the organisation quoted last, and in which paragraph


def paragraph_of(state: State, place: int) -> int:
    at = bisect_right(state.starts, place) - 1
    return state.sentences[max(at, 0)].paragraph if state.sentences else 0


def begun(
    article: Article, players: Cast, sentences: Sequence[Sentence], spoken: Sequence[Span]
) -> State:
    """What is known before any mention is read: who opens a sentence outside of `spoken`."""
    state = State(article, players, sentences, [s.span.start for s in sentences])
    state.focus = _outside(_subjects(state), spoken)
    return state


def _outside(found: list[Focus], spoken: Sequence[Span]) -> list[Focus]:
    """Without those whom somebody only speaks of: the next "he" goes on speaking."""
    starts = sorted(spoken)
    places = [span.start for span in starts]
    kept = []
    for focus in found:
        at = bisect_right(places, focus.place) - 1
        if at < 0 or focus.place >= starts[at].end:
            kept.append(focus)
    return kept


def _subjects(state: State) -> list[Focus]:
    """Persons that open a sentence: of whom the next "he" speaks."""
    text, runs = state.article.text, state.cast.runs
    places = [run.start for run in runs]
    found = []
    for sentence in state.sentences:
        at = bisect_right(places, sentence.span.start - 1)
        if (role := _ROLE_SUBJECT.match(text, *_edges(sentence))) is not None:
            found.append(_by_office(role, sentence, state))
            continue
        for run in runs[at : at + _LEADING_RUNS]:
            if run.start >= sentence.span.end or not _leads(text, sentence.span.start, run):
                break
            subject = person(run.of(text), state.cast, text, run.start)
            if subject is not None:
                titled = bool(split_role(run.of(text))[0])
                found.append(
                    Focus(run.start, sentence.paragraph, subject.full, subject.gender, titled)
                )
                break
    return found


def _edges(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end


def _by_office(role: re.Match[str], sentence: Sentence, state: State) -> Focus:
    """ "The president, meanwhile, ...": who holds that office, or somebody whom nobody names."""
    held = holders(state.cast, role.group(1).lower(), sentence.span.start)
    name, gender = (held[0].full, held[0].gender) if len(held) == 1 else ("", "")
    return Focus(sentence.span.start, sentence.paragraph, name, gender, certain=True)


def _leads(text: str, start: int, run: Span) -> bool:
    """Whether a sentence that begins at `start` may speak of `run`: "By Monday mayor Stone"."""
    lead = text[start : run.start]
    if len(lead) > 60 or any(c in lead for c in '“"«') or text[run.end : run.end + 2] in _OWNS:
        return False
    return not _LINKED.search(lead) or bool(split_role(run.of(text))[0])


def by_pronoun(mention: Mention, low: str, state: State) -> Mention:
    """ "he", "she", "who": the person of whom the article spoke last, if the gender allows."""
    gender = {"he": "m", "him": "m", "she": "f", "her": "f", "who": ""}.get(low)
    if gender is None:
        return mention
    here = paragraph_of(state, mention.span.start)
    near = [
        f
        for f in state.focus
        if f.place < mention.span.start
        and here - f.paragraph <= _NEAR
        and (not gender or f.gender == gender or (f.certain and not f.gender))
    ]
    if not near:
        return mention
    best = max(near, key=lambda f: f.place)
    state.focus.append(Focus(mention.span.start, here, best.person, best.gender or gender))
    return replace(mention, name=best.person or None)


def mark(state: State, place: int, name: str, gender: str) -> None:
    """From `place` on the article speaks of the bearer of `name`."""
    here = paragraph_of(state, place)
    state.focus.append(Focus(place, here, name, gender, certain=True))
