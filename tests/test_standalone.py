from __future__ import annotations

import pytest

from briefing.model import Sentence
from briefing.standing.introductions import lone, persons, strangers, surnames
from briefing.standing.standalone import POINTS_BACK, VIEW, fit
from briefing.text.sentences import sentences
from tests.builders import article


def reason(text: str) -> str | None:
    return fit(of(text)[0]) if text else None


def of(text: str) -> tuple[Sentence, ...]:
    return sentences(article(text))


@pytest.mark.parametrize(
    "text",
    [
        "The dam above Arden broke on Monday, and water reached the lower town.",
        "ARDEN (AP) — Engineers closed the old bridge on Monday after cracks were found.",
        "“The wall is safe,” said Ada Quill, who leads the water office.",
        "Ada Quill, 61, said she would leave the water office in May.",
        "A woman was rescued from the roof after she called the fire brigade.",
        "Many farmers in the valley lost their cattle, the ministry said on Tuesday.",
        "The company that built the dam faces a fine of 3 million crowns.",
        "The wife of banished captain Piet Oberlin defended him on Monday in Arden.",
        "The pilots that blocked the lock of Arden overnight will be heard, a judge said.",
        "World War I destroyed the first bridge at Arden in 1917.",
        "Earlier this month, engineers found cracks in the wall of the dam.",
        "One person was killed and nine were injured when the dam broke.",
        "The president said on Monday that the dam at Arden would be rebuilt.",
        "The dam at Arden has 4 other gates, the water office said.",
        "Farmers in the valley moved their cattle because they said the dam was unsafe.",
        "The stock market fell by 3 per cent after the dam broke.",
        "Last month, engineers found cracks in the wall of the dam at Arden.",
        "When the dam broke, the mayor of Arden then closed the bridge.",
        "A smaller crowd than in May waited for Ada Quill at the bridge of Arden.",
        "Ada Quill called the plan for a dam at Arden a sham on Monday.",
        "Farmers must leave the valley below Arden by noon, the water office said.",
        "Ada Quill chose not to sail and said nothing would be otherwise if she had.",
        "Ada Quill signed a harbour law and asked the court whether that law may stand.",
        "Elizabeth I gave the harbour of Tessaly its first gate in 1571.",
    ],
)
def test_a_whole_report_stands_alone(text: str) -> None:
    assert reason(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "He opened the gates of the dam on Monday morning.",
        "It will cost the town of Arden 3 million crowns.",
        "The mayor of Arden said that the outcome would have been the same if she had.",
        "This angered farmers in the valley below the dam.",
        "But the water office refused to close the dam.",
        "However, the water office refused to close the dam.",
        "The official opened the gates of the dam on Monday.",
        "The company refused to pay for the broken bridge.",
        "Another 17 people were taken to the hospital in Arden.",
        "That being said, the bridge at Arden stays closed.",
        "In that case, the bridge at Arden stays closed until May.",
        "The second bridge will be closed for repairs until May.",
        "Many of them lost their cattle in the flood on Monday.",
        "“The wall is safe and nobody needs to leave Arden,” he said at the gate.",
        "On Monday she opened the gates of the dam again.",
        "Five years ago, he and Bo Marsh built the bridge at Arden.",
        "The reply drew instant rebuke from the mayors of the valley.",
        "The early data offers a glimmer of hope for the farmers of Arden.",
        "The commission has four other members from the towns in the valley.",
        "Still in the rain of Monday, they closed the gates of the dam.",
        "Last month, the company told the town that it would leave Arden.",
        "All four engineers have been dismissed by the water office.",
        "The authors of the report found four long cracks in the northern wall.",
        "Ada Quill, for her part, closed the dam at Arden on Monday.",
        "On Monday, in an opinion written by Ada Quill, they said that the dam was unsafe.",
        "Two hundred of those companies built houses below the dam.",
        "Captain Piet Oberlin spoke at length on that pledge in Arden.",
        "The Instagram account names Piet Oberlin, who police said sailed on Monday.",
        "On the same day, Piet Oberlin took the helm of the Harbour Board.",
        "The Gazette spoke to one of the six, who asked not to be named.",
        "Talk of the new dam led that town's pilots to strike for nine days.",
        "The water office would then repay farmers of the valley over nine years.",
        "The Arden Gazette reported at the time that farmers had warned of the dam.",
        "The Arden Gazette reported that he was only a guest of the water office.",
        "The shy father of two has sold boats in Arden since 1990.",
        "The day before, Ada Quill closed the dam above Arden.",
        "Three hours later, engineers in Arden opened the gates of the dam.",
        "The actual reason, the water office said, was rust on the gates.",
        "A smaller crowd of farmers waited for Ada Quill at the bridge.",
    ],
)
def test_what_points_back_needs_the_sentence_before(text: str) -> None:
    assert reason(text) == POINTS_BACK


