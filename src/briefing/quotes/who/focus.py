"""Of whom an article speaks at each place: whom the next "he" means."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.model import Article, Mention, Sentence, Span
from briefing.quotes import lexicon as lex
from briefing.quotes.who.bearers import holders, person
from briefing.quotes.who.cast import Cast, split_role
from briefing.quotes.who.mentions import OFFICES
from briefing.quotes.who.naming import fold

# A sentence that speaks of an office: "The mayor, meanwhile, ...".
_ROLE_SUBJECT = re.compile(rf"The ({'|'.join(sorted(OFFICES))})(?=,?\s)")
# "The film by Stone was shown": Stone is not of whom the sentence speaks.
_LINKED = re.compile(r"\b(?:by|of|for|to|with|from|against|about|at|in|on)\s+(?:the\s+)?$")
_WORD = re.compile(r"[\w’'-]+")
# "the Stone campaign", "Stone administration officials": not of Stone the sentence speaks.
_BEHIND = re.compile(r"\s([a-z][\w-]*)")
_ATTACHED = frozenset(
    lex.listed("""
    administration campaign government family team office presidency organization
    organisation foundation company transition rally supporter ally allies insider loyalist
    critic fan staffer staff era country voter
    """)
)
# What may stand between a name and its "who".
_EXPLAINED = re.compile(
    r",?\s(?:\([^()]{1,30}\),?\s)?(?:(?:an?|the|his|her|their|\d)[^,.;:“”\"()]{2,120},\s)?"
)
_HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms|Miss|Dr)\.?\s$")
_GENDERS = {"Mr": "m", "Mrs": "f", "Ms": "f", "Miss": "f"}
_SUBORDINATE = re.compile(r"(?:When|While|As|After|Before|Although|Though|Because|Since|If)\s")
_ACTS = re.compile(
    r"\s(?:(?:also|then|later|still)\s)?(?:\w+ed|was|has|had|did|made|took|went|gave)\b"
)
# "told Stone", "calls Mr. Stone's plan"
_TOLD = re.compile(
    r"\s[a-z]+(?:\s(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\b\.?|\s[A-Z][\w’'-]+){0,2}?\s([A-Z][\w-]+)"
)
_AGE = re.compile(r", \d\d,")
_OWNS = frozenset(("’s", "'s"))
_LEADING_RUNS = 3  # capitals before a sentence's subject: days, places, titles
_FAR = 2  # paragraphs after which anybody named since may be meant as well
_NEAR = 3  # paragraphs (sentences' paragraphs) within which a pronoun finds its person


@dataclass(slots=True)
class Focus:
    """A person at a place where the article speaks of them."""

    place: int
    paragraph: int
    person: str
    gender: str
    certain: bool = False  # one who is quoted or titled: a person for sure
    lone: bool = False  # by the surname alone, as news speaks of those whom it has introduced
    opens: bool = False  # with nothing before it that may be of another
    one_of: str = ""  # a surname that several bear: one of them, and which is not known


@dataclass(slots=True)
class State:
    """What has been read of an article so far."""

    article: Article
    cast: Cast
    sentences: Sequence[Sentence]
    starts: list[int]
    focus: list[Focus] = field(default_factory=list)
    titled: dict[str, str] = field(default_factory=dict)  # surnames, and the gender of their title
    called: dict[str, str] = field(default_factory=dict)  # persons, and the gender of their pronoun
    body: tuple[str, int] = ("", -9)  # the organisation quoted last, and in which paragraph


def paragraph_of(state: State, place: int) -> int:
    """The number of the paragraph in which `place` stands."""
    at = bisect_right(state.starts, place) - 1
    return state.sentences[max(at, 0)].paragraph if state.sentences else 0


def begun(
    article: Article, players: Cast, sentences: Sequence[Sentence], spoken: Sequence[Span]
) -> State:
    """What is known before any mention is read: who opens a sentence outside of `spoken`."""
    state = State(article, players, sentences, [s.span.start for s in sentences])
    state.titled = _titled(article.text, players.runs)
    state.focus = _outside(_subjects(state), spoken)
    return state


def _outside(found: list[Focus], spoken: Sequence[Span]) -> list[Focus]:
    """Without those whom somebody only speaks of: the next "he" goes on speaking."""
    starts = sorted(spoken)
    places = [span.start for span in starts]
    kept = []
    for focus in found:
        at = bisect_right(places, focus.place) - 1
        if at < 0 or focus.place >= starts[at].end:
            kept.append(focus)
    return kept


def _subjects(state: State) -> list[Focus]:
    """Persons that open a sentence: of whom the next "he" speaks."""
    text, runs = state.article.text, state.cast.runs
    places = [run.start for run in runs]
    found = []
    for sentence in state.sentences:
        at = bisect_right(places, sentence.span.start - 1)
        if (role := _ROLE_SUBJECT.match(text, *_edges(sentence))) is not None:
            found.append(_by_office(role, sentence, state))
        else:
            first = runs[at : at + _LEADING_RUNS]
            subject = _subject(sentence, first, state) or _behind_clause(sentence, runs[at:], state)
            found += [subject] if subject else []
    return found


def _behind_clause(sentence: Sentence, runs: Sequence[Span], state: State) -> Focus | None:
    """Stone, in "When it came to the dam, which leaks, Stone stayed": the main clause's subject."""
    text, (start, end) = state.article.text, _edges(sentence)
    if not _SUBORDINATE.match(text, start, end):
        return None
    for run in runs:
        if run.start >= end:
            return None
        if text[run.start - 2 : run.start] == ", " and _ACTS.match(text, run.end, end):
            bearer = person(run.of(text), state.cast, text, run.start)
            if bearer is not None:
                return Focus(run.start, sentence.paragraph, bearer.full, bearer.gender)
    return None


