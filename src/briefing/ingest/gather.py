"""All subscriptions at once: one dead source is news, not the end."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from briefing.errors import FetchError, InputError
from briefing.ingest import entries, folder, sniff
from briefing.ingest.discovery import feed_named_by
from briefing.ingest.feeds import CUT, Entry, feed
from briefing.ingest.fragments import is_cut
from briefing.ingest.reading import Told, page
from briefing.ingest.web.http import Fetcher, Response
from briefing.model import Article, Missed, Stored, Subscription, Validators
from briefing.text.ids import canonical_url, text_digest
from briefing.text.sentences import is_begun

Progress = Callable[[Subscription, int, tuple[Missed, ...]], None]

_PATIENCE = 3  # pages of one feed that fail in a row before the rest is left alone


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of one subscription. `validators` is None where the next request must not be
    conditional, because something of this answer was missed. `known` is how many articles it
    lists that are stored already: they were read before, so they count as read."""

    articles: tuple[Article, ...] = ()
    missed: tuple[Missed, ...] = ()
    validators: Validators | None = None
    known: int = 0


def gather(
    subscriptions: Sequence[Subscription],
    fetcher: Fetcher,
    *,
    retrieved: datetime,
    zone: tzinfo = UTC,
    validators: Mapping[str, Validators] | None = None,
    known: Mapping[str, Stored] | None = None,
    progress: Progress | None = None,
) -> tuple[tuple[Article, ...], tuple[Missed, ...], dict[str, Validators]]:
    """(articles, missed, validators by address for the next time), in order of `subscriptions`.

    `known` maps the canonical URL of each stored article to what is stored: it is only read again
    where the feed says that it was updated since, or gives other words. `progress` is called in
    order, with each subscription, the number of its articles (with those known that it lists) and
    what was missed of it.
    """
    before = validators or {}
    reader = _Reader(fetcher, retrieved, zone, before, known or {})
    articles: list[Article] = []
    missed: list[Missed] = []
    after: dict[str, Validators] = {}
    pool = ThreadPoolExecutor(max_workers=fetcher.settings.hosts_at_once)
    try:
        for one, visit in zip(subscriptions, pool.map(reader.read, subscriptions), strict=True):
            articles += visit.articles
            missed += visit.missed
            if visit.validators:
                after[one.source.url] = visit.validators
            if progress is not None:
                progress(one, len(visit.articles) + visit.known, visit.missed)
    except BaseException:  # Ctrl-C: a slow server shall not keep the program for its whole time
        fetcher.stop()
        raise
    finally:
        reader.stop.set()
        pool.shutdown(cancel_futures=True)
    return tuple(articles), tuple(missed), after


