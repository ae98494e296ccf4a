"""Who speaks, inside one article: surname, role and pronoun become a full name or stay open."""

from __future__ import annotations

import pytest

from briefing.quotes import quotes
from briefing.quotes.who.naming import parsed
from briefing.quotes.who.persons import Person, Persons
from tests.builders import article


def names(text: str, title: str = "") -> list[str | None]:
    return [q.speaker.name if q.speaker else None for q in quotes(article(text, title=title))]


def roles(text: str) -> list[str]:
    return [q.speaker.role if q.speaker else "" for q in quotes(article(text))]


@pytest.mark.parametrize(
    "later",
    ["Stone", "Ms. Stone", "Mayor Stone", "The mayor", "She"],
)
def test_later_mentions_are_given_the_full_name(later: str) -> None:
    text = f"“The dam holds,” said Mayor Ada Stone.\n\n{later} said that it was old."
    assert names(text) == ["Ada Stone", "Ada Stone"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("the Harbour Workers' Federation said", "Harbour Workers' Federation"),
        ("said the Dunmere Teachers’ Union", "Dunmere Teachers’ Union"),
        ("Norland's Supreme Court said", "Supreme Court"),
    ],
)
def test_whose_body_it_is_may_be_part_of_its_name(said: str, name: str) -> None:
    assert names(f"“The dam must hold,” {said} on Monday.") == [name]


def test_a_surname_may_stand_before_the_full_name() -> None:
    assert names("Stone said that it was old.\n\nAda Stone built the dam.") == ["Ada Stone"]


def test_the_title_of_the_article_may_hold_the_full_name() -> None:
    assert names("Stone said that it was old.", title="Ada Stone opens dam") == ["Ada Stone"]


def test_a_given_name_alone_is_the_one_who_has_it() -> None:
    text = "Ada Stone built the dam.\n\nAda said that it was old."
    assert names(text) == ["Ada Stone"]
    assert names(f"{text} Ada Lind left.") == ["Ada"]


def test_two_people_with_one_surname_stay_open_without_a_sign() -> None:
    text = "Ada Stone met Ben Stone at the dam.\n\nStone said that it was old."
    assert names(text) == [None]


def test_an_honorific_tells_two_people_with_one_surname_apart() -> None:
    text = "Ada Stone met Peter Stone at the dam.\n\nMr. Stone said that it was old."
    assert names(text) == ["Peter Stone"]


def test_a_pronoun_goes_to_the_last_speaker_of_its_gender() -> None:
    text = (
        "“The dam holds,” said Ada Lind.\n\n“It leaks,” said Peter Stone.\n\n"
        "She said that it was safe."
    )
    assert names(text) == ["Ada Lind", "Peter Stone", "Ada Lind"]


@pytest.mark.parametrize("who", ["They", "I", "A spokesman", "One official", "The expert"])
def test_what_the_article_leaves_open_stays_open(who: str) -> None:
    text = f"“The dam holds,” said Mayor Ada Stone.\n\n“It leaks,” {who.lower()} said."
    assert names(text)[-1] is None


def test_a_role_that_two_people_hold_stays_open() -> None:
    text = (
        "“It holds,” said engineer Ada Stone.\n\n“It leaks,” said engineer Ben Lind.\n\n"
        "The engineer said that it was old."
    )
    assert names(text)[-1] is None


def test_a_far_pronoun_stays_open() -> None:
    filler = "\n\n".join(["The valley is wide and green."] * 6)
    assert names(f"Ada Stone built the dam.\n\n{filler}\n\nShe said that it was old.") == [None]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Harbour spokesman Pavel Drozdik said that it was old.", "Harbour spokesman"),
        ("Pavel Drozdik, a Harbour spokesman, said that it was old.", "Harbour spokesman"),
        ("“It is old,” said Pavel Drozdik, the Harbour spokesman.", "Harbour spokesman"),
        ("US President Lena Marsh said that it was old.", "US President"),
        ("The mayor of Lindau, Ada Stone, said that it was old.", ""),
        ("Ada Stone said that it was old.", ""),
    ],
)
def test_the_role_is_kept_as_printed(text: str, role: str) -> None:
    assert roles(text) == [role]


def test_a_role_with_its_office_before_the_name() -> None:
    text = "It is old, spokesman for the Harbour office Pavel Drozdik said."
    assert names(text) == ["Pavel Drozdik"]


