"""Headlines that sell a story, or are out of date, instead of telling what happened.

Such a title heads a story only where no other does, and there the main clause of its opening
stands in its place.
"""

from __future__ import annotations

import re

from briefing.model import Article
from briefing.press.captions import opening
from briefing.press.events import only_asks, stated, unspoken
from briefing.press.headlines import overtaken, title_of
from briefing.press.lostmarks import is_damaged
from briefing.standing.acts import is_told
from briefing.standing.judging import is_view
from briefing.standing.miscounts import miscounts
from briefing.standing.outgrown import outgrown
from briefing.standing.topics import names_topic
from briefing.text.dates import days
from briefing.text.quoted import unpaired
from briefing.text.sentences import spans

FIRST = 700  # characters: the first sentence stands in them
# "Piet Oberlin to learn ...", "Dunmere set to vote": announced at the start, before other verbs.
_ANNOUNCES = re.compile(
    r"(?:[\w.’'-]+\s){1,3}?(?:(?:set|poised|due|expected|about)\s(?:to|for)|to)"
    r"\s(?![\w-]+(?:est\b|:))([\w-]{2,})",
    re.IGNORECASE,
)
# "Dunmere hopes to keep ...", "Quill urges board to shut ...": it does hope, she does urge.
_DOES = re.compile(
    r"""\b(?:aims?|agrees?|appears?|asks?|begins?|chooses?|continues?|decides?|declines?|demands?|fails?
      |fight(?:s|ing)?|helps?|hopes?|intends?|looks?|moves?|needs?|offers?|opts?|plans?|pledges?
      |prepares?|promises?|proposes?|push(?:es)?|races?|refuses?|rush(?:es)?|scrambles?|seeks?|seems?
      |starts?|struggles?|threatens?|tries|try|urges?|votes?|vows?|wants?|works?|writes?|surges?|rises?
      |falls?|turns?|returns?|reacts?|responds?|apologi[sz]es?|speaks?|talks?|listens?|tells?|orders?
      |press(?:es)?|allows?|forces?|invites?|leads?|sends?|uses?|passes|introduces?|signs?|warns?|calls
      |backs|gets?|adds?|breaks?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# In the first sentence: it is still to come.
_TO_COME = re.compile(
    r"""\b(?:will|would|shall|plan(?:s|ned|ning)?|expect\w*|set|schedul\w+|going|likely|inten[dt]\w*
      |propos\w+|decid\w+|vow\w*|pledg\w+|promis\w+|agree\w*|willing\w*|seek\w*|hop(?:e|es|ed|ing)
      |aim\w*|consider\w*|poised|due|ahead|upcoming|prepar\w+|ready(?!\sto\stake)|could|may|next)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# "heard a different story", "You won't like it, actually", "the video shows they lied".
_SELLS = re.compile(
    r"""\b(?:hears?|heard|tells?|told)\sa\s(?:very\s)?different\sstory\b | ,\s?actually\W*$
      | ^(?!.*(?:^|\s)\?\w).*\w\W?\?(?!\w)  # not "?ready? for it": marks that were lost
      | \bone\s(?:big|major|huge|simple|little|key)\s[\w-]+\s?[—–:-]
      | \bopen(?:s|ed)?\sup\s(?:about|on)\b | \bsays\sit\sall\b | \bhere['’]s\s(?:how|why|what)\b
      | \b(?:they|he|she)\slied\b | \bgets?\sworse\b | \bmust[\s-](?:see|read|watch)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# "Piet Oberlin on the toll: I was wrong": an interview, and no verb.
_ON = re.compile(r"^(?:[A-ZÀ-Þ][\w.’'-]*\s){0,3}([A-ZÀ-Þ][\w.’'-]*)\son\s[^:]{3,60}:\s\S+\s\S+\s\S")
_INITIALS = re.compile(r"(?:^|[\s.])[A-Z]\.$")
LONGEST = 300  # characters of a title
_OPENED = re.compile(r"(?:^|[\s(:])['‘](?=[^\W\d])")  # not "'08"
_CLOSED = re.compile(r"(?<=[\w.,!?])['’](?!\w)")


def sells(article: Article) -> bool:
    """Whether its title promises, judges, asks, lost marks or announces what is done by now."""
    title = title_of(article)
    if teases(title) or is_damaged(title):
        return True
    return promises(article) or is_stale(article, title)


def is_note(article: Article) -> bool:
    """Whether its title is only the beginning of its text, cut: so a blog's notes are listed."""
    title = article.title.rstrip()
    return title.endswith(("...", "…")) and article.text.startswith(title.rstrip(" .…"))


def promises(article: Article) -> bool:
    """Whether its title promises, judges or asks: no story is told from such a piece alone."""
    title = title_of(article)
    told = title if only_asks(article) else stated(title)
    return _SELLS.search(told) is not None or _interviews(title) or is_view(unspoken(title))


def teases(title: str) -> bool:
    """Whether it promises, asks, names a topic, is several sentences, or quotes by half."""
    return (
        _SELLS.search(title) is not None
        or _interviews(title)
        or several(title)
        or names_topic(unspoken(title))
        or _half_quoted(title)
    )


def several(title: str) -> bool:
    """Whether it holds several sentences: initials end none ("U.S. Attorneys")."""
    whole = title[:LONGEST].replace("...", "")
    return any(not _INITIALS.search(span.of(whole)) for span in spans(whole)[:-1])


def is_stale(article: Article, title: str) -> bool:
    """Whether its text has another count than the title, or tells as done what that announces: by
    its day, or in its first sentence, which has a day and an act, and nothing that is to come."""
    if outgrown(article, title) or miscounts(article, title):
        return True
    start = opening(article.text, FIRST)
    announced = _ANNOUNCES.match(title)
    if announced and _DOES.search(announced[0], 0, announced.start(1)):
        return False
    if overtaken(title, start):
        return True
    if announced is None or _is_name(announced[1], title, start):
        return False
    if not article.dated:
        return False
    published = article.published.date()
    # A weekday is one to come, unless the text tells it as done: a title of the day before.
    named = days(title, published, ahead=True)
    if named and (max(named) < published or max(days(title, published)) >= published):
        return max(named) < published
    if announced[1] != "be" and re.search(
        rf"\b(?:to|will|would)\s{re.escape(announced[1])}\b", start, re.IGNORECASE
    ):
        return False  # the text announces it as well
    first = next((span.of(start) for span in spans(start)), "")
    told = any(day <= published for day in days(first, published))
    return told and is_told(first) and _TO_COME.search(first) is None


def _is_name(word: str, title: str, text: str) -> bool:
    """Whether it is capitalised as few words of the title are, or inside the text as well."""
    plain = sum(w.islower() and len(w) > 3 for w in title.split())
    return word[:1].isupper() and (
        plain > 1 or re.search(rf"\w\s{re.escape(word)}\b", text) is not None
    )


def _interviews(title: str) -> bool:
    found = _ON.match(title)
    return found is not None and not found[1].endswith(("s", "ed"))


def _half_quoted(title: str) -> bool:
    """Whether a single quotation mark opens and none closes, or a double one does."""
    opened = _OPENED.search(title)
    lone = opened is not None and _CLOSED.search(title, opened.end()) is None
    return lone or unpaired(title)
