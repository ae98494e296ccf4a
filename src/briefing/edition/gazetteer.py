"""Names of places, as data/places.txt lists them, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import islice

LANGUAGES = ("en", "de", "fr", "es", "ru", "ar")  # the columns of the list

_WORD = re.compile(r"\w+")
_INSIDE = frozenset("-–/.@#_&")  # before a name: it is a part of another word
_JOINED = re.compile(r"([^\W\d_]+)[-–]([^\W\d_]+)(?![-–]?\w)")


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of the place number `place`; a `careful` one is a person's or a word too."""

    text: str
    place: int
    careful: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A name at `start` of a text."""

    name: Name
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.name.text)


Names = Mapping[str, tuple[Name, ...]]  # of a language, by first word, the longest first


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`titles` are the places by number, each by language; `names` of each language."""

    titles: tuple[Mapping[str, str], ...]
    names: Mapping[str, Names]

    def title(self, place: int, language: str) -> str:
        """How an index in that language calls it: by its English name where it has no other."""
        titles = self.titles[place]
        return titles.get(language) or titles["en"]

    def seen(self, text: str, language: str) -> Iterator[Seen]:
        """Every name in `text`, the longest at each place, from left to right."""
        names = self.names.get(language) or self.names["en"]
        past = 0
        for word in _WORD.finditer(text):
            if word.start() < past or text[word.start() - 1 : word.start()] in _INSIDE:
                continue
            for seen in _at(text, word, names) or _two(text, word, names):
                past = seen.end
                yield seen


def base(language: str) -> str:
    """ "pt" of "pt-BR"."""
    return language.replace("_", "-").partition("-")[0].lower()


def _at(text: str, word: re.Match[str], names: Names) -> tuple[Seen, ...]:
    """The longest name that begins with `word`, if any."""
    listed = names.get(word.group(), ())
    found = (Seen(n, word.start()) for n in listed if _stands(text, n.text, word.start()))
    return tuple(islice(found, 1))


def _two(text: str, word: re.Match[str], names: Names) -> tuple[Seen, ...]:
    """ "the Russia-Ukraine talks": both names, if both are sure and no third thing is joined."""
    joined = _JOINED.match(text, word.start())
    if joined is None:
        return ()
    found = [
        Seen(name, joined.start(part))
        for part in (1, 2)
        for name in names.get(joined[part], ())
        if name.text == joined[part] and not name.careful
    ]
    return tuple(found) if len(found) == len(joined.groups()) else ()


def _stands(text: str, name: str, start: int) -> bool:
    """Whether the whole name is there, and no other is joined to it ("Berlin-Brandenburg")."""
    if not text.startswith(name, start):
        return False
    after = text[start + len(name) : start + len(name) + 2]
    return not after[:1].isalnum() and not (after[:1] in {"-", "–"} and after[1:].isupper())


def gazetteer(own: Iterable[str] = ()) -> Gazetteer:
    """The list, and the reader's `own` names, which are alike in all languages."""
    return _gazetteer(tuple(dict.fromkeys(name.strip() for name in own if name.strip())))


@lru_cache(maxsize=4)
def _gazetteer(own: tuple[str, ...]) -> Gazetteer:
    rows = [[[name]] * len(LANGUAGES) for name in own]
    rows += _rows(files("briefing").joinpath("data", "places.txt").read_text(encoding="utf-8"))
    titles = []
    names: dict[str, dict[str, list[Name]]] = {language: {} for language in LANGUAGES}
    for place, columns in enumerate(rows):
        spelled = dict(zip(LANGUAGES, columns, strict=False))
        titles.append({one: names_[0].lstrip("?") for one, names_ in spelled.items() if names_})
        for language, texts in spelled.items():
            for text in texts:
                _add(names[language], text, place, language)
    return Gazetteer(
        tuple(titles),
        {
            language: {
                word: tuple(sorted(found, key=lambda name: (-len(name.text), name.place)))
                for word, found in by_word.items()
            }
            for language, by_word in names.items()
        },
    )


def _rows(listed: str) -> Iterator[list[list[str]]]:
    """The spellings of each place by column; a place of a list has one for all."""
    lists = ""
    for line in listed.splitlines():
        if line.startswith("#") or not line:
            continue
        if "|" in line or ";" in line:
            yield [[s.strip() for s in cell.split(";") if s.strip()] for cell in line.split("|")]
        else:
            lists += line + " "
    for name in lists.split(","):
        if name.strip():
            yield [[name.strip()]] * len(LANGUAGES)


def _add(names: dict[str, list[Name]], text: str, place: int, language: str) -> None:
    careful = text.startswith("?")
    if careful and language != "en":  # what makes it sure is looked for in English alone
        return
    bare = text.lstrip("?")
    word = _WORD.match(bare)
    if word:
        names.setdefault(word.group(), []).append(Name(bare, place, careful))
