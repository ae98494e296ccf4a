"""The whole pure way, on a small invented day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import sections
from briefing.compose import headline
from briefing.draft import Day, Draft
from briefing.edition import edition, places
from briefing.items import following, told_beside, unsupported
from briefing.model import (
    Article,
    Briefing,
    History,
    Known,
    Missed,
    Printed,
    Quote,
    Span,
    Speaker,
    Statement,
    Story,
    Window,
)
from briefing.pipeline import grouped, listed, make_briefing, opens_like, order, with_past
from briefing.press.views import LEANS, argues
from briefing.reports import alike, linked
from briefing.settings import ClusterSettings, Interests, SectionCap, SelectSettings, Settings
from briefing.standing.leads import begun
from briefing.standing.news import kind
from briefing.text.background import background
from briefing.text.sentences import sentences
from briefing.verify import failures
from tests.builders import article

START = datetime(2026, 1, 15, tzinfo=UTC)
DAY = Day(date(2026, 1, 15), Window(START, START + timedelta(days=1)), Settings(), background())

FERRY = (
    "The ferry Marisol ran aground on the Gannet Shoal on Thursday with 212 people on board. "
    "Two helicopters brought the passengers of the ferry ashore by noon. "
    "“A timetable is not a reason to sail a ferry blind in thick fog past the Gannet Shoal,” "
    "Transport Minister Tomas Varga said."
)
FERRY_AGAIN = (
    "All 212 people on the ferry Marisol were rescued on Thursday after it hit the Gannet Shoal. "
    "Helicopters carried the ferry’s passengers to Port Anselm. "
    "The coastguard said that the Marisol had left the marked channel off Port Anselm."
)
RATE = (
    "The National Bank of Merrow raised its key interest rate to 4.25 per cent on Thursday. "
    "Six of the nine members of the bank’s council voted for the rise in the interest rate."
)


def at(hour: int, text: str, title: str, outlet: str, day: int = 15) -> Article:
    when = datetime(2026, 1, day, hour, tzinfo=UTC)
    return article(text, title=title, outlet=outlet, at=when, id=f"{outlet}-{hour}-{day}")


NEWS = (
    at(6, FERRY, "Ferry Marisol runs aground on Gannet Shoal", "Gazette"),
    at(7, FERRY, "Ferry runs aground", "Herald"),
    at(9, FERRY_AGAIN, "All rescued from ferry Marisol on Gannet Shoal", "Post"),
    at(8, RATE, "National Bank raises key rate to 4.25 per cent", "Courier"),
)


def made(articles: tuple[Article, ...] = NEWS, day: Day = DAY) -> Briefing:
    return make_briefing(articles, day)


def test_stories_that_were_grouped_for_another_reader_give_the_same_briefing():
    shared = grouped(NEWS, DAY)
    known = (Known("ferry", frozenset({NEWS[1].id}), (date(2026, 1, 14),), "Ferry"),)
    his = replace(DAY, history=History(known=known))
    assert make_briefing(NEWS, his, stories=shared) == make_briefing(NEWS, his)
    assert "ferry" in {item.story.id for item in make_briefing(NEWS, his, stories=shared).items}


def test_the_story_that_two_outlets_wrote_leads_and_the_reprint_does_not_count():
    first, second = made().items
    assert {a.source.name for a in first.story.origins} == {"Gazette", "Post"}
    assert len(first.story.articles) == 3
    assert {a.source.name for a in second.story.origins} == {"Courier"}


def test_a_days_reports_are_counted_without_reprints_and_without_those_of_other_days():
    yesterday = at(9, FERRY, "Ferry Marisol runs aground on Gannet Shoal", "Courier", day=14)
    counted = edition(made((yesterday, *NEWS[2:])), DAY.settings, "briefing")
    assert (edition(made(), DAY.settings, "briefing")["origins"], counted["origins"]) == (3, 2)


def test_one_source_does_not_lead_before_a_story_that_another_reported_yesterday():
    yesterday = at(9, FERRY, "Ferry Marisol runs aground on Gannet Shoal", "Gazette", day=14)
    news = (yesterday, *NEWS[2:])
    dear = replace(DAY.settings, interests=Interests(up=("interest rate",)))
    weighed = order(grouped(news, DAY), replace(DAY, settings=dear))
    assert weighed[0].story.origins[0] == NEWS[3]
    first, second = edition(made(news, replace(DAY, settings=dear)), dear, "briefing")["stories"]
    assert [first["origins"], second["origins"]] == [2, 1]


def test_what_the_edition_has_no_room_for_gets_a_line_and_the_first_is_always_told():
    def told(**room: int) -> tuple[int, int]:
        edition = replace(DAY.settings.edition, **room)
        briefing = made(day=replace(DAY, settings=replace(DAY.settings, edition=edition)))
        return len(briefing.items), len(briefing.also)

    assert told() == told(minutes=5) == (2, 0)
    assert told(words=60) == told(sentences=3) == told(words=1) == (1, 1)


def test_a_line_counts_the_reports_of_its_event_and_stands_before_those_of_one_outlet():
    def drafted(name: str, *articles: Article) -> Draft:
        return Draft(Story(name, articles), "News", "new", DAY.date, (), articles)

    mixed, ferry = drafted("mixed", NEWS[3], NEWS[0]), drafted("ferry", NEWS[0], NEWS[2])
    lines = listed([mixed, ferry], DAY)
    assert [line.story.id for line in lines] == ["ferry", "mixed"]
    assert [len(line.reports) for line in lines] == [2, 1]
    assert lines[1].headline_of in lines[1].reports


def test_a_muted_outlet_tells_nothing_of_what_others_tell_too():
    def outlets(*muted: str) -> set[str]:
        quiet = replace(DAY.settings, interests=Interests(muted=muted))
        found = edition(made(day=replace(DAY, settings=quiet)), quiet, "briefing")["stories"]
        return {row["outlet"] for story in found for row in story["sources"]}

    assert outlets() == {"Gazette", "Post", "Courier"}
    assert outlets("gazette") == {"Herald", "Post", "Courier"}  # which had reprinted it
    assert outlets("Gazette", "Herald", "Courier") == {"Post"}
    again = at(8, FERRY, "Ferry aground", "Mirror")
    quiet = replace(DAY.settings, interests=Interests(muted=("Gazette",)))
    story = made((*NEWS, again), replace(DAY, settings=quiet)).items[0].story
    assert {a.source.name for a in story.origins} == {"Herald", "Post"}  # no voice more


def test_the_day_is_counted():
    briefing = made()
    assert (briefing.articles, briefing.outlets) == (4, 4)


def test_what_is_muted_is_not_counted():
    def counts(*muted: str) -> tuple[int, int]:
        quiet = replace(DAY.settings, interests=Interests(muted=muted))
        briefing = made(day=replace(DAY, settings=quiet))
        return briefing.articles, briefing.outlets

    assert counts("interest rate") < counts()
    assert counts("Gazette")[1] == counts()[1] - 1


def test_every_shown_piece_is_a_slice_of_its_article():
    by_id = {a.id: a for a in NEWS}
    shown = list(places(edition(made(), DAY.settings, "briefing")))
    assert shown
    assert failures(shown, by_id.get) == ()


def test_the_minister_is_named_with_what_he_said():
    (voice,) = made().items[0].voices
    assert voice.speaker is not None
    assert voice.speaker.name == "Tomas Varga"
    assert "a ferry blind" in voice.utterances[0].quote.text
    assert made().speakers == (voice.speaker,)


def test_articles_of_the_days_before_alone_make_no_story():
    old = tuple(replace(a, published=a.published - timedelta(days=1)) for a in NEWS)
    assert made(old).items == ()


def test_what_was_printed_yesterday_is_not_told_again():
    told = made().items[0]
    printed = tuple(
        Printed(date(2026, 1, 14), told.story.id, s.sentence.text) for s in told.statements
    )
    known = Known(
        told.story.id,
        frozenset(a.id for a in told.story.articles[:2]),
        (date(2026, 1, 14),),
    )
    again = made(day=replace(DAY, history=History(printed, (known,))))
    shown = {s.sentence.text for i in again.items for s in i.statements}
    assert shown.isdisjoint({p.text for p in printed})
    ferry = next(i for i in again.items + again.also if i.story.id == told.story.id)
    assert ferry.status != "new"
    assert ferry.since == date(2026, 1, 14)


def test_missed_sources_are_handed_on():
    missed = (Missed("Lantern", "timed out"),)
    assert make_briefing(NEWS, DAY, missed).missed == missed


@settings(max_examples=10, deadline=None)
@given(st.permutations(NEWS))
def test_the_same_articles_in_any_order_give_the_same_edition(shuffled: list[Article]):
    assert edition(made(tuple(shuffled)), DAY.settings, "b") == edition(made(), DAY.settings, "b")


ESSAY = "Orchards have always been a gamble, and growers have always loved them for it. " * 12
PORTRAIT = "Piet Oberlin grows apples near Dunmere, as his parents did, officials said. " * 12


def test_a_piece_without_an_event_gets_a_line_only():
    briefing = made((*NEWS, at(10, PORTRAIT, "A grower of Dunmere apples", "Beacon")))
    assert "Beacon" not in {a.source.name for item in briefing.items for a in item.story.articles}
    assert "A grower of Dunmere apples" in {line.headline for line in briefing.also}


def test_a_day_without_an_event_tells_its_best_piece():
    briefing = made((at(10, PORTRAIT, "A grower of Dunmere apples", "Beacon"),))
    assert [item.headline for item in briefing.items] == ["A grower of Dunmere apples"]
    assert briefing.also == ()


def test_a_piece_that_argues_gets_not_even_a_line():
    briefing = made((*NEWS, at(10, ESSAY, "The long patience of apple growers", "Beacon")))
    assert "Beacon" not in {
        a.source.name for item in (*briefing.items, *briefing.also) for a in item.story.articles
    }


COMMENT = (
    "Apple growers around Dunmere gambled with the water of the whole valley below them. "
    + "The well is dry, a farmer said on Thursday. "
    + "Orchards are a gamble, and growers love them for it. " * 12
)


def test_a_piece_that_hints_at_a_view_and_tells_neither_when_nor_who_gets_a_line_at_most():
    title = "Growers of Dunmere gamble with the water of the valley"
    dated = COMMENT.replace("gambled with", "gambled this week with", 1)
    for text, told in ((COMMENT, False), (dated, True)):
        items = made((*NEWS, at(10, text, title, "Beacon"))).items
        assert (title in {item.headline for item in items}) is told


def test_speech_is_shown_as_a_quote_or_not_at_all():
    speech = "“No ferry will sail the strait in such fog,” somebody at the quay in Anselm said."
    told = made((*NEWS[1:], at(6, f"{FERRY} {speech}", "Ferry Marisol aground", "Gazette")))
    shown = [s.sentence.text for item in told.items for s in item.statements]
    assert speech not in shown
    assert any(text.startswith("All 212 people on the ferry Marisol") for text in shown)


def test_the_opening_of_the_report_that_heads_a_story_is_told():
    shown = made().items[0].statements
    head = made().items[0].headline_of
    assert (shown[0].sentence.article.id, shown[0].sentence.index) == (head.id, 0)


def test_an_opening_in_somebodys_words_tells_the_news():
    opening = (
        "Mayor Ada Quill said on Thursday that the dam is “safe, sound and ready for the flood.”"
    )
    (item,) = made((at(6, f"{opening} It rained.", "Mayor Quill calls dam safe", "Gazette"),)).items
    assert [s.sentence.text for s in item.statements] == [opening]


def test_a_claim_that_the_next_sentence_takes_back_is_not_told():
    claim = "Ferry officers claimed on Thursday that the Marisol had run aground on the shoal."
    for behind, told in (("But it turned out that the ferry sailed.", 0), ("It is fog.", 1)):
        news = (at(6, f"{claim} {behind}", "Ferry Marisol aground on the shoal", "Gazette"),)
        assert len(made(news).items) == told


def test_from_a_piece_that_judges_in_its_title_no_story_is_told_alone():
    text = "Officers of Dunmere used too much force at the harbour on Thursday, in a crowd of two."
    for title, told in (("Dunmere Said He Fell. They Lied.", 0), ("Force at Dunmere harbour", 1)):
        assert len(made((at(6, text, title, "Gazette"),)).items) == told


def test_behind_an_opening_nothing_is_told_of_former_years():
    old = "The Harbour Board of Arden bought its first ferry in 2019."
    (item,) = made((at(6, f"{FERRY.split('. ')[0]}. {old}", "Ferry aground", "Gazette"),)).items
    assert old not in {s.sentence.text for s in item.statements}


def test_a_story_without_reports_today_is_told_of_once():
    dam = Known("dam", frozenset({"a0"}), (date(2026, 1, 13), date(2026, 1, 14)), "Dam opens")
    old = Known("fair", frozenset({"a9"}), (date(2026, 1, 13),), "Fair closes")
    cut = replace(dam, id="cut", headline="Dam opens, and the...")  # what a feed has cut tells half
    briefing = made(day=replace(DAY, history=History((), (dam, old, cut))))
    assert briefing.ended == (dam,)
    (told,) = edition(briefing, DAY.settings, "briefing")["ended"]
    assert told == {
        "id": "dam",
        "headline": "Dam opens",
        "since": "2026-01-13",
        "last": "2026-01-14",
    }


def test_a_story_of_which_a_reprint_alone_came_today_costs_no_edition():
    yesterday = at(6, FERRY, "Ferry Marisol runs aground on Gannet Shoal", "Gazette", day=14)
    reprint = at(7, FERRY, "Ferry runs aground on Gannet Shoal", "Herald")
    briefing = made((yesterday, reprint, NEWS[3]))
    assert "National Bank" in briefing.items[0].headline


TALKS = (
    "The strike of Velmar's tram drivers went into its second day on Wednesday. "
    "Talks of the tram drivers with Velmar Lines broke off without a deal, said Hanna Kerrig."
)
GAP = (
    "The tram drivers of Velmar strike for a third day after talks with Velmar Lines ended without "
    "a deal on Wednesday evening. The tram drivers want 7 per cent, said Hanna Kerrig."
)
DEAL = (
    "Velmar's tram drivers ended their strike on Thursday and accepted a deal with Velmar Lines. "
    "The tram drivers get 5.5 per cent more."
)


def test_a_new_reader_is_told_what_today_says_of_a_story_that_ran_before():
    talks = at(16, TALKS, "Talks in Velmar tram strike break off", "Gazette", day=14)
    gap = at(18, GAP, "No deal in Velmar tram strike", "Post", day=14)
    deal = at(12, DEAL, "Velmar tram strike ends with a deal", "Post")
    (item,) = made((talks, gap, deal)).items
    assert item.status == "new"
    assert {a.id for a in item.story.articles} == {talks.id, gap.id, deal.id}
    assert item.headline == deal.title
    assert {s.sentence.article for s in item.statements} == {deal}


def test_a_capped_section_gets_no_further_story():
    capped = replace(DAY.settings.sections, caps=(SectionCap(made().items[0].section, 0),))
    day = replace(DAY, settings=replace(DAY.settings, sections=capped))
    first = made().items[0].story.id
    assert first not in {i.story.id for i in made(day=day).items}
    assert first in {i.story.id for i in made(day=day).also}


def test_a_sentence_that_supports_a_statement_is_none_itself():
    first, second = (sentences(article(NEWS[0].text, id=name))[0] for name in ("a", "b"))
    told = (Statement(first, (second,), 2), Statement(second, (first,), 2))
    assert unsupported(told) == told[:1]
    assert unsupported(told, {second.text}) == told  # nothing else is left
    third = Statement(sentences(article(RATE, id="c"))[0])
    assert unsupported((*told, third), {first.text, second.text}) == (third,)


def test_what_points_back_to_a_sentence_that_is_not_shown_goes_with_it():
    text = "The dam burst on Monday. It had stood for 200 years. The mayor saw it burst."
    told = tuple(Statement(s) for s in sentences(article(text, id="a")))
    assert following(told[:2]) == told[:2]
    assert following((told[2], told[1])) == told[2:]
    assert following(told[1:2]) == told[1:2]  # nothing else is left


def test_what_the_one_who_heads_another_story_said_is_quoted_there():
    ferry, heading = sentences(NEWS[0])[0].article, at(10, f"He spoke. {FERRY}", "", "Beacon")
    quote = Quote(
        ferry,
        (Span(FERRY.index("A timetable"), FERRY.index(",” Transport")),),
        None,
        None,
        "direct",
    )
    people = {quote: Speaker("varga", "Tomas Varga")}
    other = Draft(Story("o", (heading,)), "News", "new", DAY.date, (), (heading,))
    beside = [(other, "Varga attacks captains")]
    assert told_beside(quote, people, "Ferry runs aground", beside)
    assert not told_beside(quote, people, "Varga: ferry ran aground", beside)
    assert not told_beside(quote, people, "Ferry runs aground", [(other, "Captains attacked")])
    silent = replace(other, story=Story("o", (NEWS[3],)))
    assert not told_beside(quote, people, "Ferry runs aground", [(silent, "Varga attacks")])


def test_what_asks_beside_a_story_is_no_report_of_it():
    asks = at(11, FERRY_AGAIN * 4, "Why did the ferry Marisol hit the Gannet Shoal?", "Lantern")
    first = made((NEWS[0], asks)).items[0]
    assert {a.source.name for a in first.reports} == {"Gazette"}


def test_news_that_was_not_grouped_is_neither_a_second_story_nor_a_line():
    day = replace(DAY, settings=replace(DAY.settings, cluster=ClusterSettings(join=2.0)))
    told = made(day=day)
    ferry = [one for one in (*told.items, *told.also) if "Marisol" in one.headline]
    assert len(ferry) == 1

    assert "All rescued from ferry Marisol on Gannet Shoal" not in {a.headline for a in told.also}


def test_a_lone_piece_that_opens_with_former_years_is_no_story_of_the_day():
    opening = "Judge Ada Quill once jailed a farmer of Arden for nine months over a boat."
    text = f"{opening} The council of Arden said on Thursday that judges need rules."
    feature = at(6, text, "Judges of Arden who jailed farmers", "Gazette")
    told = made((*NEWS, feature))
    assert feature.title not in {item.headline for item in told.items}


def test_a_lone_piece_that_opens_with_a_view_is_no_story_of_the_day():
    opening = "A new book exposes the dangers of the shameful ferries of Arden."
    text = f"{opening} Captain Ada Quill of Arden said on Thursday that ferries sink."
    piece = at(6, text, "Book on ferries of Arden is out", "Gazette")
    assert piece.title not in {item.headline for item in made((*NEWS, piece)).items}


def test_a_story_whose_sentences_do_not_tell_its_headline_gets_a_line():
    scene = "Mayor Ada Quill rode to work on her old bicycle on Thursday morning. It was cold."
    title = "Quill dismisses head of harbour police over missing ferry logs"
    news = "Mayor Ada Quill dismissed the head of the harbour police over ferry logs on Thursday."
    for text, told in ((scene, False), (f"{news} {scene}", True)):
        briefing = made((*NEWS[1:], at(6, text, title, "Gazette")))
        assert (title in {item.headline for item in briefing.items}) is told
        assert (title in {line.headline for line in briefing.also}) is not told


def test_a_running_story_changes_its_section_where_most_of_its_reports_do() -> None:
    world, sport = (f"https://g.example/{path}/a.html" for path in ("world", "sport"))
    past = tuple(article("Rain.", url=world, id=name) for name in ("a", "b"))
    today = Story("s", (article("Rain.", url=sport, id="c"),))
    known = (Known("s", frozenset({"a", "b"}), ()), Known("other", frozenset({"d"}), ()))
    history = History(known=known, past=(*past, article("Rain.", url=sport, id="d")))
    assert sections.section(today) == "Sport"
    assert sections.section(with_past(today, history)) == "World"
    assert with_past(replace(today, id="new"), history).articles == today.articles


def test_two_towns_in_common_make_no_match_the_news_of_a_railway_line() -> None:
    line = (
        "Trains between Halvery and Corvane stood still for five hours on Thursday after thieves "
        "cut 900 metres of copper cable out of the line, Merrow Railways said."
    )
    match = (
        "A header by Mika Sorensen in the 88th minute gave Halvery United a 2-1 win over Corvane "
        "Rovers on Thursday night. United play in Dunmere on Saturday."
    )
    pieces = (
        at(9, line, "Stolen cable stops trains between Halvery and Corvane", "Mirror"),
        at(22, match, "Halvery United 2, Corvane Rovers 1", "Herald"),
    )
    day = replace(DAY, settings=replace(DAY.settings, cluster=ClusterSettings(join=2.0)))
    told = {item.headline for item in made((*NEWS, *pieces), day).items}
    assert {piece.title for piece in pieces} <= told


def test_what_opens_like_any_report_of_the_story_counts_as_one() -> None:
    bare = at(9, "Marisol passengers praised two helicopters on Thursday.", "Marisol", "Mirror")
    told = (NEWS[0].id,)
    day = replace(DAY, settings=replace(Settings(), select=SelectSettings(alike=0.1)))
    assert linked((*NEWS[:2], bare), told, day) == {NEWS[0].id, NEWS[1].id, bare.id}
    assert linked((NEWS[0], at(9, RATE, "Bank raises rate", "Mirror")), told, day) == set(told)


def test_where_each_opens_in_its_own_way_a_scene_gives_way_to_the_news() -> None:
    scene = at(
        9,
        "The talk stopped on Thursday at the Anchor Inn as the minister filled the screen. Guests "
        "of the Anchor Inn had opinions on the Marisol.",
        "Minister’s speech on ferry Marisol strikes a chord on the Gannet Shoal",
        "Mirror",
    )
    apart = replace(DAY, settings=replace(Settings(), select=SelectSettings(alike=0.9)))
    both = Story("ferry", (scene, NEWS[1]))
    assert headline(both, DAY.background)[1] == scene
    assert alike(both.articles, apart) == (NEWS[1],)


def test_what_leans_to_argue_is_no_report_unless_it_opens_plainly() -> None:
    fact = "The shoal lies two miles off the port, and the channel is marked by nine lights. "
    leaning = at(9, 9 * fact, "Timetables kill", "Mirror")
    dated = replace(leaning, text="On Thursday the Marisol hit the shoal. " + leaning.text)
    assert argues(leaning, LEANS)
    assert not argues(leaning)
    assert (kind(leaning), kind(dated)) == ("opinion", "opinion")
    opening = replace(dated, title="Marisol hit the shoal")
    assert kind(opening) == "report"
    asked = replace(leaning, text="The port surveyed 2,000 adults. " + leaning.text)
    assert kind(asked) == "report"


def test_one_report_that_tells_of_another_story_too_does_not_drop_its_own():
    told = [(NEWS[0], begun(NEWS[0], DAY.background))]
    again = at(8, FERRY, "Ferry Marisol aground on Gannet Shoal", "Mirror")
    assert opens_like([again], told, DAY)
    assert not opens_like([again, NEWS[3]], told, DAY)


def test_a_report_with_nothing_of_the_others_name_is_other_news_in_the_same_words():
    text = FERRY.replace("Marisol", "Teodora").replace("Gannet Shoal", "Harrow Reef")
    other = at(8, text, "Ferry Teodora runs aground on Harrow Reef", "Mirror")
    told = [(NEWS[0], begun(NEWS[0], DAY.background))]
    assert not opens_like([other], told, DAY)


def test_a_story_that_was_told_gets_a_line_where_its_new_headline_tells_news():
    before = at(9, FERRY, "Ferry Marisol runs aground on Gannet Shoal", "Gazette", day=14)
    text = (
        "The ferry Marisol, still on the Gannet Shoal with its passengers ashore, could sail soon."
    )
    known = Known("ferry", frozenset({before.id}), (date(2026, 1, 14),), "Ferry Marisol aground")
    day = replace(DAY, history=History(known=(known,)))
    for title, told in (
        ("Ferry Marisol loses its bell on Gannet Shoal", ["ferry"]),
        ("Ferry Marisol could sail from Gannet Shoal", []),  # a guess
        ("Ferry Marisol loses its bell on Gannet Shoal and...", []),
    ):
        made_of = made((before, at(9, text, title, "Post")), day)
        assert ([line.story.id for line in made_of.also], made_of.items) == (told, ())


def test_a_title_of_several_sentences_is_no_report_unless_it_opens_plainly() -> None:
    said = " Officials said that the shoal lies off the port, and a spokesman told the town so." * 6
    text = f"The talk in the port is of a flood like that of nine years ago.{said}"
    assert kind(at(9, text, "The flood is far. But it comes.", "Mirror")) == "opinion"
    assert kind(at(9, text, "The flood is far", "Mirror")) == "report"
    plain = f"The flood hit the port on Thursday and took nine boats.{said}"
    assert kind(at(9, plain, "Flood hits port. It took boats.", "Mirror")) == "report"


CUT = "All 212 people on the ferry Marisol were brought ashore on the Gannet Shoal on Thursday by…"


def test_what_a_feed_has_cut_in_its_first_sentence_is_counted_and_none_of_it_shown() -> None:
    cut = at(10, CUT, "Passengers of ferry Marisol saved on Gannet Shoal", "Lantern")
    briefing = make_briefing((*NEWS, cut), DAY)
    story = next(one for one in briefing.items if cut in one.story.articles)
    assert cut in story.reports
    assert {s.sentence.article for s in story.statements}
    shown = [place["text"] for place in places(edition(briefing, DAY.settings, "briefing"))]
    assert not any("…" in text for text in shown)


def test_a_story_of_cut_texts_alone_is_a_line_at_most() -> None:
    reports = (
        at(9, CUT, "All rescued from ferry Marisol on Gannet Shoal", "Lantern"),
        at(10, f"{CUT[:-1]} noon, as…", "Ferry Marisol: all rescued on Gannet Shoal", "Post"),
    )
    briefing = make_briefing((*reports, NEWS[3]), DAY)
    assert [item.headline for item in briefing.items] == [NEWS[3].title]
    assert [line.headline for line in briefing.also] == [reports[0].title]
    half = tuple(replace(a, title=f"{a.title[:20]}...") for a in reports)
    assert make_briefing((*half, NEWS[3]), DAY).also == ()
