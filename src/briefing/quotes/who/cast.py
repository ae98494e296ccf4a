"""The persons of one article: every full name, its gender and roles, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from briefing.model import Span
from briefing.quotes import lexicon as lex
from briefing.quotes.lexicon import listed
from briefing.quotes.who.descriptions import PLURAL_TITLES
from briefing.quotes.who.genders import MEN, WOMEN
from briefing.quotes.who.naming import (
    SUFFIXES,
    Name,
    fold,
    is_dean,
    is_family_first,
    parsed,
)
from briefing.quotes.who.persons import Person, Persons
from briefing.text.names import names

_AFTER = re.compile(
    r",\s+((?:an?|the|his|her|their|who\s+is|(?!and\b|or\b|but\b)[a-z][\w’'-]+)\b[^,;.:“”\"()\n]{2,120})"
)
_HEADED = re.compile(r"\b([\w-]+) (?:for|of|at) (?:the )?[\w’'-]+(?: [\w’'-]+){0,3}$")
# Offices that are held of or for something with capitals.
_HELD = frozenset(
    listed("secretary minister president head director chief commissioner chairman governor editor")
)
# Two names that lost the space between them; "McKay" and "DeMarco" are one.
_GLUED = re.compile(
    r"(?<!Mc)(?<!Mac)(?<!De)(?<!Di)(?<!La)(?<!Le)(?<!Van)(?<!Fitz)(?<=[a-z]{2})[A-Z]"
)
_GLUED_WORD = re.compile(r"\b((?!Mc\b|Mac\b|De\b|La\b)[A-Z][a-z]+)(?=[A-Z][a-z])")
_HYPHENED = re.compile(r"-(?!based|led|born|run|style|era|wide)[a-z]{2,5}(?![\w-])")
# "Read Ada Stone's letter": what a page calls its link.
_LINK = re.compile(r"^(?:Read|Watch|Listen|Video|Photos?|Exclusive|Opinion)\s(?=\S+\s\S)")
_STATES = frozenset(("U.N.", "U.S.", "U.K.", "E.U.", "UN", "US", "UK", "EU"))
_RUN_WORD = re.compile(r"[^\s]+")
_PLACED = re.compile(r"\b(?:[Ii]n|[Oo]n|[Aa]t|of|from|to|across|the)\s(?=(\S+))")
_THE = re.compile(r"\b[Tt]he\s$")
_OPENING = frozenset("“\"‘'«„")
_CLOSED = re.compile(r"[,.!?;]?[”\"’'»“](?!\w)")
_BOUNDARY = re.compile(r"\b")
_MALE = frozenset(
    listed("""
    mr mr. sir lord king prince congressman spokesman businessman father husband son brother
    actor councilman
    """)
)
_FEMALE = frozenset(
    listed("""
    mrs mrs. ms ms. miss dame lady queen princess congresswoman spokeswoman businesswoman
    mother wife daughter sister actress councilwoman
    """)
)
_GENDERED = frozenset(listed("mr mr. mrs mrs. ms ms. miss"))


@dataclass(slots=True)
class Cast:
    """Who is named in full, and the runs of capitals in the text."""

    found: Persons
    runs: list[Span]

    @property
    def persons(self) -> list[Person]:
        """In the order of their first full mention."""
        return self.found.all


def cast(text: str, title: str = "") -> Cast:
    """Who is named in full in `text`, or in `title` only."""
    runs = [_hyphened(text, run) for run in names(text)]
    persons = Persons()
    called = [(unglued(text, run), run) for run in runs if not _is_called(text, run)]
    for words, run in called:
        _enter(persons, words, run.start, _context(text, run))
    for words, run in called:
        _tell_title(persons, words, text[max(0, run.start - 6) : run.start])
    for run in names(title) if title.isupper() is False else []:
        if fold(split_role(run.of(title))[1].split()[0]) in MEN | WOMEN:  # not "Fewer Voters"
            _enter(persons, run.of(title), -1, ("", ""))
    places = _behind_prepositions(text)
    met = (p for p in persons.all if not _is_chance(p, persons, places))
    return Cast(Persons(p for p in met if not _is_titled(p, text)), runs)


def _is_called(text: str, run: Span) -> bool:
    """ "King Stone" alone between quotation marks: what somebody calls another, or a title."""
    return text[run.start - 1 : run.start] in _OPENING and _CLOSED.match(text, run.end) is not None


def _hyphened(text: str, run: Span) -> Span:
    """ "Park Choon-hee": the second half of a given name is written small."""
    words = run.of(text).split()
    behind = _HYPHENED.match(text, run.end) if len(words) > 1 else None
    if behind is None or not is_family_first(words[-2]):
        return run
    return Span(run.start, behind.end())


def unglued(text: str, run: Span) -> str:
    """The words of `run` without what a page's links put behind a name.

    Some print "Ada Stone (Ada) StoneMayor asks ..." or "Ada Stone Ada StoneMayor asks ...":
    the name ends with the word that the glued one begins with.
    """
    glued = _GLUED_WORD.search(text, run.start, run.end + 40)
    if glued is None:
        return run.of(text)
    name = run.of(text)
    for match in _RUN_WORD.finditer(name):
        if len(match.group()) > 2 and glued.group(1) == match.group() and match.start():
            return name[: match.end()]
    return name


def _is_chance(person: Person, persons: Persons, places: Collection[str]) -> bool:
    """A place or a thing that stands before somebody's surname once: "in Ohio Hill won"."""
    if len(person.places) > 1 or person.roles or person.name.given[0] in MEN | WOMEN:
        return False
    return person.full.split()[0] in places and any(
        other is not person
        and other.name.surname == person.name.surname
        and other.name.given[0] in MEN | WOMEN
        for other in persons.by_surname(person.name.surname)
    )


