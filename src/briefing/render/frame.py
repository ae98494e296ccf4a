"""The program's own words, dates and numbers in the edition's language.

Catalogues are plain gettext `.po` files in `briefing/locale`; dates, times and numbers follow the
CLDR. What the sources say is never translated.
"""

from __future__ import annotations

import gettext
import io
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from functools import lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError, dates, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from briefing.edition import Edition
from briefing.edition.gazetteer import base
from briefing.sections import SECTIONS

RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ku ps sd ug ur yi".split())
# Plain "en" is read in many countries: days before months and a clock of 24 hours, as in Britain.
PLAIN = {"en": "en_GB"}
QUOTATION = {
    "en": ("“", "”"),
    "de": ("„", "“"),
    "fr": ("«\u202f", "\u202f»"),
    "es": ("«", "»"),
    "ru": ("«", "»"),
    "ar": ("«", "»"),
}
NOON = time(12)
OPENING, CLOSING = "“„«\"'‘‚‹", '”“»"'


@dataclass(frozen=True, slots=True)
class Frame:
    """How one edition words what is not from its sources."""

    language: str
    locale: Locale
    zone: tzinfo
    catalogue: gettext.NullTranslations

    @property
    def direction(self) -> str:
        return direction(self.language)

    def day(self, iso: str) -> str:
        """ "2026-01-15" as "Thursday, 15 January 2026"."""
        return dates.format_date(date.fromisoformat(iso[:10]), "full", self.locale)

    def short_day(self, iso: str) -> str:
        """ "2026-01-15" as "15 January 2026"."""
        return dates.format_date(date.fromisoformat(iso[:10]), "long", self.locale)

    def clock(self, moment: str) -> str:
        """The time of day in the edition's zone: "06:30"."""
        local = self.local(moment)
        return _clock(time(local.hour, local.minute), self.locale)

    def moment(self, moment: str) -> str:
        """Day and time in the edition's zone: "15 Jan, 06:30"."""
        return self.listed(self.day_of(moment), self.clock(moment))

    def published(self, moment: str) -> str:
        """As `moment`, but the day alone at noon sharp: so is stored what names no time of day."""
        return self.moment(moment) if self.local(moment).time() != NOON else self.day_of(moment)

    def day_of(self, moment: str) -> str:
        """The day in the edition's zone: "15 Jan"."""
        return _day_of(self.local(moment).date(), self.locale)

    def plain_day(self, day: date) -> str:
        """A day without its year: "15 Jan"."""
        return _day_of(day, self.locale)

    def span(self, first: str, last: str, space: str = " ") -> str:
        """Two moments, the day said once where they share it: "15 Jan, 06:30 – 08:00".

        `space` stands within a moment, where no line should end.
        """
        moments = [self.moment(first)]
        if first != last:
            same = self.local(first).date() == self.local(last).date()
            moments.append(self.clock(last) if same else self.moment(last))
        return " – ".join(moment.replace(" ", space) for moment in moments)

    def reported(self, first: str, last: str, space: str = " ") -> str:
        """From the first to the last of a story's reports, as `span`; without times if one has
        none."""
        if NOON not in (self.local(first).time(), self.local(last).time()):
            return self.span(first, last, space)
        days = self.days(self.local(first).isoformat()[:10], self.local(last).isoformat()[:10])
        return days.replace(" ", space)

    def days(self, first: str, last: str) -> str:
        """Two days of one course: "13–15 Jan"."""
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        return dates.format_interval(start, end, "MMMd", locale=self.locale)

    def local(self, moment: str) -> datetime:
        """A moment of the edition (ISO 8601) in its time zone."""
        return datetime.fromisoformat(moment).astimezone(self.zone)

    def number(self, value: float) -> str:
        """As the language writes it: "1,234.5"."""
        return _number(value, self.locale)

    def text(self, message: str) -> str:
        """A message of the catalogue in the edition's language; as it is where that has none."""
        return self.catalogue.gettext(message)

    def count(self, one: str, many: str, n: int) -> str:
        """`one` or `many` as `n` asks for, its "%(n)s" filled in."""
        return self.catalogue.ngettext(one, many, n) % {"n": self.number(n)}

    def listed(self, *parts: str) -> str:
        """ "3 articles, 2 outlets"; an Arabic comma is another sign."""
        return self.text(", ").join(parts)

    def section(self, name: str) -> str:
        """A section's name; a reader's own stays as it is written."""
        return self.text(name) if name in SECTIONS else name

    def quoted(self, words: str, kind: str = "direct") -> tuple[str, str]:
        """The marks to set around `words` of a quote: only those that they lack.

        What a speaker says over two paragraphs, or is shown the beginning of, opens and does not
        close.
        """
        opening, closing = lacking(words)
        if opening or closing or words[:1] in OPENING or words[-1:] in CLOSING:
            return opening, closing
        if kind != "direct" or "“" in words or "«" in words:
            return "", ""  # some of its words are the reporter's, or it brings its own marks
        return QUOTATION.get(base(self.language), QUOTATION["en"])


def lacking(words: str) -> tuple[str, str]:
    """The marks that `words` do not pair: ("", "”") for "“We came. "."""
    if words.count('"') % 2:
        return ("", '"') if words[:1] == '"' else ('"', "") if words[-1:] == '"' else ("", "")
    for left, right in (("“", "”"), ("«", "»")):
        if words[:1] == left and words.count(left) > words.count(right):
            return "", right
        if words[-1:] == right and words.count(right) > words.count(left):
            return left, ""
    return "", ""


def frame(edition: Edition) -> Frame:
    """The frame in the edition's language; English where that has no catalogue."""
    return frame_of(edition["language"], edition["window"]["time_zone"])


def frame_of(language: str, time_zone: str = "") -> Frame:
    """The frame in a language, of what is no edition."""
    language = language or "en"
    return Frame(
        language=language,
        locale=_locale(language),
        zone=_zone(time_zone),
        catalogue=_catalogue(base(language)),
    )


def direction(language: str) -> str:
    """ "rtl" or "ltr"."""
    return "rtl" if base(language) in RIGHT_TO_LEFT else "ltr"


def running(text: str) -> str:
    """How the first letter of a text runs: "ltr", "rtl", or "" where it has no letter."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), "")
    return {"": "", "L": "ltr"}.get(first, "rtl")


# The CLDR's patterns are slow to fill in, and an archive's pages say the same few thousand times.


@lru_cache(maxsize=2048)
def _clock(local: time, locale: Locale) -> str:
    return dates.format_time(local, "short", locale=locale)


@lru_cache(maxsize=2048)
def _day_of(local: date, locale: Locale) -> str:
    return dates.format_skeleton("MMMd", datetime.combine(local, NOON), locale=locale)


@lru_cache(maxsize=2048)
def _number(value: float, locale: Locale) -> str:
    return numbers.format_decimal(value, locale=locale)


def _locale(language: str) -> Locale:
    name = PLAIN.get(language, language.replace("-", "_"))
    for candidate in (name, base(language)):
        try:
            return Locale.parse(candidate)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(PLAIN["en"])


def _zone(name: str) -> tzinfo:
    return ZoneInfo(name or "UTC")


@lru_cache(maxsize=8)
def _catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue of a language, compiled in memory; a null one where there is none."""
    found = resources.files("briefing") / "locale" / f"{language}.po"
    if not language.isalpha() or not found.is_file():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with found.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
