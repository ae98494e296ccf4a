from __future__ import annotations

import pytest

from briefing.model import Sentence, Span
from briefing.press.datelines import body, uncredited, without_dateline
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
        "ARDEN: ",
        "NEW ARDEN / DUNMERE: ",
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
        "CWO: The dam broke on Monday.",
        "WATCH: The dam broke on Monday.",
        "ARDEN EXCLUSIVE: The dam broke on Monday.",
        "EDITOR’S NOTE: The dam broke on Monday.",
        "Arden: The dam broke on Monday.",
    ],
)
def test_other_openings_stay(text: str) -> None:
    assert shown(text) == text


def test_a_town_before_a_colon_is_one_only_where_a_report_begins() -> None:
    told = "ARDEN: The dam broke on Monday."
    for above in ("", "• Two gates burst\n\n• Board calls it an accident.\n\n", "Dam breaks\n\n"):
        text = above + told
        whole = Sentence(article(text), 0, Span(len(above), len(text)), 0)
        assert body(whole).text == "The dam broke on Monday."
    text = f"It rained.\n\n{told}"
    assert body(Sentence(article(text), 1, Span(12, len(text)), 1)).text == told
    assert without_dateline(told + "x" * 3_000) == told[7:] + "x" * 3_000


def test_who_speaks_in_a_transcript_is_no_town() -> None:
    text = "QUILL: The dam broke on Monday.\n\nMARR: Did it?"
    assert without_dateline(text) == text


def test_what_an_agency_passes_on_is_compared_without_the_outlet_that_it_names() -> None:
    assert uncredited("[Harbour Radio] Arden -- The dam broke.") == "The dam broke."
    assert uncredited("ARDEN (AP) — The dam broke.") == "ARDEN (AP) — The dam broke."


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
