"""What a delivery carries: an edition as mail, files or JSON, made once for all who get it."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from urllib.parse import quote

from briefing.app.editions.readers import reader_named
from briefing.app.editions.writing import RENDERERS, Look, formats, look
from briefing.app.shell import Shell
from briefing.archive import Archive, Delivery
from briefing.deliver.message import Attachment, Body, Headers, body
from briefing.edition import Edition
from briefing.errors import DeliveryError, UsageError
from briefing.press.mailboxes import Mailbox, mailbox
from briefing.settings import Reader

NOTICE = "notice:"  # begins the `edition` of a delivery that holds words to the owner
HELD = 8  # editions in the forms in which they go out: a megabyte each
NOBODY = "briefing@localhost"  # who a message in a folder is from where no sender is configured


@dataclass(frozen=True, slots=True)
class Notice:
    """Words to the owner, or to a reader for whose day there is no edition."""

    subject: str
    text: str
    language: str = "en"

    def written(self) -> str:
        """JSON, as the outbox keeps it."""
        return json.dumps(asdict(self), ensure_ascii=False)


class Forms:
    """An edition in the forms in which it is delivered, each made when it is first asked for."""

    def __init__(self, shell: Shell, edition: Edition, look: Look, digest: str) -> None:
        self._shell = shell
        self._look = look
        self.edition = edition
        self.digest = digest

    @cached_property
    def pdf(self) -> bytes:
        return self.rendered("pdf")

    @property
    def subject(self) -> str:
        return self._mail[0]

    @property
    def body(self) -> Body:
        return self._mail[1]

    def rendered(self, format: str) -> bytes:
        """The edition in one of `RENDERERS`' formats; what a renderer warns of is dropped."""
        renderer, _ = RENDERERS[format]
        return renderer(self.edition, self._look, lambda words: None)

    def files(self, chosen: tuple[str, ...]) -> list[tuple[str, bytes]]:
        """(name, content) of each of the formats `chosen`."""
        day = self.edition["day"]
        return [
            (f"briefing-{day}.{RENDERERS[name][1]}", self.rendered(name))
            for name in formats(",".join(chosen))
        ]

    @cached_property
    def _mail(self) -> tuple[str, Body]:
        from briefing.render.email import email

        settings, day = self._shell.config.mail, self.edition["day"]
        attach = settings.pdf == "attach"
        made = email(
            self.edition,
            link=settings.link.replace("{day}", day),
            attached=attach,
            theme=self._look.settings.theme,
            templates=self._look.templates,
        )
        pdf = Attachment(f"briefing-{day}.pdf", self.pdf) if attach else None
        return made.subject, body(made.text, made.html, pdf)


class Letters:
    """What deliveries carry; the last few editions are kept for their next recipients.

    `given` are editions, by day and key, that are not recorded.
    """

    def __init__(
        self,
        shell: Shell,
        archive: Archive,
        given: Mapping[tuple[date, str], Edition] = MappingProxyType({}),
    ) -> None:
        self._shell = shell
        self._archive = archive
        self._given = given
        self._held: dict[object, Forms] = {}
        self._key = ""

    def forms(self, delivery: Delivery) -> Forms:
        """What the delivery carries; raises DeliveryError where the edition was removed."""
        letter, reader = delivery.letter, self.reader(delivery)
        name = (letter.day, letter.edition, letter.revision, reader.theme)
        if name in self._held:
            return self._held[name]
        edition = self._given.get((letter.day, letter.edition)) or self._archive.edition(
            letter.day, letter.edition, letter.revision
        )
        if edition is None:
            raise DeliveryError(f"the edition of {letter.day} is not in the archive any more")
        written = json.dumps(edition, sort_keys=True, ensure_ascii=False).encode()
        digest = hashlib.sha256(written).hexdigest()
        made = Forms(self._shell, edition, look(self._shell, reader.theme), digest)
        if len(self._held) == HELD:
            del self._held[next(iter(self._held))]
        self._held[name] = made
        return made

    def reader(self, delivery: Delivery) -> Reader:
        """The reader as configured now; a plain one who was named by hand or is gone."""
        try:
            return reader_named(self._shell.config, delivery.letter.reader)
        except UsageError:
            return Reader(delivery.letter.reader)

    def mail(self, delivery: Delivery) -> tuple[Headers, Body]:
        """The message of a delivery; the same each time it is tried."""
        letter, settings = delivery.letter, self._shell.config.mail
        to = self._mailbox(delivery)
        headers = Headers(
            sender=mailbox(settings.sender or NOBODY),
            recipient=to,
            subject="",
            date=delivery.queued,
            edition=f"{letter.edition} {letter.day}",
            reply_to=mailbox(settings.reply_to) if settings.reply_to else None,
        )
        if letter.notice:
            notice = Notice(**json.loads(letter.notice))
            headers = replace(headers, subject=notice.subject, language=notice.language)
            return self._to_list(headers) if letter.reader else headers, body(notice.text)
        made = self.forms(delivery)
        return self._of_edition(headers, made, delivery), made.body

    def _mailbox(self, delivery: Delivery) -> Mailbox:
        """Who the message is to, with the name that the reader's addresses give."""
        boxes = [mailbox(one) for one in self.reader(delivery).addresses]
        if delivery.letter.way == "mail":
            plain = Mailbox("", delivery.letter.recipient)
            return next((box for box in boxes if box.address == plain.address), plain)
        return boxes[0] if boxes else mailbox(self._shell.config.mail.sender or NOBODY)

    def _of_edition(self, headers: Headers, made: Forms, delivery: Delivery) -> Headers:
        again = f"/{delivery.turn}" if delivery.turn > 1 else ""
        named = f"{made.digest}{again}"
        language = made.edition["language"]
        return self._to_list(
            replace(headers, subject=made.subject, edition=named, language=language)
        )

    def _to_list(self, headers: Headers) -> Headers:
        """What a mail to a reader says of the list, and of the way out of it."""
        settings = self._shell.config.mail
        return replace(
            headers,
            list_id=settings.list_id,
            unsubscribe=self._unsubscribe(headers.recipient),
            one_click=bool(settings.unsubscribe_url),
        )

    def _unsubscribe(self, recipient: Mailbox) -> tuple[str, ...]:
        """Where the recipient can end it, with a token that only this archive can have made."""
        settings = self._shell.config.mail
        token = self.token(recipient.address)
        ways = []
        if settings.unsubscribe:
            to = quote(mailbox(settings.unsubscribe).address, safe="@")
            ways.append(f"mailto:{to}?subject=unsubscribe%20{token}")
        if settings.unsubscribe_url:
            mark = "&" if "?" in settings.unsubscribe_url else "?"
            ways.append(f"{settings.unsubscribe_url}{mark}token={token}")
        return tuple(ways)

    def token(self, address: str) -> str:
        """What an address to unsubscribe ends with: 24 hexadecimal digits of an HMAC-SHA256 of
        the address, whose key the archive keeps."""
        self._key = self._key or self._archive.secret("unsubscribe")
        made = hmac.new(self._key.encode(), address.lower().encode(), hashlib.sha256)
        return made.hexdigest()[:24]
