"""Does an article bring news of its story, or does it only speak of it?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from briefing.model import Article
from briefing.press.captions import opening
from briefing.press.datelines import without_dateline
from briefing.press.events import (
    asks,
    explains,
    kind_unknown,
    reports,
    surveys,
    tells_event,
    unspoken,
    without_kicker,
)
from briefing.press.genre import Genre, genre
from briefing.press.headlines import carried_out, title_of
from briefing.press.lostmarks import is_damaged
from briefing.press.titles import is_cut, tells_deed
from briefing.press.views import ASKED, DAY, LEANS, argues, foreign
from briefing.standing.acts import does, happened, names_day, under_way
from briefing.standing.judging import is_view
from briefing.standing.leads import CHARACTERS, borne_out, in_title
from briefing.standing.selling import is_stale, promises, several
from briefing.standing.standalone import stands
from briefing.standing.studies import found_anew
from briefing.standing.topics import names_topic
from briefing.text.background import Background, background
from briefing.text.pasts import PASTS
from briefing.text.sentences import spans
from briefing.text.words import content_stems

# "As the vote nears, both sides wait" sets a scene, whatever either side finds; what "some
# say" nobody does.
_SCENE = re.compile(r"^(?:[\w ]{1,30}: )?As\b[^,]*,|\b[Ss]ome [Ss]ay\b")
# "Six years into the plan, ...", "The gates have become a museum", "Much of the trade stands still"
# and "Ports are losing ships" look at what goes on, "He Keeps the Gates" is a portrait; what could
# happen has not, unless somebody has found or said it.
_NO_NEWS = re.compile(
    r"\b[Cc]ould\b|^[Mm]uch [Oo]f\b|\b(?:[Uu]nl|[Ll])ikely [Tt]o\b|\b[Hh]yped?\b"
    r"|^(?:\w+ ){1,3}(?:[Yy]ears|[Mm]onths|[Dd]ecades) [Ii]nto\b"
    r"|\b[Hh](?:as|ave) (?:[Bb]ecome|[Mm]ade|[Pp]ut)\b|^(?:He|She|They)\b"
    r"|^There(?:['’]s| [Aa]re)\b"
    r"|^The (?:[Hh]idden|[Rr]eal|[Tt]rue|[Ss]ecret|[Ss]trange|[Uu]ntold|[Nn]ext|[Cc]oming)\b"
    r"|\b[Tt]he (?:[Pp]olitics|[Aa]rt|[Mm]eaning|[Hh]istory|[Pp]sychology|[Ll]egacy) [Oo]f\b"
    # Not behind a conjunction: "Dunmere shuts gates that are rusting".
    r"|^(?:(?!\b(?:that|who|which|where|as|while|after|when|because|if)\b).)*?(?:"
    r"\b(?:[Gg]rappl|[Ww]restl|[Ss]truggl|[Rr]eckon)(?:es?|s|ing)?\b"
    r"|\b(?:[Ii]s|[Aa]re) (?!(?:[Bb]eing|[Bb]ring|[Kk]ing)\b)[A-Za-z]{2,}ing\b)"
)
_SOMEBODY = re.compile(
    r"\b(?:says?|said|tells?|warns?|finds?|found|shows?|suggests?|study|poll(?:s|ing)?|data"
    r"|reports?|survey)\b",
    re.I,
)
# 'Quill Praises "Moderate" Board': the outlet's mark on one word, where nobody is said to say it.
_SCARE = re.compile(r"(?<!\w)[\"“][A-Za-z-]+[\"”](?!\w)")
# "The town has shut its gate": done now. Of 14 such openings under a title that tells the deed, in
# 84 months, 13 told the day's news.
_HAS_DONE = re.compile(
    r"(?:(?!may\s|might\s|could\s|would\s|should\s)[\w.’'-]+\s){1,8}?(?:has|have)\s(?:[a-z]+ly\s)?"
    rf"(?:been\s)?(?:[a-z]+ed|begun|said|taken|given|{PASTS})\b"
)
UNDATED = 0.25  # what names no day at once must lean less: it may be a portrait or an analysis
TITLE = 300  # characters
# The share of its headline's words that a text has: below, it is another piece's, which a page put
# in its place, or an essay (3 of 157 lines, of the next ones 0.27 a column and 0.28 a report).
OWN = 0.25
# The opening must have as much, but for a text that has nearly all of it. Of 75 lines of 3,900
# that are refused so 58 are themes, columns or out of date.
NEARLY = 0.8
TEXT = 10_000  # characters of the text
LEAST_WORDS = 100  # a notice says it in few words, and perhaps in others
OPENED = 700  # characters: the first sentence, be it long
FIRST = 350  # characters: the first sentence or two, in which a report says who says it or when


def is_news(article: Article) -> bool:
    """Whether it surely reports: no live page, round-up or column, nothing that asks or explains,
    nor what leans to argue, though it may count as a report, unless it opens with an act."""
    if kind(article) != "report":
        return False
    return not argues(article, LEANS) or opens_plainly(article, background())


@lru_cache(maxsize=ASKED)
def kind(article: Article) -> Genre:
    """The genre that labels and addresses tell, else that of the words: what asks or explains
    beside a story is no independent report of it, nor what leans to argue, but for a survey, or an
    opening that tells what was done and when, nor a notice that tells no act.

    A day elsewhere in its opening makes none of it: of 60 such pieces read 50 were columns.
    """
    told = genre(article)
    if told != "report":
        return told
    plain = opens_plainly(article, background())
    view = argues(article) or (argues(article, LEANS) and not (plain or surveys(article)))
    if several(without_kicker(unspoken(article.title))) and not plain:
        view = True  # "The flood is far away. But it comes." argues
    return "opinion" if view or explains(article) or tells_no_act(article) else told


def is_news_in_brief(article: Article) -> bool:
    """Whether its headline alone, without a sentence, tells news.

    A scene, a guess or a portrait is none, nor what is announced and done by now; features have
    headlines of several sentences. What says first neither when it happened nor who has found it
    must not lean to argue; and what names no day later on tells first who says so, or as done what
    the headline names. A notice tells an act in its headline, who says it, or a day.
    """
    title, first = article.title[:TITLE], opening(article.text, FIRST)
    told = _SOMEBODY.search(title) is not None
    own = unspoken(title)
    if not title_may_tell(article) or not is_news(article) or _elsewhere(article):
        return False
    if kind_unknown(article) and not foreign(article):
        # Too short for signs of its kind: of 98 such headlines without an act 68 were features'.
        return told or tells_deed(own) or names_day(_first(article))
    if told or tells_event(article, FIRST) or DAY.search(first):
        return True
    tells = reports(title) or reports(first) or carried_out(title, first)
    return (tells or tells_event(article)) and not argues(article, UNDATED)


def title_may_tell(article: Article) -> bool:
    """Whether its headline may tell news in a line: no scene, guess, judgement or question of the
    outlet's, whole, one sentence, and not out of date."""
    title = article.title[:TITLE]
    told = _SOMEBODY.search(title) is not None
    own = unspoken(title)
    if _SCENE.search(own) or (_NO_NEWS.search(own) and not told):
        return False
    if _SCARE.search(title) and not (told or reports(title)):
        return False
    if several(own) or names_topic(own) or is_cut(title) or is_damaged(title) or asks(article):
        return False
    return not is_stale(article, title)


