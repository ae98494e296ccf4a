"""A story's quotes by speaker: repeats folded, fragments left out, the most informative first."""

from __future__ import annotations

import pytest

from briefing.model import Article, Speaker, Voice
from briefing.quotes import agreed, people, quotes, voices
from briefing.settings import QuoteSettings
from briefing.text.sentences import sentences
from tests.builders import article

SAFE = "“The old dam above the valley is safe and will stand for years,”"
OLD = "“Every stone of the western wall was laid before my grandfather was born,”"

CLERK = "said Ada Stone, the town clerk."


def heard(*articles: Article, settings: QuoteSettings | None = None) -> tuple[Voice, ...]:
    said = [q for a in articles for q in quotes(a)]
    return voices(said, people(said), settings or QuoteSettings())


def texts(found: tuple[Voice, ...]) -> list[tuple[str, str]]:
    return [(v.label, u.quote.text) for v in found for u in v.utterances]


def test_a_voice_holds_speaker_and_role_as_printed() -> None:
    (voice,) = heard(article(f"{SAFE} said Ada Stone, the harbour mayor."))
    assert (voice.label, voice.role) == ("Ada Stone", "harbour mayor")
    assert voice.speaker is not None
    assert voice.utterances[0].quote.text == SAFE[1:-2]


def test_a_title_stands_before_a_mere_surname() -> None:
    said = quotes(article(f"{SAFE} President Stone said."))
    (voice,) = voices(said, people(said), headline="President Stone speaks of the dam")
    assert (voice.label, voice.role) == ("President Stone", "")


@pytest.mark.parametrize(
    "role",
    ["Senate President Pro Tem", "state Senate President pro Tem", "Professor Emeritus"],
)
def test_what_stands_behind_an_office_belongs_to_it(role: str) -> None:
    (voice,) = heard(article(f"{SAFE} said {role} Ada Stone."))
    assert (voice.label, voice.role) == ("Ada Stone", role)


def test_a_news_agency_is_no_voice() -> None:
    assert not heard(article(f"{SAFE} the state news agency said."))
    assert not heard(article(f"{SAFE} the MWS agency reported."))
    assert heard(article(f"{SAFE} a water supply agency said."))


def test_a_lords_title_belongs_to_the_name() -> None:
    (voice,) = heard(article(f"{SAFE} said Lord Ben Stone."))
    assert (voice.label, voice.role) == ("Lord Ben Stone", "")


def test_two_outlets_with_one_utterance_are_one_utterance() -> None:
    first = article(f"{SAFE} said Ada Stone.", outlet="Gazette", id="a1")
    second = article(
        "“The old dam above the valley is safe,” Ada Stone told us.", outlet="Post", id="a2"
    )
    (voice,) = heard(second, first)
    (utterance,) = voice.utterances
    assert utterance.quote.text == SAFE[1:-2]
    assert [q.article.id for q in utterance.also] == ["a2"]


def test_the_name_of_one_outlet_serves_the_words_of_another() -> None:
    open_one = article(f"{SAFE} an official said.", outlet="Gazette", id="a1")
    named = article(f"{SAFE} said Ada Stone.", outlet="Post", id="a2")
    (voice,) = heard(open_one, named)
    assert voice.label == "Ada Stone"


def test_one_utterance_under_two_forms_of_a_name_is_shown_once() -> None:
    said = "“Every gate of the Orvan dam was looked at by divers before the last flood,” said"
    one = article(f"{said} Judge Ben Roberts. It rained.", id="a")
    two = article(f"{said} Judge Ben G. Roberts. It rained.", id="b", outlet="Post")
    found = [quote for a in (one, two) for quote in quotes(a, sentences(a))]
    known = {q: Speaker(id=q.article.id, name=q.speaker.name) for q in found if q.speaker}
    assert len(voices(found, known)) == 1


def test_a_paraphrase_beside_its_quote_is_not_shown_twice() -> None:
    text = (
        "Ada Stone said that the old dam above the valley was safe and would stand for years."
        f"\n\n{SAFE} Ada Stone said."
    )
    assert texts(heard(article(text))) == [("Ada Stone", SAFE[1:-2])]


