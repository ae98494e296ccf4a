"""Words that the finder of quotes knows: verbs of speech, what follows them, and function words.

Each verb stands once, in its base form, in the group that says what may follow it; its other
forms are made here.
"""

from __future__ import annotations

import re

from briefing.text.dates import MONTHS, WEEKDAYS


def listed(words: str) -> tuple[str, ...]:
    """The words of `words`, a long list that reads better as one string."""
    return tuple(words.split())


# Past and participle of the irregular ones; the others are regular.
_IRREGULAR = {
    "say": "said said", "tell": "told told", "write": "wrote written", "think": "thought thought",
    "know": "knew known", "find": "found found", "show": "showed shown", "hold": "held held",
    "see": "saw seen", "feel": "felt felt", "swear": "swore sworn", "read": "read read",
    "begin": "began begun", "speak": "spoke spoken", "put": "put put", "sing": "sang sung",
    "understand": "understood understood", "shoot": "shot shot", "foresee": "foresaw foreseen",
    "bet": "bet bet", "go": "went gone",
}  # fmt: skip

# Speech and writing, that take a quote, "that ..." or a bare clause.
SAYING = listed("""
    say add note claim argue insist suggest explain acknowledge admit concede contend allege
    assert maintain declare announce confirm reveal disclose state stress emphasize emphasise
    reiterate repeat observe remark mention recall predict warn complain boast joke quip vow
    promise pledge swear testify conclude tweet write report reply respond counter lament
    caution charge clarify affirm reaffirm proclaim opine posit profess recount relate retort
    theorize hint imply indicate estimate elaborate grumble muse object protest rejoin
    underline underscore venture volunteer speculate reckon bet deny blog brag gush confess
    divulge grouse snipe gripe gloat enthuse exult attest aver avow intimate signal specify
    stipulate project forecast prophesy rebut hypothesize theorise rail fume bristle advise
    """)
# To somebody: the listener stands before the words.
TELLING = listed("""tell assure remind inform advise notify convince persuade""")
# Thought, wish and finding: "that ..." or a bare clause, hardly ever a quote.
THINKING = listed("""
    think believe fear hope feel know doubt suspect expect understand realize realise worry
    wish agree find show learn guess assume imagine figure decide determine discover foresee
    hold warrant demonstrate calculate surmise anticipate envision rate
    """)
# Only beside quote marks: sounds, manners and ways of publishing.
VOICING = listed("""
    ask begin continue shout yell cry chant scream whisper mutter murmur snap laugh sigh smile
    exclaim interject read post retweet answer shoot fire declaim ponder wonder inquire enquire
    intone plead beg urge demand concur agree recite sing joke jibe chime tease thunder bellow
    mumble scoff sneer snarl bark growl croak offer finish interrupt inveigh gripe echo rave
    vent fume rage marvel put chuckle go deadpan lecture email text message rap conclude decree
    rule submit ruminate reflect reason summarize summarise comment think press quote explain
    question quiz blurt holler howl moan groan wail whine roar sniff stammer crow wax rant riff
    counsel command implore exhort remonstrate grin shrug nod vouch preach persist bray squeal
    trumpet jeer coo drawl gasp
    """)
# Naming and judging: "called it "a disgrace"".
LABELLING = listed("""
    call describe dub label brand blast slam denounce characterize characterise criticize
    criticise deride dismiss mock praise hail condemn portray term tout decry ridicule denigrate
    lambaste rip deem refer accuse blame thank credit liken compare applaud commend laud bash
    hammer knock assail attack castigate excoriate chide chastise rebuke scold bemoan depict
    pronounce declare proclaim welcome salute extol malign disparage lament berate skewer pan
    cite list
    """)
# Wishes put to others or oneself: "urged ... to", "promised to", "called for".
URGING = listed("""
    urge ask call promise vow pledge threaten offer demand request propose recommend advise
    warn encourage implore beg instruct order press challenge invite plead swear decline
    refuse agree insist suggest advocate command
    """)
# Speech that takes a thing: "announced plans", "denied the charge".
REPORTING = listed("""
    announce deny describe criticize criticise condemn confirm acknowledge mention praise
    dismiss question denounce blame accuse defend reject cite propose predict suggest urge
    stress emphasize emphasise reiterate reveal recall discuss detail outline explain
    call declare vow promise pledge
    """)
