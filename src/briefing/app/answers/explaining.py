"""Why is this story here, why these articles, why these sentences: the steps asked again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing import cluster, rank
from briefing.app.editions.making import numbered, recorded, setting_of
from briefing.app.editions.readers import EVERYBODY, reader_named, wish_of
from briefing.app.shell import Shell
from briefing.draft import Day, Draft
from briefing.edition import Edition, StoryData
from briefing.errors import UsageError
from briefing.model import Article, Scored, Story
from briefing.pipeline import grouped, order, reported, reports_of, with_boilerplate
from briefing.refusals import NO_LINE, Refusal, refused, set_aside
from briefing.text.days import parse_day
from briefing.text.sentences import sentences

# What each part of a story's weight counts.
MEANING = {
    "reports": "outlets that report it in words of their own: today, half of those before; also "
    "reports that the page sets apart as background",
    "size": "outlets that print anything of it today",
    "recency": "how late in the day the last report came",
    "novelty": "not told before, or with something new",
    "growth": "more outlets in the later half of the day than in the earlier, from three on",
    "light": "against a section of light news",
    "public": "how much of public affairs title and lead speak of",
    "interests": "your interests: up, less down",
}
ALONE = "one source: it stands behind the stories that several report"
LINE = "in one line, for no place was left, or no sentence tells its news and stands by itself"
# Why the edition has nothing of an article.
MUTED = "it is muted by what the readers do not want"
OF_BEFORE = "nothing of the day reports it"
NO_PLACE = "what tells more came first, or another story opens with its news"


@dataclass(frozen=True, slots=True)
class Explained:
    """A story of an edition's articles, and what the steps say of it now; `data` is the story as
    the edition has it, None where it is in none."""

    data: StoryData | None
    story: Story
    absent: str  # why it is in none
    ties: tuple[tuple[Article, cluster.Tie], ...]
    scores: tuple[tuple[str, Scored | None], ...]
    aside: Mapping[str, str]  # why nothing is told from an article, by its id
    refused: tuple[Refusal, ...]

    def lines(self) -> list[str]:
        """For a person: the parts of the weight, each article's tie, each sentence's score, and
        why others are not shown."""
        number = f"{self.data['number']}. " if self.data else ""
        lines = [f"{number}{self._headline}  ({self.story.id})", "", *self._here()]
        lines += ["", "Why these articles"]
        for article, tie in self.ties:
            lines.append(f"  {article.source.name}: {article.title}")
            lines.append(f"      {tie.sentence()}")
            if article.id in self.aside:
                lines.append(f"      nothing is told from it: {self.aside[article.id]}")
        if self.scores:
            lines += ["", "Why these sentences"]
        for text, scored in self.scores:
            lines += [f"  {text}", f"      {_parts(scored)}"]
        if self.refused:
            lines += ["", "Why not these"]
        for one in self.refused:
            lines += [f"  {one.sentence.text}", f"      {one.why}"]
        return lines

    @property
    def _headline(self) -> str:
        return self.data["headline"] if self.data else self.story.articles[0].title

    def _here(self) -> list[str]:
        if self.data is None:
            return ["Why it is not here", f"  {self.absent}"]
        return [
            "Why it is here",
            *(
                f"  {name:<12}{part + 0.0:+.2f}   {MEANING.get(name, '')}".rstrip()
                for name, part in self.data["weight"].items()
            ),
            *([f"  {ALONE}"] if self.data["origins"] == 1 else []),
            *([] if self.scores else [f"  {LINE}"]),
        ]

    def as_json(self) -> dict[str, object]:
        """The same as data; only sentences that the ranker scores now."""
        return {
            "id": self.story.id,
            "headline": self._headline,
            "absent": self.absent,
            "weight": self.data["weight"] if self.data else {},
            "articles": [
                {"id": a.id, "title": a.title, "tie": t.as_json(), "aside": self.aside.get(a.id)}
                for a, t in self.ties
            ],
            "sentences": [
                {"text": text, "score": scored and scored.score, "why": dict(scored.why)}
                for text, scored in self.scores
                if scored
            ],
            "refused": [
                {"article": r.sentence.article.id, "text": r.sentence.text, "why": r.why}
                for r in self.refused
            ],
        }


def explained(shell: Shell, ref: str, date: str, reader: str = "") -> Explained:
    """The story of that number or id in the edition of `date`, a reader's own if one is named; or
    that of an article, by its id or address, though the edition has nothing of it.

    Raises UsageError where the edition was made from no such article.
    """
    config = shell.config
    wish = wish_of(config, reader_named(config, reader)) if reader else None
    key, settings = (wish.key, wish.settings) if wish else (EVERYBODY, config.settings)
    day = parse_day(date, shell.now, settings.edition)
    with shell.archive(read_only=True) as archive:
        edition = recorded(archive, day, key)
        articles = archive.articles_by_id(archive.edition_articles(day, key))
        setting = setting_of(archive, day, settings, key)
    data, members = _meant(edition, ref, articles)
    stories = grouped(articles, setting)
    setting = with_boilerplate(stories, setting)
    story = max(stories, key=lambda s: len(members & {a.id for a in s.articles}))
    draft = next(iter(order([story], setting)), None)
    of_the_day = [a for a in story.origins if a.published in setting.window]
    aside = {a.id: why for a in of_the_day if draft and (why := set_aside(a, draft, setting))}
    shown = {s["place"]["text"] for s in data["statements"]} if data else set()
    return Explained(
        data=data,
        story=story,
        absent="" if data else _absent(story, draft, setting),
        ties=cluster.ties(story, stories, setting.background, setting.settings.cluster),
        scores=_scores(data, story, setting) if data else (),
        aside=aside,
        refused=tuple(r for r in refused(draft, setting) if r.sentence.text not in shown)
        if draft
        else (),
    )


def _meant(
    edition: Edition, ref: str, articles: Sequence[Article]
) -> tuple[StoryData | None, set[str]]:
    """The story of the edition that `ref` names, if there is one, and the ids of its articles."""
    listed = edition["stories"] + edition["also"]
    article = next((a for a in articles if ref in (a.id, a.url)), None)
    if article is None or any(ref == story["id"] for story in listed):
        try:
            data = numbered(edition, ref)
        except UsageError as error:
            raise UsageError(
                f"{error}; nor was it made from an article of that id or address"
            ) from None
        return data, {s["article"] for s in data["sources"]}
    return next((s for s in listed if article.id in _held(s)), None), {article.id}


def _held(story: StoryData) -> set[str]:
    return {row["article"] for source in story["sources"] for row in (source, *source["copies"])}


def _absent(story: Story, draft: Draft | None, day: Day) -> str:
    """Why the edition has nothing of a story."""
    if draft is None:
        return MUTED
    if not reports_of(draft, day):
        return OF_BEFORE
    return NO_PLACE if reported(draft, day) else NO_LINE


def _scores(data: StoryData, story: Story, setting: Day) -> tuple[tuple[str, Scored | None], ...]:
    """Each shown statement with its score; None where the story is told from other articles now."""
    found = [s for article in story.origins for s in sentences(article)]
    up = setting.settings.interests.up
    scored = rank.rank(found, setting.background, setting.settings.rank, up)
    places = [s["place"] for s in data["statements"]]
    return tuple((p["text"], _at(scored, p["article"], p["start"])) for p in places)


def _at(scored: list[Scored], article: str, start: int) -> Scored | None:
    here = (s for s in scored if s.sentence.article.id == article)
    return next((s for s in here if s.sentence.span.start <= start < s.sentence.span.end), None)


def _parts(scored: Scored | None) -> str:
    if scored is None:
        return "not among the sentences of the story as it is grouped now"
    parts = ", ".join(f"{name} {value:+.2f}" for name, value in scored.why)
    return f"score {scored.score:.2f}: {parts}"
