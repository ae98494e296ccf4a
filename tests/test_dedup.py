"""Copies: what is folded into one origin, and what stays independent. All news is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.dedup import copies
from briefing.model import Article
from briefing.press.agencies import agencies
from tests.builders import MORNING, article, source

WIRE = [
    "The Kestrel dam opened its gates on Monday after a week of heavy rain in the upper valley.",
    "Engineers lowered the lake by two metres before dawn to protect the town of Velmar.",
    "Some 1,200 residents of low streets were told to leave and slept in the sports hall.",
    "The regional water board expects the river to crest near the old bridge on Tuesday night.",
    "Farmers along the lower Orna lost fields of winter barley and about forty sheep.",
    "A freight line between Velmar and Port Casson stays closed until inspectors have seen it.",
    "The last flood of this height in the valley destroyed eleven houses nineteen years ago.",
    "Insurance companies sent assessors to the district and opened a common telephone line.",
]
OTHER = [
    "Volunteers filled sandbags through the night as brown water crept up Quay Street.",
    "Mayor Ilse Brandt cancelled the carnival and asked visitors to stay away from the embankment.",
    "Schools will open again once electricians have checked the cellars, the council decided.",
    "Shopkeepers carried televisions and flour to upper floors, helped by soldiers.",
    "Nobody was hurt, although two firemen had to be pulled out of a swollen ditch.",
    "At the campsite caravans floated against the fence like toys in a bath.",
]
SPEECH = (
    "“We have asked for a second spillway since the day this dam was built, we have written "
    "letters, we have gone to court, we have carried buckets, and every ministry has told us that "
    "the next budget would surely pay for it, so nobody should call this rain a surprise,” "
    "said the mayor."
)


def text(*sentences: str) -> str:
    return "\n\n".join(sentences)


def family(*articles: Article) -> dict[str, str]:
    return {c.article.id: c.origin.id for c in copies(articles)}


def at(hours: float, body: str, outlet: str, name: str, **more: str) -> Article:
    return article(
        body,
        outlet=outlet,
        id=name,
        at=MORNING + timedelta(hours=hours),
        title=more.get("title", ""),
    )


FIRST = at(0, text(*WIRE), "Wire", "wire", title="Dam opens gates")


def test_the_same_text_elsewhere_is_a_copy() -> None:
    (copy,) = copies([FIRST, at(1, text(*WIRE), "Post", "post", title="Valley under water")])
    assert (copy.article.id, copy.origin.id, copy.share) == ("post", "wire", 1.0)


def test_a_cut_reprint_with_another_lead_and_tail_is_a_copy() -> None:
    cut = text(
        "Here is what readers of the Post have been asking about.",
        *WIRE[:4],
        "Sign up for our newsletter.",
    )
    assert family(FIRST, at(2, cut, "Post", "post")) == {"post": "wire"}


def test_of_two_cuts_the_one_that_ends_its_sentence_is_the_origin() -> None:
    begun = f"{WIRE[0].removesuffix('.')} and its…"
    assert family(at(0, begun, "Post", "post"), at(1, WIRE[0], "Wire", "wire")) == {"post": "wire"}
    assert family(at(0, begun, "Post", "post"), at(1, begun, "Wire", "wire")) == {"wire": "post"}


def test_other_spelling_marks_and_dateline_make_no_other_text() -> None:
    british = "VELMAR (Wire) — " + text(*WIRE).replace("metres", "meters").replace("Some", "About")
    assert family(FIRST, at(1, british, "Post", "post")) == {"post": "wire"}


def test_half_a_wire_report_in_an_own_text_has_the_wires_origin() -> None:
    half = text(*OTHER[:4], *WIRE[2:7])
    assert family(FIRST, at(3, half, "Post", "post")) == {"post": "wire"}


def test_two_reports_of_one_event_stay_independent() -> None:
    assert family(FIRST, at(1, text(*OTHER), "Post", "post")) == {}


def test_quoting_one_speech_at_length_is_not_copying() -> None:
    ours = at(0, text(*WIRE[:4], SPEECH), "Wire", "wire")
    theirs = at(1, text(*OTHER[:4], SPEECH), "Post", "post")
    assert family(ours, theirs) == {}


def test_a_report_that_quotes_a_column_at_length_is_no_copy_of_it() -> None:
    column = at(0, text(*WIRE), "Courier", "column")
    quoting = [f"“{sentence}”" for sentence in WIRE[:5]]
    report = at(2, text(OTHER[0], *quoting, *OTHER[1:3]), "Gazette", "report")
    assert family(column, report) == {}


def test_a_speech_printed_in_full_by_two_outlets_has_one_origin() -> None:
    assert family(at(0, SPEECH, "Wire", "wire"), at(1, SPEECH, "Post", "post")) == {"post": "wire"}


def test_every_copy_points_to_the_origin_and_never_to_a_copy() -> None:
    found = family(
        FIRST,
        at(1, text(*WIRE[:6]), "Post", "post"),
        at(2, text(*WIRE[:5]), "Herald", "herald"),
        at(3, text(*WIRE[:4]), "Courier", "courier"),
    )
    assert found == {"post": "wire", "herald": "wire", "courier": "wire"}


def test_a_short_cut_that_came_first_is_not_the_origin() -> None:
    early = at(-1, text(*WIRE[:3]), "Post", "post")
    assert family(FIRST, early) == {"post": "wire"}


def test_an_outlets_update_of_its_article_is_one_voice() -> None:
    update = at(4, text(*WIRE, OTHER[0]), "Wire", "update")
    assert family(FIRST, update) == {"wire": "update"}


def test_an_outlets_follow_up_with_the_same_background_is_news() -> None:
    follow_up = at(24, text(*OTHER[:5], *WIRE[5:8]), "Wire", "next-day")
    assert family(FIRST, follow_up) == {}


def test_a_follow_up_that_is_mostly_background_is_news_if_it_opens_with_something_new() -> None:
    lead = " ".join(OTHER)
    again = text(lead, lead.replace("brown", "grey"), *WIRE)
    same_day, next_day = (at(h, again, "Wire", "later") for h in (3, 24))
    assert family(FIRST, same_day) == {"wire": "later"}
    assert family(FIRST, next_day) == {}


def test_a_common_agency_credit_needs_less_common_text() -> None:
    ours = text("VELMAR (AP) - " + WIRE[0], *WIRE[1:4], *OTHER[:3])
    theirs = text("VELMAR (AP) - " + WIRE[0], *WIRE[2:4], *OTHER[4:6], *WIRE[5:8])
    plain = [t.replace("(AP)", "") for t in (ours, theirs)]
    assert family(at(0, ours, "Post", "a"), at(1, theirs, "Herald", "b")) == {"b": "a"}
    assert family(at(0, plain[0], "Post", "a"), at(1, plain[1], "Herald", "b")) == {}


def test_an_agencys_own_page_needs_no_credit_of_its_own() -> None:
    own = text(*WIRE[:4], *OTHER[:3])
    cut = text("VELMAR (AP) - " + WIRE[0], *WIRE[2:4], *OTHER[4:6], *WIRE[5:8])
    assert family(at(0, own, "Associated Press", "a"), at(1, cut, "Herald", "b")) == {"b": "a"}
    assert family(at(0, own, "Post", "a"), at(1, cut, "Herald", "b")) == {}


def test_weeks_apart_is_not_compared() -> None:
    assert family(FIRST, at(24 * 14, text(*WIRE), "Post", "post")) == {}


def test_agencies_are_read_from_byline_dateline_and_last_lines() -> None:
    assert agencies(article("VELMAR (Reuters) - The dam opened.")) == {"reuters"}
    assert agencies(article("Rain.", authors=("Associated Press",))) == {"ap"}
    assert agencies(article("Rain. Additional reporting by AFP")) == {"afp"}
    assert agencies(article("Rain.\n\n— AP")) == {"ap"}
    assert agencies(article("Rain.\n\nAP Food Writer Ann Lee contributed to this report.")) == {
        "ap"
    }
    assert agencies(article("Rain.\n\n(PA)")) == {"pa"}
    assert agencies(article("Rain.", authors=("PA",))) == {"pa"}
    assert agencies(article("Rain.", outlet="AP")) == {"ap"}
    assert agencies(article("The map shows the dam. The pa system failed.")) == frozenset()


def test_empty_and_tiny_texts_are_no_copies_of_each_other() -> None:
    assert family(at(0, "", "Wire", "a"), at(1, "", "Post", "b")) == {}
    assert family(at(0, "Watch the video.", "Wire", "a"), at(1, "Rain.", "Post", "b")) == {}


def test_a_page_of_quote_marks_is_read_in_no_time() -> None:
    junk = ["“" * 50_000, '"' * 50_000, "‘’" * 25_000, "‘a" * 25_000, " " * 50_000]
    assert len(copies([at(i, body, "Post", f"j{i}") for i, body in enumerate(junk)])) <= 4


pieces = st.lists(st.sampled_from(WIRE + OTHER + [SPEECH]), min_size=1, max_size=9, unique=True)


@settings(deadline=None, max_examples=60)
@given(st.lists(pieces, min_size=1, max_size=7), st.randoms(use_true_random=False))
def test_folding_twice_is_folding_once_and_order_does_not_matter(bodies, chance) -> None:  # type: ignore[no-untyped-def]
    outlets = ["Post", "Herald", "Courier", "Wire"]
    given_articles = [
        at(3 * i, text(*body), outlets[i % 4], f"n{i}") for i, body in enumerate(bodies)
    ]
    found = copies(given_articles)
    mixed = list(given_articles)
    chance.shuffle(mixed)
    assert copies(mixed) == found
    folded = {c.article.id for c in found}
    assert not folded & {c.origin.id for c in found}
    assert copies([a for a in given_articles if a.id not in folded]) == ()


def test_of_an_outlets_two_versions_the_later_one_of_the_day_is_told() -> None:
    corrected = text(*WIRE).replace("1,200", "1,500") + "\n\n" + OTHER[3]
    articles = [FIRST, at(1, text(*WIRE), "Post", "post"), at(2, corrected, "Wire", "second")]
    assert family(*articles) == {"wire": "second", "post": "second"}


def test_a_version_that_is_cut_short_or_comes_the_next_day_is_not_told_instead() -> None:
    cut = at(2, text(*WIRE[:3]), "Wire", "cut")
    next_day = at(24, text(*WIRE).replace("1,200", "1,500"), "Wire", "next")
    assert family(FIRST, cut, next_day) == {"cut": "wire", "next": "wire"}


def test_two_summaries_that_share_the_events_name_are_two_reports() -> None:
    first = article(
        "Arden's town council has voted to remove mayor Ada Quill from office over the dam", id="a1"
    )
    second = article(
        "Arden's town council voted on Tuesday to remove mayor Ada Quill from office, only four weeks"
        " after she had moved in, with engineers still asking for money and a vote on the budget of"
        " the northern valley due before the rivers rise again in spring.",
        outlet="Post",
        id="a2",
    )
    same = replace(first, id="a3", source=source("Herald"))
    assert [c.article.id for c in copies((first, second, same))] == ["a3"]
