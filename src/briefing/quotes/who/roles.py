"""What a person is: the words beside the name, in whichever sentence of an article tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.quotes.who.descriptions import behind, headed, is_title, opens_idly
from briefing.quotes.who.naming import fold
from briefing.quotes.who.offices import is_vague
from briefing.quotes.who.titles import COURTESIES, before, titles

_NEAR = 130  # characters before or behind a name
_MENTIONS = 40  # of a name in one article that are looked at
_PARTY = re.compile(r"(?:,\s|\s\()([RDI]-[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)[,)]")

# What a page prints on its buttons, beside a caption or a player; and whose a caption's picture is.
_BUTTON = re.compile(
    r"^(?:(?:CLOSE|WATCH|LISTEN|SHARE|PHOTOS?|VIDEO|PLAY|MORE|READ)\s)+"
    r"|^(?:[\w.’'\s-]{2,40}/\s?)?(?:(?:AP|AFP|EPA|Reuters)\s)?(?:Getty\sImages|(?:File\s)?Photo(?:graph)?s?|Shutterstock)\s"
)


def role(text: str, name: str, near: int = -1) -> str:
    """The role that `text` gives the bearer of `name`, a slice of it; empty where it gives none.

    What stands beside the mention at `near` counts first, then what has more than one word. Of a
    lone surname elsewhere only the title before it counts: two may bear it.
    """
    found = [(m.start(), m.end()) for m in _mentions(text, name)][:_MENTIONS]
    places = [p for p in found if not _in_speech(text, p[0])]
    places.sort(key=lambda p: (abs(p[0] - near) > _NEAR, p[0]))
    best = ""
    for start, end in places:
        surname = " " not in text[start:end]
        if surname and " " in name and not _behind_title(text, start):
            continue
        alone = surname and (abs(start - near) > _NEAR or " " in name)
        for told in (_BUTTON.sub("", before(text, start)), "" if alone else behind(text, end)):
            if _is_loose(told, text[start:end], name) or (
                told.endswith("-elect") and abs(start - near) > _NEAR
            ):
                continue
            if len(told.split()) > 1 and not is_vague(told):
                return told
            best = best or told
    return best or next((p for _, end in places if (p := _party(text, end))), "")


def _behind_title(text: str, place: int) -> bool:
    """Whether the word before is a title, and not another's given name."""
    before_it = text[max(0, place - 30) : place].split()
    return bool(before_it) and is_title(before_it[-1])


def _is_loose(told: str, mention: str, name: str) -> bool:
    """ "hardly the leader Stone claims to be": a small title before a mere surname is none."""
    return mention != name and " " not in mention and told.split()[-1:] != told.title().split()[-1:]


def _party(text: str, place: int) -> str:
    """ "D-Mich." behind a name, where nothing else tells what its bearer is."""
    match = _PARTY.match(text, place)
    return match.group(1) if match else ""


def _in_speech(text: str, place: int) -> bool:
    """Whether a quoted stretch of its paragraph holds `place`: what others call a person."""
    lead = text[text.rfind("\n", 0, place) + 1 : place]
    return lead.count("“") > lead.count("”") or lead.count('"') % 2 == 1


def _mentions(text: str, name: str) -> Iterable[re.Match[str]]:
    """The full name, with or without its middle ones; and the surname behind a title."""
    parts = name.split()
    first, last = re.escape(parts[0]), re.escape(parts[-1])
    if len(parts) == 1:
        return re.finditer(rf"(?<!\w){last}(?!\w)", text)
    middle = r"(?:\s(?:[\w’'-]+\.?|[“\"][\w’' -]{1,20}[”\"])){0,3}?"
    titled = rf"(?<=[a-z.]\s){last}"
    return re.finditer(rf"(?<!\w)(?:{first}{middle}\s{last}|{titled})(?!\w)", text)


def clean(words: str) -> str:
    """`words` where they are a role from end to end, without "Dr."; else empty."""
    words = _BUTTON.sub("", words.strip())
    while words and fold(words.split()[-1]) in COURTESIES:
        words = words.rpartition(" ")[0].strip()
    while words and opens_idly(words.split()[0]):
        words = words.partition(" ")[2]
    return words if words and words in {titles(words + " "), headed(words)} else ""
