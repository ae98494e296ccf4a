"""Does a sentence only announce an answer, a warning, a request? What it was stands in the next."""

from __future__ import annotations

import re

# "Quill's aides came to her with a warning."
_COMES_WITH = re.compile(
    r"""\b(?:came|went|approached|responded|reacted|replied|answered|turned|returned)\b
      [^,;“”"]{0,90}\bwith\s(?:an?|one|some)\s(?:(?!of\b)[\w-]+\s){0,2}
      (?:warning|message|proposal|request|offer|suggestion|idea|question|complaint|demand|reminder
        |threat|plea|promise|challenge|rebuke|ultimatum)s?\.$""",
    re.VERBOSE,
)
# "Three harbours responded quickly to Quill's offer to share the ferry."; not to a fire, nor to a
# call about one.
_ANSWERS = re.compile(
    r"""^(?:(?!\b(?:who|that|which|when|said|says)\b)[^;“”"])*
      \b(?:responded|reacted|replied)\s
      (?:(?:quickly|swiftly|immediately|promptly|initially|also|later|[A-Z][a-z]+day)\s){0,2}to\s
      (?:(?![,;“”"])\S+\s){0,6}?
      (?:suggestion|question|claim|letter|comment|remark|statement|announcement|criticism|ruling
        |decision|call(?!s?\s(?:about|of|from|reporting)\b)|proposal|request|news|speech|tweet|accusation|allegation|offer|demand|warning
        |charge|complaint)s?\b
      (?!.*(?:\b(?:by|saying|said|calling|claiming|telling|tweeting|arguing|insisting|writing|and|but)\b
        |\bwith\s(?:an?|the|his|her|its|their|new)\b|,\s\w+ing\b|[“”":]))""",
    re.VERBOSE,
)

# "Quill sent two letters responding to the guild.": what was in them?
_SENT = re.compile(
    r"""\b(?:tweets?|letters?|posts?|messages?|statements?|emails?)\sresponding\sto\s
      (?:[^\s,;:“”"]+\s){0,12}[^\s,;:“”"]+\.$""",
    re.VERBOSE,
)
# "Quill lit into the guild after its vote.": for what?
_SCOLDS = re.compile(
    r"""^(?:[^\s,;:“”"]+\s){1,5}
      (?:(?:lit|tore|laid|ripped)\sinto|lashed\sout\sat|hit\sback\sat|fired\sback\sat|piled\son
        |took\s(?:aim|a\sswipe|a\sshot)\sat)\s
      (?!.*\b(?:for|over|as|saying|calling|that|about|by|because|with)\b)(?:[^\s,;:“”"]+\s){0,9}[^\s,;:“”"]+\.$""",
    re.VERBOSE,
)
# "The fair was felled by a variety of factors, its owners say."
_UNTOLD = re.compile(
    r"""\b(?:by|for|on|in|over|due\sto|because\sof)\s
      (?:an?\s(?:wide\s)?(?:variety|number|range|host|slew|series)\sof|several|various|multiple|numerous)\s
      (?:(?:other|different|key|important)\s)?(?:factors|reasons|issues|fronts|ways|grounds)[.,](?!\s(?:including|such|like))""",
    re.VERBOSE,
)


def announces(text: str) -> bool:
    """Whether it tells that somebody answered, scolded or brought something, or that there are
    reasons, and not what."""
    patterns = (_COMES_WITH, _SENT, _ANSWERS, _SCOLDS, _UNTOLD)
    return any(pattern.search(text) for pattern in patterns)
