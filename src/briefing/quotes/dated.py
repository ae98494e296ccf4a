"""Are a quote's words of another time? An old interview is no reaction to today's news."""

from __future__ import annotations

import re
from datetime import date

from briefing.model import Quote, Span
from briefing.text.sentences import spans

_I = re.IGNORECASE
_MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
_MONTH = rf"(?:early\s|late\s|mid-)?(?-i:{'|'.join(m.capitalize() for m in _MONTHS)})"
_PAPER = r"(?:interview|statement|letter|speech|tweet|post|report|memo|book|op-ed|essay|email|talk)"
_SAID = "said|told|wrote|tweeted|called|described|argued|warned|explained|stated|suggested|defended"
_AGO = re.compile(
    rf"""\b(?:previously|once|famously|formerly|originally)\s(?:{_SAID})\b
      | \b(?:{_SAID})\s(?:[\w.’']+\s){{0,3}}(?:previously|at\sthe\stime)\b
      | \b(?:last|the\sprevious)\s(?:month|year|spring|summer|fall|autumn|winter|decade)\b
      | \b(?:weeks|months|years|decades)\s(?:ago|earlier|before)\b
      | \b(?:a|one|two|three)\s(?:months?|years?|decades?)\s(?:ago|earlier|before)\b
      | \bearlier\sthis\s(?:month|year|spring|summer)\b""",
    _I | re.VERBOSE,
)
# "in a 2013 interview", "said in 2013", "in a June statement", "in June".
_DATED = re.compile(
    rf"""\b(?:in|on|during|back\sin|of|from)\s(?:(?:an?|the|his|her|their|its|this)\s)?
      (?P<month>{_MONTH})?\s?(?:\d{{1,2}},?\s)?(?P<year>(?:19|20)\d\d)?(?!\w)
      (?:\s(?:[\w-]+\s){{0,2}}?{_PAPER}\b)?""",
    _I | re.VERBOSE,
)
# A clause about the speaker's life, not about when it was said.
_ASIDE = re.compile(
    r",\s(?:an?|the|then|now|former)\s[^,“”\"]{0,150}|,?\s(?:who|whose|which|where|when|after|before|since|until)\b[^,“”\"]{0,150}|\([^()]{0,80}\)",
    _I,
)
_NEW_MONTH = 10  # days of a month in which the last one's name still means the other day
_BEFORE = re.compile(rf"(?:In|Back in|During)\s(?:an?\s)?(?:{_MONTH}\s)?(?:(?:19|20)\d\d)\b")


def is_old(quote: Quote) -> bool:
    """Whether the sentence that reports `quote` puts it into another month or year, or "once"."""
    around = _around(quote)
    told = _ASIDE.sub(" ", around)
    return _AGO.search(told) is not None or _other_month(told, quote.article.published.date())


def _other_month(told: str, day: date) -> bool:
    for match in _DATED.finditer(told):
        year, month = match["year"], match["month"]
        if year and int(year) < day.year:
            return True
        if month and not year and not _is_near(month.split()[-1].split("-")[-1].lower(), day):
            return True
    return False


def _is_near(month: str, day: date) -> bool:
    number = _MONTHS.index(month) + 1
    return number == day.month or (day.day <= _NEW_MONTH and number == (day.month - 2) % 12 + 1)


def _around(quote: Quote) -> str:
    """What stands beside the contents in the sentences of the cue and of the speaker; a sentence
    before them that opens with a past year is theirs too."""
    text = quote.article.text
    parts = [s for s in (quote.cue, quote.speaker.span if quote.speaker else None) if s]
    if not parts:
        return ""
    paragraph = _paragraph(text, parts[0])
    found: list[str] = []
    before = ""
    for sentence in spans(paragraph.of(text), paragraph.start):
        if any(sentence.overlaps(p) for p in parts):
            lead = before if not found and _BEFORE.match(before) else ""
            found.append(f"{lead} {_without(text, sentence, quote.contents)}")
        before = sentence.of(text)
    return " ".join(found)


def _paragraph(text: str, place: Span) -> Span:
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    return Span(start, len(text) if end < 0 else end)


def _without(text: str, sentence: Span, contents: tuple[Span, ...]) -> str:
    """The sentence but for what is quoted from it."""
    kept, at = [], sentence.start
    for span in sorted(contents):
        if span.overlaps(sentence):
            kept.append(text[at : max(at, span.start)])
            at = max(at, span.end)
    kept.append(text[at : sentence.end])
    return " … ".join(kept)