def test_what_points_back_is_fit_after_the_sentence_before() -> None:
    first, second, third = of(
        "Ada Quill leads the water office of Arden. She closed the dam on Monday for repairs. "
        "She opened the bridge on Tuesday in the rain."
    )
    assert fit(second, previous=first) is None
    assert fit(third, previous=first) == POINTS_BACK
    assert fit(second, previous=None) == POINTS_BACK


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke.", "too short"),
        ("Water " * 61 + "came.", "too long"),
        ("the gates of the dam were opened on Monday in Arden.", "torn"),
        ("Engineers found several cracks in the wall of the dam:", "torn"),
        ("Engineers found several cracks in the wall of the dam…", "torn"),
        ("New cracks found in the wall of the old Arden dam", "torn"),
        ("Coverage of the great flood in the upper valley of Arden.", "no verb"),
        ("Farmers protesting the council's plan for the dam outside of the Arden hall.", "no verb"),
        ("“The wall of the dam is safe, engineers said on Monday.", "unbalanced"),
        ("Engineers (among them Ada Quill found cracks in the wall.", "unbalanced"),
        ("• Engineers found several cracks in the wall of the dam.", "list item"),
        ("3. Engineers found several cracks in the wall of the dam.", "list item"),
        ("ENGINEERS FOUND SEVERAL CRACKS IN THE WALL OF THE DAM.", "capitals"),
        ("Who will pay for the broken bridge and the dam?", "question"),
        ("The office told farmers (what farmers?) to leave the valley at once.", "question"),
        ("Editor’s note: The water office of Arden has changed its head.", "furniture"),
        ("An editor's note: the water office of Arden has changed its head.", "furniture"),
        ("Sign up for our daily letter about dams and bridges.", "furniture"),
        ("Get breaking news alerts about dams and bridges in Arden.", "furniture"),
        ("Ada Quill speaks during a visit to the dam on Monday.", "furniture"),
        ("Ada Quill waits for her tea at the harbour of Tessaly on Monday.", "furniture"),
        ("Ada Quill visits the dam above Arden, Calder, May 3, 2024.", "furniture"),
        ("Ada Quill gives a speech on dams on May 3, 2024 in the hall of Arden.", "furniture"),
        ("[X1Y2Z3Q4] In May, the water office of Arden lost its head.", "furniture"),
        ("FILE - Water runs over the dam above Arden on Monday.", "furniture"),
        ("Water runs over the dam above Arden on Monday (Getty Images).", "furniture"),
        ("Watch the video of the dam: pic.twitter.com/abc is spreading fast.", "furniture"),
        ("UPDATED: The dam above Arden broke on Monday at noon.", "furniture"),
        ("Update, 10 p.m. ET: Engineers have closed the dam above Arden.", "furniture"),
        ("Visit the Arden Gazette's homepage for more stories.", "furniture"),
        ("Harbour Captain Ines Marr announces the closing of the gate to the press.", "furniture"),
        ("Story Highlights Engineers have closed the dam above Arden.", "furniture"),
        ("Original post: Engineers have closed the dam above Arden.", "furniture"),
        ("3:45 p.m. ET Engineers have closed the dam above Arden.", "furniture"),
        ("Ada Quill wears a mask as she walks across the bridge at Arden.", "furniture"),
        ("Reach out to Bo Marsh at his address bo.marsh@gazette.example.", "furniture"),
        ("More information on the method of the count is available here.", "furniture"),
        ("Arden Letter: May 19 The mayor is threatening to close the dam.", "furniture"),
        ("Dam Watch is seen weekdays on the Arden News Channel.", "furniture"),
        ("Before the flood: Farmers in the valley kept cattle and sheep.", "list item"),
        ("(The water office of Arden now wants to close the dam.)", "aside"),
        ("A spokesman for Ada Quill did not return a request for comment.", "empty"),
        ("Tuesday brought a fresh reminder that the dam of Arden will not hold.", "empty"),
        ("Captain Piet Oberlin did not speak with reporters after the vote.", "empty"),
        ("The Harbour Board of Arden did not go into further detail.", "empty"),
        ("Ada Quill released the following statement on the dam of Arden on Monday.", "empty"),
        ("Ada Quill declined to discuss the dam at her weekly meeting in Arden.", "empty"),
        ("Ada Quill called a news conference to present the findings on the dam.", "empty"),
        (
            "On Tuesday, Quill appeared on a webcast of the harbour club where she spoke with its "
            "president about the dam, its gates, its guards and the long dry summer of Arden.",
            "empty",
        ),
        ("Water rises fast The engineers closed the gates of the dam.", "torn"),
        ("The bill on dams fails to protect the farmers of the valley.", "view"),
        ("The plan for the dam at Arden is another test of the water office.", "view"),
        ("The water office of Arden was dead wrong about the wall of the dam.", "view"),
        ("Ada Quill probably hoped that a letter would make Arden report on the dam.", "view"),
        ("Bo Marsh is an anomaly, as most skippers of Arden never face a court.", "view"),
        ("The old inn at Arden was buzzing with guests of the guild on Monday.", "view"),
        ("The age of the dam is a matter of contention among some of the clerks.", "view"),
        ("A new study of the dam admits what farmers of Arden have long held.", "view"),
        ("Far from tired, Ada Quill is out to prove the valley of Arden wrong.", "view"),
        ("The sinister plan for a dam drove farmers to Arden on Monday.", "view"),
        ("The valley has NEVER been ready for a flood of such size.", "view"),
        ("Reporting by Ada Quill and Bo Marsh in Arden and Calder.", "furniture"),
        ("Shares of Calder Water CWO, -3.51% fell after the dam broke.", "furniture"),
        ("I think the dam above Arden should have been closed.", "first person"),
        ("The dam is something we have long feared in Arden.", "first person"),
        ("Farmers lost more cattle in this flood than you would expect.", "speaks to the reader"),
        ("Yesterday I wrote that the dam above Arden should have been closed.", "first person"),
        ("The council answered by – hear, hear! – opening the gates of the dam.", "view"),
        ("The gates of the dam at Arden must stay closed until May.", "view"),
        ("The water office made a ridiculous promise to the farmers.", "view"),
        ("In a bizarre turn, the water office opened the gates on Monday.", "view"),
        ("The dam broke on Monday and nobody in Arden cared!", "view"),
        ("“The wall of the dam was never safe and the office knew,” it wrote.", "nobody says it"),
    ],
)
def test_the_reason_is_named(text: str, expected: str) -> None:
    assert reason(text) == expected


