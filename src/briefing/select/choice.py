"""A greedy choice of sentences under way, and what it exchanges at its end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from briefing.model import Scored, Sentence
from briefing.press.datelines import body
from briefing.press.events import reports
from briefing.press.surroundings import opens as begins
from briefing.select.budget import Budget
from briefing.settings import SelectSettings
from briefing.standing import standalone
from briefing.standing.introductions import strangers
from briefing.standing.leads import tells_news
from briefing.standing.past import is_past
from briefing.text.repeats import Bag, bag, repeats

# A report that says the same must tell so much more to take the place of a shorter one.
FULLER = 1.2
# So near must the stems (cosine) of another story's sentence be for its words to count.
ELSEWHERE = 0.25

Place = tuple[str, int]  # the id of an article, the index of a sentence
Concept = tuple[str, str]


def _place(scored: Scored) -> Place:
    return scored.sentence.article.id, scored.sentence.index


@dataclass(frozen=True, slots=True)
class _Taken:
    """A candidate that is shown, as it is shown and compared."""

    scored: Scored
    sentence: Sentence
    bag: Bag


class Choice:
    """A greedy choice under way: what is taken, what it tells, and what may still come.

    A sentence's worth only falls while others are taken, so the candidates wait in a heap by the
    worth they last had (lazy greedy, Minoux 1978).
    """

    def __init__(
        self,
        budget: Budget,
        settings: SelectSettings,
        avoid: Sequence[Bag],
        known: frozenset[str],
        openings: frozenset[Place],
        agreed: Collection[Place] = (),
        passed: Collection[Place] = (),
    ) -> None:
        self.budget, self.settings, self._avoid = budget, settings, avoid
        self._openings, self._agreed = openings, agreed
        self._known = known  # surnames that some report gives in full
        self.taken: list[_Taken] = []
        self.words = 0
        self._numbers = count()  # no two entries of the heap are equal
        self._told: set[Concept] = set()
        self._waiting: list[tuple[float, tuple[object, ...], int, Scored]] = []
        self._followers: dict[Place, Scored] = {}
        self._strangers: list[Scored] = []
        self._opening_waited = False
        self.opened = False  # whether a report's opening leads what is taken
        self._repeating: list[Scored] = []
        self._told_already = passed
        self._passed: set[Place] = set()  # of what was told already, that behind what is taken
        self._places: dict[Place, Sentence] = {}

    def offer(self, scored: Scored) -> None:
        """A candidate waits with the worth that it has now; ties go to the earlier place."""
        s = scored.sentence
        tie = (s.article.published, s.article.id, s.index, s.span)
        heappush(self._waiting, (-self._worth(scored), tie, next(self._numbers), scored))

    def open(self, scored: Scored, before: Scored | None = None) -> bool:
        """Take it first, if it may be shown under its article's title, whoever that names; behind
        the sentence `before` it, where that may be shown and tells the title's news: the second is
        its day, and may lean on it.

        From then on all that is taken follows it, sentence by sentence, or is `agreed`.
        """
        if before is not None and self._leads(before) and self._goes_on(scored, before):
            lead = [before, scored]
        else:
            lead = [scored] if self._opens(scored) else []
        self.opened = bool(lead)
        for one in lead:
            self.take(one)
        return self.opened

    def _opens(self, scored: Scored, before: Scored | None = None) -> bool:
        sentence = body(scored.sentence)
        shown = [body(before.sentence)] if before is not None else []
        if standalone.fit(sentence, *shown) is not None or self._repeats(sentence):
            return False
        met = [sentence.article.title, *(s.text for s in shown)]
        return not strangers(sentence, met, self._known)

    def _leads(self, first: Scored) -> bool:
        """Whether it begins its report, may be shown, tells its title's news, nothing long past."""
        told = tells_news(first.sentence, 0) and not is_past(first.sentence)
        return told and begins(first.sentence) and self._opens(first)

    def _goes_on(self, scored: Scored, before: Scored) -> bool:
        """Whether it dates what `before` tells, and says more."""
        first, said = bag(body(before.sentence).text), bag(body(scored.sentence).text)
        return (
            reports(scored.sentence.text)
            and self._opens(scored, before)
            and not self._alike(said, first)
        )

    def best(self) -> Scored | None:
        """The best candidate that may be shown now."""
        while self._waiting:
            worth, _, _, scored = heappop(self._waiting)
            if -self._worth(scored) > worth:
                self.offer(scored)
            elif self._admissible(scored):
                return scored
        return None

    def unopened(self) -> bool:
        """Whether no report's opening is shown, and one had to wait for an introduction."""
        return self._opening_waited and not any(
            _place(t.scored) in self._openings for t in self.taken
        )

    def take(self, scored: Scored) -> None:
        """It is shown: behind the sentence before it in its article if that is shown, else last."""
        sentence, before = body(scored.sentence), self._before(scored)
        taken = _Taken(scored, sentence, bag(sentence.text))
        shown = [t.sentence for t in self.taken]
        at = shown.index(before) + 1 if before in shown else len(shown)
        self.taken.insert(at, taken)
        self.words += _length(sentence)
        self._told.update(concept for concept, _ in scored.concepts)
        article, index = _place(scored)
        self._places[article, index] = sentence
        self._call_follower(scored)
        waiting, self._strangers = self._strangers, []
        for other in waiting:
            self.offer(other)

    def _call_follower(self, scored: Scored) -> None:
        article, index = _place(scored)
        while (article, index + 1) in self._told_already:
            index += 1
            self._passed.add((article, index))
        if (follower := self._followers.pop((article, index + 1), None)) is not None:
            self.offer(follower)

    def fuller(self) -> list[Scored]:
        """What is taken, one of it exchanged for a fuller report of the same; [] if none is left.

        The densest sentences are taken first. They are often the shortest, and keep out those that
        tell the same and more: no loss while others fill the budget, but a story of few short
        articles has no others.
        """
        most, found = 0.0, list[Scored]()
        for scored in self._repeating:
            at = self._rival(scored)
            if at is None:
                continue
            others = [t.scored for t in (*self.taken[:at], *self.taken[at + 1 :])]
            told = {concept for other in others for concept, _ in other.concepts}
            more = _tells(scored, told) - FULLER * _tells(self.taken[at].scored, told)
            if more > most:
                most, found = more, [*others[:at], scored, *others[at:]]
        return found

    def _rival(self, scored: Scored) -> int | None:
        """The place among the taken of the only one that `scored` repeats, if they may change."""
        sentence = body(scored.sentence)
        said = bag(sentence.text)
        rivals = [n for n, t in enumerate(self.taken) if self._alike(said, t.bag)]
        if len(rivals) != 1 or self._stands_elsewhere(said):
            return None
        rival = self.taken[rivals[0]]
        spare = self.words - _length(rival.sentence)
        shown = len(self.taken) - 1
        if not self.budget.admits(_length(sentence), spare, shown):
            return None
        article, index = _place(rival.scored)
        if (article, index + 1) in self._places:
            return None  # a follow-up leans on it
        together = [sentence, *(t.sentence for t in self.taken if t is not rival)]
        met = not any(self._strange(s, [o for o in together if o is not s]) for s in together)
        return rivals[0] if met else None

    def _worth(self, scored: Scored) -> float:
        """The score less what is told already."""
        told = sum(x for concept, x in scored.concepts if concept in self._told)
        return round(scored.score - told, 9)

    def _before(self, scored: Scored) -> Sentence | None:
        article, index = _place(scored)
        return self._places.get((article, index - 1))

    def _behind_passed(self, scored: Scored) -> bool:
        article, index = _place(scored)
        return (article, index - 1) in self._passed

    def _admissible(self, scored: Scored) -> bool:
        sentence = body(scored.sentence)
        if _place(scored) in self._places or not self.budget.admits(
            _length(sentence), self.words, len(self.taken)
        ):
            return False
        before = self._before(scored)
        reason = standalone.fit(sentence, before)
        follows = before is not None or self._behind_passed(scored)
        strays = self.opened and not follows and _place(scored) not in self._agreed
        if reason == standalone.POINTS_BACK or strays:
            self._followers[_place(scored)] = scored  # its turn comes if the one before is taken
            return False
        if reason is not None:
            return False
        if self._repeats(sentence):
            self._repeating.append(scored)
            if follows:
                self._passed.add(_place(scored))
                self._call_follower(scored)
            return False
        if self._strange(sentence, [t.sentence for t in self.taken]):
            self._strangers.append(scored)  # its turn comes if somebody introduces them
            self._opening_waited |= _place(scored) in self._openings
            return False
        return True

    def _strange(self, sentence: Sentence, others: Iterable[Sentence]) -> bool:
        """Whether it names somebody by surname alone whom none of `others` introduces.

        Its title only counts where nobody is `known`: another article's may head the story.
        """
        met = [*([] if self._known else [sentence.article.title]), *(o.text for o in others)]
        return bool(strangers(sentence, met, self._known))

    def _repeats(self, sentence: Sentence) -> bool:
        """Whether its words were shown."""
        said = bag(sentence.text)
        return self._stands_elsewhere(said) or any(self._alike(said, t.bag) for t in self.taken)

    def _stands_elsewhere(self, said: Bag) -> bool:
        limits = self.settings
        return repeats(said, self._avoid, limits.similar, limits.held, limits.worded, ELSEWHERE)

    def _alike(self, said: Bag, old: Bag) -> bool:
        limits = self.settings
        return repeats(said, [old], limits.similar, limits.held, limits.worded)


def _tells(scored: Scored, told: Collection[Concept]) -> float:
    """The weight of its concepts beyond those that are `told`.

    A concept's part in the score is by the word, so that it is multiplied by the length again.
    """
    new = sum(x for concept, x in scored.concepts if concept not in told)
    return round(new * _length(body(scored.sentence)), 9)


def _length(sentence: Sentence) -> int:
    return len(sentence.text.split())
