"""What is said: the tokens that a cue claims for its speaker, before it, after it, or both."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.quotes import lexicon as lex
from briefing.quotes.cues import Cue, interrupted
from briefing.quotes.lexicon import listed
from briefing.quotes.phrases import Range, is_verb
from briefing.quotes.tokens import QUOTED, Tokens

_ENDS = frozenset({".", "!", "?", "…", "..."})
_WH = frozenset(listed("""whether if how why what who when where which"""))
_ADJUNCTS = frozenset(listed("""in on at to during after before by via from through over for as"""))
# What follows these in quote marks is rather a thing with a strange name.
_PERCEIVING = frozenset(listed("""see know find show feel understand learn hold expect decide"""))
_ADVERBIALS = frozenset(
    listed("again repeatedly also ago flatly instead later afterward afterwards only simply merely")
)
# Words that open an aside before a quote, not the quote: "Asked about the dam, he said".
_LEADING_IN = frozenset(("asked", "speaking", "responding", "writing", "pressed"))
_SUBORDINATING = frozenset(listed("when as while after before if although though since because"))
_ASIDES = frozenset(("which", "although", "though", "something"))
_WITHOUT_THAT = frozenset(
    listed("begin continue go put press offer finish shoot fire decide read post feel")
)
_MONTHS = frozenset(
    listed("january february march april may june july august september october november december")
)
_FRAGMENT = 3  # words; less is a word held up with tongs, not something said


@dataclass(frozen=True, slots=True)
class Contents:
    """The ranges of tokens that `cue` reports, in order."""

    cue: Cue
    ranges: tuple[Range, ...]


def contents(t: Tokens, found: list[Cue]) -> list[Contents]:
    """What each cue of the sentence reports; cues that report nothing are left out."""
    result: list[Contents] = []
    taken = [False] * len(t)
    for number, cue in enumerate(found):
        if taken[cue.first]:
            continue
        later = [c for c in found[number + 1 :] if _reports(t, c)]
        following = later[0] if later else None
        if _belongs_to_next(t, cue, following):
            continue
        ranges = tuple(
            _before_speech(t, r, later[1:])
            for r in _ranges(t, cue, following, result)
            if r[0] <= r[1]
        )
        if ranges and not taken[ranges[-1][0]]:
            result.append(Contents(cue, ranges))
            for first, last in ranges:
                taken[first : last + 1] = [True] * (last + 1 - first)
    return result


def _before_speech(t: Tokens, span: Range, later: list[Cue]) -> Range:
    """`span` up to where somebody else is quoted: "When Hill asked who he thought would win,
    Stone said, "I will"."""
    for cue in later:
        if cue.style == "verb" and span[0] < cue.first <= span[1] and _quotes_at_once(t, cue):
            cut = _break(t, span[0], cue)
            if cut is not None and cut > span[0]:
                return span[0], cut - 1 if t.words[cut] == "," else cut
    return span


def _quotes_at_once(t: Tokens, cue: Cue) -> bool:
    at = cue.end + 1
    if t.words[at : at + 1] in ([","], [":"]):
        at += 1
    return t.words[at : at + 1] == [QUOTED]


def _belongs_to_next(t: Tokens, cue: Cue, following: Cue | None) -> bool:
    """ "Those who think "it will hold," Hill said": the quoted words are Hill's."""
    if following is None or cue.subject is None or following.base not in lex.QUOTING:
        return False
    quoted = _quoted_before_cue(t, following)
    if quoted is None or quoted < cue.last or QUOTED in t.words[cue.end + 1 : quoted]:
        return False
    between = t.words[cue.end + 1 : quoted]
    if {",", ":", ";", "–", "—", "--"} & set(between):
        return False
    return t.low[cue.subject[0]] in {"who", "that", "nothing", "what"} or (
        cue.base in lex.THINKING_SET and cue.base not in lex.SAYING_SET
    )


def _reports(t: Tokens, cue: Cue) -> bool:
    """Whether the cue has contents of its own, so that those before it end there."""
    if cue.style in {"according", "noun"} or _quoted_before_cue(t, cue) is not None:
        return True
    return _after(t, cue, None) is not None


def _quoted_before_cue(t: Tokens, cue: Cue) -> int | None:
    """The quoted stretch that ends right before the cue and leads on to it."""
    at = cue.start - 1
    if cue.style == "participle" or at < 0:
        return None
    if t.words[at] == "," and at:
        at -= 1
    return at if t.words[at] == QUOTED and t.sign_before_mark(at) else None