def test_an_office_is_no_part_of_the_name() -> None:
    text = "Secretary of State Lena Marsh built it.\n\nMarsh said that it was old."
    assert names(text) == ["Lena Marsh"]


def test_the_owner_of_a_claim_is_named_without_the_genitive() -> None:
    text = "Ada Stone’s claim that the dam was old and unsafe upset many."
    assert names(text) == ["Ada Stone"]


def test_an_organisation_is_named_and_taken_up_by_it() -> None:
    text = "“It is old,” said the Dam Office. “Very old,” it added."
    assert names(text)[0] == "Dam Office"


def test_a_plural_that_opens_a_sentence_is_no_name() -> None:
    text = "Experts say that the dam is old.\n\nOther experts do not."
    assert names(text)[0] is None


def test_an_aide_is_not_the_person_served() -> None:
    assert names("Ada Stone’s lawyer said that it was old.\n\nAda Stone left.") == [None]


@pytest.mark.parametrize(
    "speaker",
    [
        "An aide to Harbour Speaker Ada Stone",
        "The mother of Ada May Stone",
        "A lawyer for Ada May Stone",
    ],
)
def test_somebody_else_s_name_is_not_the_speaker_s(speaker: str) -> None:
    assert names(f"{speaker} said that it was old.") == [None]


def test_an_outlet_before_a_name_is_no_part_of_it() -> None:
    assert names("The Gazette’s Ada Stone said that it was old.") == ["Ada Stone"]


def test_a_role_within_anothers_description_names_nobody() -> None:
    text = (
        "Ben Hill, a general whom the mayor once praised, left. Said the mayor, "
        "“I gave him a house and he never came home.”"
    )
    assert [q.speaker.name for q in quotes(article(text)) if q.speaker] == [None]


def test_a_title_with_a_point_leads_the_sentence_with_its_person() -> None:
    text = (
        "Ben Hill was shot on Monday. Norland Gov. Tom Stone condemned the deed.\n\n"
        "“What they did to the town is not acceptable,” he said."
    )
    assert [q.speaker.name for q in quotes(article(text)) if q.speaker] == ["Tom Stone"]


def test_an_office_and_its_place_before_a_name_are_no_name() -> None:
    text = "“We hope for peace,” said Norlandish Ambassador to the United Nations Ada Stone."
    assert [q.speaker.name for q in quotes(article(text)) if q.speaker] == ["Ada Stone"]


def names_of(text: str) -> list[str | None]:
    return [q.speaker.name for q in quotes(article(text)) if q.speaker]


def test_he_is_nobody_of_whom_a_quote_only_speaks() -> None:
    text = (
        "Ben Hill gave a talk. “I once mocked Tom Stone. Tom Stone was there,” Hill said.\n\n"
        "He went on with harsh words.\n\n“It still troubles me that they are here,” he said."
    )
    assert names_of(text) == ["Ben Hill", "Ben Hill"]


def test_he_behind_an_office_that_nobody_is_named_for_stays_open() -> None:
    text = (
        "Ben Hill was shot on Monday.\n\nThe mayor, meanwhile, called for calm.\n\n"
        "“Stay in your houses until morning,” he wrote."
    )
    assert names_of(text) == [None]


def test_who_is_quoted_saying_a_thing_says_it() -> None:
    text = (
        "Sen. Ada Moor has said she is “struggling” with it. “It is time to go,” Tom Stone, "
        "a sailor, was quoted saying. “The mayor has not done well by us.”"
    )
    assert names_of(text)[-1] == "Tom Stone"


def test_what_two_say_together_is_not_said_by_one() -> None:
    text = "Ada Stone came. “The deed was a grave one for us,” Stone and law partner Ben Hill said."
    assert names_of(text) == [None]


def test_a_judgment_and_a_place_are_no_speakers() -> None:
    case = "In Moor v. Hill the court was clear. It is so “where a man relies on it,” according to Moor."
    place = "“We all know of the wrong,” said Harbour County, Norland, Supervisor Ada Stone."
    assert names_of(case) == [None]
    assert names_of(place) != ["Harbour County"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the institute's director, Bruno Achterman,", "Bruno Achterman"),
        ("Lumenor's chief executive, Yusuf Demirel,", "Yusuf Demirel"),
        ("the director of inland fisheries, Dr Bruno Achterman,", "Bruno Achterman"),
        ("Lumenor's head of repairs, Yusuf Demirel,", "Yusuf Demirel"),
        ("a spokesman for the harbour guard, Captain Bruno Achterman,", "Bruno Achterman"),
        ("a spokesman for the mayor, Bruno Achterman,", None),
        ("the lawyer of the family, Bruno Achterman,", None),
        ("the mother of the director, Bruno Achterman,", None),
    ],
)
def test_who_has_the_one_role_stands_behind_it(words: str, name: str | None) -> None:
    (quote,) = quotes(article(f'Rain fell. "The depth took the anger out of it," {words} said.'))
    assert quote.speaker is not None
    assert quote.speaker.name == name


