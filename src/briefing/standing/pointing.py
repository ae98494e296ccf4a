"""Does a sentence point back to something that only the text before it names?"""

from __future__ import annotations

import re

from briefing.text.quoted import unquoted
from briefing.text.words import STOP_WORDS

_I = re.IGNORECASE

# A person without a name to whom "he" or "her" may refer.
_PERSON = re.compile(
    r"""\b(?:an?|the|one|his|her)\s(?:[\w-]+\s){0,3}(?:man|woman|boy|girl|child|person|teen\w*|baby
      |mother|father|son|daughter|wife|husband|president|minister|secretary|senator|governor|mayor
      |judge|justice|officer|official|spokes\w+|leader|candidate|nominee|student|teacher|nurse
      |doctor|driver|pilot|soldier|suspect|victim|patient|lawyer|attorney|author|writer|actor
      |actress|singer|player|coach|owner|manager|employee|worker|resident|reporter|\w+-year-old
      |king|queen|prince|princess|pope|bishop|pastor|priest|director|chief|chairman|chairwoman
      |executive|scientist|professor|expert|farmer|farm\ worker|immigrant|passenger|gunman
      |speaker)\b
      | \b(?:an?|the|one)\s(?:[\w-]+\s){1,5}?who(?:se)?\b""",
    _I | re.VERBOSE,
)
_CONNECTIVES = r"""
    and | but | or | nor | so | yet | still | also | too | however | meanwhile | then | thus | hence
  | therefore | moreover | furthermore | nevertheless | nonetheless | instead | otherwise
  | besides | likewise | similarly | consequently | afterwards? | additionally | again | indeed
  | plus | rather | accordingly | conversely | alternatively | regardless | elsewhere | separately
  | overall | specifically | notably | finally | lastly | secondly | thirdly | now | not | such
  | here | there | even(?!\s+(?:after|before|as|in|on|at|with|though|if|when)\b) | ever\ since
  | well | yes | first, | second, | third,
  | for\ (?:example|instance|now|one|that) | as\ (?:a\ result|well|such|it\ turns\ out)
  | in\ (?:addition|contrast|so\ doing|doing\ so|response|fact|turn|return|short|other\ words|all
  |both|each|either)
  | on\ the\ (?:other\ hand|contrary) | at\ the\ (?:same\ time|time|moment|end|meeting|event)
  | by\ (?:contrast|comparison|then|now) | after\ (?:all|this|that|which) | to\ (?:that|this)\ end
  | because\ of\ (?:this|that) | since\ then | until\ then | that\ being\ said | either\ way
  | earlier(?!\s+(?:this|on)\ ) | later(?!\s+(?:this|on)\ ) | if\ so | why | how | what | which
  | the\ (?:former|latter)(?!\s+(?-i:(?:[a-z]+-)?[A-Z]|[a-z-]+\s(?:who|of|at|in)\b))
  | the\ (?:same|others?|second|third|next|pair|duo|trio|couple|two|three|four
      |five|six|rest|answer|question|goal|aim|reason|idea|problem|issue)
  | another | others? | (?:\d+|two|three|four|five|six|seven|eight|nine|ten)\ more(?!\s+than\b)
  | both(?!\s(?:of\s)?(?-i:the|an?|[A-Z])[^.;]{2,80}\sand\s)
  | all\ (?:two|three|four|five|six|seven|eight|nine|ten)
  | neither | none | two\ others | one(?!\s+(?:person|of\ the|in|out\ of|hundred|thousand|million
  |day\ after)\b)
  | (?:some|many|most|few|several|all|each|more)(?=\s+(?:of\s+(?:them|those|these|his|her|their
      |its)|have|has|had|were|was|are|is|said|say|also|did|do|who|can|could|will|would)\b)
  | of\ (?:those|these|them|the\ (?:two|three|four|five|six|seven|eight|nine|ten|\d+))
  | among\ (?:them|those) | that['’]s | it['’]s
"""
_PRONOUNS = r"""
    he | she | it | they | him | her | his | hers | its | their | theirs | them
  | this(?!\s(?:week|month|year|summer|spring|winter|fall|autumn|weekend|season)\b)
  | that | these | those | (?:he|she|it|they)['’](?:s|d|re|ve|ll)
"""
_LEADS_IN = (
    r"(?:(?:(?:an?|two|three|four|five|six|seven|\d+)\ )?"
    r"(?:hour|day|week|month|year)s?\ (?:after|before)"
    r"|in|on|at|under|after|before|for|with|by|from|to|during|despite|since|among|of|as"
    r"|because\ of"
    r"|according\ to|given|following|like|unlike|amid|through|along\ with|alongside|besides|while"
    r"|when"
    r"|though|although|if|until)"
)
_BARE = r"""
    officials? | compan(?:y|ies) | firm | group | organi[sz]ation | man | woman | men | women | boy
  | girl | suspects? | victims? | agency | department | ministry | minister | report | study
  | survey
  | poll | researchers | scientists | authors? | bill | law | measure | order | rule
  | program(?:me)?
  | plan | proposal | letter | document | video | tweet | post | message | lawsuit | suit
  | complaint
  | case | trial | hearing | meeting | talks | attack | shooting | crash | accident | explosion
  | blast | fire | storm | test | virus | driver | officers? | family | teen(?:ager)? | student
  | actor | singer | author | senator | congressman | congresswoman | governor | mayor | spokes\w+
  | lawyers? | attorneys?(?!\ general\b) | prosecutors? | judge | justices | pilot | team | club
  | coach | player
  | hotel | airline | airport | school | university | church | store | factory | plant | outlet
  | newspaper | network | station | website | city | town | village | county | state | country
  | island | region | area | area's | site | facility | building | ship | vessel | plane
  | aircraft | deal
  | agreement | fund | money | payments? | figure | figures | number | numbers | list | data
  | findings | decision | news | move | changes? | comments? | remarks? | statement | incident
  | announcement | results? | filing | memo
  | email | emails | interview | speech | clip | footage | image | photo
"""
_MARKS = r"[\"'“‘(\[]*"
_OPENS_WITH = re.compile(
    rf"""{_MARKS}(?:(?:{_CONNECTIVES}) | (?:{_PRONOUNS})
      | {_LEADS_IN}\s+(?:this|that|these|those|it|them|him|her|his|its|their|he|she|they|such|then
        |doing\ so)
      | to\s[a-z]+\s(?:it|them|this|that|these|those|him|her|so))(?![\w-])""",
    _I | re.VERBOSE,
)
# Also behind a time or place: "Last month, the company notified ...".
_BARE_NOUN = re.compile(
    rf"""{_MARKS}(?:(?:last|this|next|on|in|by|at|since|until|earlier)\s[^,“”"]{{2,40}},\s)?
      the\s+(?-i:(?:[a-z]+[ -])?(?:{_BARE})(?:['’]s?)?(?![\w-])
      (?!\s+(?:of|in|at|on|from|for|by|that|who|whose|which|where|to|between|with|behind|known
        |(?:accused|suspected|convicted)\ of|charged\ with|responsible\ for)\b)
      (?!\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z]))""",
    _I | re.VERBOSE,
)
# "The reply drew rebuke", "The early data offers hope": a noun that nothing describes is one that
# the text before it brought in, unless there is but one of its kind.
_ONLY_ONE = r"""president | vice\ president | (?:\w+\ )?government
  | (?:\w+\ )?administration | pandemic
  | (?:novel\ )?(?:corona)?virus | epidemic | outbreak | economy | world | military | army | police
  | public | media | press | nation | pope | king | queen | sun | moon
  | earth | planet | internet | stock\ market | market | dollar | euro | weather | poor | rich
  | prime\ minister | left | right | climate | sea | north | south | east | west | past | future
  | central\ bank | unemployment\ rate | opposition | state\ department | white\ house"""
