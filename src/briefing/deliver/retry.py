"""When a delivery is tried again: later and later, never after its deadline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from briefing.settings import DeliverySettings

JITTER = 0.25  # of the pause: those that failed together do not come back together


def next_attempt(
    attempts: int,
    now: datetime,
    deadline: datetime,
    settings: DeliverySettings,
    chance: Callable[[], float],
) -> datetime | None:
    """When to try again after so many attempts; None where that would be too late.

    `chance` gives a number from 0 to 1.
    """
    pause = min(settings.longest_pause, settings.first_pause * 2.0 ** min(attempts - 1, 30))
    due = now + timedelta(seconds=pause * (1 + JITTER * (2 * chance() - 1)))
    return due if due < deadline else None
