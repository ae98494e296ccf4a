"""Why is this story here, why these articles, why these sentences: the steps asked again."""

from __future__ import annotations

from dataclasses import dataclass

from briefing import cluster, rank
from briefing.app.editions.making import numbered, recorded, setting_of
from briefing.app.editions.readers import EVERYBODY, reader_named, wish_of
from briefing.app.shell import Shell
from briefing.draft import Day
from briefing.edition import StoryData
from briefing.model import Article, Scored, Story
from briefing.pipeline import grouped
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
UNTOLD = "none: a line, for no place was left, or no sentence tells its news and stands by itself"


@dataclass(frozen=True, slots=True)
class Explained:
    """A recorded story, and what the steps say of it now."""

    data: StoryData
    ties: tuple[tuple[Article, cluster.Tie], ...]
    scores: tuple[tuple[str, Scored | None], ...]

    def lines(self) -> list[str]:
        """For a person: the parts of the weight, each article's tie, each sentence's score."""
        story = self.data
        lines = [f"{story['number']}. {story['headline']}  ({story['id']})", "", "Why it is here"]
        lines += [
            f"  {name:<12}{part + 0.0:+.2f}   {MEANING.get(name, '')}".rstrip()
            for name, part in story["weight"].items()
        ]
        lines += [f"  {ALONE}"] if story["origins"] == 1 else []
        lines += ["", "Why these articles"]
        for article, tie in self.ties:
            lines.append(f"  {article.source.name}: {article.title}")
            lines.append(f"      {tie.sentence()}")
        lines += ["", "Why these sentences"]
        for text, scored in self.scores:
            lines.append(f"  {text}")
            lines.append(f"      {_parts(scored)}")
        return lines if self.scores else [*lines, f"  {UNTOLD}"]

    def as_json(self) -> dict[str, object]:
        """The same as data; only sentences that the ranker scores now."""
        return {
            "id": self.data["id"],
            "headline": self.data["headline"],
            "weight": self.data["weight"],
            "articles": [{"id": a.id, "title": a.title, "tie": t.as_json()} for a, t in self.ties],
            "sentences": [
                {"text": text, "score": scored and scored.score, "why": dict(scored.why)}
                for text, scored in self.scores
                if scored
            ],
        }


def explained(shell: Shell, ref: str, date: str, reader: str = "") -> Explained:
    """The story of that number or id in the edition of `date`, a reader's own if one is named."""
    config = shell.config
    wish = wish_of(config, reader_named(config, reader)) if reader else None
    key, settings = (wish.key, wish.settings) if wish else (EVERYBODY, config.settings)
    day = parse_day(date, shell.now, settings.edition)
    with shell.archive(read_only=True) as archive:
        data = numbered(recorded(archive, day, key), ref)
        articles = archive.articles_by_id(archive.edition_articles(day, key))
        setting = setting_of(archive, day, settings, key)
    stories = grouped(articles, setting)
    members = {a["article"] for a in data["sources"]}
    story = max(stories, key=lambda s: len(members & {a.id for a in s.articles}))
    ties = cluster.ties(story, stories, setting.background, setting.settings.cluster)
    return Explained(data, ties, _scores(data, story, setting))


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
