from __future__ import annotations

import pytest

from briefing.model import Sentence, Span
from briefing.press.datelines import body
from tests.builders import article


def shown(text: str) -> str:
    return body(Sentence(article(text), 0, Span(0, len(text)), 0)).text


@pytest.mark.parametrize(
    "dateline",
    [
        "ARDEN (AP) — ",
        "ARDEN, Oct. 3 -- ",
        "NEW ARDEN, Calder (Reuters) - ",
        "ARDEN — ",
        "ARDEN—",
        "Arden (CNN) ",
        "(Reuters) - ",
        "(Port Quill, Calder) – ",
        "ARDEN ",
        "May 18 (UPI) -- ",
        "[Harbour Radio] Arden -- ",
        "[Calder Bank (CB)] ",
        "PORT QUILL, Calder, May 3, 2024 (Xinhua) -- ",
        "ARDEN and PORT QUILL (Reuters) - ",
        "PORT QUILL, Calder | ",
    ],
)
def test_a_dateline_is_not_shown(dateline: str) -> None:
    assert shown(dateline + "The dam broke on Monday.") == "The dam broke on Monday."


@pytest.mark.parametrize(
    "text",
    [
        "The dam broke on Monday.",
        "The Calder Water Office (CWO) President Ada Quill resigned.",
        "CWO — the water office — said no.",
        "H5N1 - a bird flu - spread.",
        "U.S. engineers left Arden.",
        "JUST WATCHED A short history of the dam",
        "READ More on the dam",
        "[The] dam broke on Monday.",
        "CWO | The dam broke on Monday.",
    ],
)
def test_other_openings_stay(text: str) -> None:
    assert shown(text) == text


def test_a_quotation_may_follow_the_dateline() -> None:
    assert shown("ARDEN — “We saw it,” Ada Quill said.") == "“We saw it,” Ada Quill said."


def test_the_body_is_a_slice_and_keeps_its_place() -> None:
    text = "ARDEN (AP) — The dam broke."
    sentence = Sentence(article(text), 4, Span(0, len(text)), 2)
    found = body(sentence)
    assert (found.index, found.paragraph, found.span) == (4, 2, Span(13, len(text)))


@pytest.mark.parametrize("junk", ["A", "AA ", "(AP", "AB, Cd ", "(", " ", "— "])
def test_junk_of_any_length_stays_as_it_is(junk: str) -> None:
    text = junk * (100_000 // len(junk))
    assert shown(text).endswith(text[-50:])


def test_a_title_that_runs_into_the_first_sentence_is_not_shown() -> None:
    title = "Arden’s bridge closes for repairs"
    text = "Arden's bridge closes for repairs The old bridge over the Quill closed on Monday."
    whole = Sentence(article(text, title=title), 0, Span(0, len(text)), 0)
    assert body(whole).text == "The old bridge over the Quill closed on Monday."
    for other in ("Arden's bridge closes for repairs on Monday, said the council of the town.",):
        assert body(Sentence(article(other, title=title), 0, Span(0, len(other)), 0)).text == other