def tells_no_act(article: Article) -> bool:
    """Whether it is a notice of a theme, a person or a piece further down: nothing in title or text
    was done, is under way, or is said by somebody or of a day. Of 95 in a week of feeds 79 were no
    reports."""
    if foreign(article) or not kind_unknown(article) or tells_deed(unspoken(article.title)):
        return False
    said = [article.title, *(span.of(article.text) for span in spans(article.text))]
    return not any(reports(s) for s in said) and not any(
        happened(s) or under_way(s) for s in said[1:]
    )


def in_brief(reports: Iterable[Article], *, alone: bool) -> tuple[Article, ...]:
    """Those whose headlines tell news: one that promises or judges only where there is no other,
    and no outlet has the story `alone`."""
    found = tuple(a for a in reports if is_news_in_brief(a))
    sober = tuple(a for a in found if not promises(a))
    return sober if sober or alone else found


def tells_plainly(article: Article) -> bool:
    """Whether its first sentence, though it names no day, tells what was done and who says so; or
    what has been done now, as its title does.

    Of such a report the headline alone must be news, and nothing in it may lean to argue.
    """
    first, title = _first(article), article.title[:TITLE]
    same = in_title(article, first, background())
    return (
        (
            (reports(first) and (does(first) or (reports(title) and same)))
            or (same and _done(article))
        )
        and stands(without_dateline(first))
        and is_news_in_brief(article)
        and not is_view(unspoken(title))
        and not argues(article, UNDATED)
    )


def _done(article: Article) -> bool:
    """Whether first sentence and title tell a deed that has been done now."""
    opens = _HAS_DONE.match(without_dateline(_first(article))) is not None
    return opens and tells_deed(unspoken(article.title[:TITLE]))


def can_open(article: Article) -> bool:
    """Whether its first sentence names its day and can stand by itself."""
    first = without_dateline(_first(article))
    return names_day(first) and stands(first)


def tells_finding(article: Article) -> bool:
    """Whether the first sentence tells what a new report or poll has found."""
    return found_anew(_first(article))


def opens_plainly(article: Article, known: Background) -> bool:
    """Whether the first sentence tells when and what was done in its title's words: so reports
    begin, however much they weigh and quote further down (8 of 8 read; of 11 with all that columns
    have, 9)."""
    first = _first(article)
    return names_day(first) and happened(first) and in_title(article, first, known)


def _first(article: Article) -> str:
    """The first sentence."""
    start = opening(article.text, OPENED)
    return next((span.of(start) for span in spans(start)), "")


def _elsewhere(article: Article) -> bool:
    """Whether the text is not that of the headline: a line on it would be told by nothing.

    It must open with some of the headline's words, tell nearly all of them further down, or begin
    with two of them in what was done on a day; a headline that names who says it may stand higher.
    """
    text = article.text[:TEXT]
    if foreign(article) or len(text.split()) < LEAST_WORDS:
        return False
    title, known = title_of(article), background()
    if not borne_out(title, text, known, OWN):
        return True
    first = _first(article)
    return not (
        borne_out(title, opening(article.text, CHARACTERS), known, OWN)
        or borne_out(title, text, known, NEARLY)
        or (names_day(first) and happened(first) and _in_common(title, first))
        or _SOMEBODY.search(title)
    )


def _in_common(title: str, text: str) -> bool:
    """Whether they share more than one word, such as a name."""
    return len(set(content_stems(title)) & set(content_stems(text))) > 1
