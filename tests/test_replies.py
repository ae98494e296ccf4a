"""Who answers to an act is told in the story of the act."""

from __future__ import annotations

from datetime import timedelta

from briefing.cluster import answered
from briefing.cluster.replies import is_reply
from briefing.model import Article, Story, Window
from briefing.settings import ClusterSettings
from briefing.text.background import background
from tests.builders import MORNING, article

DAY = Window(MORNING - timedelta(hours=6), MORNING + timedelta(hours=18))
ACT = article(
    "Governor Ines Marr threatened on Monday to send the river guard into the harbour of Dunmere "
    "unless the dockers end their strike. The guard may clear the quays under a law of 1880.",
    title="Marr threatens to send the river guard against striking dockers",
    id="act",
)
REPLY = article(
    "Mayors along the river expressed disgust on Monday at the threat of Governor Ines Marr to "
    "send the river guard against the dockers of Dunmere. Nobody clears quays with rifles, said "
    "the mayor of Velmar.",
    title="Mayors horrified by Marr's threat to send the guard",
    outlet="Post",
    id="reply",
    at=MORNING + timedelta(hours=1),
)
OTHER = article(
    "Governor Ines Marr condemned on Monday the sale of the old observatory to a hotel chain. The "
    "astronomers of Dunmere have gathered 9,000 signatures for the telescope.",
    title="Marr slams sale of Dunmere observatory",
    outlet="Herald",
    id="other",
    at=MORNING + timedelta(hours=2),
)


def groups(*articles: Article, window: Window = DAY) -> list[list[str]]:
    alone = [Story(id=a.id, articles=(a,)) for a in articles]
    found = answered(alone, window, background(), ClusterSettings())
    return [[a.id for a in s.articles] for s in found]


def test_a_reply_joins_the_story_of_the_act() -> None:
    assert groups(ACT, REPLY) == [["act", "reply"]]


def test_the_same_person_alone_makes_no_reply() -> None:
    assert groups(ACT, OTHER) == [["act"], ["other"]]


def test_what_does_not_say_that_it_replies_stays_a_story() -> None:
    plain = article(REPLY.text, title="Mayors meet over Marr and the guard", id="plain")
    assert groups(ACT, plain) == [["act"], ["plain"]]


def test_the_story_keeps_its_id_and_what_it_follows() -> None:
    act = Story(id="known", articles=(ACT,), follows=frozenset({"earlier"}))
    reply = Story(id="reply", articles=(REPLY,))
    [found] = answered([act, reply], DAY, background(), ClusterSettings())
    assert (found.id, found.follows) == ("known", frozenset({"earlier"}))


def test_the_story_goes_on_from_what_the_reply_does() -> None:
    act = Story(id="act", articles=(ACT,))
    reply = Story(id="reply", articles=(REPLY,), follows=frozenset({"earlier"}))
    [found] = answered([act, reply], DAY, background(), ClusterSettings())
    assert (found.id, found.follows) == ("act", frozenset({"earlier"}))


def test_replies_of_other_days_are_left_alone() -> None:
    later = Window(DAY.end, DAY.end + timedelta(days=1))
    assert groups(ACT, REPLY, window=later) == [["act"], ["reply"]]


def test_headlines_that_reply() -> None:
    titles = ("Dockers push back on plan", "Marr on Oort's harbour plan: 'Wrong'", "Backlash grows")
    assert all(is_reply(article("x", title=t)) for t in titles)
    assert not is_reply(article("x", title="Marr on holiday in Velmar as dockers strike"))
