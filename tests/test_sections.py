"""Which section a story belongs to."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Article, Story
from briefing.sections import SECTIONS, by_words, public, section
from briefing.settings import SectionRule, SectionSettings
from tests.builders import article


def told(*articles: Article) -> Story:
    return Story("s", articles)


def test_the_category_of_the_feed_decides() -> None:
    assert section(told(replace(article("Rain."), section="Technology"))) == "Technology"
    assert section(told(replace(article("Rain."), section="news, Arts & Culture"))) == "Culture"


def test_the_path_of_the_address_tells_the_section() -> None:
    for path, name in (
        ("sports/football", "Sport"),
        ("world/europe", "World"),
        ("us-news", "National"),
    ):
        assert section(told(article("Rain.", url=f"https://g.example/{path}/dam.html"))) == name


def test_a_headline_in_the_path_is_no_section() -> None:
    assert section(told(article("Rain.", url="https://g.example/health"))) == "Health"
    assert section(told(article("Rain.", url="https://g.example/a/health"))) == "News"


def test_a_stem_that_is_a_function_words_tells_no_section() -> None:
    assert by_words(article("Nurses in Dunmere met in a tent.", title="Talks in the rain")) == ""


def test_words_tell_it_where_nothing_else_does() -> None:
    text = "The striker scored twice in the final as the team won the cup before 40,000 fans."
    assert section(told(article(text, title="Striker wins cup final"))) == "Sport"


def test_fans_and_drivers_alone_are_no_sport() -> None:
    text = "Fans of the band, among them a driver, filled the square with songs."
    assert by_words(article(text, title="Fans crowd the square")) != "Sport"


def test_words_that_do_not_agree_tell_nothing() -> None:
    assert by_words(article("It rained.", title="Rain")) == ""
    assert section(told(article("It rained.", title="Rain"))) == "News"


def test_most_origins_decide_and_ties_go_to_the_earlier_section() -> None:
    sport = article("Rain.", url="https://g.example/sport/a.html", id="a")
    world = article("Rain.", url="https://g.example/world/a.html", id="b")
    assert section(told(sport, world, replace(sport, id="c"))) == "Sport"
    assert section(told(sport, world)) == "World"
    assert SECTIONS.index("World") < SECTIONS.index("Sport")


def test_opinion_is_a_section_only_of_its_own() -> None:
    view = article("Rain.", url="https://g.example/opinion/a.html", id="a")
    news = article("Rain.", url="https://g.example/business/a.html", id="b")
    assert section(told(view)) == "Opinion"
    assert section(told(view, news)) == "Business"


def test_rules_come_first() -> None:
    text, url = "The dam of Orvan broke.", "https://p.example/sport/x.html"
    story = told(replace(article(text, outlet="Post", url=url), section="Water Board"))
    for rule in (
        SectionRule("Here", sources=("post",)),
        SectionRule("Here", categories=("Water Board",)),
        SectionRule("Here", paths=("/sport/",)),
        SectionRule("Here", words=("dams",)),
        SectionRule("Here", names=("Orvan",)),
    ):
        assert section(story, SectionSettings((rule,))) == "Here"
    assert section(story, SectionSettings((SectionRule("Here", words=("da",)),))) == "Sport"


def test_hostile_addresses_tell_nothing() -> None:
    assert section(told(article("Rain.", url="http://[::1"))) == "News"


def test_a_vote_speaks_of_public_affairs_and_a_slap_does_not() -> None:
    vote = article("The senate passed the tax bill on Monday.", title="Senate votes for tax bill")
    slap = article("A woman was slapped in a shop in Dunmere.", title="Shopper slapped over a bun")
    match = article("The striker scored in the final.", title="Team wins the cup")
    assert public(vote) > 0.5 > public(slap) == public(match) == 0


def test_a_border_or_extremists_alone_are_no_news_of_the_world() -> None:
    wall = article("The wall on the border is long.", title="President at border wall")
    force = article("Extremists of all kinds are meant.", title="Task force against extremists")
    assert "World" not in (by_words(wall), by_words(force))