SAID = "“The old dam above the valley is safe,” he said."


def last(text: str, title: str = "") -> str | None:
    return names(text, title)[-1]


@pytest.mark.parametrize(
    "before",
    [
        # of the one in whose name another speaks, or of whom another speaks
        "But Lind spokesman Carl Oberlin disputed the numbers.",
        "Carl Oberlin told the Gazette that Lind was wrong.",
        "On Capitol Hill, governor Carl Oberlin praised the plan.",
        "Carl Oberlin, a miller in Arden, rebuilt the wall, and the Lind administration paid.",
    ],
)
def test_he_is_of_whom_the_sentence_before_speaks(before: str) -> None:
    text = f"“It leaks,” said Peter Lind.\n\nCarl Oberlin is here.\n\n{before}\n\n{SAID}"
    assert last(text) == "Carl Oberlin"


def test_a_titled_surname_is_a_person_though_no_place_has_the_full_name() -> None:
    text = (
        "“It leaks,” said Peter Lind.\n\nPresident Oberlin had called him.\n\n"
        f"In a letter after the talk, Oberlin seemed to relish it.\n\n{SAID}"
    )
    assert last(text) == "Oberlin"


def test_a_place_that_speaks_is_not_he() -> None:
    assert last(f"“It leaks,” said Peter Lind.\n\nTollen said it was dry.\n\n{SAID}") is None


def test_after_some_paragraphs_he_may_be_anybody_named_since() -> None:
    text = (
        "“It leaks,” said Peter Lind.\n\nThe files tell how David Tollen came.\n\n"
        f"In May, the police said, he left.\n\n{SAID}"
    )
    assert last(text) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ada Stone, who said it was safe, left.", "Ada Stone"),
        ("Ada Stone, a miller in Arden, who said it was safe, left.", "Ada Stone"),
        ("Ada Stone came, and there were farmers who said that it was safe.", None),
    ],
)
def test_who_is_the_one_named_right_before(words: str, name: str | None) -> None:
    assert names(words)[0] == name


def test_a_given_name_may_go_on_behind_a_hyphen() -> None:
    text = "“It leaks,” said Park Choon-hee, a miller.\n\n“It is old,” Mr. Park said."
    assert names(text) == ["Park Choon-hee", "Park Choon-hee"]


def test_words_of_a_headline_are_no_name() -> None:
    assert last("Oberlin said that it was old.", title="Mill Gets Big Win From Oberlin") == (
        "Oberlin"
    )


def test_press_before_secretary_is_no_verb() -> None:
    text = "“It holds,” Town House press secretary Ada May Stone said."
    assert names(text) == ["Ada May Stone"]


def test_dean_is_a_given_name_too() -> None:
    assert names("“It holds,” said Dean Oberlin, a miller.") == ["Dean Oberlin"]


def test_an_unknown_given_name_is_one_though_it_stands_there_once() -> None:
    text = "Ammar and Ryan Oberlin left.\n\nAmmar Oberlin came back.\n\n“It holds,” Oberlin said."
    assert last(text) is None


def test_a_surname_before_the_first_lady_is_her_husbands() -> None:
    text = "“It holds,” Oberlin said.\n\nFirst lady Ada Oberlin came, too."
    assert last(text) == "Oberlin"


def test_an_office_alone_is_no_name() -> None:
    assert last("“It holds,” the Norland Reserve Chairman said.") is None


def test_the_title_of_two_makes_no_second_speaker() -> None:
    text = "Justices Ada Oberlin and Ben Hill left.\n\n“It holds,” Justice Ada Oberlin said."
    assert last(text) == "Ada Oberlin"


def test_a_chairman_of_a_council_has_a_name_behind_it() -> None:
    text = "“It holds,” Chairman of the Council of Town Advisers Ada Oberlin said."
    assert last(text) == "Ada Oberlin"


def test_a_heading_in_marks_is_nobody_s() -> None:
    text = "“It holds,” said Ada Stone.\n\n“The lake is no longer a quiet place”\n\nIt rained."
    (quote,) = quotes(article(text))
    assert len(quote.contents) == 1


