from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.ingest import furniture
from briefing.ingest.plaintext import article, without_boilerplate
from briefing.model import Article
from tests.builders import source

NOW = datetime(2026, 1, 15, 9, 0, tzinfo=UTC)
FIRST = "LUNDE, Norland – The dam on the river opened on Friday, and thousands came to watch it."
SECOND = "“We waited ten years for this,” said the mayor, Ilse Marr, who had asked for a delay."
BODY = f"{FIRST}\n\n{SECOND}"


def read(text: str, name: str = "", **told: str) -> Article:
    return article(text, name=name, source=source(), retrieved=NOW, **told)


def test_the_first_line_is_the_title_and_the_rest_the_text() -> None:
    found = read(f"Dam opens after ten years of quarrel\n\n\n{BODY}\n")
    assert found.title == "Dam opens after ten years of quarrel"
    assert found.text == BODY
    assert (found.published, found.dated) == (NOW, False)


def test_a_junk_tail_goes_and_nothing_else() -> None:
    tail = """Subscribe to our newsletter
        Sign up here to get the latest news and offers delivered directly to your inbox.
        Notify of
        Inline Feedbacks
        View all comments
        Please share your thoughts below."""
    found = read(f"Dam opens after ten years\n\n{BODY}\n\n{tail}")
    assert found.text == BODY


@pytest.mark.parametrize(
    "credit",
    [
        "— AP",
        "(Reuters)",
        "Additional reporting by The Associated Press",
        "AP Food Writer Lena Orr in Lunde contributed to this report.",
    ],
)
def test_the_credit_of_an_agency_stays_also_where_others_repeat_it(credit: str) -> None:
    tail = "Sign up here to get the latest news delivered to your inbox."
    texts = [
        f"{title}\n\n{BODY}\n\n{title}.\n\n{credit}\n\n{tail}" for title in ("Dam", "Sea", "Ice")
    ]
    found = without_boilerplate([read(text) for text in texts])
    assert [one.text.split("\n\n")[-1] for one in found] == [credit] * 3


def test_other_credits_and_dashes_are_furniture_or_news() -> None:
    assert furniture.is_furniture("Ann Lee contributed to this report.")
    assert furniture.is_furniture("Reporting by Ann Lee in Lunde")
    assert not furniture.credits_agency("The dam opened on Friday, the mayor told Reuters.")
    assert not furniture.credits_agency("Harrisburg, Pa.")


def test_a_head_of_links_goes() -> None:
    found = read(f"Menu\nSport\nWeather\nMarr opens the dam at Lunde\nBy Ann Lee\n\n{BODY}")
    assert found.title == "Marr opens the dam at Lunde"
    assert found.authors == ("Ann Lee",)
    assert found.text == BODY


def test_links_between_paragraphs_go() -> None:
    assert read(f"Dam opens now\n\n{FIRST}\n\nRead more: Dam costs rise\n\n{SECOND}").text == BODY


def test_readers_comments_are_not_the_article() -> None:
    long = "\n\n".join([FIRST, SECOND] * 4)
    comments = "\n".join(f"I think that the dam is a bad idea, number {i}." for i in range(90))
    assert read(f"Dam opens now\n\n{long}\n\n90 comments\n{comments}").text == long


def test_front_matter_says_what_the_text_does_not() -> None:
    found = read(
        '---\ntitle: "Dam opens"\nsource: The Post\ndate: 2026-01-14\nauthor: Ann Lee and Bo Roe\n'
        f"url: https://post.example/dam?utm_source=x\nlayout: wide\n---\n{BODY}"
    )
    assert (found.title, found.source.name, found.url) == (
        "Dam opens",
        "The Post",
        "https://post.example/dam",
    )
    assert found.published == datetime(2026, 1, 14, 12, 0, tzinfo=UTC)
    assert found.dated
    assert found.authors == ("Ann Lee", "Bo Roe")
    assert found.text == BODY


def test_front_matter_without_fences_ends_at_the_first_other_line() -> None:
    found = read(f"Title: Dam opens\nDate: 2026-01-14\n\n{BODY}")
    assert (found.title, found.published.day, found.text) == ("Dam opens", 14, BODY)


def test_a_text_that_begins_with_a_rule_has_no_front_matter() -> None:
    assert (
        "A line: it ends." in read(f"---\n{BODY}\nA line: it ends. It goes on for some words.").text
    )


