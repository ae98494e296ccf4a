"""Which section of the paper a story belongs to.

Configured rules first; else what its articles carry, by majority over the origins: the feed's
category, the outlet's configured section, the URL's path, and the words of title and lead. What is
news of the world and what is news at home depends on where the reader's outlets are at home: the
lands that a text names outvote a path that was named elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from briefing.model import Article, Story
from briefing.press.captions import opening
from briefing.press.genre import genre
from briefing.settings import SectionRule, SectionSettings
from briefing.text import lands
from briefing.text.words import STOP_WORDS, stem, stems

# The default sections in the order in which a paper prints them; ties go to the earlier.
SECTIONS = (
    "World",
    "National",
    "Politics",
    "Business",
    "Technology",
    "Science",
    "Health",
    "Environment",
    "Sport",
    "Culture",
    "Local",
    "Opinion",
)

# Feed categories and parts of URL paths that name a section.
_ALIASES = """
World: world international global foreign europe asia africa americas middle-east middleeast
    latin-america asia-pacific south-asia world-news worldnews world-europe world-asia world-africa
National: national nation us us-news usa uk uk-news usnews canada australia-news india-news crime
    us-canada law education courts justice
Politics: politics political policy policy-and-politics elections election election2020 congress
    white-house whitehouse government parliament us-politics uk-politics washington campaign
    campaigns democracy administration senate
Business: business economy markets finance money companies economics personal-finance investing
    business-news real-estate jobs energy autos retail industry banking stocks
Technology: technology tech tech-policy gadgets cybersecurity internet innovation media-tech apps
    technology-news artificial-intelligence
Science: science space archaeology physics biology astronomy science-and-environment research
Health: health medicine coronavirus coronavirus-updates wellness healthcare health-care medical
    coronavirus-outbreak covid-19 covid19 health-news well fitness
Environment: environment climate climate-change weather climate-environment wildlife nature
    climate-desk
Sport: sport sports football soccer cricket tennis golf nfl nba mlb nhl rugby olympics f1 athletics
    cycling basketball baseball hockey boxing motorsport
Culture: culture arts entertainment music movies film tv books theatre theater celebrity lifestyle
    style food fashion travel games television art-and-design arts-culture celebrities tvshowbiz
    media life gaming entertainment-arts
Local: local city metro region regional local-news community nyregion neighbourhood neighborhood
Opinion: opinion opinions commentary editorial editorials columnists column columns commentisfree
    op-ed letters comment views
"""

# Words that speak for a section, one point each in a lead, two in a title. Stems are compared: no
# word is here whose stem is mostly another's ("author": authorities, "renewable": renewed).
_LEXICON = """
World: foreign embassy ambassador diplomat diplomatic nato ceasefire rebel militia insurgent refugee
    treaty sanction missile airstrike summit envoy kremlin tehran beijing moscow regime coup
    militant peacekeeper overseas warplane nuclear hostage junta troops
National: police suspect arrested shooting murder trial court judge jury prosecutor convicted
    sentenced prison inmate sheriff detective homicide robbery lawsuit attorney victim stabbed
    charged manslaughter gunman school teacher student university protester
Politics: senate senator congress congressman congresswoman republican democrat democratic election
    vote voter ballot poll campaign candidate nominee governor president presidential minister
    parliament lawmaker legislation bill veto impeachment caucus coalition opposition conservative
    labour liberal primary partisan administration cabinet mayor referendum lobbyist
Business: stocks investor market economy economic inflation unemployment jobless bank banks
    profit revenue earnings merger acquisition bankruptcy tariff trade export retailer company
    companies ceo shareholder dow nasdaq index oil prices recession gdp debt loan mortgage
    currency quarterly airline automaker wages factory manufacturer
Technology: software app smartphone internet online hacker cyberattack algorithm user users data
    startup chip semiconductor robot encryption privacy platform browser device computer
    processor cloud malware password website electric
Science: scientist researcher study astronomer telescope spacecraft rocket orbit planet asteroid
    galaxy fossil species dinosaur genome dna physicist laboratory satellite astronaut
    lunar moon archaeologist archaeology particle evolution
Health: hospital patient doctor nurse vaccine virus disease infection outbreak pandemic epidemic
    coronavirus cancer drug treatment clinical symptom medicine medical health flu dose surgeon
    diabetes obesity therapy mask quarantine infected
Environment: climate warming emission emissions carbon wildfire hurricane storm flood flooding
    drought earthquake tornado cyclone forecast rainfall pollution conservation wildlife glacier
    temperature temperatures evacuated evacuate heatwave forest
