"""Does a reader learn who speaks? Outlets, shares of a poll and "the company" are no voices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from briefing.model import Quote, Speaker
from briefing.quotes import lexicon as lex
from briefing.quotes.shown.clear import WORD
from briefing.quotes.who.naming import fold, parsed
from briefing.standing.introductions import persons, surnames
from briefing.text.quoted import unquoted

_PERSONS = frozenset(
    lex.listed("""
    man woman boy girl expert critic supporter source insider employee customer passenger patient
    survivor tenant protester opponent friend relative colleague
    """)
)
# Without a name the head of a label must be one of these: somebody who can be asked.
_GROUPS = _PERSONS | frozenset(
    lex.listed("""
    police ministry government department court company agency authority authorities council
    office team embassy union party campaign committee commission hospital university school
    bank group club board regulator watchdog family families demonstrator refugee migrant staff
    ally farmer fan rescuer firefighter paramedic advocate investigator
    """)
)
# Papers and recordings say nothing themselves; nor do outlets, whose reports are no voices.
_PAPERS = frozenset(
    lex.listed("""
    statement report letter filing lawsuit complaint indictment document memo study poll survey
    audio video tape transcript tweet post email message note article editorial column book
    """)
)
_OUTLETS = frozenset(
    lex.listed("""
    times post journal news tribune guardian gazette herald telegraph press reuters
    bloomberg tass xinhua kcna afp upi interfax
    census cnbc msnbc pbs star-tribune associates cnn nbc abc cbs bbc npr axios politico
    newspaper magazine outlet
    """)
)
# With "the" before them, or with what they are: "the Arden Sun", "member station KXYZ".
_MASTHEADS = frozenset(
    lex.listed("sun globe star mail mirror examiner chronicle inquirer dispatch courier observer")
)
# "the state news agency", "the RIA agency reported": what it tells is no voice.
_NEWS_AGENCY = re.compile(
    r"\b(?:news|press)\s(?:agency|agencies|service|services|outlets?|sites?)\b", re.I
)
_STATIONS = frozenset(lex.listed("station newspaper magazine outlet website broadcaster network"))
# Not "World War I", "Phase I".
_MYSELF = re.compile(
    r"(?<!\w)(?<!War\s)(?<!Phase\s)(?<!Title\s)(?<!Class\s)(?:I|I['’](?:m|ve|ll|d)|[Mm]y|me|myself)(?![\w.])"
)
_HE = frozenset(("he", "she"))
_KIN = re.compile(
    r"\b((?:[A-ZÀ-Þ][\w.-]{0,30}\s){1,3}[A-ZÀ-Þ][\w-]{1,30})['’]s\s"
    r"(?:brother|sister|widow|widower|mother|father|cousin|family|death|killing|murder|funeral)\b"
)
_TEXTS = 64  # whose people are remembered: those of a story
_FAR = 900  # characters before "he" in which its person must be named
_LONGEST_LABEL = 12  # words; a longer noun phrase is a sentence gone astray
_HEAD = re.compile(r"\s(?:of|for|at|from|in|with|on|to|by|who|which|familiar|close)\s|,")
_OF_THIS = re.compile(r"\b(?:his|hers?|theirs?|this|these|that)\b", re.IGNORECASE)
_SHARE = re.compile(
    r"\d[\d.,]*\s?(?:%|per\s?cent)|(?:(?:one|two|three|a)[\s-])?(?:third|quarter|half)s?\sof", re.I
)


def has_speaker(quote: Quote, people: Mapping[Quote, Speaker]) -> bool:
    """Whether a reader learns who speaks: a name, or words that tell a person or a body."""
    speaker, mention = people.get(quote), quote.speaker
    if mention is None:
        return False
    if _SHARE.match(mention.text):
        return False  # "a third of farmers": what a poll counts is nobody's word
    if speaker is None:
        return _tells(mention.text) and not _reports(mention.text, quote)
    if _is_outlet(speaker.name, mention.text) or _speaks_of(mention.text, speaker, quote):
        return False
    if _is_kin(mention.text, speaker, quote.article.text) or _is_carried(speaker, quote):
        return False
    return not _points(mention.text, speaker) or _is_nearest(speaker, quote)


def _reports(label: str, quote: Quote) -> bool:
    """Whether it is a news agency, or an agency that "reported": it carries another's words."""
    if _NEWS_AGENCY.search(label):
        return True
    cue = quote.cue.of(quote.article.text).lower() if quote.cue else ""
    return label.endswith((" agency", " network")) and lex.BASE.get(cue) == "report"


