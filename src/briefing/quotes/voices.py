"""The quotes of one story, grouped by speaker and without repeats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.model import Quote, Sentence, Speaker, Utterance, Voice
from briefing.settings import QuoteSettings
from briefing.text.words import content_stems

_DEFAULTS = QuoteSettings()


def voices(
    quotes: Sequence[Quote],
    people: Mapping[Quote, Speaker],
    settings: QuoteSettings = _DEFAULTS,
    shown: Sequence[Sentence] = (),
) -> tuple[Voice, ...]:
    """What a story's speakers said, most informative first, `settings.per_story` at most."""
    worth = [q for q in quotes if _worth_showing(q, settings) and not _is_shown(q, shown)]
    utterances = _utterances(worth, people, settings)[: settings.per_story]
    return _voices(utterances, people)


def _worth_showing(quote: Quote, settings: QuoteSettings) -> bool:
    return quote.speaker is not None and len(quote.text.split()) >= settings.fewest_words


def _is_shown(quote: Quote, shown: Sequence[Sentence]) -> bool:
    return any(
        sentence.article.id == quote.article.id
        and any(s.overlaps(sentence.span) for s in quote.contents)
        for sentence in shown
    )


def _key(quote: Quote, people: Mapping[Quote, Speaker]) -> str:
    speaker = people.get(quote)
    if speaker is not None:
        return speaker.id
    return f"{quote.article.id}:{quote.speaker.text.lower()}" if quote.speaker else ""


def _utterances(
    quotes: Sequence[Quote], people: Mapping[Quote, Speaker], settings: QuoteSettings
) -> list[Utterance]:
    groups: list[list[Quote]] = []
    for quote in sorted(
        quotes, key=lambda q: (q.kind == "indirect", -len(q.text), q.article.id, q.contents)
    ):
        for group in groups:
            if _key(group[0], people) == _key(quote, people) and _same(group[0], quote, settings):
                group.append(quote)
                break
        else:
            groups.append([quote])
    found = [Utterance(group[0], tuple(group[1:])) for group in groups]
    return sorted(found, key=_rank)


def _same(one: Quote, two: Quote, settings: QuoteSettings) -> bool:
    a, b = set(content_stems(one.text)), set(content_stems(two.text))
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= settings.same_words


def _rank(utterance: Utterance) -> tuple[object, ...]:
    quote = utterance.quote
    sources = {q.article.id for q in (quote, *utterance.also)}
    words = min(len(set(content_stems(quote.text))), 25)
    return (quote.kind == "indirect", -(len(sources) * 5 + words), quote.article.id, quote.contents)


def _voices(utterances: Sequence[Utterance], people: Mapping[Quote, Speaker]) -> tuple[Voice, ...]:
    groups: dict[str, list[Utterance]] = {}
    for utterance in utterances:
        groups.setdefault(_key(utterance.quote, people), []).append(utterance)
    return tuple(_voice(group, people) for group in groups.values())


def _voice(group: list[Utterance], people: Mapping[Quote, Speaker]) -> Voice:
    first = group[0].quote
    speaker = people.get(first)
    mention = first.speaker
    label = speaker.name if speaker else (mention.text if mention else "")
    roles = [u.quote.speaker.role for u in group if u.quote.speaker and u.quote.speaker.role]
    role = roles[0] if roles else (speaker.role if speaker else "")
    return Voice(speaker=speaker, label=label, role=role, utterances=tuple(group))
