"""Which of the earlier stories a story is: it keeps the id under which readers know it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from briefing.model import Article, Known, Story
from briefing.standing.news import is_news
from briefing.text.ids import unversioned

_GOES_ON, _FOLLOWS, _OVER = range(3)  # by new reports; by its likeness; without new reports


def identified(
    stories: Sequence[Story], known: Sequence[Known], replaced: Sequence[Known] = ()
) -> tuple[Story, ...]:
    """The stories (oldest first) under the ids by which the readers of `known` know them.

    `replaced` are those of the edition that is made anew: a new story keeps the id it has there.
    """
    groups = [story.articles for story in stories]
    ids = names(groups, known, [story.follows for story in stories], replaced)
    return tuple(replace(story, id=name) for story, name in zip(stories, ids, strict=True))


def names(
    groups: Sequence[Sequence[Article]],
    known: Sequence[Known],
    follows: Sequence[frozenset[str]] = (),
    replaced: Sequence[Known] = (),
) -> list[str]:
    """An id for each group of articles (oldest first), no id twice.

    The earlier story with which a group shares most reports gives its id. Of a split story the
    part that new reports join goes on under its id, for that is where readers meet it again; of
    several such parts the one that keeps most. Of merged stories the id goes on that most reports
    knew, on a tie the older. A story that shares none may have the id of the one that it follows
    most, where nothing else goes on under that: not that of a story which was merged into it. A
    story without a past is named after its first article.

    Columns, explainers and live pages hand no id on: they speak of many things, and what joins
    them later is another event.
    """
    age = {story.id: _age(story) for story in known}
    story_of = {
        article: story for story in sorted(known, key=_age) for article in sorted(story.articles)
    }
    claims = []
    for number, group in enumerate(groups):
        earlier = follows[number] if follows else frozenset()
        if not any(id in story_of for id in (*earlier, *(a.id for a in group))):
            continue
        reports = [a.id for a in group if is_news(a)]
        shared = Counter(story_of[id].id for id in reports if id in story_of)
        rank = _OVER if all(id in story_of for id in reports) else _GOES_ON
        claims += [(rank, -count, name, number) for name, count in shared.items()]
        if not shared:
            heard = Counter(story_of[id].id for id in earlier if id in story_of)
            most = max(heard.values(), default=0)
            claims += [(_FOLLOWS, -n, name, number) for name, n in heard.items() if n == most]
    claims.sort(key=lambda claim: (claim[0], claim[1], age[claim[2]], claim[2], claim[3]))
    given: dict[int, str] = {}
    taken: set[str] = set()
    for *_, name, number in claims:
        if number not in given and name not in taken:
            given[number] = name
            taken.add(name)
    taken |= {story.id for story in known}
    given |= _as_replaced(groups, replaced, given.keys(), taken)
    taken |= set(given.values())
    return [given.get(n) or _new_name(group, taken) for n, group in enumerate(groups)]


def _as_replaced(
    groups: Sequence[Sequence[Article]],
    replaced: Sequence[Known],
    named: Collection[int],
    taken: Collection[str],
) -> dict[int, str]:
    """The groups without a past that share articles, in whatever version, with a replaced story:
    those that share most have its id."""
    claims = sorted(
        (-len(shared), story.id, number)
        for number, group in enumerate(groups)
        if number not in named
        for story in replaced
        if story.id not in taken
        and (shared := {unversioned(a.id) for a in group} & set(map(unversioned, story.articles)))
    )
    given: dict[int, str] = {}
    for _, name, number in claims:
        if number not in given and name not in given.values():
            given[number] = name
    return given


def _age(story: Known) -> tuple[str, str]:
    return min((d.isoformat() for d in story.days), default="9999"), story.id


def _new_name(group: Sequence[Article], taken: set[str]) -> str:
    """The first article's id, unless that is the name of another story, or was."""
    name = next((a.id for a in group if a.id not in taken), f"{group[0].id}-2")
    taken.add(name)
    return name
