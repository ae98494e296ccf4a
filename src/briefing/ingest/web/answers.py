"""What a server answered, and the words for an answer that is no use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from briefing.ingest.web.addresses import Unreached
from briefing.model import Validators


@dataclass(frozen=True, slots=True)
class Response:
    """A useful answer: `url` is the last address after redirects, `body` is decompressed.

    `content_type` is in lower case without parameters; `charset` is what the header claims.
    """

    url: str
    status: int
    body: bytes
    content_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    not_modified: bool = False

    @property
    def validators(self) -> Validators:
        """What to ask again with: entity tag and date (RFC 9110, 8.8)."""
        return Validators(self.etag, self.last_modified)


@dataclass(frozen=True, slots=True)
class Answer:
    """Any answer, with its headers' names in lower case."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes = b""

    @property
    def location(self) -> str:
        """Where a redirect leads; empty where the answer is none."""
        return self.headers.get("location", "") if self.status in _REDIRECTS else ""


_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_EMPTY = frozenset({204, 205})
_FOR_NOW = frozenset({408, 425, 429})  # too slow, too early, too many: of the 4xx, not for good


def response(answer: Answer, *, conditional: bool) -> Response:
    """`answer` as a useful one. Raises Unreached where it is not."""
    unchanged = answer.status == HTTPStatus.NOT_MODIFIED and conditional
    if not unchanged and (not 200 <= answer.status < 300 or answer.status in _EMPTY):
        refused = 400 <= answer.status < 500 and answer.status not in _FOR_NOW
        raise Unreached(status_reason(answer.status), refused=refused)
    content = Message()
    content["content-type"] = answer.headers.get("content-type", "")
    stated = bool(answer.headers.get("content-type"))
    return Response(
        url=answer.url,
        status=answer.status,
        body=answer.body,
        content_type=content.get_content_type() if stated else "",
        charset=(content.get_content_charset() or "") if stated else "",
        etag=answer.headers.get("etag", ""),
        last_modified=answer.headers.get("last-modified", ""),
        not_modified=unchanged,
    )


def status_reason(status: int) -> str:
    """ "answered 404 (not found)" """
    try:
        phrase = HTTPStatus(status).phrase.lower()
    except ValueError:
        phrase = "a status that HTTP does not know"
    return f"answered {status} ({phrase})"


def retry_after(answer: Answer) -> float | None:
    """The seconds that the server asks us to wait (RFC 9110, 10.2.3); None where it does not say.

    A date counts from the answer's own Date, so that no clock has to agree with the server's.
    """
    value = answer.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    then, now = _http_date(value), _http_date(answer.headers.get("date", ""))
    return max(0.0, (then - now).total_seconds()) if then and now else None


def _http_date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else None
