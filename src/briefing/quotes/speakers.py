"""Who a speaker is: mentions of one article, from surname, role or pronoun to the full name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.model import Article, Mention, Quote, Sentence, Span
from briefing.quotes import lexicon as lex
from briefing.quotes.cast import Cast, Person, cast, split_role, unglued
from briefing.quotes.naming import fold, parsed
from briefing.text.words import STOP_WORDS

_HEAD_ENDS = re.compile(r"\s(?:of|for|at|from|in|with|on|to|by|who|which)\s|,")
_ROLE_ENDS = re.compile(
    r",|\s(?:of|for|at|from|in|with|on|to|by|under|who|whom|whose|which|that)\s"
)
_WORD = re.compile(r"[\w’'.-]+")
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")
_LINKS = frozenset(("de", "van", "von", "bin", "al", "der", "la", "el", "del", "da", "di"))
# "Washington Secretary", before "of State": an office cut short, no name.
_OFFICE_ENDS = frozenset(("republican", "democrat", "secretary", "spokesman", "spokeswoman"))
_PAPERS = frozenset(
    lex.listed("letter note message email memo petition statement tweet complaint report tribute")
)
# Offices that are held of a place.
_OFFICES = frozenset(
    ("governor", "mayor", "president", "ambassador", "premier", "bishop", "minister")
)
# A sentence that speaks of an office: "The mayor, meanwhile, ...".
_ROLE_SUBJECT = re.compile(rf"The ({'|'.join(sorted(_OFFICES))})(?=,?\s)")
# "The film by Stone was shown": Stone is not of whom the sentence speaks.
_LINKED = re.compile(r"\b(?:by|of|for|to|with|from|against|about|at|in|on)\s+(?:the\s+)?$")
_LEADING = lex.DETERMINERS | frozenset(("now", "then", "currently", "as", "such", "including"))
_NO_ROLE_START = lex.PREPOSITIONS | lex.PRONOUNS | lex.BASE.keys()
_ROLE_WORDS = 14
# "the institute's director, Ada Stone": what begins so is of one; with a link it may be of two.
_DEFINITE = frozenset(("the", "its", "their", "his", "her"))
_LINKING = lex.PREPOSITIONS | {"and", "or"}
_NO_ROLE = lex.PREPOSITIONS | lex.DETERMINERS | {"and", "who", "or"}
_APPOSITION = re.compile(
    r",\s+((?:an?|the|his|her|their)\s[^,;:“”\"()\n]{3,110}?|[a-z][^,;:“”\"()\n]{3,110}?)(?=[,;:]|\.\s|\.$|\s[—–]|\s(?:who|said|says|told)\b|$)"
)
_TITLED_BEHIND = re.compile(r", [A-Z][\w. ]{1,20}, ([A-Z]\w+\.?) [A-Z]")
_OWNS = frozenset(("’s", "'s"))
_LEADING_RUNS = 3  # capitals before a sentence's subject: days, places, titles
_NEAR = 3  # paragraphs (sentences' paragraphs) within which a pronoun finds its person


@dataclass(slots=True)
class _Focus:
    """A person at a place where the article speaks of them."""

    place: int
    paragraph: int
    person: str
    gender: str
    certain: bool = False  # one who is quoted or titled: a person for sure


@dataclass(slots=True)
class _State:
    article: Article
    cast: Cast
    sentences: Sequence[Sentence]
    starts: list[int]
    focus: list[_Focus] = field(default_factory=list)
    body: tuple[str, int] = ("", -9)  # the organisation quoted last, and in which paragraph


def named(
    article: Article, found: tuple[Quote, ...], sentences: Sequence[Sentence]
) -> tuple[Quote, ...]:
    """`found` with the full names of its speakers, where the article leaves no doubt."""
    if not found:
        return found
    players = cast(article.text, article.title)
    state = _State(article, players, sentences, [s.span.start for s in sentences])
    spoken = [span for q in found if q.kind != "indirect" for span in q.contents]
    state.focus = _outside(_subjects(state), spoken)
    known: dict[Span, Mention] = {}
    for quote in sorted((q for q in found if q.speaker), key=lambda q: q.speaker.span):  # type: ignore[union-attr]
        mention = quote.speaker
        if mention is not None and mention.span not in known:
            known[mention.span] = _resolved(mention, state)
    return tuple(replace(q, speaker=known[q.speaker.span]) if q.speaker else q for q in found)


def _paragraph(state: _State, place: int) -> int:
    at = bisect_right(state.starts, place) - 1
    return state.sentences[max(at, 0)].paragraph if state.sentences else 0


def _outside(found: list[_Focus], spoken: list[Span]) -> list[_Focus]:
    """Without those whom somebody only speaks of: the next "he" goes on speaking."""
    starts = sorted(spoken)
    places = [span.start for span in starts]
    kept = []
    for focus in found:
        at = bisect_right(places, focus.place) - 1
        if at < 0 or focus.place >= starts[at].end:
            kept.append(focus)
    return kept


def _subjects(state: _State) -> list[_Focus]:
    """Persons that open a sentence: of whom the next "he" speaks."""
    text, runs = state.article.text, state.cast.runs
    places = [run.start for run in runs]
    found = []
    for sentence in state.sentences:
        at = bisect_right(places, sentence.span.start - 1)
        if (role := _ROLE_SUBJECT.match(text, *_edges(sentence))) is not None:
            found.append(_by_office(role, sentence, state))
            continue
        for run in runs[at : at + _LEADING_RUNS]:
            if run.start >= sentence.span.end or not _leads(text, sentence.span.start, run):
                break
            person = _person(run.of(text), state, run.start)
            if person is not None:
                titled = bool(split_role(run.of(text))[0])
                found.append(
                    _Focus(run.start, sentence.paragraph, person.full, person.gender, titled)
                )
                break
    return found


def _edges(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end


def _by_office(role: re.Match[str], sentence: Sentence, state: _State) -> _Focus:
    """ "The president, meanwhile, ...": who holds that office, or somebody whom nobody names."""
    held = _holders(state, role.group(1).lower(), sentence.span.start)
    name, gender = (held[0].full, held[0].gender) if len(held) == 1 else ("", "")
    return _Focus(sentence.span.start, sentence.paragraph, name, gender, certain=True)


def _leads(text: str, start: int, run: Span) -> bool:
    """Whether a sentence that begins at `start` may speak of `run`: "By Monday mayor Stone"."""
    lead = text[start : run.start]
    if len(lead) > 60 or any(c in lead for c in '“"«') or text[run.end : run.end + 2] in _OWNS:
        return False
    return not _LINKED.search(lead) or bool(split_role(run.of(text))[0])


def _person(words: str, state: _State, place: int) -> Person | None:
    """The person of the cast whom a run of capitals names."""
    title, bare = split_role(words)
    if bare.isupper() and len(bare) > 3:
        bare = bare.title()  # "STONE:" in a transcript
    name = parsed(bare)
    if name is None or name.body:
        return None
    if name.given:
        return next((p for p in state.cast.persons if _same(p, name)), None)
    found = state.cast.by_surname(name.surname)
    if len(found) > 1:
        found = _fitting(found, title, state.article.text[max(0, place - 5) : place], place)
    return found[0] if len(found) == 1 else None


def _same(person: Person, name: object) -> bool:
    from briefing.quotes.naming import Name, same_person

    return isinstance(name, Name) and same_person(person.name, name)


def _fitting(found: list[Person], title: str, before: str, place: int) -> list[Person]:
    """Of several with one surname: those of the right gender; else those named before."""
    words = f"{before} {title}".lower().replace(".", "").split()
    gender = "m" if "mr" in words else "f" if {"mrs", "ms", "miss"} & set(words) else ""
    if gender:
        found = [p for p in found if p.gender in {gender, ""}]
    if len(found) > 1 and title:
        held = [p for p in found if any(fold(title.split()[-1]) in fold(r) for r in p.roles)]
        found = held or found
    if len(found) > 1:
        earlier = [p for p in found if p.places and p.places[0] <= place]
        found = earlier or found
    return found


def _resolved(mention: Mention, state: _State) -> Mention:
    low = mention.text.lower()
    if low == "it":
        return _body(mention, state)
    if low in lex.SUBJECT_PRONOUNS | {"him", "her", "them"}:
        return _pronoun(mention, low, state)
    text = unglued(state.article.text, mention.span)
    name, role = _name_and_role(_POSSESSIVE.sub("", text))
    if name:
        return _by_name(mention, name, role, state)
    return _by_role(mention, state)


def _name_and_role(text: str) -> tuple[str, str]:
    """The name at the head of a noun phrase, and the words before it: its role."""
    words = text.split()
    head = _HEAD_ENDS.split(text, maxsplit=1)[0].split()
    at = _last_run(head)
    if at < len(head) and not _POSSESSIVE.search(head[-1]):
        name, role = _name_at(head, at)
        if _is_body(name) and len(head) < len(words):
            return " ".join(words[at:]), role
        if not _only_titles(name) and not (len(head) < len(words) and _is_office(name, words)):
            return name, role
    at = _last_run(words)
    if len(words) - at < 2 or _POSSESSIVE.search(words[-1]):
        return "", ""
    before = words[at - 1].lower() if at else ","
    if before in lex.ROLES and _is_paper(head):
        return "", ""  # "the letter to mayor Ada Stone"
    if _is_apposition(words, at):
        return _name_at(words, at)
    if before in _NO_ROLE or before.endswith(","):
        at = _after_place(words, at)
        return _name_at(words, at) if at else ("", "")
    return _name_at(words, at)


def _is_apposition(words: list[str], at: int) -> bool:
    """ "the institute's director, Ada Stone": one definite role, and who has it."""
    role = [w.lower() for w in words[:at]]
    return (
        bool(role)
        and (role[0] in _DEFINITE or _POSSESSIVE.search(words[0]) is not None)
        and role[-1].endswith(",")
        and role[-1].rstrip(",") in lex.ROLES
        and not _LINKING.intersection(role)
        and all(w[0].islower() for w in words[1:at])
    )


def _is_paper(head: list[str]) -> bool:
    return bool(head) and head[-1].lower() in _PAPERS


def _after_place(words: list[str], at: int) -> int:
    """Where the name begins in "Governor of Ohio Ada Stone"; 0 where another's name may stand
    there ("an aide to Speaker Ada Stone", "the mother of Ada May Stone")."""
    held = [fold(w) for w in words[:at]]
    ranked = any(w in _OFFICES for w in held) and words[0].lower() not in {"a", "an", "one"}
    led = held[:-1] if held[-1:] == ["the"] else held
    link = led[-1:] == ["of"] or (led[-1:] == ["to"] and "ambassador" in led)
    if not ranked or not link or split_role(" ".join(words[at:]))[0] or len(words) - at < 3:
        return 0
    return len(words) - 2


def _is_body(name: str) -> bool:
    parts = parsed(name)
    return parts is not None and parts.body and len(name.split()) <= 2


def _is_office(name: str, words: list[str]) -> bool:
    """ "Afghan Ambassador", where a name follows: "to the United Nations Ada Stone"."""
    at = _last_run(words)
    return fold(name.split()[-1]) in _OFFICES and len(words) - at >= 2


def _only_titles(name: str) -> bool:
    words = [fold(w) for w in name.split()]
    return all(w in lex.ROLES for w in words) or words[-1] in _OFFICE_ENDS


def _last_run(words: list[str]) -> int:
    """Where the capitalised words begin that end the phrase; its length where none do."""
    at = len(words)
    while at and (
        words[at - 1][0].isupper() or (at < len(words) and words[at - 1] in _LINKS and at > 1)
    ):
        at -= 1
    while at < len(words) and words[at] in _LINKS:
        at += 1
    return at


def _name_at(words: list[str], at: int) -> tuple[str, str]:
    owners = [i for i in range(at, len(words) - 1) if _POSSESSIVE.search(words[i])]
    at = owners[-1] + 1 if owners else at  # "the Gazette's Ada Stone"
    title, bare = split_role(" ".join(words[at:]))
    return bare, _clean_role(" ".join([*words[:at], title]))


def _clean_role(words: str) -> str:
    """A role as printed, without its article; empty where the words hold no role."""
    found = words.split()
    while found and (found[0].lower() in _LEADING or fold(found[0]) in {"mr", "mrs", "ms", "dr"}):
        found = found[1:]
    for i, word in enumerate(found):
        if word == "and" and _names_another(found[:i], found[i + 1 :]):
            return _clean_role(" ".join(found[i + 1 :]))  # "Ada Stone and Mayor" Ben Hill
    if not found or (not found[0].isupper() and found[0].lower() in _NO_ROLE_START):
        return ""
    if len(found) > _ROLE_WORDS or not any(fold(w) in lex.ROLES for w in found):
        return ""
    return " ".join(found).strip(" ,;")


def _names_another(left: list[str], right: list[str]) -> bool:
    """Whether "and" parts another person from the role: "Stone and Sen.", "Mayor Ada Stone and"."""
    capitals = sum(w[0].isupper() for w in left)
    titled = any(fold(w) in lex.ROLES for w in left)
    if titled:
        return capitals > 2
    # "Ada Stone and Sen.", "Stone and Army Secretary"
    return bool(right) and capitals > 0 and (fold(right[0]) in lex.ROLES or capitals == len(left))


def _by_name(mention: Mention, name: str, role: str, state: _State) -> Mention:
    place = mention.span.start
    if _two_speak(mention.text, state, place):
        return mention
    apposition = _APPOSITION.match(state.article.text, mention.span.end, mention.span.end + 130)
    if (
        not role
        and apposition
        and any(w in lex.ROLES for w in _WORD.findall(apposition.group(1).lower())[:9])
    ):
        role = _clean_role(apposition.group(1))
    before = mention.text[: mention.text.find(name)]
    person = _person(
        f"{before} {name}".strip() if before.strip().lower() in lex.HONORIFICS else name,
        state,
        place,
    )
    if person is not None:
        _mark(state, place, person)
        return replace(mention, name=person.full, role=role)
    parts = parsed(name)
    if parts is not None and (_is_case(name, state) or _is_place(mention, state)):
        return replace(mention, role=role)
    if parts is None or _is_common(name, mention, state):
        return replace(mention, role=role)
    same = state.cast.by_surname(parts.surname)
    if not parts.given and not parts.body and len(same) > 1:
        return replace(mention, role=role)  # two with one surname: it stays open
    clean = re.sub(r"^[Tt]he\s+", "", name)
    clean = re.sub(r"['’]s$", "", clean).strip(" ,.") or None  # type: ignore[assignment]
    if parts.body or not parts.given:
        state.body = (clean or "", _paragraph(state, place))
    if clean and not parts.body and not parts.given and before.strip().lower() != "the":
        # A surname that the article never gives in full: the next "he" is that person.
        here = _paragraph(state, place)
        state.focus.append(_Focus(place, here, clean, "", certain=True))
    return replace(mention, name=clean, role=role)


def _two_speak(words: str, state: _State, place: int) -> bool:
    """ "Stone and law partner Ben Hill": what both say is neither's alone."""
    left, joined, right = words.partition(" and ")
    return bool(joined) and right[-1:].isalpha() and _person(left, state, place) is not None