def test_what_the_story_shows_already_is_not_shown_again() -> None:
    source = article(f"{SAFE} said Ada Stone.\n\n{OLD} said Ben Lind, the town clerk.")
    said = quotes(source)
    shown = sentences(source)[:1]
    (voice,) = voices(said, people(said), QuoteSettings(), shown)
    assert voice.label == "Ben Lind"


def test_words_that_another_article_s_sentence_shows_are_not_shown_again() -> None:
    source = article(f"{SAFE} said Ada Stone.", id="a1")
    other = article(f"Ada Stone wrote: {SAFE}", outlet="Post", id="a2")
    said = quotes(source)
    assert voices(said, people(said), QuoteSettings(), sentences(other)) == ()


def test_fragments_are_not_worth_showing() -> None:
    text = "Ada Stone called it “a disgrace”.\n\nBen Lind said that the wall was “very old”."
    assert heard(article(text)) == ()


def test_there_are_no_more_utterances_than_the_settings_allow() -> None:
    parts = [
        f"“The {thing} of the dam was built by nobody that anybody here remembers,” said {who}."
        for thing, who in (
            ("gate", "Ada Stone"),
            ("floor", "Ben Lind"),
            ("tower", "Cleo Marsh"),
            ("bridge", "Dora Pike"),
        )
    ]
    found = heard(article("\n\n".join(parts)), settings=QuoteSettings(per_story=2, same_words=0.95))
    assert len(texts(found)) == 2


def test_more_sources_come_first() -> None:
    one = article(f"{OLD} said Ben Lind.\n\n{SAFE} said Ada Stone.", id="a1")
    two = article(f"{SAFE} said Ada Stone.", outlet="Post", id="a2")
    assert [label for label, _ in texts(heard(one, two))] == ["Ada Stone", "Ben Lind"]


def test_reported_speech_is_shown_only_where_little_is_quoted() -> None:
    told = (
        "Ada Stone said that the harbour office would drain the lower basin before the first frost."
    )
    assert [v.utterances[0].quote.kind for v in heard(article(told))] == ["indirect"]
    full = article(f"{told}\n\n{SAFE} said Ben Lind.\n\n{OLD} said Cleo Marsh.")
    assert {u.quote.kind for v in heard(full) for u in v.utterances} == {"direct"}


def test_thoughts_are_not_reported_as_words() -> None:
    text = "Ada Stone hopes that the harbour office will drain the lower basin before the frost."
    assert heard(article(text)) == ()


def test_an_unnamed_official_is_labelled_with_the_words_of_the_article() -> None:
    (voice,) = heard(article(f"{SAFE} said a senior harbour official."))
    assert (voice.speaker, voice.label) == (None, "a senior harbour official")


def test_a_bare_pronoun_is_nobody() -> None:
    assert heard(article(f"{SAFE} he said.")) == ()


def test_a_long_quote_shows_its_first_whole_sentences() -> None:
    gates = ("north", "south", "east", "west", "lower", "upper", "old", "new")
    lines = [f"The {gate} gate was built by masons whom nobody remembers." for gate in gates]
    ((_, shown),) = texts(heard(article(f"“{' '.join(lines)}” said Ada Stone.")))
    assert shown == " ".join(lines[:6])


def test_a_quote_over_two_paragraphs_is_one_utterance_shown_once() -> None:
    text = f"Ada Stone said: {SAFE[:-2]}.\n\n{OLD[:-2]}.”"
    (voice,) = heard(article(text))
    (utterance,) = voice.utterances
    assert [s.of(text)[:9] for s in utterance.quote.contents] == ["The old d", "Every sto"]


def test_a_speaker_has_one_utterance_or_as_many_as_the_settings_allow() -> None:
    text = f"{SAFE} said Ada Stone.\n\n{OLD} said Ada Stone."
    other = article(f"{SAFE} said Ben Lind.", outlet="Post")
    assert [label for label, _ in texts(heard(article(text)))] == ["Ada Stone"]
    found = texts(heard(article(text), other, settings=QuoteSettings(per_speaker=2)))
    assert [label for label, _ in found].count("Ada Stone") == 2


