from dataclasses import replace

import pytest

from briefing.press.genre import genre
from tests.builders import article


@pytest.mark.parametrize(
    ("title", "url", "outlet", "kind"),
    [
        ("Opinion: the dam must go", "", "Gazette", "opinion"),
        ("Expert: the dam is a mistake", "", "Gazette", "opinion"),
        ("The dam", "https://g.example/opinion/dam", "Gazette", "opinion"),
        ("The dam", "https://g.example/blogs/dam", "Gazette", "opinion"),
        ("The dam", "https://g.example/blogs/room/news/7-dam", "Gazette", "report"),
        ("The dam", "https://g.example/tipsheet/dam", "Gazette", "opinion"),
        ("The dam", "https://g.example/analysis/dam", "Gazette", "opinion"),
        ("The dam", "https://g.example/article/us-dam-analysis/the-dam-id7", "Gazette", "opinion"),
        ("The dam", "https://g.example/2026/dam-opens-analysis?page=2", "Gazette", "opinion"),
        ("Rain rises, analysis finds", "https://g.example/rain-analysis", "Gazette", "report"),
        ("The dam", "https://g.example/news/factcheck/dam", "Gazette", "opinion"),
        ("The dam", "", "Guest Writer", "opinion"),
        ("Night at the dam", "https://g.example/2026/dam-live-updates/", "Gazette", "live"),
        ("Watch the dam", "https://g.example/2026/watch-live-dam-opens", "Gazette", "report"),
        ("Dam opens: live updates", "https://g.example/opinion/dam", "Gazette", "live"),
        ("The Latest: dam opens at Dunmere", "https://g.example/news/dam", "Gazette", "live"),
        ("Morning briefing", "", "Gazette", "roundup"),
        ("Tuesday briefing: ferry, frost and two verdicts", "", "Gazette", "roundup"),
        ("Tuesday's digest: ferry, frost and two verdicts", "", "Gazette", "roundup"),
        ("Thursday briefings at the palace are cancelled", "", "Gazette", "report"),
        ("Kommentar: Der Damm muss weg", "", "Gazette", "opinion"),
        ("Der Damm", "https://g.example/meinung/damm", "Gazette", "opinion"),
        ("Tribune : le barrage de trop", "", "Gazette", "opinion"),
        ("La presa | Opinión", "", "Gazette", "opinion"),
        ("La diga", "https://g.example/editoriali/diga", "Gazette", "opinion"),
        ("Sturm über Dunmere im Liveticker", "", "Gazette", "live"),
        ("EN DIRECT. Tempête sur Dunmere", "", "Gazette", "live"),
        ("Tormenta en Dunmere", "https://g.example/en-vivo/tormenta", "Gazette", "live"),
        ("Kommentare zum Damm bleiben aus", "https://g.example/region/damm", "Gazette", "report"),
        ("Public opinion turns on the dam", "https://g.example/news/dam", "Gazette", "report"),
    ],
)
def test_what_kind_of_piece_an_article_is(title: str, url: str, outlet: str, kind: str) -> None:
    assert genre(article("x", title=title, url=url, outlet=outlet)) == kind


def test_a_papers_words_on_its_columnists_make_a_column() -> None:
    own = "The opinions expressed by columnists are their own and not those of the Gazette."
    assert genre(article(f"{own}\n\nThe dam opened on Monday.")) == "opinion"
    assert genre(article("Views expressed at the hearing were mixed on Monday.")) == "report"


@pytest.mark.parametrize(
    "title",
    [
        "Storm batters coast. And, pilots vote on strike",
        "Festival opens; plus, a bridge closes",
        "All of Dunmere today - January 15, 2026",
        "Photos of the harbour festival",
        "Harbour festival in photos",
        "Siege of Velmar: List of key events, day 40",
    ],
)
def test_a_newsletter_gathers(title: str) -> None:
    assert genre(article("Text.", title=title)) == "roundup"


@pytest.mark.parametrize(
    ("category", "kind"),
    [
        ("Argument", "opinion"),
        ("Reviews", "opinion"),
        ("Q&A", "opinion"),
        ("Photo Gallery", "opinion"),
        ("Infographic", "opinion"),
        ("Profile", "opinion"),
        ("Review Board", "report"),  # a body
        ("Report", "report"),
        ("World", "report"),
    ],
)
def test_a_category_of_a_feed_names_the_form(category: str, kind: str) -> None:
    piece = replace(article("The dam opened on Monday.", title="The dam"), section=category)
    assert genre(piece) == kind
