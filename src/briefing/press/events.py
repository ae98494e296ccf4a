"""Does an article report an event, or does it explain, list, ask or look back?

A report tells in its first paragraphs what happened, and when: on a day next to its own. A piece
without that (an explainer, a portrait, a guide, an essay) may stand under a story, but no story is
told from it alone.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.model import Article
from briefing.press.captions import opening
from briefing.press.lostmarks import restored
from briefing.press.titles import portrays
from briefing.press.views import HINTS, INITIALS, argues, foreign
from briefing.text.dates import MONTHS_SHORT, NEAR_DAY, NOWADAYS, WEEKDAY, days
from briefing.text.quoted import unquoted

# A day or a week that is at hand, who says it or an act of office: one of them stands in what a
# report tells. "A charity called Tern" only names it.
_REPORTS = re.compile(
    rf"""\b(?:{WEEKDAY} | yesterday | {NOWADAYS}today | tonight
      | (?:this|last|next)\ (?:morning|afternoon|evening|night|week(?:end)?|month|year)
        (?!\ (?:has|have|is|will|promises)\b)  # no time of an act
      | (?:{MONTHS_SHORT})[a-z]*\.?\ \d{{1,2}}
      | \d{{1,2}}\ (?:{MONTHS_SHORT})[a-z]*
      | said | says | told | according | announced | reported | reports | asked | added | warned
      | (?<!so-)called(?!\s["“‘]?(?-i:[A-Z])) | urged | denied
      | insist(?:s|ed)? | claim(?:s|ed)? | accus(?:es|ed) | ruled | voted
      # "aerial photos show", "a survey of pilots finds"
      | (?:photos|images|footage|records|data|documents|e-?mails|polls?|survey|study|review|audit)
        \ (?:[\w’'-]+\ ){{0,4}}(?:shows?|showed|finds?|found|suggests?)
      # "the Post has learned", "several people tell the Post"
      | (?:has|have)\ learned(?=[.,]|\ that\b)
      | (?:people|sources?)\ (?:[\w-]+\ ){{0,6}}tells?\ (?:the\ )?(?-i:[A-Z])\w*
      | filed | sued | signed | arrested | charged | killed | statement | officials?
      | spokes\w+)\b""",
    re.IGNORECASE | re.VERBOSE,
)
LEAD_CHARACTERS = 700  # the first paragraphs: where a report says when it happened
LEAST_WORDS = 100  # a notice is too short to tell its kind: it passes as a report
NEAR = timedelta(days=6)  # a day of this week; the announcement of one next week is news too

# Titles of pieces that ask, explain, list, guide, check or look back.
_NO_EVENT = re.compile(
    r"""\?
      | ^(?:why|how|what|who|when|where|which|is|are|was|were|does|do|did|can|could|should|would
        |inside|meet|remembering|understanding|mapping|tracking|see|watch
        |the\ (?:case|rise|fall|trouble|problem|history|myth
        |truth|danger|price|cost|state|meaning|art|politics|real)\ (?:for|against|of|with|about
        |behind)|the\ (?:[\w-]+,?\ ){1,3}history\ of
        |a\ (?:history|guide|brief)|one\ year
        |(?:the|a)\ (?:\w+\ ){1,2}(?:behind|that|who)|these|those
        |the\ (?:hidden|real|true|untold|strange|secret(?!\ service)))\b
      | :\ (?:why|how|what|who|when|where|is|are|does|do|did|can|could|should|would|will)\b
      | \bhere(?:['’]s|\ is|\ are)\b | \bthis\ is\ (?:why|how|what)\b
      | \bwhat\ (?:we|you|to)\ know\b
      | \btakeaways\b | \bwhat\ to\ watch\b | ^\d+\ .{3,60}\ to\ watch\b
      | \bto\ watch\ (?:out\ )?for\b
      | \bneeds?\ context\b | \bin\ context$
      | \bin\ the\ (?:era|age)\ of\b | ^the\ (?:[\w-]+\ ){1,2}debate:
      | :\ the\ (?:evolution|making|rise|fall)\ of\b | ^in\ praise\ of\b
      | ^(?:the\ )?\d+\ (?:(?!people|dead|killed|injured|arrested)[\w-]+\ ){0,3}
        (?:things|ways|reasons|questions|facts|moments|tips|rules|lessons|charts|books|signs
        |allegations|claims|myths|revelations|photos|pictures|films|movies|recipes|words|ideas
        |steps)\b
      | \bfact[- ]?check | ^no\ (?:evidence|proof|truth)\b | \bdebunk(?:s|ed)?\b
      | \b(?:makes?|made|repeats?)\ (?:[\w-]+\ ){0,2}false\ claims?\b
      | \bexplain(?:s|ed|er)\b | \ba\ list\ of\b | \btimeline\b | \bquiz\b
      | \ban?\ (?:brief\ )?history\ of\b | \bdisturbing\ history\b | \btranscript\b
      | ^(?:it|that|this)(?:['’]s|\ is|\ isn['’]t)\b | ^(?:dear|let['’]s|sorry)\b
      | ^(?:yes|no|stop)\ ?[,:!] | ^stop\ (?!and\b)  # not "No survivors found"
      | ^\W*[\w-]+\ (?:years|months)\ (?:after|since)\b.*\b(?:still|remains?|focus(?:es)?
        |continues?|struggles?|lingers?|haunts?)\b  # what became of it
      | ^the\ \w+:\ | \ba\ closer\ look\b | \bdo['’]?s\ and\ don['’]  # a column's name, guides
      """,
    re.IGNORECASE | re.VERBOSE,
)
# "The keeper who built the gate wins the vote": she is told of by a verb of her own.
_WHO_DOES = re.compile(
    r"^(?:the|an?)\s(?:\w+\s){1,2}(?:that|who)\s[\w’'-]+\s(?:[\w’'-]+\s){1,8}?(?=(?:wins?|loses?|quits?"
    r"|resigns?|dies|returns?|faces?|becomes?|gets?|takes?|leaves?|beats?|sues?|pleads?|admits?|denies"
    r"|is|are|was|were|has|have|will)\b)",
    re.IGNORECASE,
)
# A call upon somebody, also behind a column's name.
_CALLS_UPON = re.compile(
    r"""^(?:(?:[\w.’'-]+\ ){0,2}[\w.’'-]+:\ )?(?:don['’]t|end|scrap|give|make|fix|forget
      |get|keep|protect|ensure|respect|reject|allow|abolish|remember|bring)
      \ (?!of\b|to\b|in\b|and\b)""",
    re.IGNORECASE | re.VERBOSE,
)
# A voice: the writer's own, or that of somebody whom a report tells.
_VOICE = re.compile(r"\b(?:i|my|our|we|your|you|should)\b(?!['’]\w)", re.IGNORECASE)
# Words that a title gives to somebody without marks: "Quill tells pilots: Don't row", "Ferries
# should stay in port, says Quill", "We must turn back, pilots warn".
_SPEAKS = r"(?:says?|said|tells?|told|warns?|warned|urges?|urged)"
_BEFORE_SPEECH = re.compile(rf"[^:]{{1,80}}\b{_SPEAKS}\b[^:]{{0,60}}:\s", re.IGNORECASE)
_BEHIND_SPEECH = re.compile(rf",\s(?:{_SPEAKS}\s[^,]+|[^,]{{1,60}}\s{_SPEAKS})$", re.IGNORECASE)
# Titles that tell how things stand, not what happened: what may be, what goes on, what a thing
# means for somebody.
_HOW_THINGS_STAND = re.compile(
    r"""\b(?:in|into)\s(?:an?\s|the\s)?(?:bind|spotlight|quandary|limbo)\b | \bspotlight\son\b
      | \b(?:at|faces)\s(?:a\s)?crossroads\b | \b(?:options|role)\slimited\b | \bon\sedge\b
      | \b(?:poses?|faces?|confronts?)\s(?:[\w’'-]+\s){0,3}(?:test|dilemma|reckoning|mission)\b
      | ^(?!.*\b(?:says?|said|warns?|finds?|told|suggests?|polls?|study|report|court|judge|police
        |officials?)\b).*\b(?:may|might)\s(?:not\s)?(?:be|have|become|backfire)\b
      | ,\s(?:some\s)?(?:experts|analysts|observers)\ssay$
      | \bhere\s(?:they\sare|it\sis)\b | :\s(?:assessing|inside|understanding|examining|meet)\b
      | ^(?:(?!,|\b(?:as|that|while)\b).)*\blooms?\b
      | \bkeeps?\s\w+ing\b | \bstrikes?\sa\schord\b | \b(?:pays?\soff|marches\son)\b
      | \brais(?:e|es|ing)\squestions\b | \bcarr(?:y|ies)\srisks\b
      | \brisks?\s(?:\w+\s){1,2}charges\b | \bforced\sto\sconfront\b
      | \b(?:sometimes|often|increasingly)\b
      | \bstill\s(?:has|have|is|are|does|do|did)n['’]t\b | \bstill\s(?!working)\w+ing\b
      | \byears\slater\b | ^after\s\d+\syears,\s | ^momentum\b | \bturn\s(?:the\s)?tide\b
      | \bfrom\sbad\sto\sworse\b | \bremembered\sas\b | \bfeels?\slike\b
      | \bmore\s(?:\w+\s)?evidence\s.*\bthan\b | (?-i:\brest\sof\sus\b)
      | ^\d+\s(?:[\w-]+\s){0,2}(?:stories|winners|losers|heroes|lies)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# 'We don't leave': somebody's words, in which an apostrophe may stand; or ‘We stay, not closed.
_SINGLE = re.compile(
    r"(?<!\w)['‘](?:[^'‘’\n]|(?<=\w)['’](?=\w)){0,200}['’](?!\w)|(?<!\w)‘[^‘’\n]{0,200}$"
)
_ASKED_THEN = re.compile(
    r"(?<=[\w\s'’”\"])(?:[;.:!]|\s[–—-])\s[^;.:!?–—]*\?\W*$"
)  # "...; what comes next?"
# "Gate in trouble? Council puts off vote"; not "What next? ...", "... here's a list".
_ASKED_FIRST = re.compile(
    r"(?!(?:who|what|when|where|which|whose|why|how|you|your|want|need|got|have|has|is|are|was|were|do|does"
    r"|did|can|could|will|would|should|if)\b)(?:[\w’'-]+\s){0,3}[\w’'-]+\?\s(?=[A-Z\d](?:\S+\s){4})",
    re.IGNORECASE,
)
# Names that are spelled like words that ask or speak for oneself: the WHO, IS fighters, the I-95,
# Mazar-i-Sharif, World War I, the F.B.I., Our Lady of Dunmere.
_NAMES = re.compile(
    r"\b(?:WHO|IS)\b|(?<=-)i(?=-)|\bI(?=-\d)|(?<=\bWar )I\b|\bOur(?= Lady\b)"
    rf"|{INITIALS.pattern}"
)
PLAIN = 0.1  # what leans so little to argue reports, whatever its headline asks (4 of 4 read)
_CHECKS_FACTS = re.compile(r"\bfact[- ]?check|\bexplain", re.IGNORECASE)  # an outlet's desk
_SURVEYED = re.compile(
    r"\b(?:surveyed|polled|interviewed)\s\d[\d,]+\b|\b(?:survey|poll)\s(?:\w+\s){0,3}conducted\b"
    r"|\d\s?(?:%|per\s?cent)\)?\s(?:of\s)?(?:[\w.-]+\s){0,4}(?:surveyed|polled)\b",
    re.IGNORECASE,
)
LONGEST_TITLE = 300
_STATED = 3  # words before a question
_RECENT = re.compile(
    rf"\b(?:{NEAR_DAY}|(?:this|last|over the)\sweek(?:end)?"
    rf"|last\s{WEEKDAY})\b",
    re.IGNORECASE,
)


def tells_event(article: Article, within: int = LEAD_CHARACTERS) -> bool:
    """Whether title and first characters are those of a report: what happened this week.

    Only English is told apart (what names no language passes for it); texts in other languages,
    and short notices, pass.
    """
    return not explains(article) and (kind_unknown(article) or _dated(article, within))


def reports(text: str) -> bool:
    """Whether a passage says when it happened, or who says so."""
    return _REPORTS.search(text) is not None


def kind_unknown(article: Article) -> bool:
    """Whether its words do not tell its kind: a short notice, or one in another language."""
    return foreign(article) or len(article.text[:4_000].split()) < LEAST_WORDS


def explains(article: Article) -> bool:
    """Whether its title or its desk asks, explains, portrays, lists or checks instead of
    reporting."""
    if foreign(article):
        return False
    title, desk = unspoken(article.title), article.source.name
    if not title.isupper():
        title = _NAMES.sub("X", title)
    own = _unattributed(title)
    if _WHO_DOES.match(title) and _is_report(article):
        title = own = _WHO_DOES.sub("X ", title)
    if _NO_EVENT.search(stated(title)) or _CALLS_UPON.search(own):
        return True
    loose = _HOW_THINGS_STAND.search(title) or _VOICE.search(own) or portrays(article.title)
    if loose and not _is_report(article):
        return True  # a report's headline may tell how things stand, or say "should" for somebody
    # A desk reports as well, and a headline may ask what follows from what it tells.
    asked = _CHECKS_FACTS.search(desk) or _NO_EVENT.search(title)
    least = HINTS if asks(article) and not only_asks(article) else PLAIN
    return asked is not None and argues(article, least)


def _is_report(article: Article) -> bool:
    """Whether its text is a report's, whatever its title: it begins on a day, and argues little."""
    return _dated(article, LEAD_CHARACTERS) and not argues(article, HINTS)


def surveys(article: Article) -> bool:
    """Whether it opens with whom a survey has asked: who says it are those, on whichever days."""
    return _SURVEYED.search(opening(article.text, LEAD_CHARACTERS)) is not None


def only_asks(article: Article) -> bool:
    """Whether its title asks, but not behind a statement ("Dunmere Votes: Will It Stay?") that a
    dated report stands below, which argues little: of that a story is told."""
    if not asks(article):
        return False
    told = stated(unspoken(article.title))
    return "?" in told or len(told.split()) < _STATED or not _is_report(article)


def stated(title: str) -> str:
    """The title without a question behind it, or one of a few words before it."""
    return _ASKED_THEN.sub("", without_kicker(title))


def without_kicker(title: str) -> str:
    """The title without a question of a few words before it, which asks what it states: of eight
    such pieces that argue little seven report."""
    kicker = _ASKED_FIRST.match(title)
    return title[kicker.end() :] if kicker else title


def asks(article: Article) -> bool:
    """Whether its title asks: it may report, but no story is told from it, nor a line."""
    return "?" in unspoken(article.title) and not foreign(article)


def unspoken(title: str) -> str:
    """The title without what stands in quotation marks: what somebody says is not its kind."""
    return _SINGLE.sub(" ", unquoted(restored(title[:LONGEST_TITLE]))).strip()


def _unattributed(title: str) -> str:
    """The title without the words that it says are somebody's."""
    before, behind = _BEFORE_SPEECH.match(title), _BEHIND_SPEECH.search(title)
    return before[0] if before else title[behind.start() if behind else 0 :]


def _dated(article: Article, within: int) -> bool:
    """Whether the lead names a day next to the article's own; "this week" is near as well."""
    return names_near(opening(article.text, within), article.published.date())


def names_near(text: str, published: date) -> bool:
    """Whether it names a day next to that of its article, or a time that is at hand."""
    if _RECENT.search(text):
        return True
    lines = [line for line in re.split(r"\n+|(?<=[a-z]{2}[.!?])\s", text) if line]
    named = (day for line in lines for day in days(line, published))
    return any(abs(day - published) <= NEAR for day in named)