def test_whose_judgement_it_is_may_be_named() -> None:
    assert reason("Ada Quill said the office was wrong about the wall of the dam.") is None
    assert reason("Ada Quill said the office likely hoped for rain above the dam.") is None
    assert reason("Ada Quill tells the office to simply shut the gates of the dam.") is None


def test_the_first_person_within_quotation_marks_is_fine() -> None:
    assert reason("“We saw the wall crack at noon,” said farmer Bo Marsh of Arden.") is None


@pytest.mark.parametrize("junk", ['"', "“", "(", " ", "The ", "a, ", "May 3, ", "speaks ", "xX "])
def test_junk_of_any_length_is_refused(junk: str) -> None:
    text = junk * (100_000 // len(junk))
    assert all(fit(sentence) for sentence in of(text))


# --- who has been introduced ----------------------------------------------------------


def test_a_surname_alone_is_found_where_a_person_is_meant() -> None:
    assert surnames("Quill said the dam was safe.") == ["Quill"]
    assert surnames("The dam is safe, said Quill.") == ["Quill"]
    assert surnames("Ada Quill said the dam was safe.") == []


def test_a_person_named_in_full_before_is_a_stranger_until_shown() -> None:
    first, second = of(
        "Engineer Ada Quill closed the dam on Monday. Quill said the wall had cracked."
    )
    assert strangers(second, ["Water reached the town."]) == ["Quill"]
    assert strangers(second, [first.text]) == []


def test_a_name_that_its_article_never_gives_in_full_is_no_stranger() -> None:
    (sentence,) = of("Arden was flooded on Monday.")
    assert strangers(sentence, []) == []


@pytest.mark.parametrize("title", ["Ms.", "Ms"])
def test_mr_and_ms_stand_for_somebody_met_before(title: str) -> None:
    (sentence,) = of(f"{title} Quill plans to close the dam at Arden on Thursday.")
    assert strangers(sentence, ["Water reached the town."]) == ["Quill"]
    assert strangers(sentence, ["Engineer Ada Quill closed the dam."]) == []


def test_people_are_those_given_in_full_who_act_by_their_surname() -> None:
    texts = [
        "Engineer Ada Quill closed the dam in Arden. The Harbour Board said no. Quill said why.",
        "Modern Ostrava said nothing, as modern towns do. In North Dunmere Bo Marsh told a story.",
        "The Quill inquiry and the Quill files filled a room. Alma Reyes slept.",
    ]
    assert persons(texts) == {"Quill", "Marsh"}
    assert persons(reversed(texts)) == {"Quill", "Marsh"}


def test_a_name_in_capitals_or_of_many_is_no_person() -> None:
    assert persons(["Merrow NWA said so. House Democrats said so. Ada Quill. The Quill said."]) == (
        frozenset()
    )


def test_a_surname_is_lone_without_a_given_name_or_title_before_it() -> None:
    known = {"Quill"}
    assert lone("Quill closed the dam.", known) == ["Quill"]
    assert lone("On Monday Quill closed the dam.", known) == ["Quill"]
    assert lone("They blamed Quill, an engineer.", known) == ["Quill"]
    assert lone("Ada Quill closed it, and Quill said why.", known) == []
    assert lone("President Quill and the Quill inquiry", known) == []
    assert lone("the Quill inquiry", known) == []


def test_whom_another_report_gives_in_full_is_a_stranger_until_shown() -> None:
    told = of("It rained in Arden. They blamed Quill for the flood.")
    assert strangers(told[1], []) == []
    assert strangers(told[1], [], {"Quill"}) == ["Quill"]
    assert strangers(told[1], ["Ada Quill closed the dam."], {"Quill"}) == []


def test_junk_is_read_for_people_in_no_time() -> None:
    for junk in (
        "Aa " * 30_000,
        "A" * 100_000,
        "Ada" + " " * 100_000 + "Quill",
        "said Ada " * 9000,
    ):
        assert persons([junk]) == frozenset() or junk.startswith("said")
        assert lone(junk, {"Quill"}) == [] or junk.endswith("Quill")


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada Quill echoed this complaint in a letter to the council of Arden.",
        "Despite these losses the harbour of Tessaly has kept its crew of forty.",
        "Shops stay closed in 15 other towns on the coast until Friday.",
        "Animal studies show that the serum protects mice, he said, and trials go on.",
        "Wary of the coming vote, some of those members asked the mayor of Arden to wait.",
        "The use of such nets in the harbour of Tessaly is not counted, Oberlin said.",
        "Department spokeswoman Ines Marr said on Monday that the dam of Arden was safe.",
        "The number of boats in Tessaly has, in fact, fallen since May.",
        "To repair it, the council of Arden wants to borrow 3 million crowns.",
        "Seven more were rescued in Dunmere on Monday, fire chief Ines Marr said.",
        "The 35-question survey was held by telephone from 12 to 18 April.",
        "The council of Arden has not said how many of them had left the valley on Monday.",
        "Judges in Arden also tried the other captains, Ines Marr and Bo Marsh, in May.",
        "After staying at Tessaly the day after that film was shown, Oberlin left on Monday.",
        "Survivors of that flood joined farmers of the valley on Monday in Arden.",
        "Speaking to farmers in Arden on Monday, though, Ada Quill drew a line.",
        "The order by Judge A.B. Quill of Arden says those farmers must leave by noon.",
        "All told, they gave the hearing in Arden nine hours of the evening of Monday.",
        "In so doing, Ada Quill joined a group of farmers in the valley below Arden.",
        "The court of Arden agreed and stopped the office from closing the gate in May.",
        "On Monday, Mr. Quill spoke of the dam at Arden before farmers of the valley.",
        "The company Monday announced that the harbour of Tessaly would close.",
        "As with the guild of Arden, the board of Tessaly wants a toll on the harbour.",
        "The council’s plan would instead raise the toll at the harbour of Tessaly.",
    ],
)
def test_what_the_text_before_names_points_back(text: str) -> None:
    assert fit(of(text)[0]) == POINTS_BACK