def test_behind_a_clause_the_subject_of_the_sentence_is_he() -> None:
    text = (
        "When it came to Carl Oberlin, who has said that the lake is dry and that the wall is old, "
        f"Lind lost his patience.\n\nPeter Lind said it holds.\n\nWhen the debate turned to Carl "
        f"Oberlin, who has said that the lake is dry, Lind turned red.\n\n{SAID}"
    )
    assert last(text) == "Peter Lind"


def test_behind_a_fellow_for_studies_stands_a_name() -> None:
    assert last("“It holds,” Senior Fellow for Town Studies Peter Oberlin said.") == "Peter Oberlin"


def test_who_holds_a_named_bodys_office_is_named_behind_it() -> None:
    text = "“The dam holds,” the Anti-Flood League’s CEO, Ada Stone, said."
    assert names(text) == ["Ada Stone"]


def test_a_committees_chairman_is_not_the_committee() -> None:
    text = "“The dam holds,” House Committee on Roads Chairman Ada B. Stone said."
    assert names(text) == ["Ada B. Stone"]


def test_a_link_that_tells_to_read_is_no_given_name() -> None:
    text = "“The dam holds,” said Sen. Ada Stone.\n\nRead Ada Stone's letter.\n\nStone said no."
    assert set(names(text)) == {"Ada Stone"}


def test_a_fuller_name_is_found_by_every_form_of_it() -> None:
    known = Persons()
    short, other = parsed("Ben Hill"), parsed("Cora Hill")
    assert short is not None
    assert other is not None
    ben, cora = Person("Ben Hill", short), Person("Cora Hill", other)
    known.add(ben)
    known.add(cora)

    known.rename(ben, "Benjamin A. Hill", parsed("Benjamin A. Hill") or short)

    assert known.bearer(short) is ben
    assert known.bearer(parsed("Benjamin Hill") or other) is ben
    assert known.by_surname("Hill") == [ben, cora]


@pytest.mark.parametrize("called", ["“King Stone,”", "‘Crooked Stone’", '"Stone Cold Stone"'])
def test_a_name_that_stands_alone_in_quotation_marks_is_nobodys(called: str) -> None:
    text = f"Rivals mock the mayor as {called} again.\n\nStone said: “I shut the gate in May.”"
    assert names(text) == ["Stone"]


def test_a_name_within_longer_quoted_words_is_a_name() -> None:
    text = "“Ada Stone is here,” read a note.\n\nStone said: “I shut the gate in May.”"
    assert names(text)[-1] == "Ada Stone"


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Lind & Oberlin", "Lind & Oberlin"),
        ("the law firm Lind & Oberlin", "Lind & Oberlin"),
        ("the Roads and Rivers Administration", "Roads and Rivers Administration"),
        ("the Dunmere and District Water Board", "Dunmere and District Water Board"),
        (
            "the Centers for River Control and Prevention",
            "Centers for River Control and Prevention",
        ),
        ("the Tom and Ines Lind Foundation", "Tom and Ines Lind Foundation"),
        ("the union Bread and Tides", "Bread and Tides"),
        ("Merrow and Vandria", None),  # a land, or two persons?
        ("Arden Bank and Lind Bank", None),
        ("the Harbour Board and the Mill Council", None),
        ("Save the Herons", "Save the Herons"),
        ("Friends of the Lake", "Friends of the Lake"),
        ("the Daughters of Dunmere", "Daughters of Dunmere"),
        ("Sailors Without Harbours", "Sailors Without Harbours"),
        ("St Orla's Hospital", "St Orla's Hospital"),
        ("St. Piet’s Church", "St. Piet’s Church"),
        ("King's College Dunmere", "King's College Dunmere"),
        ("Women's Refuge", "Women's Refuge"),
        ("van der Lind", "van der Lind"),
        ("de la Marr", "de la Marr"),
    ],
)
def test_a_name_is_whole_or_none(speaker: str, name: str | None) -> None:
    for said in (f"said {speaker}", f"{speaker} said on Monday"):
        assert names(f"“The dam must hold,” {said}.") == [name]


