"""A mail as bytes: the body made once for all recipients, the headers for each.

The same edition, recipient and date give the same bytes: boundaries are named by the content, the
Message-ID by edition and recipient (RFC 5322, 2045, 2231, 2369, 2919, 3834, 8058).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, quote

from briefing.press.mailboxes import Mailbox

PLAIN = SMTP.clone(utf8=False)  # headers in ASCII: every server takes them

LONGEST = 200  # characters of a subject or name: more is a mistake or an attack

# A header is one line: what would end it, or hide in it, becomes a space.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail; `kind` is its media type."""

    name: str
    content: bytes = b""
    kind: str = "application/pdf"


@dataclass(frozen=True, slots=True)
class Body:
    """What is the same for all recipients: headers of the content, and the content, encoded."""

    content: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class Headers:
    """What a message says of itself; `edition` and the recipient name it for ever."""

    sender: Mailbox
    recipient: Mailbox
    subject: str
    date: datetime
    edition: str
    language: str = ""
    reply_to: Mailbox | None = None
    list_id: str = ""
    unsubscribe: tuple[str, ...] = ()  # mailto: and https: addresses
    one_click: bool = False


def body(text: str, html: str = "", attachment: Attachment | None = None) -> Body:
    """multipart/alternative of text and HTML, with the attachment behind it."""
    message = EmailMessage(policy=PLAIN)
    message.set_content(text, cte=_encoding(text))
    if html:
        message.add_alternative(html, subtype="html", cte=_encoding(html))
    if attachment:
        kind, _, subtype = attachment.kind.partition("/")
        message.add_attachment(
            attachment.content, maintype=kind, subtype=subtype, filename=line(attachment.name)
        )
    pdf = attachment.content if attachment else b""
    digest = hashlib.sha256(b"\0".join([text.encode(), html.encode(), pdf])).hexdigest()
    for number, part in enumerate(p for p in message.walk() if p.is_multipart()):
        part.set_boundary(f"={digest[:24]}-{number}")
    return Body(_dotted(message.as_bytes()), digest)


def _encoding(text: str) -> str:
    """Readable as it stands where most of it is ASCII, else the shorter base64."""
    return "quoted-printable" if len(text.encode()) < 1.2 * len(text) + 1 else "base64"


def _dotted(content: bytes) -> bytes:
    """Lines that begin with a dot get a second one (RFC 5321, 4.5.2)."""
    return re.sub(rb"(?m)^\.", b"..", content)


def message(headers: Headers, content: Body) -> bytes:
    """The message as it goes over the wire: dots doubled, lines ended by CR LF."""
    lines = [f"{name}: {value}\r\n" for name, value in _headers(headers)]
    return "".join(lines).encode() + content.content


def stored(headers: Headers, content: Body) -> bytes:
    """The message as it lies in a file."""
    return re.sub(rb"(?m)^\.\.", b".", message(headers, content)).replace(b"\r\n", b"\n")


def message_id(edition: str, recipient: Mailbox, sender: Mailbox) -> str:
    """`<...@domain of the sender>`, the same each time."""
    key = f"{edition}\0{recipient.address.lower()}"
    domain = sender.address.rpartition("@")[2]
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:40]}@{domain}>"


# The library's own folding drops spaces between encoded words and encodes addresses of lists: what
# a header holds is encoded here.


def _headers(headers: Headers) -> Iterator[tuple[str, str]]:
    yield "From", _address(headers.sender)
    yield "To", _address(headers.recipient)
    if headers.reply_to:
        yield "Reply-To", _address(headers.reply_to)
    yield "Subject", _text(_shortened(line(headers.subject)), "Subject")
    yield "Date", format_datetime(headers.date)
    yield "Message-ID", message_id(headers.edition, headers.recipient, headers.sender)
    if headers.list_id:
        yield "List-Id", f"<{_bare(headers.list_id)}>"
    if headers.unsubscribe:
        yield "List-Unsubscribe", ",\r\n ".join(f"<{_bare(one)}>" for one in headers.unsubscribe)
    if headers.one_click:
        yield "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"
    yield "Auto-Submitted", "auto-generated"
    if headers.language:
        yield "Content-Language", _bare(headers.language)


def _address(mailbox: Mailbox) -> str:
    name = _shortened(line(mailbox.name))
    if not name:
        return mailbox.address
    shown = f'"{quote(name)}"' if name.isascii() else _text(name, "Reply-To")
    return f"{shown}\r\n <{mailbox.address}>"


def _text(words: str, name: str) -> str:
    """Words in lines of 76 characters, as encoded words where they are not ASCII (RFC 2047)."""
    charset = "us-ascii" if words.isascii() else "utf-8"
    return Header(words, charset, header_name=name, maxlinelen=76).encode(linesep="\r\n")


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def _bare(value: str) -> str:
    """An address or code: ASCII without spaces or angle brackets."""
    return re.sub(r"[^\x21-\x7e]|[<>]", "", value)


def line(text: str) -> str:
    """`text` in one line, as a header needs it."""
    return " ".join(_CONTROL.sub(" ", text).split())
