"""Messages that come back: refused mails (RFC 3464) and wishes to unsubscribe.

Anybody can write to the mailbox. A refusal counts only if it names a Message-ID of ours, and a
wish only with the token that the mail to that reader carried: the caller compares both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from email.utils import parseaddr

from briefing.deliver.outcome import told

LARGEST = 5_000_000  # bytes: a refusal may bring our own mail back

_TOKEN = re.compile(r"\bunsubscribe\s+([0-9a-f]{24})\b", re.IGNORECASE)
_ID = re.compile(r"(?im)^message-id:\s*(<[^<>\s]{1,200}>)")


@dataclass(frozen=True, slots=True)
class Refused:
    """A server could not bring a mail to `recipient`. `lasting`: it never will (5.x.x)."""

    recipient: str
    status: str
    reason: str
    message_id: str
    lasting: bool


@dataclass(frozen=True, slots=True)
class Unsubscribed:
    """Somebody sends back the token of a mail: he wants no more of them."""

    token: str
    sender: str


Reply = Refused | Unsubscribed


def replies(content: bytes) -> list[Reply]:
    """What a message says to us; [] where it is none of our business. Never raises."""
    try:
        message = message_from_bytes(content[:LARGEST], policy=default)
        return _refusals(message) or _wishes(message)
    except Exception:  # hostile mail fails in many ways inside the library
        return []


def _refusals(message: Message) -> list[Reply]:
    if message.get_content_type() != "multipart/report":
        return []
    report = next((p for p in message.walk() if _is(p, "message/delivery-status")), None)
    if report is None:
        return []
    original = _message_id(message)
    parts = (part for part in report.get_payload() if isinstance(part, Message))
    return [_refused(p, original) for p in parts if str(p.get("Action", "")).strip() == "failed"]


def _is(part: Message, kind: str) -> bool:
    return part.get_content_type() == kind


def _refused(fields: Message, original: str) -> Refused:
    recipient = str(fields.get("Final-Recipient", fields.get("Original-Recipient", "")))
    status = str(fields.get("Status", "")).strip()
    return Refused(
        recipient=recipient.partition(";")[2].strip(),
        status=status,
        reason=told(str(fields.get("Diagnostic-Code", "")).partition(";")[2]) or status,
        message_id=original,
        lasting=status.startswith("5"),
    )


def _message_id(message: Message) -> str:
    """The Message-ID of the mail that came back, from its headers in the report."""
    for part in message.walk():
        if _is(part, "text/rfc822-headers"):
            found = _ID.search(str(part.get_payload()))
            return found[1] if found else ""
        if _is(part, "message/rfc822"):
            inner = part.get_payload(0)
            return str(inner.get("Message-ID", "")).strip() if isinstance(inner, Message) else ""
    return ""


def _wishes(message: Message) -> list[Reply]:
    text = str(message.get("Subject", ""))
    if isinstance(message, EmailMessage):
        body = message.get_body(("plain",))
        text += "\n" + (body.get_content()[:2000] if body else "")
    found = _TOKEN.search(text)
    if not found:
        return []
    return [Unsubscribed(found[1].lower(), parseaddr(str(message.get("From", "")))[1])]
