"""Can this sentence stand alone, torn from its place?

`fit` gives the first reason why a careful editor would not print it by itself, None where there
is none. The rules look at the surface only and refuse too much rather than too little: a story
has more good sentences than room.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from briefing.model import Sentence
from briefing.text.datelines import body
from briefing.text.words import content_stems

SHORTEST, LONGEST = 6, 60  # words
LEAST_CONTENT = 4  # stems: "Arden said on Monday." tells nothing
LONGEST_TEXT = 2000  # characters: beyond this no sentence was found, only junk

POINTS_BACK = "points back"

_I = re.IGNORECASE
_QUOTED = re.compile(r"[“\"„][^“”\"„]*[”\"]")


def fit(sentence: Sentence, previous: Sentence | None = None) -> str | None:
    """Why `sentence` cannot be shown after `previous` (what is shown before it), or None.

    A sentence that points back is fit when `previous` is the one before it in its article.
    """
    reason = _reason(body(sentence).text, sentence.index == 0)
    if reason == POINTS_BACK and previous is not None and follows(sentence, previous):
        return None
    return reason


def follows(sentence: Sentence, previous: Sentence) -> bool:
    """Whether `previous` is the sentence before `sentence` in the same article."""
    same = previous.article.id == sentence.article.id
    return same and previous.index == sentence.index - 1


@lru_cache(maxsize=100_000)
def _reason(text: str, opens: bool) -> str | None:
    if len(text) > LONGEST_TEXT:
        return "too long"
    for name, wrong in _CHECKS:
        if wrong(text):
            return name
    return POINTS_BACK if points_back(text) and not opens else None


def unquoted(text: str) -> str:
    """`text` without what stands in quotation marks."""
    return _QUOTED.sub(" ", text)


# --- form -----------------------------------------------------------------------------

_ENDS = re.compile(r"[.!?][\"'”’)\]]*$")
_TRAILS_OFF = re.compile(r"(?:\.\.+|…|:|;|,|[–—-])[\"'”’)\]]*$")
_OPENS = re.compile(r"[\"'“‘„(\[$€£#]*[A-ZÀ-Þ0-9]")
_LIST_ITEM = re.compile(r"(?:[•*▪►·●–—>-]|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s|No\. \d+:)")


def _too_short(text: str) -> bool:
    return len(text.split()) < SHORTEST or len(content_stems(text)) < LEAST_CONTENT


def _too_long(text: str) -> bool:
    return len(text.split()) > LONGEST


def _torn(text: str) -> bool:
    return not _OPENS.match(text) or not _ENDS.search(text) or bool(_TRAILS_OFF.search(text))


def _unbalanced(text: str) -> bool:
    """Odd straight marks, or curly marks and brackets that do not pair."""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    return text.count('"') % 2 == 1 or any(text.count(a) != text.count(b) for a, b in pairs)


def _list_item(text: str) -> bool:
    return bool(_LIST_ITEM.match(text))


def _capitals(text: str) -> bool:
    """More than three words in a row, or most words, in capitals."""
    words = re.findall(r"[A-Za-z]{2,}", text)
    loud = sum(w.isupper() for w in words)
    return 2 * loud > len(words) or bool(re.search(r"(?:\b[A-Z]{3,}\b[\s,:]+){4}", text))


def _question(text: str) -> bool:
    return text.rstrip("\"'”’)]").endswith("?") or "? " in unquoted(text)


# --- furniture ------------------------------------------------------------------------

_FURNITURE = re.compile(
    r"""
      getty\ images | \bAP\ photo | /\s?(?:AFP|Reuters|AP|EPA|Bloomberg)\b | file\ (?:photo|-|–|—)
    | image\ (?:copyright|caption|source|credit) | photo(?:graph)?s?\s?(?::|by\b|courtesy)
    | media\ playback | \bcaption\b | shutterstock | via\ (?:AP|Reuters|Getty)\b
    | (?:is|are)\ (?:seen|pictured|shown)\ (?:in|on|at|here) | pictured\ (?:above|left|right|here)
    | in\ this\ (?:[\w.,]+\ ){0,4}(?:photo|image|picture|frame) | \((?:left|right|l|r|center)\)
    | sign(?:ing)?\ up\ (?:for|to|here|now) | subscrib | newsletter | read\ (?:more|also|next
    |the\ full)
    | click\ (?:here|on|to) | follow\ (?:us|him|her|them|live|[A-Z@]\w+\ on)
    | download\ (?:the|our) | watch\ (?:the\ video|below|above|live|more|:) | listen\ to\ the
    | share\ (?:this|on) | scroll\ down | see\ (?:also|more|below|photos) | advertisement
    | support\ our\ | donate | member-supported | continue\ reading | story\ continues
    | related: | recommended: | trending | most\ read | editor['’]s\ note | correction:
    | contribut(?:ed|ing)\ to\ this | reporting\ by | edit(?:ed|ing)\ by | written\ by
    | compiled\ by | the\ associated\ press\ contributed | staff\ writer | correspondent\ for
    | all\ rights\ reserved | copyright | © | \(c\)\s | may\ not\ be\ published
    | views\ expressed | opinions\ expressed | terms\ of\ (?:use|service) | privacy\ policy
    | cookies | originally\ (?:published|appeared) | first\ appeared\ (?:on|in)
    | this\ (?:article|story|piece|post|report)\ (?:was|is|has|originally|appeared|first)
    | can\ be\ (?:reached|followed|found)\ (?:at|on) | contact\ (?:us|the\ author) | e-?mail:
    | pic\.twitter | https?:// | www\. | \bt\.co/ | \(@\w+\) | (?:^|\s)@\w+ | (?:^|\s)\#\w+
    | retweet | hat\ tip | h/t\b
    """,
    _I | re.VERBOSE,
)
_BYLINE = re.compile(
    r"(?:By|BY)\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){1,3}(?:\s*(?:[|,/•]|$|and\b))"
)
_STAMP = re.compile(
    r"""(?:\[?(?:updated?|published|posted|last\ modified|breaking|live|watch|video|photos?|listen
        |read|exclusive|opinion|analysis|note|fact\ check)\b\s*[:|(\]-]
      | \d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\b|et\b|gmt|bst|[-–—|:]) | \d{1,2}\s*[ap]\.?m\.?\s*(?:et
      |[-–—:])
      | (?:updated|published|posted)\s+(?:at|on|\d))""",
    _I | re.VERBOSE,
)


def _furniture(text: str) -> bool:
    return bool(_FURNITURE.search(text) or _BYLINE.match(text) or _STAMP.match(text))


# --- voice ----------------------------------------------------------------------------

# "World War I" and "Elizabeth I said" are no first persons: a capitalised word stands before.
_FIRST = re.compile(
    r"(?:^|[^\w\s.]\s*|\b[a-z]+\s)I(?:\s+[a-z]|['’](?:m|ve|d|ll)\b)"
    r"|\b(?:[Mm]y|[Mm]yself|[Ww]e|[Oo]ur|[Oo]urs|[Oo]urselves|us)\b"
)
_SECOND = re.compile(r"\b(?:you|your|yours|yourself|you['’]\w+)\b", _I)
_VIEW = re.compile(
    r"""\b(?:let['’]s | let\ us | must\ not\ forget | frankly | sadly | unfortunately | thankfully
      | hopefully | surely | obviously | of\ course | needless\ to\ say | make\ no\ mistake
      | to\ be\ (?:sure|clear|fair|honest) | believe\ it\ or\ not | shameful(?:ly)?
      | ridiculous(?:ly)?
      | laughabl[ey] | disgraceful(?:ly)? | absurd(?:ly)? | idiotic | pathetic | so-called
      | ironically
      | the\ truth\ is | the\ fact\ is | the\ (?:point|problem|question|bottom\ line)\ (?:is|here)
      | it['’]s\ (?:time|hard|easy|clear|no\ (?:surprise|secret|wonder)) | no\ wonder | perhaps
      | one\ (?:wonders|might|would\ think|can\ only) | imagine | thank\ goodness | please)\b""",
    _I | re.VERBOSE,
)


def _first_person(text: str) -> bool:
    return bool(_FIRST.search(unquoted(text)))


def _reader(text: str) -> bool:
    return bool(_SECOND.search(unquoted(text)))


def _view(text: str) -> bool:
    outside = unquoted(text)
    return bool(_VIEW.search(outside)) or outside.rstrip().endswith("!")


# --- who says it ----------------------------------------------------------------------

_HEADS = re.compile(r"\W*(?:An?|The|One|Two|Three|\d+|Police|Officials?|Authorities)\b")


def _voiceless(text: str) -> bool:
    """Mostly a quotation, and nobody named outside of it."""
    outside = unquoted(text)
    return 2 * len(outside.split()) < len(text.split()) and not re.search(r"[A-ZÀ-Þ]\w", outside)


# --- what points back -----------------------------------------------------------------

_CONNECTIVES = r"""
    and | but | or | nor | so | yet | still | also | too | however | meanwhile | then | thus | hence
  | therefore | moreover | furthermore | nevertheless | nonetheless | instead | otherwise
  | besides | likewise | similarly | consequently | afterwards? | additionally | again | indeed
  | plus | rather | accordingly | conversely | alternatively | regardless | elsewhere | separately
  | overall | specifically | notably | finally | lastly | secondly | thirdly | now | not | such
  | here | there | even | ever\ since | well | yes | first, | second, | third,
  | for\ (?:example|instance|now|one|that) | as\ (?:a\ result|well|such|it\ turns\ out)
  | in\ (?:addition|contrast|response|fact|turn|return|short|other\ words|all|both|each|either)
  | on\ the\ (?:other\ hand|contrary) | at\ the\ (?:same\ time|time|moment|end|meeting|event)
  | by\ (?:contrast|comparison|then|now) | after\ (?:all|this|that|which) | to\ (?:that|this)\ end
  | because\ of\ (?:this|that) | since\ then | until\ then | that\ being\ said | either\ way
  | earlier(?!\s+(?:this|on)\ ) | later(?!\s+(?:this|on)\ ) | if\ so | why | how | what | which
  | the\ (?:former|latter|same|others?|second|third|next|pair|duo|trio|couple|two|three|four
      |five|six|rest|answer|question|goal|aim|reason|idea|problem|issue)
  | another | others? | both | neither | none | two\ others | one(?!\s+(?:person|of\ the)\b)
  | (?:some|many|most|few|several|all|each|more)(?=\s+(?:of\s+(?:them|those|these|his|her|their
      |its)|have|has|had|were|was|are|is|said|say|also|did|do|who|can|could|will|would)\b)
  | of\ (?:those|these|them|the\ (?:two|three|four|five|six|seven|eight|nine|ten|\d+))
  | among\ (?:them|those) | that['’]s | it['’]s
"""
_PRONOUNS = r"""
    he | she | it | they | him | her | his | hers | its | their | theirs | them
  | this | that | these | those | (?:he|she|it|they)['’](?:s|d|re|ve|ll)
"""
_LEADS_IN = (
    r"(?:in|on|at|under|after|before|for|with|by|from|to|during|despite|since|among|of|as"
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
  | lawyers? | attorneys? | prosecutors? | judge | justices | pilot | team | club | coach | player
  | hotel | airline | airport | school | university | church | store | factory | plant | outlet
  | newspaper | network | station | website | city | town | village | county | state | country
  | island | region | area | area's | site | facility | building | ship | vessel | plane
  | aircraft | deal
  | agreement | fund | money | payments? | figure | figures | number | numbers | list | data
  | findings | decision | news | move | changes? | comments? | remarks? | statement | incident
  | announcement | results? | filing | memo
  | email | emails | interview | speech | clip | footage | image | photo
"""
_POINTS_BACK = re.compile(
    rf"""["'“‘(\[]*(?:
        (?:{_CONNECTIVES}) | (?:{_PRONOUNS})
      | {_LEADS_IN}\s+(?:this|that|these|those|it|them|him|her|his|its|their|he|she|they|such|then
      |doing\ so)
      | the\s+(?:[a-z]+[ -])?(?:{_BARE})(?:['’]s?)?(?!\s+(?:of|in|at|on|from|for|that|who|which|to
      |between|with)\b)(?!,\s(?:who|which))
    )(?![\w-])""",
    _I | re.VERBOSE,
)
_THIRD_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself)\b", _I)


def points_back(text: str) -> bool:
    """Whether it opens with, or turns on, something that only the text before it names."""
    return bool(_POINTS_BACK.match(text)) or _pronoun_without_name(text)


def _pronoun_without_name(text: str) -> bool:
    """ "he", "her" and no name or person before it in the sentence."""
    pronoun = _THIRD_PERSON.search(unquoted(text))
    if not pronoun:
        return False
    before = unquoted(text)[: pronoun.start()]
    if _HEADS.match(before) or re.search(r"\b(?:an?|the)\s+[a-z]", before):
        return False
    return not re.search(r"[A-ZÀ-Þ]\w+", before)


_CHECKS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("too short", _too_short),
    ("too long", _too_long),
    ("list item", _list_item),
    ("torn", _torn),
    ("unbalanced", _unbalanced),
    ("capitals", _capitals),
    ("furniture", _furniture),
    ("question", _question),
    ("first person", _first_person),
    ("speaks to the reader", _reader),
    ("view", _view),
    ("nobody says it", _voiceless),
)