def _is_titled(person: Person, text: str) -> bool:
    """ "the Harbour Lantern", "the Lantern", and never without "the": a paper or a ship."""
    if not person.places or person.roles or person.name.given[0] in MEN | WOMEN:
        return False
    return all(_THE.search(text, max(0, at - 5), at) for at in person.places)


def _behind_prepositions(text: str) -> frozenset[str]:
    """Words that stand behind "in", "of" or "the", and what of them ends where a word may."""
    found = {match[1] for match in _PLACED.finditer(text)}
    return frozenset(word[: end.start()] for word in found for end in _BOUNDARY.finditer(word))


def _context(text: str, run: Span) -> tuple[str, str]:
    before = text[max(0, run.start - 60) : run.start]
    before = re.split(r"[.,;:!?“”\"()\n—–]\s*(?!\S*$)|[,;:!?“”\"()\n—–]", before)[-1]
    after = _AFTER.match(text, run.end, run.end + 130)
    return before, after.group(1) if after else ""


def _enter(persons: Persons, run: str, place: int, context: tuple[str, str]) -> None:
    role, bare = split_role(_LINK.sub("", run))
    bare = _behind_office(bare, f"{context[0]}{role}")
    name = parsed(bare)
    if name is None or name.body:
        return
    role = f"{context[0]}{role}".strip()
    if not name.given:
        _note_surname(persons, name, place, role, context[1])
        return
    if len(name.given) > 3 or not all(w[0].isalpha() for w in name.given):
        return
    if _behind_place(name, context[0]) or any(_GLUED.search(word) for word in bare.split()):
        return
    person = persons.bearer(name)
    if person is None:
        person = Person(bare, name)
        persons.add(person)
        _guess_gender(person)
    elif len(bare) > len(person.full) and not bare.isupper():
        persons.rename(person, bare, name)
    _note(person, place, role, context[1])


def _behind_place(name: Name, before: str) -> bool:
    """ "In Michigan Hill said": a place and a surname, no given name."""
    last = before.lower().split()[-1:]
    return last in (["in"], ["at"], ["across"], ["outside"]) and name.given[0] not in MEN | WOMEN


def _behind_office(run: str, before: str) -> str:
    """The name in "Secretary of State Ada Stone" and "head of Global Sales Ada Stone"."""
    words = run.split()
    lead = before.lower().split()[-2:]
    if len(words) < 3 or len(lead) < 2 or lead[1] not in {"of", "for"} or lead[0] not in _HELD:
        return run
    keep = 3 if len(words[-2].rstrip(".")) == 1 and len(words) > 3 else 2
    return " ".join(words[-keep:])