Sport: match striker coach player players team season league championship tournament olympic
    olympics medal quarterback touchdown pitcher wicket batsman striker goalkeeper
    playoff stadium cyclist sprint tennis golf football basketball baseball cup
    semifinal midfielder referee scored
Culture: film movie actor actress singer album song band concert novel book museum
    artist exhibition theatre theater festival award oscar grammy fashion restaurant chef
    television series drama comedy episode audience
Local: council councillor resident residents neighbourhood neighborhood downtown street
    bridge borough village town mayor park sewer playground
"""
# Words of public affairs that speak for no section.
_OFFICES = """government federal ministry secretary department agency commission regulator official
    army navy military defence defense soldier intelligence law rule ruling ban statute reform
    embargo strike union border extremist
"""
LEAD_CHARACTERS = 600
# "..., boosted by the virus", "... amid fears of it", "... in the pandemic".
_CIRCUMSTANCE = re.compile(
    r"(?:,\s\w+ed\sby\b|\b(?:amid|despite|during|because of|due to)\b"
    r"|\bin (?:the |a )?(?:\w+ )?pandemic\b).*",
    re.IGNORECASE,
)
_MARGIN = 1.3  # the best section's points against the second's: below it words tell nothing
_LEAST = 3  # points: one word alone tells nothing
_PRIVATE = frozenset({"Sport", "Culture", "Local"})  # their words speak of no public affairs
_NUMBER = (
    r"(?<!-)(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten"
    r"|dozens|scores|hundreds|thousands)"
)
_GRAVE = re.compile(
    rf"""{_NUMBER}\b.{{0,40}}\b(?:dead|killed|die[ds]?|deaths?|casualties|missing)\b
      | \b(?:kill(?:s|ed|ing)|deaths?|death\stoll)\b.{{0,40}}\s{_NUMBER}\b
      | (?:\b\d+[,.]?\d{{2,}}|million)\s(?:[\w-]+\s){{0,4}}(?:cases|infections|jobs|jobless)\b
      | \bcases\s(?:top|pass|exceed|reach|hit)\b
      | \b(?:economy|gdp|unemployment|jobless|inflation|payrolls)\b.{{0,60}}(?:\d|\brecord\b)
      | \brecession\b""",
    re.IGNORECASE | re.VERBOSE,
)
_COUNTED = 5  # points
_MUCH = 12  # points: of stories of one source one in six has as many
_AT_HOME = frozenset({"National", "Local"})  # of a land abroad they are the world's
_CARRIED = 2  # votes of a category or path, against one of the words


def section(
    story: Story, rules: SectionSettings | Iterable[SectionRule] = (), at_home: str = ""
) -> str:
    """The section of most of the story's origins; `other` where nothing tells it.

    `at_home` is the land that most of the day's news is about, if known: see `home`.
    """
    settings = rules if isinstance(rules, SectionSettings) else SectionSettings(tuple(rules))
    for rule in settings.rules:
        fitting = sum(_fits(rule, article) for article in story.origins)
        if 2 * fitting > len(story.origins):
            return rule.section
    votes: Counter[str] = Counter()
    for article in story.origins:
        votes.update(_votes(article, at_home))
    if all(genre(article) == "opinion" for article in story.origins):
        return "Opinion"
    del votes["Opinion"]  # a column on an event does not move the event
    if not votes:
        return settings.other
    return min(votes, key=lambda name: (-votes[name], SECTIONS.index(name)))


def home(stories: Iterable[Story]) -> str:
    """The land that most of the stories' origins are about; "" where none stands out."""
    return lands.home(_head(article) for story in stories for article in story.origins)


def _head(article: Article) -> str:
    return f"{article.title}\n{opening(article.text, LEAD_CHARACTERS)}"


def public(article: Article) -> float:
    """0 to 1: how much of public affairs title and lead speak of, be it of whichever section.

    A slap in a shop or a trending word has none of their words, a ruling or a vote many. Deaths by
    number and the figures of an economy or an epidemic in the title are news of all, in few words.
    """
    points = sum(
        worth
        for words, worth in _heads(article)
        for word in words
        if word in _offices() or not _PRIVATE.issuperset(_lexicon().get(word, ()))
    )
    if _GRAVE.search(article.title):
        points += _COUNTED
    return min(1.0, points / _MUCH)


def _heads(article: Article) -> Iterable[tuple[list[str], int]]:
    """The distinct stems of title and lead, and what one of them is worth."""
    for text, worth in ((article.title, 2), (opening(article.text, LEAD_CHARACTERS), 1)):
        yield sorted(set(stems(text))), worth


