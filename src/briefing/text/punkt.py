"""What the sentence splitter knows: learnt parameters and the few lists that no corpus teaches.

The parameters come from `tools/train_punkt.py` (Punkt, Kiss and Strunk 2006). The lists below hold
what a corpus of American news cannot know: what a word with a stop does (a title never ends a
sentence, "etc." usually does), and the abbreviations of other languages.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from briefing.text.dates import MONTHS, WEEKDAYS


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A name follows: never the end of a sentence before a capital ("Mr. The" does not occur).
TITLES = _set(
    """mr mrs ms messrs mmes mx dr drs prof rev revd fr hon pres gov govs sen sens rep reps
    amb atty gen lt col cpt capt cmdr cdr comdr maj sgt cpl pvt pfc spc adm brig ens supt insp
    det asst assoc dep msgr dist vs v v.s cf viz i.e e.g a.k.a approx ca incl hr mme
    mlle mgr dra dña dn srta sra lic ing arq gral tte cnel sig sigg dott avv geom exmo exma им
    ул пр пер просп акад проф доц ген полк гос св тов гр bzw z.b d.h u.a o.ä sog evtl ggf vgl
    dipl dipl.-ing p.ex c.-à-d ej p.ej т.е напр"""
)

# A figure follows: before anything else the stop ends a sentence ("She said no. He agreed.").
BEFORE_FIGURE = _set(
    """no nos nr núm núms num art arts abs sec secs fig figs vol vols ch pg pp par para paras
    ex rm bd kap tit ст стр рис табл bldg apt flt rt hwy"""
)

# The end of a phrase: before a capital the stop ends the sentence as well.
CLOSING = _set(
    """a.m p.m am pm etc al jan feb mar apr jun jul aug sep sept oct nov dec usw u.s.w jh mon
    tue tues wed thu thur thurs fri m.p.h mph т.д т.п др руб тыс млн млрд трлн гг вв коп кв см
    uhr ave blvd rd hrs mins lb lbs oz"""
)

# After them a sentence goes on, unless the next word can only open one: what training may miss.
ALSO = _set(
    """st ste mt ft sec str inc corp co cos ltd llc plc bros jr sr esq ph.d m.d b.a m.a u.s
    u.k u.n e.u d.c l.a u.s.a u.s.s.r ont que b.c dept assn assoc univ inst natl intl govt est
    ee.uu ee uu ud uds pág av avda s.a s.l j.-c boul gmbh a.d mio mrd tel rer mm"""
)

# American states: within a sentence a comma follows ("Mobile, Ala., is"), so a capital without one
# opens the next.
STATES = _set(
    """ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo
    mont neb nev okla ore pa penn tenn tex va vt wash wis wisc wyo n.h n.j n.m n.y n.c n.d s.c
    s.d r.i w.va d.c"""
)

# Written small, these are words, not abbreviations ("is ill.", "the sun.", "he sat.").
WORDS_TOO = _set(
    """ala am apr ariz ark art arts bros cf ch co col conn cos del det dir dist fig figs fla
    ft gen gov hon ill ind ing jan jun kan kap la lit ma mar mass md me min minn miss mo mon
    mt no ont op ore pa par pen pres prof rep reps rev sec sen sens sergeant spec st str sun
    sup tel tex vol wash wed wis fri rt rd rm bd mm mins"""
)

# After one of these a letter is a name of a kind ("Plan B", "vitamin C"), not of a person.
LETTERED = _set(
    """annex appendix area block category class exhibit grade group hepatitis influenza item
    level line option part phase plan point room route row schedule section stage terminal
    tier train type version vitamin ward wing zone"""
)

# Words that a stop may follow and that are names: "Yahoo!" does not end anything by itself.
WITH_MARK = _set("yahoo jeopardy yum e pink oklahoma wham hamm joomla chips")

# After "p.m." these go on with the time that it belongs to.
OF_THE_CLOCK = _set(
    """mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov
    dec et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist jst msk hkt sgt
    aest aedt eastern central mountain pacific greenwich local moscow beijing"""
).union(WEEKDAYS, MONTHS)

# "am 3. Oktober": an ordinal and its month.
FOREIGN_MONTHS = _set(
    """januar jänner februar märz april mai juni juli august september oktober november
    dezember januari februari maart mei augustus"""
)

# What opens a sentence in the other languages, for stops after abbreviations there.
OPENERS_ELSEWHERE = _set(
    """der die das er sie es wir ich ein eine und aber doch im auch nach bei seit mit les il
    elle ils elles nous vous je une mais dans après selon cette ces ella ellos según pero este
    esta estos una también он она они мы вы это но в на по как его их при после для что так из
    же если также"""
)


@dataclass(frozen=True, slots=True)
class Punkt:
    """The learnt parameters; words are in lower case, abbreviations without their last stop.

    A word of `openers` is written small inside sentences: with a capital it opens one.
    """

    abbreviations: frozenset[str]
    collocations: frozenset[tuple[str, str]] = field(repr=False)
    openers: frozenset[str] = field(repr=False)


@cache
def punkt() -> Punkt:
    """The parameters that ship with the program."""
    learnt = json.loads(files("briefing").joinpath("data/punkt.json").read_text("utf-8"))
    pairs = (pair.split(" ") for pair in learnt["collocations"])
    return Punkt(
        abbreviations=frozenset(learnt["abbreviations"]) | ALSO | STATES,
        collocations=frozenset((first, second) for first, second in pairs),
        openers=frozenset(learnt["openers"]) | OPENERS_ELSEWHERE,
    )