def _note_surname(persons: Persons, name: Name, place: int, role: str, after: str) -> None:
    found = [p for p in persons.by_surname(name.surname) if p.name.surname == name.surname]
    if len(found) == 1:
        _note(found[0], place, role, after)


def _tell_title(persons: Persons, words: str, before: str) -> None:
    """ "Ms. Stone" is the article's one Stone; not where the given name tells a gender: then the
    title may be a wife's."""
    title = "".join(before.split()[-1:]).lower()
    name = parsed(words)
    if title not in _GENDERED or name is None or name.given or name.body:
        return
    found = [p for p in persons.by_surname(name.surname) if p.name.surname == name.surname]
    if len(found) == 1 and found[0].name.given[0] not in MEN | WOMEN:
        _tell_gender(found[0], title)


def _note(person: Person, place: int, role: str, after: str) -> None:
    if place >= 0:
        person.places.append(place)
    words = role.lower().split()
    headed = _headed(role)
    if headed:
        person.roles.append(headed)
    elif words and (words[-1] in lex.ROLES or words[-1] in lex.HONORIFICS):
        if words[-1] in lex.ROLES:
            person.roles.append(_role_phrase(role))
        _tell_gender(person, words[-1])
    if after and any(w in lex.ROLES for w in re.findall(r"[\w-]+", after.lower())[:9]):
        person.roles.append(after)
        for word in after.lower().split()[:9]:
            _tell_gender(person, word)


def _headed(before: str) -> str:
    """ "spokesman for the Russian presidency" before a name: a role with its "for" or "of"."""
    match = _HEADED.search(before.rstrip())
    return match.group() if match and match.group(1).lower() in lex.ROLES else ""


def _tell_gender(person: Person, word: str) -> None:
    person.male += 4 * (word in _MALE)
    person.female += 4 * (word in _FEMALE)


def _guess_gender(person: Person) -> None:
    first = person.name.given[0]
    person.male += 2 * (first in MEN)
    person.female += 2 * (first in WOMEN)


def _role_phrase(before: str) -> str:
    """The words of a role before a name, back to its article or first capital."""
    words = before.split()
    start = len(words) - 1
    while start > 0 and (
        words[start - 1][0].isupper()
        or words[start - 1].lower()
        in lex.ROLES | {"former", "prime", "deputy", "vice", "foreign", "acting"}
        or (words[start - 1].lower() in {"of", "for", "the"} and start > 1)
        or (
            start == len(words) - 1
            and words[start - 1].lower()
            not in lex.PREPOSITIONS | lex.CONJUNCTIONS | lex.DETERMINERS | lex.AUXILIARIES
            and words[start - 1].lower() not in lex.BASE
        )
    ):
        start -= 1
    phrase = words[start:]
    while phrase and phrase[0].lower() in lex.DETERMINERS | lex.PREPOSITIONS | lex.CONJUNCTIONS:
        phrase = phrase[1:]
    return " ".join(phrase)


def split_role(run: str) -> tuple[str, str]:
    """A run of capitals in its title and its name: "US President", "Ada Stone"."""
    words = run.split()
    cut = 0
    # "Martin King Jr.": a suffix alone is no name
    last = len(words) - 1
    while last > 0 and fold(words[last]) in SUFFIXES:
        last -= 1
    for i, word in enumerate(words[:last]):
        if i == last - 1 and is_dean(words, i):
            break
        if (
            (word in _STATES and last - i > 1)  # "Ambassador to the" U.N. Ada Stone
            or fold(word) in lex.ROLES | PLURAL_TITLES
            or word.lower() in lex.HONORIFICS
            or fold(word) in lex.HONORIFICS
            or (fold(word) == "member" and i and fold(words[i - 1]) in {"council", "board"})
        ):
            cut = i + 1
    while 0 < cut < last and fold(words[cut]) in lex.BEHIND_OFFICE:
        cut += 1
    return " ".join(words[:cut]), " ".join(words[cut:])
