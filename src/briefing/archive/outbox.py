"""The outbox: what is to be delivered, and what became of it. A row is never sent twice by itself.

    queued -> sending -> sent | retry | failed | unknown        retry -> sending -> ...

`sending` is on the disk before the first word to a server, the outcome after its last: a row that
a dead process left in `sending` is uncertain, and becomes `unknown`.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from briefing.archive import times
from briefing.archive.database import Database, Row
from briefing.errors import UsageError

State = Literal["queued", "sending", "sent", "retry", "failed", "unknown"]
Occasion = Literal["queued", "empty", "held"]

_COLUMNS = (
    "day, edition, revision, reader, way, recipient, turn, notice, state, attempts, queued, due,"
    " deadline, changed, answer"
)


@dataclass(frozen=True, slots=True)
class Letter:
    """Something to be delivered: an edition, or the words of a notice."""

    day: date
    edition: str
    revision: int
    reader: str
    way: str
    recipient: str
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A row of the outbox."""

    key: int
    letter: Letter
    turn: int
    state: State
    attempts: int
    queued: datetime
    due: datetime
    deadline: datetime
    changed: datetime
    answer: str


class Outbox:
    """The part of the archive that holds deliveries."""

    database: Database

    def enqueue(
        self,
        letters: Iterable[Letter],
        *,
        at: datetime,
        deadline: datetime,
        again: bool = False,
        occasions: Iterable[tuple[date, str, Occasion]] = (),
    ) -> tuple[int, ...]:
        """The keys of the new rows. What is there already is not queued again, unless `again`.

        `occasions` (day, reader, outcome) are kept in the same transaction.
        """
        keys: list[int] = []
        with self.database.transaction():
            for letter in letters:
                turn = self._last_turn(letter)
                if turn == 0 or again:
                    keys.append(self._enqueue(letter, turn + 1, at, deadline))
            for day, reader, outcome in occasions:
                self._occasion(day, reader, outcome, at)
        return tuple(keys)

    def _last_turn(self, letter: Letter) -> int:
        (turn,) = self.database.row(
            "SELECT coalesce(max(turn), 0) FROM delivery"
            " WHERE (day, edition, way, recipient) = (?, ?, ?, ?)",
            (letter.day.isoformat(), letter.edition, letter.way, letter.recipient),
        ) or (0,)
        return int(turn)

    def _enqueue(self, letter: Letter, turn: int, at: datetime, deadline: datetime) -> int:
        now = times.written(at)
        return self.database.insert(
            f"INSERT INTO delivery ({_COLUMNS})"  # noqa: S608 (names of columns)
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'queued', 0, ?, ?, ?, ?, '')",
            (
                letter.day.isoformat(),
                letter.edition,
                letter.revision,
                letter.reader,
                letter.way,
                letter.recipient,
                turn,
                letter.notice,
                now,
                now,
                times.written(deadline),
                now,
            ),
        )

    def deliveries(self, *states: State) -> tuple[Delivery, ...]:
        """The rows of these states (of all where none is named), oldest first."""
        rows = self.database.rows(f"SELECT key, {_COLUMNS} FROM delivery ORDER BY key")  # noqa: S608
        found = (_delivery(row) for row in rows)
        return tuple(one for one in found if not states or one.state in states)

    def due(self, now: datetime) -> tuple[Delivery, ...]:
        """What is to be sent now, or given up because its deadline has passed; oldest first."""
        rows = self.database.rows(
            f"SELECT key, {_COLUMNS} FROM delivery WHERE state IN ('queued', 'retry')"  # noqa: S608
            " AND due <= ? ORDER BY key",
            (times.written(now),),
        )
        return tuple(_delivery(row) for row in rows)

    def start(self, key: int, at: datetime) -> None:
        """Say that the row is about to be sent; on the disk when this returns."""
        self.database.rows(
            "UPDATE delivery SET state = 'sending', attempts = attempts + 1, changed = ?"
            " WHERE key = ? AND state IN ('queued', 'retry')",
            (times.written(at), key),
        )

    def settle(
        self, key: int, state: State, answer: str, *, at: datetime, due: datetime | None = None
    ) -> None:
        """Say what became of the row; `due` is when it is tried again."""
        self.database.rows(
            "UPDATE delivery SET state = ?, answer = ?, changed = ?, due = coalesce(?, due)"
            " WHERE key = ?",
            (state, answer, times.written(at), due and times.written(due), key),
        )

    def requeue(self, key: int, *, at: datetime, deadline: datetime) -> None:
        """Let the row be sent once more, now."""
        now = times.written(at)
        self.database.rows(
            "UPDATE delivery SET state = 'queued', due = ?, changed = ?, deadline = ?"
            " WHERE key = ?",
            (now, now, times.written(deadline), key),
        )

    def recover(self, at: datetime) -> int:
        """Rows that a dead process was sending become `unknown`; how many. Only for the one
        sender: nobody else may be sending."""
        with self.database.transaction():
            (number,) = self.database.row(
                "SELECT count(*) FROM delivery WHERE state = 'sending'"
            ) or (0,)
            self.database.rows(
                "UPDATE delivery SET state = 'unknown', changed = ?, answer ="
                " 'the program ended while it was sending' WHERE state = 'sending'",
                (times.written(at),),
            )
        return int(number)

    def delivery(self, key: int) -> Delivery:
        """The entry under that key; raises UsageError where there is none."""
        found = self.database.row(
            f"SELECT key, {_COLUMNS} FROM delivery WHERE key = ?",  # noqa: S608
            (key,),
        )
        if found is None:
            raise UsageError(f"the outbox has no entry {key}: briefing outbox list")
        return _delivery(found)

    # --- occasions --------------------------------------------------------------------

    def _occasion(self, day: date, reader: str, outcome: Occasion, at: datetime) -> None:
        self.database.rows(
            "INSERT OR REPLACE INTO occasion (day, reader, outcome, at) VALUES (?, ?, ?, ?)",
            (day.isoformat(), reader, outcome, times.written(at)),
        )

    def occasions(self, day: date) -> dict[str, Occasion]:
        """What became of the edition of `day`, by reader."""
        rows = self.database.rows(
            "SELECT reader, outcome FROM occasion WHERE day = ? ORDER BY reader",
            (day.isoformat(),),
        )
        return dict(rows)

    # --- addresses that get nothing ---------------------------------------------------

    def suppress(self, address: str, reason: str, at: datetime) -> bool:
        """Send nothing to `address` any more; False where that was so before."""
        if address.lower() in self.suppressed():
            return False
        self.database.rows(
            "INSERT INTO suppressed (address, since, reason) VALUES (?, ?, ?)",
            (address.lower(), times.written(at), reason),
        )
        return True

    def resume(self, address: str) -> bool:
        """Send to `address` again; False where nothing stood against it."""
        if address.lower() not in self.suppressed():
            return False
        self.database.rows("DELETE FROM suppressed WHERE address = ?", (address.lower(),))
        return True

    def suppressed(self) -> dict[str, str]:
        """Why an address gets nothing, by address in lower case."""
        rows = self.database.rows("SELECT address, reason FROM suppressed ORDER BY address")
        return dict(rows)

    # --- runs, reports, secrets -------------------------------------------------------

    def remember_run(self, kind: str, at: datetime, outcome: str) -> None:
        """Of each kind of run only the last is kept."""
        self.database.rows(
            "INSERT OR REPLACE INTO run (kind, at, outcome) VALUES (?, ?, ?)",
            (kind, times.written(at), outcome),
        )

    def last_run(self, kind: str) -> tuple[datetime, str] | None:
        """When a run of that kind ended last, and how; None where none has."""
        found = self.database.row("SELECT at, outcome FROM run WHERE kind = ?", (kind,))
        return (times.read(found[0]), found[1]) if found else None

    def reported(self) -> dict[str, datetime]:
        """Since when each trouble lasts that the owner was told of."""
        rows = self.database.rows("SELECT what, since FROM reported ORDER BY what")
        return {what: times.read(since) for what, since in rows}

    def set_reported(self, what: str, since: datetime) -> None:
        """Remembers that the owner was told of a trouble that lasts since then."""
        self.database.rows(
            "INSERT OR REPLACE INTO reported (what, since) VALUES (?, ?)",
            (what, times.written(since)),
        )

    def secret(self, name: str) -> str:
        """A random text that only this archive knows, the same each time."""
        self.database.rows(
            "INSERT OR IGNORE INTO secret (name, value) VALUES (?, ?)",
            (name, secrets.token_hex(32)),
        )
        (value,) = self.database.row("SELECT value FROM secret WHERE name = ?", (name,)) or ("",)
        return str(value)


def _delivery(row: Row) -> Delivery:
    key, day, edition, revision, reader, way, recipient, turn, notice, state, attempts = row[:11]
    queued, due, deadline, changed = map(times.read, row[11:15])
    return Delivery(
        key=key,
        letter=Letter(date.fromisoformat(day), edition, revision, reader, way, recipient, notice),
        turn=turn,
        state=state,
        attempts=attempts,
        queued=queued,
        due=due,
        deadline=deadline,
        changed=changed,
        answer=row[15],
    )
