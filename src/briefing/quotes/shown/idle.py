"""Sentences of a quote that assert nothing by themselves: formulas, set-ups, half sentences."""

from __future__ import annotations

import re

from briefing.quotes import lexicon as lex
from briefing.quotes.shown.clear import FINITE, WORD, is_clause

_I = re.IGNORECASE
_MARKS = r"[\"'“‘”’(\[… ]*"
_SO = (
    r"(?:(?:and|but|so|because|well|now|look|listen|hey|oh|no|yes|i\smean|i\sthink|you\sknow),?\s)*"
)
_ENDS = r"[\s.,;:!…”\"'’—–-]*$"
# "I'll tell you what," the mayor said. "We close the gate.": the words behind it say it all.
_FORMULA = re.compile(
    rf"""{_MARKS}{_SO}(?:
        (?:i['’]ll|i\s(?:will|can)|let\sme|i\s(?:want|have)\sto)\s(?:just\s)?(?:tell|promise|say)
          (?:\s(?:you|ya|this|that|it|everyone|everybody|what|something|one\sthing|right\snow))*
      | let\sme\s(?:be\s(?:very\s|perfectly\s|absolutely\s)?(?:clear|honest|frank|blunt)
          |make\s(?:this|that|it|one\sthing)\s(?:very\s)?clear
          |put\sit\s(?:this|another)\sway|just\ssay\s(?:this|that))
      | let['’]s\s(?:review|be\s(?:clear|honest|frank|real|blunt)|see)
      | (?:here['’]s|here\sis)\s(?:what\si\s(?:think|know)|my\s(?:point|view|take)
          |the\s(?:thing|deal|problem|point|reality|truth|bottom\sline))
      | i\s(?:do\snot|don['’]t)\sknow | i\s(?:hear|understand|get)\s(?:you|it|that)
      | (?:just\s)?stay\stuned | make\sno\smistake(?:\sabout\s(?:it|this|that))?
      | mark\smy\swords | guess\swhat | words\sare\scheap
      | (?:this|it|that)\s(?:is\s?n['’]t|is\snot|ain['’]t)\srocket\sscience
      | (?:that|this|it)(?:['’]s|\sis|\swas)\s(?:absolutely\s|exactly\s|totally\s|so\s|a\s)?
          (?:right|true|correct|(?:good|great)\squestion|fact)
      | there(?:['’]s|\sis|\swas)\sno\s(?:question|doubt|denying|sugarcoating|two\sways)
          (?:\s(?:about\s)?(?:it|this|that))?
      | no\s(?:question|doubt)(?:\sabout\s(?:it|this|that))?
      | (?:to\sbe|quite|very)\s(?:honest|frank|clear|honestly|frankly|simply)
      | (?:wow|exactly|absolutely|sure|right|okay|of\scourse|congratulations|thank\syou|thanks)
      ){_ENDS}""",
    _I | re.VERBOSE,
)
# "Just to give you some background, the bridge was shut in May.": the point comes next.
_SETS_UP = re.compile(
    rf"""{_MARKS}{_SO}(?:just\s)?(?:
        to\sgive\s(?:you|people|everyone|everybody|folks|them)\s(?:just\s)?
          (?:(?:an?|some|a\s(?:bit|little)(?:\sof)?)\s)?(?:\w+\s)?
          (?:context|background|perspective|idea|sense|example|history)
      | (?:to|let\sme|let['’]s)\sput\s(?:it|this|that|things)\s(?:in|into)\s(?:\w+\s)?
          (?:context|perspective)
      | (?:i['’]ll|let\sme|i\s(?:will|can|want\sto))\s(?:just\s)?
          (?:give\syou\s(?:an?|some|one)\s(?:\w+\s)?(?:example|idea|context|background)
          |tell\syou\s(?:an?\s(?:\w+\s)?story|why|how|about)
          |explain|start\s(?:with|by)|begin\s(?:with|by)|back\sup)
      | (?:here['’]s|here\sis)\s(?:what|why|how|my
          |the\s(?:thing|deal|problem|point|question|reality))\b
      | (?:imagine|consider|suppose|picture)\s(?:this|that|if|for\sa\s(?:moment|second|minute))\b
      | (?:think|look|ask\syourself)\s(?:about|at|of)\s(?:it|this)\s(?:this|another)\sway
      )""",
    _I | re.VERBOSE,
)
# "I was never more proud than to be standing next to you": said to somebody who is present.
_COURTEOUS = re.compile(
    rf"""{_MARKS}{_SO}(?:[\w’']+\s){{0,12}}?(?:proud|honou?red|grateful|glad|happy|pleased|delighted
      |privileged?)\s(?:(?:than|today)\s)?to\s(?:be\s)?
      (?:here|with\syou|stand(?:ing)?\s(?:here|(?:next\sto|beside|with)\syou)|(?:join|welcome)\syou)\b
      [^.!?]{{0,30}}{_ENDS}""",
    _I | re.VERBOSE,
)
_COLON = re.compile(r":\s(?:\S+\s){3}")
_OPENS = re.compile(
    rf"""{_MARKS}(?:(?:and|but|so|just|not|only|or),?\s)*(?:
        to\s(?!(?:me|us|you|him|her|them|it|those|everyone|everybody|anyone|anybody|all|an?|the|our|my|your|his|this)\b)[a-z]+
      | [a-z]{{3,}}ing)\b""",
    _I | re.VERBOSE,
)
_GERUND = re.compile(rf"{_MARKS}\w{{3,}}ing\b")
_SUBORDINATE = re.compile(
    r"\b(?:what|how|where|who|whom|whose|that|which|when|why|whether|if|as|because|while|until)\b",
    _I,
)
# A plural or a verb, as in "costs us", "means that": told by what stands behind it.
_VERB_S = re.compile(
    r"\b[a-z]{3,}s\s(?:me|us|you|him|her|them|it|that|no|nothing|the|an?|our|my|your|his|their)\b",
    _I,
)
# "Mending the walls we have - that's what the bill does."
_TAKEN_UP = re.compile(r"[,—–-]\s?(?:that|this|it)(?:['’]s|\sis|\swas)\b", _I)
_WITH_SUBJECT = re.compile(r"\b(?:i|we|you|he|she|they|it)\s(?:\w+ly\s)?[a-z]+", _I)
# "when the river rises would": two verbs; a plural before "would" is counted with them.
_RISES_WOULD = re.compile(r"\b[a-z]{3,}s\s(?:is|are|was|were|will|would|can|could|must|may)\b", _I)
# These stand behind another verb as well: "can have", "could be made".
_BARE = frozenset(lex.listed("be been being have having do done given gone taken come get let"))
_FINITE = FINITE - _BARE


