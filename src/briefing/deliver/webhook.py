"""A webhook: the edition's JSON by POST, signed (https://www.standardwebhooks.com).

`webhook-id` is the same for each attempt, so that the receiver can tell a repetition;
`webhook-signature` is HMAC-SHA256 of "id.timestamp.body" in base64, behind "v1,".
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable
from datetime import datetime

from briefing.deliver.outcome import Outcome, told

# Sends (url, headers, body): the status and the beginning of the answer. Raises `NotReached`.
Post = Callable[[str, dict[str, str], bytes], tuple[int, str]]


class NotReached(Exception):  # noqa: N818 (why, not a failure of ours)
    """The request did not go out; or, where `sent`, its answer did not come."""

    def __init__(self, reason: str, *, sent: bool) -> None:
        super().__init__(reason)
        self.sent = sent


def webhook(
    url: str, body: bytes, *, id: str, key: str, at: datetime, version: str, post: Post
) -> Outcome:
    """Post `body`; without a key it is not signed."""
    try:
        status, words = post(url, headers(body, id=id, key=key, at=at, version=version), body)
    except NotReached as error:
        return Outcome("unknown" if error.sent else "retry", told(error))
    answer = f"{status} {told(words)}".strip()
    if 200 <= status < 300:
        return Outcome("sent", answer)
    if status == 429 or status >= 500:
        return Outcome("retry", answer)
    return Outcome("failed", answer)


def headers(body: bytes, *, id: str, key: str, at: datetime, version: str) -> dict[str, str]:
    """What stands above `body`, signed where there is a key."""
    stamp = str(int(at.timestamp()))
    found = {
        "Content-Type": "application/json",
        "User-Agent": f"briefing/{version}",
        "webhook-id": id,
        "webhook-timestamp": stamp,
    }
    if key:
        found["webhook-signature"] = signature(body, id=id, stamp=stamp, key=key)
    return found


def signature(body: bytes, *, id: str, stamp: str, key: str) -> str:
    """HMAC-SHA256 as Standard Webhooks have it (https://www.standardwebhooks.com): "v1,BASE64"."""
    signed = hmac.new(key.encode(), f"{id}.{stamp}.".encode() + body, hashlib.sha256)
    return f"v1,{base64.b64encode(signed.digest()).decode()}"