def _ranges(
    t: Tokens, cue: Cue, following: Cue | None, earlier: list[Contents]
) -> tuple[Range, ...]:
    if cue.style == "according":
        return _according(t, cue)
    if cue.style == "noun":
        if t.words[cue.last + 1 : cue.last + 2] == [QUOTED]:
            return ((cue.last + 1, cue.last + 1),)
        return ((cue.first + 1, _end(t, cue.first + 1, following)),)
    after = _after(t, cue, following)
    quoted = after is not None and _quoted_before_cue(t, cue) is not None
    if quoted and after and t.words[after[0]] not in {QUOTED, "that"}:
        after = _later_quote(t, cue.end + 1, following)  # "..., she said two days after"
    before = _before(t, cue, earlier, after is not None)
    return tuple(r for r in (before, after) if r is not None)


# --- before the cue -------------------------------------------------------------------


def _before(t: Tokens, cue: Cue, earlier: list[Contents], has_after: bool) -> Range | None:
    """The words before "..., he said": what follows the last cue, up to the comma or mark."""
    last = cue.start - 1
    if last < 0 or cue.style == "participle":
        return None
    if t.words[last] in {",", "—", "–", "―", "--"}:
        last -= 1
    elif t.words[last] != QUOTED:
        return None
    first = _clause_start(t, last, earlier)
    if first > last:
        return None
    if t.words[last] == QUOTED and cue.base in lex.QUOTING | lex.LABELLING_SET | lex.THINKING_SET:
        return _quoted_before(t, first, last)
    if has_after and not (cue.base in lex.SAYING_SET and _interrupts(t, cue)):
        return None
    if has_after and _begins_sentence(t, cue.end + 2):
        return None  # "Asked about the dam, Hill said, "It holds.""
    if cue.base not in lex.BARE and cue.base not in {
        "remark",
        "observe",
        "recall",
        "show",
        "find",
        "report",
    }:
        return None
    said = range(first, last + 1)
    if not has_after and not any(is_verb(t, i) or t.words[i] == QUOTED for i in said):
        return None
    if (
        t.low[first] in lex.PREPOSITIONS | {"while", "although", "though", "when", "if"}
        and has_after
    ):
        return None
    return first, last


def _new_sentence(t: Tokens, quoted: int) -> bool:
    """Whether a comma and a capital part the stretch from the words before it."""
    return t.words[quoted - 1] == "," and _begins_sentence(t, quoted)


def _quoted_before(t: Tokens, first: int, last: int) -> Range | None:
    if last > first and (t.words[last - 1] == ":" or _new_sentence(t, last)):
        return last, last
    if t.low[first] in _LEADING_IN:
        return last, last
    words_before = [
        i for i in range(first, last) if t.words[i] != QUOTED and t.words[i][0].isalnum()
    ]
    if not words_before or (
        len(words_before) == 1 and t.low[words_before[0]] in {"but", "and", "so"}
    ):
        first = next(i for i in range(first, last + 1) if t.words[i] == QUOTED)
        return first, last
    return first, last


def _clause_start(t: Tokens, last: int, earlier: list[Contents]) -> int:
    first = 0
    if earlier:
        first = max(earlier[-1].cue.end, earlier[-1].ranges[-1][1]) + 1
    while first <= last and (
        not (t.words[first][0].isalnum() or t.words[first] in {QUOTED, "$", "£", "€", "["})
        or (t.low[first] in {"but", "and"} and first > 0)
    ):
        first += 1
    return first


def _begins_sentence(t: Tokens, at: int) -> bool:
    """Whether a quoted stretch that begins with a capital stands there."""
    mark = t.quoted[at] if at < len(t) else None
    return mark is not None and mark.begins_large


def _interrupts(t: Tokens, cue: Cue) -> bool:
    """Whether the cue stands between two commas: "The dam, he said, was ..."."""
    return cue.end + 1 < len(t) and t.words[cue.end + 1] == ","


# --- after the cue --------------------------------------------------------------------


