"""Can this sentence stand alone, torn from its place?

`fit` gives the first reason why a careful editor would not print it by itself, None where there
is none. The rules look at the surface only and refuse too much rather than too little: a story
has more good sentences than room.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from briefing.model import Article, Sentence
from briefing.press.datelines import body
from briefing.press.furniture import is_furniture
from briefing.standing.pointing import names_after, points_back
from briefing.text.quoted import unquoted
from briefing.text.words import content_stems

SHORTEST, LONGEST = 6, 60  # words
LEAST_CONTENT = 3  # stems: "Arden said so on Monday." tells nothing
LONGEST_TEXT = 2000  # characters: beyond this no sentence was found, only junk

POINTS_BACK = "points back"
VIEW = "view"

_I = re.IGNORECASE
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms)\.?\s([A-ZÀ-Þ][\w-]{2,30})(?!\s+[A-ZÀ-Þ])")


def fit(sentence: Sentence, previous: Sentence | None = None) -> str | None:
    """Why `sentence` cannot be shown after `previous` (what is shown before it), or None.

    A sentence that points back is fit when `previous` is the one before it in its article; and an
    opening where it points ahead, as nothing stands before it.
    """
    text = body(sentence).text
    reason = _reason(text)
    if reason is None and is_party(sentence.article) and not _SAID.search(text):
        return VIEW
    if reason is None and (
        (sentence.index == 0 and begins_midway(text)) or unknown_person(sentence)
    ):
        return POINTS_BACK
    if reason == POINTS_BACK and (
        (previous is not None and follows(sentence, previous))
        or (sentence.index == 0 and names_after(text))
    ):
        return None
    return reason


def stands(text: str) -> bool:
    """Whether `text` alone, wherever it stood, could be printed by itself."""
    return _reason(text) is None


def is_party(article: Article) -> bool:
    """Whether its outlet speaks in it ("the Farmers' League said"): what a body publishes of its
    cause is its own word, and told as such or not at all."""
    name = article.source.name
    if not name or f"{name} sa" not in (start := article.text[:LONGEST_TEXT]):
        return False
    return re.search(rf"\b{re.escape(name)}\s(?:said|says)\b", start) is not None


def begins_midway(text: str) -> bool:
    """Whether an opening speaks of "Mr. Quill" alone: what gave the full name was not stored."""
    found = _TITLED.search(text)
    in_full = found and re.search(rf"[A-ZÀ-Þ][\w.’'-]+\s+{found[1]}\b", text[: found.start()])
    return found is not None and in_full is None


_OPENS_BARE = re.compile(r"([A-ZÀ-Þ][\w-]{2,30})\s(?![A-ZÀ-Þ])")


def unknown_person(sentence: Sentence) -> bool:
    """Whether its subject is somebody ("Quill said she") whom its article names nowhere in full."""
    found = _OPENS_BARE.match(sentence.text)
    if found is None or found[1] in sentence.article.title:
        return False
    name, text = re.escape(found[1]), sentence.article.text[:LONGEST_TEXT]
    person = re.search(rf"\b{name}\s(?:said|says|told\s\w+|added)\s(?:that\s)?s?he\b", text)
    return person is not None and not re.search(rf"[A-ZÀ-Þ][\w.’-]+\s{name}\b", text)


def follows(sentence: Sentence, previous: Sentence) -> bool:
    """Whether `previous` is the sentence before `sentence` in the same article."""
    same = previous.article.id == sentence.article.id
    return same and previous.index == sentence.index - 1


@lru_cache(maxsize=100_000)
def _reason(text: str) -> str | None:
    if len(text) > LONGEST_TEXT:
        return "too long"
    for name, wrong in _CHECKS:
        if wrong(text):
            return name
    return POINTS_BACK if points_back(text) else None


# --- form -----------------------------------------------------------------------------

_ENDS = re.compile(r"[.!?][\"'”’)\]]*$")
_TRAILS_OFF = re.compile(r"(?:\.\.+|…|:|;|,|[–—-])[\"'”’)\]]*$")
_OPENS = re.compile(r"[\"'“‘„(\[$€£#]*[A-ZÀ-Þ0-9]")
_LIST_ITEM = re.compile(
    r"(?:[•*▪►·●–—>-]|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s|No\. \d+:"
    r"|(?:Before|After|During|Since|In|By) [\w’' -]{2,40}: [A-Z])"  # "Before the flood: ..."
)


def _too_short(text: str) -> bool:
    return len(text.split()) < SHORTEST or len(content_stems(text)) < LEAST_CONTENT


def _too_long(text: str) -> bool:
    return len(text.split()) > LONGEST


# "Donors urge her to run Behind closed doors, ...": a heading that stands in the line.
_GLUED = re.compile(
    r"(?<![\w’'-])[a-z]{2,} (?:Behind|The|In|On|At|After|But|And|An|When|While|As|For|With|By|If"
    r"|This|That|There|Its|Her|Their|Some|Many|Most|More)\s[a-z]+\b"
)
_TWICE = re.compile(r"(\w{3,40})\s\1\b")  # "Arden Arden closes ...": a link's text and the text


def _torn(text: str) -> bool:
    return (
        bool(_TWICE.match(text))
        or bool(_GLUED.search(unquoted(text)))
        or not _OPENS.match(text)
        or not _ENDS.search(text)
        or bool(_TRAILS_OFF.search(text))
    )


def _unbalanced(text: str) -> bool:
    """Odd straight marks, or curly marks and brackets that do not pair."""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    return text.count('"') % 2 == 1 or any(text.count(a) != text.count(b) for a, b in pairs)


# Surface signs of a finite verb; a plural noun may pass for one, so few sentences fall here.
_VERB = re.compile(
    r"""\b(?:am|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might
      |must|shall|should|says?|said|told|made|took|got|went|came|saw|found|gave|left|led|won|lost
      |met|held|kept|began|brought|bought|sold|sent|cut|hit|put|set|let|rose|fell|grew|became|knew
      |ran|broke|spoke|wrote|drove|struck|fought|caught|taught|thought|sought|stood|understood
      |fled|fed|paid|laid|built|spent|shot|shut|swept|slept|felt|dealt|meant|heard|bore|wore|tore
      |chose|froze|stole|rode|flew|threw|drew|blew|beat|bid|burst|cast|cost|hurt|quit|read|split
      |spread|[a-z]+ed|[a-z]+[^s\W]s(?!\s[a-z]+ing\b)
      |(?i:it|he|she|that|there|here|what|who)['’]s|\w+['’](?:re|ve|ll|d)|\w+n['’]t)\b""",
    re.VERBOSE,
)


def _verbless(text: str) -> bool:
    return not _VERB.search(text)


def _list_item(text: str) -> bool:
    return bool(_LIST_ITEM.match(text))


def _aside(text: str) -> bool:
    """A remark in brackets: it was aside even in its place."""
    return text[:1] in "([" and text.rstrip('.!?"”’')[-1:] in ")]"


# Such as a spokesman who did not return a call.
_EMPTY = re.compile(
    r"\b(?:did(?:n['’]t|\ not)|have(?:n['’]t|\ not)|has(?:n['’]t|\ not)|had(?:n['’]t|\ not))"
    r"\ (?:immediately\ |yet\ )*(?:return(?:ed)?\ [^.]{0,40}"
    r"\b(?:calls?|messages?|e-?mails?|requests?|inquir\w+)|respond|responded|repl(?:y|ied))\b"
    r"|\b(?:declined?|refused?)\ to\ comment\b"
    r"|\bdid(?:n['’]t|\ not)\ (?:disclose|elaborate|specify)\b"
    r"|\b(?:could|can)(?:\ not|n['’]t)\ (?:immediately\ )?be\ reached\b"
    r"|\bthe\ following\ (?:statement|letter|message|memo|tweets?)\b"
    r"|^(?:(?!\b(?:but|and)\b)[^,“”]){3,120}\bdeclined\ to\ (?:address|answer|discuss|say|elaborate"
    r"|identify|specify|speculate|provide|weigh\ in|be\ interviewed)\b",
    re.IGNORECASE | re.VERBOSE,
)


# Such as "Arden explained the reasons for the move.", "Quill issued a statement criticizing it.",
# "Police provided few additional details.": what was said stands in the sentence behind it.
_ANNOUNCES = re.compile(
    r"""\b(?:issued|released|put\ out|published|posted)\ an?\ (?:\w+\ )?
        (?:statement|tweet|letter|video|response|thread|message)\b(?!.*\b(?:saying|that)\b).{0,80}$
      | \b(?:provided|gave|offered|released|disclosed)\ (?:few|no|little|some)\ (?:\w+\ )?
        (?:details?|information|explanation)
      | \b(?:was|were)\ first\ reported\ by\b | \bfirst\ reported\ (?:on\ )?the\b
      | \b(?:previously|earlier)\ reported\ on\b(?!\ \w+day\b)
      | \b(?:held|hold|called|gave)\ an?\ (?:\w+\ )?(?:press|news)\ conference\ to\b
      | \btweeted\ (?:his|her|their|its)\ [a-z]+\b(?!.*\b(?:saying|that)\b)
      | \b(?:explained|described|discussed|detailed|outlined|addressed|recalled|recounted)
        \ (?:the|his|her|their|its|what|how|why)\b.{0,60}$
      | \b(?:told|spoke|talked|commented|elaborated|reflected)\b.{0,40}
        \b(?:about|on)\ (?:the|his|her|their|its|what|how|why)\b.{0,40}$
      | \b(?:offered|expressed|shared|gave|presented)\ (?:[a-z]+ly\ )?(?:an?\ |their\ |his\ |her\ )?
        (?:different|differing|contrasting|opposing|competing)\ (?:[a-z]+\ )?
        (?:perspectives?|views?|visions?|opinions?|takes?)\b
      | \b(?:released|issued|published)\ (?:the|its|an?)\ [^,;]{0,40}?\b(?:report|data|figures)
        \ (?:on\ )?[A-Z][a-z]+day\b(?!.*\b(?:showing|saying|that|finding|which)\b)
      | \b(?:released|published|issued)\ an?\ (?:\w+\ )?(?:report|study|paper)\b.{0,12}
        \b(?:titled|called)\b
        (?!.*\b(?:found|finds|finding|says|said|showing|shows)\b)
      | \b(?:was|were)\ asked\ (?:what|whether|if|how|why|about)\b
        (?!.*\b(?:said|replied|answered)\b)""",
    re.VERBOSE,
)
# "A slew of details about the dam were revealed on Friday": which, the list behind it tells.
_DETAILS = re.compile(
    r"""\b(?:details|revelations|disclosures)\b[^“”,;]{0,120}\b(?:was|were)\ (?:\w+ly\ )?(?:revealed
        |released|disclosed|published|unveiled|made\ (?:public|known))\b
        (?!.*\b(?:show\w*|that|including|among|say\w*|said|according)\b)""",
    re.VERBOSE,
)
# "Mayor Ada Quill tweeted.": what, an image or a post behind it shows.
_SAYS_NOTHING = re.compile(r"[^“”\",]{5,80}\b(?:said|tweeted|wrote|added|replied|argued)\.$")
ANNOUNCEMENT = 22  # words; a longer sentence tells what was said as well
# "Quill appeared on a show where she spoke about the dam": on what occasion, however long.
_VENUE = re.compile(
    r"""\b(?:discussed|spoke\ about|talked\ about|addressed|appeared)\b
        [^“”\d]{0,120}\b(?:during|on)\b[^“”\d]{0,120}
        \b(?:show|program|programme|interview|segment|podcast|webcast|forum)\b
        (?!.{0,200}\b(?:that|saying|said)\b)""",
    re.VERBOSE,
)
# "Quill's spokesman defended the move.": for or against, and no word of why.
_TAKES_SIDES = re.compile(
    r"""(?<!been\ )(?<!was\ )(?<!were\ )(?<!be\ )\b(?:defended|blasted|slammed|criticized|criticised
        |condemned|praised|ripped|mocked|hailed|applauded|denounced|echoed
        |(?:weighed|chimed)\ in|(?:fired|pushed|hit)\ back|spoke\ (?:out|up)|lashed\ out
        |doubled\ down
        )\b(?!\ by\b)""",
    re.VERBOSE,
)
SIDE = 12  # words


def _empty(text: str) -> bool:
    """Who said nothing, or only that something was said: not news."""
    outside = unquoted(text)
    if _EMPTY.search(text) or _SAYS_NOTHING.match(text):
        return True
    if _VENUE.search(outside) or _DETAILS.search(outside):
        return True
    length = len(text.split())
    if length <= SIDE and _TAKES_SIDES.search(outside):
        return True
    return length <= ANNOUNCEMENT and bool(_ANNOUNCES.search(outside))


_SHOUTS = re.compile(r"(?:\b[A-Z]{3,}\b[\s,:]+){4}|\b[A-Z]{4,}(?:\s[A-Z]{4,}){2}\b")


def _capitals(text: str) -> bool:
    """More than three words in a row, or three long ones, or most words, in capitals."""
    words = re.findall(r"[A-Za-z]{2,}", text)
    loud = sum(w.isupper() for w in words)
    return 2 * loud > len(words) or bool(_SHOUTS.search(text))


def _question(text: str) -> bool:
    return text.rstrip("\"'”’)]").endswith("?") or "?" in unquoted(text)


# --- voice ----------------------------------------------------------------------------

# "World War I" and "Elizabeth I said" are no first persons: a capitalised word stands before.
_FIRST = re.compile(
    r"(?:^|[^\w\s.]\s*|\b[a-z]+\s|^(?:Yesterday|Today|Recently|Earlier|As|When|While|If|What|How)\s)"
    r"I(?:\s+[a-z]|['’](?:m|ve|d|ll)\b)"
    r"|\b(?:[Mm]y|[Mm]yself|me|[Ww]e|[Oo]ur|[Oo]urs|[Oo]urselves|us)\b"
    r"|\bthis (?:magazine|newspaper|column|columnist|reporter|writer|author|outlet|website)\b"
)
_SECOND = re.compile(r"\b(?:you|your|yours|yourself|you['’]\w+)\b", _I)
_VIEW = re.compile(
    r"""(?:^\W*(?:remember|look|consider|think|forget|note|recall|sheesh|sure|alas|true|yep|nope
        |maybe|perhaps
        |essentially|basically|presumably|apparently|arguably|clearly|evidently|actually)\b[,:]?\ )
      | \b(?:let['’]s | let\ us | must\ not\ forget | of\ course | needless\ to\ say
      | make\ no\ mistake | to\ be\ (?:sure|clear|fair|honest) | believe\ it\ or\ not
      | radical\ left | really,?\ really | it\ turns\ out | lit\ up
      | the\ truth\ is | the\ fact\ is | the\ (?:point|problem|question|bottom\ line)\ (?:is|here)
      | it['’]s\ (?:time|hard|easy|clear|no\ (?:surprise|secret|wonder)) | no\ wonder
      | one\ (?:wonders|might|would\ think|can\ only) | after\ all(?=,) | imagine
      | thank\ goodness | please
      | exposes?\ the\ (?:\w+\ )?(?:dangers?|truth|lies?|hypocrisy|folly|myth) | is\ not\ only\ an?
      | (?:was|is|are|were)\ so\ [a-z]+\ (?:that|it|they)
      | (?:will|(?:is|are)\ (?:likely|sure|certain|bound)\ to)\ (?:[a-z]+ly\ )?
        (?:infuriate|anger|enrage|outrage|delight|please|dismay|upset|frustrate)
      | softball\ (?:interview|question)s?)\b
      | ^(?!.*\b(?:said|says|saying|told|according|argue[sd]?|believe[sd]?)\b)
        .*\b(?:likely|probably|surely|no\ doubt)\ (?:hoped|wanted|wished|thought|felt|feared)\b
      | \bwhere\ it\ hurts\b | \bhot\ potato\b
      | \b(?:blind\ eye|lip\ service|beating\ heart|freak(?:s|ed|ing)?\ out|went\ nuts)\b
      """,
    _I | re.VERBOSE,
)
# Loaded where nobody is named who says so: "Oberlin called the plan a sham".
_CHARGED = frozenset(
    """simply mere merely essentially basically literally supposedly sheer utter fundamentally
    inevitably debacle fiasco doomed lifeblood sneaky sinister rant rants problematic murky
    nonsense hypocrisy sham travesty farce
    overblown misguided wrongheaded wrong-headed ill-advised ill-conceived ill-considered
    incompetent incompetently inept ineptly indefensible inexcusable
    unforgivable unconscionable reprehensible repugnant repulsive abhorrent detestable monstrous
    hideous horrid dreadful abysmal atrocious lousy stupid stupidly dumb foolish foolishly
    callous callously crazy heartbreaking heartbreakingly gut-wrenching disturbingly alarmingly
    tragically miraculously undoubtedly unquestionably incredible incredibly unbelievable
    unbelievably wonderful marvelous fabulous fantastic magnificent superb splendid brilliant
    terrific glorious delightful admirable commendable courageously bravely arrogant arrogantly
    strident stridently petulant petulantly delusional disingenuous disingenuously deceitful
    pernicious insidious tyrannical despotic fanatical vindictive spiteful alarmist bigoted
    scaremongering fearmongering fear-mongering race-baiting thuggish hopelessly""".split()
)
# What the reporter makes of it, where nobody is named who does: "The bill fails to protect them",
# "The plan is a daring test".
_JUDGES = re.compile(
    r"""\bseems?\b | \bfails?\ to\b | \bpromises?\ to\ be\b | \bdid(?:n['’]t|\ not)\ need\ to\b
      | \bpolitical\ correctness\b | ^(?:Reeling|Far\ from|Enter\ [A-Z]\w+)\b
      | \b(?:highlight|underscore|illustrate)s?\ how\b
      | \b(?i:(?:is|are|was|were)\ (?:dead\ )?(?:wrong|right)\ (?:about|on|to))\b
      | \b(?:is|are)\ (?:an?|another|the)\ (?:[\w-]+\ ){0,2}(?:test|triumph|disaster
        |failure|mistake|blow|victory|win-win|win|joke|farce|scandal|travesty)\b""",
    re.VERBOSE,
)
_LOADED = frozenset(
    """frankly sadly unfortunately thankfully hopefully surely obviously shameful shamefully
    ridiculous ridiculously bizarre bizarrely jaw-dropping eye-popping outrageous outrageously
    disgusting disgustingly appalling appallingly shocking shockingly feckless egregious egregiously
    blatant blatantly brazen brazenly far-left ludicrous ludicrously stunning stunningly staggering
    cowardly heroic heroically strongman cynical cynically heart-wrenching importantly laughable
    laughably disgraceful disgracefully absurd absurdly idiotic pathetic ironically shoddy virulent
    virulently rabid rabidly unhinged deranged hysterical hysterically clueless hypocritical
    farcical spineless gutless despicable vile odious nefarious woefully mercifully tellingly
    astonishingly amazingly hilarious hilariously preposterous preposterously asinine moronic
    demented vapid sleazy surprisingly unsurprisingly predictably inexplicably curiously
    remarkably interestingly truly seemingly somehow arguably surely utterly
    needlessly understandably gleefully definitely rightly rightfully undeniably indisputably folks
    bombshell whopping thumping tantalizingly howl howls howling diatribe
    notorious notoriously infamous infamously comically embarrassingly mindless mindlessly
    mind-boggling mind-numbing jaw-droppingly breathtaking breathtakingly dazzling awe-inspiring
    cringeworthy cringe-worthy tone-deaf ham-fisted ham-handed half-baked harebrained hare-brained
    cockamamie crackpot wacky loony kooky nutty bonkers insanely imbecilic dimwitted inane inanely
    oafish boorish crass crassly loathsome contemptible insufferable insufferably smug smugly
    sanctimonious sanctimoniously self-righteous pompous pompously haughty churlish whiny smarmy
    snarky slimy sordid tawdry sycophantic obsequious bootlicking servile craven cravenly clownish
    buffoonish bumbling mendacious duplicitous insidiously perniciously maddening maddeningly
    infuriatingly exasperatingly mystifyingly bafflingly bewilderingly puzzlingly oddly weirdly
    worryingly troublingly disappointingly encouragingly refreshingly impressively commendably
    admirably laudable praiseworthy regrettably lamentably deplorably fittingly fantastically
    wonderfully marvelously magnificently superbly splendidly brilliantly gorgeous gloriously
    delightfully fabulously hideously ghastly dreadfully abysmally atrociously horrifyingly
    heartwarming heart-warming indubitably doubtless incontrovertibly unarguably inarguably
    assuredly patently shamelessly shameless blithely breezily deservedly undeservedly hapless
    haplessly masterfully""".split()
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*", _I)


def _first_person(text: str) -> bool:
    return bool(_FIRST.search(unquoted(text)))


def _reader(text: str) -> bool:
    return bool(_SECOND.search(unquoted(text)))


# "The border must be safe.": a demand, and nobody is named who makes it.
_DEMANDS = re.compile(r"(?!If\b|Should\b)(?:[\w’'-]+\s){1,8}(?:must|should|ought\sto)\b")
_SAID = re.compile(
    r"\b(?:sa(?:id|ys|ying)|tells|told|according|argu\w+|warn\w+|announced|report\w*|call\w*|urg\w+|rul\w+|law"
    r"|add\w+|agree\w*|insist\w*|think\w*|believe\w*|recommend\w*|require\w*)\b",
    _I,
)
_LOUD = re.compile(r"[a-z]!(?:\s|$)")
_STRESSED = re.compile(r"\b(?:NEVER|ALWAYS|NOT|VERY|MUST|ALL|EVERY|REALLY|ONLY|NO)\b")


def is_view(text: str) -> bool:
    outside = unquoted(text)
    if _VIEW.search(outside) or _STRESSED.search(outside) or _LOUD.search(outside):
        return True
    said = {word.lower() for word in _WORD.findall(outside)}
    if not _SAID.search(outside) and (
        _DEMANDS.match(outside) or _JUDGES.search(outside) or said & _CHARGED
    ):
        return True
    return bool(said & _LOADED)


# --- who says it ----------------------------------------------------------------------


def _voiceless(text: str) -> bool:
    """Mostly a quotation, and nobody named outside of it."""
    outside = unquoted(text)
    named = re.search(r"[A-ZÀ-Þ]\w|\b(?:he|she|they)\b", outside)  # "he" is looked for elsewhere
    return 2 * len(outside.split()) < len(text.split()) and not named


_CHECKS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("too short", _too_short),
    ("too long", _too_long),
    ("list item", _list_item),
    ("torn", _torn),
    ("aside", _aside),
    ("empty", _empty),
    ("capitals", _capitals),
    ("furniture", is_furniture),
    ("no verb", _verbless),
    ("unbalanced", _unbalanced),
    ("question", _question),
    ("first person", _first_person),
    ("speaks to the reader", _reader),
    (VIEW, is_view),
    ("nobody says it", _voiceless),
)
