"""Words that reports of one event use for one another, and phrases that are one word elsewhere.

In this context only: `alignment` asks for far more agreement than one such pair.
"""

from __future__ import annotations

import re

from briefing.text.words import stem

# Each line is one meaning; a word of two lines belongs to the first, and a line whose first word
# stands in an earlier one belongs to that whole. Forms that stemming does not
# bring together ("sold", "men") stand here as well.
_SYNONYMS = """
kill dead die death deaths fatal fatality slain perish toll lives
injure wound hurt casualty casualties
earthquake quake tremor temblor seismic
blast explosion explode detonate bomb bombing
arrest detain apprehend custody
police officer cop
president presidential
government administration
fire blaze wildfire inferno flames
flood flooding deluge
storm hurricane cyclone typhoon
crash collide collision smash
attack assault strike raid
shoot gunfire shooting gunman shooter shot
say state announce declare tell
begin start launch open began begun commence
end finish conclude stop halt
fall fell drop decline decrease plunge slump lower fallen
rise rose climb increase grow grew jump surge soar gain raise lift risen grown
buy acquire purchase takeover acquisition bid bought
company firm corporation enterprise
deal agreement accord pact agree agreed
talk negotiation negotiate discuss
win won victory defeat beat
vote ballot election elect poll
law legislation bill
reject refuse dismiss deny spurn
approve pass back endorse
resign quit step stepped resignation
dismiss fire sack oust
hire appoint name nominate pick
leave depart exit withdraw
rule ruling verdict judgment decision decide
court judge justice
lawsuit sue suit sued suing
demonstrate demonstration protest protester rally march demonstrator
troop soldier military army
rescue save saved pull rescuer
doctor physician medic
child children kid
person people resident
home house household
car vehicle automobile
plane aircraft jet airliner
job employment work employ
unemployment jobless
plan propose proposal
dissolve disband
cancel scrap cancellation
rebuild reconstruction reconstruct
urge demand appeal
warn warning caution
ban prohibit bar block outlaw
jail jailed prison imprison imprisonment
accuse allege charge indict
probe investigation investigate inquiry
republican gop
lawmaker legislator congressman senator
coronavirus covid virus pandemic
america american states
employee worker staff workforce
pay paid payment wage salary
airline carrier
faulty defective flawed
seize confiscate impound
destroy ruin wreck devastate raze
demolish demolition
climber mountaineer
postpone delay defer postponement
author writer novelist
coach trainer
flat apartment
build built construct construction
electricity power
discover discovery find found uncover detect
show shown reveal disclose
share stock
ill illness sick sickness disease
close closed closure shut
film movie
factory plant
internet online web
cut reduce slash shed trim reduction
pledge promise vow
criticize criticise condemn denounce criticism
praise hail laud applaud
support favour favor
help aid assist assistance
fund funding finance money
ship vessel boat
truck lorry
student pupil
parliament legislature
hit struck
sink sank sunk capsize
flee fled escape
disappear vanish
search hunt
steal stole stolen theft rob robbery
lose lost loss losses
expect anticipate forecast predict
price cost
border frontier
migrant immigrant refugee
study research
scientist researcher
drug medicine medication
vaccine jab vaccination inoculation
hospital clinic
man men
woman women
foot feet
sell sold sale
send sent dispatch deploy
extend prolong extension
limit restrict restriction curb cap
allow permit authorise authorize
force compel
replace succeed successor replacement
prevent avert
secret covert
huge massive enormous giant
quick rapid swift
wrong false incorrect
mistake error
ally confidant confidante
island isle
tell told
speak spoke spoken speech
write wrote written
give gave given
take took taken
go went gone
bring brought
catch caught
choose chose chosen
draw drew drawn
drive drove driven driver
fight fought
fly flew flown
freeze froze frozen
hold held
keep kept
know knew known
lead led
meet met meeting
make made
run ran
see saw seen
seek sought
shrink shrank shrunk
spend spent spending
stand stood
swear swore sworn
teach taught teacher
think thought
become became
break broke broken
wear wore worn
"""
# A phrase (as a pattern) and the word that it stands for.
_PHRASES = {
    r"step(?:s|ped|ping)? (?:down|aside)": "resign",
    r"call(?:s|ed|ing)? off": "cancel",
    r"put(?:s|ting)? off": "postpone",
    r"push(?:es|ed|ing)? back": "postpone",
    r"t(?:ears?|ore|orn|earing) down": "demolish",
    r"(?:knock|pull)(?:s|ed|ing)? down": "demolish",
    r"th(?:rows?|rew|rown|rowing) out": "dismiss",
    r"strikes? down|struck down|striking down": "overturn",
    r"turn(?:s|ed|ing)? down": "reject",
    r"walk(?:s|ed|ing)? out|(?:go(?:es|ing)?|went|gone) on strike": "strike",
    r"burn(?:s|ed|t|ing)? down": "destroy",
    r"shut(?:s|ting)? down": "close",
    r"call(?:s|ed|ing)? (?:for|on)": "urge",
    r"carr(?:y|ies|ied|ying) out": "conduct",
    r"set(?:s|ting)? up": "establish",
    r"(?:lay|lays|laid|laying) off": "dismiss",
    r"g(?:ive|ives|ave|iven|iving) (?:its |his |her |their )?approval to": "approve",
    r"(?:take|takes|took|taken|taking) over": "acquire",
    r"(?:find|finds|found) guilty": "convict",
    r"(?:loses?|lost) (?:his|her|their) (?:life|lives)": "die",
    r"(?:do away|did away|done away|doing away|get rid|got rid) (?:with|of)": "abolish",
    r"(?:take|takes|took|taken) part in": "join",
    r"(?:touch|touches|touched) down|(?:make|makes|made) landfall": "land",
    r"(?:bring|brings|brought) down": "topple",
    r"(?:come|comes|came) off the rails": "derail",
    r"(?:without|no) (?:power|electricity)": "outage",
    r"climate change|global warming": "climate",
    r"prime minister": "premier",
    r"(?:is|was|are|were) not available for comment|(?:could|can)(?: ?not|n['’]t) be reached": (
        "unavailable"
    ),
}
_PHRASE = re.compile(
    "|".join(rf"\b(?P<p{n}>{pattern})\b" for n, pattern in enumerate(_PHRASES)), re.IGNORECASE
)
_STANDS_FOR = list(_PHRASES.values())


def _classes() -> dict[str, str]:
    """Stem -> the stem that stands for its meaning."""
    found: dict[str, str] = {}
    for line in _SYNONYMS.split("\n"):
        stems = [stem(word) for word in line.split()]
        for other in stems:
            found.setdefault(other, found.get(stems[0], stems[0]))
    return found


_CLASS = _classes()


def meaning(word: str) -> str:
    """The stem that stands for a lower-cased word and its synonyms."""
    key = stem(word)
    return _CLASS.get(key, key)


def plain(text: str) -> str:
    """`text` with one word for each phrase that has one: "called off" is "cancel"."""
    return _PHRASE.sub(lambda m: _STANDS_FOR[int((m.lastgroup or "p0")[1:])], text)
