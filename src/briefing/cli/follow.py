"""Commands that look over the days: story, diff."""

from __future__ import annotations

from typing import Annotated

import typer

from briefing.cli.editions import Date
from briefing.cli.session import AsJson, Session, print_json, put


def register(application: typer.Typer) -> None:
    application.command()(story)
    application.command()(diff)


def story(
    context: typer.Context,
    story: Annotated[
        str,
        typer.Argument(help="A story's number in the edition, its id, or how that begins."),
    ],
    date: Date = "",
    as_json: AsJson = False,
) -> None:
    """A story's whole course: dated sentences, each with its source.

    A number is that of the last edition, where no --date names another.

    briefing story 1 --date yesterday

    briefing story 4f1c09a2b7d3e568
    """
    from briefing.app.answers import courses

    session: Session = context.obj
    course = courses.course(session.shell(), story, date)
    if as_json:
        print_json(course.as_json())
    else:
        put("\n".join(course.lines()))


def diff(
    context: typer.Context,
    before: Annotated[str, typer.Argument(help="The earlier day.")],
    after: Annotated[str, typer.Argument(help="The later day.")] = "today",
    as_json: AsJson = False,
) -> None:
    """Stories that came, went on and ended between two editions, and figures that changed.

    briefing diff 2026-01-14 2026-01-15
    """
    from briefing.app.answers import following

    session: Session = context.obj
    found = following.diff(session.shell(), before, after)
    if as_json:
        print_json(found.as_json())
    else:
        put("\n".join(found.lines()))
