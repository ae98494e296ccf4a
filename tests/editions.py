"""Invented editions for the tests of the renderers: everything that a page may have to show.

`edition()` is a plain day of three stories; `hostile()` the same day from sources that attack the
page; `many(n)` a long one. Every place is cut from a text, as in the program.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from briefing.edition import (
    SCHEMA,
    CitedData,
    CopyData,
    CourseDayData,
    DifferenceData,
    EarlierDayData,
    EarlierLineData,
    Edition,
    LocationData,
    MentionData,
    MissedData,
    Place,
    QuoteData,
    SourceData,
    SpeakerData,
    StatementData,
    StepData,
    StoryData,
    VoiceData,
    WindowData,
)

BARRIER = (
    "The Varnholt tidal barrier was lowered completely for the first time on Wednesday night and "
    "held back a predicted surge of 2.4 metres for just over three hours. Engineers recorded minor "
    "seepage at the fourth gate but said it was within the limits set out in the operating licence. "
    "“It did what it was designed to do, and it did it in the dark, in the rain, with the whole "
    "town watching,” said Ines Halloran, chief engineer of the harbour authority. “I slept,” she "
    "added, “for the first time in a week.” Trains on the low line between Felling and Quayside "
    "were suspended from 22:00 as a precaution and resumed at 04:30."
)
LEDGER = (
    "The tidal barrier at Varnholt was closed in full for the first time on Wednesday. The water "
    "stood at 2.6 metres above datum at its peak. A barrier that costs more than the houses behind "
    "it deserves better questions than the ones we were allowed to ask, a ward councillor said."
)
WIRE = (
    "The water reached 2.4 metres above datum at its peak, the harbour authority said. The cost of "
    "the scheme had risen to 412 million crowns, 38 million more than the figure approved in 2023."
)
BANK = (
    "The central bank left its main rate at 3.25 per cent on Wednesday, the fourth meeting in a row "
    "without a change. “Waiting is also a decision, and this month it was the cheaper one,” "
    "Governor Sabine Kettler told reporters. Two of the nine members voted for a reduction."
)
BANK_GERMAN = (
    "Die Zentralbank ließ ihren Leitzins am Mittwoch unverändert bei 3,25 Prozent. „Abwarten ist "
    "auch eine Entscheidung“, sagte Gouverneurin Sabine Kettler."
)
BEFORE = "Nothing is decided yet. The central bank meets on Wednesday."
CROWN = "The crown fell by half a per cent on Tuesday."
FREIGHT = (
    "The freight line between Dunmarrow and Ravensmoor will reopen at noon on Friday, 23 days after "
    "a landslip covered both tracks. Growers say that about four hundred lorry loads were moved by "
    "road in the meantime."
)


def name(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def place(text: str, words: str, source: int) -> Place:
    """Where `words` stand in the article `text`."""
    start = text.index(words)
    return Place(article=name(text), start=start, end=start + len(words), text=words, source=source)


def key(kind: str, *places: Place) -> str:
    spans = "".join(f":{p['start']}-{p['end']}" for p in places)
    return f"{kind}-{hashlib.sha256((places[0]['article'] + spans).encode()).hexdigest()[:10]}"


def statement(
    first: Place, *support: Place, language: str = "en", origins: int = 0
) -> StatementData:
    return StatementData(
        id=key("s", first),
        place=first,
        language=language,
        support=list(support),
        origins=origins or 1 + len(support),
    )


def quote(kind: str, *contents: Place, also: Sequence[Place] = ()) -> QuoteData:
    return QuoteData(id=key("q", *contents), kind=kind, contents=list(contents), also=list(also))


def source(
    number: int, text: str, outlet: str, title: str, hour: str, copies: Sequence[CopyData] = ()
) -> SourceData:
    slug = title.lower().replace(" ", "-")
    host = outlet.lower().replace(" ", "-").replace("&", "and")
    return SourceData(
        number=number,
        article=name(text),
        outlet=outlet,
        title=title,
        url=f"https://{host}.example/news/{slug}?id={number}",
        published=f"2026-01-15T{hour}:00Z",
        dated=True,
        copies=list(copies),
    )


def earlier(
    text: str, words: str, day: str, title: str, outlet: str, **more: Any
) -> EarlierDayData:
    """What an edition of `day` had of a story; in one line with `words` ""."""
    host = outlet.lower().replace(" ", "-")
    cited = CitedData(
        article=name(text),
        outlet=outlet,
        url=f"https://{host}.example/news/{day}",
        published=f"{day}T08:00:00Z",
        language="en",
    )
    start = text.index(words)
    line: EarlierLineData = {**cited, "start": start, "end": start + len(words), "text": words}
    plain: EarlierDayData = {
        "story": "2026-01-15-2",
        "day": day,
        "status": "new",
        "headline": title,
        "source": cited,
        "statements": [line] if words else [],
    }
    return {**plain, **more}  # type: ignore[typeddict-item]


def story(number: int, headline: str, section: str, **parts: object) -> StoryData:
    plain = StoryData(
        id=f"2026-01-15-{number}",
        number=number,
        status="new",
        since="2026-01-15",
        section=section,
        headline=headline,
        headline_article=f"a{number}",
        articles=1,
        origins=1,
        outlets=1,
        first="2026-01-15T05:10:00Z",
        latest="2026-01-15T05:10:00Z",
        statements=[],
        differences=[],
        voices=[],
        timeline=[],
        sources=[],
        hours=[0] * 24,
        weight={"origins": 1.0},
    )
    return StoryData(**(plain | parts))  # type: ignore[typeddict-item]


def barrier() -> StoryData:
    peak = place(WIRE, "The water reached 2.4 metres above datum at its peak, the harbour authority said.", 3)  # fmt: skip
    other = place(LEDGER, "The water stood at 2.6 metres above datum at its peak.", 2)
    first = place(BARRIER, BARRIER[: BARRIER.index(" Engineers")], 1)
    closed = place(LEDGER, LEDGER[: LEDGER.index(" The water")], 2)
    copies = [
        CopyData(
            article=name("first version"),
            outlet="Varnholt Courier",
            title="Barrier shut as storm nears",
            url="https://varnholt-courier.example/barrier-first",
        ),
        CopyData(
            article=name("felling mail"),
            outlet="Felling Mail",
            title="Barrier holds",
            url="https://felling-mail.example/barrier",
        ),
        CopyData(
            article=name("post"), outlet="Quayside Post", title="Barrier holds in test", url=""
        ),
    ]
    return story(
        1,
        "Tidal barrier at Varnholt holds through its first full test",
        "Infrastructure",
        articles=5,
        origins=3,
        outlets=5,
        first="2026-01-15T00:10:00Z",
        latest="2026-01-15T05:48:00Z",
        statements=[
            statement(first, closed),
            statement(
                place(
                    BARRIER,
                    "Engineers recorded minor seepage at the fourth gate but said it was within the limits set out in the operating licence.",
                    1,
                )
            ),
            statement(place(WIRE, WIRE[WIRE.index("The cost") :], 3)),
        ],
        differences=[
            DifferenceData(
                id=key("d", other, peak), what="metres", readings=[other, peak], later=True
            )
        ],
        voices=[
            VoiceData(
                speaker="ines-halloran",
                label="Ines Halloran",
                role="chief engineer of the harbour authority",
                quotes=[
                    quote(
                        "direct",
                        place(
                            BARRIER,
                            "“It did what it was designed to do, and it did it in the dark, in the rain, with the whole town watching,”",
                            1,
                        ),
                    ),
                    quote(
                        "direct",
                        place(BARRIER, "“I slept,”", 1),
                        place(BARRIER, "“for the first time in a week.”", 1),
                    ),
                ],
            ),
            VoiceData(
                speaker=None,
                label="a ward councillor",
                role="",
                quotes=[
                    quote(
                        "indirect",
                        place(
                            LEDGER, LEDGER[LEDGER.index("A barrier") : LEDGER.index(", a ward")], 2
                        ),
                    )
                ],
            ),
        ],
        timeline=[
            StepData(
                id="t-1",
                day="2026-01-14",
                place=place(BARRIER, BARRIER[BARRIER.index("Trains") :], 1),
                language="en",
            ),
        ],
        sources=[
            source(
                1,
                BARRIER,
                "Varnholt Courier",
                "Barrier holds in overnight surge test",
                "00:10",
                copies,
            ),
            source(2, LEDGER, "The Estmere Ledger", "Varnholt barrier closed in full", "05:20"),
            source(3, WIRE, "North Coast Wire", "Peak of 2.4 metres at Varnholt", "05:48"),
        ],
        hours=[1, 0, 0, 0, 1, 3] + [0] * 18,
        course=[
            CourseDayData(day="2026-01-13", reports=2),
            CourseDayData(day="2026-01-14", reports=0),
            CourseDayData(day="2026-01-15", reports=5),
        ],
    )


def bank() -> StoryData:
    german = place(BANK_GERMAN, BANK_GERMAN[: BANK_GERMAN.index(" „")], 2)
    rate = place(BANK, BANK[: BANK.index(" “")], 1)
    kettler = place(BANK, "“Waiting is also a decision, and this month it was the cheaper one,”", 1)
    undated = source(2, BANK_GERMAN, "Estmarer Zeitung", "Leitzins bleibt", "12:31")
    undated["dated"] = False
    undated["language"] = "de"
    return story(
        2,
        "Central bank leaves its main rate unchanged",
        "Economy",
        status="continuing",
        since="2026-01-13",
        articles=2,
        origins=2,
        outlets=2,
        first="2026-01-15T12:00:00Z",
        latest="2026-01-15T12:31:00Z",
        statements=[
            statement(rate),
            statement(german, language="de"),
            statement(place(BANK, "Two of the nine members voted for a reduction.", 1)),
        ],
        voices=[
            VoiceData(
                speaker="sabine-kettler",
                label="Sabine Kettler",
                role="Governor",
                quotes=[
                    quote(
                        "direct",
                        kettler,
                        also=[place(BANK_GERMAN, "„Abwarten ist auch eine Entscheidung“", 2)],
                    )
                ],
            )
        ],
        sources=[
            source(1, BANK, "North Coast Wire", "Rate held at 3.25 per cent", "12:00"),
            undated,
        ],
        hours=[0] * 12 + [2] + [0] * 11,
        so_far=[
            earlier(
                BEFORE,
                "The central bank meets on Wednesday.",
                "2026-01-13",
                "Central bank to meet",
                "North Coast Wire",
            ),
            earlier(
                CROWN,
                "",
                "2026-01-14",
                "Crown falls before the central bank meets",
                "Estmere Ledger",
                story="crown",
                status="updated",
            ),
        ],
    )


def freight() -> StoryData:
    return story(
        3,
        "Freight line from Dunmarrow to reopen after 23 days",
        "",
        status="updated",
        since="2026-01-14",
        first="2026-01-15T18:05:00Z",
        latest="2026-01-15T18:05:00Z",
        statements=[
            statement(place(FREIGHT, FREIGHT[: FREIGHT.index(" Growers")], 1)),
            statement(place(FREIGHT, FREIGHT[FREIGHT.index("Growers") :], 1)),
        ],
        sources=[
            source(1, FREIGHT, "Harbour & Rail Weekly", "Dunmarrow line: noon on Friday", "18:05")
        ],
        hours=[0] * 18 + [1] + [0] * 5,
    )


def mention(number: int, piece: str) -> MentionData:
    return MentionData(story=f"2026-01-15-{number}", piece=piece)


def edition(**parts: object) -> Edition:
    """A day of three stories, one further line, two speakers and one source that was missed."""
    further = story(
        4,
        "Orchard fair moves to the old dry dock",
        "Culture",
        sources=[source(1, "The fair moves.", "Pentlow Observer", "Orchard fair moves", "09:00")],
    )
    plain = Edition(
        schema=SCHEMA,
        made_by="briefing 0.0.0",
        day="2026-01-15",
        title="The Briefing",
        language="en",
        window=WindowData(
            start="2026-01-15T00:00:00Z", end="2026-01-16T00:00:00Z", time_zone="UTC"
        ),
        articles=9,
        origins=7,
        outlets=8,
        minutes=2,
        stories=[barrier(), bank(), freight()],
        also=[further],
        speakers=[
            SpeakerData(
                id="ines-halloran",
                name="Ines Halloran",
                role="chief engineer of the harbour authority",
                quotes=2,
                stories=["2026-01-15-1"],
            ),
            SpeakerData(
                id="sabine-kettler",
                name="Sabine Kettler",
                role="Governor",
                quotes=1,
                stories=["2026-01-15-2"],
            ),
        ],
        locations=[
            LocationData(
                name="Dunmarrow",
                mentions=[mention(3, freight()["statements"][0]["id"])],
            ),
            LocationData(
                name="Varnholt",
                mentions=[
                    mention(1, barrier()["statements"][0]["id"]),
                    mention(2, bank()["voices"][0]["quotes"][0]["id"]),
                ],
            ),
        ],
        missed=[
            MissedData(
                source="Ravensmoor Echo",
                url="https://ravensmoor-echo.example/feed",
                reason="timed out after 20 s",
            )
        ],
        settings={"edition": {"title": "The Briefing", "stories": 12}, "select": {"words": 120}},
        settings_digest="0123456789ab",
    )
    return Edition(**(plain | parts))  # type: ignore[typeddict-item]


# What a hostile source puts into titles, names and texts.
ATTACK = (
    "</script><script>alert(1)</script> {{ 7 * 7 }} {% raw %} <img src=x onerror=alert(2)> "
    "\"' onmouseover=alert(3) & &lt;b&gt; \u202eevil\u202c \x1b[31mred\x00 [link](javascript:x)"
)


def hostile() -> Edition:
    """The same day, with an attack in every field that a source or a speaker fills."""
    made = edition(title=ATTACK, note=ATTACK)
    for story in [*made["stories"], *made["also"]]:
        story["headline"] = story["section"] = ATTACK
        for row in story["sources"]:
            row["title"] = row["outlet"] = ATTACK
            row["url"] = "javascript:alert(4)"
            row["copies"].append(
                CopyData(article=name("x"), outlet=ATTACK, title=ATTACK, url="data:text/html,x")
            )
        for voice in story["voices"]:
            voice["label"] = voice["role"] = ATTACK
        for day in story.get("so_far", []):
            day["headline"] = day["source"]["outlet"] = ATTACK
            day["source"]["url"] = "javascript:alert(6)"
            for line in day["statements"]:
                line["text"] = line["outlet"] = ATTACK
                line["url"] = "javascript:alert(7)"
                line["end"] = line["start"] + len(ATTACK)
        for place in _places(story):
            place["text"] = ATTACK
            place["end"] = place["start"] + len(ATTACK)
    for speaker in made["speakers"]:
        speaker["name"] = speaker["role"] = ATTACK
    for location in made["locations"]:
        location["name"] = ATTACK
    made["missed"] = [MissedData(source=ATTACK, url="javascript:alert(5)", reason=ATTACK)]
    return made


def _places(story: StoryData) -> list[Place]:
    """Every place of a story, shown or not."""
    found = [p for s in story["statements"] for p in [s["place"], *s["support"]]]
    found += [reading for d in story["differences"] for reading in d["readings"]]
    quotes = [quote for voice in story["voices"] for quote in voice["quotes"]]
    return found + [p for quote in quotes for p in quote["contents"] + quote["also"]]


def many(stories: int) -> Edition:
    """A long day: the three stories again and again, each time with ids of their own."""
    makers = (barrier, bank, freight)
    told = [makers[i % 3]() for i in range(stories)]
    for number, one in enumerate(told, 1):
        one["number"], one["id"] = number, f"2026-01-15-{number}"
        for statement in one["statements"]:
            statement["id"] += f"-{number}"
        for difference in one["differences"]:
            difference["id"] += f"-{number}"
        for voice in one["voices"]:
            for said in voice["quotes"]:
                said["id"] += f"-{number}"
    return edition(stories=told, locations=[])