@pytest.mark.parametrize(
    "words",
    [
        "“We condemn this in the strongest possible terms that we know,”",
        "“I want you to know that you matter and that your lives matter to us,”",
        "“We are very confident that people will continue to work on these issues in the way "
        "that they have been working on them until now,”",
    ],
)
def test_words_that_anybody_might_say_of_anything_are_not_shown(words: str) -> None:
    assert heard(article(f"{words} {CLERK}")) == ()


def test_those_who_tell_the_news_are_no_voices_in_it() -> None:
    source = article(f"{SAFE} said Ada Stone, a Gazette reporter.")
    said = quotes(source)
    assert voices(said, people(said), headline="Dam holds") == ()
    assert len(voices(said, people(said), headline="Stone leaves the Gazette")) == 1


def test_the_reporters_words_between_two_marks_are_nobodys() -> None:
    text = f"Ada Stone, the town clerk, responded, {SAFE[:-2]},” adding, {OLD[:-2]}.”"
    ((_, told),) = texts(heard(article(text)))
    assert "adding" not in told


def test_how_it_was_said_is_no_part_of_a_clause() -> None:
    told = "the old dam above the valley was safe and would stand for many years"
    ending = "without offering details on who had looked at it"
    found = heard(article(f"Ada Stone said that {told}, {ending}."))
    assert texts(found) == [("Ada Stone", told)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Stone said that the old dam above the valley was not built because of these stones.",
        "It was a step that Ada Stone said the town council considered for the old dam and wall.",
        "Ada Stone said that the stones in them did not match the stones of the old dam's wall.",
        "Ada Stone said that the old dam above the valley will hold unless he opens its gate.",
        "The old dam “stands above the valley safe and sound for years to come,” Ada Stone wrote.",
    ],
)
def test_a_clause_whose_sense_stands_elsewhere_is_not_shown(text: str) -> None:
    assert heard(article(text)) == ()


def test_a_story_of_one_source_shows_two_utterances() -> None:
    third = "“Nothing that we heard at the town hall tonight is news to anybody,” said Cleo Marsh."
    text = f"{SAFE} said Ada Stone.\n\n{OLD} said Ben Lind.\n\n{third}"
    assert len(texts(heard(article(text)))) == 2


def test_whole_sentences_stand_without_the_clause_around_them() -> None:
    text = f"Ada Stone issued a long statement about it all, saying: {SAFE[:-2]}.”"
    assert texts(heard(article(text))) == [("Ada Stone", f"{SAFE[1:-2]}.")]


@pytest.mark.parametrize(
    "text",
    [
        # two parts of one sentence
        "Ada Stone, the clerk, said the farmers “strongly reject the claims about the old dam above "
        "the valley” and are not “tired of the long and cold winters below its wall.”",
        # whose subject stands elsewhere
        "Ada Stone said she would “drain the lower basin of the harbour before the frost.”",
        "Ada Stone said it would drain the lower basin of the old harbour before the first frost.",
        # what turns against the words before it
        f"It was late. But {SAFE} {CLERK}",
        # what a page prints between its sentences
        "“The dam is safe READ MORE about it and will stand for a hundred years,” said Ada Stone.",
    ],
)
def test_what_says_nothing_by_itself_is_not_shown(text: str) -> None:
    assert heard(article(text)) == ()


@pytest.mark.parametrize(
    "speaker",
    ["he", "others", "the former employee", "the statement", "a spokesman", "the company", "audio", "the Harbour Times",
     "a letter to the harbour mayor", "another recent report"],
)  # fmt: skip
def test_a_label_that_is_no_speaker_is_not_shown(speaker: str) -> None:
    assert heard(article(f"{SAFE} {speaker} said.")) == ()


@pytest.mark.parametrize("speaker", ["residents", "police", "an official close to the inquiry"])
def test_groups_and_roles_are_speakers_without_a_name(speaker: str) -> None:
    assert [label for label, _ in texts(heard(article(f"{SAFE} {speaker} said.")))] == [speaker]