# Questions and explanations with a question word: "asked whether", "explained why".
ASKING = listed("""
    ask wonder explain say tell know question describe reveal see understand decide doubt
    inquire enquire discuss recall clarify show ponder debate speculate
    """)


# These double their last letter: "quipped", "begging".
_DOUBLING = frozenset(
    listed("""
    quip admit blog brag beg rip deadpan snap put begin bet slam dub rap submit concur plan
    chat sum pan refer transmit regret rebut
    """)
)


def _forms(base: str) -> dict[str, str]:
    """Each form of `base` with its kind: b(ase), s, d (past), n (participle), g (-ing)."""
    stem = base + base[-1] if base in _DOUBLING else base
    consonant_y = re.search(r"[^aeiou]y$", base) is not None
    if base in _IRREGULAR:
        past, participle = _IRREGULAR[base].split()
    elif consonant_y:
        past = participle = base[:-1] + "ied"
    else:
        past = participle = stem + ("d" if base.endswith("e") else "ed")
    if consonant_y:
        third = base[:-1] + "ies"
    else:
        third = base + ("es" if re.search(r"(s|sh|ch|x|o)$", base) else "s")
    cut = stem[:-1] if base.endswith("e") and not base.endswith("ee") else stem
    return {participle: "n", past: "d", third: "s", cut + "ing": "g", base: "b"}


def _table(bases: tuple[str, ...]) -> dict[str, str]:
    return {form: base for base in bases for form in _forms(base)}


# Verbs that speak only with their second word: "pointed out".
PHRASAL = {
    form: second
    for base, second in (("point", "out"), ("spell", "out"), ("lay", "out"), ("shoot", "back"),
                         ("scream", "back"), ("go", "on"), ("fire", "back"), ("make", "clear"))
    for form in _forms(base)
    if form not in {"laying", "layed"}
} | {"laid": "out", "made": "clear", "went": "on", "goes": "on", "makes": "clear"}  # fmt: skip
_SINGLE = tuple(
    base
    for group in (SAYING, TELLING, THINKING, VOICING, LABELLING, URGING, REPORTING, ASKING)
    for base in group
    if "_" not in base
)
# Every form of every verb, with its base; and the kind of the form.
BASE = _table(_SINGLE)
KIND = {form: kind for base in dict.fromkeys(_SINGLE) for form, kind in _forms(base).items()}
KIND |= {"read": "d", "put": "d"}

SAYING_SET = frozenset(SAYING)
TELLING_SET = frozenset(TELLING)
THINKING_SET = frozenset(THINKING)
VOICING_SET = frozenset(VOICING)
LABELLING_SET = frozenset(LABELLING)
URGING_SET = frozenset(URGING)
REPORTING_SET = frozenset(REPORTING)
ASKING_SET = frozenset(ASKING)
# With these a quote may be taken for speech wherever it stands beside them.
QUOTING = SAYING_SET | TELLING_SET | VOICING_SET
QUOTING_FORMS = frozenset(form for form, base in BASE.items() if base in QUOTING)
# Forms that are nouns as often: verbs only behind a name or a pronoun.
NOUNS_TOO = frozenset(
    listed("""
    claim claims report reports state states note notes comment comments question questions
    promise promises hope hopes fear fears demand demands order orders blast blasts charge
    charges tweet tweets post posts email emails text texts read reads request requests offer
    offers challenge challenges press protest protests answer answers counter counters estimate
    estimates vow vows pledge pledges doubt doubts guess wish wishes thank thanks label labels
    term terms brand brands credit credits blame shout shouts cry cries chant chants laugh
    laughs smile smiles whisper whispers joke jokes quip quips boast boasts lament laments
    repeat remark remarks reply replies retort object objects signal signals figure figures plan
    plans show shows rule rules finish interrupt reason reasons message messages lecture
    lectures fire shoot put plead detail details outline mention mentions praise propose dismiss
    reject go bet bets caution worry worries reveal urge urges feel rage rap project projects
    forecast attack attacks list lists welcome welcomes salute cite counsel command commands nod
    nods grin shrug moan groan howl roar rebuke rebukes knock knocks hammer rate rates rant
    rants crow rail rails
    """)
)
# These take a clause without "that"; for the others a bare clause is too often an object.
BARE = frozenset(
    listed("""
    say add note claim argue insist suggest explain acknowledge admit concede contend allege
    assert declare announce confirm reveal stress predict warn promise vow swear testify
    conclude tweet write reply think believe fear hope reckon bet guess deny joke tell boast
    complain assure remind inform estimate imply speculate agree wish state observe remark
    recall reiterate project attest aver avow forecast
    """)
)

