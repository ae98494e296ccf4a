"""The process that lays out one PDF: a task as JSON on standard input, the answer on output.

WeasyPrint is imported here alone, by way of `pdf_engine`; it reads no file but its fonts and asks
no network.
"""

from __future__ import annotations

import base64
import gc
import json
import logging
import os
import resource
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from briefing.render import fonts, pdf_engine, tagging


def main() -> None:
    """Read the task, lay out, write the answer; the limits are set before anything is laid out."""
    task = json.load(sys.stdin)
    _limit(task["time_limit"], task["memory_limit"])
    gc.disable()  # boxes live to the end anyway: a tenth less time for a tenth more memory
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        os.environ["FONTCONFIG_FILE"] = str(fonts.configuration(Path(folder)))
        answer = _answer(task)
    json.dump(answer, sys.stdout)
    sys.stdout.flush()
    os._exit(0)  # a hundred thousand boxes need not be taken apart one by one


def _limit(seconds: float, memory: int) -> None:
    cpu = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _answer(task: dict[str, Any]) -> dict[str, Any]:
    warnings = Warnings()
    try:
        made = _pdf(task, warnings)
    except MemoryError:
        return {"warnings": warnings.messages(), "error": "it needs more memory than is allowed"}
    except Exception as error:
        cause = f"{type(error).__name__}: {error}"
        return {"warnings": warnings.messages(), "error": cause}
    return {"warnings": warnings.messages(), "pdf": base64.b64encode(made).decode()}


def _pdf(task: dict[str, Any], warnings: Warnings) -> bytes:
    weasyprint = pdf_engine.engine()
    pdf_engine.hasten(weasyprint, task["html"])
    from weasyprint.urls import URLFetcher

    logger = logging.getLogger("weasyprint")
    logger.handlers = [warnings]
    date = datetime.fromisoformat(task["date"])
    attachments = [
        weasyprint.Attachment(
            string=file["text"],
            name=name,
            description=file["description"],
            relationship=file["relationship"],
            created=date,
            modified=date,
        )
        for name, file in task["attachments"].items()
    ]
    fetcher = URLFetcher(allowed_protocols={"data"}, allow_redirects=False)
    document = weasyprint.HTML(string=task["html"], url_fetcher=fetcher).render()
    made = document.write_pdf(
        pdf_variant=task["variant"],
        pdf_identifier=task["identifier"].encode(),
        attachments=attachments,
        finisher=lambda _, pdf: tagging.finish(pdf, task["labels"]),
    )
    assert isinstance(made, bytes)
    return made


class Warnings(logging.Handler):
    """Keeps what the layout engine says that concerns the reader: letters without a font."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._missing: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Called by `logging` with all that the engine says: a letter without a font is noted."""
        if "notdef" in record.getMessage() and isinstance(record.args, tuple) and record.args:
            self._missing.add(str(record.args[0]))

    def messages(self) -> list[str]:
        """A sentence for each kind of letters that no font has."""
        return fonts.advice(self._missing)


if __name__ == "__main__":
    main()
