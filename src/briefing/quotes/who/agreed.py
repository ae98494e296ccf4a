"""One name and one role for a speaker, wherever an edition quotes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.model import Voice
from briefing.quotes.who import offices


def agreed(stories: Iterable[Sequence[Voice]]) -> list[tuple[Voice, ...]]:
    """The voices of each story; who speaks in several bears the fullest name and best role."""
    given = [tuple(voices) for voices in stories]
    same: dict[str, list[Voice]] = {}
    for voice in (v for voices in given for v in voices):
        if voice.speaker:
            same.setdefault(voice.speaker.id, []).append(voice)
    return [
        tuple(_as_one(v, same[v.speaker.id]) if v.speaker else v for v in voices)
        for voices in given
    ]


def _as_one(voice: Voice, same: Sequence[Voice]) -> Voice:
    name = max((v.label for v in same), key=lambda label: len(label.split()))
    return replace(voice, label=name, role=offices.best(v.role for v in same))