def _is_case(name: str, state: _State) -> bool:
    """ "according to Stone", where that is the judgment of "Stone v. Hill"."""
    return re.search(rf"\b{re.escape(name)} vs?\.? [A-Z]", state.article.text) is not None


def _is_place(mention: Mention, state: _State) -> bool:
    """ "Harbour County, Norland, Supervisor Ada Stone": the place is not who speaks."""
    end = mention.span.end
    behind = _TITLED_BEHIND.match(state.article.text, end, end + 80)
    return behind is not None and fold(behind.group(1)) in lex.ROLES | {"supervisor"}


def _body(mention: Mention, state: _State) -> Mention:
    """ "it": the organisation that was quoted in this paragraph or the one before."""
    name, paragraph = state.body
    near = _paragraph(state, mention.span.start) - paragraph <= 1
    return replace(mention, name=name) if name and near else mention


def _is_common(name: str, mention: Mention, state: _State) -> bool:
    """Whether a lone word is capitalised only because it opens the sentence: "Experts said"."""
    if " " in name or not name[1:].replace("’", "").islower():
        return False
    low = name.lower().replace("’", "'")
    if low.startswith(("i'", "we'", "it's", "he's", "she's")):
        return True
    if low in STOP_WORDS or low in lex.DETERMINERS or low in lex.ROLES:
        return True
    opens = mention.span.start in state.starts or low.endswith("s")
    return opens and re.search(rf"(?<!\w){re.escape(low)}(?!\w)", state.article.text) is not None


