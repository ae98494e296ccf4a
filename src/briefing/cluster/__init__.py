"""Stories: the articles about one event.

stories   from articles to stories, copies with their origin
likeness  how alike two articles are
extent    how much of an article is compared
themes    words that articles share although they tell of different events
neighbours which articles may be alike enough to be compared
products  the sparse products by which they are compared
owned     names that an event has to itself
linkage   from likenesses to groups, with a guard against look-alike events
subjects  whether two groups name different things in their titles
apart     what was joined and tells of another event
following which earlier story a later one goes on from
replies   what answers to an act is part of its story
recalled  which story of earlier editions one of today goes on from
identity  which of the earlier stories a story is
outlets   what an outlet prints in article after article, which ties nothing
marks     rare names that tie the days of a running event
ties      why an article is in its story, for `explain`
"""

from briefing.cluster.apart import apart
from briefing.cluster.identity import identified
from briefing.cluster.recalled import recalled
from briefing.cluster.replies import answered
from briefing.cluster.stories import stories
from briefing.cluster.themes import with_themes
from briefing.cluster.ties import Tie, ties

__all__ = ["Tie", "answered", "apart", "identified", "recalled", "stories", "ties", "with_themes"]
