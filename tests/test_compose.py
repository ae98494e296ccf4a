"""Headlines, support and timelines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from briefing.compose import headline, retold, statements, timeline, under
from briefing.model import Sentence, Story
from briefing.text.background import background
from briefing.text.sentences import sentences
from tests.builders import MORNING, article, copy, story

BURST = "The Orvan dam burst shortly before dawn on Tuesday, flooding three villages below it."
AGAIN = "Three villages were flooded when the Orvan dam burst before dawn on Tuesday."
OTHER = "Engineers had warned of cracks in the concrete for several years."


def everything(told: Story) -> tuple[Sentence, ...]:
    return tuple(s for a in told.articles for s in sentences(a))


def titled(*titles: str) -> Story:
    text = f"{BURST} {OTHER}"
    names = ("Gazette", "Post", "Herald", "Courier")
    articles = (article(text, title=t, outlet=names[i], id=f"a{i}") for i, t in enumerate(titles))
    return Story("s", tuple(articles))


def test_the_headline_is_a_statement_without_the_outlets_name() -> None:
    told = titled(
        "Why did the Orvan dam burst?",
        "Orvan dam bursts and floods three villages | Post",
        "LIVE: Dam latest",
        "Opinion: Our dams must be torn down before dawn",
    )
    text, of = headline(told, background())
    assert text == "Orvan dam bursts and floods three villages"
    assert of.id == "a1"
    assert text in of.title


def test_the_headline_speaks_of_what_the_reports_speak() -> None:
    told = titled("Cat show opens in the town hall today", "Orvan dam bursts, villages flooded")
    assert headline(told, background())[0] == "Orvan dam bursts, villages flooded"


def test_a_report_that_opens_otherwise_tells_under_the_headline_only_what_has_a_word_of_it() -> (
    None
):
    burst = article(f"{BURST} {OTHER}", title="Orvan dam bursts", id="burst")
    poll = article(
        "Governor Ines Marr fell behind in a poll of sailors. The ferry fares have risen since "
        "May. Most sailors blame her for the Orvan flood as well.",
        title="Marr falls behind among sailors",
        outlet="Post",
        id="poll",
    )
    shown = everything(Story("s", (burst, poll)))
    kept = under(shown, burst.title, burst, background())
    assert [s.text for s in kept] == [
        BURST,
        OTHER,
        "Most sailors blame her for the Orvan flood as well.",
    ]
    alike = article(f"{AGAIN} Ferry fares rose.", title="Villages flooded", outlet="Post", id="p")
    both = everything(Story("s", (burst, alike)))
    assert under(both, burst.title, burst, background()) == both


def test_an_announcement_of_what_is_done_is_no_headline_where_another_tells_it() -> None:
    text = "Governor Ines Marr signed a law on ferries in fog on Monday."
    told = Story(
        "s",
        tuple(
            article(text, title=title, id=f"h{n}", outlet=outlet)
            for n, (title, outlet) in enumerate(
                [
                    ("Marr to sign law on ferries in fog", "Post"),
                    ("Marr signs law on ferries", "Gazette"),
                ]
            )
        ),
    )
    assert headline(told, background())[0] == "Marr signs law on ferries"


def test_without_titles_the_first_words_stand_in() -> None:
    assert headline(titled("", ""), background())[0].startswith("The Orvan dam")


def test_a_copys_title_is_not_taken_where_its_origin_has_one() -> None:
    told = titled(
        "Dam bursts and floods three villages", "Orvan dam bursts, three villages flooded"
    )
    first, second = told.articles
    assert headline(Story("s", told.articles, (copy(second, first),)), background())[1] == first


def test_support_is_the_same_stated_elsewhere() -> None:
    told = story(f"{BURST} {OTHER}", f"Rain had fallen for a week. {AGAIN}", "A cat was saved.")
    chosen = everything(told)[:2]
    burst, warned = statements(chosen, told, everything(told), background())
    assert [s.text for s in burst.support] == [AGAIN]
    assert burst.origins == 2
    assert (warned.support, warned.origins) == ((), 1)


def test_a_sentence_stands_on_one_source_only_where_nothing_else_comes_near_it() -> None:
    near = "Engineers had warned about the dam, whose concrete showed cracks, in a report of 2019."
    told = story(f"{BURST} {OTHER}", near, "A cat was saved from a roof by the fire brigade.")
    burst, warned = statements(everything(told)[:2], told, everything(told), background())
    assert (burst.support, burst.lone) == ((), True)
    assert (warned.support, warned.lone) == ((), False)


def test_what_another_article_says_in_several_sentences_stands_on_more_than_one_source() -> None:
    apart = "A report named cracks, says the mayor. Who had warned? The concrete, engineers found."
    told = story(f"{BURST} {OTHER}", f"A cat was saved. {apart}")
    burst, warned = statements(everything(told)[:2], told, everything(told), background())
    assert (burst.support, burst.lone) == ((), True)
    assert (warned.support, warned.lone) == ((), False)


def test_what_was_expected_the_day_before_is_no_support() -> None:
    due = article(
        "The verdict in the fraud trial of Nils Oberlin, the former mayor of Arden, is expected on"
        " Friday, the district court in Dunmere said on Thursday.",
        title="Oberlin trial: verdict due on Friday",
        id="due",
    )
    fell = article(
        "Nils Oberlin, who ran Arden for eleven years, must go to prison for six, the district"
        " court ruled on Friday.",
        title="Six years for Nils Oberlin",
        outlet="Post",
        at=MORNING + timedelta(hours=30),
        id="fell",
    )
    told = Story("s", (due, fell))
    (one,) = statements(tuple(sentences(fell)), told, everything(told), background())
    assert (one.support, one.origins) == ((), 1)


def test_copies_and_the_same_outlet_are_no_support() -> None:
    told = story(BURST, BURST, AGAIN, sources="Gazette Post Gazette")
    reprinted = Story("s", told.articles, (copy(told.articles[1], told.articles[0]),))
    (one,) = statements(everything(told)[:1], reprinted, everything(told), background())
    assert (one.support, one.origins) == ((), 1)


def test_one_article_supports_once_with_its_nearest_sentence() -> None:
    told = story(BURST, f"{AGAIN} {BURST}")
    (one,) = statements(everything(told)[:1], told, everything(told), background())
    assert [s.text for s in one.support] == [BURST]


def test_support_does_not_depend_on_the_order_of_the_sentences() -> None:
    told = story(BURST, AGAIN, f"{AGAIN} {BURST}")
    given = everything(told)
    forwards = statements(given[:1], told, given, background())
    assert forwards == statements(given[:1], told, given[::-1], background())


STEPS = (
    "The Orvan dam was inspected by engineers on Monday.",
    "The Orvan dam burst before dawn on Tuesday.",
    "Engineers began to rebuild the Orvan dam on Wednesday.",
)


def dated(*texts: str) -> Story:
    at = MORNING + timedelta(days=0)  # a Thursday
    first = article(" ".join(texts), title="Orvan dam engineers", id="a", at=at)
    second = article(f"{BURST} {OTHER}", outlet="Post", id="b", at=at)
    return Story("s", (first, second))


def test_a_timeline_tells_the_steps_in_order_of_time() -> None:
    told = dated(STEPS[2], STEPS[0], STEPS[1])
    only = tuple(s for s in everything(told) if s.article.id == "a")
    assert [s.sentence.text for s in timeline(told, only, background())] == list(STEPS)


def test_a_weekday_that_may_be_tomorrow_is_no_step() -> None:
    friday = "Engineers measured the Orvan dam on Friday."
    told = dated(*STEPS, friday)
    steps = timeline(told, everything(told), background())
    assert friday not in [s.sentence.text for s in steps]


def test_what_was_planned_or_is_the_day_of_a_report_is_no_step() -> None:
    planned = "The Orvan dam was to be inspected by engineers again on Wednesday."
    told_of = "The Orvan dam has cracks, according to a report of the engineers on Monday."
    told = dated(planned, told_of, *STEPS[1:])
    steps = [s.sentence.text for s in timeline(told, everything(told), background())]
    assert planned not in steps
    assert told_of not in steps


def test_two_days_are_no_timeline() -> None:
    told = dated(*STEPS[:2])
    assert timeline(told, everything(told), background()) == ()


def test_what_the_statements_tell_is_no_step() -> None:
    story = dated(*STEPS)
    told = [s for s in everything(story) if s.text == STEPS[1]]
    assert timeline(story, everything(story), background(), told=told) == ()


def test_undated_articles_have_no_timeline() -> None:
    told = dated(*STEPS)
    undated = Story("s", tuple(replace(a, dated=False) for a in told.articles))
    assert timeline(undated, everything(undated), background()) == ()


def test_the_day_of_another_act_in_the_sentence_is_none_of_its_own() -> None:
    other = "Engineers praised the guard that inspected the Orvan dam on Monday."
    told = dated(other, *STEPS[1:])
    assert [s.sentence.text for s in timeline(told, everything(told), background())] == []


def test_a_day_whose_nearest_step_is_told_has_its_next_one() -> None:
    nearer, next_ = "The Orvan dam burst on Tuesday.", "Engineers shut the Orvan dam on Tuesday."
    told = dated(f"{nearer} {next_}", STEPS[0], STEPS[2])
    burst = next(s for s in everything(told) if s.text == nearer)
    steps = timeline(told, everything(told), background(), told=[burst])
    assert [s.sentence.text for s in steps] == [STEPS[0], next_, STEPS[2]]


def test_captions_above_an_opening_leave_it_one() -> None:
    photo = "Sailors wait at the gate. The sea is calm. (AP Photo/Piet Oberlin)"
    told = "Doctors said the fever has reached 31,400 people in nine lands"
    text = f"{photo}\n\n{told}, as ships lay idle in every harbour of the coast."
    fever = article(text, title="Fever reaches 28,200 people")
    shown = sentences(fever)[-1:]
    assert shown[0].index == 3
    title, head = retold(fever.title, fever, shown, background())
    assert (title, head) == (told, fever)


def test_a_sober_title_is_kept_that_its_reports_opening_bears_out_in_other_words() -> None:
    text = (
        "Varga Light & Water was due to begin a round of cuts on Friday to 3,000 homes in the hills"
        " as the coast faces the driest wind of the year.\n\nVLW fears that the danger of wildfire"
        " grows, its engineers said."
    )
    report = article(text, title="VLW begins new round of blackouts over wildfire danger")
    shown = sentences(report)[:1]
    assert retold(report.title, report, shown, background()) == (report.title, report)
    other = article(
        text, title="Keepers of lamps on a wildfire coast fear danger as VLW muddles on"
    )
    assert retold(other.title, other, shown, background())[0] != other.title
