"""With which sentences a story is told. All news is invented."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefing import telling
from briefing.draft import Draft
from briefing.model import Article, Scored, Sentence, Story
from briefing.select import Budget
from briefing.standing.behind import turned
from briefing.telling import Material
from briefing.text.sentences import sentences
from tests.builders import article
from tests.test_pipeline import DAY


def test_openings_end_though_what_is_chosen_is_always_of_another_report(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def first(text: str, name: str) -> Sentence:
        return sentences(article(text, title="Ferry sinks off Dunmere", id=name))[0]

    aside = first("It rained on the market.", "aside")
    openings = tuple(Scored(first("The ferry sank.", name), 1.0) for name in "ab")
    tried: list[int] = []

    def chosen(material: Material, room: object, day: object) -> tuple[Sentence, ...]:
        tried.append(len(material.openings))
        return (aside,)

    monkeypatch.setattr(telling, "chosen_once", chosen)
    assert telling.borne(Material((), openings), Budget.of(words=60), DAY) == ()
    assert tried == [2, 1]


def _turned(text: str) -> bool:
    of = sentences(article(text))
    return bool(turned([of]))


def test_an_opening_whose_claim_the_next_narrated_lines_deny_is_turned() -> None:
    said = (
        "Ada Quill said all four towns want the dam.\n\n“All of them. They told me,” she said.\n\n"
    )
    assert _turned(said + "According to the towns, however, none of them was asked.")
    assert _turned(said + "The gate is shut. But the towns never met her.")
    assert not _turned(said + "But the towns have not met yet.")
    assert not _turned(said + "“However, none of them came,” Piet Oberlin said.")
    assert not _turned(said + "But she also denied that she had built any of the gates.")
    assert not _turned("The dam opened on Monday.\n\nBut the towns never met.")


def test_what_has_been_so_before_a_turn_only_sets_it_up() -> None:
    has = "Ada Quill has called on the guild to give in."
    assert _turned(f"{has}\n\nThe problem is that nobody knows what she wants.")
    assert not _turned(f"{has}\n\nThe guild met on Monday.")
    assert not _turned("Ada Quill has called on the guild on Monday.\n\nBut nobody came.")
    assert not _turned("The dam has been closed, Ada Quill said.\n\nBut nobody came.")


# --- what the whole choice does: each rule is seen in what a story is told with -------------


OTHERWISE = (
    " Bakers gave out bread along the road, a reporter saw, and children sang to a drum." * 9
)
PLAINLY = " Clerks said that the gates were shut, officials reported, and nobody was there." * 9


def told(*reports: Article) -> tuple[str, ...]:
    draft = Draft(Story("s", reports), "News", "new", DAY.date, (), reports)
    return tuple(s.text for s in telling.choose(draft, DAY, ()).chosen)


def wrote(outlet: str, hour: int, title: str, text: str) -> Article:
    when = datetime(2026, 1, 15, hour, tzinfo=UTC)
    return article(text, title=title, outlet=outlet, at=when, id=f"{outlet}-{hour}")


AHEAD = wrote(
    "Gazette",
    5,
    "Harn dam talks to be held in Dunmere",
    "Mayor Ada Quill said on Wednesday that she would join the Harn dam talks set for Thursday.",
)
DONE = wrote(
    "Post",
    16,
    "Harn dam talks end in Dunmere",
    "Towns on the Harn agreed on a plan for the dam in talks in Dunmere on Thursday.",
)


def test_a_story_opens_with_the_act_of_the_later_day() -> None:
    assert told(AHEAD, DONE)[0] == DONE.text
    assert told(AHEAD) == (AHEAD.text,)


def test_a_scene_gives_way_to_a_report_that_can_open() -> None:
    mood = "The old inn at Dunmere was buzzing with guests of the guild on Wednesday."
    scene = wrote(
        "Gazette", 9, "Guild and friends hopeful about Mayor Quill in Dunmere", mood + PLAINLY
    )
    walk = "Hundreds walked over the Harn bridge in the rain on Thursday to ask for new bells."
    walked = wrote(
        "Post", 9, "Hundreds ask for new bells: a loud crowd in the capital", walk + OTHERWISE
    )
    assert told(scene) == ()
    assert told(scene, walked)[0] == walk


def test_what_three_outlets_report_is_told_though_no_opening_names_a_day_or_an_act() -> None:
    titles = ("Harn dam talks open in Dunmere", "Dunmere: Harn dam talks", "Harn dam talks begin")
    text = "Mayors are in Dunmere for talks about the Harn dam"
    reports = [
        wrote(outlet, 9 + n, title, f"{text}, with {guest} among them.")
        for n, (outlet, title, guest) in enumerate(
            zip(("Gazette", "Post", "Herald"), titles, ("Quill", "Varga", "Roe"), strict=True)
        )
    ]
    assert told(*reports)
    assert told(reports[0]) == ()


def test_a_teaser_is_not_told() -> None:
    dated = "Towns on the Harn agreed on a plan for the dam on Thursday."
    teaser = "But Mayor Ada Quill tells a very different story of the 12 gates."
    plain = "The plan for the dam has 12 gates, Mayor Ada Quill said."
    for second, shown in ((teaser, False), (plain, True)):
        report = wrote(
            "Post", 9, "Towns on the Harn agree on a plan for the dam", f"{dated} {second}"
        )
        assert (second in told(report)) is shown


def test_the_first_sentence_stands_before_a_second_that_dates_it() -> None:
    title = "Towns on the Harn charge four captains over the dam"
    first = "Towns on the Harn are charging four captains who rowed at night against the dam."
    second = "In a paper read on Thursday, clerks said Piet Oberlin led the captains to the dam."
    assert told(wrote("Post", 9, title, f"{first} {second}{PLAINLY}")) == (first, second)
    leaning = (
        "They did so in Arden on Thursday, when Piet Oberlin read captains at the dam nine pages."
    )
    assert told(wrote("Post", 9, title, f"{first} {leaning}{PLAINLY}")) == (first, leaning)
    scene = "Ada Quill knows how to sing for the best effect in any inn by the sea."
    assert told(wrote("Post", 9, title, f"{scene} {leaning}{PLAINLY}")) == ()


def test_what_cannot_stand_alone_breaks_no_row_of_sentences() -> None:
    title = "Towns on the Harn agree on a plan for the dam"
    first = "Towns on the Harn agreed on a plan for the dam on Thursday."
    speech = "“We have waited nine years for a gate that keeps our cellars dry,” Ada Quill said."
    behind = "Captain Piet Oberlin of Lenk refused to sign and asked a court to stop the builders."
    leaning = "She told the towns of Arden in a letter that they would pay for it."
    assert told(wrote("Post", 9, title, f"{first}\n\n{speech}\n\n{behind}")) == (first, behind)
    assert told(wrote("Post", 9, title, f"{first}\n\n{speech} {leaning} {behind}")) == (
        first,
        behind,
    )
    for idle in ("It is a good plan.", "The dam will be a truly gorgeous sight."):
        assert told(wrote("Post", 9, title, f"{first} {idle} {behind}")) == (first, behind)
    leaning = "Captain Piet Oberlin of Lenk scoffed and spoke at length on that pledge in court."
    assert told(wrote("Post", 9, title, f"{first}\n\n{speech}\n\n{leaning}")) == (first,)


def test_behind_a_scene_the_first_dated_sentence_tells_the_news() -> None:
    title = "Clerks: Harn dam let in seepage for nine years"
    scene = (
        "You would not hang your coat here.\n\nA wall as wet as a well, and nobody at the pumps. "
        "A lamp, left to swing over the Harn."
    )
    news = (
        "A report read in Dunmere on Thursday told how the Harn dam had let in seepage since clerks "
        "began to count."
    )
    assert told(wrote("Post", 9, title, f"{scene}\n\n{news}{PLAINLY}")) == (news,)
    other = "Ada Quill came to the council of Dunmere on Thursday and sang two old songs."
    assert told(wrote("Post", 9, title, f"{scene}\n\n{other}{PLAINLY}")) == ()


def test_the_note_of_a_blog_is_no_story_alone() -> None:
    text = "Towns on the Harn agreed on a plan for the dam on Thursday."
    assert told(wrote("Post", 9, "Towns on the Harn agree on a plan for the dam", text)) == (text,)
    assert told(wrote("Post", 9, "Towns on the Harn agreed on a plan for...", text)) == ()
    assert told(wrote("Post", 9, "Towns on the river agree on a plan for the...", text)) == (text,)


def test_the_second_sentence_of_a_notice_follows_its_first_though_it_names_nobody() -> None:
    title, first = "Guild of Dunmere accused of theft", "Turmoil engulfed the guild of Dunmere."
    second = "Keepers are said to have taken looms, and officials warn of more."
    assert told(wrote("Post", 9, title, f"{first} {second}")) == (first, second)
    idle = "It is an old town of weavers."
    assert told(wrote("Post", 9, title, f"{first} {idle}")) == (first,)


def test_a_title_and_the_notice_that_completes_it_are_told() -> None:
    title = "Council votes to scrap the mayor's toll on boats in a rare rebuke of the town hall"
    dek = "The tally, 19-11, was among the first times the council has confronted Ada Quill."
    assert told(wrote("Post", 9, title, dek)) == (dek,)


AGREED = "Dunmere and Arden agreed to a set of principles in talks about the Harn on Thursday."
CLOSED = "Arden closed the Lorne canal for drills as its envoys met Dunmere in talks on Thursday."


def test_of_notices_of_many_outlets_another_act_is_told_as_well() -> None:
    reports = [
        wrote("Gazette", 9, "Dunmere and Arden agree on principles for the Harn", AGREED),
        wrote("Herald", 10, "Arden closes the Lorne canal for drills", CLOSED),
        wrote("Courier", 11, "Lorne canal closed by Arden", "Arden has shut the Lorne canal, in talks."),
        wrote("Post", 12, "Principles agreed in Harn talks of Dunmere and Arden", AGREED[:-1] + ", they said."),
    ]  # fmt: skip
    assert len(told(*reports)) == 2
    assert len(told(reports[0], reports[1], reports[3])) == 1  # one outlet has the other act