@dataclass(frozen=True, slots=True)
class _Reader:
    fetcher: Fetcher
    retrieved: datetime
    zone: tzinfo
    validators: Mapping[str, Validators]
    known: Mapping[str, Stored]
    stop: threading.Event = field(default_factory=threading.Event)  # an interrupt ends it soon

    def read(self, one: Subscription) -> Visit:
        """Never raises: what goes wrong is told as missed."""
        name, url = one.source.name, one.source.url
        try:
            return self._read(one)
        except FetchError as error:
            return Visit(missed=(Missed(name, error.reason, url),))
        except InputError as error:
            return Visit(missed=(Missed(name, _reason(error), url),))
        except Exception as error:  # a parser's bug, met by one source, is not the others' trouble
            reason = f"could not be read ({type(error).__name__}: {str(error)[:200]})"
            return Visit(missed=(Missed(name, reason, url),))

    def _read(self, one: Subscription) -> Visit:
        told = Told(self.retrieved, one.source, one.source.url, zone=self.zone)
        if one.kind == "folder":
            return self._folder(one, replace(told, url=""))
        answer = self.fetcher.get(one.source.url, self.validators.get(one.source.url))
        if answer.not_modified:
            kept = answer.validators or self.validators.get(one.source.url)
            return Visit(validators=kept)
        if one.kind == "page":
            article = page(answer.body, replace(told, url=answer.url), charset=answer.charset)
            return Visit((article,), validators=answer.validators)
        return self._feed(one, answer)

    def _folder(self, one: Subscription, told: Told) -> Visit:
        root = Path(one.source.url)
        if not root.is_dir():
            raise InputError("is no folder")
        articles, missed = folder.articles(root, told)
        return Visit(articles, tuple(replace(m, source=one.source.name) for m in missed))

    def _feed(self, one: Subscription, answer: Response) -> Visit:
        try:
            found = feed(answer.body, answer.url, answer.charset)
        except InputError as error:
            raise InputError(_not_a_feed(answer)) from error
        listed = entries.distinct(found.entries)[: one.max_entries]
        unknown = [entry for entry in listed if not self._is_known(one, entry)]
        articles, failures = self._entries(one, unknown)
        missed = _told(one, failures, len(listed))
        if found.cut:
            missed += (Missed(one.source.name, CUT, one.source.url),)
        known = len(listed) - len(unknown)
        return Visit(articles, missed, None if missed else answer.validators, known)

    def _entries(
        self, one: Subscription, listed: Sequence[Entry]
    ) -> tuple[tuple[Article, ...], list[str]]:
        """(articles, why the others are missing), each in the feed's order."""
        articles: list[Article] = []
        failures: list[str] = []
        failed: FetchError | None = None
        in_a_row = 0
        for entry in listed:
            if self.stop.is_set():
                break
            held = entries.article(entry, one.source, self.retrieved)
            try:
                if failed and in_a_row >= _PATIENCE and self._is_to_follow(one, entry, _text(held)):
                    raise failed
                articles.append(self._article(one, entry, held))
                in_a_row = 0
            except InputError as error:
                if isinstance(error, FetchError):
                    failed, in_a_row = error, in_a_row + 1
                if held is not None and _for_good(error):
                    articles.append(held)
                else:
                    failures.append(_reason(error))
        return tuple(articles), failures

    def _article(self, one: Subscription, entry: Entry, held: Article | None) -> Article:
        """From the feed where it holds enough, else from the page."""
        if not self._is_to_follow(one, entry, _text(held)):
            if held is None:
                raise InputError("the feed holds no text of it")
            return held
        answer = self.fetcher.get(entry.url)
        told = Told(self.retrieved, one.source, answer.url, zone=self.zone)
        read = entries.completed(page(answer.body, told, charset=answer.charset), entry)
        # A page behind a wall shows less than the feed gives away, if that is whole sentences.
        more = held is not None and len(held.text) > len(read.text) and not is_begun(held.text)
        return held if held is not None and more else read

    def _is_to_follow(self, one: Subscription, entry: Entry, text: str) -> bool:
        if not entry.url or one.full_text != one.follow:
            return bool(entry.url) and one.follow
        cut = is_cut(entry.content_html or entry.summary_html)
        return cut or len(text.split()) < self.fetcher.settings.full_text_words

    def _is_known(self, one: Subscription, entry: Entry) -> bool:
        stored = self.known.get(canonical_url(entry.url)) if entry.url else None
        if stored is None or (entry.updated is not None and entry.updated > stored.retrieved):
            return False
        # What another outlet has stored from there says nothing of what this feed calls it.
        wordings = stored.wordings.get(one.source.id, ())
        return not wordings or any(self._is_worded(one, entry, *words) for words in wordings)

    def _is_worded(self, one: Subscription, entry: Entry, title: str, digest: bytes) -> bool:
        """Whether the entry gives these words: a correction in a feed seldom has a date.

        The text of what is followed is its page's, and the feed's summary says nothing of that.
        """
        if entry.title and entry.title != title:
            return False
        text = entries.text(entry)
        followed = not text or self._is_to_follow(one, entry, text)
        return followed or text_digest(text) == digest


def _text(held: Article | None) -> str:
    return held.text if held is not None else ""


def _for_good(error: InputError) -> bool:
    """Whether the page will show no article: it is refused, or a wall or a notice stands there.

    One that only fails today may be had tomorrow, and what is stored is not asked for again.
    """
    return error.refused if isinstance(error, FetchError) else True


def _reason(error: InputError) -> str:
    """Without the address that the sentence begins with: it is told beside it."""
    if isinstance(error, FetchError):
        return error.reason
    return re.sub(r"^https?://\S+ ", "", str(error))


def _not_a_feed(answer: Response) -> str:
    if not answer.body.strip():
        return "is empty"
    if named := feed_named_by(answer.body, answer.url):
        return f"is not a feed; the page names one: {named}"
    if sniff.kind(answer.body, answer.url, answer.content_type) == "page":
        return 'is not a feed but a page: kind = "page" takes it as an article'
    return "is not a feed"


def _told(one: Subscription, failures: Sequence[str], listed: int) -> tuple[Missed, ...]:
    """One line for all entries of a source that are missing, with the causes by number."""
    if not failures:
        return ()
    causes = Counter(failures).most_common()  # equal numbers in order of their first appearance
    if len(failures) == listed and len(causes) == 1:
        return (
            Missed(one.source.name, f"none of {listed} articles: {causes[0][0]}", one.source.url),
        )
    listing = "; ".join(f"{cause} ({number})" for cause, number in causes[:5])
    told = listing if len(causes) > 1 else causes[0][0]
    are = "is" if len(failures) == 1 else "are"
    reason = f"{len(failures)} of {listed} articles {are} missing: {told}"
    return (Missed(one.source.name, reason, one.source.url),)
