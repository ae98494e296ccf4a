"""The quotes of one story, grouped by speaker and without repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.model import Article, Heard, Quote, Sentence, Span, Speaker, Utterance, Voice
from briefing.press.captions import begin
from briefing.quotes import lexicon as lex
from briefing.quotes.shown.disowned import Following
from briefing.quotes.shown.heard import is_heard
from briefing.quotes.shown.said import Said, by_utterance, fullest, showable
from briefing.quotes.shown.worth import is_empty
from briefing.quotes.who import offices, roles
from briefing.quotes.who.naming import fold, parsed
from briefing.settings import QuoteSettings
from briefing.text.words import content_stems

_DEFAULTS = QuoteSettings()
# Characters from a shown sentence. Of 208 direct quotes strict readers struck 8 of the 122 so near,
# and 11 of the 45 further down the same report, where people speak of something else.
NEAR = 900
# Content stems that a quote of another report has in common with the page: 0 of 16, else 6 of 25.
TIED = 3
_THIS_ACT = re.compile(
    r"\b(?:this|that|today['’]s)\s(?:\w+\s)?(law|bill|act|decision|ruling|order|policy|measure|move"
    r"|agreement|deal|plan|vote|announcement)\b",
    re.IGNORECASE,
)
# These belong to the name: "Lord Stone", not "Stone, Lord".
_IN_FRONT = frozenset(
    ("Lord", "Lady", "Baroness", "King", "Queen", "Prince", "Princess", "Pope", "Sir", "Dame")
)
_LONG_QUOTED = re.compile(r"[“\"]((?:[\w’'-]+[,;:]?\s){5,}[\w’'-]+)[.,]?[”\"]")  # six words or more
_QUOTED = re.compile(r"[“\"]((?:[\w’'-]+\s){1,}[\w’'-]+)[.,]?[”\"]")  # two words or more
ADDED = 4  # content stems beside words that a shown sentence quotes: so few tell nothing more
_OWNER = re.compile(r"(?:the )?([a-z][\w-]*)[’']s\s")
WEIGHED = 100  # of a story's quotes, the best: more are found in hostile articles only


def voices(
    quotes: Sequence[Quote],
    people: Mapping[Quote, Speaker],
    settings: QuoteSettings = _DEFAULTS,
    shown: Sequence[Sentence] = (),
    headline: str = "",
    before: Sequence[Heard] = (),
) -> tuple[Voice, ...]:
    """What a story's speakers said, most informative first, `settings.per_story` at most.

    Reports of one utterance are one, in its longest wording; nothing that a sentence of `shown`
    says already, or that was printed `before`, is said again; indirect speech only stands in
    where nothing is quoted nor shown.
    """
    page = (headline, *(s.text for s in shown))
    printed = [frozenset(content_stems(s.text)) for s in shown]
    articles = tuple({q.article.id: q.article for q in quotes}.values())
    candidates = (showable(q, people, settings, page, articles) for q in quotes)
    following = Following(quotes, people)
    said = [s for s in candidates if s is not None and not following.disowns(s.brief, s.person)]
    fresh = [
        s
        for s in said
        if not _printed(s, shown, printed, settings)
        and not is_heard(s.label, s.quote.text, before, settings.same_words)
    ]
    room = settings.per_story
    if len({a.source.id for a in articles}) == 1:
        room = min(room, settings.per_single_source)
    groups = [g for g in by_utterance(fresh, settings) if not is_empty(fullest(g).brief.text)]
    near = (
        g for g in groups if _is_near(g, settings, shown, printed) and _is_clear(g, shown, page)
    )
    best = sorted(near, key=_rank)[:WEIGHED]
    known = [group for group in best if _is_known(group, articles, page)]
    chosen = _chosen(known, settings, room)
    return _voices(chosen, articles)


def _printed(
    said: Said,
    shown: Sequence[Sentence],
    printed: Sequence[frozenset[str]],
    settings: QuoteSettings,
) -> bool:
    """Whether the shown sentences say the quote in the same words, or quote a good part of it."""
    quote = said.quote
    for sentence, stems in zip(shown, printed, strict=True):
        if said.stems and len(said.stems & stems) / len(said.stems) >= settings.same_words:
            return True
        if any(words in quote.text for words in _LONG_QUOTED.findall(sentence.text)):
            return True
        for phrase in _QUOTED.findall(sentence.text):
            if phrase in quote.text and len(said.stems - {*content_stems(phrase)}) <= ADDED:
                return True
    return False


def _is_near(
    group: Sequence[Said],
    settings: QuoteSettings,
    shown: Sequence[Sentence],
    printed: Sequence[frozenset[str]],
) -> bool:
    """Whether several articles quote it, or it stands near a shown sentence, or near the start of
    another report and speaks of what is shown, or somebody does whom the page names.

    Beside a page nothing is in the reporter's words: what those tell are sentences. Of 36 that
    were, or in part, strict readers struck 10. Without a page nothing is asked but the start.
    """
    said = group[0]
    quote = said.quote
    if shown and said.brief.kind != "direct":
        return False
    if len({s.quote.article.id for s in group}) > 1:
        return True
    beside = [s.span for s in shown if s.article.id == quote.article.id]
    if beside:
        nearest = min(_between(quote.contents[0], span) for span in beside)
        return nearest <= NEAR
    names = any(said.label.split()[-1] in s.text for s in shown)
    tied = not shown or names or len(said.stems & frozenset[str]().union(*printed)) >= TIED
    return tied and quote.contents[0].start < begin(quote.article.text) + settings.reach


def _between(one: Span, two: Span) -> int:
    """Characters between two spans that do not overlap."""
    return max(one.start - two.end, two.start - one.end)


def _is_clear(group: Sequence[Said], shown: Sequence[Sentence], page: Sequence[str]) -> bool:
    """Whether "this law" in it is the page's: not in an article that the page tells nothing from,
    where it is another unless the page speaks of one."""
    articles = {said.quote.article.id for said in group}
    if not shown or len(articles) > 1 or articles & {s.article.id for s in shown}:
        return True
    met = {stem for text in page for stem in content_stems(text)}
    acts = _THIS_ACT.findall(fullest(group).brief.text)
    return all(set(content_stems(act)) & met for act in acts)


def _is_known(group: Sequence[Said], articles: Sequence[Article], page: Sequence[str]) -> bool:
    """Whether a reader learns who speaks: a body, whom the page names, or a role that tells.

    Without a page nothing is asked.
    """
    first = fullest(group)
    name = parsed(first.label) if first.person else None
    if not any(page) or any(first.label.split()[-1] in text for text in page):
        return True
    if name is None or name.body:
        return True
    held = _role([first], articles)
    if offices.is_media(held):
        return False
    owner = _OWNER.match(held)  # "the institute's director": the page must have the institute
    told = " ".join(page).lower()
    named = owner is None or owner[1] in told
    return bool(held) and named and (not offices.needs_body(held) or held.lower() in told)


def _chosen(groups: Sequence[list[Said]], settings: QuoteSettings, room: int) -> list[list[Said]]:
    """The best of `groups` (best first): quoted ones if any, not too many of one speaker."""
    quoted = [g for g in groups if g[0].quoted]
    taken: list[list[Said]] = []
    heard: Counter[str] = Counter()
    for group in quoted or groups[:1]:
        who = fullest(group).speaker
        if len(taken) < room and heard[who] < settings.per_speaker:
            heard[who] += 1
            taken.append(group)
    return taken


def _rank(group: Sequence[Said]) -> tuple[object, ...]:
    """More sources, named speakers, more that is said; whole sentences before clauses."""
    quote = group[0].quote
    worth = min(len(set(content_stems(group[0].brief.text))), 20)  # of what is shown of it
    worth += 5 * len({s.quote.article.id for s in group})
    worth += 6 * any(s.person for s in group)
    worth += 2 * any(c.isdigit() for c in quote.text)
    worth -= 8 * quote.text.rstrip("”\"’'").endswith("?")
    worth -= 6 * (quote.kind == "mixed")
    worth -= round(8 * quote.contents[0].start / len(quote.article.text))  # the best stand first
    return -worth, quote.article.published, quote.article.id, quote.contents


# --- by speaker -----------------------------------------------------------------------


def _voices(chosen: Sequence[list[Said]], articles: Sequence[Article]) -> tuple[Voice, ...]:
    groups: dict[str, list[list[Said]]] = {}
    for group in chosen:
        groups.setdefault(fullest(group).speaker, []).append(group)
    return tuple(_voice(_in_order(said), articles) for said in groups.values())


def _in_order(groups: Sequence[list[Said]]) -> list[list[Said]]:
    """The utterances of one speaker: of one article in its order."""
    first = {fullest(group).quote.article.id: i for i, group in reversed([*enumerate(groups)])}

    def place(group: list[Said]) -> tuple[int, int]:
        quote = fullest(group).quote
        return first[quote.article.id], quote.contents[0].start

    return sorted(groups, key=place)


def _voice(groups: Sequence[list[Said]], articles: Sequence[Article]) -> Voice:
    first = fullest(groups[0])
    utterances = tuple(_utterance(group) for group in groups)
    if first.person is None:
        return Voice(None, first.label, "", utterances)
    name = parsed(first.label)
    said = [fullest(group) for group in groups]
    held = "" if name is None or name.body else _role(said, articles)
    if held in _IN_FRONT or (" " not in first.label and _is_title(held)):
        return Voice(first.person, f"{held} {first.label}", "", utterances)
    return Voice(first.person, first.label, held, utterances)


def _is_title(held: str) -> bool:
    """ "President", which stands before a surname: "President Stone", not "Stone, President"."""
    parts = held.split()
    capital = all(part[0].isupper() for part in parts)
    return bool(parts) and capital and fold(parts[-1]) in lex.ROLES


def _role(said: Sequence[Said], articles: Sequence[Article]) -> str:
    """What the speaker is: as printed beside the quote, else elsewhere in its article, else in
    another of the story; one word only where no place has more."""
    found: list[str] = []
    for one in said:
        mention = one.quote.speaker
        if mention is not None:
            beside = roles.clean(mention.role)
            told = roles.role(one.quote.article.text, one.label, mention.span.start)
            found += [told, beside] if told.startswith(beside) else [beside, told]
    found += [roles.role(a.text, one.label) for one in said[:1] for a in articles]
    person = said[0].person
    found.append(roles.clean(person.role) if person else "")
    return offices.in_words(offices.best(found))


def _utterance(group: Sequence[Said]) -> Utterance:
    """The fullest wording, and the other articles that quote it."""
    first = fullest(group)
    seen = {first.quote.article.id}
    also = []
    for said in group:
        if said.quoted and said.quote.article.id not in seen:
            seen.add(said.quote.article.id)
            also.append(said.quote)
    return Utterance(first.brief, tuple(also))
