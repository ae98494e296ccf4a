"""What a line may stand for: reports that say when, or that plainly tell what happened."""

from __future__ import annotations

import pytest

from briefing.standing.news import (
    in_brief,
    is_news,
    is_news_in_brief,
    tells_no_act,
    tells_plainly,
)
from tests.builders import article

PLAIN = (
    "The harbour office of Dunmere will close two of its three gates, said the harbour master, Ines "
    "Marr. The gates are too old to repair, officials reported, and nobody sells parts for them. "
    "Ships will have to wait outside, according to the office. Fishermen said they would sail from "
    "Velmar. The mayor told the council that a new gate would cost nine million crowns. "
)
MUSING = (
    "Gates are simply how a harbour breathes, and perhaps nobody ever hears them. Even so, the old "
    "iron rather sings, always a little flat, and sailors hardly hear it anymore. So the water goes "
    "on, indeed as it always has, under the gates of Dunmere, said a sailor. "
)


def piece(text: str, title: str) -> bool:
    return is_news_in_brief(article(text * 3, title=title))


def test_a_report_is_told_in_a_line_though_it_names_no_day() -> None:
    assert piece(PLAIN, "Dunmere harbour closes two gates")


def test_a_headline_of_several_sentences_is_a_features() -> None:
    feature = "Dunmere's gates are rusting. Nobody sells the parts."
    assert not piece(PLAIN, feature)
    assert not piece("On Monday the gates closed. " + PLAIN, feature)
    assert piece(PLAIN, "'The gates are rusting. Nobody sells the parts': harbour shuts them")
    assert piece(PLAIN, "Sen. Marr says U.S. harbour gates are rusting")
    assert piece(PLAIN, "Marr Directs U.S. Attorneys to Look Into Rust")


@pytest.mark.parametrize(("start", "told"), [("", False), ("On Monday the gates closed. ", True)])
def test_what_leans_to_argue_must_name_a_day(start: str, told: bool) -> None:
    text = start + MUSING
    assert is_news(article(text * 3, title="The gates of Dunmere"))
    assert piece(text, "The gates of Dunmere") is told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("As winter nears, Dunmere and Velmar shut their gates", False),
        ("Six years into the great repair, Dunmere harbour still rusts", False),
        ("Dunmere's Gates Have Become a Museum of Rust", False),
        ("Report: Dunmere's gates have become a danger to ships", True),
        ("Two years after repair, Dunmere shuts its gates", True),
        ("Two years after repair, Dunmere's gates still rust", False),
        ("'No more rust': Two years after repair, captains focus on paint", False),
        ("Rust could drive ships from Dunmere harbour", False),
        ("Harbour master says rust could drive ships from Dunmere", True),
        ("Study finds that rust could close Dunmere harbour", True),
        ("Dunmere shuts its gates as winter nears", True),
        ("Shut out: As gates rust, captains go elsewhere", False),
        ("Dunmere's ports are losing their ships", False),
        ("Report: Dunmere's ports are losing their ships", True),
        ("Dunmere shuts harbour gates that are losing their paint", True),
        ("There's a cheaper way to build gates", False),
        ("Dunmere's gates and the politics of rust", False),
        ("She Keeps the Gates, and Dunmere Sleeps", False),
        ("The hidden price of Dunmere's new gates", False),
        ("Dunmere grapples with rust in the harbour", False),
        ("As the harbour frets, Dunmere finds a new quay", False),
        ("Much of Dunmere's trade has come to a halt", False),
        ("Much of Dunmere is against new gates, poll finds", True),
        ("The next harbour crisis: a collapse of the gates", False),
        ("The Lantern: Rust may cost the mayor her seat", False),
        ("Anger grows over the gates: A Closer Look", False),
        ("The do’s and don’ts of Dunmere's new gates", False),
        ("End Delays in Repairing Harbour Gates", False),
        ("End of repairs opens Dunmere's gates", True),
    ],
)
def test_a_scene_and_a_guess_of_nobodys_are_no_news(title: str, told: bool) -> None:
    assert piece("On Monday the gates closed. " + PLAIN, title) is told


@pytest.mark.parametrize(
    "title",
    [
        "Dunmere Is Wrong About Its Gates",
        "Dunmere fails to mend its gates",
        "Dunmere loves its rusty gates, actually",
        "Council seizes gates in bizarre sale",
    ],
)
def test_a_headline_that_judges_tells_no_line(title: str) -> None:
    text = ("On Monday the gates closed. " + PLAIN) * 3
    judging, plain = (article(text, title=t) for t in (title, "Dunmere closes two gates"))
    assert in_brief([judging], alone=True) == ()
    assert in_brief([judging, plain], alone=True) == (plain,)
    assert in_brief([judging, plain], alone=False) == (plain,)
    assert in_brief([judging], alone=False) == (judging,)


GOES_ON = (
    "It is a hard time for the harbour, with its old gates and the rust on them. Fewer ships come "
    "every winter, and the quays are empty for months, while the crews look for work inland, where "
    "they find little, and their children leave the town for good as soon as they can. The "
    "chandler's shop by the quay is shut, and so is the inn next door. "
    "Nothing of this is new to Dunmere, said a captain, according to whom rust was always there. "
    "A clerk told him so, and officials said the same, he added. "
)