def _subject(sentence: Sentence, runs: Sequence[Span], state: State) -> Focus | None:
    """The first of `runs` that is a person, where no verb stands before it."""
    text = state.article.text
    for run in runs:
        lead = text[sentence.span.start : run.start]
        titled = bool(split_role(run.of(text))[0])
        if run.start >= sentence.span.end or not _may_lead(lead, titled):
            return None
        if _is_aside(text, lead, run):
            continue
        bearer = person(run.of(text), state.cast, text, run.start)
        if bearer is not None:
            lone = " " not in run.of(text)
            opens = not _is_linked(lead)
            told = bool(bearer.roles) or _AGE.match(text, run.end) is not None
            sure = titled or (opens and told)
            return Focus(
                run.start, sentence.paragraph, bearer.full, bearer.gender, sure, lone, opens
            )
        surname = split_role(run.of(text))[1]
        if surname in state.titled:
            gender = state.titled[surname]
            return Focus(run.start, sentence.paragraph, surname, gender, certain=True)
        if " " not in surname and len(state.cast.found.by_surname(fold(surname))) > 1:
            return Focus(run.start, sentence.paragraph, "", "", one_of=surname)
    return None


def _edges(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end


def _by_office(role: re.Match[str], sentence: Sentence, state: State) -> Focus:
    """ "The president, meanwhile, ...": who holds that office, or somebody whom nobody names."""
    held = holders(state.cast, role.group(1).lower(), sentence.span.start)
    name, gender = (held[0].full, held[0].gender) if len(held) == 1 else ("", "")
    return Focus(sentence.span.start, sentence.paragraph, name, gender, certain=True)


def _may_lead(lead: str, titled: bool) -> bool:
    """Whether the subject of a sentence may follow `lead`: "By Monday mayor" Stone, but not "He
    told the Gazette that", nor "The plan angered"."""
    if len(lead) > 60 or any(c in lead for c in '“"«'):
        return False
    said = [word.lower() for word in _WORD.findall(lead)]
    if any(word in lex.QUOTING_FORMS - lex.NOUNS_TOO or word == "that" for word in said):
        return False
    clause = [word.lower() for word in _WORD.findall(lead.rpartition(", ")[2])]
    verbs = lex.AUXILIARIES | lex.SUBJECT_PRONOUNS
    return not any(w in verbs or (w in lex.OTHER_VERBS and not titled) for w in clause)


def _is_linked(lead: str) -> bool:
    """ "After Stone came", "With her husband, Stone": another may be of whom the sentence speaks."""
    last = lead.rpartition(", ")[2].lower().split()
    return lead.endswith(", ") or any(w in lex.PREPOSITIONS | lex.CONJUNCTIONS for w in last[-6:])


def _is_aside(text: str, lead: str, run: Span) -> bool:
    """ "The film by Stone was shown", "Stone's lawyer", "Stone spokesman Ben Hill": the sentence
    speaks of another."""
    if text[run.end : run.end + 2] in _OWNS or _LINKED.search(lead):
        return True
    behind = _BEHIND.match(text, run.end)
    if behind is None:
        return False
    one = behind.group(1).removesuffix("s")
    return one in lex.ROLES | _ATTACHED or behind.group(1) in _ATTACHED


def _titled(text: str, runs: Sequence[Span]) -> dict[str, str]:
    """The surnames that stand behind a title somewhere, and the gender that it tells."""
    found: dict[str, str] = {}
    for run in runs:
        title, bare = split_role(run.of(text))
        before = _HONORIFIC.search(text, max(0, run.start - 6), run.start)
        if " " in bare or not (title or before):
            continue
        gender = _GENDERS.get(before.group(1), "") if before else ""
        found[bare] = found.get(bare) or gender
    return found


def by_pronoun(mention: Mention, low: str, state: State) -> Mention:
    """ "he", "she": the person of whom the article spoke last, if the gender allows; "who": the one
    named right before."""
    if low == "who":
        return _relative(mention, state)
    gender = {"he": "m", "him": "m", "she": "f", "her": "f"}.get(low)
    if gender is None:
        return mention
    place, here = mention.span.start, paragraph_of(state, mention.span.start)
    sure = {f.person for f in state.focus if f.certain}
    near = [
        f
        for f in state.focus
        if f.place < place
        and here - f.paragraph <= _NEAR
        and (f.gender == gender or (not f.gender and (f.certain or (f.lone and f.person in sure))))
    ]
    if not near:
        return mention
    best = max(near, key=lambda f: f.place)
    if any(_may_mean(f, best, here) for f in state.focus if best.place < f.place < place):
        return mention
    # whom it called "he" before, the article calls no "she": whom it means is open
    if state.called.get(best.person, gender) != gender or _is_told(best, mention, state):
        return mention
    if here - best.paragraph >= _FAR and _named_since(best, gender, place, state):
        return mention
    if best.person:
        state.called.setdefault(best.person, gender)
    state.focus.append(Focus(place, here, best.person, best.gender or gender))
    return replace(mention, name=best.person or None)


def _may_mean(other: Focus, best: Focus, here: int) -> bool:
    """Whether one of whom the article speaks after `best` may be meant instead: a stranger who
    opens a sentence of paragraph `here`, or one of several Stones where `best` is none of them."""
    if other.one_of:
        return not best.person.endswith(other.one_of)
    return other.opens and not other.gender and other.person != best.person and other.paragraph == here


def _is_told(best: Focus, mention: Mention, state: State) -> bool:
    """Whether `best` stands right behind the verb: who says "he told Stone" is not Stone."""
    told = _TOLD.match(state.article.text, mention.span.end)
    return told is not None and told.group(1) == best.person.rpartition(" ")[2]


def _named_since(best: Focus, gender: str, place: int, state: State) -> bool:
    """Whether the article has named somebody else whom the pronoun may mean: not only as "the
    death of Stone"."""
    text, here = state.article.text, paragraph_of(state, place)
    return any(
        best.place < at < place
        and (paragraph_of(state, at) == here or not _LINKED.search(text, max(0, at - 20), at))
        for other in state.cast.persons
        if other.full != best.person and other.gender == gender
        for at in other.places
    )


def _relative(mention: Mention, state: State) -> Mention:
    """ "Ada Stone, who ...", "Ada Stone, the mayor of Arden, who ..."."""
    text, place = state.article.text, mention.span.start
    before = [run for run in state.cast.runs if place - 160 < run.start < place]
    for run in reversed(before):
        if not _EXPLAINED.fullmatch(text, run.end, place):
            continue
        bearer = person(run.of(text), state.cast, text, run.start)
        if bearer is not None:
            mark(state, place, bearer.full, bearer.gender)
            return replace(mention, name=bearer.full)
    return mention


def mark(state: State, place: int, name: str, gender: str) -> None:
    """From `place` on the article speaks of the bearer of `name`."""
    here = paragraph_of(state, place)
    state.focus.append(Focus(place, here, name, gender, certain=True))


def mark_one_of(state: State, place: int, surname: str) -> None:
    """From `place` on the article speaks of one of the several bearers of `surname`."""
    state.focus.append(Focus(place, paragraph_of(state, place), "", "", one_of=surname))
