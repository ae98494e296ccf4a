from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Scored, Sentence, Story
from briefing.rank import rank
from briefing.select import Budget, choose, select
from briefing.settings import RankSettings, SelectSettings
from briefing.standing.order import DETAIL, EVENT, OUTLOOK, REACTION, kind, led, reading_order
from briefing.text.background import Background
from briefing.text.repeats import bag, repeats
from briefing.text.sentences import sentences
from tests.builders import article, story

SETTINGS = SelectSettings()
ALL = Budget()
FLOOD = story(
    "The dam above Arden broke on Monday morning. "
    "She had warned the town about cracks in May. "
    "Rescue boats brought ninety people to the school.",
    "Engineers found long cracks in the northern wall last week. "
    "Farmers in the valley moved their cattle to higher ground.",
)


def scored(of: Story = FLOOD, scores: str = "") -> list[Scored]:
    """The sentences of a story, falling in worth unless `scores` gives a digit for each."""
    told = [s for article in of.articles for s in sentences(article)]
    worth = [int(d) for d in scores] if scores else range(len(told), 0, -1)
    return [Scored(s, float(x)) for s, x in zip(told, worth, strict=True)]


def firsts(chosen: tuple[Sentence, ...]) -> list[str]:
    return [s.text.split()[0] for s in chosen]


def test_the_best_come_first_until_the_budget_is_spent() -> None:
    assert firsts(choose(scored(scores="10305"), Budget(sentences=2), SETTINGS)) == [
        "Farmers",
        "Rescue",
    ]


def test_only_whole_sentences_within_the_words() -> None:
    chosen = choose(scored(), Budget(words=17), SETTINGS)
    assert sum(len(s.text.split()) for s in chosen) <= 17
    assert firsts(chosen) == ["The", "She"]


def test_a_text_that_is_cut_elsewhere_may_run_over() -> None:
    assert len(choose(scored(), Budget(words=9, whole=False), SETTINGS)) == 2


def test_minutes_are_words_at_230_a_minute() -> None:
    assert Budget.of(minutes=2, words=1000) == Budget(words=460)
    assert Budget.of(sentences=3) == Budget(sentences=3)
    assert Budget.of() == Budget()


def test_a_follow_up_is_shown_right_after_what_it_follows_and_never_alone() -> None:
    told = story("Ada Quill ran the Arden water office. She warned the town about cracks in May.")
    assert firsts(choose(scored(told, "19"), ALL, SETTINGS)) == ["Ada", "She"]
    assert firsts(choose(scored(told, "19")[1:], ALL, SETTINGS)) == []


def test_a_stranger_waits_until_somebody_names_them_in_full() -> None:
    told = story(
        "It rained. Engineer Ada Quill closed the Arden dam. Quill said the north wall had split."
    )
    assert firsts(choose(scored(told, "019"), ALL, SETTINGS)) == ["Engineer", "Quill"]


def test_what_is_said_once_is_not_said_again() -> None:
    twice = story(
        "The dam above Arden broke on Monday morning.",
        "The dam above Arden broke early on Monday morning.",
    )
    assert len(select(scored(twice), ALL, SETTINGS)) == 1


def test_what_is_shown_elsewhere_is_not_said_again() -> None:
    elsewhere = ["On Monday morning the dam above Arden broke."]
    assert "The" not in firsts(select(scored(), ALL, SETTINGS, avoid=elsewhere))


def test_another_storys_function_words_make_no_repeat() -> None:
    shown = (
        "The mayor of Velmar said in the hall of the guild that the price of the bread in the north "
        "of the town is the affair of the bakers."
    )
    dam = story(
        "The owner of the dam in the hills said that the wall of the lake is the oldest in the land "
        "and the crack in the middle of the wall the worst of the year."
    )
    said, old = bag(dam.articles[0].text), bag(shown)
    assert repeats(said, [old], SETTINGS.similar, SETTINGS.held, SETTINGS.worded)
    assert choose(scored(dam), ALL, SETTINGS, avoid=[shown])


def test_a_concept_counts_once() -> None:
    told = scored(scores="30021")
    flood = (("dam", "broke"), 2.0)
    weighed = [Scored(told[0].sentence, 3.0, concepts=(flood,)), *told[1:3]]
    weighed += [Scored(told[3].sentence, 2.0, concepts=(flood,)), told[4]]
    assert firsts(choose(weighed, Budget(sentences=2), SETTINGS)) == ["The", "Farmers"]