@pytest.mark.parametrize(
    "text",
    [
        "The harbour of Tessaly will close this summer, the port office said on Monday.",
        "Dogged by doubts over his age, Mayor Piet Oberlin opened a new campaign on Monday.",
        "Hoping to keep her boats in the U.S. waters off Arden, Ada Quill sued on Monday.",
        "Oberlin announced that he would open the harbour of Tessaly to fishing again.",
        "The Harbour Department said on Monday that the gate at Tessaly would close.",
        "The shipping company Oberlin & Marr said on Monday that 300 jobs would go.",
        "The driver accused of hitting the gate of the dam was charged on Monday.",
        "The former Harbour Board member resigned on Monday over the dam at Arden.",
        "The attorney general for Arden said on Monday that the suit over the dam was settled.",
        "Both the council of Arden and the board of the Orvan dam voted on Monday to close it.",
        "This week, farmers in the valley below Arden sold half of their cattle.",
        "One in ten houses in Arden was empty in May, the council said.",
        "Even after the council of Arden paid, its neighbours in Dunmere kept the gate shut.",
        "A baker who put his savings into a shop in Arden lost it in the flood.",
        "Members of the council are looking for a new mayor this election season.",
        "The regional government is spending 3 million crowns on the dam at Arden.",
        "Farmer Bo Marsh said on Monday that the dam was safe and Mr. Marsh would stay.",
        "Police said those hurt in the flood were members of one family from Arden.",
        "The council of Arden will not sell its harbour and will instead raise the toll.",
    ],
)
def test_what_names_it_itself_does_not(text: str) -> None:
    assert fit(of(text)[0]) is None


