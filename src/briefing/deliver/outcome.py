"""What became of one delivery."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Result = Literal["sent", "retry", "failed", "unknown"]

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
LONGEST = 500  # characters of an answer that are kept


@dataclass(frozen=True, slots=True)
class Outcome:
    """`answer` is what the other side said, in its words. `refused` is an address that does not
    exist (5.1.x): nothing more is to be sent there. `lasting`: the other deliveries on this way
    would fare alike, so this round need not try them."""

    result: Result
    answer: str
    refused: bool = False
    lasting: bool = False


def told(answer: object) -> str:
    """An answer in one line without control characters: it is shown in a terminal."""
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else str(answer)
    return _CONTROL.sub(" ", text).strip()[:LONGEST]
