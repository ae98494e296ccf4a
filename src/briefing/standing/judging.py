"""Does the outlet itself speak? Of itself, to the reader, or with a view of its own."""

from __future__ import annotations

import re

from briefing.model import Article, Sentence
from briefing.press.events import kind_unknown
from briefing.press.surroundings import opens
from briefing.press.views import HINTS, argues
from briefing.standing.acts import names_day
from briefing.text.quoted import unquoted

BEGINNING = 2000  # characters of an article: an outlet that speaks in it does so there

_I = re.IGNORECASE
# "World War I" and "Elizabeth I said" are no first persons: a capitalised word stands before.
_FIRST = re.compile(
    r"(?:^|[^\w\s.]\s*|\b[a-z]+\s|^(?:Yesterday|Today|Recently|Earlier|As|When|While|If|What|How)\s)"
    r"I(?:\s+[a-z]|['’](?:m|ve|d|ll)\b)"
    r"|\b(?:[Mm]y|[Mm]yself|me|[Ww]e|[Oo]ur|[Oo]urs|[Oo]urselves|us)\b"
    r"|\bthis (?:magazine|newspaper|column|columnist|reporter|writer|author|outlet|website)\b"
)
_SECOND = re.compile(r"\b(?:you|your|yours|yourself|you['’]\w+)\b", _I)
_VIEW = re.compile(
    r"""(?:^\W*(?:remember|think|forget|sheesh|sure|alas|true|yep|nope
        # not "Recall looms"
        |(?:look|consider|note|recall)
         (?=[,:]|\ (?:that|how|when|what|why|who|at|the|this|your|an?)\b)
        |maybe|perhaps|(?-i:(?:Imagine|Please)(?=\s[a-z]))  # not Please Foods
        |essentially|basically|presumably|apparently|arguably|clearly|evidently|actually)\b[,:]?\ )
      | \b(?:let['’]s | let\ us | must\ not\ forget | of\ course | needless\ to\ say
      | make\ no\ mistake | to\ be\ (?:sure|clear|fair|honest) | believe\ it\ or\ not
      | radical\ left | really,?\ really | it\ turns\ out
      | the\ truth\ is | the\ fact\ is | the\ (?:point|problem|question|bottom\ line)\ (?:is|here)
      | it['’]s\ (?:time|hard|easy|clear|no\ (?:surprise|secret|wonder)) | no\ wonder
      | one\ (?:wonders|might|would\ think|can\ only) | after\ all(?=,) | (?-i:imagine)
      | thank\ goodness | (?-i:please)
      | exposes?\ the\ (?:\w+\ )?(?:dangers?|truth|lies?|hypocrisy|folly|myth) | is\ not\ only\ an?
      | (?:was|is|are|were)\ so\ [a-z]+\ (?:that|it|they)
      | (?:will|(?:is|are)\ (?:likely|sure|certain|bound)\ to)\ (?:[a-z]+ly\ )?
        (?:infuriate|anger|enrage|outrage|delight|please|dismay|upset|frustrate)
      | softball\ (?:interview|question)s?)\b
      | \bwhat\ [^,;“”"]{2,40}\b(?:have|has)\ long\ (?:held|said|argued|known|believed|maintained)\b
      | \b(?:is|are|was|were)\ (?:abuzz|buzzing|bustling)\b
      | \b(?:is|are|remains?|has\ become)\ an?\ (?:[a-z]+\ )?(?:matter|subject|topic|source|bone)
        \ of\ (?:[a-z]+\ )?(?:contention|debate|dispute|controversy|discussion|disagreement)\b
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
    nonsense hypocrisy sham travesty farce wrongly misleading misleadingly
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
      | \bthat\ (?:does|did)(?:n['’]t|\ not)\ mean\b
      | (?<!\bwhat\ )\b(?:may|might|could)\ be\ (?:intended|meant|a\ sign
        |the\ (?:beginning|start|end)\ of)\b
      | \bpolitical\ correctness\b | ^(?:Reeling|Far\ from|Enter\ [A-Z]\w+)\b
      | \b(?:highlight|underscore|illustrate)s?\ how\b
      | \b(?i:(?:is|are|was|were)\ (?:dead\ )?(?:wrong|right)\ (?:about|on|to))\b
      | \b(?:represents?|is|are|was|were|remains?|became)\ (?:an?|the)\ (?:[a-z-]+\ ){0,2}
        (?:aberration|anomaly|outlier|embodiment|harbinger|microcosm|indictment|testament)\b
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
    remarkably interestingly truly seemingly somehow arguably utterly
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


def first_person(text: str) -> bool:
    """Whether the outlet says "we", or its reporter "I"."""
    return bool(_FIRST.search(unquoted(text)))


def speaks_to_reader(text: str) -> bool:
    """Whether it says "you"."""
    return bool(_SECOND.search(unquoted(text)))


# "The border must be safe.": a demand, and nobody is named who makes it.
_DEMANDS = re.compile(r"(?!If\b|Should\b)(?:[\w’'-]+\s){1,8}(?:must|should|ought\sto)\b")
SAID = re.compile(
    r"\b(?:sa(?:id|ys|ying)|tells|told|according|argu\w+|warn\w+|announced|report\w*|call\w*|urg\w+|rul\w+|law"
    r"|add\w+|agree\w*|insist\w*|think\w*|believe\w*|recommend\w*|require\w*)\b",
    _I,
)


_LOUD = re.compile(r"[a-z]!(?:\s|$)")
_STRESSED = re.compile(r"\b(?:NEVER|ALWAYS|NOT|VERY|MUST|ALL|EVERY|REALLY|ONLY|NO)\b")


def is_view(text: str, *, words: bool = True) -> bool:
    """Whether it judges, jokes or argues where nobody is named who does; without `words`, by more
    than one loaded word."""
    outside = unquoted(text)
    if _VIEW.search(outside) or _STRESSED.search(outside) or _LOUD.search(outside):
        return True
    said = {word.lower() for word in _WORD.findall(outside)}
    loaded = said & _LOADED
    if not SAID.search(outside):
        if _DEMANDS.match(outside) or _JUDGES.search(outside):
            return True
        loaded = loaded | (said & _CHARGED)
    return len(loaded) > (0 if words else 1)


def is_party(article: Article) -> bool:
    """Whether its outlet speaks in it ("the Farmers' League said"): what a body publishes of its
    cause is its own word, and told as such or not at all."""
    name = article.source.name
    if not name or f"{name} sa" not in (start := article.text[:BEGINNING]):
        return False
    return re.search(rf"\b{re.escape(name)}\s(?:said|says)\b", start) is not None


def is_sober(sentence: Sentence) -> bool:
    """Whether it opens a report that argues little, with its day: one loaded word ("a stunning
    vote") makes no comment of the news."""
    told = opens(sentence) and names_day(sentence.text)
    return told and not kind_unknown(sentence.article) and not argues(sentence.article, HINTS)
