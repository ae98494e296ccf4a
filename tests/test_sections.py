"""Which section a story belongs to."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Article, Story
from briefing.sections import SECTIONS, by_words, home, public, section
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


def test_the_lands_that_a_text_names_outvote_its_address() -> None:
    ruling = "A judge in Ottawa sentenced a driver in the trial on Monday."
    ours = article(ruling, title="Canadian court rules", url="https://g.example/world/a.html")
    assert section(told(ours)) == "World"
    assert section(told(ours), at_home="Canada") == "National"
    theirs = article(ruling, title="Canadian court rules", url="https://g.example/courts/a.html")
    assert section(told(theirs)) == "National"
    assert section(told(theirs), at_home="Norway") == "World"
    both = article(ruling, title="Norway asks Canadian court", url="https://g.example/world/a.html")
    assert section(told(both), at_home="Norway") == "World"


def test_home_is_what_most_of_many_reports_name() -> None:
    texts = ("Oslo opens a park.", "Norwegian fish sells.", "The king of Norway sails.", "Rain.")
    some = [told(article(text, id=text)) for text in texts]
    assert home(some) == ""
    more = [told(article(f"Bergen, Norway, counts {n} boats.")) for n in range(2)]
    assert home([*some, *more, told(article("Peru votes."))]) == "Norway"


def test_a_circumstance_and_the_names_of_one_epidemic_make_no_section() -> None:
    lead = "The maker of boats sold more of them as the coronavirus pandemic went on."
    assert by_words(article(lead, title="Boats sell well, boosted by virus outbreak")) == ""
    lead = "Nurses in Dunmere met 40 patients with the coronavirus."
    assert by_words(article(lead, title="Virus outbreak fills hospital")) == "Health"


def test_deaths_by_number_and_an_economys_figures_are_news_of_all() -> None:
    spat = public(article("A keeper and a driver quarrel.", title="Keeper quarrels with driver"))
    for title in (
        "Flood leaves at least 31 dead in the valley",
        "Mudslide kills dozens",
        "Economy shrinks at 4.8 pct pace",
        "2 million more file jobless claims",
        "Valley counts 36,880 new virus cases",
    ):
        assert public(article("Rain fell.", title=title)) > spat + 0.3, title
    assert public(article("Rain fell.", title="COVID-19 fears shut two bars")) < 0.3