_UNDESCRIBED = re.compile(
    rf"""the\s+(?!(?:{_ONLY_ONE})\b)(?-i:(?:(?:very|most)\s)?(?:[a-z\d-]+\s){{1,2}}?)
      (?:(?:also|now|then|still|already|later|soon|just|only|even|quickly|reportedly)\s)?
      (?:is|are|was|were|has|have|had|does|do|did|will|would|could|may|might|can|should
        |says?|said|makes?|made|takes?|took|came|comes?|goes|went|got|gets?|gave|gives?|drew|draws
        |led|leads|met|began|begins|saw|sees|set|sets|found|finds|shows?|offers?|includes?|marks?
        |follows?|calls?|means?|seems?|appears?|remains?|allows?|requires?|brings?|brought|broke
        |adds?|aims?|rose|fell|ran|runs|won|lost|held|holds|kept|left|put|sent|told
        |(?-i:(?!(?:accused|suspected|convicted)\sof|charged\swith)[a-z]{{2,}}ed))
      (?![\w-])""",
    _I | re.VERBOSE,
)
# "Two hundred of those companies", "Wary of it all, some of those lawmakers", "The use of such
# means"; but "those killed", "such as".
_OF_THOSE = re.compile(
    rf"""{_MARKS}(?:[\w.’'-]+,?\s){{1,9}}
      (?:(?:those|these)\s(?!(?:who|whose|of|in|with|from|at|on|for|that|which|days|hurt|shot|held|left|taken|found
        |[a-z]+(?:ed|ing))\b)
      | such\s(?!(?:as|an?|[a-z]+\sas)\b)
      | (?<!one\s)the\sother\s(?!(?:side|hand|day|end|way)\b)
      | (?:after|before|since|during|until|despite|following|amid)\sthat\s[a-z]+\b
      | (?:of|from|behind|at)\sthat\s(?!(?:the|an?|his|her|their|its|he|she|it|they
      |there)\b)[a-z]+\b)""",
    _I | re.VERBOSE,
)
# "Department spokesman Piet Oberlin said": of which, a sentence before it told.
_UNNAMED_HOUSE = re.compile(
    rf"""{_MARKS}(?:(?:while|as|but|and)\s)?(?:company|department|agency|ministry|campaign|committee
      |commission|hospital|airline|network|league)
      \s(?:spokes\w+|officials?|executives?|leaders?|lawyers?|attorneys?|representatives?)\b
      (?!\s(?:of|in|at|from|for)\b)""",
    _I | re.VERBOSE,
)
# "The authors of the report, though, ...", "Quill, for her part, ...": a turn against what stood
# before.
_TURNS = re.compile(
    r"[^“”\"]{1,80},\s(?:though|however|meanwhile|too|also|then|in turn"
    r"|for (?:his|her|its|their) part|on the other hand|by contrast|instead|as well|in response"
    r"|nevertheless|nonetheless|in fact|indeed),",
    _I,
)
_OF_A_TEXT = re.compile(
    rf"{_MARKS}the\s\w+\sof\sthe\s(?:piece|article|report|study|letter|post|video|book|story|survey"
    r"|poll|bill|measure|document|lawsuit|plan|program|order)(?![\w-])(?!\sof\b)",
    _I,
)
# "In an opinion by Justice Quill, they said ...": more than one, and only one was named.
_THEY = re.compile(r"\b(?:they|them|themselves)\b", _I)
_SOME_OF = re.compile(
    r"\b(?:how\s)?(?:many|some|most|all|several|few|two|three)\sof\s(?=them\b)", _I
)
_SEVERAL = re.compile(r"\b(?:and|all(?!\stold)|both|several|many|some|two|three|\w{3,}s)\b", _I)
_THIRD_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself)\b", _I)
_HE_SAID = re.compile(r"[”\"]\s+(?:he|she|they)\s+(?:said|says|told|added|wrote|tweeted|asked)\b")
_NUMBERS = frozenset(
    {"three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "hundreds"}
)  # "Five years ago, he ..."
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+")
# A first word is capitalised in any case: it is a name before another one, a comma or a verb.
_FIRST_NAME = re.compile(
    rf"""{_MARKS}(?:[A-ZÀ-Þ][\w.’'-]*)(?:,|['’]s\b
      |\s(?:[A-ZÀ-Þ]|(?:is|was|has|had|will|would|says?|said|told|and|[a-z]{{2,}}ed)\b))""",
    re.VERBOSE,
)
# "Dogged by doubts over his age, Piet Oberlin ...": the person comes right behind the clause, in
# which initials ("the U.S. border") end nothing.
_SUBJECT = re.compile(
    r"(?:[^,.;:“”\"]|(?<=\b[A-Z])\.){1,150},\s(?:[a-z]+\s){0,3}(?:[A-ZÀ-Þ][\w’'-]*\.?\s){1,4}[A-ZÀ-Þ][\w’'-]+"
)
_OTHERS = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|dozens\sof|several|many)\sother\s", _I
)
# "echoed this complaint", "despite these losses": which, the text before it says. Not of time,
# nor what is at hand ("this country").
_THIS_NOUN = re.compile(
    r"""\b[Tt]h(?:is|ese)\s(?!(?:[a-z]+\s)?(?:week|month|year|morning|afternoon|evening|night|summer|fall|autumn
      |spring|winter|weekend|season|cycle|time|day|decade|century|country|nation)\b
      |(?:past|last|coming|early|late|point|one|ones|way|kind|sort|type|is|are|was|were|has|have|had|in|of|who|and|or|as|to|by
      |will|could|would|may|can)\b)[a-z]+""",
    re.VERBOSE,
)
# "The court asked whether that old law should stand": which, if no law stands before it.
_WHETHER_THAT = re.compile(
    rf"\b(?:whether|if)\sthat\s(?:[a-z-]+\s)?(?P<noun>{_BARE})(?![\w-])", re.VERBOSE
)
# "In its second day of talks, the Harbour Board said ...": whose, its subject tells.
_NAMED_AFTER = re.compile(
    rf"""{_LEADS_IN}\s(?:[a-z]+\s){{0,4}}?(?:his|her|its|their|he|she|it|they)\s[^.;:“”"]{{1,150}}?,\s
      (?P<subject>(?:[a-z-]+\s){{0,3}}(?:(?-i:[A-ZÀ-Þ])[\w.’'-]*\s){{1,4}}(?-i:[A-ZÀ-Þ])[\w’'-]+.*)""",
    _I | re.VERBOSE | re.DOTALL,
)
SHORT_SUBJECT = 9  # words
MARKS = 2  # characters: quotation marks and brackets before a first word
_FULL_NAME = re.compile(
    r"\b(?!(?:The|An?|In|On|At|But|And|For|As)\b)[A-ZÀ-Þ][\w.'’-]+\s+[A-ZÀ-Þ][\w'’-]+"
)