def test_the_order_of_the_quotes_changes_nothing() -> None:
    one = article(f"{SAFE} said Ada Stone.\n\n{OLD} said Ben Lind.", id="a1")
    two = article(f"{OLD} said Ben Lind.\n\n{SAFE} an official said.", outlet="Post", id="a2")
    said = [*quotes(one), *quotes(two)]
    forwards = voices(said, people(said), QuoteSettings())
    backwards = voices(said[::-1], people(said[::-1]), QuoteSettings())
    assert texts(forwards) == texts(backwards)


def test_a_headline_that_runs_into_a_sentence_speaks_not() -> None:
    text = f"Read on: Stone says the wall is safe MORE also said in a statement, {SAFE[:-2]}.”"
    assert heard(article(text)) == ()


def test_a_speakers_role_is_no_part_of_what_is_said() -> None:
    text = (
        "The two dead were a couple whose chimney fell through the roof of the old mill, "
        "the mayor of Upper Tollen, Agnes Riedl, said."
    )
    found = quotes(article(text))
    (voice,) = voices(found, people(found))
    (span,) = voice.utterances[0].quote.contents
    assert span.of(text).endswith("roof of the old mill")


@pytest.mark.parametrize(
    "text",
    [
        # somebody else's words, or nobody's
        f"“It leaks,” said Ben Oberlin.\n\n“Ben Oberlin has left {SAFE[1:]} he said.",
        f"According to the Arden Sun, {SAFE[:-2]}.”",
        f"“It leaks,” Ada Stone said on “Meet the Town. {SAFE[:-2]}.”",
        "The Arden Bee reports that the old dam above the valley is safe and stands for years.",
        f"Member station Radio Arden reports, {SAFE[:-2]}.”",
        "“The old dam above the valley is safe, officials said, and will stand for years,” "
        "Ada Stone said.",
        f"“Please call the town of Arden if the old dam above the valley leaks,” {CLERK}",
        "The old dam above the valley is safe and Ada Stone will see that it stands, Ada Stone said.",
        # not what was said
        "Ada Stone has denied that the old dam above the valley was unsafe and ought to be closed.",
        "Ada Stone blamed the town, alleging a large plan to let the old wall above it fall.",
        "Ada Stone explained the old dam above the valley to the farmers, who had asked her twice.",
        "One-third of the farmers say that the old dam above the valley ought to be closed.",
        "The old plan ends “Arden's long and shameful neglect of a wall that holds the lake,” "
        "said Ada Stone.",
    ],
)
def test_what_the_speaker_did_not_say_is_not_shown(text: str) -> None:
    assert heard(article(text)) == ()


def test_what_somebody_reports_of_another_is_not_shown_as_their_own() -> None:
    ((_, told),) = texts(heard(article(f"Ada Stone wrote that a clerk said: {SAFE[:-2]}.”")))
    assert told.startswith("a clerk said:")


@pytest.mark.parametrize(
    "clause",
    [
        "Ada Stone noted January 5 that {}.",
        "Ada Stone, who attended the meeting, said {}, the news agency reported.",
    ],
)
def test_a_clause_is_shown_without_when_and_where_it_was_told(clause: str) -> None:
    told = "the old dam above the valley was safe and would stand for many years"
    assert texts(heard(article(clause.format(told)))) == [("Ada Stone", told)]


def test_a_speaker_of_two_stories_has_one_name_and_one_role() -> None:
    first = heard(article(f"{SAFE} said Sen. Ada Stone.", id="a1"))
    second = heard(article(f"{OLD} said Ada Stone, chair of the water panel.", id="a2"))
    (one,), (two,) = agreed([first, second])
    assert first[0].role == "Senator"
    assert one.role == two.role == "chair of the water panel"


def test_what_stands_far_down_is_shown_only_where_another_report_has_it_too() -> None:
    filling = "\n\n".join(f"On day {n} of the rain the river rose again." for n in range(90))
    deep = article(f"{filling}\n\n{SAFE} said Ada Stone.", id="a1")
    other = article(f"{SAFE} said Ada Stone.\n\n{filling}", outlet="Post", id="a2")
    assert heard(deep) == ()
    assert [label for label, _ in texts(heard(deep, other))] == ["Ada Stone"]


def test_what_a_report_took_back_is_nobodys_word() -> None:
    claim = "Ben Lind said that the old dam above the valley had burst during the night."
    assert len(heard(article(claim))) == 1
    assert heard(article(f"{claim} The station later corrected its report.")) == ()


