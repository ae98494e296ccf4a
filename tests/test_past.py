"""What was long before a report is its background."""

from __future__ import annotations

import pytest

from briefing.standing.past import is_ahead, is_past
from briefing.text.sentences import sentences
from tests.builders import article


def past(text: str) -> bool:
    (sentence,) = sentences(article(text))  # of 15 January 2026
    return is_past(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "Piet Oberlin took over the Harbour Board of Arden in 2019.",
        "The strike at Dunmere began on Nov. 3 after two dockers were hurt.",
        "Arden closed its harbour last year after a storm.",
        "In March, divers found an old anchor off Dunmere.",
        "Judge Piet Oberlin once jailed a farmer for nine months over a boat.",
        "Under the bridge at Dunmere, a crowd had gathered to wait for the mayor.",
        "The guild of Dunmere had earlier refused a bolder plan.",
        "Ferries have stood still in Dunmere for more than two weeks.",
        "Piet Oberlin left the board more than a year ago.",
        "Tolls rose from 2010 to 2020 in Dunmere.",
        "In 2019 Piet Oberlin was banned from the harbour for two years.",
        "Two months ago, the board set out to repair all gates by Jan. 20.",
        "The 2019 vote was won by Piet Oberlin's party.",
        "The fire of 2019 is the worst that Dunmere has had.",
        "Ada Quill had lost the 2019 vote and leads the board.",
    ],
)
def test_a_time_before_the_last_week_alone(text: str) -> None:
    assert past(text)


@pytest.mark.parametrize(
    "text",
    [
        "Piet Oberlin, who joined the board in 2019, was dismissed on Monday.",
        "Piet Oberlin left the board that Ada Quill had founded.",
        "The league has taken down a flag that showed a sign once used by pirates.",
        "Police found that the gate had rusted.",
        "Over 200 boats had left the harbour, according to the board.",
        "The court ruled that Piet Oberlin took bribes in 2019.",
        "The board will repay what it took in 2019.",
        "The board of Arden has nine members and a chair.",
        "The bridge is to be closed on Jan. 20.",
        "Tolls in Dunmere rose 3 percent from a year earlier, to $4.",
        "The harbour has 40 boats, fewer than it had in 2019.",
        "Rents in Dunmere are up 4 percent from 3 percent in March.",
        "Fares grew at the fastest pace since 2009, to $4.",
        "Members have confidence in May's board.",
        "The gusts at Arden were the strongest measured there since records began in 1958.",
        "It was the wettest day in Arden since records began 150 years ago.",
        "The farmers' party claims victory in Arden's first vote since its 2019 docker-led uprising.",
        "Ada Quill has lost her appeal over the 2019 harbour fire in Arden.",
        "Piet Oberlin's 2019 pact with the dockers ends in Dunmere.",
        "The verdict also disqualified Piet Oberlin from office for 15 years.",
        "The guild paid for nine boats at a fair of 2010, an audit of its books shows.",
        "The guild paid for nine boats in 2010, according to its clerk.",
    ],
)
def test_a_time_at_hand_or_none(text: str) -> None:
    assert not past(text)


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("The harbour union sent the mayor of Arden a second letter Friday.", True),
        ("Ada Quill said late Friday that the ferry was safe.", True),
        ("Ada Quill said the ferry will sail on Friday.", False),
        ("Three sailors died last Friday.", False),
        ("The union sent the mayor a letter on Wednesday.", False),
    ],
)
def test_what_was_done_on_a_weekday_to_come_was_written_later(text: str, ahead: bool) -> None:
    (sentence,) = sentences(article(text))  # of a Thursday
    assert is_ahead(sentence) is ahead
