"""A configured rule: which articles it sends to its section."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefing.model import Article
from briefing.sections.carried import path
from briefing.sections.words import head
from briefing.settings import SectionRule
from briefing.text.words import stems


def fits(rule: SectionRule, article: Article) -> bool:
    """Whether any entry of the rule fits the article."""
    folders = path(article.url)
    held = f" {' '.join(stems(head(article)))} "
    source = (article.source.id.casefold(), article.source.name.casefold())
    carried = {c.strip().casefold() for c in (article.section, article.source.section) if c}
    checks: tuple[tuple[Iterable[str], Callable[[str], bool]], ...] = (
        (rule.sources, lambda s: s.strip().casefold() in source),
        (rule.categories, lambda s: s.strip().casefold() in carried),
        (rule.paths, lambda s: f"/{s.strip('/ ').casefold()}/" in folders),
        (
            (*rule.words, *rule.names),
            lambda s: f" {' '.join(stems(s))} " in held and bool(stems(s)),
        ),
    )
    return any(fitting(entry) for entries, fitting in checks for entry in entries)