# "The court agreed and blocked the rule": with whom, or to what?
_AGREED = re.compile(r"[^,“”\"]{3,60}\b(?:dis)?agreed(?:\sand\b|,|\.)", _I)
# "Residents did so most of the time", "Quill did in 1980": what they did stands before.
_DID_SO = re.compile(
    r"\b(?:do|does|did|done|doing)\sso\b|\bdid\s(?:in\s\d{4}|too|as\swell)\b|\bdid[,.]", _I
)


# "The mayor's plan would instead raise fares": than what?
_INSTEAD = re.compile(
    r"(?!.*\b(?:not|no|nor|never|rather|refus\w+|reject\w+|declin\w+|scrap\w+|dropp?\w+|\w+n['’]t)\b.*\binstead\b)"
    r"[^,;“”\"]{5,150}\b(?:will|would|should|has|have|had|is|are|was|were|could|may|can)\sinstead\s(?!of\b)"
)


# "The council believed that it did not.": what, the sentence before says.
_ENDS_BARE = re.compile(
    r"\b(?:it|he|she|they|who|that)\s(?:did|does|do|was|were|is|are|could|would|has|have|had|will|should)"
    r"(?:\snot|n['’]t)?[.”\"’]*$"
)
# "Quill chose not to sail and said nothing would differ if she had": the verb stands before it.
_SAYS_WHAT = re.compile(
    r"\b(?:to|will|would|could|should|can|did)\s(?:not\s)?"
    r"(?!(?:the|an?|his|her|its|their|be|have|not)\b)[a-z]{3,}\b.{0,600}"
    r"\s(?:if|unless|than|as|when|where|before|until|because|though|although|whether)\s$",
    re.DOTALL,
)