# Nouns that hold a claim: "the claim that ...".
CLAIM_NOUNS = frozenset(
    listed("""
    claim claims allegation allegations statement announcement warning warnings accusation
    accusations suggestion suggestions assertion assertions argument belief prediction
    predictions promise vow admission insistence complaint complaints contention conclusion
    speculation assurance assurances hope hopes fear fears concern concerns opinion view pledge
    rumor rumors rumour rumours idea notion doubt doubts reports acknowledgment expectation
    expectations point confidence remark remarks comment comments observation optimism
    acknowledgement reminder explanation proposal
    """)
)

BARE_FORMS = frozenset(form for form, base in BASE.items() if base in BARE)

AUXILIARIES = frozenset(
    listed("""
    is are was were be been being am has have had having do does did will would shall should
    can could may might must won't wouldn't can't cannot couldn't shouldn't isn't aren't
    wasn't weren't hasn't haven't hadn't don't doesn't didn't ain't mustn't gonna 's 're 've 'd
    'll 'm
    """)
)
SUBJECT_PRONOUNS = frozenset(listed("""he she they it i we you who"""))
PRONOUNS = SUBJECT_PRONOUNS | frozenset(
    listed("""
    him her them us me himself herself themselves itself that this these those which what
    there whom whose
    """)
)
DETERMINERS = frozenset(
    listed("""
    the a an this that these those his her their its our my your some many several any each
    every no another both all most few other such one two three four five six seven eight nine
    ten dozens hundreds thousands
    """)
)
DEFINITE = frozenset(listed("the its their his her"))
PREPOSITIONS = frozenset(
    listed("""
    in on at by with from of for to into onto about against after before during since until
    till under over between among through throughout without within toward towards upon near
    despite amid amidst like unlike via per outside inside behind beyond across around along
    alongside above below beneath besides except including following regarding concerning as
    than off up down out
    """)
)
CONJUNCTIONS = frozenset(
    listed("""
    and but or nor so yet because although though while whereas when where if unless once
    whether as since after before until that which who how why what than
    """)
)
# They open a clause that stands beside the main one.
SUBORDINATORS = frozenset(
    listed("when as while after before if although though since because once until")
)
ADVERBS = frozenset(
    listed("""
    also then later once again now still just even only often sometimes always never already too
    further repeatedly recently previously earlier first soon however instead therefore
    meanwhile perhaps maybe rather quite simply ever yesterday today tonight tomorrow twice here
    there well long ago afterward afterwards thus indeed since both all himself herself
    themselves itself almost nearly not n't far much more
    """)
)
# Without the months that are verbs or names as often: march, april, may.
DAYS = frozenset(
    (*WEEKDAYS, *MONTHS, *listed("feb apr jul aug sept sep oct nov dec tues tue thurs thu fri"))
) - {"march", "april", "may"}
TIME_WORDS = frozenset(
    listed("""
    yesterday today tonight tomorrow morning afternoon evening night week month year weekend
    day earlier later recently last
    """)
)
# Single words without a plural's s that may speak.
SINGLES = frozenset(
    listed("""
    some many others several few one another both people police men women children everyone nobody
    everybody someone somebody most critics officials staff management
    """)
)
# Verbs that are no speech but end a noun phrase: without them it would run into the next clause.
OTHER_VERBS = frozenset(
    listed("""
    mean means meant sought shook dealt fled withdrew swept swung wept went gone goes come came
    comes take took takes taken make made makes get got gets gave gives given keep kept held
    holds left leaves met meets run ran runs sat stood stands won wins lost loses paid pays sent
    sends brought brings built bought caught chose cut did done drew drove fell fought flew
    forgot grew hid hit hurt knew laid led let lay rose sold set shot shut spent stole struck
    taught threw wore broke became becomes began begins saw sees seen seemed seems appeared
    appears tried tries used uses wanted wants needed needs looked looks turned turns moved
    moves started starts stopped stops helped helps worked works lived lives died dies voted
    votes faces faced remains remained includes included continues continued follows followed
    opened opens closed passed passes pushed pulled signed killed arrested elected released
    approved accepted allowed received served joined leads plays played changed changes happened
    happens ended ends puts says contains contained supports supported backs backed opposes
    opposed tied lied owed eyed vied hits lets cuts spoke hung slept spread calls asks refused
    declined agreed decided failed hopes plans planned considered expects expected
    """)
)
# Roles and titles that stand before a name, or alone for a person.
ROLES = frozenset(
    listed("""
    president vice-president premier chancellor minister secretary senator congressman
    congresswoman representative governor mayor councillor councilman councilwoman councilmember
    assemblyman assemblywoman alderman mp mep lawmaker legislator ambassador envoy diplomat
    spokesman spokeswoman spokesperson chairman chairwoman chairperson chair chief director
    executive officer ceo cfo coo founder co-founder owner manager head leader boss deputy
    commissioner commander general colonel major captain lieutenant sergeant admiral marshal
    sheriff constable superintendent inspector detective policeman policewoman prosecutor
    attorney lawyer barrister solicitor judge justice magistrate coroner professor doctor dr
    nurse surgeon physician epidemiologist economist analyst strategist scientist researcher
    expert historian scholar teacher principal headteacher dean coach player striker goalkeeper
    umpire referee pastor priest bishop archbishop cardinal pope imam rabbi reverend father
    sister brother king queen prince princess duke duchess lord lady sir dame baroness actor
    actress singer author writer journalist reporter editor columnist correspondent anchor host
    producer filmmaker activist campaigner organizer organiser consultant adviser advisor aide
    assistant candidate nominee contender delegate voter resident neighbour neighbor witness
    victim survivor mother wife husband son daughter widow farmer fisherman driver worker
    student parent businessman businesswoman entrepreneur investor trader banker broker
    billionaire official counsel solicitor-general attorney-general republican democrat engineer
    architect treasurer whip speaker veteran soldier mogul tycoon developer star comedian sen
    rep gov gen prof rev counselor counsellor administrator coordinator curator forester ranger
    diver builder plumber electrician pilot lifeguard firefighter paramedic geologist
    seismologist meteorologist biologist ecologist zoologist botanist chemist physicist
    astronomer virologist immunologist pediatrician psychologist psychiatrist sociologist
    anthropologist archaeologist statistician demographer philosopher theologian linguist
    mathematician librarian archivist conservationist environmentalist hydrologist oceanographer
    volcanologist climatologist glaciologist veterinarian pharmacist dentist midwife therapist
    chaplain notary accountant auditor pollster forecaster shopkeeper retailer hotelier
    restaurateur landlord poet novelist photographer musician composer sculptor lecturer
    """)
)
HONORIFICS = frozenset(
    listed("""
    mr mrs ms miss dr sir dame lord lady sen rep gov gen prof rev hon capt col lt sgt
    maj adm brig cpl msgr saint
    mr. mrs. ms. dr. sen. rep. gov. gen. prof. rev. hon. capt. col. lt. sgt. maj. adm. cmdr.
    det. insp. supt. sens. reps. pres. atty. fr. st. mx
    """)
)
# These stand behind an office and belong to it: "Senate President Pro Tem", "Mayor Elect".
BEHIND_OFFICE = frozenset(listed("pro tem tempore elect emeritus emerita designate"))
# States that stand behind a town: no speaker of a sentence ends with them there.
STATES = frozenset(
    """alabama;alaska;arizona;arkansas;california;colorado;connecticut;delaware;florida;georgia;
    hawaii;idaho;illinois;indiana;iowa;kansas;kentucky;louisiana;maine;maryland;massachusetts;
    michigan;minnesota;mississippi;missouri;montana;nebraska;nevada;new hampshire;new jersey;
    new mexico;new york;north carolina;north dakota;ohio;oklahoma;oregon;pennsylvania;
    rhode island;south carolina;south dakota;tennessee;texas;utah;vermont;virginia;washington;
    west virginia;wisconsin;wyoming;england;scotland;wales;ontario;quebec;alberta""".replace(
        "\n    ", ""
    ).split(";")
)
