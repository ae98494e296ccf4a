"""Stories: one event, one story; look-alikes stay apart. All news is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.cluster import stories, ties
from briefing.cluster.identity import names
from briefing.model import Article, Known
from briefing.press.genre import genre
from briefing.settings import ClusterSettings
from briefing.text.background import background
from tests.builders import MORNING, article, copy

QUAKE_SELVA = [
    "Strong earthquake shakes Selva\nA magnitude 6.1 earthquake struck the Selva coast at dawn, "
    "killing nine people in the port of Mirandel. Houses collapsed along the harbour of Mirandel.",
    "Nine dead as Mirandel port collapses\nRescuers in Mirandel searched the harbour after a "
    "magnitude 6.1 earthquake hit the Selva coast. Nine people died, Selva's government said.",
]
QUAKE_TOHRAN = [
    "Earthquake kills four in Tohran hills\nA magnitude 5.4 earthquake killed four villagers near "
    "Baradesh in the Tohran hills. A school and a mosque fell in Baradesh, officials said.",
    "Tohran quake: school falls in Baradesh\nFour people died when a magnitude 5.4 earthquake "
    "shook Baradesh in the Tohran hills, where a school fell and roads were cut.",
]
TRIAL_ADLER = [
    "Banker Adler goes on trial\nThe trial of Viktor Adler, former head of Lindbank, opened in "
    "Osten. Prosecutors accuse Adler of hiding losses of Lindbank from shareholders.",
    "Lindbank chief Adler denies fraud\nViktor Adler told the court in Osten that he never hid "
    "Lindbank's losses. The trial of the former banker is to last until May.",
]
TRIAL_MORENO = [
    "Minister Moreno in court over bribes\nThe trial of Ana Moreno, once minister of roads, opened "
    "in Puerto Calma. Prosecutors say Moreno took bribes from the builder Cemextra.",
    "Moreno rejects Cemextra bribe charge\nAna Moreno told the court in Puerto Calma that Cemextra "
    "never paid her. The former minister of roads faces nine years in prison.",
]
STRIKE = [
    "Nine killed in Dravna strikes\nRockets hit flats in Dravna overnight and killed nine people, "
    "the mayor of Dravna said. Rescuers dug in the rubble on Lipova Street.",
    "Norvia hits capital with missiles\nNorvia fired missiles at the capital, Dravna. "
    "Nine people died. Flats on Lipova Street collapsed; rescuers searched the rubble.",
]
EVENTS = [QUAKE_SELVA, QUAKE_TOHRAN, TRIAL_ADLER, TRIAL_MORENO, STRIKE]
OUTLETS = ["Gazette", "Post", "Herald", "Courier"]


def report(body: str, name: str, hours: float = 0, outlet: str = "Gazette") -> Article:
    title, text = body.split("\n", 1)
    when = MORNING + timedelta(hours=hours)
    return article(text, title=title, id=name, at=when, outlet=outlet)


def reports(events: list[list[str]]) -> list[Article]:
    """Of each event each report, named after its place: "0-0", "0-1", "1-0", ..."""
    return [
        report(body, f"{e}-{n}", e + 2 * n, OUTLETS[n])
        for e, event in enumerate(events)
        for n, body in enumerate(event)
    ]


def grouped(articles: list[Article]) -> set[frozenset[str]]:
    return {frozenset(a.id for a in s.articles) for s in stories(articles, (), background())}


def test_each_event_is_one_story_and_look_alikes_stay_apart() -> None:
    expected = {frozenset({f"{e}-0", f"{e}-1"}) for e in range(len(EVENTS))}
    assert grouped(reports(EVENTS)) == expected


def test_two_reports_of_one_event_in_different_words_meet() -> None:
    assert frozenset({"0-0", "0-1"}) in grouped(reports([STRIKE, TRIAL_ADLER]))


def test_in_a_handful_of_articles_a_town_in_common_joins_nothing() -> None:
    searched = (
        "Police search council offices over letter\nPolice searched the offices of Calderford’s "
        "county council on Saturday for a letter. Officers carried out boxes. "
        "“We have been given forty folders,” the prosecutor, Nora Finch, said."
    )
    sentenced = (
        "Six years for Tom Harding\nTom Harding, who ran Calderford for eleven years, must go to "
        "prison for six, a court ruled on Saturday. Judge Helen Brace read for forty "
        "minutes. His brother-in-law, Miles Garnett, who owned the firm, got two years."
    )
    burned = (
        "Fire destroys furniture warehouse in Norwick\nA fire destroyed a warehouse in Norwick in "
        "the night to Saturday. Firemen fought the flames of the furniture warehouse."
    )
    articles = reports([[searched], [sentenced], [burned, burned.replace("destroy", "damage")]])
    assert frozenset({"0-0"}) in grouped(articles)


def test_a_topic_is_wider_than_an_event() -> None:
    wide = ClusterSettings(granularity="topic")
    news = reports([QUAKE_SELVA, QUAKE_TOHRAN, TRIAL_ADLER])
    found = {frozenset(a.id for a in s.articles) for s in stories(news, (), background(), wide)}
    assert found == {frozenset({"0-0", "0-1", "1-0", "1-1"}), frozenset({"2-0", "2-1"})}


def test_the_same_words_a_month_later_are_another_event() -> None:
    first, second = QUAKE_SELVA
    articles = [report(first, "a"), report(second, "b", hours=24 * 30)]
    assert grouped(articles) == {frozenset("a"), frozenset("b")}


def test_undated_articles_are_grouped_by_their_words() -> None:
    undated = [replace(a, dated=False) for a in reports([QUAKE_SELVA, TRIAL_ADLER])]
    assert grouped(undated) == {frozenset({"0-0", "0-1"}), frozenset({"1-0", "1-1"})}


def test_a_roundup_joins_one_story_and_glues_none() -> None:
    news = reports([QUAKE_SELVA, TRIAL_ADLER])
    both = "Morning briefing\n" + " ".join(e[0].split("\n")[1] for e in (QUAKE_SELVA, TRIAL_ADLER))
    found = grouped([*news, report(both, "roundup", 3, "Courier")])
    stories_without = {group - {"roundup"} for group in found} - {frozenset()}
    assert stories_without == {frozenset({"0-0", "0-1"}), frozenset({"1-0", "1-1"})}


def test_a_copy_is_in_the_story_of_its_origin() -> None:
    origin, other = reports([STRIKE])
    reprint = report("Weather tomorrow\nSunny.", "reprint", 5, "Herald")
    (story,) = stories([origin, other, reprint], [copy(reprint, origin)], background())
    assert [a.id for a in story.articles] == ["0-0", "0-1", "reprint"]
    assert [a.id for a in story.origins] == ["0-0", "0-1"]


def test_nothing_gives_no_story_and_an_empty_article_its_own() -> None:
    assert stories([], (), background()) == ()
    assert grouped([report("\n", "a"), report("\n", "b")]) == {frozenset("a"), frozenset("b")}


def test_a_tie_names_the_words_and_the_nearest_other_story() -> None:
    articles = reports([QUAKE_SELVA, QUAKE_TOHRAN])
    every = stories(articles, (), background())
    story = next(s for s in every if "0-0" in {a.id for a in s.articles})
    found = dict(ties(story, every, background()))[story.articles[0]]
    words = {word.lower() for word, _ in found.words}
    assert words & {"mirandel", "selva", "selva coast"}
    assert found.likeness is not None
    assert found.likeness > found.other_likeness
    assert found.other is not None
    assert found.other.id == "1-0"
    assert "alike to the others" in found.sentence()


def test_a_tie_names_pairs_of_words_as_the_article_prints_them() -> None:
    text = "Orlabek of Tessaly\nOrlabek of Tessaly."
    pair = [report(text, name, hour, name) for name, hour in (("Gazette", 1), ("Post", 2))]
    (story,) = stories(pair, (), background())
    for _, tie in ties(story, [story], background()):
        assert "Orlabek of Tessaly" in {word for word, _ in tie.words}


def test_a_lone_article_says_that_it_is_alone() -> None:
    every = stories(reports([[STRIKE[0]]]), (), background())
    ((_, found),) = ties(every[0], every, background())
    assert found.sentence() == "alone in its story"


# --- identity -------------------------------------------------------------------------


def known(name: str, articles: str, day: int = 14) -> Known:
    return Known(name, frozenset(articles.split()), (date(2026, 1, day),))


def group(ids: str) -> list[Article]:
    return [report(STRIKE[0], name) for name in ids.split()]


def test_a_story_keeps_the_id_under_which_it_is_known() -> None:
    assert names([group("b c d")], [known("a", "a b c")]) == ["a"]


def test_a_new_story_is_named_after_its_first_article() -> None:
    assert names([group("d e")], [known("a", "a b c")]) == ["d"]


def test_of_a_split_story_the_part_that_goes_on_keeps_the_id() -> None:
    assert names([group("a b"), group("c x")], [known("s", "a b c")]) == ["a", "s"]


def test_of_two_parts_that_go_on_the_larger_keeps_the_id() -> None:
    assert names([group("a x"), group("b c y")], [known("s", "a b c")]) == ["a", "s"]


def test_merged_stories_keep_the_id_that_most_articles_knew_or_the_older() -> None:
    assert names([group("a b c")], [known("s", "a"), known("t", "b c")]) == ["t"]
    assert names([group("a b")], [known("s", "a", 14), known("t", "b", 12)]) == ["t"]


def test_a_column_hands_no_id_on_to_another_event() -> None:
    column = article("Rain is a gift.", title="Opinion: let it rain", id="c")
    assert names([[column, *group("x")]], [known("a", "a c")]) == ["c"]


def test_the_id_of_a_story_that_is_over_is_not_given_again() -> None:
    column = article("Rain is a gift.", title="Opinion: let it rain", id="a")
    assert names([[column, *group("x")]], [known("a", "a b")]) == ["x"]


def test_a_story_that_is_made_anew_keeps_the_id_that_the_edition_gave_it() -> None:
    assert names([group("a-2 x")], [], (), [known("a", "a")]) == ["a"]
    assert names([group("x a")], [], (), [known("a", "a")]) == ["a"]  # an earlier report came later
    assert names([group("a"), group("b c-3")], [], (), [known("a", "a b c")]) == ["a-2", "a"]


def test_of_days_before_comes_the_id_first() -> None:
    assert names([group("a b-2")], [known("s", "a")], (), [known("b", "b")]) == ["s"]
    assert names([group("c b-2")], [known("b", "a")], (), [known("b", "b")]) == ["c"]


def test_no_two_stories_have_one_id() -> None:
    found = names([group("s b"), group("a c")], [known("s", "a c")])
    assert sorted(found) == ["b", "s"]


# --- genre ----------------------------------------------------------------------------


def kind(title: str = "Dam opens", url: str = "https://post.example/news/dam") -> str:
    return genre(article("Rain.", title=title, url=url))


def test_genre_is_read_from_url_and_title() -> None:
    assert kind() == "report"
    assert kind(url="https://post.example/opinion/2026/01/dams") == "opinion"
    assert kind(url="https://post.example/news/opinion-poll") == "report"
    assert kind("Opinion: open the dam") == "opinion"
    assert kind("Flood: live updates") == "live"
    assert kind(url="https://post.example/world/live/2026/jan/15/flood") == "live"
    assert kind("Morning briefing: the dam opens") == "roundup"
    assert kind("Velmar flood: what we know") == "roundup"
    assert kind("Mayor to brief council") == "report"
    assert kind(url="http://[broken/opinion/x") == "report"


def test_an_article_in_the_opinion_section_is_an_opinion() -> None:
    assert genre(replace(article("Rain."), section="Opinion")) == "opinion"


# --- properties -----------------------------------------------------------------------

bodies = st.sampled_from([body for event in EVENTS for body in event] + ["\n", "Rain\nRain."])


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(bodies, st.integers(0, 200)), max_size=12),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter_and_each_article_is_in_one_story(given_news, chance) -> None:  # type: ignore[no-untyped-def]
    news = [report(b, f"n{i}", h, OUTLETS[i % 4]) for i, (b, h) in enumerate(given_news)]
    found = stories(news, (), background())
    mixed = list(news)
    chance.shuffle(mixed)
    assert stories(mixed, (), background()) == found
    assert sorted(a.id for s in found for a in s.articles) == sorted(a.id for a in news)
    assert all(s.articles for s in found)
    assert len({s.id for s in found}) == len(found)
