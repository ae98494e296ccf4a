"""Commands about the archive to read: site, serve."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli.session import Session, print_json, put, say


def register(application: typer.Typer) -> None:
    application.command()(site)
    application.command()(serve)


def site(
    context: typer.Context,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write to.")] = Path(
        "out/site"
    ),
    url: Annotated[
        str, typer.Option(help="Where the site will be: for the sitemap and the feeds' links.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Tell the outcome as JSON.")] = False,
) -> None:
    """Write all editions as a site that works from a disk; again, only what changed.

    briefing site -o public/
    """
    from briefing.app.shell import checked_address
    from briefing.app.website import publishing

    session: Session = context.obj
    base = checked_address(url)
    shell = session.shell()
    with session.working(shell) as at_work, at_work.archive(read_only=True) as archive:
        published = publishing.publish(at_work, archive, output, base=base)
    if as_json:
        print_json(
            {
                "pages": published.pages,
                "written": published.written,
                "removed": published.removed,
                "front": str(output / "index.html"),
            }
        )
        return
    say(f"{published.pages} pages: {published.written} written, {published.removed} removed")
    put(str(output / "index.html"))


def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="0 takes a free one.", min=0, max=65535)] = 8765,
    url: Annotated[
        str, typer.Option(help="The address that readers use, where a proxy stands before it.")
    ] = "",
) -> None:
    """Show the archive in a browser, with full-text search; it is only read.

    briefing serve --port 8080
    """
    from briefing.app.shell import checked_address
    from briefing.app.website import serving

    session: Session = context.obj
    serving.serve(session.shell(), host, port, base=checked_address(url), tell=say)
