"""The quotes of one story, grouped by speaker and without repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.model import Quote, Sentence, Span, Speaker, Utterance, Voice
from briefing.quotes.worth import shortened, worth_showing
from briefing.settings import QuoteSettings
from briefing.text.words import content_stems, words

_DEFAULTS = QuoteSettings()


@dataclass(frozen=True, slots=True)
class _Said:
    """A quote with what is compared: its content stems and who said it."""

    quote: Quote
    stems: frozenset[str]
    speaker: str  # id, or article and words where no name is known
    person: Speaker | None

    @property
    def quoted(self) -> bool:
        return self.quote.kind != "indirect"


def voices(
    quotes: Sequence[Quote],
    people: Mapping[Quote, Speaker],
    settings: QuoteSettings = _DEFAULTS,
    shown: Sequence[Sentence] = (),
) -> tuple[Voice, ...]:
    """What a story's speakers said, most informative first, `settings.per_story` at most.

    Reports of one utterance are one, in its longest wording; nothing that a sentence of `shown`
    says already is said again; indirect speech only stands in where nothing is quoted.
    """
    printed = [frozenset(content_stems(s.text)) for s in shown]
    clear = ((worth_showing(q, people, settings), people.get(q)) for q in quotes)
    said = [_said(quote, person) for quote, person in clear if quote is not None]
    fresh = [s for s in said if not _printed(s, shown, printed, settings)]
    room = settings.per_story
    if len({q.article.source.id for q in quotes}) == 1:
        room = min(room, settings.per_single_source)
    return _voices(_chosen(_groups(fresh, settings), settings, room), settings)


def _said(quote: Quote, person: Speaker | None) -> _Said:
    label = quote.speaker.text.lower() if quote.speaker else ""
    who = person.id if person else f"{quote.article.id}: {label}"
    return _Said(quote, frozenset(content_stems(quote.text)), who, person)


def _printed(
    said: _Said,
    shown: Sequence[Sentence],
    printed: Sequence[frozenset[str]],
    settings: QuoteSettings,
) -> bool:
    """Whether the shown sentences hold the quote, or say it in the same words."""
    quote = said.quote
    for sentence, stems in zip(shown, printed, strict=True):
        if sentence.article.id == quote.article.id and _half_covered(quote, sentence.span):
            return True
        if said.stems and len(said.stems & stems) / len(said.stems) >= settings.same_words:
            return True
    return False


def _half_covered(quote: Quote, span: Span) -> bool:
    length = sum(s.end - s.start for s in quote.contents)
    shared = sum(max(0, min(s.end, span.end) - max(s.start, span.start)) for s in quote.contents)
    return shared * 2 >= length


# --- one utterance, several reports ---------------------------------------------------


def _groups(said: Sequence[_Said], settings: QuoteSettings) -> list[list[_Said]]:
    """Reports of one utterance together, the fullest quoted wording first."""
    groups: list[list[_Said]] = []
    for one in sorted(said, key=_fullest_first):
        for group in groups:
            if _one_utterance(group[0], one, settings):
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def _fullest_first(said: _Said) -> tuple[object, ...]:
    quote = said.quote
    return not said.quoted, -len(words(quote.text)), quote.article.id, quote.contents


def _one_utterance(one: _Said, two: _Said, settings: QuoteSettings) -> bool:
    fewer = min(len(one.stems), len(two.stems))
    if not fewer:
        return False
    share = len(one.stems & two.stems) / fewer
    if one.speaker == two.speaker:
        return share >= (settings.same_words if two.quoted else settings.paraphrase)
    # Two outlets may print the same words, and only one of them the name.
    unnamed = ": " in one.speaker or ": " in two.speaker
    return unnamed and one.quoted and two.quoted and fewer >= 5 and share >= 0.9


def _chosen(groups: Sequence[list[_Said]], settings: QuoteSettings, room: int) -> list[list[_Said]]:
    """The best groups, quoted ones if there are any, not too many of one speaker."""
    ordered = sorted(groups, key=_rank)
    quoted = [g for g in ordered if g[0].quoted]
    taken: list[list[_Said]] = []
    heard: Counter[str] = Counter()
    for group in quoted or ordered[:1]:
        who = _first(group).speaker
        if len(taken) < room and heard[who] < settings.per_speaker:
            heard[who] += 1
            taken.append(group)
    return taken


def _rank(group: Sequence[_Said]) -> tuple[object, ...]:
    """More sources, named speakers, more that is said; whole sentences before clauses."""
    quote = group[0].quote
    worth = min(len(group[0].stems), 20) + 5 * len({s.quote.article.id for s in group})
    worth += 6 * any(s.person for s in group)
    worth += 2 * any(c.isdigit() for c in quote.text)
    worth -= 8 * quote.text.rstrip("”\"’'").endswith("?")
    worth -= 6 * (quote.kind == "mixed")
    return -worth, quote.article.published, quote.article.id, quote.contents


def _first(group: Sequence[_Said]) -> _Said:
    """The fullest wording of a named speaker."""
    return next((s for s in group if s.person and s.quoted), group[0])


# --- by speaker -----------------------------------------------------------------------


def _voices(chosen: Sequence[list[_Said]], settings: QuoteSettings) -> tuple[Voice, ...]:
    groups: dict[str, list[list[_Said]]] = {}
    for group in chosen:
        groups.setdefault(_first(group).speaker, []).append(group)
    return tuple(_voice(said, settings) for said in groups.values())


def _voice(groups: Sequence[list[_Said]], settings: QuoteSettings) -> Voice:
    firsts = [_first(group) for group in groups]
    speaker = firsts[0].person
    mentions = [s.quote.speaker for s in firsts if s.quote.speaker]
    label = speaker.name if speaker else mentions[0].text
    printed = next((m.role for m in mentions if m.role), "")
    utterances = tuple(_utterance(group, settings) for group in groups)
    return Voice(speaker, label, printed or (speaker.role if speaker else ""), utterances)


def _utterance(group: Sequence[_Said], settings: QuoteSettings) -> Utterance:
    """The fullest wording, and the other articles that quote it."""
    first = _first(group)
    seen = {first.quote.article.id}
    also = []
    for said in group:
        if said.quoted and said.quote.article.id not in seen:
            seen.add(said.quote.article.id)
            also.append(said.quote)
    return Utterance(shortened(first.quote, settings), tuple(also))
