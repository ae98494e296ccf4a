"""The command verify: whether finished files are true."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.session import Session, print_json, say
from briefing.errors import ArchiveError, BriefingError

if TYPE_CHECKING:
    from briefing.app.editions.verifying import Verified


def register(application: typer.Typer) -> None:
    application.command()(verify)


def verify(
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="Briefings: HTML, PDF, EPUB or JSON.")
    ],
    input: Annotated[
        list[str] | None,
        typer.Option("--input", "-i", help="Look in these files instead of the archive."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Tell the outcome as JSON; of several files a list.")
    ] = False,
) -> None:
    """Check that finished files are true: every sentence, quote and title is its article's.

    All other words of a page or a book are compared with the data inside it,
    where this program's own templates made it. Of a PDF the attached data are
    checked, not what is printed. Addresses of links, pictures and style are not
    looked at, nor what links of a site's page to its other pages are called.
    Exit code 1 where something differs.

    briefing verify out/briefing-2026-01-15.html

    briefing verify out/*.pdf
    """
    from briefing.app.editions import from_files, verifying
    from briefing.verify import NOT_IN_FILES, NOT_THERE

    session: Session = context.obj
    shell = session.shell()
    with ExitStack() as opened:
        if input:
            archive, _ = opened.enter_context(from_files.archive_of(shell, input))
        else:
            archive = opened.enter_context(shell.archive(read_only=True))
        missing = NOT_IN_FILES if input else NOT_THERE

        def outcome(file: Path) -> Verified | BriefingError:
            # One file that cannot be read hides nothing of the others.
            try:
                return verifying.verified(archive, file, missing)
            except ArchiveError:
                raise
            except BriefingError as error:
                return error

        found = [(file, outcome(file)) for file in files]
    if as_json:
        rows = [_row(file, one) for file, one in found]
        print_json(rows if len(rows) > 1 else rows[0])
    else:
        for file, one in found:
            _tell(one, f"{file}: " if len(files) > 1 else "")
    if any(isinstance(one, BriefingError) or one.failed for _, one in found):
        raise typer.Exit(1)


def _row(file: Path, one: Verified | BriefingError) -> dict[str, object]:
    if isinstance(one, BriefingError):
        return {"file": str(file), "checked": 0, "failures": [], "error": str(one)}
    return {
        "file": str(file),
        "checked": one.checked,
        "failures": [asdict(failure) for failure in one.failed],
        "page": one.page,
    }


def _tell(one: Verified | BriefingError, file: str) -> None:
    if isinstance(one, BriefingError):
        say(f"briefing: {one}")
        return
    for failure in one.failures:
        say(
            f"{file}not verbatim: {failure.article}, {failure.where}: {failure.reason}: "
            f"{failure.text!r}"
        )
    for failure in one.otherwise:
        shown = f"the page has {failure.text!r}" if failure.text else "the page has nothing"
        say(f"{file}not as in its data: {shown}; {failure.reason}")
    whole = one.checked - len(one.failures)
    say(f"{file}{whole} of {one.checked} shown pieces found word for word{_page(one)}")


def _page(one: Verified) -> str:
    """What is said of the page's other words."""
    if one.otherwise:
        return "; the page does not say what its data say"
    if one.page == "compared":
        return "; all else on the page is as its data say"
    return f"; {one.page}" if one.page else ""
