"""What is said: the tokens that a cue claims for its speaker, before it, after it, or both."""

from __future__ import annotations

from briefing.quotes import lexicon as lex
from briefing.quotes.speech.cue import Contents, Cue, quote_follows, quoted_before_cue
from briefing.quotes.speech.ends import break_before, clause_end, later_quote
from briefing.quotes.speech.following import after_cue
from briefing.quotes.speech.phrases import Range, is_verb
from briefing.quotes.speech.preceding import before_cue, by_source
from briefing.quotes.speech.tokens import QUOTED, Tokens

_POINTING = frozenset(("this", "that", "it", "so", "these", "those", "them"))


def contents(t: Tokens, found: list[Cue]) -> list[Contents]:
    """What each cue of the sentence reports; cues that report nothing are left out."""
    result: list[Contents] = []
    taken = [False] * len(t)
    closing = _closing(t, found)
    for number, cue in enumerate(found):
        if taken[cue.first] or (closing is not None and number == 0):
            continue  # what the report found is only told by who closes the sentence
        later = [c for c in found[number + 1 :] if _reports(t, c) or c is closing]
        following = later[0] if later else None
        if _belongs_to_next(t, cue, following):
            continue
        ranges = tuple(
            _before_speech(t, r, later[1:])
            for r in _ranges(t, cue, following, [] if cue is closing else result)
            if r[0] <= r[1]
        )
        if ranges and not taken[ranges[-1][0]] and not _only_points(t, ranges):
            result.append(Contents(cue, ranges))
            for first, last in ranges:
                taken[first : last + 1] = [True] * (last + 1 - first)
    return result


def _only_points(t: Tokens, ranges: tuple[Range, ...]) -> bool:
    """ "Stone rejected this": what it was stands elsewhere."""
    first, last = ranges[0]
    return len(ranges) == 1 and first == last and t.low[first] in _POINTING


def _closing(t: Tokens, found: list[Cue]) -> Cue | None:
    """The last cue of "A report found that the dam was old, Hill said": Hill says all of it."""
    if len(found) < 2 or QUOTED in t.words:
        return None
    main, last = found[0], found[-1]
    if main.subject is None or last.subject is None or last.inverted or last.style != "verb":
        return None
    comma = last.subject[0] - 1
    said = range(main.end + 1, comma)
    return (
        last
        if main.style == "verb"
        and main.subject[0] == 0
        and last.base in (lex.SAYING_SET | lex.TELLING_SET) - {"report"}  # "the Gazette reported"
        and t.words[comma] == ","
        and any(is_verb(t, i) for i in said)
        and not any(t.low[i] in lex.SUBORDINATORS and _opens(t, i, main) for i in said)
        and after_cue(t, last, None) is None
        else None
    )


def _opens(t: Tokens, i: int, main: Cue) -> bool:
    """Whether a clause of its own begins with token `i`: "said that, when", "said if"."""
    return i == main.end + 1 or t.words[i - 1] in {",", "that"}


def _before_speech(t: Tokens, span: Range, later: list[Cue]) -> Range:
    """`span` up to where somebody else is quoted: "When Hill asked who he thought would win,
    Stone said, "I will"."""
    for cue in later:
        if cue.style == "verb" and span[0] < cue.first <= span[1] and quote_follows(t, cue.end):
            cut = break_before(t, span[0], cue)
            if cut is not None and cut > span[0]:
                return span[0], cut - 1 if t.words[cut] == "," else cut
    return span


def _belongs_to_next(t: Tokens, cue: Cue, following: Cue | None) -> bool:
    """ "Those who think "it will hold," Hill said": the quoted words are Hill's."""
    if following is None or cue.subject is None or following.base not in lex.QUOTING:
        return False
    quoted = quoted_before_cue(t, following)
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
    if cue.style in {"according", "noun"} or quoted_before_cue(t, cue) is not None:
        return True
    return after_cue(t, cue, None) is not None


def _ranges(
    t: Tokens, cue: Cue, following: Cue | None, earlier: list[Contents]
) -> tuple[Range, ...]:
    if cue.style == "according":
        return by_source(t, cue)
    if cue.style == "noun":
        if t.words[cue.last + 1 : cue.last + 2] == [QUOTED]:
            return ((cue.last + 1, cue.last + 1),)
        return ((cue.first + 1, clause_end(t, cue.first + 1, following)),)
    after = after_cue(t, cue, following)
    quoted = after is not None and quoted_before_cue(t, cue) is not None
    if quoted and after and t.words[after[0]] not in {QUOTED, "that"}:
        after = later_quote(t, cue.end + 1, following)  # "..., she said two days after"
    before = before_cue(t, cue, earlier, after is not None)
    return tuple(r for r in (before, after) if r is not None)
