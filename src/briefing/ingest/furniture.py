"""Page furniture in flat text: what stands around an article and is not part of it.

A line is judged by its words and its end (prose has sentences), and by phrases that pages use
about themselves. No page tool cleans flat text; this does it for saved text and after extraction.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.press.agencies import NAMES

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_CLOSING = "\"'”’»)]*_ \u00a0"
_FINAL = (".", "!", "?", "…", ":", "。", "！", "？", "۔", "।")
_SHORT = 34  # words: longer lines are prose, whatever they begin with
# Weights of a line for (over 0) and against the body around it: of those tried, good on both
# halves of the flat texts at hand; prose adds a tenth for each of its words.
PROSE_LINE, SHORT_LINE, INSERT, FURNITURE, HEADING_AFTER = 1.0, -0.5, -1.0, -2.0, -6.0
ENOUGH = 8.0  # weight (80 words of prose) after which comments may begin
PROSE = 7  # words that a line of prose has at least
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

# What a line begins with when it speaks of the page or leads away from it.
_BEGINS = re.compile(
    r"(?:[\[(•*»>|#\-–—\s]*)(?:"
    r"(?:read|see|find out|learn|view|show|load|discover|watch|get) (?:more|also|all)\b(?! than)"
    r"|(?:also|now|more) (?:read|see|watch)\b|read next|read the full|up next|watch:|listen:"
    r"|more (?:on this|from|stories|news|coverage|information:|about this|headlines|in )\b"
    r"|related(?:\s?:| (?:articles?|stor(?:y|ies)|topics?|content|news|posts?|links?"
    r"|coverage|items))"
    r"|recommended(?: for you| reading| stories)?\s*:?$|also on [\w.]+|in case you missed"
    r"|don['’]t miss\b|you (?:may|might) (?:also )?(?:like|be interested)|what to read next"
    r"|most (?:read|popular|viewed|shared|commented"
    r"|recent|watched)|trending|editor['’]?s['’]? (?:picks?|choice)"
    r"|click (?:here|to|on)|tap (?:here|to)|(?:please )?follow (?:us|@|him|her|them"
    r"|me|the|our|\w+ on)\b.*"
    r"(?:twitter|facebook|instagram|telegram|youtube|social|on rt|@)"
    r"|like (?:us on|this story|this:|this\?|what you)|share (?:this|on|via|it|your"
    r"|with|article|story)\b"
    r"|tell us what|what do you think\?|have (?:a tip|your say|you got a)|got a (?:tip|story)"
    r"|sign (?:up|in|me up)\b|log ?in\b|register (?:now|here|to|for free)|subscribe\b|subscription"
    r"|join (?:our|us|the (?:conversation|discussion|newsletter)|nrplus)\b"
    r"|get (?:the (?:latest|best|day['’]s|top|news|\w+ newsletter)|our|breaking|unlimited"
    r"|access|alerts|notified)\b"
    r"|download (?:our|the) .{0,20}app\b|newsletters?\b"
    r"|daily briefing newsletter|breaking news alerts"
    r"|advertisements?\b|advert\b|ads?(?: policy| choices)?$|sponsored|promoted|paid (?:content"
    r"|post)"
    r"|comments?(?:\s*\(?\d+\)?)?$|\d+ comments?$|(?:leave|post|add|write) (?:a|your) (?:comment"
    r"|reply)"
    r"|(?:view|show|see|hide|load|all)(?: all)? comments|comments? (?:are|is) (?:closed|moderated"
    r"|disabled)"
    r"|notify (?:of|me)|inline feedbacks|would love your thoughts"
    r"|your email|enter your|e-?mail address"
    r"|(?:this|our) (?:web)?site uses|we use cookies"
    r"|we and our partners|(?:accept|manage) (?:all )?cookies"
    r"|privacy (?:policy|notice|settings)|terms (?:of|and)|cookie (?:policy|settings)|do not sell"
    r"|copyright\b|©|\(c\) ?\d{4}|ⓒ|all rights reserved|this (?:material|copy|content) (?:may"
    r"|is|cannot)"
    r"|(?:file )?(?:photos?|images?|pictures?|video|credit|photograph|caption)(?: (?:credits?"
    r"|source|by|courtesy))?\s*:"
    r"|(?:photos?|images?|pictures?|photograph) (?:by|credit|courtesy|via|from)\b|getty images"
    r"|ap photo|file photo|play video"
    r"|(?:additional )?(?:reporting|editing"
    r"|writing|compiled|edited|translated) (?:and \w+ )?by [A-Z]"
    r"|(?:last )?updated\b(?:\s?:| (?:at|on"
    r"|\d|[a-z]{3,9} \d))|(?:first |originally )?(?:published"
    r"|posted)\b(?:\s?:| (?:at|on|in|by|\d|[a-z]{3,9} \d))"
    r"|filed (?:under|in)\b|tagged\b|tags?\s*(?::|$)|categor(?:y|ies)\s*(?::|$)|topics?\s*(?::"
    r"|$)|keywords?\s*(?::|$)"
    r"|loading\b|print(?: this)?(?: article| page)?$|e-?mail(?: this)?$|back to (?:top"
    r"|home)|skip to|menu$|search$|home$|close$|share$|shares$"
    r"|(?:story|article|post) continues|continue reading"
    r"|continued below|scroll (?:down|to)|to read the full"
    r"|no spam|thanks? (?:you )?for (?:signing"
    r"|subscribing|reading)|please check|keep an eye on your inbox"
    r"|by (?:signing|clicking|subscribing|submitting|entering|providing|continuing)\b|i agree\b"
    r"|you can unsubscribe|unsubscribe"
    r"|support (?:our|independent|quality|us)\b.*(?:journalism"
    r"|today|by)|donate\b|become a (?:member|subscriber|patron)"
    r"|buy now|shop now|order now|available (?:from|on|at) \w+$|next (?:post|article|story)"
    r"|previous (?:post|article|story)"
    r"|if you (?:enjoyed|like|liked|appreciate) (?:this|our|what)|start your (?:free|day with)"
    r"|to order presentation"
    r"|(?:(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|tumblr|instagram|youtube"
    r"|telegram|flipboard|x)\b[\s|,/&·]*){2}"
    r"|(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|tumblr|instagram|youtube|telegram"
    r"|flipboard)$"
    r"|lesen sie (?:auch|mehr)|mehr zum thema"
    r"|(?:auch )?interessant\s*:|anzeige$|newsletter abonnieren|quelle\s*:|kommentare?$"
    r"|lire (?:aussi|la suite)|à lire (?:aussi|également)|voir aussi|partager$|publicité$"
    r"|s['’]abonner|abonnez-vous"
    r"|leggi (?:anche|tutto)|lee (?:también|más)|te puede interesar|leia (?:também"
    r"|mais)|veja também|publicidade$|compartilhe|compartir$|suscr[ií]bete"
    r"|читайте также|подпис(?:ывайтесь|аться)|поделиться|реклама$|фото\s*:|iklan$|bagikan|baca juga"
    r")",
    re.IGNORECASE,
)

# What a line says anywhere in it; such lines are about the page even as whole sentences.
_HOLDS = re.compile(
    r"\b(?:(?:in|to|into) your inbox|our (?:\w+ ){0,3}newsletters?"
    r"|['’]s newsletters?|all rights reserved"
    r"|subscribe to (?:our|the|get|rt|\w+['’]s)|sign up (?:for|to) (?:our|get|receive)"
    r"|sign up here"
    r"|follow (?:\S+ ){1,6}on (?:twitter|facebook|instagram|x\b|social)|(?:may|can) be reached at"
    r"|reach the reporters?"
    r"|contributed to this (?:report|article|story)|personal, non-?commercial use"
    r"|uses? cookies|our privacy policy"
    r"|(?:terms of (?:use|service)|user agreement) and privacy"
    r"|may not be (?:published|reproduced|copied)"
    r"|click here (?:to|for)|share it with (?:a"
    r"|your)|use (?:the )?(?:promo )?code|e-?mail (?:the (?:writer"
    r"|author)|us at|me at)"
    r"|(?:submit|send|diversity of) (?:\w+ )?letters? to the editor"
    r"|(?:article|story|post|piece|column|essay) (?:was )?(?:originally published|first appeared)"
    r"|sign up for .{0,60}newsletter"
    r"|(?:welcome|love|like) (?:your|to hear)\b.{0,40}(?:comments|thoughts|from you|what you think)"
    r"|follow (?:@|us\b)|advertise with us)\b",
    re.IGNORECASE,
)
# A credit at the end of a caption: "(Ann Lee / Gazette)", "Getty Images".
_CREDIT = re.compile(
    r"(?:\b(?:getty(?: images)?|shutterstock|alamy|ap photo|reuters|afp|epa|istock"
    r"|file photo)\b[\w\s./©,]*\)?$"
    r"|\((?:image|photo|picture)s?(?: credit)?(?::| by| courtesy| via)[^()]*\)$"
    r"|[|/©]\s?[A-Z][\w\s.]{2,40}$)",
    re.IGNORECASE,
)
# A closing line that names a news agency tells where the text comes from: it stays, as evidence.
_AGENCY = rf"(?:{'|'.join(map(re.escape, NAMES))})"
_AGENCY_CREDIT = re.compile(
    rf"[\s\-–—(/]{{1,6}}{_AGENCY}[\s).]*$"
    r"|\W*(?:with )?(?:(?:additional )?(?:reporting|writing|material|files)) (?:by|from)\b"
    rf".{{0,120}}\b{_AGENCY}\b[^.]{{0,40}}\.?\)?$"
    rf"|.{{0,160}}\b{_AGENCY}\b.{{0,200}}\bcontributed to this (?:report|article|story)\b",
    re.IGNORECASE,
)
# A player of films or a gallery that a page sets between its paragraphs: the titles and captions in
# it tell of other things, at length.
_PLAYER = re.compile(
    r"JUST WATCHED .+\bReplay More Videos\b.{0,200}$|MUST WATCH .{0,200}\d:\d\d$"
    r"|CLOSE (?=[A-Z])(?=.*[a-z])(?:\S+ ){5}"
)
_LAST_PHOTO = re.compile(r"\bHide Caption (\d{1,3}) of \1$")
_URL_ONLY = re.compile(r"\W*(?:https?://|www\.)\S+\W*$", re.IGNORECASE)


# Where readers' comments begin: prose of others, as long as the article and longer.
_COMMENTS = re.compile(
    r"\W*(?:(?:view |show |see |read )?(?:all )?(?:\d{1,5} )?(?:top[- ]rated "
    r"|readers?['’]? |user )?"
    r"(?:comments?|responses?|replies)(?: \(?\d{1,5}\)?)?"
    r"|(?:leave|post|add|write) (?:a|your) (?:comment|reply)"
    r"|join the (?:conversation|discussion)|comments? (?:section|policy|are closed)"
    r"|kommentare|commentaires"
    r"|comentarios|coment[áa]rios|commenti|комментарии)\W*$",
    re.IGNORECASE,
)
# The headings of what follows an article.
_AFTER = re.compile(
    r"\W*(?:(?:related|more|most|other|latest|top|popular|trending|recommended|similar"
    r"|recent)\b[\w ’']{0,40}"
    r"|about the authors?|(?:you )?(?:may|might) also like.{0,20}"
    r"|read next|up next|share this\W*|sign up.{0,30}"
    r"|subscribe.{0,30}|newsletters?|©.{0,80}|tags?\W*|topics?\W*|advertisement)$",
    re.IGNORECASE,
)

# What stands between the paragraphs of an article, too.
_INSERT = re.compile(
    r"\W*(?:(?:read|see|watch|more|also|related|photo|image|picture|video)\b[^.!?]{0,20}:|advertisement\W*$)",
    re.IGNORECASE,
)


def is_furniture(line: str) -> bool:
    """Whether `line` speaks of its page, leads away from it, or credits a picture."""
    bare = line.strip()
    if credits_agency(bare):
        return False
    if _is_player(bare):
        return True
    count = len(_WORD.findall(bare[:2000]))
    if count > 2 * _SHORT or len(bare) > 2000:
        return False
    if count <= _SHORT and _BEGINS.match(bare) and not _is_report(bare, count):
        return True
    if count < 30 and not bare.endswith((".", "!", "?", "”", '"')) and _CREDIT.search(bare):
        return True
    return bool(_URL_ONLY.match(bare) or _HOLDS.search(bare))


def _is_player(bare: str) -> bool:
    if "Photos: " in bare and _LAST_PHOTO.search(bare[-40:]):
        return True
    return _PLAYER.match(bare) is not None


def credits_agency(line: str) -> bool:
    """Whether `line` credits a news agency: "- AP", "Additional reporting by Reuters"."""
    return len(line) <= 400 and bool(_AGENCY_CREDIT.match(line))


def _is_report(bare: str, count: int) -> bool:
    """A sentence of the article that happens to begin like a link ("Trending down, the ...")."""
    return count >= 12 and ":" not in bare[:40] and is_prose(bare) and not _HOLDS.search(bare)


def is_prose(line: str) -> bool:
    """Whether `line` looks like sentences: some words, and an end."""
    bare = line.rstrip(_CLOSING)
    if CJK.search(bare):
        return len(bare) >= 3 * PROSE and line.strip().endswith((*_FINAL, "」", "』"))
    return bare.endswith(_FINAL) and len(_WORD.findall(bare[:500])) >= PROSE


def weight(line: str) -> float:
    """How much a line speaks for (over 0) or against the article's body around it."""
    if not line.strip():
        return 0.0
    if _INSERT.match(line.strip()[:120]):
        return INSERT
    if _AFTER.match(line.strip()[:120]):
        return HEADING_AFTER
    if is_furniture(line):
        return FURNITURE
    if credits_agency(line):
        return PROSE_LINE
    count = len(_WORD.findall(line[:2000])) + len(CJK.findall(line[:2000])) / 2
    if is_prose(line):
        return PROSE_LINE + min(count, 60) / 10
    return min(count, 60) / 20 if count > 25 else SHORT_LINE


def body(lines: Sequence[str]) -> tuple[int, int]:
    """The half-open range of lines that is the article: the run of the greatest weight.

    It ends before the readers' comments. The whole text where no line is prose (a poem, a table).
    """
    best, best_sum = (0, len(lines)), 0.0
    start, total = 0, 0.0
    for number, line in enumerate(lines):
        if _COMMENTS.match(line[:80]) and best_sum >= ENOUGH:
            break
        if total <= 0:
            start, total = number, 0.0
        total += weight(line)
        if total > best_sum:
            best, best_sum = (start, number + 1), total
    return best


TIMES = 3  # that a line stands in the texts of one source: so often no report's does


def boilerplate(texts: Iterable[str]) -> frozenset[str]:
    """The lines that stand in `TIMES` or more of the texts of one source, white space aside.

    Not what credits an agency: it says the same in each, and of each.
    """
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update({" ".join(line.split()) for line in text.split("\n")})
    return frozenset(
        line for line, count in seen.items() if line and count >= TIMES and not credits_agency(line)
    )


def without(text: str, lines: frozenset[str]) -> str:
    """`text` without the lines that `boilerplate` found."""
    kept = [line for line in text.split("\n") if " ".join(line.split()) not in lines]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
