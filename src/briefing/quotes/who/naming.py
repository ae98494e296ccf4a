"""The parts of a person's name: titles, given names, surname, suffix; and spelling variants."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from briefing.quotes import lexicon as lex
from briefing.quotes.lexicon import listed
from briefing.quotes.who.genders import MEN, WOMEN
from briefing.text.names import PARTICLES
from briefing.text.words import unaccented

# "al-Sadr" and "Sadr" are one surname.
_ARTICLE = re.compile(r"^(?:al|el|as|ash)[-\s](?=\w{3})")
_POSSESSIVE = re.compile(r"['’]s?$")
LINKS = frozenset(PARTICLES.split("|"))
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_ARTICLES = frozenset(("al", "el", "la", "le", "do"))  # names leave these out as often; "Al Stone"
# A name that holds one of these is no person's.
BODIES = frozenset(
    listed("""
    house party committee university college school foundation institute ministry department
    agency council court bank group company corporation corp inc ltd llc association
    administration commission union office board bureau service services federation organization
    organisation society club team center centre hospital church police army navy force guard
    times post journal news press herald tribune guardian telegraph gazette review network media
    broadcasting airlines airways motors industries holdings partners capital states kingdom
    nations republic street road avenue city county island islands river mountain square airport
    station senate congress parliament assembly cabinet government campaign coalition alliance
    movement project fund authority treasury league cup games olympics act amendment
    championship tower building hotel festival report poll survey pac america american british
    northern southern eastern western national international federal democrats republicans
    democratic republican conservatives labour liberals tories officials supporters reuters
    bloomberg nbc abc cbs cnn bbc twitter facebook google instagram youtube summit agreement
    accord treaty museum library gallery theatre theater records studios pictures magazine daily
    weekly research labs technologies pharmaceuticals enterprises laboratories
    """)
)
# With an owner before it one of these is no body's whole name: "St Orla's Hospital".
INSTITUTIONS = frozenset(
    listed("hospital church college school university cathedral abbey chapel academy hospice")
)
# Within a name they hold it together: "Friends of the Earth", "Bread & Salt".
_JOINING = frozenset(("and", "&", "of", "the", "for", "against", "without", "before"))
# Short and full forms of given names that news uses for one person.
_NICKNAMES = """
    bill william will billy willie;bob robert rob bobby robbie bert;dick richard rick rich
    ricky;jim james jimmy jamie;joe joseph joey;tom thomas tommy;mike michael mick mickey;
    dave david davey;dan daniel danny;steve stephen steven;tony anthony antony;
    chris christopher;matt matthew;nick nicholas nicolas;ben benjamin benny;sam samuel sammy;
    ed edward eddie ted teddy ned;al albert;alex alexander;andy andrew drew;greg gregory gregg;
    jeff jeffrey geoff geoffrey;ken kenneth kenny;larry lawrence laurence;ron ronald ronnie;
    don donald donnie;pat patrick;pete peter;phil philip phillip;ray raymond;tim timothy timmy;
    walt walter;fred frederick freddie;frank francis;charlie charles chuck;hank henry harry;
    jack john johnny;jon jonathan;jerry gerald;gerry gerard;gene eugene;doug douglas;len leonard;
    vince vincent;stan stanley;marty martin;max maxwell;nate nathan nathaniel;zach zachary zack;
    josh joshua;jake jacob;liz elizabeth beth betsy betty eliza lizzie;kate katherine catherine
    kathryn katie cathy kathy kathleen;sue susan susie suzanne;maggie margaret peggy meg;
    jen jennifer jenny;barb barbara;deb deborah debbie debra;pam pamela;sandy sandra;
    cindy cynthia;vicky victoria vicki;becky rebecca;trish patricia patty tricia;chrissy christine
    christina tina;abby abigail;angie angela;mandy amanda;jess jessica;kim kimberly;
    nan nancy;theresa teresa terry;alexandra sasha;mohammed muhammad mohamed mohammad
    mohamad muhammed mehmet;yusuf yousef youssef yusef;ahmed ahmad;hussein husain hussain
    husayn;volodymyr vladimir;oleksandr aleksandr;sergei sergii serhii serhiy;
    mykola nikolai;mykhailo mikhail;dmytro dmitry;oleksii alexei;yevhen evgeny yevgeny;
    andriy andrei;petro pyotr;abdul abdel"""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts, folded for comparing. `given` holds first and middle names or initials."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""
    body: bool = False  # an organisation, a group: compared as a whole
    link: str = ""  # "van der": nobody of that name is a mere Berg

    @property
    def whole(self) -> str:
        """All parts, folded: "ada m stone"."""
        return " ".join((*self.given, self.surname, self.suffix)).strip()


def fold(word: str) -> str:
    """Lower case, without accents, marks and points: "Øberg" is "oberg", "Æther" is "aether"."""
    low = word.lower()
    if not low.isascii():
        low = unaccented(unicodedata.normalize("NFKC", low)).translate(_PAIRS)
    return re.sub(r"[^a-z0-9]", "", low) or word.lower()


_PAIRS = str.maketrans({"æ": "ae", "œ": "oe", "þ": "th"})


@lru_cache(maxsize=20_000)
def spelled(word: str) -> str:
    """One spelling for the common transliterations of one name: Zelenskyy, Zelenskiy, Zelensky."""
    key = fold(word)
    if len(key) < 4:
        return key
    for pattern, plain in _SPELLINGS:
        key = pattern.sub(plain, key)
    return key


_SPELLINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"(iy|yy|ij|ii|yi|ey|ei|ie|y|i)$", "i"),
        (r"(ai|ay)$", "ai"),
        (r"ks|x", "ks"),
        (r"kh", "h"),
        (r"^(q|gh|k)(?=add?h?afi)", "g"),
        (r"dh", "d"),
        (r"q", "k"),
        (r"(?<=s)ai(?=n$)", "ei"),
        (r"ph", "f"),
        (r"(?<=[aeiou])[yj](?=[aeiou])|(?<=[aeou])i(?=[aeou])", "y"),
        (r"oo|ou", "u"),
        (r"ee", "i"),
        (r"([b-df-hj-np-tv-z])\1", r"\1"),
        (r"(?<=[^aeiou])[yj](?=[^aeiou])", "i"),
        (r"^ye(?=[a-z])", "e"),
        (r"tch|tsh", "ch"),
    )
)


def _nicknames() -> dict[str, int]:
    table: dict[str, int] = {}
    for number, group in enumerate(_NICKNAMES.split(";")):
        for name in group.split():
            table.setdefault(name, number)
    return table


_NICKNAME_GROUP = _nicknames()


@lru_cache(maxsize=50_000)
def parsed(text: str) -> Name | None:
    """The parts of the name in `text`, titles cut; None where nothing is left of it."""
    words = [w.strip(',;:()[]"“”‘') for w in _POSSESSIVE.sub("", text.strip()).split()]
    words = [w for w in words if any(c.isalpha() for c in w)]
    if words and words[0].lower() in {"the", "a", "an"}:
        return _body(words[1:])
    if _is_held_together(words):
        return _body(words)
    words = _untitled(words)
    folded = [fold(_POSSESSIVE.sub("", w)) for w in words]
    if any(w in BODIES for w in folded) or _is_acronym(words):
        return _body(words)
    suffix = ""
    while len(folded) > 1 and folded[-1] in SUFFIXES:
        suffix = folded.pop()
    if not folded or folded[-1] in SUFFIXES:  # "Jr." of a name that was parted
        return None
    surname = _ARTICLE.sub("", words[len(folded) - 1].lower())
    given = tuple(w for w in folded[:-1] if w not in LINKS)
    link = " ".join(w for w in folded[:-1] if w in LINKS - _ARTICLES)
    return Name(given, fold(_POSSESSIVE.sub("", surname)), suffix, link=link)


def _is_held_together(words: list[str]) -> bool:
    """ "Save the Children", "Women's Aid": no person is called so."""
    inner = any(w.lower() in _JOINING for w in words[1:-1])
    return inner or any(w.endswith(("'s", "’s")) for w in words[:-1])


def _untitled(words: list[str]) -> list[str]:
    """Without the titles before a name: "US President Ada Stone" -> "Ada Stone"."""
    cut = 0
    for i, word in enumerate(words[:-1]):
        if i == len(words) - 2 and is_dean(words, i):
            break
        if fold(word) in lex.ROLES or fold(word) in lex.HONORIFICS:
            cut = i + 1
    while cut < len(words) and _goes_on(words, cut) and not is_dean(words, cut):
        cut += 1
    return words[cut:]


def _goes_on(words: list[str], cut: int) -> bool:
    """Whether the title goes on at `cut`: with another, or with "Pro Tem"."""
    word = fold(words[cut])
    return _is_title(word) or (cut > 0 and word in lex.BEHIND_OFFICE)


def is_dean(words: list[str], i: int) -> bool:
    """ "Dean Hill" and "Rep. Dean Hill": the office is a given name, too."""
    return words[i] == "Dean" and (i == 0 or fold(words[i - 1]) in lex.HONORIFICS)


def _body(words: list[str]) -> Name | None:
    """An organisation or a group; British and American spellings are one."""
    folded = [fold(_POSSESSIVE.sub("", w)).replace("isation", "ization") for w in words]
    return Name((), " ".join(folded), body=True) if folded else None


def _is_acronym(words: list[str]) -> bool:
    return len(words) == 1 and len(words[0]) > 2 and words[0].isupper()


def _is_title(word: str) -> bool:
    return word in lex.ROLES or word in lex.HONORIFICS or word in {"former", "vice", "prime"}


def may_bear(surname: Name, whole: Name) -> bool:
    """Whether a lone surname with its "van" may be the whole name's: Berg may be "Jan van der
    Berg", "van der Berg" no Ada Berg."""
    return not surname.link or surname.link == whole.link


