"""Which section of the paper a story belongs to.

Configured rules first; else what its articles carry, by majority over the origins: the feed's
category, the URL's path, the outlet's configured section; and the words of all their titles and
leads together. What is news of the world and what is news at home depends on where the reader's
outlets are at home: the lands that a text names outvote a path that was named elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefing.model import Article, Story
from briefing.press.captions import opening
from briefing.press.genre import genre
from briefing.sections.carried import carried
from briefing.sections.names import SECTIONS
from briefing.sections.public import public
from briefing.sections.rules import fits
from briefing.sections.words import Heard, by_words, head, heard
from briefing.settings import SectionRule, SectionSettings
from briefing.text import lands

__all__ = ["SECTIONS", "home", "public", "section"]

_AT_HOME = frozenset({"National", "Local"})  # of a land abroad they are the world's
_PUBLIC = _AT_HOME | {"Politics"}
_FIRST = 250  # characters: the first sentence
_CARRIED = 2  # votes of a category or path, against one of the words for each report


def section(
    story: Story, rules: SectionSettings | Iterable[SectionRule] = (), at_home: str = ""
) -> str:
    """The section of most of the story's origins; `other` where nothing tells it.

    `at_home` is the land that most of the day's news is about, if known: see `home`. Where the news
    is of many lands, nothing that names one is at home.
    """
    settings = rules if isinstance(rules, SectionSettings) else SectionSettings(tuple(rules))
    for rule in settings.rules:
        fitting = sum(fits(rule, article) for article in story.origins)
        if 2 * fitting > len(story.origins):
            return rule.section
    if at_home == lands.SCATTERED:
        named = section(story, settings)
        reports = _reports(story)
        return "World" if named in _AT_HOME and _opens_abroad(reports, _FIRST) else named
    if all(genre(article) == "opinion" for article in story.origins):
        return "Opinion"
    reports = _reports(story)
    said = heard(reports, at_home)
    votes: Counter[str] = Counter()
    for article in story.origins:
        votes[_carried(article, at_home)] += _CARRIED
    del votes[""], votes["Opinion"]  # a column on an event does not move the event
    if spoken := _spoken(reports, said, at_home):
        votes[spoken] += len(reports)
        for where in _AT_HOME - {spoken}:  # a path that says where yields to what it is about
            del votes[where]
    # What one of three reports carries, and no word of theirs speaks for, is thin evidence.
    return min(
        (name for name in votes if votes[name] >= len(reports) or name in said),
        key=lambda name: (-votes[name], name != spoken, SECTIONS.index(name)),
        default=settings.other,
    )


def home(stories: Iterable[Story]) -> str:
    """The land that most of the stories' origins are about: as `lands.home`."""
    return lands.home(head(article) for story in stories for article in story.origins)


def _carried(article: Article, at_home: str) -> str:
    """What the article carries, unless the lands that it names tell otherwise."""
    told = carried(article)
    domestic, abroad = _where([article], at_home)
    return "" if (domestic and told == "World") or (abroad and told in _AT_HOME) else told


def _spoken(reports: Iterable[Article], said: Heard, at_home: str) -> str:
    """What the words of the reports speak for; courts and parties of a land abroad are World."""
    domestic, abroad = _where(reports, at_home)
    told = by_words({name: said[name] for name in said if not (domestic and name == "World")})
    public = told in _PUBLIC and _opens_abroad(reports, _FIRST)
    return "World" if abroad and (public or (not told and _opens_abroad(reports, 0))) else told


def _reports(story: Story) -> tuple[Article, ...]:
    """Its reports, if it has any: a column on an event does not move the event."""
    return tuple(a for a in story.origins if genre(a) == "report") or story.origins


def _where(articles: Iterable[Article], at_home: str) -> tuple[bool, bool]:
    """Whether the articles name the land at home alone; whether they name others alone."""
    if not at_home:
        return False, False
    named = frozenset[str]().union(*(lands.lands(head(article)) for article in articles))
    return named == {at_home}, bool(named) and at_home not in named


def _opens_abroad(articles: Iterable[Article], characters: int) -> bool:
    """Whether a title or the first characters name a land; further down a language may be meant."""
    heads = (f"{a.title}\n{opening(a.text, characters)}" for a in articles)
    return any(lands.lands(head) for head in heads)