def test_what_the_next_sentence_denies_is_not_shown() -> None:
    said = f"{SAFE} said Ada Stone, the harbour mayor."
    assert len(heard(article(f"{said} That was not all she brought."))) == 1
    assert heard(article(f"{said} Not only is that not true, the dam has two cracks.")) == ()
    assert heard(article(f"{said}\n\nThe claim is false.")) == ()
    assert heard(article(f"{said} But the letter of the engineers didn't say that.")) == ()
    assert len(heard(article(f"{said} But Ben Lind did not say that mills close."))) == 1
    assert len(heard(article(f"{said} “That is not true,” said Ben Lind."))) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{SAFE} Ada Stone jokingly said.",
        f"{SAFE} Ada Stone falsely claimed.",
        f"{SAFE} Ada Stone claimed, without evidence.",
        f"{SAFE} Ada Stone initially said.",
        f"There is no evidence of that. {SAFE} Ada Stone said.",
        f"{SAFE} Ada Stone said. The dam is not safe; it was closed in spring.",
        f"{SAFE} Ada Stone said. Few heard it. Some clapped. Stone had embellished the story.",
        f"{SAFE} Ada Stone said. None of that is true.",
        f"{SAFE} Ada Stone said.\n\nShe added: “However, nobody should sleep below it.”",
        f"{SAFE} Ada Stone said. “The wall of the dam, on the west side, however, is cracked.”",
        f"{SAFE} Ada Stone said. But Stone added that the wall was cracked.",
        f"{SAFE} Ada Stone said.\n\n“But nobody should sleep below it tonight,” Stone added.",
    ],
)
def test_a_jest_half_a_thought_and_what_the_article_refutes_are_not_shown(text: str) -> None:
    assert SAFE[1:-2] not in [said for _, said in texts(heard(article(text)))]


def test_a_reported_clause_stands_behind_its_cue_and_ends_before_the_reporters_dash() -> None:
    told = "Ada Stone said that the old dam above the valley should be closed at once"
    ((_, shown),) = texts(heard(article(f"{told} — an unheard-of step.")))
    assert shown == "the old dam above the valley should be closed at once"
    loose = (
        "Ada Stone said as long as the council paid some of the keepers they knew they would stay."
    )
    assert texts(heard(article(loose))) == []


def test_another_of_whom_the_speakers_words_tell_is_not_the_speaker() -> None:
    by = "the seven keepers who brought the case against Ben Hill in the hall said."
    assert texts(heard(article(f"Ben Hill denied it.\n\n{SAFE} {by}"))) == []


def test_a_party_and_a_place_are_nobodys_name() -> None:
    lead = "Few agreed, among them Rep. Ben Hill, New Norland Democrat, who said he was busy."
    found = heard(article(f"{lead}\n\n{SAFE} he said."))
    assert "New Norland Democrat" not in [voice.label for voice in found]


def test_a_name_is_parted_from_an_office_with_of_and_a_body_has_all_of_its_name() -> None:
    for said in (
        "Counsel to the President Ada Nolan said",
        "said Counsel to the President Ada Nolan",
    ):
        (voice,) = heard(article(f"{SAFE} {said}."))
        assert (voice.label, voice.role) == ("Ada Nolan", "Counsel to the President")
    (voice,) = heard(article(f"{SAFE} said the Northern Centre for Sea Weather and Tides."))
    assert voice.label == "Northern Centre for Sea Weather and Tides"


def test_a_reported_clause_has_a_verb_and_ends_before_what_it_alludes_to() -> None:
    bare = "Ada Stone announced a hearing in the hall on the valley’s dam to “tell what is needed.”"
    assert heard(article(bare)) == ()
    dam = "the old dam above the valley had burst during the night"
    for tail in (
        "alluding to the flood in the mill",
        "appealing directly to the farmers",
        "while Ada Stone called for a new one",
        "the first disaster since the flood",
    ):
        (voice,) = heard(article(f"Ben Lind said that {dam}, {tail}."))
        assert [u.quote.text for u in voice.utterances] == [dam]
    mixed = (
        "Ben Lind said that the old dam “has burst and nobody saw it all night,” appealing to us."
    )
    assert heard(article(mixed)) == ()


