"""Are a quote's words of another time? An old interview is no reaction to today's news."""

from __future__ import annotations

import re
from datetime import date

from briefing.model import Quote, Span
from briefing.quotes.speech.marks import marked
from briefing.text.dates import MONTHS, WEEKDAYS
from briefing.text.sentences import spans

_I = re.IGNORECASE
_NAMED = "(?-i:" + "|".join(m.capitalize() for m in MONTHS) + ")"
_MONTH = rf"(?:early\s|late\s|mid-)?{_NAMED}"
_PAPER = r"(?:interview|statement|letter|speech|tweet|post|report|memo|book|op-ed|essay|email|talk)"
_SAID = "said|told|wrote|tweeted|called|described|argued|warned|explained|stated|suggested|defended"
_SPOKE = re.compile(rf"\b(?:{_SAID})\b", _I)
_AGO = re.compile(
    rf"""\b(?:previously|once|famously|formerly|originally)\s(?:{_SAID})\b
      | \b(?:{_SAID})\s(?:[\w.’']+\s){{0,3}}(?:previously|at\sthe\stime)\b
      | \b(?:last|the\sprevious)\s(?:month|year|spring|summer|fall|autumn|winter|decade)\b
      | \b(?:{_SAID})\b[^.;]{{0,80}}\slast\sweek\b | \blast\sweek\b[^.;]{{0,80}}\b(?:{_SAID})\b
      | \bhad\s(?:\w+\s)?(?:{_SAID})\b
      | \b(?:{_SAID})\b[^.;]{{0,60}}\sthis\smonth\b
      | \b(?:days|weeks|months|years|decades)\s(?:ago|earlier|before)\b
      | \b(?:on|from|in)\s(?:his|her|their)\s(?:\w+\s)?(?:web\s?site|platform|biography|memoir)\b
      | \b(?:a|one|two|three)\s(?:months?|years?|decades?)\s(?:ago|earlier|before)\b
      | \bearlier\sthis\s(?:month|year|spring|summer)\b
      | \b(?:later|earlier)\sthat\s(?:month|year|spring|summer|fall|autumn|winter)\b
      | \blast\s{_NAMED}\b""",
    _I | re.VERBOSE,
)
# "in a 2013 interview", "said in 2013", "in a June statement", "in June".
_DATED = re.compile(
    rf"""\b(?:in|on|at|during|back\sin|of|from)\s(?:(?:an?|the|his|her|their|its|this)\s)?
      (?P<month>{_MONTH})?\s?(?:\d{{1,2}},?\s)?(?P<year>(?:19|20)\d\d)?(?!\w)
      (?:\s(?:[\w-]+\s){{0,2}}?{_PAPER}\b)?""",
    _I | re.VERBOSE,
)
# "a 2013 article", right before a quote: what it quotes is as old.
_PRINTED = re.compile(
    rf"\b(?:an?|the|his|her|their|its)\s(?:{_MONTH}\s)?(?P<year>(?:19|20)\d\d)\s(?:[\w-]+\s){{0,2}}?"
    rf"(?:{_PAPER}|article|column|editorial|hearing|debate|segment|video|appearance)\b"
)
# A clause about the speaker's life, not about when it was said: that stands right behind the verb
# ("said when the gates were shut in March").
_BEHIND = "".join(rf"(?<!\b{verb})" for verb in (*_SAID.split("|"), "added"))
_ASIDE = re.compile(
    r",\s(?:an?|the|then|now|former)\s[^,“”\"]{0,150}"
    r"|,\s(?:who|whose|which|where|when|after|before|since|until)\b[^,“”\"]{0,150}"
    rf"|(?:\s(?:who|whose|which|where)|{_BEHIND}\s(?:when|after|before|since|until))\b(?:(?!\s(?:{_SAID}|announced)\b)[^,“”\"]){{0,150}}"
    r"|\([^()]{0,80}\)",
    _I,
)
# "wrote on its website on June 2", "noted May 5 that".
_ON_DAY = re.compile(
    rf"\b(?:{_SAID}|noted|added)\b[^.;“”\"]{{0,60}}?\b(?P<month>{_NAMED})"
    r"\s(?P<day>\d{1,2})\b(?!,?\s(?:19|20)\d\d)",
    _I,
)
# "told reporters Thursday", in Monday's paper.
_ON_WEEKDAY = re.compile(
    rf"\b(?:{_SAID}|added)\b[^.;…]{{0,50}}?\b(?P<last>last\s)?(?P<day>(?-i:"
    + "|".join(d.capitalize() for d in WEEKDAYS)
    + r"))\b",
    _I,
)
# "said after the ruling on Monday": no aside, it tells when.
_AFTER = re.compile(
    rf"\b(?:{_SAID}|added)\s(?:[\w’']+\s){{0,3}}?(?:after|following)\s(?:the|an?|his|her|its)\s"
    rf"(?:[\w’'-]+\s){{1,5}}?on\s(?P<last>last\s)?(?P<day>(?-i:"
    + "|".join(d.capitalize() for d in WEEKDAYS)
    + r"))\b",
    _I,
)
# "told the Gazette the week after the vote", which is long past.
_WEEK_AFTER = re.compile(
    rf"\b(?:{_SAID}|added)\b[^.;“”\"]{{0,60}}\bthe\s(?:week|month|year)\s(?:after|before)\b", _I
)
STALE = range(2, 6)  # days ago; six may be tomorrow, of an article that was written on
LATE = 10  # days after which what was said on a named day is no reaction to today's news
# The quote goes on with one before it, or with an occasion that is told before it.
_GOES_ON = re.compile(r"(?:added|continued|adding|continuing|went on)$", _I)
_OCCASION = re.compile(
    r"(?:In|During|At|After|Following) (?:the|that|this|his|her) (?:\w+ )?"
    r"(?:interview|hearing|speech|letter|remarks|statement|meeting|event|debate|post|op-ed|visit|trip"
    r"|conversation|talks?|call)\b"
)
# "that then-mayor Hill was careless": what is told so was said when he was mayor.
_THEN = re.compile(r"\bthen-[A-Za-z]")
_NEW_MONTH = 10  # days of a month in which the last one's name still means the other day
_BEFORE = re.compile(rf"(?:In|Back in|During)\s(?:an?\s)?(?:{_MONTH}\s)?(?:(?:19|20)\d\d)\b")


