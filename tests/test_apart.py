"""What a crisis joined to a story and tells of something else stands apart again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from briefing.cluster import apart
from briefing.model import Article, Copy, Story
from briefing.settings import ClusterSettings
from briefing.text.background import background
from briefing.text.words import content_stems
from tests.builders import MORNING, article


def piece(outlet: str, title: str, text: str, hours: int = 0) -> Article:
    at = MORNING + timedelta(hours=hours)
    return article(text, title=title, outlet=outlet, id=outlet.lower(), at=at)


FINE = piece(
    "Gazette",
    "Governor fines tavern owners who open during the fever",
    "Governor Ines Marr signed a rule on Monday that lets sheriffs fine tavern owners in Dunmere "
    "who open during the fever. The fine is 500 crowns, said her office.",
)
AGAIN = piece(
    "Post",
    "Dunmere tavern owners face fines under new fever rule",
    "Tavern owners in Dunmere who open during the fever face a fine of 500 crowns under a rule "
    "that Governor Ines Marr signed on Monday. Sheriffs will check the taverns.",
    1,
)
BALLOT = piece(
    "Courier",
    "Western counties vote by letter this spring",
    "Clerks in Velmar said on Monday that most ballots came by letter, as the fever kept voters "
    "from the polls. Turnout doubled, postmen carried sacks through the snow, and the count took "
    "nine days. Parliament may print more envelopes.",
    2,
)
COLUMN = piece(
    "Opinion Herald",
    "Why Marr should not fine tavern owners in Dunmere",
    "We should ask why Governor Ines Marr wants to fine tavern owners in Dunmere. The fever rule "
    "with its fine of 500 crowns is a mistake.",
    3,
)
ESSAY = piece(
    "Opinion Mirror",
    "What loneliness tells us about ourselves",
    "We have never been so alone. The fever shows why our lives must change: neighbours who sang "
    "on balconies now bake bread by candlelight, and children write letters to grandparents.",
    4,
)


def parts(*articles: Article, settings: ClusterSettings | None = None) -> list[list[str]]:
    whole = Story(id="s", articles=articles, follows=frozenset({"earlier"}))
    found = apart(whole, background(), background(), settings or ClusterSettings())
    return [[a.id for a in s.articles] for s in found]


def test_reports_of_one_event_stay_together() -> None:
    assert parts(FINE, AGAIN) == [["gazette", "post"]]


def test_a_report_of_another_event_stands_apart() -> None:
    assert parts(FINE, AGAIN, BALLOT) == [["gazette", "post"], ["courier"]]


def test_a_title_over_another_text_joins_nothing() -> None:
    mistaken = replace(BALLOT, title=FINE.title, text=3 * BALLOT.text.replace("fever", "frost"))
    assert parts(FINE, AGAIN, mistaken) == [["gazette", "post"], ["courier"]]


def test_a_name_alone_makes_no_story() -> None:
    """Two notices that share a minister's name and nothing that was done."""
    visit = piece(
        "Ledger",
        "Ines Marr holds talks with shipowners in Velmar",
        "Governor Ines Marr and the shipowners of Velmar discussed harbour dues.",
    )
    budget = piece(
        "Mirror",
        "Chaos over savings hits Ines Marr",
        "Governor Ines Marr lost a second vote on spending.",
        1,
    )
    assert parts(visit, budget) == [["ledger"], ["mirror"]]


def test_a_column_stays_with_its_event_and_an_essay_on_the_theme_does_not() -> None:
    found = parts(FINE, AGAIN, COLUMN, ESSAY)
    assert found == [["gazette", "post", "opinion herald"], ["opinion mirror"]]


def test_a_topic_holds_many_events() -> None:
    wide = ClusterSettings(granularity="topic")
    assert parts(FINE, AGAIN, BALLOT, settings=wide) == [["gazette", "post", "courier"]]


def test_columns_alone_are_left_as_they_are() -> None:
    assert parts(COLUMN, ESSAY) == [["opinion herald", "opinion mirror"]]


def test_copies_go_with_their_origin_and_one_part_follows_the_earlier_story() -> None:
    reprint = replace(BALLOT, id="reprint", published=MORNING + timedelta(hours=5))
    whole = Story(
        id="s",
        articles=(FINE, AGAIN, BALLOT, reprint),
        copies=(Copy(reprint, BALLOT, 1.0),),
        follows=frozenset({"earlier"}),
    )
    first, second = apart(whole, background(), background(), ClusterSettings())
    assert [a.id for a in second.articles] == ["courier", "reprint"]
    assert second.copies == whole.copies
    assert (first.follows, second.follows) == (frozenset({"earlier"}), frozenset())


def test_a_report_of_another_day_must_be_more_alike_to_stay() -> None:
    guild = piece(
        "Ledger",
        "Guild of Velmar calls for open doors",
        "The guild of keepers in Velmar called on Monday for open doors while the fever lasts. "
        "Its head Ada Stone said that letters to Governor Marr had brought nothing.",
        3,
    )
    later = replace(guild, published=guild.published + timedelta(days=1))
    assert parts(FINE, AGAIN, guild) == [["gazette", "post", "ledger"]]
    assert parts(FINE, AGAIN, later) == [["gazette", "post"], ["ledger"]]


def test_reports_that_share_only_what_stands_behind_their_news_are_two() -> None:
    behind = (
        " Governor Ines Marr signed a rule that lets sheriffs fine tavern owners in Dunmere who "
        "open during the fever, and the fine is 500 crowns, said her office, as sheriffs check."
    ) * 3
    first = piece("Ledger", "Postmen strike", "Postmen went on strike for boots in Anselm. " * 25)
    second = piece("Mirror", "Choir sings", "A choir of sailors sang hymns by the quay. " * 25, 1)
    longer = [replace(a, text=a.text[:1000] + behind) for a in (first, second)]
    assert parts(*longer) == [["ledger"], ["mirror"]]


def test_the_names_that_all_the_news_has_tie_nothing() -> None:
    """A month after the death of Piet Oberlin in Dunmere every report names both."""
    court = piece(
        "Gazette",
        "Court sets bail for constable charged over Oberlin",
        "A judge set bail on Monday for the constable who is charged with the death of Piet "
        "Oberlin in Dunmere. The hearing took nine minutes.",
    )
    song = piece(
        "Post",
        "Oberlin's sister sings at a vigil",
        "Thousands lit candles on Monday and heard a hymn by the sister of Piet Oberlin, whose "
        "death in Dunmere the constable filmed. Bakers gave bread.",
        1,
    )
    whole = Story(id="s", articles=(court, song))
    settings = ClusterSettings()
    everywhere = content_stems("Piet Oberlin death Dunmere constable")
    common = background().with_themes(dict.fromkeys(everywhere, 80), 100)
    assert len(apart(whole, background(), background(), settings)) == 1
    assert len(apart(whole, background(), common, settings)) == 2
