"""Words of another time are no reaction to today's news (articles of 15 January 2026)."""

from __future__ import annotations

import pytest

from briefing.quotes import quotes
from briefing.quotes.shown.dated import is_old
from tests.builders import article

SAFE = "“The old dam above the valley is safe and will stand for years,”"


def old(text: str) -> bool:
    return is_old(quotes(article(text))[-1])


@pytest.mark.parametrize(
    "text",
    [
        f"{SAFE} Ada Stone said in 2013.",
        f"{SAFE} Ada Stone told the Gazette in a 2019 interview.",
        f"{SAFE} Ada Stone said in a June statement.",
        f"{SAFE} Ada Stone said in an interview with the Gazette the week after the vote.",
        f"{SAFE} Ada Stone wrote in August.",
        f"{SAFE} Ada Stone said last year.",
        f"{SAFE} Ada Stone told reporters last month.",
        f"{SAFE} Ada Stone said two years ago.",
        f"{SAFE} Ada Stone said at the time.",
        f"Ada Stone previously said: {SAFE[:-2]}.”",
        f"In 2013, nobody in the valley slept well. {SAFE} Ada Stone said.",
        f"“It leaks,” Ada Stone said last month.\n\n{SAFE} she added.",
        f"Ada Stone spoke at a hearing two months ago.\n\nDuring the hearing, she said: {SAFE}",
        f"{SAFE} Ada Stone wrote on the town's website on January 2.",
        f"Ada Stone said this to the council later that month: {SAFE[:-2]}.”",
        f"{SAFE} Ada Stone wrote in a letter last October.",
        f"{SAFE} Ada Stone said at a November 2024 dinner.",
        "Ada Stone argued that then-mayor Ben Hill “had let the wall of the old dam fall to bits.”",
        f"{SAFE} Farmers who own the wall announced in May.",
        f"{SAFE} Ada Stone told the council last week at a hearing.",
        f"Last month, Ada Stone explained why it holds.\n\n{SAFE} Stone told the Gazette.",
        f"{SAFE} Ada Stone had told the council.",
        f"{SAFE} Ada Stone said several days ago.",
        f"The Gazette headed a 2014 article “Dam stands.”\n\n{SAFE} the Gazette wrote.",
        f"{SAFE} Ada Stone told reporters on Tuesday.",
        f"{SAFE} Ada Stone said after the harbour ruling on Monday.",
        f"{SAFE} Ada Stone said when the wall was drawn in March.",
        "It was safe, then-mayor Ada Stone said: “The old dam above the valley will stand.”",
    ],
)
def test_another_month_or_year_is_old(text: str) -> None:
    assert old(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{SAFE} Ada Stone said on Wednesday.",
        f"{SAFE} Ada Stone said after the harbour ruling on Wednesday.",
        f"{SAFE} Ada Stone said earlier this week.",
        f"{SAFE} Ada Stone said in a January statement.",
        f"{SAFE} said Ada Stone, who was elected in 2019.",
        f"{SAFE} said Ada Stone, a former head of the dam in 2016.",
        "“In 2013 the old dam above the valley stood under water for a month,” Ada Stone said.",
    ],
)
def test_today_s_words_about_other_years_are_not_old(text: str) -> None:
    assert not old(text)
