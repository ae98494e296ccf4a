"""What has been found while an article is read: its quotes so far, and who spoke last."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.model import Span


@dataclass(slots=True)
class QuoteDraft:
    """A quote in the making."""

    contents: list[Span]
    cue: Span | None
    speaker: Span | None
    paragraph: int
    quoted: bool  # whether its last piece is a quoted stretch
    open: bool = False  # whether that stretch goes on in the next paragraph


@dataclass(slots=True)
class SoFar:
    """What has been read so far, and who spoke in the last sentence."""

    text: str
    drafts: list[QuoteDraft] = field(default_factory=list)
    speaker: Span | None = None
    cue: Span | None = None
    paragraph: int = -9
    latest: QuoteDraft | None = None  # what that speaker was quoted with, if anything
    # The last that nobody claims, and how many of its stretches are new.
    alone: tuple[QuoteDraft, int] | None = None
    announces: bool = False  # whether that sentence ends with a colon