@pytest.mark.parametrize(
    "opening",
    [
        "In its second day of talks, the Harbour Board of Tessaly raised the toll.",
        "Two days after he backed the toll, former Gov. Piet Oberlin of Arden called it too high.",
    ],
)
def test_an_opening_may_point_ahead_to_its_subject(opening: str) -> None:
    assert fit(of(opening)[0]) is None
    assert fit(of(f"Rain fell on Arden on Monday. {opening}")[1]) == POINTS_BACK


def test_money_that_was_not_returned_is_no_unanswered_call() -> None:
    assert fit(of("The council of Arden has not returned a gift that it got in 2019.")[0]) is None
    assert fit(of("The mayor of Arden has not returned several calls from Tessaly.")[0]) == "empty"


def test_what_somebody_told_me_is_no_report() -> None:
    assert fit(of("“The council gets a vote,” Ines Marr, a captain, told me.")[0]) == "first person"


@pytest.mark.parametrize(
    "text",
    [
        "Council member Ada Quill issued a statement criticizing the plan for the dam.",
        "Anchor Piet Oberlin explained the reasons for the change of the plan.",
        "The report of the Gazette did not disclose who had opened the gates of the dam.",
        "The Gazette of Arden previously reported on the cracks in the wall of the dam.",
        "The police of Arden provided few additional details on Monday evening.",
        "Spokeswoman Ines Marr defended the actions of the mayor of Tessaly.",
        "Captain Ines Marr also weighed in to help the pilots of Tessaly.",
    ],
)
def test_a_sentence_that_only_announces_tells_nothing(text: str) -> None:
    assert fit(of(text)[0]) == "empty"


def test_what_a_body_publishes_of_its_cause_is_told_as_its_word() -> None:
    text = "A bill leaves {} in the valley unsafe. It must change, the Farmers said on Monday."
    (own, _) = sentences(article(text.format("boats"), outlet="Farmers"))
    (said, _) = sentences(article(text.format("boats, Ada Quill said,"), outlet="Farmers"))
    (told, _) = sentences(article(text.format("boats"), outlet="Gazette"))
    assert fit(own) == VIEW
    assert fit(said) is None
    assert fit(told) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ada Quill and Piet Oberlin offered sharply different views of the harbour.", "empty"),
        ("The Harbour Board released its yearly report on Tuesday at the town hall.", "empty"),
        ("Piet Oberlin was asked what he thought of the ferry on Monday.", "empty"),
        ("The toll will infuriate the skippers of Arden and Dunmere.", "view"),
        ("Piet Oberlin spoke of the toll in a softball interview on Monday.", "view"),
        ("Piet Oberlin likely hoped that the toll would fill his purse on Monday.", "view"),
        ("A host of details on the toll of the dam were revealed at the town hall.", "empty"),
        ("Details of the plan were revealed on Monday, among them a toll of $4.", None),
        ("The harbour of Arden is run by a notoriously slow board of nine members.", "view"),
        ("Ada Quill of Arden paid an incredible toll for her boat on Monday.", "view"),
        ("Ada Quill of Arden said it was incredible to pay a toll for her boat.", None),
        ("The Harbour Board released its report on Tuesday, saying the toll must rise.", None),
    ],
)
def test_what_announces_or_guesses_is_not_told(text: str, reason: str | None) -> None:
    assert fit(of(text)[0]) == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ada Quill discussed the dam and its toll during an interview with Radio Arden.", "empty"),
        ("The Water League released a report titled Dry Years on the valley.", "empty"),
    ],
)
def test_a_venue_and_a_title_are_not_told(text: str, reason: str) -> None:
    assert fit(of(text)[0]) == reason