def is_formula(text: str) -> bool:
    """Whether it is a phrase that leads to what follows, or agrees with what stood before; or a
    courtesy to somebody present."""
    return _FORMULA.match(text) is not None or _COURTEOUS.match(text) is not None


def sets_up(text: str) -> bool:
    """Whether it prepares a point that it does not make: no figure, nor what a colon opens."""
    made = any(c.isdigit() for c in text) or _COLON.search(text)
    return _SETS_UP.match(text) is not None and not made


def is_fragment(text: str) -> bool:
    """Whether it begins with an infinitive or a gerund and has no main clause: nothing is said of
    "To have a clear word on what the law is, and how we may live with it", and what helps in
    "Helping kids left as orphans." stood before."""
    if _GERUND.match(text) and not is_clause(text):
        return True
    if _OPENS.match(text) is None or _TAKEN_UP.search(text):
        return False
    first = _SUBORDINATE.search(text)
    own = text[: first.start()] if first else text
    if is_clause(own) or _VERB_S.search(own) or _WITH_SUBJECT.search(own):
        return False
    rest = text[first.start() :] if first else ""
    finite = sum(_is_finite(word.lower().replace("’", "'")) for word in WORD.findall(rest))
    finite += len(_RISES_WOULD.findall(rest))
    return finite <= len(_SUBORDINATE.findall(rest))


def _is_finite(word: str) -> bool:
    return word in _FINITE or word.endswith(("ed", "n't", "'s", "'re", "'ll", "'d", "'m", "'ve"))