def initials(name: Name) -> str:
    """The acronym of an organisation: "World Rice Organization" -> "wro"."""
    return "".join(w[0] for w in name.surname.split() if w not in {"of", "the", "and", "for"})


def same_given(one: str, two: str) -> bool:
    """Whether two given names or initials can be one person's."""
    if one == two or spelled(one) == spelled(two):
        return True
    if len(one) == 1 or len(two) == 1:
        return one[0] == two[0]
    group = _NICKNAME_GROUP.get(one)
    if group is not None and group == _NICKNAME_GROUP.get(two):
        return True
    return _transcribed(one) == _transcribed(two) and not {one, two} <= MEN | WOMEN


def full_given(given: str) -> str:
    """The full form of a short name: "bill" -> "william"; other names stay."""
    group = _NICKNAME_GROUP.get(given)
    return given if group is None else _NICKNAMES.split(";")[group].split()[1]


def _transcribed(given: str) -> str:
    """A given name of another script, its vowels levelled: Moqtada, Muqtada."""
    return spelled(given).translate(_VOWELS) if len(given) > 4 else given


_VOWELS = str.maketrans("oe", "ui")


def same_person(one: Name, two: Name) -> bool:
    """Whether two names, each with a given name, can be one person's or body's."""
    if one.body or two.body:
        return one.body == two.body and _same_body(one, two)
    if not one.given or not two.given:
        return False
    if "".join((*one.given, one.surname)) == "".join((*two.given, two.surname)):
        return one.suffix == two.suffix
    if spelled(one.surname) != spelled(two.surname) or one.suffix != two.suffix:
        return False
    if not same_given(one.given[0], two.given[0]):
        return False
    middle, other = one.given[1:], two.given[1:]
    return all(same_given(a, b) for a, b in zip(middle, other, strict=False))


