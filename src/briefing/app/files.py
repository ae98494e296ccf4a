"""Files that a person asked for: written whole, or one sentence says why not."""

from __future__ import annotations

import errno
from pathlib import Path

from briefing.disk import replaced
from briefing.errors import BriefingError, UsageError


def replace_file(path: Path, content: bytes) -> Path:
    """Write all of `content` or nothing. Raises BriefingError with what to do about it."""
    try:
        return replaced(path, content)
    except OSError as error:
        raise _unwritten(path, error) from error


def _unwritten(path: Path, error: OSError) -> BriefingError:
    reason = (error.strerror or str(error)).lower()
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return BriefingError(f"{path} cannot be written, the disk is full: make room and try again")
    return UsageError(f"{path} cannot be written ({reason}): choose another place")
