"""Does a quote stand alone? A page shows it without the words that stood before it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from briefing.quotes import lexicon as lex
from briefing.quotes.who.genders import MEN, WOMEN
from briefing.quotes.who.naming import fold, parsed
from briefing.text.names import TITLE, names
from briefing.text.words import STOP_WORDS, stem, words

_I = re.IGNORECASE
_MARKS = r"[\"'“”‘(\[…. ]{0,4}"
_SO = r"(?:(?:and|but|so|because|well|now|look|i\sthink|i\smean|you\sknow),?\s)?"
_IS = r"(?:['’]s|\sis|\swas|\salso|\sall)?"

# "This is why the inquiry ...", "That shows ...", "It's that simple": the reason was cut away.
_CONCLUDES = re.compile(
    rf"""{_MARKS}{_SO}(?:this|that|which|it){_IS}\s(?:(?:exactly|precisely|just|really|part\sof)\s)?
      (?:why|how|what|where|when|because|as\ssimple|suggests?|means?|meant|shows?|showed|proves?
        |that\s(?:simple|easy|bad|good|clear|kind|way)|the\s(?:reason|same|answer|difference|case)
        |not\s(?:what|how|why|that|the\s(?:case|way|point)|true|right)|(?:true|false|right)(?=[.,!])
        |(?:pretty|quite|very|really|so)\s(?:obvious|clear|simple)|obvious|like
        |the\s(?:equivalent|opposite)|as\s(?:if|though)
        |(?:the|an?)\s[\w’' -]{{3,30}}(?=\.))(?![\w-])""",
    _I | re.VERBOSE,
)
# "At that point the officer ..."; "in this country" and "with this ruling" need nothing.
_AT_THAT = re.compile(
    rf"""{_MARKS}{_SO}(?:at|by|in|since|after|from|until|for|with|on|to|during|given|under|through
      |despite|because\sof)\s(?:(?:all|both|any|each|some|many|most)\s(?:of\s)?)?
      (?:(?:that|those|such)\s(?!who\b|of\b|in\b|with\b|that\b|things?\b|we\b|i\b|you\b|they\b)[a-z]
        |(?:that|this|it|them|these|those)[,.])""",
    _I | re.VERBOSE,
)
_THERE = re.compile(rf"{_MARKS}{_SO}(?:there|then|therefore|instead|again|otherwise),\s", _I)
# "If we all do that", "While this will"; "when it comes to" and "if it weren't for" name it.
_IF_THAT = re.compile(
    rf"""{_MARKS}{_SO}(?:if|while|when|because|though|although|unless|once)\s
      (?!(?:it)\s(?:comes?\sto|takes?|were\s?n|was\snot|wasn|weren|rains|gets|is\stime))
      (?:(?!(?:say|says|said|know|knows|knew|think|thinks|hear|heard|believe|see|hope|tell|told
        |learned|now|it's|sure|remember|realize|feel)\s)[\w’']+\s){{0,3}}?
      (?:this|that|it|them|these|those)(?:['’]s)?(?=[,.]|\s(?:is|was|will|would|does|did|has|had|can
        |could|may|might|not|your|my|our|his|her|their|in|on|to|for|and|at|out|up|goes|happens?|happened|the|with|by)\b)""",
    _I | re.VERBOSE,
)
# Other openings that only the words before them explain.
_POINTS = re.compile(
    rf"""{_MARKS}{_SO}(?:
        (?:that|those|these)(?:['’](?:s|ll|d)|\s(?:is|was|were|are|will|would|has|had|did|does|can
          |could|should|certainly|really|kind|sort|being|said|alone|never|doesn|didn|isn|wasn))\b
      | this\s(?:suggests|means|shows|proves|would|could|does|doesn|did|didn|goes|comes|extends
          |takes|makes|brings|raises|puts|gives|tells|leaves|sends|sets|leads|allows|includes|requires)\b
      | you\s(?:were|did|said|had|made|took|went|(?:had|have|got)\s\w+ed)\b | you['’]ve\s
      | by\sthe\sway\b | (?:man|sir|madam|boy|guys|folks),\syou\b
      | it\s(?:is|was)\ssupposed\sto\b
      | it(?:['’]s|\s(?:was|is|would\sbe))\san?\s(?![^.!?]*\s(?:to|that|when|for|if|who)\s)
      | (?:the\s(?:latter|former|others?|same\s(?:way|is|goes|thing|was)|answer\sis|reason\sis)
          |another|neither|both|either|he\sor\sshe|likewise|similarly|meanwhile|however
          |nevertheless|nonetheless|in\s(?:addition|(?:[a-z]+\s)?contrast|fact|turn|return|other\swords)
          |on\sthe\sother\shand|for\s(?:example|instance)|as\sa\sresult|even\sso|either\sway)\b
      | the\s(?:idea|notion|suggestion|insinuation|allegation|claim|accusation|argument)\sthat\b
      | among\s(?:[a-z]+\s)?other\s(?:[a-z]+\s)?[a-z]+,\s
      | (?:false|wrong|absolutely|exactly|correct|not\sat\sall|regardless|yes|yeah|no|nope|right
          |okay|sure|of\scourse|all\sright)[,.!]
      | (?:why|how|what|who)\s(?:is|was|does|did|would|do|are|were)\s(?:that|this|it|they|he|she)\b
      | it\s(?:looks|seems|sounds)\slike\s(?:it|that)\b
      )""",
    _I | re.VERBOSE,
)
_THINKS = (
    r"(?:remember|know|think|say|believe|hope|see|note|hear|understand|feel|recognize|realize)\s"
)
# "But we will", "I don't regret that", "I had been there for years", "What he leaves out is",
# "It was trying to ...".
_TURNS = re.compile(
    rf"""{_MARKS}(?:(?:additionally|moreover|furthermore|besides|consequently),\s
      | (?:but|yet|nor|however|or|and|so(?!\s(?:far|many|much|long|called)\b)|also,|plus,
        |because(?!\sof\b))\b
      | {_SO}(?:i|we)(?:['’]\w+)?\s(?:(?!{_THINKS})[\w’']+\s){{1,7}}
        (?:that|it|them|this|those)(?=\s?[,.;—–\[-])
      | {_SO}(?:i|we)\s(?:[\w’']+\s){{1,3}}there(?=[,.]|\s(?:for|when|and|with)\b)
      | {_SO}it\s(?:is|was)\s(?:that|those)\s[a-z]+(?:,|\s(?:and|which|who)\b)
      | (?:partly|suddenly|eventually|ultimately|afterwards?|finally),\s
      | (?:[\w’'.-]+\s){{1,6}}(?:subsequently|thereafter)\b
      | {_SO}what\s(?:he|she|they|it)\b | {_SO}it\s(?:was|is|were)\s[a-z]+ing\b)""",
    _I | re.VERBOSE,
)
_OPENINGS = (_CONCLUDES, _AT_THAT, _THERE, _IF_THAT, _POINTS, _TURNS)

# "those votes", "of that workforce", "I know that history": nouns that "that" points at.
_CLAUSE = r"(?:the|a|an|he|she|it|they|we|you|i|there|this|is|was|will|who|which|has|said|being)\b"
_THAT_NOUN = re.compile(
    rf"""(?:^{_MARKS}(?:(?:and|but|so|because|well|now|look),?\s)?that\s(?!['’]|{_CLAUSE})
      |\bthose\s(?!(?:who|whose|of|in|with|that|are|were|on|at|from|is|we|you|i|they|he|she|things?)\b
        |(?:people|families|americans)\s(?:who|whose|that|in|with|of|from)\b)
      |\b(?:of|in|at|for|with|by|on|from|to|about|against|under|into|through|compare|reject|accept
        |share|oppose|hear|tell|put|make|take)\sthat\s
        (?!['’]|{_CLAUSE}))
      ((?:[a-z][\w-]+\s)?[a-z][\w-]+)""",
    _I | re.VERBOSE,
)
# "on the scene that day", "these efforts": which?
_THAT_DAY = re.compile(r"\bthat\s(?:day|night|morning|evening|afternoon|weekend|moment)\b", _I)
_THESE = re.compile(
    r"\bthese\s(?!(?:days|times|kinds?|sorts?|types?|things?|past|last|two|three|are|were|have)\b)"
    r"((?:[a-z][\w-]+\s)?[a-z][\w-]+)",
    _I,
)
# "this update": of which nothing is told; what all know needs nothing.
_THIS_NOUN = re.compile(
    r"\b(?:this\s(?:[a-z]+\s)?|that\s(?=\w+[,.;:!?]))(?P<noun>group|update|letter|statement|report|study|document|video|tweet|post"
    r"|ruling|decision|order|bill|law|measure|rule|policy|plan|proposal|deal|agreement|program|statute"
    r"|investigation|inquiry|case|lawsuit|incident|attack|challenge|issue|practice|technology|product)\b",
    _I,
)
# "what that means", "you could do that": what stands before tells it.
_WHAT_THAT = re.compile(
    r"(?:\S+\s){0,7}?(?:what|why|how|where|when)\s(?:that|this|it)(?:['’]s)?\s"
    r"|(?:\S+\s){0,11}?(?:do|did|done|doing|does)\s(?:that|this|it|so|the\ssame)\b",
    _I,
)
# "a vote tomorrow": of which day, "something very similar": to what?
_ELSEWHERE = re.compile(
    r"""\b(?:(?<!better\s)(?<!of\s)tomorrow|yesterday|(?<!of\s)tonight|last\snight)\b
      | \bsomething\s(?:[a-z]+\s)?similar\b(?!\sto\b)
      | \b(?:exactly|precisely|just)\sthe\ssame\s(?:way|thing)\b
        (?!\s(?:as|that|to|we|i|he|she|they|you)\b)""",
    _I | re.VERBOSE,
)
_SENTENCE = re.compile(r"[^.!?]+")
_THE_NOUN = re.compile(
    rf"""{_MARKS}{_SO}the\s((?:(?!only|first|whole|best|worst|last)[a-z]+\s)?(?:victims?|suspects?|officers?|group|company|firm|agency
      |department|order|rule|decision|bill|law|measure|report|study|letter|document|video|tweet|post
      |case|trial|hearing|meeting|incident|shooting|attack|crash|man|woman|boy|girl|family|driver
      |judge|plan|proposal|program|policy|statement|lawsuit|complaint|findings|results?|data|test
      |announcement|move|deal|agreement|list|event|author|researchers?|movie|film|book|song|album
      |team|store|restaurant|hotel|school|church))\b(?!\s(?:of|in|at|on|from|for|by|that|who|which
        |to|between|with|we|you|they|i|he|she|[a-z]+ed)\b)(?!['’]s)""",
    _I | re.VERBOSE,
)
_SHE = re.compile(
    rf"{_MARKS}{_SO}(?:(?:in|at|within|after|before|for|by|on)\s[^,.“”\"]{{2,25}},\s)?(?:(?:because\sof|despite|given|after|before|to|like)\s)?(?:(?P<m>he|his|him)|(?P<f>she|her)|(?P<t>they|their|them))(?:['’]\w+)?\]?\s",
    _I,
)
# Further on "he" may be somebody whom the quote itself names.
_HE = re.compile(
    r"\b(?:(?P<m>he|his|him|himself)|(?P<f>she|her|hers|herself)|(?P<t>(?!)x))\b", re.IGNORECASE
)
_TITLED = re.compile(rf"\b{TITLE}\s[A-Z]\w+\b(?!\s[A-Z])")
# "If they had been poor": who, where nothing before it is more than one?
_THEY = re.compile(r"\b(?:they|them|their|theirs|themselves)\b", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:(?!(?:this|does|always|perhaps|says|days|weeks|months|years|hours|minutes|times)\b)\w{3,}(?<![su’'])s|\d+|two|three|four|five|six|several"
    r"|couple|pair|people|men|women|children|police|media|team|group|family|public"
    r"|everyone|everybody|anyone|anybody|someone|somebody|nobody|person|who|whoever|each|every"
    r"|company|government|party|country|administration|staff|troops|crew|congress|senate|house"
    r"|press|army|militia|regime|court|council|majority|half|many|most|some|few|all(?!\sof\sa\ssudden)|both|you)\b"
    r"|\band\b",
    re.IGNORECASE,
)
_SOMEBODY = lex.ROLES | frozenset(
    lex.listed("""
    man woman boy girl person child kid guy father mother son daughter brother sister wife husband
    friend victim suspect somebody someone anybody anyone nobody everybody everyone one who king
    """)
)
OPENING = 2  # texts of the page: its headline and the first sentence tell whom it is about
_SAYS = re.compile(r"\s(?:said|says|told|announced|wrote)\b")  # who speaks is rarely "he" himself
# Words that a first sentence may hold before "that" points at its own beginning.
_OWN_WORDS = 12


def points_back(quote: str, shown: Sequence[str]) -> bool:
    """Whether a reader who sees `shown` (headline, sentences) cannot tell of what it speaks.

    `shown` begins with the headline.

    Gentler than `standing.pointing`, which a story's sentences must pass: "it" and "this" in a
    quote are mostly what the whole story is about.
    """
    if any(pattern.match(quote) for pattern in _OPENINGS):
        return True
    known = {stem(w) for text in shown for w in words(text)}
    return _noun_unknown(quote, known) or _person_unknown(quote, shown) or _many_unknown(quote)


def is_elsewhere(sentence: str) -> bool:
    """Whether it tells of a day or a likeness that only when or after what it was said explains."""
    return _ELSEWHERE.search(sentence) is not None


def _noun_unknown(quote: str, known: Collection[str]) -> bool:
    """Whether "the order" or "of that workforce" opens it, and nothing shown has that noun."""
    noun = _THE_NOUN.match(quote)
    if noun and stem(noun.group(1).split()[-1].lower()) not in known:
        return True
    first = (_SENTENCE.match(quote) or [quote])[0]
    if _THAT_DAY.search(first) or _WHAT_THAT.match(first):
        return True
    this = _THIS_NOUN.search(first)
    if this and stem(this["noun"].lower()) not in known:
        met = {stem(w.lower()) for w in words(quote[: this.start()])}
        if stem(this["noun"].lower()) not in met:
            return True
    pointed = _THAT_NOUN.search(quote) or _THESE.search(first)
    if pointed is None:
        return False
    before = words(quote[: pointed.start(1)])
    if len(before) > _OWN_WORDS or re.search(r"[.!?]\s", quote[: pointed.start()]):
        return False
    met = {*known, *(stem(w) for w in before)}
    return not any(stem(w.lower()) in met for w in pointed.group(1).split() if w not in STOP_WORDS)


def _person_unknown(quote: str, shown: Sequence[str]) -> bool:
    """Whether "he" or "they" opens it, and nothing shown names who that may be."""
    opening = _SHE.match(quote) or _HE.search(quote)
    if opening is None:
        return False
    if opening["t"]:
        return True
    if opening.start() and names_somebody(quote[: opening.start()]):
        return False
    titled = any(_TITLED.search(text) for text in shown[:OPENING])
    if opening.start() and titled:
        return False
    given = {
        word.lower()
        for text in shown[:OPENING]  # who is named further down comes after the quote's story
        for run in names(text)
        if len(run.of(text).split()) > 1 and not _SAYS.match(text, run.end)
        if not _is_body(run.of(text))
        for word in run.of(text).split()[:-1]
        if fold(word) not in lex.ROLES | lex.HONORIFICS
    }
    other = WOMEN if opening["m"] else MEN
    return not any(w not in other for w in given)


def _many_unknown(quote: str) -> bool:
    """Whether "they" comes before anything that is more than one."""
    they = _THEY.search(quote)
    return they is not None and _MANY.search(quote, 0, they.start()) is None


def names_somebody(before: str) -> bool:
    """Whether a person stands before "he" in the quote itself: "Hill", "a judge", "nobody"; a state
    is none."""
    if any(word.strip(".,") in _SOMEBODY for word in before.lower().split()):
        return True
    named = [run for run in names(before) if run.of(before).lower() not in lex.STATES]
    return any(run.start > 1 or " " in run.of(before) for run in named)


def _is_body(name: str) -> bool:
    parts = parsed(name)
    return parts is None or parts.body
