"""Lines above a text that date it: "Published: 14 January 2026 | 10:30", "Stand: 14.01.2026".

Such a line holds a date, and nothing but what goes with one: a label, a weekday, a place or a name
before it, a time or an agency behind. So no day is taken out of running text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 120  # characters: no such line is longer
_ISO_DATE = len("2026-01-15")
# By month: English, then German, Dutch, French, Spanish, Italian, Portuguese where they differ.
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar jänner januari janvier enero ene gennaio janeiro",
            "feb february februar februari février fevrier febrero febbraio fevereiro",
            "mar march märz maart mars marzo março",
            "apr april avril abril abr aprile",
            "may mai mei mayo maggio maio",
            "jun june juni juin junio giugno junho",
            "jul july juli juillet julio luglio julho",
            "aug august augustus août aout agosto ago",
            "sep sept september septembre septiembre settembre setembro",
            "oct october oktober okt octobre octubre ottobre outubro",
            "nov november novembre noviembre novembro",
            "dec december dezember dez décembre decembre diciembre dic dicembre dezembro",
        ),
        1,
    )
    for name in names.split()
}
_LABEL = (
    "published|posted|updated|date|on|press release|release date|stand|veröffentlicht|aktualisiert"
    "|erschienen|am|vom|den|publié|mis à jour|le|publicado|actualizado|el"
    "|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
    "|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    "|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
)
_LABELS = rf"(?:(?i:{_LABEL})\b|[:,.\s|])*"
_CAPITAL = r"[^\W\d_a-zß-ÿ][\w.'’\-]*"
_NAME = rf"{_CAPITAL}(?: (?:{_CAPITAL}|of|upon|de|la|am|an der|and)){{0,4}}"
_BY = r"(?i:by|von|par|por|di)\s[^\d|]{2,80}?"
_BETWEEN = r"\s*[,|·–—\-]\s*"
_MONTH = r"[^\W\d_]{3,10}"
_DATE = rf"""(?:
      (?P<iso>\d{{4}}-\d\d-\d\d\S{{0,20}})
    | (?P<year>\d{{4}})[/.](?P<month>\d\d?)[/.](?P<day>\d\d?)
    | (?P<word>{_MONTH})\.?\ (?P<day_behind>\d\d?)(?i:st|nd|rd|th)?,?\ (?P<year_behind>\d{{4}})
    | (?P<day_before>\d\d?)(?i:st|nd|rd|th|er|\.)?\ (?i:of\ |de\ )?(?P<word_behind>{_MONTH})\.?,?
      (?i:\ del?)?\ (?P<year_last>\d{{4}})
    | (?P<day_dotted>\d\d?)\.\s?(?P<month_dotted>\d\d?)\.\s?(?P<year_dotted>\d{{4}})
    | (?P<one>\d\d?)(?P<sign>[/-])(?P<other>\d\d?)(?P=sign)(?P<year_slashed>\d{{4}})
    )"""
_LINE = re.compile(
    _LABELS.replace(" ", r"\ ")
    + rf"(?:(?P<before>{_BY}|{_NAME}(?:{_BETWEEN}{_NAME})?){_BETWEEN})?".replace(" ", r"\ ")
    + _LABELS.replace(" ", r"\ ")
    + _DATE
    + r"""
    (?:[\s,|·–—\-]{1,4}(?i:at\ |um\ |à\ )?(?P<time>\d\d?[:.h]\d\d[^|()]{0,20}?))?
    (?:\s*\([^()]{1,40}\))?
    (?:[\s,|·–—\-]{1,4}(?i:last\ )?(?i:updated|modified|aktualisiert|mis\ à\ jour|actualizado)\b.*)?
    \s*$""",
    re.VERBOSE,
)
# "12:15", "9.05 pm": with the name of another zone behind it the time is not known.
_TIME = re.compile(
    r"(\d\d?)[:.h](\d\d)(?::\d\d)?\s?(?:([ap])\.?m\.?|h|hrs|uhr)?\s?(gmt|utc)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DayLine:
    """`date` is in ISO 8601, with the time where that is plain; empty where the day is not, as of
    "03/04/2026". `before` is the place or the byline in front of it."""

    date: str
    before: str = ""


def read(line: str) -> DayLine | None:
    """What a line says that dates a text; None for any other line."""
    bare = line.strip()
    found = _LINE.match(bare) if len(bare) <= LONGEST else None
    if found is None:
        return None
    date = _date(found)
    return None if date is None else DayLine(date, found["before"] or "")


def _date(found: re.Match[str]) -> str | None:
    """The date and the time behind it; None where a word between the figures is no month."""
    clock = _clock(found["time"] or "")
    if iso := found["iso"]:
        return iso + (clock if len(iso) == _ISO_DATE else "")
    if found["sign"]:
        return _slashed(int(found["one"]), int(found["other"]), found["year_slashed"], clock)
    if word := found["word"] or found["word_behind"]:
        month = _MONTHS.get(word.lower(), 0)
    else:
        month = int(found["month"] or found["month_dotted"])
    day = found["day"] or found["day_behind"] or found["day_before"] or found["day_dotted"]
    year = found["year"] or found["year_behind"] or found["year_last"] or found["year_dotted"]
    return f"{year}-{month:02}-{int(day):02}{clock}" if month else None


def _slashed(one: int, other: int, year: str, clock: str) -> str:
    """Britain writes the day first and America the month: read where only one of them can be."""
    if one != other and max(one, other) <= 12:
        return ""
    day, month = max(one, other), min(one, other)
    return f"{year}-{month:02}-{day:02}{clock}"


def _clock(text: str) -> str:
    """ "T21:05" for "9.05 pm"; empty where it is no time of a day."""
    found = _TIME.match(text.strip())
    if found is None:
        return ""
    hour, minute = int(found[1]), int(found[2])
    if found[3]:
        hour = hour % 12 + 12 * (found[3].lower() == "p") if 1 <= hour <= 12 else 24
    zone = "+00:00" if found[4] else ""
    return f"T{hour:02}:{minute:02}{zone}" if hour < 24 and minute < 60 else ""
