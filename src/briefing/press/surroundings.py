"""What stands around a sentence in its article, and makes it unfit to stand alone.

A caption may be a whole sentence, as a post may that the page shows, but the credit behind it
gives it away; and a sentence that the next one takes back ("Most firms pay. But ...") says
without it what the article denies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model import Article, Sentence, Span
from briefing.press import posts
from briefing.press.captions import CREDIT, REACH, begin
from briefing.press.datelines import ABOVE, behind, body
from briefing.press.furniture import is_furniture
from briefing.text.dates import WEEKDAY

_DISOWNED = re.compile(
    r"\b[Aa]fter\s(?:the\s)?(?:initial\s)?(?:publication|this\s(?:article|story|report)\s(?:was|had\sbeen)"
    r"\s(?:first\s)?published)\b[^\n]{0,120}\b(?:backtrack\w*|retract\w*|walk\w*\sback|revers\w+|clarif\w+"
    r"|den(?:y|ie[sd])|correct\w*)\b"
)
HEADING = 6  # words
TITLE = 4  # words: a shorter title may open a sentence by chance
STANDFIRST = 200  # characters
_DATED = re.compile(rf"\b{WEEKDAY}\b")
_TURN = re.compile(r"[\"'“‘(\[]*(?:But|However|Yet|Nevertheless|Nonetheless|Instead)\b")


def line(sentence: Sentence) -> tuple[int, int]:
    """Start and end of the line of the article that `sentence` stands in."""
    text, span = sentence.article.text, sentence.span
    end = text.find("\n", span.end)
    return text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text)


def in_caption(sentence: Sentence) -> bool:
    """Whether a photo's or a post's credit follows in the same line: up to it, all is caption."""
    _, end = line(sentence)
    reach = min(end, sentence.span.end + REACH)
    text, start = sentence.article.text, sentence.span.start
    return any(credit.search(text, start, reach) for credit in (CREDIT, posts.CREDIT))


def opens(sentence: Sentence) -> bool:
    """Whether nothing of its report stands before it but a dateline."""
    text, span = sentence.article.text, sentence.span
    start = behind(text, Span(_begin(sentence.article), span.end)).start
    return not text[start : span.start].strip()


def _begin(article: Article) -> int:
    """Where its report begins: behind its title, that some pages print once more, and captions."""
    text, title = article.text, article.title.strip()
    again = len(title) if title and text.startswith(f"{title}\n") else _standfirst(text, title)
    again += len(text[again:]) - len(text[again:].lstrip()) if again else 0
    return again + begin(text[again:])


def _standfirst(text: str, title: str) -> int:
    """The end of a first line that has the title and goes on with a standfirst; a day stands in a
    report that runs on from its title, and a sentence may begin with the words of the title."""
    end = text.find("\n", len(title))
    rest = text[len(title) : max(0, end)].strip()
    if len(title.split()) < TITLE or not text.startswith(title) or not 0 < len(rest) <= STANDFIRST:
        return 0
    goes_on = rest[0].islower() or not text[len(title)].isspace()  # "..., and", "...'s"
    return 0 if goes_on or _DATED.search(rest) else end


def taken_back(sentence: Sentence, following: Sentence | None) -> bool:
    """Whether the next sentence of its paragraph turns against it; the opening tells the news."""
    if following is None or opens(sentence):
        return False
    _, end = line(sentence)
    return following.span.start < end and _TURN.match(following.text) is not None


def standing(found: Sequence[Sentence]) -> list[Sentence]:
    """`found`, an article's sentences in order: no furniture, captions, first halves of a turn.

    What stands above a dateline, or in the headings and captions above a report, is no part of it;
    and a report whose subject put its word right after it had appeared tells nothing that stands.
    """
    if not found or _DISOWNED.search(found[0].article.text):
        return []
    start = _begin(found[0].article)
    found = [s for s in found[_dateline(found) :] if s.span.start >= start]
    following = [*found[1:], None]
    return [
        sentence
        for sentence, after in zip(found, following, strict=True)
        if not _is_beside(sentence) and not taken_back(sentence, after)
    ]


def _is_beside(sentence: Sentence) -> bool:
    return is_furniture(body(sentence).text) or in_caption(sentence) or _is_heading(sentence)


def _is_heading(sentence: Sentence) -> bool:
    """Whether it is a short line without a stop, or a short question, between two paragraphs."""
    text = sentence.text
    if text.endswith((".", "!", "”", '"', "…")) or len(text.split()) > HEADING or opens(sentence):
        return False
    start, end = line(sentence)
    spare = end - start - len(text)  # looked at first: a line may be as long as its article
    return spare <= HEADING and sentence.article.text[start:end].strip() == text


def _dateline(found: Sequence[Sentence]) -> int:
    """The place of the first sentence that opens a line with a dateline, 0 without one."""
    for place, sentence in enumerate(found):
        text, span = sentence.article.text, sentence.span
        if span.start > ABOVE:
            break
        opens_line = place == 0 or text[: span.start].rstrip(" ").endswith("\n")
        if opens_line and behind(text, span) != span:
            return place
    return 0
