"""The index of places: which stories name them, and where first.

A missing place is better than one that is none. A name counts where it stands by itself: as a part
of a longer name ("Denzel Washington", "Bank of England", "China Daily") it is none. A name that
people bear too counts only after words that say where, and never in a story in which somebody
bears it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.edition.gazetteer import Gazetteer, Seen, base, gazetteer
from briefing.edition.schema import LocationData, MentionData, StoryData

# Capitalised beside a name and yet no part of it: what opens a sentence, parts of the world, days.
_BESIDE = frozenset(
    """
    a across after all also although an and around as at because before between both but by despite
    did do does during for from had has have he her his how if in inside into is it its just like
    meanwhile most near nor not now of off on once only or our outside over past she since so some
    still than that the their then there these they this those though through throughout to today
    under unlike until was we were what when where whether which while who why will with within
    without yet
    central downtown east eastern greater inner lower mainland midtown north northeast northeastern
    northern northwest northwestern outer rural south southeast southeastern southern southwest
    southwestern upper west western
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december
    aus bei für gegen in nach um und von vor zu das der die à au aux dans de des du en et la le les
    pour sur vers con de del desde el en la las los para por y
    в во для и из к на над от по под при с со у
    """.split()
)
_LOCATIVE = re.compile(
    r"\b(?:in|near|outside|across|throughout|around|inside|within|into|"
    r"(?:tra?vel\w*|trips?|flights?|fl[ey]w|flown|flying|mov(?:e|ed|es|ing)|return\w*|visits?|"
    r"dr[oi]ve|driving|sent|sail\w*|roads?|way|routes?|trains?|back) (?:to|from)|"
    r"(?:city|town|state|capital|province|port|suburbs?|outskirts|streets?|coast|north|south|east|"
    r"west|cent(?:re|er)|miles|kilomet(?:re|er)s|governor|mayor|people|government|parts?) of)"
    r"(?: the)?(?: (?:central|downtown|greater|inner|mainland|midtown|upper|lower|rural|"
    r"(?:north|south)?-?(?:north|south|east|west)(?:ern)?))?[ \xa0]$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(\S+)[ \xa0]$")
_OF = re.compile(r"(\S+)[ \xa0](?:of|de|del|di|von)(?:[ \xa0](?:the|la|las|los))?[ \xa0]$")
_AFTER = re.compile(r"[ \xa0](\w[^\s\xa0]*)")
_LOOK_BACK = 60  # characters before a name that the patterns see
_NOUNS = frozenset({"de"})  # languages in which every noun is capitalised
_TITLES = frozenset("chancellor gov governor premier president rep sen senator".split())
_OFFICES = frozenset("government governor mayor minister parliament people president".split())


@dataclass(frozen=True, slots=True)
class _Piece:
    id: str
    text: str
    language: str


def locations(
    stories: Sequence[StoryData], language: str, own: Sequence[str] = ()
) -> list[LocationData]:
    """The places that the stories' shown texts name, by name; `own` are names beside the list's."""
    known = gazetteer(own)
    mentions: dict[int, list[MentionData]] = {}
    for story in stories:
        for place, piece in _first(story, language, known).items():
            mentions.setdefault(place, []).append(MentionData(story=story["id"], piece=piece))
    rows = [
        LocationData(name=known.title(place, base(language)), mentions=found)
        for place, found in mentions.items()
    ]
    return sorted(rows, key=lambda row: _key(row["name"]))


def _first(story: StoryData, language: str, known: Gazetteer) -> dict[int, str]:
    """The places of a story, each with the first piece that names it."""
    borne = _bearers(story)
    sure: list[tuple[Seen, str]] = []
    for piece in _pieces(story, language):
        for seen in known.seen(piece.text, base(piece.language)):
            if _in_a_name(piece.text, seen, piece.language):
                borne.add(seen.name.text)
            elif _sure(piece, seen, known):
                sure.append((seen, piece.id))
    first: dict[int, str] = {}
    for seen, piece_id in sure:
        if seen.name.text not in borne:
            first.setdefault(seen.name.place, piece_id)
    return first


def _pieces(story: StoryData, language: str) -> Iterator[_Piece]:
    """What every format shows of the story, in reading order."""
    spoken = {row["number"]: row.get("language", language) for row in story["sources"]}
    for statement in story["statements"]:
        yield _Piece(statement["id"], statement["place"]["text"], statement["language"])
    for difference in story["differences"]:
        for place in difference["readings"]:
            yield _Piece(difference["id"], place["text"], spoken.get(place["source"], language))
    for voice in story["voices"]:
        for quote in voice["quotes"]:
            for place in quote["contents"]:
                yield _Piece(quote["id"], place["text"], spoken.get(place["source"], language))


def _bearers(story: StoryData) -> set[str]:
    """The words of the speakers' names: "Kerry Washington" makes no city of "Washington"."""
    named = (voice["label"].split() for voice in story["voices"] if voice["speaker"])
    return {word for words in named if len(words) > 1 for word in (words[0], words[-1])}


def _in_a_name(text: str, seen: Seen, language: str) -> bool:
    """Whether somebody is called so: a capitalised word, an initial or a title stands before it."""
    before = _BEFORE.search(text, max(0, seen.start - _LOOK_BACK), seen.start)
    if before is None or base(language) in _NOUNS or " " in seen.name.text:
        return False
    word = before[1].lstrip("“”‘’\"'(")
    if word.endswith("."):
        return word[:1].isupper() and len(word) <= len("Capt.") and word.count(".") == 1
    return _is_capitalised(word)


def _sure(piece: _Piece, seen: Seen, known: Gazetteer) -> bool:
    """Whether the name stands by itself, and, where people bear it, somebody is there."""
    before = piece.text[max(0, seen.start - _LOOK_BACK) : seen.start]
    of = _OF.search(before)
    if of and of[1][:1].isupper() and of[1].lower() not in _BESIDE | _OFFICES:
        return False
    word = _BEFORE.search(before)
    if word and _is_capitalised(word[1]):
        return False
    if _goes_on(piece, seen, before):
        return False
    return (
        not seen.name.careful or bool(_LOCATIVE.search(before)) or _is_qualified(piece, seen, known)
    )


def _is_capitalised(word: str) -> bool:
    """Whether it may be the first part of a longer name."""
    return word[:1].isupper() and word[-1:].isalpha() and word.lower() not in _BESIDE


def _goes_on(piece: _Piece, seen: Seen, before: str) -> bool:
    """Whether a capitalised word follows, with which it makes one name ("China Daily")."""
    after = _AFTER.match(piece.text, seen.end)
    if after is None or not after[1][:1].isupper():
        return False
    if after[1].strip(".,;:").lower() in _BESIDE | _TITLES:
        return False
    word = _BEFORE.search(before)
    return not (base(piece.language) in _NOUNS and word and word[1].lower() in _BESIDE)


def _is_qualified(piece: _Piece, seen: Seen, known: Gazetteer) -> bool:
    """ "Jackson, Mississippi": a place follows that says which one is meant."""
    rest = piece.text[seen.end : seen.end + _LOOK_BACK]
    if not rest.startswith(", "):
        return False
    nearest = next(known.seen(rest, base(piece.language)), None)
    return nearest is not None and nearest.start == 2 and not nearest.name.careful


def _key(name: str) -> tuple[str, str]:
    """Without diacritics: Åland stands among the names with A."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.casefold(), name