SHORT = "The dam above Arden broke on Monday morning."
LONG = "The dam above Arden broke on Monday morning and the water flooded 300 homes in the valley."
BROKE, FLOODED = ("dam", "broke"), ("300", "homes")


def two_reports(after: str = "") -> list[Scored]:
    """A short report and a fuller one of the same, which is less dense; then what else is told."""
    short, *more, long = scored(story(f"{SHORT} {after}".strip(), LONG))
    return [
        Scored(short.sentence, 3.0, concepts=((BROKE, 3.0),)),
        Scored(long.sentence, 2.0, concepts=((BROKE, 1.5), (FLOODED, 1.5))),
        *(Scored(s.sentence, 1.0) for s in more),
    ]


def test_where_words_are_left_over_the_fuller_report_of_the_same_is_shown() -> None:
    assert [s.text for s in choose(two_reports(), Budget(words=30), SETTINGS)] == [LONG]


def test_a_report_that_tells_no_more_changes_nothing() -> None:
    short, long = two_reports()
    same = Scored(long.sentence, 2.0, concepts=((BROKE, 1.5),))
    assert [s.text for s in choose([short, same], Budget(words=30), SETTINGS)] == [SHORT]


def test_a_fuller_report_that_does_not_fit_changes_nothing() -> None:
    assert [s.text for s in choose(two_reports(), Budget(words=16), SETTINGS)] == [SHORT]


def test_a_report_that_another_sentence_leans_on_is_not_exchanged() -> None:
    told = two_reports("It had shown cracks in the northern wall for a whole year.")
    assert firsts(choose(told, Budget(words=40), SETTINGS)) == ["The", "It"]


def test_the_dateline_is_not_shown() -> None:
    told = story("ARDEN (AP) — The dam above the town broke on Monday morning.")
    (sentence,) = select(scored(told), ALL, SETTINGS)
    assert sentence.text == "The dam above the town broke on Monday morning."


def test_it_happened_then_detail_then_reaction_then_outlook() -> None:
    told = story(
        "The dam above Arden broke on Monday morning.",
        "Calder sleeps. The northern wall had stood since the spring of 1931.",
        "Calder sleeps. Farmers in the valley said nobody had come to help.",
        "Calder sleeps. Engineers will inspect both bridges before the weekend.",
    )
    last = [sentences(article)[-1] for article in told.articles]
    assert [kind(s) for s in last] == [EVENT, DETAIL, REACTION, OUTLOOK]
    assert list(reading_order(list(reversed(last)))) == last


def test_a_source_keeps_its_order() -> None:
    told = sentences(
        story("Bo Marsh said no to it. The wall fell down. The dam broke.").articles[0]
    )
    assert reading_order(list(reversed(told))) == told


def test_a_surname_comes_after_the_sentence_that_gives_the_full_name() -> None:
    one, two = story(
        "Quill closed the gates of the dam.", "The council had hired engineer Ada Quill in May."
    ).articles
    bare, full = sentences(one)[0], sentences(two)[0]
    assert reading_order([bare, full]) == (bare, full)
    assert reading_order([bare, full], {"Quill"}) == (full, bare)


def test_a_surname_that_only_another_report_gives_in_full_waits_for_it() -> None:
    told = story(
        "Quill said on Monday that the northern wall of the dam had split.",
        "The council of Arden hired engineer Ada Quill to watch over the water.",
    )
    assert firsts(choose(scored(told, "91"), ALL, SETTINGS)) == ["The", "Quill"]
    assert firsts(choose(scored(told, "91")[:1], ALL, SETTINGS)) == ["Quill"]


def test_a_story_whose_openings_all_take_the_person_for_known_is_told() -> None:
    told = scored(
        story(
            "Quill said on Monday that the northern wall of the dam had split.",
            "It rained. It snowed. The council of Arden hired engineer Ada Quill to watch the dam.",
        ),
        "9001",
    )
    assert firsts(choose(told, Budget(words=13), SETTINGS)) == ["Quill"]
    assert firsts(choose(told, ALL, SETTINGS)) == ["The", "Quill"]


def test_another_wording_with_the_same_content_repeats() -> None:
    old = [bag("Engineers found long cracks in the northern wall of the dam last week.")]
    assert repeats(bag("Cracks in the northern wall were found."), old, similar=0.5, held=0.8)
    assert not repeats(bag("Farmers moved their cattle."), old, similar=0.5, held=0.8)


