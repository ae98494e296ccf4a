"""Can this sentence stand alone, torn from its place?

`fit` gives the first reason why a careful editor would not print it by itself, None where there
is none. The rules look at the surface only and refuse too much rather than too little: a story
has more good sentences than room.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from briefing.model import Sentence
from briefing.press.datelines import body
from briefing.press.furniture import is_furniture
from briefing.press.surroundings import opens
from briefing.standing.announcing import announces
from briefing.standing.fused import fused
from briefing.standing.introductions import begins_midway
from briefing.standing.judging import (
    SAID,
    first_person,
    is_party,
    is_sober,
    is_view,
    speaks_to_reader,
)
from briefing.standing.pointing import names_after, points_back
from briefing.standing.stops import lost_its_stop
from briefing.text.dates import WEEKDAY
from briefing.text.pasts import PASTS
from briefing.text.quoted import unpaired, unquoted
from briefing.text.words import content_stems

SHORTEST, LONGEST = 6, 60  # words
LEAST_CONTENT = 3  # stems: "Arden said so on Monday." tells nothing
LONGEST_TEXT = 2000  # characters: beyond this no sentence was found, only junk

POINTS_BACK = "points back"
VIEW = "view"


def fit(sentence: Sentence, previous: Sentence | None = None) -> str | None:
    """Why `sentence` cannot be shown after `previous` (what is shown before it), or None.

    A sentence that points back is fit when `previous` is the one before it in its article; and an
    opening where it points ahead, as nothing stands before it.
    """
    text = body(sentence).text
    whole = f"{text}." if lost_its_stop(sentence) else text
    reason = _reason(whole)
    if reason == VIEW and is_sober(sentence):
        reason = _reason(whole, words=False)
    if reason is None and is_party(sentence.article) and not SAID.search(text):
        return VIEW
    if reason is None and opens(sentence) and begins_midway(text):
        return POINTS_BACK
    if reason == POINTS_BACK and (
        (previous is not None and follows(sentence, previous))
        or (opens(sentence) and names_after(text))
    ):
        return None
    return reason


def stands(text: str) -> bool:
    """Whether `text` alone, wherever it stood, could be printed by itself."""
    return _reason(text) is None


def follows(sentence: Sentence, previous: Sentence) -> bool:
    """Whether `previous` is the sentence before `sentence` in the same article."""
    same = previous.article.id == sentence.article.id
    return same and previous.index == sentence.index - 1


@lru_cache(maxsize=10_000)  # sentences of the stories of some days
def _reason(text: str, *, words: bool = True) -> str | None:
    """`words` as in `is_view`."""
    if len(text) > LONGEST_TEXT:
        return "too long"
    for name, wrong in _CHECKS:
        if wrong(text) and (words or name != VIEW or is_view(text, words=False)):
            return name
    return POINTS_BACK if points_back(text) else None


_ENDS = re.compile(r"[.!?][\"'”’)\]]*$")
_TRAILS_OFF = re.compile(r"(?:\.\.+|…|:|;|,|[–—-])[\"'”’)\]]*$")
_OPENS = re.compile(r"[\"'“‘„(\[$€£#]*[A-ZÀ-Þ0-9]")
_LIST_ITEM = re.compile(
    r"(?:[•*▪►·●–—>-]|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s|No\. \d+:"
    r"|(?:Before|After|During|Since|In|By) [\w’' -]{2,40}: [A-Z])"  # "Before the flood: ..."
)


def _too_short(text: str) -> bool:
    return len(text.split()) < SHORTEST or len(content_stems(text)) < LEAST_CONTENT


def _too_long(text: str) -> bool:
    return len(text.split()) > LONGEST


# "Donors urge her to run Behind closed doors, ...": a heading that stands in the line.
_GLUED = re.compile(
    r"(?<![\w’'-])[a-z]{2,} (?:Behind|The|In|On|At|After|But|And|An|When|While|As|For|With|By|If"
    r"|This|That|There|Its|Her|Their|Some|Many|Most|More)\s[a-z]+\b"
)


def _torn(text: str) -> bool:
    return (
        bool(_GLUED.search(unquoted(text)))
        or not _OPENS.match(text)
        or not _ENDS.search(text)
        or bool(_TRAILS_OFF.search(text))
        or fused(text)
    )


def _unbalanced(text: str) -> bool:
    """Odd straight marks, or curly marks and brackets that do not pair."""
    return unpaired(text, ("“”", "()", "[]"))


# Surface signs of a finite verb; a plural noun may pass for one, so few sentences fall here.
_ELSEWHERE = re.compile(r"(?:Meanwhile|Separately|Elsewhere|In other news|In a separate \w+),?\s")
_VERB = re.compile(
    rf"""\b(?:am|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might
      |must|shall|should|says?|said
      |{PASTS}
      |arose|bent|bid|blew|bore|burst|cast|cost|dealt|drank|dug|fed|felt|flew|forbade|forgot|froze
      |heard|hid|hung|knelt|leapt|lent|let|meant|overthrew|overtook|rang|read|rode|sang|shrank
      |slid|split|sprang|spread|stuck|swam|swung|thought|understood|undertook|wept|wore
      |[a-z]+ed|[a-z]+[^s\W]s(?!\s[a-z]+ing\b)
      |(?i:it|he|she|that|there|here|what|who)['’]s|\w+['’](?:re|ve|ll|d)|\w+n['’]t)\b""",
    re.VERBOSE,
)


def _verbless(text: str) -> bool:
    return not _VERB.search(text)


def _list_item(text: str) -> bool:
    return bool(_LIST_ITEM.match(text))


def _aside(text: str) -> bool:
    """A remark in brackets: it was aside even in its place."""
    return text[:1] in "([" and text.rstrip('.!?"”’')[-1:] in ")]"


# Such as a spokesman who did not return a call.
_EMPTY = re.compile(
    r"\b(?:did(?:n['’]t|\ not)|have(?:n['’]t|\ not)|has(?:n['’]t|\ not)|had(?:n['’]t|\ not))"
    r"\ (?:immediately\ |yet\ )*(?:return(?:ed)?\ [^.]{0,40}"
    r"\b(?:calls?|messages?|e-?mails?|requests?|inquir\w+)|respond|responded|repl(?:y|ied))\b"
    r"|\b(?:declined?|refused?)\ to\ comment\b"
    r"|\bdid(?:n['’]t|\ not)\ (?:disclose|elaborate|specify)\b"
    r"|\bdid(?:n['’]t|\ not)\ (?:go\ into|give|offer|provide)\ (?:any\ )?"
    r"(?:further|more)\ details?\b"
    r"|\bdid(?:n['’]t|\ not)\ (?:speak|talk)\ (?:with|to)\ (?:reporters|the\ press|the\ media)\b"
    r"|\b(?:could|can)(?:\ not|n['’]t)\ (?:immediately\ )?be\ reached\b"
    r"|\bthe\ following\ (?:statement|letter|message|memo|tweets?)\b"
    r"|^(?:(?!\b(?:but|and)\b)[^,“”]){3,120}\bdeclined\ to\ (?:address|answer|discuss|say|elaborate"
    r"|identify|specify|speculate|provide|weigh\ in|be\ interviewed)\b",
    re.IGNORECASE | re.VERBOSE,
)


# Such as "Arden explained the reasons for the move.", "Quill issued a statement criticizing it.",
# "Police provided few additional details.": what was said stands in the sentence behind it.
_ANNOUNCES = re.compile(
    r"""\b(?:issued|released|put\ out|published|posted)\ an?\ (?:\w+\ )?
        (?:statement|tweet|letter|video|response|thread|message)\b(?!.*\b(?:saying|that)\b).{0,80}$
      | \b(?:provided|gave|offered|released|disclosed)\ (?:few|no|little|some)\ (?:\w+\ )?
        (?:details?|information|explanation)
      | \b(?:was|were)\ first\ reported\ by\b
      | \b(?:first|initially)\ reported\ (?:on\ |about\ )?the\b | \bat\ press\ time\b
      | \b(?:previously|earlier)\ reported\ on\b(?!\ \w+day\b)
      | \b(?:held|hold|called|gave)\ an?\ (?:\w+\ )?(?:press|news)\ conference\ to\b
      | \btweeted\ (?:his|her|their|its)\ [a-z]+\b(?!.*\b(?:saying|that)\b)
      | \b(?:explained|described|discussed|detailed|outlined|addressed|recalled|recounted)
        \ (?:the|his|her|their|its|what|how|why)\b.{0,60}$
      | \b(?:told|spoke|talked|commented|elaborated|reflected)\b.{0,40}
        \b(?:about|on)\ (?:the|his|her|their|its|what|how|why)\b.{0,40}$
      | \b(?:offered|expressed|shared|gave|presented)\ (?:[a-z]+ly\ )?(?:an?\ |their\ |his\ |her\ )?
        (?:different|differing|contrasting|opposing|competing)\ (?:[a-z]+\ )?
        (?:perspectives?|views?|visions?|opinions?|takes?)\b
      | \b(?:released|issued|published)\ (?:the|its|an?)\ [^,;]{0,40}?\b(?:report|data|figures)
        \ (?:on\ )?[A-Z][a-z]+day\b(?!.*\b(?:showing|saying|that|finding|which)\b)
      | \b(?:released|published|issued)\ an?\ (?:\w+\ )?(?:report|study|paper)\b.{0,12}
        \b(?:titled|called)\b
        (?!.*\b(?:found|finds|finding|says|said|showing|shows)\b)
      | \b(?:was|were)\ asked\ (?:what|whether|if|how|why|about)\b
        (?!.*\b(?:said|replied|answered)\b)""",
    re.VERBOSE,
)
# "A slew of details about the dam were revealed on Friday": which, the list behind it tells.
_DETAILS = re.compile(
    r"""\b(?:details|revelations|disclosures)\b[^“”,;]{0,120}\b(?:was|were)\ (?:\w+ly\ )?(?:revealed
        |released|disclosed|published|unveiled|made\ (?:public|known))\b
        (?!.*\b(?:show\w*|that|including|among|say\w*|said|according)\b)""",
    re.VERBOSE,
)
ANNOUNCEMENT = 22  # words; a longer sentence tells what was said as well
# "Quill appeared on a show where she spoke about the dam": on what occasion, however long.
_VENUE = re.compile(
    r"""\b(?:discussed|spoke\ about|talked\ about|addressed|appeared)\b
        [^“”\d]{0,120}\b(?:during|on)\b[^“”\d]{0,120}
        \b(?:show|program|programme|interview|segment|podcast|webcast|forum)\b
        (?!.{0,200}\b(?:that|saying|said)\b)""",
    re.VERBOSE,
)
# "Quill's spokesman defended the move.": for or against, and no word of why.
_TAKES_SIDES = re.compile(
    r"""(?<!been\ )(?<!was\ )(?<!were\ )(?<!be\ )\b(?:defended|blasted|slammed|criticized|criticised
        |condemned|praised|ripped|mocked|hailed|applauded|denounced|echoed
        |(?:weighed|chimed)\ in|(?:fired|pushed|hit)\ back|spoke\ (?:out|up)|lashed\ out
        |doubled\ down
        )\b(?!\ by\b)""",
    re.VERBOSE,
)
SIDE = 12  # words
# "Monday brought the latest turn in the dispute": of 18 such openings in 84 months 17 set a scene.
_OF_THE_DAY = re.compile(
    rf"(?:{WEEKDAY})\s(?:brought|brings|is|was|has\sbeen|marks|marked|saw|will\s(?:be|bring|mark|see))\b"
)


def _empty(text: str) -> bool:
    """Who said nothing, or only that something was said: not news."""
    outside = unquoted(text)
    if _EMPTY.search(text) or _OF_THE_DAY.match(text) or announces(text):
        return True
    if _VENUE.search(outside) or _DETAILS.search(outside):
        return True
    length = len(text.split())
    if length <= SIDE and _TAKES_SIDES.search(outside):
        return True
    return length <= ANNOUNCEMENT and bool(_ANNOUNCES.search(outside))


def _capitals(text: str) -> bool:
    """Most words in capitals."""
    found: list[str] = re.findall(r"[A-Za-z]{2,}", text)
    return 2 * sum(word.isupper() for word in found) > len(found)


def _question(text: str) -> bool:
    return text.rstrip("\"'”’)]").endswith("?") or "?" in unquoted(text)


def _turns_away(text: str) -> bool:
    """What a report adds of something else, behind what it is about."""
    return _ELSEWHERE.match(text) is not None


def _voiceless(text: str) -> bool:
    """Mostly a quotation, and nobody named outside of it."""
    outside = unquoted(text)
    named = re.search(r"[A-ZÀ-Þ]\w|\b(?:he|she|they)\b", outside)  # "he" is looked for elsewhere
    return 2 * len(outside.split()) < len(text.split()) and not named


_CHECKS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("too short", _too_short),
    ("too long", _too_long),
    ("list item", _list_item),
    ("torn", _torn),
    ("aside", _aside),
    ("empty", _empty),
    ("capitals", _capitals),
    ("furniture", is_furniture),
    ("no verb", _verbless),
    ("unbalanced", _unbalanced),
    ("question", _question),
    ("first person", first_person),
    ("speaks to the reader", speaks_to_reader),
    (VIEW, is_view),
    ("nobody says it", _voiceless),
    ("another matter", _turns_away),
)
