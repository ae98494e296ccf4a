"""What stands among the sentences of a page and is none: captions, credits, calls to the reader."""

from __future__ import annotations

import re

from briefing.press.events import reports
from briefing.text.dates import MONTH, WEEKDAY

_I = re.IGNORECASE

_FURNITURE = re.compile(
    r"""
      getty\ images | \bAP\ photo | /\s?(?:AFP|Reuters|AP|EPA|Bloomberg)\b | file\ (?:photo|-|–|—)
    | image\ (?:copyright|caption|source|credit) | photo(?:graph)?s?\s?(?::|by\b|courtesy)
    | media\ playback | \bcaption\b | shutterstock | via\ (?:AP|Reuters|Getty)\b
    | (?:is|are)\ (?:seen|pictured|shown)\ (?:in|on|at|here|during|near|outside|as)\b
    | pictured\ (?:above|left|right|here)
    | in\ this\ (?:[\w.,]+\ ){0,4}(?:photo|image|picture|frame) | \((?:left|right|center)\)
    | sign(?:ing)?\ up\ (?:for|to|here|now) | read\ (?:more|also|next
    |the\ full)
    | click\ (?:here|on|to) | follow\ (?:us|him|her|them|live|[A-Z@]\w+\ on)
    | download\ (?:the|our) | watch\ (?:the\ video|below|above|live|more|:) | listen\ to\ the
    | share\ (?:this|on) | scroll\ down | see\ (?:also|more|below|photos)
    | support\ our\ | donate\ (?:to|now|here) | member-supported | continue\ reading
    | story\ continues
    | related: | recommended: | most\ read | ^\W*editor['’]s\ note
    | editor['’]s\ note\s?: | correction:
    | contribut(?:ed|ing)\ to\ this
    | (?:^|\()(?:reporting|writing|editing|compiled)\ by
    | \badditional\ (?:reporting|writing|material)\ (?:by|from)\b
    | the\ associated\ press\ contributed
    | staff\ writer | correspondent\ for
    | all\ rights\ reserved | © | \(c\)\s | may\ not\ be\ published
    | views\ expressed | opinions\ expressed | terms\ of\ (?:use|service)
    | originally\ (?:published|appeared) | first\ appeared\ (?:on|in)
    | this\ (?:article|story|piece|post|report)\ (?:was|is|has|originally|appeared|first)
    | can\ be\ (?:reached|followed|found)\ (?:at|on) | contact\ (?:us|the\ author) | e-?mail:
    | pic\.twitter | https?:// | www\. | \bt\.co/ | \(@\w+\) | (?:^|\s)@\w+ | ^\#\w+ | \#\w+\s+\#\w
    | \b[\w.+-]{1,64}@[\w-]{1,64}\.\w | (?:is|are)\ available\ (?:here|below|at\ this)
    | (?:\bairs?|is\ (?:seen|broadcast|aired)|can\ be\ (?:seen|heard))\b.{0,60}
      \b(?:week(?:day|night)s?|daily|channel)\b
    | \breach\ out\ to\b.{0,80}\b(?:at|by|on|via)\b | hat\ tip
    | ^live\ (?:updates|blog|coverage)\b | \byour\ inbox\b
    | \bhead\ start\ on\b.{0,40}\b(?:stories|news|headlines)\b
    | \bprotected\ by\ recaptcha\b
    | ^today: | (?-i:^[A-Z][\w’' ]{3,40}:[A-Z][a-z])
    | ^(?:visit|see|read|check|go\ to)\b.{1,60}\bfor\ more\b
    | h/t\b | facebook\ twitter | (?-i:^CLOSE\ [A-Z] | ^(?:JUST|MUST)\ WATCH(?:ED)?\b)
    | (?-i:\[[A-Z\d]{7,}\]) | \(pictured\b
    | \b[A-Z]{1,5},\ [+-]\d+\.\d+% | (?-i:[a-z]{2}[A-Z][a-z].*\bMORE\b)
    | ^(?:get|join|try|visit|check|find|see|enter|learn|discover|browse|explore|help|send|tell|watch
      |read)\ (?:the|our|a|all|more|breaking|exclusive|this|that|out|up|in|us|it|here|now|full)\b
    """,
    _I | re.VERBOSE,
)
# Words of pages that news has too: a ruling on a copyright, a bakery that recalls cookies.
_OF_PAGES = re.compile(
    r"subscrib|newsletter|advertisement|trending|copyright|privacy policy|cookies", _I
)
_TO_THE_READER = re.compile(
    r"\b(?:our|your|you|us)\b|^\W*(?:subscrib|copyright|advertis|trending)"
    r"|\bsubscribe\s(?:to|today|now|here)\b|\b(?:advertisement|trending)s?:|(?-i:ADVERTISEMENT)",
    _I,
)
# "The minister gestures at a rally in Arden, May 3, 2021.": the present tense and a full date.
_CAPTION = re.compile(
    rf"""\b(?:(?:un)?dated|handout|combination|file)\ (?:photo|image|picture)
      | \b(?:photo|image|picture|video|footage)s?
        \ (?:provided|released|taken|made\ available)\ (?:by|on)
      | \b(?:speak|gesture|depart|arrive|walk|wear|attend|listen|look|stand|hold|wave|address|talk
        |pose|deliver|answer|testifie|wait|sit|react|smile|participate|show|display|greet|leave|embrace|watche
        |applaud|point|carrie|march|gather|ride|board|visit|shake|hug|kneel|line\ up|take\ part)s?\b
        .{{0,250}}\b{MONTH}\.?\ \d{{1,2}},
        \ \d{{4}}(?:,.{{0,60}})?\.$
      | ^(?!The\ )(?:[A-ZÀ-Þ][\w.'’-]+\ ){{2,4}}(?:speak|gesture|walk|wear|listen|look|stand|hold
        |wave|pose|wait|sit|react|smile|applaud|point|shake|hug|kneel)s\ .{{3,250}}
        \bon\ {WEEKDAY}\.$
      | \b(?:speaks|gestures|listens|looks\ on|walks\ past|poses|waves)
        \ (?:during|at|to|for|as|in|with)\b
      | \bwears?\ (?:a|his|her|their)\ (?:\w+\ )?mask\ (?:as|while|during)\b
      | \b(?:during|at)\ (?:a\ )?(?:news|press)\ conference\b[^.]{{0,80}}\b{MONTH}\.?\ \d{{1,2}},
        \ \d{{4}}
      | ^(?:[A-ZÀ-Þ][\w.'’-]+\ ){{2,6}}[a-z]+s\ (?!.*\b(?:said|says|was|were|had|has|will)\b)
        .{{3,200}}\bon\ {MONTH}\.?\ \d{{1,2}},\ \d{{4}}\b
      | ^(?:[A-ZÀ-Þ][\w.'’-]+\ ){{2,5}}announces\b
      | ^(?:[A-ZÀ-Þ][\w.'’-]+\ ){{1,4}}in\ (?:{MONTH}\.?\ )?\d{{4}}
        (?:\ (?:when|at|during|with)\b.*)?\.$
      | [^n],\ {MONTH}\.?\ \d{{1,2}},\ \d{{4}}\.$
      | {MONTH}\.?\ \d{{1,2}},\ \d{{4}},?\ (?:in|at)\ [^.]{{3,60}}\.$
    """,
    re.VERBOSE,
)
_BYLINE = re.compile(
    r"(?:By|BY)\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){1,3}(?:\s*(?:[|,/•]|$|and\b))"
)
# "Dispatch: May 19 The mayor ...": the name of a column and its day.
_COLUMN_DAY = re.compile(rf"[^.!?]{{2,60}}:\s{MONTH}\.?\s\d{{1,2}},?\s(?:\d{{4}}\s)?[A-Z]")
_STAMP = re.compile(
    r"""(?:(?-i:[A-Z]{3,}(?:\s[A-Z]{3,}){0,3}:\s)
      | \[?(?:updated?|published|posted|last\ modified|breaking|live|watch|video|photos?|listen
        |read|exclusive|opinion|analysis|note|fact\ check|original\ (?:post|story|report))\b\s*[:
        |(\]-]
      | updated?,\s\d | story\shighlights\s
      | \d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\b|et\b|gmt|bst|[-–—|:]) | \d{1,2}\s*[ap]\.?m\.?\s*(?:et
      |[-–—:])
      | (?:updated|published|posted)\s+(?:at|on|\d))""",
    _I | re.VERBOSE,
)


def is_furniture(text: str) -> bool:
    """A caption, byline, time stamp, advertisement, credit, or a call to do something."""
    return bool(
        _FURNITURE.search(text)
        or (_OF_PAGES.search(text) and (_TO_THE_READER.search(text) or not reports(text)))
        or _CAPTION.search(text)
        or _BYLINE.match(text)
        or _STAMP.match(text)
        or _COLUMN_DAY.match(text)
    )