def _mark(state: _State, place: int, person: Person) -> None:
    here = _paragraph(state, place)
    state.focus.append(_Focus(place, here, person.full, person.gender, certain=True))


def _pronoun(mention: Mention, low: str, state: _State) -> Mention:
    """ "he", "she", "who": the person of whom the article spoke last, if the gender allows."""
    gender = {"he": "m", "him": "m", "she": "f", "her": "f", "who": ""}.get(low)
    if gender is None:
        return mention
    here = _paragraph(state, mention.span.start)
    near = [
        f
        for f in state.focus
        if f.place < mention.span.start
        and here - f.paragraph <= _NEAR
        and (not gender or f.gender == gender or (f.certain and not f.gender))
    ]
    if not near:
        return mention
    best = max(near, key=lambda f: f.place)
    state.focus.append(_Focus(mention.span.start, here, best.person, best.gender or gender))
    return replace(mention, name=best.person or None)


def _by_role(mention: Mention, state: _State) -> Mention:
    """ "the spokesman": the one person of the article with that role."""
    words = [w.lower() for w in _WORD.findall(_HEAD_ENDS.split(mention.text, maxsplit=1)[0])]
    if not words or words[0] != "the" or words[-1] not in lex.ROLES:
        return mention
    held = _holders(state, words[-1], mention.span.start)
    if len(held) != 1:
        return mention
    _mark(state, mention.span.start, held[0])
    return replace(mention, name=held[0].full)


def _holders(state: _State, office: str, before: int) -> list[Person]:
    return [
        p
        for p in state.cast.persons
        if p.places and p.places[0] < before and any(_holds(r, office) for r in p.roles)
    ]


def _holds(role: str, word: str) -> bool:
    """Whether `role` itself is `word`: a general "whom the president praised" is no president, nor
    is a former one."""
    head = _ROLE_ENDS.split(role.strip().lower(), maxsplit=1)[0]
    for part in re.split(r"\sand\s", head):
        words = _WORD.findall(part)
        if words[-1:] == [word] and not {"former", "late", "then"} & set(words):
            return True
    return False