def _after(t: Tokens, cue: Cue, following: Cue | None) -> Range | None:
    at = cue.end + 1
    if t.low[at : at + 1] == ["back"] == [lex.PHRASAL.get(t.low[cue.last])]:
        at += 1  # "fired back that"
    if cue.inverted:
        if interrupted(t, at) and cue.start > 1:
            return at + 1, _end(t, at + 1, following)
        return _later_quote(t, at, following)
    if cue.base in lex.TELLING_SET | {"ask", "warn", "promise", "urge"}:
        at = _over_listener(t, at, cue)
    at = _over_adjuncts(t, at, cue)
    if at >= len(t) or t.words[at] in _ENDS:
        return None
    if t.words[at] in {":", ","} and at + 1 < len(t):
        return _after_sign(t, at, cue, following)
    if not _complement(t, at, cue, following):
        return _later_quote(t, at, following)
    if t.words[at] == QUOTED and cue.base in lex.VOICING_SET:
        return at, _quote_end(t, at, following)
    end = _end(t, at, following)
    if cue.subject is not None and at < cue.subject[0] <= end and cue.style == "participle":
        end = cue.subject[0] - 1  # "Noting that it may hold, Hill left"
    return at, _narrow(t, at, end, cue)


def _narrow(t: Tokens, at: int, end: int, cue: Cue) -> int:
    """The end of what a relative clause, a label or a thing covers: a comma closes it."""
    low = t.low[at]
    if cue.base in lex.LABELLING_SET and low != "that":
        marks = [i for i in range(at, end + 1) if t.words[i] == QUOTED]
        if marks:
            return _last_joined(t, marks)
    relative = cue.subject is not None and t.low[cue.subject[0]] in {"who", "which"}
    clause = low == "that" or low in _WH or (cue.base in lex.BARE and low != "to")
    for i in range(at + 1, end):
        if t.words[i] == "," and (relative or (not clause and not _list_goes_on(t, i))):
            return i - 1
        aside = t.words[i] == "," and t.low[i + 1] in _ASIDES
        if aside and QUOTED not in t.words[i + 1 : end + 1]:
            return i - 1
    return end


def _last_joined(t: Tokens, marks: list[int]) -> int:
    """The last of stretches that only "and" or a comma parts: "a liar" and "a thief"."""
    last = marks[0]
    for i in marks[1:]:
        if i - last > 7:
            break
        last = i
    return last


def _list_goes_on(t: Tokens, comma: int) -> bool:
    """ "plans for schools, roads and bridges": a list runs over its commas."""
    return "and" in t.low[comma + 1 : comma + 5] and t.low[comma + 1] not in lex.CONJUNCTIONS


def _after_sign(t: Tokens, at: int, cue: Cue, following: Cue | None) -> Range | None:
    if t.words[at + 1] == QUOTED:
        return at + 1, _quote_end(t, at + 1, following)
    if t.words[at] == ":":
        return at + 1, _end(t, at + 1, following)
    if "that" in t.low[at + 1 : at + 7] and cue.base in lex.SAYING_SET | lex.TELLING_SET:
        that = t.low.index("that", at + 1)  # "said, however, that"
        if not any(low in lex.BASE or low in lex.CONJUNCTIONS for low in t.low[at + 1 : that]):
            return that, _end(t, that, following)
    if cue.start == 1 and t.low[0] == "as":
        return at + 1, _end(t, at + 1, following)
    if cue.start > 0 and t.words[cue.start - 1] == "," and cue.base in lex.SAYING_SET:
        low = t.low[at + 1]
        if (low in lex.BASE and lex.KIND[low] == "g") or low in {
            "who",
            "which",
            "but",
            "and",
            "according",
        }:
            return _later_quote(t, at, following)
        return at + 1, _end(t, at + 1, following)
    return _later_quote(t, at, following)


def _later_quote(t: Tokens, at: int, following: Cue | None) -> Range | None:
    """A quoted stretch after a comma further on: ""A," said Hill, a doctor, "and B."" """
    stop = following.start if following else len(t)
    for i in range(at, min(stop, len(t))):
        if t.words[i] == QUOTED:
            if following is not None and _quoted_before_cue(t, following) == i:
                return None  # "..., she said, but today, "B," said Hill": it is Hill's
            mark = t.quoted[i]
            before = t.words[i - 1]
            if before in {"and", "but"} and i > 1 and t.words[i - 2] == ",":
                before = ","
            if before in {",", ":", "."} and mark is not None and _word_count(mark) >= _FRAGMENT:
                return i, _quote_end(t, i, following)
            return None
    return None