def test_who_has_no_role_that_tells_is_shown_only_where_the_page_names_them() -> None:
    def labels(text: str, headline: str) -> list[str]:
        source = article(text)
        said = quotes(source)
        return [v.label for v in voices(said, people(said), headline=headline)]

    assert labels(f"{SAFE} said Ada Stone.", "Dam holds") == []
    assert labels(f"{SAFE} said Ada Stone, a lawyer.", "Dam holds") == []
    assert labels(f"{SAFE} said Ada Stone, a lawyer.", "Stone: dam holds") == ["Ada Stone"]
    assert labels(f"{SAFE} said Ada Stone, the harbour mayor.", "Dam holds") == ["Ada Stone"]


def test_he_is_not_shown_as_somebody_named_before_another_or_as_a_body() -> None:
    first = "Ben Lind, the town clerk, said on Wednesday that the dam was safe."
    other = "Carl Marsh, the engineer, said that it was not. Marsh came on Tuesday."
    assert [v.label for v in heard(article(f"{first}\n\n{SAFE} he said."))] == ["Ben Lind"]
    assert "Ben Lind" not in [
        v.label for v in heard(article(f"{first}\n\n{other}\n\n{SAFE} he said."))
    ]


def test_an_office_is_not_shown_as_its_holder_where_another_was_named_since() -> None:
    holder = "Ben Lind, the mayor of Arden, met Ada Stone, the mayor of Lunde, for an hour."
    assert heard(article(f"{holder} Stone was late.\n\n{SAFE} the mayor said.")) == ()
    alone = "Ben Lind, the mayor of Arden, came for an hour."
    assert [v.label for v in heard(article(f"{alone}\n\n{SAFE} the mayor said."))] == ["Ben Lind"]


def test_he_is_not_shown_as_one_of_whom_a_leading_clause_tells() -> None:
    text = "Since the gunman, Ben Lind, opened fire, Stone has kept to soft words."
    assert heard(article(f"{text} {SAFE} he said.")) == ()


def test_two_things_that_one_says_stand_in_their_order() -> None:
    short = "“The wall is safe as well, and it was built of stone by our fathers,”"
    text = f"{short} said Ada Stone, the harbour mayor.\n\n{SAFE[:-2]} for 1,200 years to come,” Stone said."
    (voice,) = heard(article(text), settings=QuoteSettings(per_speaker=2))
    assert [u.quote.contents[0].start for u in voice.utterances] == sorted(
        u.quote.contents[0].start for u in voice.utterances
    )


def test_a_lone_surname_may_be_a_relatives() -> None:
    text = f"Ada Stone’s brother Ben spoke in the town hall.\n\n{SAFE} Stone said."
    assert [v.label for v in heard(article(text))] == []


def test_whose_director_somebody_is_must_be_on_the_page() -> None:
    source = article(f"{SAFE} the institute's director, Ada Stone, said.")
    said = quotes(source)
    assert voices(said, people(said), headline="Dam holds") == ()
    (voice,) = voices(said, people(said), headline="Institute: dam holds")
    assert (voice.label, voice.role) == ("Ada Stone", "the institute's director")


def test_what_the_article_corrects_anywhere_is_not_shown() -> None:
    said = "“I had the honour of dismissing old Oberlin over the ferry logs of last year,”"
    wrong = (
        "The boats came in. It rained. Farmers came too. Mr. Oberlin was not dismissed; he left."
    )
    text = f"{said} said Ada Stone, the harbour mayor."
    assert heard(article(text))
    assert not heard(article(f"{text} It rained.\n\nThe sea was calm.\n\n{wrong}"))


def test_this_bill_in_an_article_that_the_page_does_not_tell_is_another() -> None:
    said = "“The pilots of Arden keep their old boats for many years by today’s vote,”"
    other = article(f"{said} said Ada Stone, the harbour mayor.", id="b", outlet="Post")
    told = sentences(article("Parliament has a law on pilots. Pilots like it.", id="a"))
    found = quotes(other)
    known = people(found)
    assert voices(found, known)
    assert not voices(found, known, shown=told, headline="Law on pilots of Arden")