def _points(mention: str, speaker: Speaker) -> bool:
    """Whether it is "he" or "the president", of whom the article has perhaps two, and no name."""
    words = [word.lower() for word in WORD.findall(mention)]
    if len(words) == 2 and words[0] == "the" and fold(words[1]) in lex.ROLES:
        return fold(words[1]) not in {fold(word) for word in WORD.findall(speaker.name)}
    return mention.lower() in _HE


def _is_carried(speaker: Speaker, quote: Quote) -> bool:
    """Whether a body is given the words of one person: "I had the key," according to the Board."""
    name = parsed(speaker.name)
    body = name is not None and name.body and not speaker.name.isupper()  # "OBAMA" may be one
    return body and quote.kind == "direct" and _MYSELF.search(quote.text) is not None


def _is_kin(mention: str, speaker: Speaker, text: str) -> bool:
    """Whether a lone surname may be a relative's: "Ada Stone's brother Ben ... Stone said"."""
    if " " in mention or mention not in speaker.name.split():
        return False
    return any(name.endswith(speaker.name) for name in _with_kin(text))


@lru_cache(maxsize=_TEXTS)
def _with_kin(text: str) -> frozenset[str]:
    """The full names of whose relatives, or whose death, `text` speaks."""
    return frozenset(_KIN.findall(text))


@lru_cache(maxsize=_TEXTS)
def _persons(text: str) -> frozenset[str]:
    return persons([text])


def _is_nearest(speaker: Speaker, quote: Quote) -> bool:
    """Whether "he" or "the mayor" is the one named last before, not far away: else it is perhaps
    another.

    Never a body: "the leader of the union" is not the union.
    """
    name = parsed(speaker.name)
    if name is None or name.body or quote.speaker is None:
        return False
    text, end = quote.article.text, quote.speaker.span.start
    before = unquoted(text[max(0, end - _FAR) : end])
    own = speaker.name.split()[-1]
    at = before.rfind(own)
    if at < 0:
        return False
    between = before[at + len(own) :]
    others = _persons(text) & set(WORD.findall(between)) | set(surnames(between))
    return not others - set(speaker.name.split())


def _is_outlet(name: str, mention: str) -> bool:
    last = fold(re.split(r"[\s-]", name)[-1])
    if last in _OUTLETS or (last in _MASTHEADS and mention.lower().startswith("the ")):
        return True
    return any(word in _STATIONS for word in mention.lower().split()[:-1])


def _speaks_of(mention: str, speaker: Speaker, quote: Quote) -> bool:
    """Whether the words tell of their supposed speaker by name: then "he" was another."""
    sure = mention.lower() not in lex.SUBJECT_PRONOUNS and quote.cue is not None
    if sure and quote.kind != "indirect":
        return False
    return re.search(rf"\b{re.escape(speaker.name.split()[-1])}\b", quote.text) is not None


def _tells(label: str) -> bool:
    """Whether a label without a name says who speaks: "a senior official", "residents".

    "The company" and "a spokesman" say it only to who has read the article.
    """
    whole = [w.lower() for w in WORD.findall(label)]
    head = [w.lower() for w in WORD.findall(_HEAD.split(label, maxsplit=1)[0])]
    if _OF_THIS.search(label):
        return False  # "a friend of hers", "the author of this commentary"
    if not head or len(whole) > _LONGEST_LABEL or any(fold(w) in _PAPERS for w in whole):
        return False
    last = head[-1]
    one = last.removesuffix("s")
    if not {last, one} & (lex.ROLES | _GROUPS):
        return False
    if whole[0] == "the":
        return False  # "the former adviser", "the foreign ministry": which one stands before
    return len(whole) > 2 or (len(whole) == 1 and last != one) or last == "police"
