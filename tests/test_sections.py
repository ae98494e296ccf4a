"""Which section a story belongs to."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Article, Story
from briefing.sections import SECTIONS, home, public, section
from briefing.sections.words import by_words, heard
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
    assert (
        by_words(heard([article("Nurses in Dunmere met in a tent.", title="Talks in the rain")]))
        == ""
    )


def test_words_tell_it_where_nothing_else_does() -> None:
    text = "The striker scored twice in the final as the team won the cup before 40,000 fans."
    assert section(told(article(text, title="Striker wins cup final"))) == "Sport"


def test_fans_and_drivers_alone_are_no_sport() -> None:
    text = "Fans of the band, among them a driver, filled the square with songs."
    assert by_words(heard([article(text, title="Fans crowd the square")])) != "Sport"


def test_words_that_do_not_agree_tell_nothing() -> None:
    assert by_words(heard([article("It rained.", title="Rain")])) == ""
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
    assert public(vote) > 0.4 > public(slap) == public(match) == 0


def test_a_death_outweighs_a_list_of_offices() -> None:
    listed = article(
        "The Dunmere Ledger listed ten senators on Monday.", title="Ten senators may lose seats"
    )
    killed = article(
        "Gunmen killed a hostage in Velmar on Monday.", title="Second hostage killed in Velmar"
    )
    assert public(killed) > public(listed) > 0


def test_a_border_or_extremists_alone_are_no_news_of_the_world() -> None:
    wall = article("The wall on the border is long.", title="President at border wall")
    force = article("Extremists of all kinds are meant.", title="Task force against extremists")
    assert "World" not in (by_words(heard([wall])), by_words(heard([force])))


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


def test_where_the_news_is_of_many_lands_none_is_at_home() -> None:
    lands = "Peru Norway Canada Japan Kenya".split()
    many = [told(article(f"{land} counts {n} boats.")) for land in lands for n in range(4)]
    assert home(many[1:]) == ""  # too few to tell
    text = "A judge sentenced a driver in the trial on Monday."
    theirs = told(article(text, title="Canadian court rules"))
    assert section(theirs, at_home=home(many)) == "World"
    somewhere = told(article(text, title="Court rules"))
    assert section(somewhere, at_home=home(many)) == "National"
    ruled = SectionRule("National", words=("driver",))
    assert section(theirs, [ruled], home(many)) == "National"


def test_a_circumstance_and_the_names_of_one_epidemic_make_no_section() -> None:
    lead = "The maker of boats sold more of them as the coronavirus pandemic went on."
    assert (
        by_words(heard([article(lead, title="Boats sell well, boosted by virus outbreak")])) == ""
    )
    lead = "Nurses in Dunmere met 40 patients with the coronavirus."
    assert by_words(heard([article(lead, title="Virus outbreak fills hospital")])) == "Health"


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


def test_one_word_alone_makes_no_section_nor_do_two_that_other_news_has() -> None:
    feast = article("The feast of the mills is old.", title="Governor proposes feast of the mills")
    assert section(told(feast)) == "News"
    shop = article("A company near the factory sold cakes.", title="Cake is sold")
    assert section(told(shop)) == "News"
    school = article("A teacher and a student met at the school.", title="Student meets teacher")
    assert section(told(school)) == "National"


def test_the_words_of_all_reports_speak_together() -> None:
    ours = article("Mills shut.", title="Unemployment rises in the valley", id="a")
    other = article("Mills are shut as the recession lasts.", title="Valley counts its idle")
    assert {section(told(ours)), section(told(other))} == {"News"}
    assert section(told(ours, other)) == "Business"


def test_what_one_of_three_reports_carries_and_no_word_speaks_for_is_no_section() -> None:
    rain = [article(f"Rain fell on {n} fields.", id=n) for n in ("some", "many")]
    carries = article("Rain fell.", url="https://g.example/business/a.html")
    assert section(told(carries)) == section(told(carries, rain[0])) == "Business"
    assert section(told(carries, *rain)) == "News"
    market = replace(rain[0], text="Rain fell on the market.")
    assert section(told(carries, market, rain[1])) == "Business"


def test_a_path_that_says_where_yields_to_what_the_words_are_about() -> None:
    text = "Doctors treat the patients of the hospital."
    for path in ("nation", "local", "nyregion"):
        url = f"https://g.example/{path}/a.html"
        assert section(told(article(text, title="Fever fills hospital", url=url))) == "Health"
        assert section(told(article("Rain.", url=url))) in ("National", "Local")


def test_folders_go_from_the_wide_to_the_narrow() -> None:
    for path, name in (
        ("policy/finance", "Business"),
        ("news-and-politics", "Politics"),
        ("crime-justice", "National"),
        ("the-media", "Culture"),
        ("coronavirus", "News"),  # one event's desk holds the schools' news and the banks'
        ("news-and-rabbits", "News"),
        ("news", "News"),
    ):
        assert section(told(article("Rain.", url=f"https://g.example/{path}/a/"))) == name, path


def test_who_holds_an_office_speaks_for_politics_where_the_title_names_them() -> None:
    for lead in (
        "Gov. Ada Lorne named the mill on Monday.",
        "Mill days are here, Speaker Ada Lorne told a crowd.",
        "The mill of Ada Lorne (D-Velt) turned again.",
    ):
        lead = f"{lead} The bill is open."
        assert section(told(article(lead, title="Lorne names a mill"))) == "Politics", lead
        assert section(told(article(lead, title="A mill is named"))) == "News", lead


def test_an_envoy_or_a_land_abroad_in_the_title_speaks_for_the_world() -> None:
    lead = "Secretary of State Ada Lorne of the United States spoke to rebels on Monday."
    title = "Lorne speaks to leader in Peru"
    assert section(told(article(lead, title=title)), at_home="United States") == "World"
    assert section(told(article("Rain.", title=title)), at_home="Peru") == "News"


def test_courts_and_parties_of_a_land_abroad_are_news_of_the_world() -> None:
    lead = "Voters of Peru will elect a president. The senate sits in Lima, and votes."
    assert section(told(article(lead, title="Vote is set"))) == "Politics"
    assert section(told(article(lead, title="Vote is set")), at_home="Norway") == "World"
    far = "The senate votes, and the voters wait. " * 8 + "A sign is in Spanish."
    assert section(told(article(far, title="Vote is set")), at_home="Norway") == "Politics"


def test_two_words_that_stand_together_are_one_term() -> None:
    hall = article("The hall is white. The house is old.", title="White hall, old house")
    assert section(told(hall)) == "News"
    seat = article("The White House is old.", title="White House speaks")
    assert section(told(seat)) == "Politics"


def test_a_language_is_no_land_abroad() -> None:
    lead = "Voters hear the candidate on Spanish-language channels before the election."
    assert section(told(article(lead, title="Vote is near")), at_home="Norway") == "Politics"
    there = lead.replace("Spanish-language", "Spanish")
    assert section(told(article(there, title="Vote is near")), at_home="Norway") == "World"
