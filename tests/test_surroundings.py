from briefing.press.datelines import body
from briefing.press.surroundings import in_caption, opens, standing, taken_back
from briefing.text.sentences import sentences
from tests.builders import article


def shown(text: str) -> list[str]:
    return [s.text for s in standing(sentences(article(text=text)))]


def test_all_of_a_line_up_to_the_credit_is_caption():
    text = (
        "Guests wear raincoats at the opening of the dam. The mayor smiles. (AP Photo/Piet Oberlin)"
        "\n\nThe dam at Dunmere opened on Monday."
    )
    assert shown(text) == ["The dam at Dunmere opened on Monday."]


def test_a_credit_after_a_bar_marks_a_caption():
    text = "Workers wait at the gate on July 4. | Ines Marr/Getty Images\n\nThe strike began."
    first, *_ = sentences(article(text=text))
    assert in_caption(first)


def test_a_post_that_is_shown_whole_is_no_sentence_of_the_report():
    text = (
        "Farms are safe when dams are. We open soon. — Ines Marr (@marr) July 7, 2020\n\nIt rained."
    )
    assert shown(text) == ["It rained."]


def test_a_bracket_that_is_no_credit_marks_nothing():
    text = "The council (in Dunmere) met. Nothing was decided (again)."
    assert len(shown(text)) == 2


def test_a_sentence_that_the_next_one_takes_back_is_not_shown():
    text = "The council met. Half of the firms pay the toll. But they use the road far less."
    assert "Half of the firms pay the toll." not in shown(text)


def test_the_opening_stays_whatever_follows():
    text = "The dam opened on Monday. But the river is dry."
    assert "The dam opened on Monday." in shown(text)


def test_a_turn_in_the_next_paragraph_takes_nothing_back():
    _, second, third = sentences(
        article(text="The council met. The firms pay.\n\nBut roads cost more.")
    )
    assert not taken_back(second, third)
    assert not taken_back(third, None)


def test_what_stands_above_a_dateline_is_no_part_of_the_report():
    text = (
        "Quill, 71, was hurt at the gate. Her boat lay in Arden.\n\n"
        "DUNMERE (AP) — The harbour closed on Monday.\n\nIt rained."
    )
    assert shown(text) == ["DUNMERE (AP) — The harbour closed on Monday.", "It rained."]


def test_a_report_may_open_with_its_town_and_a_colon_under_points_that_sum_it_up():
    points = "• Board calls the flood an accident.\n\n• Forty boats lost\n\n"
    opening = "The dam broke on Monday, and forty boats were lost in the harbour."
    assert shown(f"{points}DUNMERE: {opening}\n\nIt rained.") == [
        f"DUNMERE: {opening}",
        "It rained.",
    ]
    assert shown(f"{points}{opening}\n\nIt rained.") == [opening, "It rained."]
    assert shown(f"It rained.\n\nMARR: {opening}") == ["It rained."]
    assert shown(f"WATCH: {opening}\n\nIt rained.") == ["It rained."]


def test_a_report_that_was_put_right_after_it_appeared_tells_nothing():
    text = (
        "The board banned boats, its spokesman said. {} Quill backtracked and said boats may sail."
    )
    assert shown(text.format("After publication of this story,")) == []
    assert len(shown(text.format("After the vote,"))) == 2


def test_a_dateline_within_a_report_that_has_one_cuts_nothing():
    text = "ARDEN — The dam broke on Monday.\n\nIt rained.\n\nTARN — In Tarn the council met."
    assert len(shown(text)) == 3


def test_the_words_over_a_video_are_neither_a_dateline_nor_shown():
    text = (
        "The dam broke on Monday.\n\nJUST WATCHED A short history of the dam Replay\n\n"
        "The council met on Tuesday."
    )
    assert shown(text) == ["The dam broke on Monday.", "The council met on Tuesday."]


def test_a_standfirst_is_no_sentence_of_the_report_and_what_follows_opens_it():
    opening = "The sea gate at Dunmere closed on Monday, and forty ships wait outside the harbour."
    text = f"Ships wait outside while divers look for what blocks it\n\n{opening} But they are few."
    first, second, third = sentences(article(text=text))
    assert standing([first, second, third]) == [second, third]
    assert opens(second)
    assert not opens(third)


def test_behind_its_dateline_a_sentence_still_opens_the_report():
    first, second = sentences(article(text="DUNMERE (AP) — The gate closed. Ships wait."))
    assert opens(first)
    assert opens(body(first))
    assert not opens(second)


def test_a_title_printed_once_more_may_go_on_with_a_standfirst() -> None:
    title = "Quill calls the dam of Dunmere safe"
    lead = "Mayor Ada Quill defended the dam of Dunmere on Monday before the council."

    def opening(line: str) -> str:
        found = sentences(article(text=f"{line}\n\n{lead}", title=title))
        return body(standing(found)[0]).text

    assert opening(f"{title} She did not say who built it.") == lead
    assert opening(f"{title} 'It never leaked,' says the mayor.") == lead
    dated = "Mayor Ada Quill spoke of the dam on Sunday."
    assert opening(f"{title} {dated}") == dated
    for more in (
        " for ten years, and the council agrees.",
        ", her engineers do not.",
        "r than it was.",
    ):
        assert opening(f"{title}{more}") == f"{title}{more}"


def test_a_title_that_the_page_prints_once_more_is_no_part_of_the_report() -> None:
    title = "Dunmere votes on its mill; what now?"
    found = sentences(article(f"{title}\n\nDunmere voted on Monday to keep its mill.", title=title))
    assert [s.text for s in standing(found)] == ["Dunmere voted on Monday to keep its mill."]
    assert opens(standing(found)[0])
