"""What kind of piece an article is: a report, an opinion, a live page, or a round-up of stories.

Read from the path of its URL, its outlet, section and title, and from what a paper says of its
columnists beside the text; what gives no sign is a report.
"""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import urlsplit

from briefing.model import Article
from briefing.text.dates import MONTHS_SHORT, WEEKDAY

Genre = Literal["report", "opinion", "live", "roundup"]

# Labels in German, French, Spanish, Italian, Dutch and Portuguese: "Kommentar: ...".
_ABROAD = (
    r"kommentar|meinung|leitartikel|kolumne|glosse|gastbeitrag|gastkommentar"
    r"|chronique|[ée]dito(?:rial)?|point de vue|opini[óo]n|columna|tribuna"
    r"|opinione|commento|editoriale|opinie|commentaar|opini[ãa]o|coluna"
)
_LIVE_ABROAD = r"en directo?|en vivo|(?:in )?diretta|ao vivo"
# Folders of a URL's path.
_OPINION_FOLDER = re.compile(
    r"/(?:opinions?|commentisfree|comment|commentary|columns?|columnists?|editorials?|op-?eds?"
    r"|leaders|letters|tipsheet|analysis|views|viewpoints?|voices|ideas|perspectives?|contributors"
    r"|blogs?(?!/(?:[^/]+/){0,3}news/)|fact-?check(?:s|er|ing)?"
    r"|meinung(?:en)?|kommentare?|leitartikel|kolumnen?|glossen?|gastbeitr(?:ag|aege)"
    r"|tribunes?|chroniques?|editos?|editoriaux|points-de-vue|opiniones|columnas|columnistas"
    r"|tribunas?|editoriales|opinioni|commenti|editoriali|opinie|commentaar|opiniao|colunas|colunistas)/"
    r"|-(?:analysis?|explainer|factbox|commentary|column)/"  # agencies: "/us-dam-analysis/"
)
OPINION_OUTLET = re.compile(r"opinion|editorial|guest writer|commentary|column|blog", re.IGNORECASE)
# Categories of feeds that name a form. Only as the whole: "Film Reviews Board" is a body.
_FORM = re.compile(
    r"(?:argument|analys[ei]s|review|infographic|excerpt|essay|q\s?(?:&|and)\s?a|quiz(?:ze)?"
    r"|interview|podcast|(?:photo\s)?gallery|photo\sessay|explainer|profile|first\sperson"
    r"|long\sreads?|cartoon|crossword|puzzle|horoscope|recipe)s?",
    re.IGNORECASE,
)
_LIVE_FOLDER = re.compile(
    r"/(?:live|live-?blog|livestory|live-news|live-updates|live-?ticker|newsblog|en-directo?|en-vivo"
    r"|ao-vivo)/"
)
_LIVE_ADDRESS = re.compile(r"-live-?(?:updates?|blog)/?(?:[?#]|$)", re.IGNORECASE)
# A report on an analysis says so in its title.
_OPINION_ADDRESS = re.compile(r"-(?:analysis|commentary|editorial)/?(?:[?#]|$)", re.IGNORECASE)
_ROUNDUP_FOLDER = re.compile(r"/(?:newsletters?|briefings|round-?ups?|podcasts)/")

# A paper's own words above or below a column.
_DISCLAIMER = re.compile(
    r"\b(?:opinions?|views?)\s(?:expressed|stated)\s(?:\w+\s){1,6}(?:are|is|do|does|may)\b"
    r"(?:\s\w+){0,5}\s(?:own|author|writer|necessarily|solely)\b",
    re.IGNORECASE,
)
EDGE = 700  # characters at a text's start and end in which such words stand
# Such as "Opinion: ...", "OPINION | ...", "... | Opinion", "Expert: ...", "Letters to the editor".
_OPINION_TITLE = re.compile(
    r"^\W?(?:opinion|op-ed|commentary|editorial|column|letters?(?: to the editor)?|guest column"
    rf"|experts?|analysis|analysts?|analyse|an[áa]lisis|tribune|{_ABROAD})s?"
    rf"\W?\s*[:|–—\]-]|[|–—]\s*(?:opinion|editorial|op-ed|commentary|column|{_ABROAD})s?$"
    r"|^letters to the editor",
    re.IGNORECASE,
)
# Titles in lower-case letters, which is twice as quick as letters of any case. Such as "Storm: live
# updates", "Storm – live", "Live: storm", "... as it happened", or an agency's "The Latest: storm",
# which gathers what came in.
_LIVE_TITLE = re.compile(
    r"\b(?:live (?:updates?|blog|coverage|news)|liveblog|live-?ticker|newsblog)\b"
    r"|\bas it happened$|[:|–—-]\s*live$|^\w+ updates:"
    rf"|^(?:live\s*[:|]|watch live\b|the latest:|(?:{_LIVE_ABROAD})\W?\s*[:|.–—-])"
    rf"|[|–—]\s*(?:{_LIVE_ABROAD})$"
)
# Such as "What we know about ...", "Morning briefing", "The week in ...", "Five things to know",
# "Storm batters coast. And, pilots vote", "Dunmere today - January 15".
_ROUNDUP_TITLE = re.compile(
    r"\b(?:what (?:we|you need to) know|round-?up|newsletter|things to know|top stories"
    r"|in (?:pictures|photos)|list of key events)\b|^photos (?:of|from)\b"
    r"|[.!?;] (?:and|plus|also), "
    rf"|\btoday\W+(?:{MONTHS_SHORT.lower()})[a-z]* \d"
    r"|^(?:(?:(?:your |the )?(?:\w+ ){0,2}(?:morning|evening|daily|weekly|news)"
    rf"|{WEEKDAY.lower()}(?:['’]s)?) (?:briefing|brief|digest)\b"
    r"|(?:the |this )?week in\b|first thing:|(?:today|news) in brief\b|timeline:)"
)


def genre(article: Article) -> Genre:
    """The kind of piece; a sign of a live page or round-up goes before one of an opinion."""
    if gathering := gathers(article):
        return gathering
    folders, title = f"{_folders(article.url)}{article.section.lower()}/", article.title[:300]
    argues = (
        _OPINION_FOLDER.search(folders)
        or (_OPINION_ADDRESS.search(article.url[:2_000]) and "analysis" not in title.lower())
        or _OPINION_TITLE.search(title)
        or OPINION_OUTLET.search(article.source.name)
        or OPINION_OUTLET.search(article.section)
        or _FORM.fullmatch(article.section.strip())
        or _disclaimed(article.text[:EDGE])
        or _disclaimed(article.text[-EDGE:])
    )
    return "opinion" if argues else "report"


def gathers(article: Article) -> Literal["live", "roundup"] | None:
    """What tells several events: a live page or a round-up, if it is either."""
    folders, title = _folders(article.url), article.title[:300].lower()
    live = _LIVE_FOLDER.search(folders) or _LIVE_ADDRESS.search(article.url[:2_000])
    if live or _LIVE_TITLE.search(title):
        return "live"
    return "roundup" if _ROUNDUP_FOLDER.search(folders) or _ROUNDUP_TITLE.search(title) else None


def _disclaimed(text: str) -> bool:
    """Whether a paper says in it that a view is its writer's own."""
    return ("expressed" in text or "stated" in text) and _DISCLAIMER.search(text) is not None


def _folders(url: str) -> str:
    """The path of a URL without its last part, which is the article's own: "/news/world/"."""
    try:
        path = urlsplit(url[:2_000]).path
    except ValueError:  # "http://[": not a URL
        return "/"
    folders = path.lower().strip("/").split("/")[:-1]
    return "/".join(("", *folders, ""))