@given(st.permutations(range(5)), st.integers(0, 60))
def test_any_order_gives_the_same_choice_within_its_budget(order: list[int], words: int) -> None:
    given_ = rank([s.sentence for s in scored()], Background(10, {}), RankSettings())
    chosen = select(given_, Budget(words=words), SETTINGS)
    assert select([given_[i] for i in order], Budget(words=words), SETTINGS) == chosen
    assert sum(len(s.text.split()) for s in chosen) <= words
    assert all(s.text in s.article.text for s in chosen)


def test_a_statement_in_other_words_is_shown_once() -> None:
    told = story(
        "Engineers found long cracks in the northern wall of the Orvan dam on Monday. "
        "Farmers in the valley moved their cattle to higher ground. "
        "The mayor of Arden closed the school for the rest of the week.",
        "On Monday long cracks were discovered by engineers in the northern wall of Orvan dam.",
    )
    assert len(select(scored(told), ALL, SETTINGS)) == 3


def test_what_tells_the_headline_leads_with_what_goes_on_from_it() -> None:
    rule = article("Ships may no longer leave port in thick fog, the minister said.", id="a1")
    text = "The captain was warned twice by radio. He answered neither call. Rain fell later."
    warned = article(text, title="Captain was warned twice", id="a2")
    (first,) = sentences(rule)
    opening, goes_on, later = sentences(warned)
    assert led((first, opening, goes_on, later), warned) == (opening, goes_on, later, first)
    assert led((first, opening, later), warned) == (opening, first, later)
    assert led((first, later), warned) == (first, later)


WALL = (
    "Engineer Ada Quill found long cracks in the northern wall of the Orvan dam on Monday. "
    "The council of Arden shut three schools in the valley on the same evening. "
    "Farmers from Dunmere moved 900 cattle to higher ground before midnight. "
    "Quill will inspect the southern wall with divers on Thursday morning."
)


def test_behind_an_opening_comes_what_follows_it_and_nothing_else() -> None:
    told = scored(story(WALL, "Divers of the navy looked at the Orvan dam for the ministry."))
    one, two, three, four, _ = told
    assert firsts(select([one, two, three, four], ALL, SETTINGS, (), [one])) == [
        "Engineer",
        "The",
        "Farmers",
        "Quill",
    ]
    assert firsts(select([one, three, four], ALL, SETTINGS, (), [one])) == ["Engineer"]
    assert firsts(select([one, three, four], ALL, SETTINGS)) == ["Engineer", "Farmers", "Quill"]


def test_what_follows_a_repeat_may_follow_what_stands_before_that() -> None:
    again = (
        "Engineer Ada Quill found long cracks in the northern wall of the Orvan dam on Monday. "
        "The northern wall of the Orvan dam has long cracks that engineer Ada Quill found Monday. "
        "Farmers from Dunmere moved 900 cattle to higher ground before midnight. "
        "She will inspect the southern wall with divers on Thursday morning."
    )
    one, two, three, four = scored(story(again))
    assert firsts(select([one, two, three], ALL, SETTINGS, (), [one])) == ["Engineer", "Farmers"]
    assert firsts(select([one, two, four], ALL, SETTINGS, (), [one])) == ["Engineer"]
    assert firsts(select([one, three], ALL, SETTINGS, (), [one])) == ["Engineer"]
    told = [(two.sentence.article.id, two.sentence.index)]
    assert firsts(select([one, three], ALL, SETTINGS, (), [one], (), told)) == [
        "Engineer",
        "Farmers",
    ]


def test_where_an_opening_cannot_stand_the_next_reports_is_told() -> None:
    cracks = "Engineers found long cracks in the northern wall of the Orvan dam on Monday."
    bare, whole = scored(story(f"It was a long night for the dam. {WALL}", cracks))[::5]
    assert select([bare, whole], ALL, SETTINGS, (), [bare, whole]) == (whole.sentence,)


def test_an_opening_that_leans_on_a_sentence_stands_behind_it() -> None:
    wait = "The board of the Orvan dam has waited three years for the council of Arden."
    done = "Its patience ended on Monday, when the board shut both gates of the dam."
    undated = "Its patience has ended, and both gates of the dam are shut for ever."
    one, two = scored(story(f"{wait} {done}"))
    assert select([one, two], ALL, SETTINGS, (), [two]) == (one.sentence, two.sentence)
    assert select([two], ALL, SETTINGS, (), [two]) == ()
    one, two = scored(story(f"{wait} {undated}"))
    assert select([one, two], ALL, SETTINGS, (), [two]) == ()
