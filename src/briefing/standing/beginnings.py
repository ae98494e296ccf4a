"""Beginnings of sentences that lean on the text before: "However", "The company", "It all"."""

from __future__ import annotations

import re

from briefing.text.dates import WEEKDAY
from briefing.text.numbers import TWO_TO_TEN

_I = re.IGNORECASE

_CONNECTIVES = rf"""
    and | but | or | nor | so | yet | still | also | too | however | meanwhile | then | thus | hence
  | therefore | moreover | furthermore | nevertheless | nonetheless | instead | otherwise
  | besides | likewise | similarly | consequently | afterwards? | additionally | again | indeed
  | plus | rather | accordingly | conversely | alternatively | regardless | elsewhere | separately
  | overall | specifically | notably | finally | lastly | secondly | thirdly | now | not | such
  | here | there | even(?!\s+(?:after|before|as|in|on|at|with|though|if|when)\b) | ever\ since
  | normally | ordinarily | usually | well | yes | first, | second, | third,
  | for\ (?:example|instance|now|one|that) | as\ (?:a\ result|well|such|it\ turns\ out|with)
  | in\ (?:addition|contrast|so\ doing|doing\ so|response|fact|turn|return|short|other\ words|all
  |both|each|either)
  | on\ the\ (?:other\ hand|contrary) | at\ the\ (?:same\ time|time|moment|end|meeting|event)
  | on\ (?:the|that)\ same\ (?:day|night|morning|evening|date)(?!\s(?:as|that|when|on\ which)\b)
  | by\ (?:contrast|comparison|then|now) | after\ (?:all|this|that|which) | to\ (?:that|this)\ end
  | because\ of\ (?:this|that) | since\ then | until\ then | that\ being\ said | either\ way
  | earlier(?!\s+(?:this|on)\ ) | later(?!\s+(?:this|on)\ ) | if\ so | why | how | what | which
  | the\ (?:former|latter)(?!\s+(?-i:(?:[a-z]+-)?[A-Z]|[a-z-]+\s(?:who|of|at|in)\b))
  | the\ (?:same|others?|second|third|next|pair|duo|trio|couple|two|three|four
      |five|six|rest|answer|question|goal|aim|reason|idea|problem|issue)
  | another | others? | (?:\d+|{TWO_TO_TEN})\ more(?!\s+than\b)
  | both(?!\s(?:of\s)?(?-i:the|an?|[A-Z])[^.;]{{2,80}}\sand\s)
  | all\ (?:{TWO_TO_TEN})
  | neither | none | two\ others | one(?!\s+(?:person|of\ the|in|out\ of|hundred|thousand|million
  |day\ after)\b)
  | (?:some|many|most|few|several|all|each|more)(?=\s+(?:of\s+(?:them|those|these|his|her|their
      |its)|have|has|had|were|was|are|is|said|say|also|did|do|who|can|could|will|would)\b)
  | of\ (?:those|these|them|the\ (?:{TWO_TO_TEN}|\d+))
  | among\ (?:them|those) | that['’]s | it['’]s
"""
_PRONOUNS = r"""
    he | she | it | they | him | her | his | hers | its | their | theirs | them
  | this(?!\s(?:week|month|year|summer|spring|winter|fall|autumn|weekend|season)\b)
  | that | these | those | (?:he|she|it|they)['’](?:s|d|re|ve|ll)
"""
LEADS_IN = (
    r"(?:(?:(?:an?|two|three|four|five|six|seven|\d+)\ )?"
    r"(?:hour|day|week|month|year)s?\ (?:after|before)"
    r"|in|on|at|under|after|before|for|with|by|from|to|during|despite|since|among|of|as"
    r"|because\ of"
    r"|according\ to|given|following|like|unlike|amid|through|along\ with|alongside|besides|while"
    r"|when"
    r"|though|although|if|until)"
)
BARE = r"""
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
# Quotation marks and brackets before a first word.
MARKS = r"[\"'“‘(\[]*"
_OPENS_WITH = re.compile(
    rf"""{MARKS}(?:(?:{_CONNECTIVES}) | (?:{_PRONOUNS})
      | {LEADS_IN}\s+(?:this|that|these|those|it|them|him|her|his|its|their|he|she|they|such|then
        |doing\ so)
      | to\s[a-z]+\s(?:it|them|this|that|these|those|him|her|so))(?![\w-])""",
    _I | re.VERBOSE,
)
# Also behind a time or place: "Last month, the company notified ...".
_BARE_NOUN = re.compile(
    rf"""{MARKS}(?:(?:last|this|next|on|in|by|at|since|until|earlier)\s[^,“”"]{{2,40}},\s)?
      the\s+(?-i:(?:[a-z]+[ -])?(?:{BARE})(?:['’]s?)?(?![\w-])
      (?!\s+(?:of|in|at|on|from|for|by|that|who|whose|which|where|to|between|with|behind|known
        |(?:accused|suspected|convicted)\ of|charged\ with|responsible\ for)\b)
      (?!\s+(?!{WEEKDAY})[A-Z]))""",
    _I | re.VERBOSE,
)
# "The reply drew rebuke", "The early data offers hope": a noun that nothing describes is one that
# the text before it brought in, unless there is but one of its kind. "The wife of banished captain
# Quill", "The pilots that blocked the lock" are described.
_ONLY_ONE = r"""president | vice\ president | (?:\w+\ )?government
  | (?:\w+\ )?administration | pandemic
  | (?:novel\ )?(?:corona)?virus | epidemic | outbreak | economy | world | military | army | police
  | public | media | press | nation | pope | king | queen | sun | moon
  | earth | planet | internet | stock\ market | market | dollar | euro | weather | poor | rich
  | prime\ minister | left | right | climate | sea | north | south | east | west | past | future
  | central\ bank | unemployment\ rate | opposition | state\ department | white\ house"""
_UNDESCRIBED = re.compile(
    rf"""the\s+(?!(?:{_ONLY_ONE})\b)(?-i:(?:(?:very|most)\s)?(?:(?!(?:of|that|who|which|whose)\s)[a-z\d-]+\s){{1,2}}?)
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
    rf"""{MARKS}(?:[\w.’'-]+,?\s){{1,9}}
      (?:(?:those|these)\s(?!(?:who|whose|of|in|with|from|at|on|for|that|which|days|hurt|shot|held|left|taken|found
        |[a-z]+(?:ed|ing))\b)
      | such\s(?!(?:as|an?|[a-z]+\sas)\b)
      | (?<!one\s)the\sother\s(?!(?:side|hand|day|end|way)\b)
      | (?:after|before|since|during|until|despite|following|amid)\sthat\s[a-z]+\b
      | (?:[\w.’'-]+,?\s){{0,3}}(?:of|from|behind|at|on|with|about|against)\sthat\s(?!(?:the|an?|his
      |her|their|its|he|she|it|they|there|day|night|date)\b)[a-z]+\b)""",
    _I | re.VERBOSE,
)
# "Department spokesman Piet Oberlin said": of which, a sentence before it told.
_UNNAMED_HOUSE = re.compile(
    rf"""{MARKS}(?:(?:while|as|but|and)\s)?(?:company|department|agency|ministry|campaign|committee
      |commission|hospital|airline|network|league)
      \s(?:spokes\w+|officials?|executives?|leaders?|lawyers?|attorneys?|representatives?)\b
      (?!\s(?:of|in|at|from|for)\b)""",
    _I | re.VERBOSE,
)
# "The Facebook page was shut": whose?
_ON_A_SITE = re.compile(
    rf"""{MARKS}the\s(?:Facebook|Twitter|Instagram|YouTube|Snapchat|TikTok|Reddit)
      \s(?:accounts?|pages?|profiles?|posts?|videos?|messages?|clips?|photos?|threads?)\b
      (?!\s(?:of|by|from|in|that|which|where|who|called|belonging)\b)""",
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
    rf"{MARKS}the\s\w+\sof\sthe\s(?:piece|article|report|study|letter|post|video|book|story|survey"
    r"|poll|bill|measure|document|lawsuit|plan|program|order)(?![\w-])(?!\sof\b)",
    _I,
)
# "The court agreed and blocked the rule": with whom, or to what?
_AGREED = re.compile(r"[^,“”\"]{3,60}\b(?:dis)?agreed(?:\sand\b|,|\.)", _I)
# "The mayor's plan would instead raise fares": than what?
_INSTEAD = re.compile(
    r"(?!.*\b(?:not|no|nor|never|rather|refus\w+|reject\w+|declin\w+|scrap\w+|dropp?\w+|\w+n['’]t)\b.*\binstead\b)"
    r"[^,;“”\"]{5,150}\b(?:will|would|should|has|have|had|is|are|was|were|could|may|can)\sinstead\s(?!of\b)"
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
    rf"{MARKS}(?:[Aa]ccording\sto\s)?(?:[Tt]he\s(?:[A-ZÀ-Þ][\w’'-]*\s){{1,4}}|[A-Z]{{2,}}\s)"
    r"(?:reported|reports|said|says|confirmed|announced|ruled|found|added)\s(?:that\s)?s?he\b"
)
# "The shy father of two sells boats": who was named before.
_PARENT = re.compile(
    rf"{MARKS}the\s(?:[\w-]+\s){{0,3}}(?:father|mother|grand(?:father|mother))\sof\s(?:\d+|one"
    rf"|{TWO_TO_TEN})\b",
    _I,
)
_AFTERWARDS = re.compile(
    rf"""{MARKS}(?:(?:the|an?|one|two|three|four|five|six|several|some|many|just)\s)*(?:(?:previous
      |following|same|very|few)\s)?(?:day|night|morning|evening|week|month|hour|minute|year|moment)s?
      (?:\s(?:later|earlier|before|after|prior))?\s?,""",
    _I | re.VERBOSE,
)
_RATHER_THAN = re.compile(
    rf"""{MARKS}(?:an?|the)\s(?:(?:much|far|even)\s)?(?:smaller|larger|bigger|similar|separate|further
      |additional|actual|real|underlying)\s(?!estate\b)[a-z-]+\b(?!.*\b(?:than|from|to\sthat)\b)""",
    _I | re.VERBOSE,
)
_LEANING = (
    _OPENS_WITH,
    _BARE_NOUN,
    _UNDESCRIBED,
    _OF_THOSE,
    _UNNAMED_HOUSE,
    _ON_A_SITE,
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


# "The clause -- which pilots dislike -- would raise fares": what is added beside a noun does not
# tell which it is.
_ADDED = re.compile(
    rf"({MARKS}the\s(?:[a-z-]+\s)?[a-z-]+)\s?(?P<mark>,|--|–|—)\s?(?:which|who|whose)\b"
    r"[^“”\"]{1,200}?\s?(?P=mark)(?=\s)",
    _I,
)


def leans(text: str) -> bool:
    """Whether it begins with something that only the text before it names."""
    added = _ADDED.match(text)
    bare = f"{added[1]}{text[added.end() :]}" if added else text
    return any(pattern.match(text) for pattern in _LEANING) or (
        added is not None and _UNDESCRIBED.match(bare) is not None
    )