def _word_count(mark: object) -> int:
    span = mark.inner  # type: ignore[attr-defined]
    return int((span.end - span.start) // 4)


def _quote_end(t: Tokens, at: int, following: Cue | None) -> int:
    """The last token of what starts with the quoted stretch `at`: the stretch, or the clause."""
    if at + 1 >= len(t) or t.words[at + 1] in _ENDS | {",", ";", "—", "–", "--", "("}:
        return at
    if t.low[at + 1] in lex.CONJUNCTIONS | lex.PREPOSITIONS and not _has_quote(t, at + 1):
        return at
    mark = t.quoted[at]
    if mark and mark.begins_large and not is_verb(t, at + 1) and not _has_quote(t, at + 1):
        return at  # "read "Closed on Mondays" moments after the vote"
    return _end(t, at, following)


def _over_listener(t: Tokens, at: int, cue: Cue) -> int:
    """Behind the words that name whom "told" tells."""
    start = at
    while at < len(t) and at - start < 14:
        word, low = t.words[at], t.low[at]
        if word in {"-", "–", "--"}:
            return len(t)
        if word in {",", ":", QUOTED, ".", ";", "—"} or low in _WH | {"that", "to", "not"}:
            return at
        if low in lex.SUBJECT_PRONOUNS - {"it", "you"} or (low in {"it", "you"} and at > start):
            return at
        if at > start and low in {"there", "this"}:
            return at
        if (
            at > start
            and low in lex.DETERMINERS
            and t.low[at - 1] not in lex.PREPOSITIONS | {"and"}
        ):
            return at
        if is_verb(t, at):
            return max(start, at - 1)
        at += 1
    return at


def _over_adjuncts(t: Tokens, at: int, cue: Cue) -> int:
    """Behind time, place and listener: "said on Tuesday in a statement that"."""
    start = at
    while at < len(t):
        low = t.low[at]
        if _is_date(t, at):
            at += 2
        elif (low in lex.DAYS or low in lex.TIME_WORDS or low in _ADVERBIALS) or (
            low.endswith("ly") and not t.capital(at)
        ):
            at += 1
        elif low == "last" and at + 1 < len(t) and t.low[at + 1] in lex.TIME_WORDS:
            at += 2
        elif low in _ADJUNCTS and cue.base not in lex.LABELLING_SET | lex.URGING_SET:
            behind = _over_preposition(t, at)
            if behind is None:
                return at
            at = behind
        else:
            return at
        if at - start > 25:
            return at
    return at


def _is_date(t: Tokens, at: int) -> bool:
    """ "May 5", between a verb and its "that"."""
    month = t.capital(at) and t.low[at] in _MONTHS
    return month and t.low[at + 1 : at + 2] != [] and t.low[at + 1].isdigit()


def _over_preposition(t: Tokens, at: int) -> int | None:
    """Behind "in a statement", up to what can open a clause; None where nothing does."""
    i = at + 1
    while i < len(t) and i - at < 14:
        word, low = t.words[i], t.low[i]
        if low in {"that", "there"} or word in {",", ":", QUOTED}:
            return i
        if i > at + 1 and low in lex.QUOTING_FORMS and is_verb(t, i):
            return None  # "tweeted after Hill argued that"
        if word in _ENDS or word in {";", "—"}:
            return i
        if low in lex.SUBJECT_PRONOUNS and low != "who":
            return i
        if low in _ADJUNCTS and i > at + 1:
            return i
        if low in lex.DAYS | lex.TIME_WORDS and i > at + 1:
            return i
        if i > at + 2 and low in lex.DETERMINERS and t.low[i - 1] not in lex.PREPOSITIONS:
            return i
        i += 1
    return None


def _complement(t: Tokens, at: int, cue: Cue, following: Cue | None) -> bool:
    """Whether what starts with token `at` can be what the verb reports."""
    low, word, base = t.low[at], t.words[at], cue.base
    if word == QUOTED:
        return base not in _PERCEIVING
    if low == "that":
        return base not in _WITHOUT_THAT
    if low in _WH and base in lex.ASKING_SET:
        return True
    if low == "to" and base in lex.URGING_SET:
        return True
    if base in {"urge", "ask", "call", "demand", "warn"} and low != "not" and _infinitive(t, at):
        return True
    if base in lex.LABELLING_SET:
        return QUOTED in t.words[at : following.start if following else len(t)]
    if low in {"in", "at", "on", "to", "of", "for", "with", "by", "from", "and", "but", "or"}:
        return base in {"warn", "call", "complain"} and low in {"of", "for"}
    if base in lex.BARE and _opens_clause(t, at) and _clause(t, at):
        return True
    return base in lex.REPORTING_SET and cue.style != "participle"


def _infinitive(t: Tokens, at: int) -> bool:
    return "to" in t.low[at : at + 10]


def _has_quote(t: Tokens, at: int) -> bool:
    return QUOTED in t.words[at:]


def _opens_clause(t: Tokens, at: int) -> bool:
    low = t.low[at]
    return (
        t.capital(at)
        or low
        in lex.DETERMINERS | lex.SUBJECT_PRONOUNS | {"there", "what", "not", "while", "if", "when"}
        or low[0].isdigit()
        or low.endswith(("s", "ing", "n't"))
        or t.words[at] in {"$", "£", "€", "["}
        or (low not in lex.ADVERBS | lex.PREPOSITIONS | lex.CONJUNCTIONS and not low.endswith("ly"))
    )


def _clause(t: Tokens, at: int) -> bool:
    """Whether a subject and a verb follow."""
    for i in range(at + 1, min(len(t), at + 22)):
        if t.words[i] in {";", ":"} | _ENDS:
            return False
        if (
            t.words[i] == QUOTED
            or is_verb(t, i)
            or t.low[i].endswith(("'s", "'re", "'ll", "'d", "'ve", "'m"))
        ):
            return True
    return False


def _end(t: Tokens, at: int, following: Cue | None) -> int:
    """The last token of the clause that starts with token `at`."""
    stop = len(t) - 1
    cut = _break(t, at, following)
    if cut is not None:
        stop = cut
    while stop > at and (
        t.words[stop] in _ENDS | {",", ";", "—", "–", "--", ":"}
        or t.low[stop] in {"and", "but", "while", "as"}
    ):
        stop -= 1
    return stop


def _break(t: Tokens, at: int, following: Cue | None) -> int | None:
    """The last token before the next cue, where that one reports something of its own."""
    if following is None or following.start <= at:
        return None
    quoted = _quoted_before_cue(t, following)
    if (
        quoted is not None
        and quoted > at
        and t.words[quoted - 1] in {":", ".", ",", "—", "–", "--"}
    ):
        return quoted - 1
    if quoted is not None and quoted > at and t.low[0] in _SUBORDINATING:
        comma = next((i for i in range(quoted, at, -1) if t.words[i] == ","), None)
        if comma is not None:
            return comma  # "When Hill said it was safe, he "lied to us all," said Stone"
    before = following.start - 1
    while before > at and t.low[before] in lex.ADVERBS | {"repeatedly"}:
        before -= 1
    if t.low[before] in {"which", "whom"}:
        before -= 2 if t.low[before - 1] in lex.PREPOSITIONS else 1
    if t.words[before] in {",", ";", ":", "—", "–"} or t.low[before] in {"and", "but", "while"}:
        return before
    return None


def _according(t: Tokens, cue: Cue) -> tuple[Range, ...]:
    if cue.first <= 1 and QUOTED not in t.words[: cue.first]:
        at = cue.end + 1
        if at < len(t) and _starts_at_once(t, at):
            return ((at, _end(t, at, None)),)
        comma = next((i for i in range(cue.end + 1, len(t)) if t.words[i] in {",", ":"}), None)
        if comma is None:
            return ()
        nearby = next((i for i in range(comma + 1, len(t)) if t.words[i] in {",", ":"}), None)
        if nearby is not None and t.words[comma] == "," and _explanation(t, comma + 1, nearby):
            comma = nearby
        return ((comma + 1, _end(t, comma + 1, None)),)
    last = cue.first - 1
    while last > 0 and t.words[last] in {",", "—", "–"}:
        last -= 1
    first = 0
    return ((first, last),)


def _starts_at_once(t: Tokens, at: int) -> bool:
    """ "According to Hill the dam was old": no comma parts the source from what it says."""
    low = t.low[at]
    return (low in lex.DETERMINERS | lex.SUBJECT_PRONOUNS | {"there", "over", "about"}) and any(
        is_verb(t, i) for i in range(at, len(t))
    )


def _explanation(t: Tokens, first: int, stop: int) -> bool:
    """Whether the stretch between two commas explains the source: "a doctor", "writing for"."""
    if any(is_verb(t, i) for i in range(first, stop)) and t.low[first] not in {"who", "which"}:
        return False
    return t.low[first] in {"who", "which", "a", "an"} or t.low[first].endswith("ing")
