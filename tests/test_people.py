"""People across articles: one person under many names, and people who only seem to be one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.model import Mention, Quote, Span, Speaker
from briefing.quotes import people, people_explained, quotes
from tests.builders import article

CASES = Path(__file__).with_name("people_cases.txt")


def quote(said: str, number: int = 0) -> Quote:
    """A quote whose speaker is printed as `said`: "Ms. Hill = Hill (mayor)"."""
    printed, _, rest = said.rpartition(" = ")
    name, _, role = rest.partition(" (")
    words = printed or name
    text = f"“It is so,” said {words}."
    mention = Mention(Span(17, 17 + len(words)), words, name=name.strip(), role=role.rstrip(")"))
    source = article(text, id=f"a{number}-{said}")
    return Quote(source, (Span(0, 11),), Span(12, 16), mention, "direct")


def speakers(*names: str) -> list[Speaker]:
    quotes = [quote(name, number) for number, name in enumerate(names)]
    found = people(quotes)
    return [found[q] for q in quotes]


def rows() -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, *names = (part.strip() for part in line.split("|"))
            yield kind, tuple(names)


@pytest.mark.parametrize(("kind", "names"), rows(), ids=lambda value: str(value)[:60])
def test_names_are_merged_only_where_they_are_one_speaker(
    kind: str, names: tuple[str, ...]
) -> None:
    ids = [speaker.id for speaker in speakers(*names)]
    distinct = {"same": 1, "apart": len(ids), "known": len(ids) - 1}[kind]
    assert len(set(ids)) == distinct
    assert kind != "known" or ids[0] == ids[1]


@pytest.mark.parametrize(("kind", "names"), rows(), ids=lambda value: str(value)[:60])
def test_the_order_of_the_quotes_changes_nothing(kind: str, names: tuple[str, ...]) -> None:
    quotes = [quote(name, number) for number, name in enumerate(names)]
    outcomes = {
        tuple(sorted((q.article.id, s.id, s.name) for q, s in people(some).items()))
        for some in itertools.islice(itertools.permutations(quotes), 6)
    }
    assert len(outcomes) == 1


def test_there_are_enough_cases_of_both_kinds() -> None:
    kinds = [kind for kind, _ in rows()]
    assert len(kinds) >= 80
    assert kinds.count("same") >= 40
    assert kinds.count("apart") >= 25


def test_the_fullest_name_is_shown_with_its_most_frequent_role() -> None:
    drozdik, _, _ = speakers(
        "Drozdik", "Pavel Drozdik (Harbour spokesman)", "Pavel Drozdik (Harbour spokesman)"
    )
    assert (drozdik.name, drozdik.role) == ("Pavel Drozdik", "Harbour spokesman")
    assert drozdik.names == ("Drozdik", "Pavel Drozdik")


def test_an_id_does_not_depend_on_the_spelling_of_the_day() -> None:
    monday, tuesday = speakers("Oleksiy Marchenkyy"), speakers("Oleksiy Marchenky")
    assert monday[0].id == tuesday[0].id


def test_a_short_name_and_a_full_one_have_one_id_on_different_days() -> None:
    assert speakers("Bill Ashgrove")[0].id == speakers("William P. Ashgrove")[0].id


def test_two_people_who_share_a_name_have_two_ids() -> None:
    ids = [s.id for s in speakers("Ben A. Hillard", "Ben C. Hillard", "Ben Hillard")]
    assert len(set(ids)) == 3


def test_a_quote_without_a_name_has_no_speaker() -> None:
    source = article("“It is so,” an official said.")
    open_quote = Quote(source, (Span(0, 11),), None, Mention(Span(12, 23), "an official"), "direct")
    assert people([open_quote]) == {}


def test_the_reasons_for_merging_can_be_read() -> None:
    merges = people_explained([quote("Orla Vantongeren"), quote("Vantongeren")])
    assert [(m.name, m.reason) for m in merges] == [
        ("Orla Vantongeren", "the fullest name"),
        ("Vantongeren", "only Orla Vantongeren has this surname"),
    ]


def test_a_father_and_a_son_whom_one_article_names_stay_two() -> None:
    text = (
        "“It was cold,” Mayor Ben Hill said. “It was warm,” Mayor Ben Hill Jr. said. "
        "“It was wet,” Mayor Ben Hill said."
    )
    found = people(quotes(article(text)))
    assert len({speaker.id for speaker in found.values()}) == 2


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Øystein Ødevang", "Oystein Odevang"),
        ("Łukaz Żurdek", "Lukaz Zurdek"),
        ("Đorde Ævar", "Dorde Aevar"),
        ("Jörn Weißmoor", "Jorn Weissmoor"),
    ],
)
def test_no_letter_of_a_name_is_lost(name: str, plain: str) -> None:
    assert speakers(name)[0].id == speakers(plain)[0].id
    assert len(set(speakers(name, plain))) == 1