def test_markdown_keeps_the_words() -> None:
    text = f"# Dam *opens*\n\n**{FIRST}** See [the plan](https://a.example/x).\n\n> {SECOND}"
    found = read(text, name="dam.md")
    assert found.title == "Dam opens"
    assert found.text == f"{FIRST} See the plan.\n\n{SECOND}"


@pytest.mark.parametrize(
    "line", ["January 14, 2026", "Published: 14 January 2026 | 10:30", "2026-01-14"]
)
def test_a_line_that_is_a_date_dates_the_article(line: str) -> None:
    found = read(f"Dam opens after ten years\n{line}\n\n{BODY}")
    assert (found.dated, found.published.date().isoformat()) == (True, "2026-01-14")
    assert found.text == BODY


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("14 January 2026, 21:40", "21:40"),
        ("Published: January 14, 2026 at 9.05 pm", "21:05"),
        ("14 January 2026 12:20 am", "00:20"),
        ("2026-01-14 21:40", "21:40"),
        ("2026-01-14T21:40:00Z", "21:40"),
        ("14 January 2026, 21:40 EST", "12:00"),
        ("14 January 2026, 29:40", "12:00"),
        ("14 January 2026", "12:00"),
    ],
)
def test_the_time_behind_a_date_counts_where_it_is_plain(line: str, time: str) -> None:
    found = read(f"Dam opens after ten years\n{line}\n\n{BODY}")
    assert f"{found.published:%Y-%m-%d %H:%M}" == f"2026-01-14 {time}"


@pytest.mark.parametrize(
    "line",
    [
        "Halden, 14 January 2026", "HALDEN, 14 January 2026 (Agency)", "14.01.2026",
        "Stand: 14. 1. 2026", "Mittwoch, 14. Januar 2026", "Halden, den 14. Januar 2026",
        "14 de enero de 2026", "2026/01/14", "14th January 2026", "January 14th, 2026",
        "14/01/2026", "01/14/2026", "By Ann Berg, 14 January 2026", "By Ann Berg | 14 January 2026",
        "Ann Berg | 14 January 2026", "Published 14 January 2026 | Updated 15 January 2026",
        "Press release 14 January 2026", "14.01.2026, 12:00 Uhr", "Wed 14 Jan 2026 12.00 GMT",
    ],
)  # fmt: skip
def test_a_line_that_holds_little_but_a_date_dates_the_article(line: str) -> None:
    found = read(f"Dam opens after ten years\n{line}\n\n{BODY}")
    assert (found.published, found.dated) == (datetime(2026, 1, 14, 12, tzinfo=UTC), True)
    assert (found.title, found.text) == ("Dam opens after ten years", BODY)


@pytest.mark.parametrize(
    "line",
    ["03/01/2026", "The dam was closed on 14 January 2020", "Rumour of 14.01.2026", "14.01.26"],
)
def test_no_day_is_guessed_or_taken_out_of_running_text(line: str) -> None:
    assert not read(f"Dam opens after ten years\n{line}\n\n{BODY}").dated


def test_a_name_before_a_date_is_the_author_where_the_line_says_so() -> None:
    by, other = (
        read(f"Dam opens after ten years\n{name} | 14 January 2026\n\n{BODY}").authors
        for name in ("By Ann Berg and Bo Roe", "Lunde")
    )
    assert (by, other) == (("Ann Berg", "Bo Roe"), ())


@pytest.mark.parametrize("line", ["Halden, 14 January 2026, 8:00", "14/01/2026", "03/01/2026"])
def test_a_headline_of_two_words_stands_above_its_date(line: str) -> None:
    assert read(f"Ausgangssperre aufgehoben\n{line}\n\n{BODY}").title == "Ausgangssperre aufgehoben"


def test_a_headline_that_ends_with_a_day_is_one_and_dates_nothing() -> None:
    found = read(f"Ferry Sinks, 14 January 2020\n\n{BODY}")
    assert (found.title, found.dated) == ("Ferry Sinks, 14 January 2020", False)


def test_a_date_to_come_is_not_believed() -> None:
    assert not read(f"date: 2027-01-14\n\n{BODY}").dated


def test_wrapped_lines_are_joined_once() -> None:
    text = (
        "The dam on the river Lunde was opened on Friday by the\n"
        "minister, who praised the builders and all who had come\n"
        "to see the water fall.\n\n"
        "The mayor of the town was not among them, because she\n"
        "was ill, her office said.\n"
    )
    assert read(text).text.split("\n\n")[1] == (
        "The mayor of the town was not among them, because she was ill, her office said."
    )