def _fits(rule: SectionRule, article: Article) -> bool:
    """Whether any entry of the rule fits the article."""
    path = _path(article.url)
    head = stems(_head(article))
    held = f" {' '.join(head)} "
    source = (article.source.id.casefold(), article.source.name.casefold())
    carried = {c.strip().casefold() for c in (article.section, article.source.section) if c}
    checks: tuple[tuple[Iterable[str], Callable[[str], bool]], ...] = (
        (rule.sources, lambda s: s.strip().casefold() in source),
        (rule.categories, lambda s: s.strip().casefold() in carried),
        (rule.paths, lambda s: f"/{s.strip('/ ').casefold()}/" in path),
        (
            (*rule.words, *rule.names),
            lambda s: f" {' '.join(stems(s))} " in held and bool(stems(s)),
        ),
    )
    return any(fits(entry) for entries, fits in checks for entry in entries)


def _votes(article: Article, at_home: str) -> dict[str, int]:
    """The sections that an article speaks for: what it carries, else its outlet, and its words."""
    named = lands.lands(_head(article)) if at_home else frozenset()
    abroad = bool(named) and at_home not in named
    domestic = named == {at_home}
    carried = (
        _named(re.split(r"[,;/|>]", article.section.casefold()))
        or _named(_path(article.url).split("/"))
        or _named([article.source.section.casefold()])
    )
    if (domestic and carried == "World") or (abroad and carried in _AT_HOME):
        carried = ""
    votes = Counter({carried: _CARRIED} if carried else {})
    spoken = by_words(article)
    if spoken and not (domestic and spoken == "World") and not (abroad and spoken in _AT_HOME):
        votes[spoken] += 1
    if abroad and not votes and lands.lands(article.title):
        votes["World"] += 1
    return votes


def _named(parts: Iterable[str]) -> str:
    """The most telling section that a category or a part of a path names."""
    found = [_aliases()[key] for part in parts if (key := _key(part)) in _aliases()]
    telling = [name for name in found if name not in ("World", "National", "Opinion")]
    return (telling or found or [""])[0]


def _key(part: str) -> str:
    return re.sub(r"[\s_&]+", "-", part.strip().casefold()[:60])


def _path(url: str) -> str:
    """The folders of the URL's path, lower-cased; the last part may be a headline."""
    try:
        path = urlsplit(url).path.casefold()[:500]
    except ValueError:  # hostile addresses such as "http://[::1"
        return "/"
    return f"{path.rsplit('/', 1)[0] if path.count('/') > 1 else path}/"


def by_words(article: Article) -> str:
    """The section that the words of title and lead speak for; "" where they do not agree."""
    points: Counter[str] = Counter()
    for words, worth in _spoken(article):
        for word in words:
            for name in _lexicon().get(word, ()):
                points[name] += worth
    ranked = sorted(points, key=lambda name: (-points[name], SECTIONS.index(name)))
    if not ranked or points[ranked[0]] < _LEAST:
        return ""
    second = points[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if points[ranked[0]] >= _MARGIN * second else ""


def _spoken(article: Article) -> Iterable[tuple[list[str], int]]:
    """As `_heads`; but a title's circumstance ("..., boosted by the virus") is worth no more than a
    lead's word, and one epidemic is one thing, whatever its names."""
    title, lead = (set(words) for words, _ in _heads(article))
    main = set(stems(_CIRCUMSTANCE.sub("", article.title)))
    for words, worth in ((title & main, 2), (title - main, 1), (lead, 1)):
        plagues = sorted(words & _epidemic())
        yield sorted(words - set(plagues[1:])), worth


@lru_cache(maxsize=1)
def _epidemic() -> frozenset[str]:
    return frozenset(map(stem, "virus pandemic epidemic outbreak coronavirus".split()))


@lru_cache(maxsize=1)
def _aliases() -> dict[str, str]:
    return {key: name for name, keys in _lists(_ALIASES) for key in keys}


@lru_cache(maxsize=1)
def _offices() -> frozenset[str]:
    return frozenset(map(stem, _OFFICES.split()))


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, tuple[str, ...]]:
    """Stem -> the sections for which it speaks; none of a function word ("inning": "in")."""
    found: dict[str, tuple[str, ...]] = {}
    for name, entries in _lists(_LEXICON):
        for key in sorted({stem(word) for word in entries} - STOP_WORDS):
            found[key] = (*found.get(key, ()), name)
    return found


def _lists(text: str) -> Iterable[tuple[str, list[str]]]:
    """(name, words) of each "Name: word word ..." of a list whose long lines are continued."""
    for entry in re.split(r"\n(?=\w)", text.strip()):
        name, _, entries = entry.partition(":")
        yield name, entries.split()