def test_words_cut_off_or_after_what_is_not_told_are_not_shown() -> None:
    safe = "The old dam above the valley is safe and will stand for many years"
    later = "The engineers of Arden subsequently found that the old dam above the valley is safe"
    assert len(heard(article(f"“{safe},” {CLERK}"))) == 1
    assert heard(article(f"“{safe} and ...” {CLERK}")) == ()
    assert heard(article(f"“{later},” {CLERK}")) == ()


def test_when_a_body_spoke_is_no_part_of_its_name() -> None:
    said = "“The old dam above the valley is safe and will stand for many years,”"
    (voice,) = heard(article(f"{said} the Calder Water Board on Tuesday said."))
    assert voice.label == "Calder Water Board"


def test_a_member_of_what_is_no_role() -> None:
    (voice,) = heard(article(f"{SAFE} said Ada Stone, a member of the group."))
    assert voice.role == ""


def test_words_that_give_their_speakers_whole_name_are_anothers() -> None:
    text = "“Ada Stone has won the vote in all four towns on the river,” Ada Stone said on Monday."
    assert heard(article(text)) == ()


def test_what_a_shown_sentence_quotes_in_good_part_is_not_shown_again() -> None:
    text = (
        "The mayor said on Monday that it “was laid before my grandfather was born”.\n\n"
        "“Every stone of the western wall was laid before my grandfather was born, and engineers of "
        "four schools have measured it twice with new instruments,” said Ben Lind, the town clerk."
    )
    told = article(text)
    shown = sentences(told)[:1]
    found = quotes(told)
    assert voices(found, people(found), QuoteSettings()) != ()
    assert voices(found, people(found), QuoteSettings(), shown, "Towns move to a new plan") == ()


def test_words_that_a_shown_sentence_quotes_need_more_beside_them() -> None:
    little = "“I am not going into a back and forth with pilots. I do not want to do that at all,”"
    more = (
        "“I pay no toll. The bridge of the valley is shut and its nine keepers are back in Arden,”"
    )
    text = (
        "Ada Stone would have no “back and forth” on the toll on Monday.\n\n"
        f"{little} said Ada Stone.\n\n{more} said Ada Stone."
    )
    told = article(text)
    shown = sentences(told)[:1]
    found = quotes(told)
    (voice,) = voices(found, people(found), QuoteSettings(), shown, "Stone on the toll")
    assert [u.quote.text for u in voice.utterances] == [more[1:-2]]


WALL = "The wall above the valley was built by the fathers of our fathers"


def test_a_mark_without_its_partner_is_left_out() -> None:
    said = '"There is moss on every wall," said Ada Stone, the harbour mayor, late in the day.'
    ((_, words),) = texts(heard(article(f'{said} "... {WALL}."')))
    assert words == f"There is moss on every wall {WALL}."


def test_marks_that_open_within_the_reporters_words_are_no_quote() -> None:
    tells = f"tells us that {WALL[0].lower()}{WALL[1:]} and is as good as new"
    more = f"{WALL}, and many more walls of the valley were built by them as well."
    text = f'A weir "{tells}," said Ada Stone, the harbour mayor. "{more}"'
    assert all('"' not in words for _, words in texts(heard(article(text))))


def test_a_paper_that_carries_somebodys_words_is_not_their_speaker() -> None:
    mine = "“I answered that I had never written one word on the dam above the valley,” he added."
    carried = "A student was sent home from Lunde, according to the Harbour Lantern."
    asked = "He was asked for hours, according to the Lantern."
    assert not heard(article(f"{carried}\n\n{asked}\n\n{mine}"))


def test_a_body_says_nothing_of_itself_as_one_person() -> None:
    mine = "I have never seen a dam as old as the one above the valley"
    assert not heard(article(f"“{mine},” according to the Arden Rivers Agency."))
    assert heard(article(f"“{mine},” said Ada Stone of the Arden Rivers Agency."))
    war = "The dam above the valley is as old as World War I and will not stand for years"
    assert heard(article(f"“{war},” according to the Arden Rivers Agency."))
