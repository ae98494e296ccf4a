"""Of whom an article speaks at each place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.model import Article, Sentence, Span
from briefing.quotes import lexicon as lex
from briefing.quotes.who.bearers import holders, person
from briefing.quotes.who.cast import Cast, split_role
from briefing.quotes.who.mentions import OFFICES
from briefing.quotes.who.naming import fold

# A sentence that speaks of an office: "The mayor, meanwhile, ...".
_ROLE_SUBJECT = re.compile(rf"The ({'|'.join(sorted(OFFICES))})(?=,?\s)")
# "The film by Stone was shown": Stone is not of whom the sentence speaks.
LINKED = re.compile(r"\b(?:by|of|for|to|with|from|against|about|at|in|on)\s+(?:the\s+)?$")
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
_HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms|Miss|Dr)\.?\s$")
_GENDERS = {"Mr": "m", "Mrs": "f", "Ms": "f", "Miss": "f"}
_SUBORDINATE = re.compile(rf"(?:{'|'.join(sorted(lex.SUBORDINATORS)).title()})\s")
_ACTS = re.compile(
    r"\s(?:(?:also|then|later|still)\s)?(?:\w+ed|was|has|had|did|made|took|went|gave)\b"
)
_AGE = re.compile(r", \d\d,")
_OWNS = frozenset(("’s", "'s"))
_LEADING_RUNS = 3  # capitals before a sentence's subject: days, places, titles


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


def sentence_of(state: State, place: int) -> int:
    """Where the sentence begins in which `place` stands."""
    at = bisect_right(state.starts, place) - 1
    return state.starts[at] if at >= 0 else 0


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
    """ "After Stone came", "With her husband, Stone": the sentence may speak of another."""
    clause = lead.rpartition(", ")[2].lower().split()
    links = lex.PREPOSITIONS | lex.CONJUNCTIONS
    return lead.endswith(", ") or not links.isdisjoint(clause)


def _is_aside(text: str, lead: str, run: Span) -> bool:
    """ "The film by Stone was shown", "Stone's lawyer", "Stone spokesman Ben Hill": the sentence
    speaks of another."""
    if text[run.end : run.end + 2] in _OWNS or LINKED.search(lead):
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


def mark(state: State, place: int, name: str, gender: str) -> None:
    """From `place` on the article speaks of the bearer of `name`."""
    here = paragraph_of(state, place)
    state.focus.append(Focus(place, here, name, gender, certain=True))


def mark_one_of(state: State, place: int, surname: str) -> None:
    """From `place` on the article speaks of one of the several bearers of `surname`."""
    state.focus.append(Focus(place, paragraph_of(state, place), "", "", one_of=surname))