# "The board would then repay the rest": after what? So "at the time", "the day before", "Hours
# later", "The actual reason, she said, ...".
_THEN = re.compile(
    r"[^,;“”\"]{3,80}\b(?:would|will|could|can|was|were|has|had|may|should)\sthen\s(?!(?:in|the|an?)\b)"
)
_AT_THE_TIME = re.compile(
    r"(?!.*\b(?:when|while|as|in\s\d{4})\b)[^“”\"]{3,200}\bat\sthe\stime"
    r"(?:[.,]|\s(?!(?:of|when|he|she|they|the|it)\b))",
    _I,
)
# "The Harbour Board said that he would leave": a body is nobody whom "he" may be.
_BODY_SAYS_HE = re.compile(
    rf"{_MARKS}(?:[Aa]ccording\sto\s)?(?:[Tt]he\s(?:[A-ZÀ-Þ][\w’'-]*\s){{1,4}}|[A-Z]{{2,}}\s)"
    r"(?:reported|reports|said|says|confirmed|announced|ruled|found|added)\s(?:that\s)?s?he\b"
)
# "The shy father of two sells boats": who was named before.
_PARENT = re.compile(
    rf"{_MARKS}the\s(?:[\w-]+\s){{0,3}}(?:father|mother|grand(?:father|mother))\sof\s(?:\d+|one|two"
    r"|three|four|five|six|seven|eight|nine|ten)\b",
    _I,
)
_AFTERWARDS = re.compile(
    rf"""{_MARKS}(?:(?:the|an?|one|two|three|four|five|six|several|some|many|just)\s)*(?:(?:previous
      |following|same|very|few)\s)?(?:day|night|morning|evening|week|month|hour|minute|year|moment)s?
      (?:\s(?:later|earlier|before|after|prior))?\s?,""",
    _I | re.VERBOSE,
)
_RATHER_THAN = re.compile(
    rf"""{_MARKS}(?:an?|the)\s(?:(?:much|far|even)\s)?(?:smaller|larger|bigger|similar|separate|further
      |additional|actual|real|underlying)\s(?!estate\b)[a-z-]+\b(?!.*\b(?:than|from|to\sthat)\b)""",
    _I | re.VERBOSE,
)