def test_a_text_without_sentences_stays_whole() -> None:
    assert read("Results of the race\nBell 3:01\nVoss 3:04\nMarr 3:09").text == (
        "Bell 3:01\n\nVoss 3:04\n\nMarr 3:09"
    )


def test_without_a_title_the_file_lends_its_name() -> None:
    assert read(BODY, name="/tmp/dam_opens-late.txt").title == "dam opens late"


def test_characters_that_nobody_sees_are_gone_and_accents_are_one_letter() -> None:
    found = read(
        "The cafe\u0301 opened\x00 in Lunde\u200b today, and many came to see it.\r\nIt is good."
    )
    assert found.text.startswith("The café opened in Lunde today")


@pytest.mark.parametrize("nothing", ["", " \n\n ", "---\n---", "***"])
def test_no_words_are_an_error(nothing: str) -> None:
    with pytest.raises(InputError, match="holds no words"):
        read(nothing, name="a.txt")


def test_what_three_articles_of_a_source_repeat_is_boilerplate() -> None:
    motto = "The Gazette is printed in Lunde by its readers for its readers."
    articles = [read(f"{FIRST} It was day {i}.\n\n{motto}", name=f"{i}.txt") for i in range(3)]
    cleaned = without_boilerplate(articles)
    assert [motto in one.text for one in articles] == [True] * 3
    assert [one.text for one in cleaned] == [f"{FIRST} It was day {i}." for i in range(3)]
    assert [one.id for one in cleaned] == [one.id for one in articles]
    assert without_boilerplate(articles[:2]) == tuple(articles[:2])


@pytest.mark.parametrize(
    "line",
    ["Read more: Dam costs rise", "Follow us on Twitter", "© 2026 Gazette. All rights reserved.",
     "Photo: Ann Lee / Gazette", "Sign up for our newsletter", "Advertisement", "12 comments",
     "(Reporting by Ann Lee; editing by Bo Roe)", "https://gazette.example/dam", "Lire aussi",
     "Click here to subscribe to the Gazette", "Share this article"],
)  # fmt: skip
def test_furniture_is_known(line: str) -> None:
    assert furniture.is_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["JUST WATCHED Dam opens: 'It holds' Replay More Videos ... MUST WATCH Dam opens: 'It holds' 01:25",
     "JUST WATCHED Who built the dam? Replay More Videos ...",
     "MUST WATCH Dam opens 02:18",
     "CLOSE The mayor of Lunde explains how the dam will hold. HARBOUR NEWS",
     "Photos: The dam Photos: The dam " + "Guests cheer at the gate on Friday. Hide Caption 1 of 2 "
     * 20 + "Photos: The dam The mayor smiles. Hide Caption 2 of 2"],
)  # fmt: skip
def test_a_player_or_a_gallery_is_furniture_however_long(line: str) -> None:
    assert furniture.is_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["CLOSE CALL AT THE LUNDE DAM AS A GATE GIVES WAY", "CLOSE Vote In Lunde", "Close the dam now.",
     "MUST WATCH the river for ten years, the court told the owners."],
)  # fmt: skip
def test_what_only_begins_like_a_player_is_none(line: str) -> None:
    assert not furniture.is_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["Related charges were dropped on Friday, the court said, because no witness came forward.",
     "“Read it again,” the judge said.", "Facebook took the page down.",
     "Comments by the mayor angered the council on Friday.",
     "Updated figures from the ministry show that exports rose by a tenth in the last quarter.",
     "More than 40 people died.", "He said: “I would email to her at once.”",
     "The bank will sign the treaty.", FIRST],
)  # fmt: skip
def test_news_is_not_furniture(line: str) -> None:
    assert not furniture.is_furniture(line)


@given(st.text(max_size=300))
def test_any_text_is_an_article_or_an_input_error(text: str) -> None:
    try:
        found = read(text)
    except InputError:
        return
    assert found.text.strip() == found.text != ""
    assert "\n\n\n" not in found.text


@pytest.mark.parametrize(
    "junk", ["[" * 100_000, "follow " * 15_000, "© " * 50_000, "monday" * 20_000]
)
def test_junk_is_an_article_too(junk: str) -> None:
    assert furniture.weight(junk) <= 6
    assert read("a " + junk).text
