"""The quotes of one story, grouped by speaker and without repeats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model import Quote, Sentence, Span, Speaker, Utterance, Voice
from briefing.quotes import lexicon as lex
from briefing.quotes.marks import marked
from briefing.settings import QuoteSettings
from briefing.text.words import content_stems, words

_DEFAULTS = QuoteSettings()
# Without a name a label must hold one of these.
_SPEAKERS = lex.ROLES | frozenset(
    lex.listed("""
    police ministry government department court company agency authority authorities council
    office team embassy union party campaign committee commission hospital university school bank
    group club board regulator watchdog family families statement report letter filing lawsuit
    complaint indictment document memo study poll survey expert critic supporter opponent protester
    demonstrator passenger patient survivor refugee migrant tenant customer employee staff colleague
    friend relative ally source insider doctor farmer fan player prosecutor investigator rescuer
    firefighter paramedic campaigner advocate democrat republican man woman boy girl
    """)
)
_LONGEST_LABEL = 12  # words; a longer noun phrase is a sentence gone astray


@dataclass(frozen=True, slots=True)
class _Said:
    """A quote with what is compared: its content stems and who said it."""

    quote: Quote
    stems: frozenset[str]
    speaker: str  # id, or article and words where no name is known

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
    says already is said again; indirect speech only fills up where little is quoted.
    """
    printed = [frozenset(content_stems(s.text)) for s in shown]
    said = [_said(q, people) for q in quotes if _worth_showing(q, people, settings)]
    fresh = [s for s in said if not _printed(s, shown, printed, settings)]
    return _voices(_chosen(_groups(fresh, settings), people, settings), people)


def _said(quote: Quote, people: Mapping[Quote, Speaker]) -> _Said:
    speaker = people.get(quote)
    label = quote.speaker.text.lower() if quote.speaker else ""
    who = speaker.id if speaker else f"{quote.article.id}: {label}"
    return _Said(quote, frozenset(content_stems(quote.text)), who)


def _worth_showing(quote: Quote, people: Mapping[Quote, Speaker], settings: QuoteSettings) -> bool:
    if quote.speaker is None or (quote not in people and not _tells(quote.speaker.text)):
        return False
    length = len(words(quote.text))
    if quote.kind == "mixed":
        length = _words_in_marks(quote)
    if quote.kind == "indirect":
        return length >= settings.fewest_words_reported and _reports_speech(quote)
    return length >= settings.fewest_words


def _words_in_marks(quote: Quote) -> int:
    """The longest run of the speaker's own words: two words held up with tongs are no quote."""
    text = quote.article.text
    marks = [m for span in quote.contents for m in marked(text, span.start, span.end)]
    return max((len(words(m.inner.of(text))) for m in marks), default=0)


def _tells(label: str) -> bool:
    """Whether the words of the article say who speaks: a role, a group, a body, a paper."""
    low = [w.strip(",.") for w in label.lower().split()]
    return len(low) <= _LONGEST_LABEL and any(
        w in _SPEAKERS or w.removesuffix("s") in _SPEAKERS for w in low
    )


def _reports_speech(quote: Quote) -> bool:
    """Whether the cue is of speech, not of thought or wish."""
    if quote.cue is None:
        return False
    cue = quote.cue.of(quote.article.text).lower()
    return cue.startswith("according") or lex.BASE.get(cue) in lex.SAYING_SET | lex.TELLING_SET


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


def _chosen(
    groups: Sequence[list[_Said]], people: Mapping[Quote, Speaker], settings: QuoteSettings
) -> list[Utterance]:
    ordered = sorted(groups, key=lambda group: _rank(group, people))
    quoted = [g for g in ordered if g[0].quoted][: settings.per_story]
    room = max(0, settings.per_story // 2 - len(quoted))
    reported = [g for g in ordered if not g[0].quoted][:room]
    return [_utterance(group, people, settings) for group in (*quoted, *reported)]


def _rank(group: Sequence[_Said], people: Mapping[Quote, Speaker]) -> tuple[object, ...]:
    """More sources, named speakers, more that is said; questions last."""
    quote = group[0].quote
    worth = min(len(group[0].stems), 20) + 5 * len({s.quote.article.id for s in group})
    worth += 6 * any(s.quote in people for s in group)
    worth += 2 * any(c.isdigit() for c in quote.text)
    worth -= 8 * quote.text.rstrip("”\"’'").endswith("?")
    return -worth, quote.article.published, quote.article.id, quote.contents


def _utterance(
    group: Sequence[_Said], people: Mapping[Quote, Speaker], settings: QuoteSettings
) -> Utterance:
    """The fullest wording of a named speaker, and the other articles that quote it."""
    first = next((s for s in group if s.quote in people and s.quoted), group[0])
    seen = {first.quote.article.id}
    also = []
    for said in group:
        if said.quoted and said.quote.article.id not in seen:
            seen.add(said.quote.article.id)
            also.append(said.quote)
    return Utterance(_shortened(first.quote, settings), tuple(also))


def _shortened(quote: Quote, settings: QuoteSettings) -> Quote:
    """The first stretches of a long quote, as many as `settings.most_words` allow."""
    kept: list[Span] = []
    length = 0
    for span in quote.contents:
        length += len(words(span.of(quote.article.text)))
        if kept and length > settings.most_words:
            break
        kept.append(span)
    return quote if len(kept) == len(quote.contents) else replace(quote, contents=tuple(kept))


# --- by speaker -----------------------------------------------------------------------


def _voices(utterances: Sequence[Utterance], people: Mapping[Quote, Speaker]) -> tuple[Voice, ...]:
    by_original = {(q.article.id, q.contents[0]): s for q, s in people.items()}
    groups: dict[str, list[Utterance]] = {}
    speakers: dict[str, Speaker | None] = {}
    for utterance in utterances:
        quote = utterance.quote
        speaker = by_original.get((quote.article.id, quote.contents[0]))
        label = quote.speaker.text.lower() if quote.speaker else ""
        key = speaker.id if speaker else f"{quote.article.id}: {label}"
        groups.setdefault(key, []).append(utterance)
        speakers[key] = speaker
    return tuple(_voice(group, speakers[key]) for key, group in groups.items())


def _voice(group: Sequence[Utterance], speaker: Speaker | None) -> Voice:
    mentions = [u.quote.speaker for u in group if u.quote.speaker]
    label = speaker.name if speaker else mentions[0].text
    printed = next((m.role for m in mentions if m.role), "")
    return Voice(speaker, label, printed or (speaker.role if speaker else ""), tuple(group))
