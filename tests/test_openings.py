"""Which first sentence of a report tells its news by itself. All news is invented."""

from __future__ import annotations

import pytest

from briefing import compose
from briefing.model import Article, Sentence
from briefing.standing.acts import names_day
from briefing.standing.behind import dated_next
from briefing.standing.news import is_news, opens_plainly
from briefing.standing.openings import completes, is_event, is_sure
from briefing.text.background import background
from briefing.text.sentences import sentences
from tests.builders import article

DETAIL = (
    " The hearing room was full, as it rarely is. No case of the year has been watched as"
    " closely, and the ruling took ten minutes. The judges said that a license is no gift, and"
    " that the state must treat all mills alike. The mill's owners wept. Outside, drummers played,"
    " and the day ended as it had begun, with a march along the river. Nobody knows how the works"
    " will pay for it, or why the plan was never put to a vote. The mayor was not there, and the"
    " accounts were not asked for on the day. It takes eleven years, by the owners' own count,"
    " to earn what the weir and its new gates have cost."
)


def opening(title: str, text: str) -> Sentence:
    return sentences(article(text, title=title))[0]


@pytest.mark.parametrize(
    ("title", "text", "tells"),
    [
        # names the day
        ("Mill shuts", "The old mill at Dunmere was shut on Tuesday. Forty people worked in it.", True),
        # tells the act in the words of the title
        ("Dunmere shuts its mill", "Dunmere has shut its old mill. Forty people worked there.", True),
        # the act that the title names
        ("The end of an era: Oda Renn of Dunmere, weaver of sails, dies at 93",
         "Oda Renn, who led the guild, died after a fall. Forty people learnt from her.", True),
        # what was so before
        ("Dunmere shuts its mill", "Dunmere had just shut its mill. Forty people worked there.",
         False),
        # a scene, in other words than the title's
        ("Dunmere shuts its mill", "Fog hung over the weir for hours. Forty people worked there.", False),
    ],
)  # fmt: skip
def test_an_event_has_a_day_or_the_act_of_its_title(title: str, text: str, tells: bool) -> None:
    long = text + DETAIL
    assert is_event(opening(title, long), background()) is tells


def test_a_day_of_long_ago_opens_nothing() -> None:
    title = "A guild looks back"
    text = (
        "Oda Renn was new in office when she planned a hearing on the Sept. 11 attacks in Dunmere."
    )
    assert not is_event(opening(title, text + DETAIL), background())
    assert not is_event(
        opening(title, "The mill was new on May 3. It stands." + DETAIL), background()
    )
    assert is_event(
        opening(title, "The mill is new since Monday. It stands." + DETAIL), background()
    )


def test_a_report_that_tells_plainly_who_says_so_may_open() -> None:
    title = "Broken bells buried in Dunmere, guild report says"
    text = (
        "Keepers of Dunmere may have buried nine broken bells, according to a report of the guild."
    )
    said = (
        " Officials said that the bells were found, a spokesman told the council, which asked why."
        * 8
    )
    first = opening(title, text + said)
    assert not names_day(first.text)
    assert is_event(first, background())
    assert not is_event(first, background(), second=True)


def test_part_of_the_title_is_enough_for_an_act_whose_day_follows() -> None:
    title = "Dunmere shuts its mill as orders collapse and owners leave the valley"
    body = [
        sentences(article(f"Dunmere has closed its old mill. {then}{DETAIL}", title=title))
        for then in ("The gates were locked on Wednesday.", "Forty people worked there.")
    ]
    ahead = dated_next(body)
    assert ahead == {(body[0][0].article.id, 0)}
    assert is_event(body[0][0], background(), dated=True)
    assert not is_event(body[1][0], background())


@pytest.mark.parametrize(
    ("title", "text", "sure"),
    [
        (
            "Farmers furious as valley floods again: 'We were warned'",
            "Operators opened the Kestrel dam on Tuesday, which flooded three villages in the valley.",
            True,
        ),
        # the title names who acted
        ("Farmers press Quill for answers over flood",
         "Mayor Ada Quill on Sunday pledged a new dam above the valley.", True),
        # of another matter altogether
        ("Ferry strike enters third week",
         "Operators opened the Kestrel dam on Tuesday, which flooded three villages.", False),
        # no day
        ("Farmers furious as valley floods again",
         "Operators opened the Kestrel dam, which flooded three villages in the valley.", False),
        # long past
        ("Farmers furious as valley floods again",
         "Two months ago, operators opened the dam until January 20, and flooded the valley.", False),
        # asks
        ("Who let the valley drown?",
         "Operators opened the Kestrel dam on Tuesday, which flooded three villages in the valley.",
         False),
    ],
)  # fmt: skip
def test_a_dated_act_stands_though_the_headline_names_another_side_of_it(
    title: str, text: str, sure: bool
) -> None:
    assert is_sure(opening(title, text), background()) is sure


def ruling() -> Article:
    return article(
        "The regional court ruled on Tuesday that the state must license the Dunmere mill."
        + DETAIL,
        title="Regional court orders state to license Dunmere mill",
    )


def test_who_opens_with_the_act_of_the_title_reports_however_it_weighs() -> None:
    assert opens_plainly(ruling(), background())
    assert is_news(ruling())
    column = article("It was bound to happen on Tuesday." + DETAIL, title=ruling().title)
    assert not is_news(column)


def test_the_clause_of_what_is_told_heads_a_story_whose_title_tells_another_side() -> None:
    shown = opening(
        "Farmers sue over lost flocks: dam was no surprise to them",
        "Operators opened the Kestrel dam on Tuesday, drowning 400 sheep in three villages of the"
        " valley that had slept until an hour before dawn.",
    )
    title, head = compose.retold(shown.article.title, shown.article, (shown,), background())
    assert title == "Operators opened the Kestrel dam on Tuesday"
    assert head is shown.article


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Engineers closed a gate.", True),
        ("The dam may leak, engineers said.", True),
        ("A record of leaks in the dams of the north.", False),
        ("Pilots are staging a walkout at the dam.", True),
        ("This year has already seen many leaks in the dams of the north.", False),
    ],
)
def test_a_notice_tells_an_act_or_who_says_so(text: str, tells: bool) -> None:
    notice = article(text, title="Dam")
    assert is_event(sentences(notice)[0], background()) is tells


@pytest.mark.parametrize(
    ("title", "text", "completed"),
    [
        (
            "Council votes to scrap the mayor's toll on boats in a rare rebuke of town hall",
            "The tally, 19-11, was the first time the council has confronted Ada Quill.",
            True,
        ),
        # of another matter
        ("Ferry sinks off Arden", "The tally, 19-11, was the first that Ada Quill lost.", False),
        # a title that tells no act
        ("The council and its toll", "The council was first confronted in 2026, 19-11.", False),
        # no fact
        ("Council votes to scrap the toll", "For the council it is a hard time.", False),
    ],
)
def test_a_notice_completes_a_title_that_tells_an_act(
    title: str, text: str, completed: bool
) -> None:
    assert completes(opening(title, text)) is completed
    assert not completes(opening(title, text + DETAIL))  # of a whole text more is asked
