"""Which sentences have lost their stop: they are whole, though no mark ends them."""

from __future__ import annotations

from briefing.model import Sentence
from briefing.press.captions import LONGEST_HEADING
from briefing.press.surroundings import opens
from briefing.standing.acts import names_day
from briefing.text.words import STOP_WORDS, words

HEADLINE = 70  # characters


def lost_its_stop(sentence: Sentence) -> bool:
    """Whether it ends with a word that may end a sentence, and is either all that its article says,
    longer than a headline, as some outlets print no stop in their feeds; or a report's first
    paragraph, longer than a heading, with its day. What a feed has cut short was left out when it
    was read."""
    told = sentence.text
    last = words(told)[-1:] if told[-1:].isalnum() else []
    if not last or last[0] in STOP_WORDS:
        return False
    text, span = sentence.article.text, sentence.span
    behind = text[span.end :].lstrip(" ")
    if not (text[: span.start].strip() or behind.strip()):
        return len(told) > HEADLINE
    paragraph = behind.startswith("\n") and opens(sentence)
    return paragraph and len(told) > LONGEST_HEADING and names_day(told)
