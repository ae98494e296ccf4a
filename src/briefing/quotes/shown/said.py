"""One utterance, several reports: what of each quote can be shown, and which say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model import Article, Quote, Span, Speaker
from briefing.quotes.shown.cut import shortened
from briefing.quotes.shown.dated import is_old
from briefing.quotes.shown.labels import is_joint, label, placed
from briefing.quotes.shown.told import is_told
from briefing.quotes.shown.withdrawn import is_withdrawn
from briefing.quotes.shown.worth import worth_showing
from briefing.quotes.who.naming import parsed
from briefing.settings import QuoteSettings
from briefing.text.words import content_stems, words

_QUOTE_MARKS = ('"', "“", "”")


@dataclass(frozen=True, slots=True)
class Said:
    """A quote with what is compared: its content stems and who said it. `brief` is shown of it."""

    quote: Quote
    brief: Quote
    stems: frozenset[str]
    speaker: str  # id, or article and words where no name is known
    person: Speaker | None
    label: str

    @property
    def quoted(self) -> bool:
        """Whether some of it stands between quote marks."""
        return self.quote.kind != "indirect"

    @property
    def named(self) -> bool:
        """Whether it is known, across articles, who said it."""
        return self.person is not None

    @property
    def surname(self) -> str:
        """That of the label where it is a name, else the label."""
        name = parsed(self.label)
        return name.surname if name else self.label


def showable(
    quote: Quote,
    people: Mapping[Quote, Speaker],
    settings: QuoteSettings,
    page: tuple[str, ...],
    articles: Sequence[Article],
) -> Said | None:
    """`quote` with what can be shown of it beside `page`; None where that is nothing."""
    clear = worth_showing(quote, people, settings)
    if (
        clear is None
        or clear.speaker is None
        or is_joint(clear)
        or is_old(clear)
        or is_withdrawn(clear)
    ):
        return None
    page = page if page[0] else (quote.article.title, *page[1:])
    brief = shortened(clear, settings, page)
    if brief is None:
        return None
    brief = replace(brief, contents=tuple(_unmarked(s, quote.article.text) for s in brief.contents))
    if not all(_is_paired(span.of(quote.article.text)) for span in brief.contents):
        return None  # it opens or closes within the reporter's words
    person = people.get(quote)
    called = label(clear, person.name, articles, page) if person else placed(clear)
    if not called or is_told(brief.text, called, page) or _names_itself(brief, person):
        return None
    who = person.id if person else f"{quote.article.id}: {called.lower()}"
    return Said(clear, brief, frozenset(content_stems(clear.text)), who, person, called)


def _names_itself(quote: Quote, person: Speaker | None) -> bool:
    """Whether somebody is quoted with words that give that person's whole name: those are another's
    ("Ada Quill has won", said by Ada Quill's office)."""
    name = person.name if person else ""
    return quote.kind == "direct" and " " in name and name in quote.text


def _unmarked(span: Span, text: str) -> Span:
    """Without a mark at its begin or end that has no partner in it: a page sets its own."""
    words = span.of(text)
    if _is_paired(words):
        return span
    opens, closes = words[:1] in _QUOTE_MARKS, words[-1:] in _QUOTE_MARKS
    return Span(span.start + (opens and not closes), span.end - (closes and not opens))


def _is_paired(words: str) -> bool:
    """Whether each mark has its partner: some open with a curly one and close with a straight."""
    return sum(words.count(mark) for mark in _QUOTE_MARKS) % 2 == 0


def by_utterance(said: Sequence[Said], settings: QuoteSettings) -> list[list[Said]]:
    """Reports of one utterance together, the fullest quoted wording first."""
    groups: list[list[Said]] = []
    by_surname: dict[str, list[int]] = defaultdict(list)
    unnamed: list[int] = []
    for one in sorted(said, key=_fullest_first):
        # Of two surnames it is never one utterance.
        near = sorted({*by_surname[one.surname], *unnamed}) if one.named else range(len(groups))
        fits = (n for n in near if _one_utterance(groups[n][0], one, settings))
        number = next(fits, len(groups))
        if number < len(groups):
            groups[number].append(one)
            continue
        groups.append([one])
        by_surname[one.surname].append(number)
        if not one.named:
            unnamed.append(number)
    return groups


def _fullest_first(said: Said) -> tuple[object, ...]:
    quote = said.quote
    return not said.quoted, -len(words(quote.text)), quote.article.id, quote.contents


def _one_utterance(one: Said, two: Said, settings: QuoteSettings) -> bool:
    fewer = min(len(one.stems), len(two.stems))
    if not fewer:
        return False
    share = len(one.stems & two.stems) / fewer
    if one.speaker == two.speaker and _demands(one) and _demands(two):
        return share >= settings.paraphrase
    if one.speaker == two.speaker:
        return share >= (settings.same_words if two.quoted else settings.paraphrase)
    # Two outlets may print the same words, and only one of them the name, or all of it.
    return one.quoted and two.quoted and fewer >= 5 and share >= 0.9


def _demands(said: Said) -> bool:
    """Whether it calls for something: one demand is often put into several words."""
    return bool({"should", "must", "urge", "demand", "call"} & set(words(said.quote.text.lower())))


def fullest(group: Sequence[Said]) -> Said:
    """The fullest wording of a named speaker."""
    return next((s for s in group if s.person and s.quoted), group[0])