def points_back(text: str) -> bool:
    """Whether it opens with, or turns on, something that only the text before it names.

    The first sentence of an article is no exception: what is stored may begin in the middle, and
    what "the company" is stands in a headline that is not shown.
    """
    return (
        any(pattern.match(text) for pattern in _OPENINGS)
        or _pronoun_without_name(text)
        or _they_without_names(text)
        or _did_so(text)
        or _ends_bare(text)
        or _THIS_NOUN.search(unquoted(text)) is not None
        or _others(text)
        or _whether_that(unquoted(text))
    )


def names_after(text: str) -> bool:
    """Whether its opening clause speaks of the subject behind it, which is named in full."""
    found = _NAMED_AFTER.match(text)
    return found is not None and not points_back(found["subject"])


_OPENINGS = (
    _OPENS_WITH,
    _BARE_NOUN,
    _UNDESCRIBED,
    _OF_THOSE,
    _UNNAMED_HOUSE,
    _TURNS,
    _OF_A_TEXT,
    _AGREED,
    _INSTEAD,
    _THEN,
    _AT_THE_TIME,
    _AFTERWARDS,
    _PARENT,
    _BODY_SAYS_HE,
    _RATHER_THAN,
)


def _others(text: str) -> bool:
    """ "in 15 other states": other than those named before."""
    other = _OTHERS.search(text)
    return other is not None and not re.search(r"\d|\b[A-ZÀ-Þ]", text[1 : other.start()])


def _ends_bare(text: str) -> bool:
    bare = _ENDS_BARE.search(text)
    return bare is not None and not _SAYS_WHAT.search(text[: bare.start()])


def _whether_that(text: str) -> bool:
    found = _WHETHER_THAT.search(text)
    return found is not None and found["noun"] not in text[: found.start()]


def _did_so(text: str) -> bool:
    """ "did so", and nothing before that could be done: it is the sentence's first verb."""
    so = _DID_SO.search(text)
    return so is not None and len(text[: so.start()].split()) < SHORT_SUBJECT


def _they_without_names(text: str) -> bool:
    """ "they", and nothing before that could be several."""
    outside = _SOME_OF.sub("", unquoted(text))
    they = _THEY.search(outside)
    return they is not None and not _SEVERAL.search(outside[: they.start()])


def _pronoun_without_name(text: str) -> bool:
    """ "he", "her" and no name or person before it in the sentence; '"...," he said' likewise."""
    outside = unquoted(text)
    if (said := _HE_SAID.search(text)) and not _FULL_NAME.search(unquoted(text[: said.end()])):
        return True
    pronoun = _THIRD_PERSON.search(outside)
    if not pronoun:
        return False
    before = outside[: pronoun.start()]
    if "," not in before and _SUBJECT.match(outside, pronoun.end()):
        return False
    return not _PERSON.search(before) and not _names(before)


def _names(text: str) -> bool:
    """Whether a capital stands beyond a first word that is no name ("While", "Animal tests")."""
    found = [(m.start(), m.group().lower()) for m in _CAPITAL.finditer(text)]
    named = bool(_FIRST_NAME.match(text))
    return any(
        word not in STOP_WORDS and word not in _NUMBERS and (named or at > MARKS)
        for at, word in found
    )
