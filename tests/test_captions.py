"""A photo's caption, or a line above the text, is no part of what a report puts first."""

from __future__ import annotations

import pytest

from briefing.press.captions import opening

REPORT = "DUNMERE (AP) — The harbour closed on Monday."
SMILING = (
    "FILE - Mayor Ines Marr smiles at the gate on July 4. It is old. (AP Photo/Piet Oberlin, File)"
)


@pytest.mark.parametrize(
    "captions",
    [
        f"{SMILING}\n\n",
        f"{SMILING}\n\n{SMILING}\n\n",
        "The gate at Dunmere, seen from the water. (Ines Marr/Reuters)\n\n",
        "Sailors wait at the gate. (Lea Sunde/Pool Photo via AP)\n",
        "Sailors wait at the gate. | Lea Sunde/Getty Images\n",
        "Sailors wait at the gate. (Lea Sunde, Dunmere Post via AP)\n",
    ],
)
def test_captions_at_the_start_are_left_out(captions: str) -> None:
    assert opening(captions + REPORT, 100) == REPORT


LONG = "DUNMERE (AP) — The harbour closed on Monday, and ships wait outside the gate."


@pytest.mark.parametrize(
    "above",
    [
        "Harbour closes\n\n",
        "• Forty ships wait outside.\n\n• Divers look for a wreck\n\n",
        "Harbour closes\n\n• Forty ships wait outside.\n",
        "Piet Oberlin\n\nDUNMERE POST\n\n",
        "Ships have to wait while divers look for what blocks the sea gate\n\n",
        "Listen to article 3:20 Share Tweet\n\nHarbour closes\n\n" + SMILING + "\n\n",
        SMILING + "\n\nHarbour closes\n\n",
        "Harbour closes\n \n\n",
    ],
)
def test_lines_that_end_without_a_stop_stand_above_the_report(above: str) -> None:
    assert opening(above + LONG, 100) == LONG


@pytest.mark.parametrize(
    "text",
    [
        f"Harbour closes\n{LONG}",  # wrapped, perhaps
        f"The harbour is closed.\n\n{LONG}",
        f"The ships wait for\n\nthe divers of {LONG}",  # a sentence that a link parts
        "The harbour\n\nThe gate\n\nThe ships",
        "“The gate has to open”\n\n" + LONG,
    ],
)
def test_other_lines_belong_to_the_report(text: str) -> None:
    assert opening(text, 300) == text


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "The harbour (in Dunmere) closed.\n\nA photo showed the gate. (AP Photo/Piet Oberlin)",
        "DUNMERE (Post/AP) — The harbour closed on Monday.",
        "DUNMERE (AP/Dunmere Post) -- The harbour closed on Monday.",
        "Mayor Marr told Reuters on Monday that the harbour would close.",
        "",
    ],
)
def test_a_report_begins_at_its_start(text: str) -> None:
    assert opening(text, 200) == text


def test_a_long_line_with_a_day_and_an_act_is_a_paragraph_that_lost_its_stop() -> None:
    lead = "Nine towns on the river agreed on Friday to open the gates of the harbour to all boats"
    lead += " that carry grain, after a night of talks in which no town would be the first to sign"
    assert opening(f"{lead}\n\n{REPORT}", 7) == "Nine to"
    undated = lead.replace(" on Friday", "")
    report = REPORT.replace("Monday.", "Monday, and no ship may pass its gates.")
    assert opening(f"{undated}\n\n{report}", 7) == "DUNMERE"


def test_what_a_column_is_stands_above_it() -> None:
    assert opening(f"A daily roundup of harbour news.\n\n{REPORT}", 7) == REPORT[:7]


def test_so_many_characters_are_counted_behind_the_captions() -> None:
    assert opening(f"{SMILING}\n\n{REPORT}", 7) == "DUNMERE"


@pytest.mark.parametrize(
    "junk",
    [
        "(Photo " * 50_000,
        "a/AP" * 50_000,
        "x" * 200_000,
        "|A" * 80_000,
        "A\n\n" * 50_000,
        "A" + " " * 200_000,
    ],
)
def test_junk_takes_no_time(junk: str) -> None:
    assert junk.startswith(opening(junk, 700))


@pytest.mark.parametrize(
    "appeal",
    [
        "Are you in Dunmere? Send us your photos, but please stay safe.",
        "Does the shut gate affect you? We want to hear your stories.",
        "Get breaking news alerts and special reports.",
    ],
)
def test_an_appeal_to_readers_is_no_opening(appeal: str) -> None:
    report = "The gate of Dunmere was shut on Monday, said its mayor, Ada Quill."
    assert opening(f"{appeal}\n\n{report}\n\nIt is old.", 66) == report
    assert opening(f"{report}\n\n{appeal}\n\nIt is old.", 66) == report
