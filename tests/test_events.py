"""A report tells what happened and when; what explains, lists or asks is told from its title."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.press.events import (
    asks,
    explains,
    names_near,
    only_asks,
    reports,
    stated,
    surveys,
    tells_event,
    without_kicker,
)
from briefing.standing.news import kind
from tests.builders import article

DETAILS = (
    " The harbour office keeps a record of all ships that enter the strait, and of the pilots."
)
LATE = DETAILS * 8
HAPPENED = (
    "The ferry Tern ran aground in the strait on Wednesday with sixty people on board." + LATE
)


def test_a_report_says_when_it_happened():
    assert tells_event(article(HAPPENED, title="Ferry runs aground in the strait"))


@pytest.mark.parametrize(
    "title",
    [
        "Why ferries sail in fog",
        "Fog in the strait: what we know",
        "Is the ferry safe?",
        "Seven things the voyage recorder shows",
        "Fact check: No, the captain was not asleep",
        "Factcheck: Grim figures on ferries and fog",
        "The problem with our ferries",
        "Keeping watch in the era of fog",
        "The Ferry Debate: free passage or a toll",
        "The story behind the new ferries",
        "These pilots learnt to sail in fog",
        "Here's how pilots are trained",
        "5 key pilots to watch as the council meets",
        "Ferry myths to watch out for in the council's debate",
        "From deckhand to captain: the making of Ada Quill",
        "In praise of fog",
        "The long, sad history of the strait's ferries",
        "The race of the two ferries needs context",
        "Sorry, but ferries do not sail in fog",
        "WHO IS TO BLAME FOR THE FERRY",
        "Who is to blame for the ferry",
        "No, the ferry is not safe",
        "Yes: close the strait",
        "Stop blaming the pilots",
        "The hidden downside of the open gate",
    ],
)
def test_what_asks_explains_or_lists_is_no_report(title: str):
    title = title.replace("Seven", "7")
    assert not tells_event(article(HAPPENED, title=title))


@pytest.mark.parametrize(
    "title",
    [
        "Captain: 'We should have turned back'",
        "7 people injured as ferry runs aground",
        "Hundreds come to watch as tugs free the ferry",
        "WHO declares emergency over fever on ferry",
        "WHO Sends Doctors to Ferry",
        "IS fighters seize ferry",
        "I-95 bridge collapses on ferry",
        "World War I bomb found on ferry",
        "Storm drives ferry ashore near Dun-i-Sarif",
        "Ferry Our Lady of Velmar runs aground",
        "No survivors found on ferry Tern",
        "No charges for captain of ferry",
        "Stop-work order halts ferry yard",
        "F.B.I. searches ferry in the strait",
        "Ferry owner owes millions, I.R.S. finds",
    ],
)
def test_quoted_words_and_the_number_of_people_do_not_make_a_guide(title: str):
    assert tells_event(article(HAPPENED, title=title))


def test_a_desk_that_checks_facts_reports_no_event():
    assert not tells_event(article(HAPPENED, title="Claims on ferry", outlet="Wire Fact Check"))


SAID = (
    " The captain said so in a statement, and harbour officials said that nobody was hurt."
    " A spokesman told reporters that tugs come at noon."
)


def test_a_desk_that_checks_facts_may_plainly_report_one():
    plain = article(HAPPENED + 3 * SAID, title="Tugs free ferry", outlet="Wire Fact Check")
    assert tells_event(plain)


def test_a_question_behind_what_it_tells_is_no_sign_against_a_plain_report():
    report = article(HAPPENED + 3 * SAID, title="Ferry aground in the strait; what comes next?")
    assert not explains(report)
    assert asks(report)
    assert explains(replace(report, title="What comes next for the ferry?"))
    assert explains(replace(report, text=HAPPENED))


def test_a_portrait_has_no_day():
    portrait = "Ada Quill has sailed the strait since she was nine, and she fears no fog." + LATE
    assert not tells_event(article(portrait, title="The pilot who fears no fog"))


@pytest.mark.parametrize(
    "text",
    [
        "The ferry ran aground on Wednesday.",
        "The ferry sails again this week.",
        "The ferry sails again on May 3.",
        "The ferry is safe, according to the harbour office.",
        "The ferry is to be sold, the Post has learned.",
        "Aerial photos show a ferry on the shoal.",
        "The captain is to leave, several people with the harbour office tell the Post.",
    ],
)
def test_a_passage_reports_that_says_when_or_who_says_so(text: str):
    assert reports(text)
    assert not reports("Ferries may sail in fog, and pilots fear no shoal.")
    assert not reports("The pilots have learned their trade from people who never tell lies.")


def test_what_is_called_by_a_name_says_nothing():
    assert reports("The mayor called the ferry a danger.")
    assert not reports("Pilots founded a charity called Tern for the so-called orphans of the fog.")


def test_an_old_day_is_no_news():
    essay = "On 3 March 1911 the first steam ferry crossed the strait, and a crowd cheered." + LATE
    assert not tells_event(article(essay, title="A century of ferries in the strait"))


def test_a_short_notice_and_another_language_pass():
    assert tells_event(article("The strait is closed.", title="Strait closed"))


def test_junk_is_read_quickly():
    assert not tells_event(article("(" * 900 + " a" * 50_000, title="'" * 100_000))


def test_what_only_lacks_a_day_explains_nothing():
    undated = article("A ferry ran aground in the strait." + LATE, title="Ferry runs aground")
    assert not tells_event(undated)
    assert not explains(undated)


@pytest.mark.parametrize(
    "title",
    [
        "Fog puts ferry pilots in a bind",
        "New council faces its first test",
        "Ferry fares may backfire",
        "Old harbour at a crossroads, experts say",
        "Strike looms over the strait",
        "Fares keep rising",
        "Pilots sometimes sail blind",
        "Ferry that never came still haunting Dunmere",
        "Ten years later, Dunmere waits",
        "Dunmere: Scrap the ferry law",
        "Mayor makes false claims about the ferry",
        "6 heartwarming stories of the strait",
    ],
)
def test_how_things_stand_is_no_event(title: str) -> None:
    assert explains(article(HAPPENED, title=title))


@pytest.mark.parametrize(
    "title",
    [
        "Ferry pilots walk out as strike looms",
        "Fog may be poisonous, court says",
        "Quill says ‘often is not always’",
        "Mayor gives Dunmere: a ferry for the strait",
    ],
)
def test_what_happened_beside_it_is_one(title: str) -> None:
    assert not explains(article(HAPPENED, title=title))


SAID = (
    "Mayor Ada Quill said that the pilots told her so. She added that officials had announced it. "
)


def test_a_title_that_tells_by_whom_something_was_done_is_a_plain_reports() -> None:
    title = "The keeper who built a gate wins the vote"
    assert not explains(article(HAPPENED + 4 * SAID, title=title))
    assert explains(article(HAPPENED.replace(" on Wednesday", ""), title=title))
    assert explains(article(HAPPENED + 4 * SAID, title="The keeper who built a gate"))


@pytest.mark.parametrize("when", ["this morning", "last night", "yesterday evening", "overnight"])
def test_an_hour_of_the_day_is_at_hand(when: str) -> None:
    assert names_near(f"The gate was shut {when}.", date(2026, 1, 15))


@pytest.mark.parametrize(
    "title",
    [
        "Ferry still standing on the shoal after tugs pull at it",
        "Half of the ferries may be leaking",
        "Ferries should stay in port for a week",
        "Quill: Ferry should have been warned of fog",
    ],
)
def test_a_plain_report_may_be_headed_by_how_things_stand(title: str) -> None:
    assert not explains(article(HAPPENED + 4 * SAID, title=title))
    assert explains(article(HAPPENED, title=title))
    undated = HAPPENED.replace(" on Wednesday", "") + 4 * SAID
    assert explains(article(undated, title=title))
    assert explains(article(HAPPENED + 4 * SAID, title=f"Why {title}"))


@pytest.mark.parametrize(
    "title",
    [
        "Quill: 'I don't believe that our ferries are old'",
        "Pilots shout ‘Row Harder,’ ‘Keep Your Oars",
    ],
)
def test_words_in_single_quotes_may_have_an_apostrophe_or_no_end(title: str) -> None:
    assert not explains(article(HAPPENED, title=title))
    assert explains(article(HAPPENED, title=title.replace("'I", "I").replace("‘Keep", "Keep")))


@pytest.mark.parametrize(
    "title",
    [
        "Quill tells pilots: Don't wait for tugs",
        "Harbour office urges: Keep your boats ashore",
        "We must give the strait a second lock, says leaked report",
        "Ferries should stay in port, harbour office says",
    ],
)
def test_words_that_a_title_gives_to_somebody_are_not_its_own(title: str) -> None:
    assert not explains(article(HAPPENED, title=title))


@pytest.mark.parametrize(
    "title",
    [
        "Ferries: Keep them ashore",
        "What pilots tell us: Stay ashore",
        "We should heed the pilots, the strait and the fog",
        "Why ferries sail in fog, says Quill",
        "Our mayor says: Row home",
    ],
)
def test_the_words_around_them_are(title: str) -> None:
    assert explains(article(HAPPENED, title=title))


def test_whom_a_survey_asked_says_it() -> None:
    for opening in (
        "Gazette Research surveyed 4,708 adults in Velmar.",
        "Most adults trust ferries, says a poll Gazette Research conducted.",
        "A majority (64%) of adults surveyed trust ferries.",
    ):
        assert surveys(article(opening)), opening
    assert not surveys(article("The harbour office surveyed the shoal at 64% of its length."))


@pytest.mark.parametrize(
    "title",
    ["Why the dam leaked", "How the Harn got so deep", "Is the dam safe?", "Mapping the leaks"],
)
def test_a_feeds_summary_explains_by_its_title_alone(title: str) -> None:
    assert explains(article("The dam has leaked since March.", title=title))


def test_a_summary_in_another_language_is_not_judged_by_english_words() -> None:
    foreign = replace(article("Der Damm ist dicht.", title="Was hat who gesagt?"), language="de")
    assert not explains(foreign)
    assert not asks(foreign)


def test_a_question_behind_a_statement_is_no_question_of_a_dated_report() -> None:
    title = "Dunmere Votes on Its Mill: Should It Stay Or Should It Go?"
    report = "Dunmere votes on Thursday on its mill, officials said, and the mayor told them why. "
    plain = report * 12
    assert not only_asks(article(plain, title=title))
    assert not explains(article(plain, title=title))
    assert only_asks(article(plain.replace("on Thursday ", ""), title=title))
    assert only_asks(article(plain, title="Should the Mill Stay?"))
    assert asks(article(plain, title=title))  # no line is told by it


def test_a_question_of_a_few_words_before_a_statement_is_none_either() -> None:
    plain = "The council voted on Thursday to leave the gate open, said Ada Quill, the mayor. " * 8
    title = "Gate in Trouble? Council of Dunmere Puts Off Vote"
    assert without_kicker(title) == stated(title) == "Council of Dunmere Puts Off Vote"
    assert kind(article(plain, title=title)) == "report"
    assert not only_asks(article(plain, title=title))
    for asking in (
        "Why the gate? Council of Dunmere puts off vote",
        "What next? Council of Dunmere puts off vote",
        "Gate in trouble? Perhaps not",
    ):
        assert without_kicker(asking) == asking