@pytest.mark.parametrize(
    ("start", "title", "told"),
    [
        ("", "Dunmere harbour closes two gates", False),
        ("", "Poll: Dunmere would rather close its gates", True),
        ("", "Harbour master arrested over two rusty gates", True),
        ("The council has closed two gates. ", "Dunmere harbour closes two gates", True),
        ("The office said two gates are shut. ", "Dunmere harbour closes two gates", True),
        ("A Monday meeting is about gates. ", "Dunmere harbour closes two gates", True),
        ("Dunmere closed two gates on Monday. ", "Dunmere to close two gates", False),
    ],
)
def test_first_words_tell_who_says_it_or_the_act_as_done(
    start: str, title: str, told: bool
) -> None:
    assert piece(start + GOES_ON, title) is told


def test_a_day_late_in_what_leans_to_argue_is_not_enough() -> None:
    late = "It is a hard time for the harbour and the old gates at the mouth of it. " * 5
    start, tail = late + "On Monday a gate closed. ", "So it is, a captain said. " * 2
    assert is_news(article(start + MUSING + tail, title="Dunmere keeps its gates"))
    assert not piece(start + MUSING + tail, "Dunmere keeps its gates")
    assert piece(start + PLAIN, "Dunmere keeps its gates")


def test_a_text_of_another_piece_tells_no_line() -> None:
    assert not piece("On Monday the gates closed. " + PLAIN, "Oberlin adopts strict helmet rules")
    assert is_news_in_brief(article("On Monday it was made law.", title="Velmar adopts helmets"))


SCENE = "On Monday Ada Quill was at sea with her crew, a captain said. " * 16


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("", "The mayor has tightened helmet rules for pilots.", False),  # far below, and not all
        ("", "The mayor has tightened strict helmet rules for pilots at sea in Oberlin.", True),
        ("On Monday pilots got new rules. ", "So has it the mayor.", True),
        ("The sea was calm on Monday. ", "The rules of the mayor are tightened.", False),
    ],
)
def test_a_line_is_borne_out_where_its_text_opens(start: str, end: str, told: bool) -> None:
    title = "Oberlin mayor tightens strict helmet rules for pilots"
    assert piece(f"{start}{SCENE}\n\n{end}", title) is told


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (PLAIN, True),
        (
            "The gates of Dunmere are old, said the harbour master, Ines Marr. " + PLAIN,
            False,
        ),  # no act
        ("The harbour of Dunmere shut two of its gates. " + PLAIN, False),  # who says so?
        ("The harbour of Dunmere has closed two of its gates. " + PLAIN, True),
        ("The harbour of Dunmere may have closed two of its gates. " + PLAIN, False),
        ("It will close two of them, said the harbour master, Ines Marr. " + PLAIN, False),
        (MUSING, False),
    ],
)
def test_without_a_day_the_first_sentence_tells_an_act_and_who_says_so(
    text: str, plain: bool
) -> None:
    assert tells_plainly(article(text * 3, title="Dunmere harbour closes two gates")) is plain


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ('Council Praises "Moderate" Harbour Master', False),
        ('Mayor says harbour master is "moderate"', True),
        ("Mayor unlikely to shut harbour gates", False),
        ("Officials say mayor likely to shut harbour gates", True),
        ("Threat to harbour gates mostly hype", False),
        ("Council praises “moderate and wise” harbour master", True),
    ],
)
def test_a_mark_on_one_word_and_a_guess_of_the_outlets_are_no_line(title: str, told: bool) -> None:
    assert piece("On Monday the council met. " + PLAIN, title) is told


def test_a_title_that_a_feed_has_cut_is_no_line() -> None:
    assert not piece(PLAIN, "Dunmere harbour closes two gates and the council...")


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("Dunmere shuts its mill", "The works by the weir had lost its last orders.", True),
        ("Dunmere, after the mill", "The council shut the works on Tuesday.", True),
        ("Officials say the mill is safe", "A wall of it leans over the weir.", True),
        ("The keepers of the weir", "Engineers explore what lives under the wheel.", False),
        ("Weaving a Town", "As you know, I love a good loom.", False),
        ("Dunmere's carnival has a new sound", "Drums and viral hits are changing it.", False),
    ],
)
def test_a_notice_is_a_line_if_its_headline_tells_an_act_or_it_names_a_day(
    title: str, text: str, told: bool
) -> None:
    assert is_news_in_brief(article(text, title=title)) is told


@pytest.mark.parametrize(
    ("title", "text", "theme"),
    [
        ("The weir in a new light", "For the weavers the water is more than a neighbour.", True),
        ("Former keeper on the future of the weir", "What challenges remain for the mill?", True),
        ("The weir in a new light", "The council has shut the weir.", False),
        ("The weir in a new light", "A lamp will hang there from Tuesday.", False),
        ("The weir is safe, officials say", "A wall of it leans over the mill.", False),
        ("Dunmere shuts its mill", "A wall of it leans over the weir.", False),
        ("The weir in a new light", PLAIN * 3, False),
    ],
)
def test_a_notice_that_tells_no_act_is_no_report(title: str, text: str, theme: bool) -> None:
    assert tells_no_act(article(text, title=title)) is theme


def test_what_some_say_is_no_line() -> None:
    assert not piece(PLAIN, "Dunmere closed two gates, but some say they were rusting")


def test_what_has_been_done_is_not_told_plainly_where_the_title_tells_something_else() -> None:
    text = ("The harbour of Dunmere has closed two of its gates. " + PLAIN) * 3
    assert tells_plainly(article(text, title="Harbour of Dunmere closes two gates"))
    assert not tells_plainly(article(text, title="Forty boats lie idle in Dunmere"))
