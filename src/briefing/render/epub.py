"""The edition as an EPUB 3 book: one page, a table of contents, the data beside them."""

from __future__ import annotations

import hashlib
import io
import uuid
import zipfile
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from briefing.edition import Edition, StoryData
from briefing.errors import RenderError
from briefing.render.charts import bars, course
from briefing.render.environment import DEFAULT
from briefing.render.frame import Frame, frame
from briefing.render.html import clean, page
from briefing.render.json import json_text
from briefing.render.looks import look

LOOK = "briefing:look"  # the name under which a book says with which templates it was made

# A zip file knows no date before this one, and the clock must not be asked.
EPOCH = (1980, 1, 1, 0, 0, 0)

CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


def epub(edition: Edition, *, theme: str = DEFAULT, templates: Path | None = None) -> bytes:
    """The file's bytes, the same for the same edition. Raises RenderError."""
    contents, text = pages(edition, theme=theme, templates=templates)
    files = {
        "META-INF/container.xml": CONTAINER,
        "EPUB/package.opf": package(edition, look(theme, templates)),
        "EPUB/contents.xhtml": contents,
        "EPUB/briefing.xhtml": text,
        "EPUB/briefing.json": json_text(edition),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as book:
        # The type comes first and uncompressed: readers look for it at a fixed place (OCF 4.2).
        book.writestr(zipfile.ZipInfo("mimetype", EPOCH), "application/epub+zip")
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            book.writestr(entry, content)
    return written.getvalue()


def pages(
    edition: Edition, *, theme: str = DEFAULT, templates: Path | None = None
) -> tuple[str, str]:
    """The table of contents, and the page."""
    return _contents(edition, frame(edition)), _page(edition, theme, templates)


def _page(edition: Edition, theme: str, templates: Path | None) -> str:
    """The page as XHTML: the templates' HTML, which has to be well-formed."""
    text = page(edition, "book", theme, templates)
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + text[text.index("<!DOCTYPE") :]
    try:
        ElementTree.fromstring(text)  # noqa: S314 (our own page, checked before it is sent)
    except ElementTree.ParseError as error:
        raise RenderError(f"the templates make no well-formed XHTML: {error}") from error
    return text


def package(edition: Edition, made_with: str) -> str:
    """What the book says of itself: its title, its day, its files, the look it was made with."""
    words = frame(edition)
    name = uuid.UUID(hashlib.sha256(json_text(edition).encode()).hexdigest()[:32])
    title = _plain(f"{edition['title']}, {words.short_day(edition['day'])}")
    drawn = ' properties="svg"' if any(map(_has_chart, edition["stories"])) else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"
 xml:lang={quoteattr(words.language)}>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:{name}</dc:identifier>
<dc:title>{title}</dc:title>
<dc:language>{escape(words.language)}</dc:language>
<dc:creator>{_plain(edition["title"])}</dc:creator>
<dc:date>{edition["day"]}</dc:date>
<meta property="dcterms:modified">{edition["window"]["end"]}</meta>
<meta name="{LOOK}" content="{made_with}"/>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="briefing" href="briefing.xhtml" media-type="application/xhtml+xml"{drawn}/>
<item id="data" href="briefing.json" media-type="application/json"/>
</manifest>
<spine page-progression-direction="{words.direction}"><itemref idref="briefing"/></spine>
</package>
"""


def _contents(edition: Edition, words: Frame) -> str:
    rows = "\n".join(
        f'<li><a href="briefing.xhtml#story-{story["number"]}">{_plain(story["headline"])}</a></li>'
        for story in edition["stories"]
    )
    top = f'<li><a href="briefing.xhtml">{_plain(edition["title"])}</a></li>'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
 lang={quoteattr(words.language)} dir="{words.direction}">
<head><title>{_plain(edition["title"])}</title></head>
<body><nav epub:type="toc"><ol>
{top}
{rows}
</ol></nav></body>
</html>
"""


def _has_chart(story: StoryData) -> bool:
    return bool(bars(story["hours"]) or course(story.get("course", [])))


def _plain(text: str) -> str:
    """`text` for XML, which has no place for control characters."""
    return escape(clean(text)) or "\u2013"