def _same_body(one: Name, two: Name) -> bool:
    if one.surname == two.surname:
        return True
    short, long = sorted((one, two), key=lambda name: len(name.surname))
    return " " not in short.surname and len(short.surname) > 2 and initials(long) == short.surname


def family_first(name: Name) -> str:
    """The family name that stands first: "Kim Ye Rin" -> "kim"; empty for other names."""
    return name.given[0] if name.given and name.given[0] in _FAMILY_FIRST else ""


def is_family_first(word: str) -> bool:
    """Whether `word` is a family name that stands before the given ones."""
    return fold(word) in _FAMILY_FIRST or fold(word) == "lee"


_FAMILY_FIRST = frozenset(
    lex.listed("""
    xi kim moon park choi jung kang cho yoon lim han shin kwon hwang song wang li zhang liu chen
    yang huang zhao wu zhou xu sun ma zhu hu guo lin he gao luo zheng liang xie tang deng feng
    nguyen tran pham hoang vo dang bui do ngo
    """)
)
# So many people bear these that a lone surname in another article is no evidence.
COMMON_SURNAMES = frozenset(
    lex.listed("""
    smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez
    gonzalez wilson anderson thomas taylor moore jackson martin lee perez thompson white harris
    sanchez clark ramirez lewis robinson walker young allen king wright scott torres nguyen hill
    flores green adams nelson baker hall rivera campbell mitchell carter roberts gomez phillips
    evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers
    kim park chen wang li zhang liu khan singh ali ahmed patel hughes kelly davies wood cohen
    """)
)
