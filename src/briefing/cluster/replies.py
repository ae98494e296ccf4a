"""A reply to an act belongs to the story of the act: who is outraged by it, who defends it.

As a whole it is little like the reports of the act, being mostly what others say. But it opens
with what it replies to, and its headline says that it replies.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.model import Article, Story, Window
from briefing.settings import ClusterSettings
from briefing.standing.leads import Begun, agreement, agreement_in_words, begun, names_known
from briefing.standing.news import is_news
from briefing.text.background import Background

_REPLIES = re.compile(
    r"""\b(?:react(?:s|ed|ions?)? | respon(?:ds?|ded|ses?) | repl(?:y|ies|ied)
      | slam(?:s|med)? | condemn(?:s|ed)? | blast(?:s|ed)? | critici[sz]\w+ | critics
      | denounc\w+ | defend(?:s|ed)? | prais(?:es|ed?) | applaud(?:s|ed)? | hail(?:s|ed)?
      | welcom(?:es|ed?) | oppos(?:es|ed?) | reject(?:s|ed)? | dismiss(?:es|ed)?
      | rebuk\w+ | mock(?:s|ed)? | urg(?:es|ed?) | horrified | outrag\w+ | furious
      | fum(?:es?|ing) | backlash | uproar | outcry | furor | def(?:y|ies|ied)
      | (?:push(?:es)?|fires?|hits?)\ back | lash(?:es)?\ out | breaks?\ with | calls?\ on)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ON = re.compile(r"^(?:[A-Z][\w.-]+ ){1,3}on [A-Z][\w. -]+['’]s? [a-z]")  # "Marr on Oort's plan"
TITLE = 300  # characters
WORDS = 0.5  # of the likeness so much without names


def answered(
    stories: Sequence[Story], window: Window, background: Background, settings: ClusterSettings
) -> tuple[Story, ...]:
    """The stories, with each reply of the window in the story whose report it opens like."""
    todays = [
        (n, a) for n, story in enumerate(stories) for a in story.origins if a.published in window
    ]
    replies = [(n, a) for n, a in todays if is_reply(a) and is_news(a)]
    if not replies:
        return tuple(stories)
    texts: dict[str, Begun] = {}
    into = list(range(len(stories)))
    for n, reply in replies:
        acts = [(m, a) for m, a in todays if into[m] != into[n] and names_known(reply, a)]
        texts |= {
            a.id: begun(a, background) for a in (reply, *(a for _, a in acts)) if a.id not in texts
        }
        act = _act(reply, acts, texts, background, settings.reply)
        if act is not None:
            old, new = into[n], into[act]
            into = [new if m == old else m for m in into]
    return _together(stories, into)


def is_reply(article: Article) -> bool:
    """Whether its headline says that somebody answers to something."""
    title = article.title[:TITLE]
    return bool(_REPLIES.search(title) or _ON.search(title))


def _act(
    reply: Article,
    acts: Sequence[tuple[int, Article]],
    texts: Mapping[str, Begun],
    background: Background,
    least: float,
) -> int | None:
    """The place of the story with the report (of `acts`, which know a name of the title) that it
    opens most like, if that is enough. Names alone are not: somebody may do two things on one day.
    """
    alike = ((min(agreement(texts[reply.id], texts[a.id])), m, a) for m, a in acts)
    found = [
        (value, -m)
        for value, m, a in alike
        if value >= least
        and is_news(a)
        and agreement_in_words(reply, a, background) >= least * WORDS
    ]
    return -max(found)[1] if found else None


def _together(stories: Sequence[Story], into: Sequence[int]) -> tuple[Story, ...]:
    """The stories, those with the same number as one."""
    parts: defaultdict[int, list[Story]] = defaultdict(list)
    for story, number in zip(stories, into, strict=True):
        parts[number].append(story)
    found = (whole(stories[number], some) for number, some in parts.items())
    return tuple(sorted(found, key=lambda s: (s.first, s.id)))


def whole(story: Story, parts: Sequence[Story]) -> Story:
    """The story with the articles of `parts`, itself among them; it goes on from what any of them
    does."""
    if len(parts) < 2:
        return story
    articles = sorted((a for s in parts for a in s.articles), key=lambda a: (a.published, a.id))
    copies = tuple(copy for s in parts for copy in s.copies)
    follows = frozenset[str]().union(*(s.follows for s in parts))
    return replace(story, articles=tuple(articles), copies=copies, follows=follows)
