"""A file's data beside the editions of its day that the archive keeps: what names, counts and order
were when it was made, which no article tells."""

from __future__ import annotations

from briefing.archive import Archive, Recorded
from briefing.edition import Edition
from briefing.edition.differences import Different, differences
from briefing.verify import Failure

AS_MADE = "its data are those that were recorded"
UNKNOWN = "speakers' names, numbers, sections and order were not compared: "


def compared(archive: Archive, edition: Edition) -> tuple[tuple[Failure, ...], str]:
    """(where the data are not those of the recorded edition, what is said of the comparison).

    A file does not say whose edition it is, nor whether a refresh replaced it: of all that are
    recorded of its day the one counts that is most like it.
    """
    rows = [
        row for row in archive.editions(revisions=True) if row.day.isoformat() == edition["day"]
    ]
    found: list[tuple[Recorded, list[Different]]] = []
    for row in sorted(rows, key=lambda row: not row.current):
        different = list(differences(edition, archive.edition(row.day, row.reader, row.revision)))
        if not different:
            return (), AS_MADE if row.current else _replaced(row, rows)
        found.append((row, different))
    if not found:
        return (), f"{UNKNOWN}no edition of {edition['day']} is recorded here"
    nearest, different = min(found, key=lambda one: len(one[1]))
    return tuple(_failure(one, nearest) for one in different), "its data are not those recorded"


def _replaced(row: Recorded, rows: list[Recorded]) -> str:
    last = max(other.revision for other in rows if other.reader == row.reader)
    return f"{AS_MADE} before the day was made anew (revision {row.revision} of {last})"


def _failure(one: Different, row: Recorded) -> Failure:
    of = f" for {row.reader}" if row.reader else ""
    has = "nothing" if one.there is None else repr(one.there)
    return Failure("", one.where, one.here or "", f"the edition recorded{of} has {has}")
