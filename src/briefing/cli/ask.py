"""Commands that answer questions: explain, who, search."""

from __future__ import annotations

from typing import Annotated

import typer

from briefing.cli.editions import Date
from briefing.cli.session import AsJson, Session, print_json, put, say
from briefing.errors import UsageError


def register(application: typer.Typer) -> None:
    application.command()(explain)
    application.command()(who)
    application.command()(search)


def explain(
    context: typer.Context,
    story: Annotated[
        str, typer.Argument(help="A story's number or id, or an article's address or id.")
    ],
    date: Date = "today",
    reader: Annotated[str, typer.Option(help="In the edition of this reader.")] = "",
    as_json: AsJson = False,
) -> None:
    """Why is this story here, why these articles, why these sentences and not others?

    briefing explain 1 --date yesterday

    briefing explain https://harbour-post.example/ferry

    briefing explain 1 --reader "Press office"
    """
    from briefing.app.answers import explaining

    session: Session = context.obj
    explanation = explaining.explained(session.shell(), story, date, reader)
    if as_json:
        print_json(explanation.as_json())
    else:
        put("\n".join(explanation.lines()))


def who(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="A speaker; all of them where none is named.")] = "",
    since: Annotated[str, typer.Option(help="The first day.")] = "",
    until: Annotated[str, typer.Option(help="The last day.")] = "",
    topic: Annotated[str, typer.Option(help="Only quotes that hold these words.")] = "",
    explain: Annotated[
        bool, typer.Option("--explain", help="Why names were held for one person.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Who spoke, and what a speaker is quoted with over the days.

    briefing who

    briefing who Brekke --since 2026-01-13

    briefing who Brekke --explain
    """
    from briefing.app.answers import asking

    session: Session = context.obj
    if explain:
        if not name.strip():
            raise UsageError("--explain asks about one name: briefing who NAME --explain")
        answer = asking.names(session.shell(), name)
    else:
        answer = asking.who(session.shell(), name, since=since, until=until, topic=topic)
    if as_json:
        print_json(answer.as_json())
        return
    for line in answer.lines():
        put(line)
    if not answer.found:
        say(f"nobody of the name {name} is quoted" if name else "nobody is quoted")


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(help='Words, "a phrase", or a begin*.')],
    quotes: Annotated[bool, typer.Option(help="Search in quotes only.")] = False,
    limit: Annotated[int, typer.Option(help="At most this many.", min=1, max=1000)] = 20,
    as_json: AsJson = False,
) -> None:
    """Search the archive.

    briefing search ferry "ran aground"
    """
    from briefing.app.answers import asking

    session: Session = context.obj
    hits = asking.search(session.shell(), " ".join(words), quotes=quotes, limit=limit)
    if as_json:
        print_json(hits)
        return
    for hit in hits:
        put(
            "\t".join(
                " ".join(str(hit[key]).split())
                for key in ("published", "outlet", "title", "excerpt")
            )
        )
    if not hits:
        say("nothing found")