def test_an_owner_without_what_is_owned_is_a_name_of_which_nothing_is_cut() -> None:
    assert names("“The dam must hold,” said Oberlin's in a letter.") == [None]
    assert names("Ada Stone came. Stone's claim that the dam holds is old.") == ["Ada Stone"]


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Lind's spokesman Piet Oberlin", "Piet Oberlin"),
        ("the Lantern's Piet Oberlin", "Piet Oberlin"),
        ("Save the Herons director Piet Oberlin", "Piet Oberlin"),
        ("Friends of the Lake director Piet Oberlin", "Piet Oberlin"),
        ("St Orla's Hospital director Piet Oberlin", "Piet Oberlin"),
        ("Lind & Marr chief executive Piet Oberlin", "Piet Oberlin"),
        ("Roads and Rivers Minister Piet Oberlin", "Piet Oberlin"),
        ("Norland Chancellor and Party Leader Piet Oberlin", "Piet Oberlin"),
    ],
)
def test_a_body_before_a_role_is_not_who_speaks(speaker: str, name: str) -> None:
    assert names(f"“The dam must hold,” {speaker} said on Monday.") == [name]


@pytest.mark.parametrize(
    "speaker",
    [
        "Lind and Marr",
        "Prime Minister Lind and President Marr",
        "Lind and Mr. Marr",
        "the mayor and Ines Marr",
        "Ada and Tom Lind",
    ],
)
def test_what_two_say_together_is_neither_s(speaker: str) -> None:
    assert names(f"“The dam must hold,” {speaker} said.") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Board and the Mill Council said that the dam must hold.",
        "“The dam must hold,” said Ada Stone and the Harbour Board in a statement.",
        "“The dam must hold,” said Lind, Marr & Oberlin.",
        "“The dam must hold,” Lind, Marr & Oberlin said.",
    ],
)
def test_a_part_of_those_who_speak_is_none_of_them(text: str) -> None:
    assert names(text) == [None]


def test_who_only_acts_does_not_speak_as_well() -> None:
    text = "“The dam must hold,” said Ada Stone and the Harbour Board agreed."
    assert names(text) == ["Ada Stone"]


def test_who_is_of_a_place_is_found_by_the_surname() -> None:
    text = "Ada Stone came.\n\n“It holds,” said Stone of Arden.\n\nFriends of the Lake said that it leaks."
    assert names(text) == ["Ada Stone", "Friends of the Lake"]


def test_those_of_somebody_who_open_a_sentence_are_no_body() -> None:
    text = "The attorneys for both came.\n\nAttorneys for Stone said that the dam holds."
    assert names(text) == [None]


def test_nobody_whose_name_has_small_words_is_one_without_them() -> None:
    assert names("Ada Lind came. “It holds,” said van der Lind.") == ["van der Lind"]
    assert names("Jan van der Lind came. “It holds,” said van der Lind.") == ["Jan van der Lind"]
    assert names("Jan van der Lind came. “It holds,” said Lind.") == ["Jan van der Lind"]


@pytest.mark.parametrize(
    "behind",
    [
        "That was the answer of union leader Ben Lind on Monday.",
        "That was Ben Lind’s reply to the mayor.",
        "Those were the words of Ben Lind.",
        "That was how Ben Lind put it.",
    ],
)
def test_words_alone_are_of_whom_the_next_paragraph_names(behind: str) -> None:
    text = f"“The dam holds,” said Mayor Ada Stone.\n\n“It leaks at night.”\n\n{behind}"
    assert names(text) == ["Ada Stone", "Ben Lind"]


@pytest.mark.parametrize("behind", ["That was the answer.", "This was the message of the evening."])
def test_words_alone_go_on_where_nobody_is_named(behind: str) -> None:
    text = f"“The dam holds,” said Mayor Ada Stone.\n\n“It leaks at night.”\n\n{behind}"
    assert names(text) == ["Ada Stone"]


def test_he_is_not_the_one_whose_plan_the_speaker_calls_a_risk() -> None:
    text = (
        "President Ben Hill left.\n\nSen. Tom Lind, who leads the race, said that the wall was "
        "old, and the canal program Mr. Hill announced is a risk.\n\n“We must halt the boats,” he "
        "said in a statement."
    )
    assert names(text)[-1] == "Tom Lind"


def test_a_name_of_three_words_is_whole_behind_an_office() -> None:
    text = "Secretary of State Lucy Rodham Stone told the town: “The dam is old and must be shut.”"
    assert (names(text), roles(text)) == (["Lucy Rodham Stone"], ["Secretary of State"])


def test_an_office_alone_is_its_bearer() -> None:
    text = (
        "Senate Majority Leader Tom Lind left.\n\nThe Majority Leader said that the wall was old."
    )
    assert names(text) == ["Tom Lind"]
