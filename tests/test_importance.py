"""What leads the edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from briefing.importance import importance, muted, ordered
from briefing.model import Article, History, Known, Story, Window
from briefing.settings import ImportanceSettings, Interests
from tests.builders import article, copy

START = datetime(2026, 1, 15, tzinfo=UTC)
DAY = Window(START, START + timedelta(days=1))
NONE, PLAIN, SETTINGS = History(), Interests(), ImportanceSettings()


def report(outlet: str, hour: int = 6, text: str = "The dam broke.", **more: str) -> Article:
    name = f"{outlet}{hour}{len(text)}{len(str(more))}"
    return article(text, outlet=outlet, id=name, at=START + timedelta(hours=hour), **more)


def told(name: str, *articles: Article) -> Story:
    return Story(name, articles)


def parts(story: Story, interests: Interests = PLAIN, history: History = NONE) -> dict[str, float]:
    return dict(importance(story, DAY, history, interests, SETTINGS))


def order(*stories: Story, interests: Interests = PLAIN) -> list[str]:
    return [w.story.id for w in ordered(stories, DAY, NONE, interests, SETTINGS)]


THREE = told("three", report("Gazette"), report("Post"), report("Herald"))
ONE = told("one", report("Courier", 23))


def test_more_independent_reports_matter_more() -> None:
    assert parts(THREE)["reports"] > parts(told("two", *THREE.articles[:2]))["reports"]
    assert order(ONE, THREE) == ["three", "one"]


def test_what_several_reported_before_does_not_stand_behind_a_trifle() -> None:
    yesterday = (report(o, -20 + n) for n, o in enumerate(("Gazette", "Post", "Herald", "Mirror")))
    running = told("running", *yesterday, report("Courier", 1))
    trifle = told("trifle", report("Courier", 23))
    assert order(trifle, running) == ["running", "trifle"]
    assert parts(running)["reports"] == parts(THREE)["reports"]


def test_of_what_one_outlet_reports_public_affairs_stand_first() -> None:
    vote, slap = told("vote", report("Gazette", 1)), told("slap", report("Tabloid", 23))
    given = (DAY, NONE, PLAIN, SETTINGS)
    found = ordered((slap, vote, THREE), *given, public={"vote": 1.0, "slap": 0.1})
    assert [w.story.id for w in found] == ["three", "vote", "slap"]


def test_of_what_two_outlets_report_public_affairs_stand_first() -> None:
    annexed = told("annexed", report("Gazette", 1), report("Post", 2))
    gala = told("gala", report("Gazette", 22), report("Post", 23))
    found = ordered(
        (gala, annexed), DAY, NONE, PLAIN, SETTINGS, public={"annexed": 1.0, "gala": 0.1}
    )
    assert [w.story.id for w in found] == ["annexed", "gala"]


def test_one_report_does_not_grow() -> None:
    assert parts(told("late", report("Gazette", 23)))["growth"] == 0


def test_a_flood_from_one_outlet_does_not_lead() -> None:
    flood = told("flood", *(report("Tabloid", hour) for hour in range(20)))
    assert order(flood, THREE) == ["three", "flood"]
    assert parts(flood)["reports"] == 1


def test_copies_and_opinion_pieces_are_no_reports() -> None:
    first, second = report("Gazette"), report("Post")
    reprinted = Story("s", (first, second), (copy(second, first),))
    argued = told("t", first, report("Post", title="Opinion: The dam must go"))
    assert parts(reprinted)["reports"] == parts(argued)["reports"] == 1


def test_genres_that_are_known_decide_what_is_a_report() -> None:
    first, second = THREE.articles[:2]
    weight = importance(
        told("s", first, second), DAY, NONE, PLAIN, SETTINGS, {second.id: "opinion"}
    )
    assert dict(weight)["reports"] == 1


def test_one_source_never_stands_before_several_however_dear() -> None:
    loved = Interests(up=("Courier", "dam"))
    assert order(ONE, THREE, interests=loved) == ["three", "one"]


def test_later_news_comes_first_among_equals() -> None:
    early = told("early", *(report(o, 1) for o in ("Gazette", "Post", "Herald")))
    late = told("late", *(report(o, 23) for o in ("Gazette", "Post", "Herald")))
    assert order(early, late) == ["late", "early"]
    assert parts(late)["growth"] > 0 > parts(early)["growth"]


def test_new_stories_matter_more_than_old_ones_without_news() -> None:
    ids = frozenset(a.id for a in THREE.articles)
    known = Known("three", ids, (date(2026, 1, 14),))
    assert parts(THREE)["novelty"] == SETTINGS.novelty
    assert parts(THREE, history=History(known=(known,)))["novelty"] == 0
    updated = replace(known, articles=frozenset(sorted(ids)[:2]))
    assert parts(THREE, history=History(known=(updated,)))["novelty"] == SETTINGS.novelty / 2
    column = report("Tabloid", title="Opinion: The dam must go")
    joined = told("three", *THREE.articles, column)
    assert parts(joined, history=History(known=(known,)))["novelty"] == 0


def test_interests_lift_and_sink() -> None:
    cup = told("cup", *(report(o, text="The cup was won.") for o in ("Gazette", "Post", "Herald")))
    assert order(THREE, cup, interests=Interests(up=("cup",)))[0] == "cup"
    assert order(THREE, cup, interests=Interests(down=("cups",)))[-1] == "cup"
    assert parts(cup, Interests(up=("won", "cup", "the cup")))["interests"] == 2


def test_muted_stories_are_dropped() -> None:
    assert order(ONE, THREE, interests=Interests(muted=("Courier",))) == ["three"]
    assert order(ONE, THREE, interests=Interests(muted=("DAM",))) == []
    assert not muted(THREE, Interests(muted=("Gazette",)))
    assert muted(THREE, Interests(muted=("sport",)), section="Sport")


def test_the_order_does_not_depend_on_the_order_given() -> None:
    twins = [told(name, report("Gazette"), report("Post")) for name in "cab"]
    assert order(*twins) == order(*reversed(twins)) == ["a", "b", "c"]


def test_of_equals_the_one_that_other_articles_speak_of_stands_first() -> None:
    dull = told("a", report("Gazette", title="Ada Quill opens a market in Arden"))
    spoken = told("b", report("Post", title="Kestrel dam flood wall breaks"))
    other = told(
        "c",
        report("Herald", title="Boats stay away", text="The Kestrel dam and its flood hurt trade."),
        report("Courier", title="Boats stay away"),
    )
    assert order(dull, spoken) == ["a", "b"]
    assert order(dull, spoken, other) == ["c", "b", "a"]