def is_old(quote: Quote) -> bool:
    """Whether the sentence that reports `quote` puts it into another month or year, or "once"."""
    around = _around(quote)
    told = _ASIDE.sub(" ", around)
    day = quote.article.published.date()
    if quote.kind != "direct" and _THEN.search(quote.text):
        return True
    if quote.speaker and _THEN.search(_called(quote)):
        return True
    printed = _PRINTED.search(_before(quote))
    if printed and int(printed["year"]) < day.year:
        return True
    named = (*_ON_WEEKDAY.finditer(told), *_AFTER.finditer(around))
    if _WEEK_AFTER.search(around) or any(_is_stale(match, day) for match in named):
        return True
    return _AGO.search(told) is not None or _other_month(told, day) or _long_since(told, day)


def _is_stale(match: re.Match[str], day: date) -> bool:
    """Whether that weekday is some days past; Saturday's words are news on Monday."""
    ago = (day.weekday() - WEEKDAYS.index(match["day"].lower())) % 7
    weekend = day.weekday() == 0 and ago == STALE.start
    return (ago in STALE and not weekend) or match["last"] is not None


def _is_called(quote: Quote, text: str, sentence: Span) -> bool:
    """Whether the words before say that this speaker told it then: "Last month Hill explained"."""
    if quote.speaker is None:
        return False
    name = (quote.speaker.name or quote.speaker.text).split()[-1]
    start = text.rfind("\n", 0, sentence.start) + 1
    if not text[start : sentence.start].strip():
        start = text.rfind("\n", 0, len(text[:start].rstrip())) + 1
    before = list(spans(text[start : sentence.start].rstrip(), start))[-1:]
    told = [s.of(text) for s in before]
    return any(re.search(rf"\b{re.escape(name)}\b", t) and _SPOKE.search(t) for t in told)


def _called(quote: Quote) -> str:
    """The speaker with the words right before: "then-mayor Ben Hill"."""
    span = quote.speaker.span if quote.speaker else Span(0, 0)
    return quote.article.text[max(0, span.start - 30) : span.end].rpartition(". ")[2]


def _before(quote: Quote) -> str:
    """The sentence before the contents: of their paragraph, or the last of the one before."""
    text = quote.article.text[: quote.contents[0].start].rstrip(' \n“"')
    return text[text.rfind("\n") + 1 :].rsplit(". ", 1)[-1]


def _other_month(told: str, day: date) -> bool:
    for match in _DATED.finditer(told):
        year, month = match["year"], match["month"]
        if year and int(year) < day.year:
            return True
        if month and not year and not _is_near(month.split()[-1].split("-")[-1].lower(), day):
            return True
    return False


def _long_since(told: str, day: date) -> bool:
    """Whether it was said on a day of this month or the last that is more than `LATE` ago."""
    for match in _ON_DAY.finditer(told):
        number = MONTHS.index(match["month"].lower()) + 1
        year = day.year - (number > day.month)
        try:
            said = date(year, number, int(match["day"]))
        except ValueError:
            continue
        if (day - said).days > LATE:
            return True
    return False


def _is_near(month: str, day: date) -> bool:
    number = MONTHS.index(month) + 1
    return number == day.month or (day.day <= _NEW_MONTH and number == (day.month - 2) % 12 + 1)


def _around(quote: Quote) -> str:
    """What stands beside the contents in the sentences of the cue and of the speaker; a sentence
    before them that opens with a past year is theirs too, and so is what they go on from."""
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
            told = _without(text, sentence, quote.contents)
            if not found and (_is_carried(quote, told) or _is_called(quote, text, sentence)):
                lead = _lead(text, paragraph.start, sentence.start)
            found.append(f"{lead} {told}")
        before = sentence.of(text)
    return " ".join(found)


def _is_carried(quote: Quote, told: str) -> bool:
    """Whether when it was said stands before: "..., she added", "During the hearing, she said"."""
    cue = quote.cue.of(quote.article.text) if quote.cue else ""
    return _GOES_ON.match(cue) is not None or _OCCASION.match(told.strip(" …")) is not None


def _lead(text: str, start: int, sentence: int) -> str:
    """The paragraph up to `sentence`, or the one before where that opens it, without its quotes."""
    if not text[start:sentence].strip():
        before = text[:start].rstrip()
        start, sentence = before.rfind("\n") + 1, len(before)
    quoted = tuple(mark.outer for mark in marked(text, start, sentence))
    return _without(text, Span(start, sentence), quoted)


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
