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
    from briefing.verify import Failure

MOST_TOLD = 20  # differences: of a quite other edition there are hundreds
FILES = "the files: name all that it was made from with --input"
ELSEWHERE = "--data-dir names another one, --input the files"


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

    So are outlet and time of each source. Names, roles, numbers, sections and
    order are compared with the edition that the archive has recorded of that
    day, if there is one; else it is said that they were not.

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
        where = FILES if input else f"the archive {archive.path}: {ELSEWHERE}"

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
            _tell(one, f"{file}: " if len(files) > 1 else "", missing, where)
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
        "recorded": one.recorded,
    }


def _tell(one: Verified | BriefingError, file: str, missing: str, where: str) -> None:
    if isinstance(one, BriefingError):
        say(f"briefing: {one}")
        return
    if one.absent:  # said once, not of each of their sentences
        say(f"{file}{_absent(one)} in {where}")
    for failure in one.failures:
        if failure.reason != missing:
            say(f"{file}not verbatim: {_of_article(failure)}")
    for failure in one.sources:
        say(f"{file}not the article's: {_of_article(failure)}")
    for failure in one.otherwise:
        shown = f"the page has {failure.text!r}" if failure.text else "the page has nothing"
        say(f"{file}not as in its data: {shown}; {failure.reason}")
    for failure in one.altered[:MOST_TOLD]:
        shown = f"the file has {failure.text!r}" if failure.text else "the file has nothing"
        say(f"{file}not as it was made: {failure.where}: {shown}; {failure.reason}")
    if more := len(one.altered[MOST_TOLD:]):
        say(f"{file}not as it was made: {more} further differences (--json names all)")
    whole = one.checked - len(one.failures)
    say(f"{file}{whole} of {one.checked} shown pieces found word for word{_page(one)}")
    if one.recorded:
        say(f"{file}{one.recorded}")


def _of_article(failure: Failure) -> str:
    place = ", ".join(filter(None, (failure.article, failure.where)))
    return f"{place}: {failure.reason}: {failure.text!r}"


def _absent(one: Verified) -> str:
    if len(one.absent) == one.cited:
        return f"none of the {one.cited} articles that it cites is"
    ids = ", ".join(one.absent[:3]) + (", ..." if len(one.absent) > 3 else "")
    are = "is" if len(one.absent) == 1 else "are"
    return f"{len(one.absent)} of the {one.cited} articles that it cites ({ids}) {are} not"


def _page(one: Verified) -> str:
    """What is said of the page's other words."""
    if one.otherwise:
        return "; the page does not say what its data say"
    if one.page == "compared":
        return "; all else on the page is as its data say"
    return f"; {one.page}" if one.page else ""
