"""The persons of one article, found by any form of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.quotes.who.naming import Name, same_person, spelled


@dataclass(slots=True)
class Person:
    """Somebody whom the article names in full."""

    full: str
    name: Name
    places: list[int] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    male: int = 0
    female: int = 0

    @property
    def gender(self) -> str:
        """ "m", "f", or "" where nothing tells."""
        if self.male == self.female:
            return ""
        return "m" if self.male > self.female else "f"


class Persons:
    """Those of an article in order of their first full mention, found by what names share: not
    every name is compared with every other."""

    def __init__(self, persons: Iterable[Person] = ()) -> None:
        self.all: list[Person] = []
        self._by_key: dict[str, dict[int, Person]] = defaultdict(dict)
        for person in persons:
            self.add(person)

    def add(self, person: Person) -> None:
        """Somebody new, who is named here first."""
        self.all.append(person)
        self._enter(person, len(self.all) - 1)

    def rename(self, person: Person, full: str, name: Name) -> None:
        """The fuller form; what the person was called still finds them."""
        number = next(n for n, p in self._near(person.name) if p is person)
        person.full, person.name = full, name
        self._enter(person, number)

    def bearer(self, name: Name) -> Person | None:
        """The first who can bear a name with a given one."""
        return next((p for _, p in self._near(name) if same_person(p.name, name)), None)

    def by_surname(self, surname: str) -> list[Person]:
        """Those of that surname, or whose family name stands first: "Park Choon-hee"."""
        key = spelled(surname)
        found = sorted(self._by_key.get(key, {}).items())
        return [p for _, p in found if key in {spelled(p.name.surname), _family(p)}]

    def _enter(self, person: Person, number: int) -> None:
        for key in (*_keys(person.name), _family(person)):
            self._by_key[key][number] = person

    def _near(self, name: Name) -> list[tuple[int, Person]]:
        found: dict[int, Person] = {}
        for key in _keys(name):
            found |= self._by_key.get(key, {})
        return sorted(found.items())


def _keys(name: Name) -> tuple[str, str]:
    """What two forms of one person's name share at least one of."""
    return spelled(name.surname), "".join((*name.given, name.surname))


def _family(person: Person) -> str:
    """ "Park" of "Park Choon-hee"."""
    return spelled(person.name.given[0]) if "-" in person.full.split()[-1] else ""