@pytest.mark.parametrize(
    "text",
    [
        "The bakery in Arden recalled 40,000 cookies on Monday after a child fell ill.",
        "Judge Ada Quill ruled on Monday that the copyright of the plans is the town's.",
        "Ada Quill, who runs the water office of Arden, said its newsletter has 4,000 readers.",
        "Cries for a new dam in Arden were trending on Tuesday, Ada Quill said.",
        "Engineers said that an advertisement for the dam was withdrawn on Monday.",
        "Imagine Airlines cancelled 40 flights to Arden on Monday.",
        "Please Foods of Arden went bankrupt on Monday with debts of four million.",
        "Fireworks lit up the bridge at Arden on Monday night.",
    ],
)
def test_words_that_pages_have_too_may_stand_in_a_report(text: str) -> None:
    assert reason(text) is None


def test_news_may_quote_an_editors_note() -> None:
    text = "The Arden Gazette withdrew its report on the dam, according to an editor's note."
    assert reason(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Subscribe to the Arden Letter for news of dams on Monday.",
        "Our newsletter reaches 4,000 readers in Arden every Monday.",
        "Advertisement: The dam above Arden is open.",
        "Copyright 2024 by the Arden Gazette, which says that all is well.",
        "This site uses cookies to tell dams from bridges.",
    ],
)
def test_what_a_page_says_to_its_reader_is_furniture(text: str) -> None:
    assert reason(text) == "furniture"


def test_what_a_report_adds_of_something_else_is_another_matter() -> None:
    first, second = of(
        "Ada Quill won gold at Arden on Monday. Separately, Piet Oberlin sold his boats on Monday."
    )
    assert fit(second, previous=first) == "another matter"


def test_the_whole_summary_of_a_feed_may_lack_its_stop() -> None:
    summary = (
        "Engineers have closed the gates of the dam above Arden after a flood killed 11 people"
    )
    assert reason(summary) is None
    assert reason(summary.removesuffix(" 11 people") + " the") == "torn"
    assert fit(of(f"Arden mourns.\n\n{summary}")[1]) == "torn"


def test_what_is_added_beside_a_noun_does_not_tell_which_it_is() -> None:
    added = "The clause -- which pilots dislike -- would raise the fares of Arden by a third."
    assert reason(added) == POINTS_BACK
    assert reason(added.replace("The clause", "The Arden clause")) is None


STUNNING = (
    "The stunning vote of the council of Arden on Monday ended the toll on boats, after a night"
)
PLAIN_REPORT = (
    " The mayor said that the toll was lifted at once, officials reported, and clerks told owners"
    " of boats so. The council announced the day after that nine gates will be opened, according to"
    " a statement, and asked for pilots. The harbour office said it had none, a spokesman added."
) * 3


def test_one_loaded_word_makes_no_view_of_a_dated_opening_of_a_plain_report() -> None:
    musing = " Perhaps we never hear how our gates sing; yes, always, simply, even so." * 12
    assert fit(of(f"{STUNNING}.\n\n{PLAIN_REPORT}")[0]) is None
    assert fit(of(f"{STUNNING}.\n\n{musing}")[0]) == VIEW
    assert fit(of(f"{STUNNING.replace('on Monday ', '')}.\n\n{PLAIN_REPORT}")[0]) == VIEW
    assert fit(of(f"{STUNNING} of bizarre talks.\n\n{PLAIN_REPORT}")[0]) == VIEW


def test_a_long_first_paragraph_with_a_day_may_lack_its_stop() -> None:
    long = f"{STUNNING.replace('stunning ', '')} in which owners of boats had blocked the lock of Arden for days"
    first = of(f"{long} and its gates\n\n{PLAIN_REPORT}")[0]
    assert first.text.endswith("its gates")
    assert fit(first) is None
    assert fit(of(f"{long} and the\n\n{PLAIN_REPORT}")[0]) == "torn"
