"""Fonts that come as packages: a page looks the same on every machine."""

from __future__ import annotations

import base64
import io
import re
import unicodedata
from collections.abc import Collection
from importlib.metadata import distributions
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

# The package that has the letters of a script, by the first word of their Unicode names.
PACKAGES = {
    "ARABIC": "fontpkg-ibm-plex-sans-arabic",
    "HEBREW": "fontpkg-assistant",  # drawn to go with Source Sans
    "DEVANAGARI": "fontpkg-noto-sans-devanagari",
    "BENGALI": "fontpkg-hind-siliguri",
    "TAMIL": "fontpkg-noto-sans-tamil",
    "TELUGU": "fontpkg-noto-sans-telugu",
    "THAI": "fontpkg-noto-sans-thai",
    "KHMER": "fontpkg-noto-sans-khmer",
}

# Other Arabic fonts draw the dots of a letter apart from it: a PDF then has letters that nobody can
# copy, search or hear, since one body stands for several.
_ARABIC = "<family>IBM Plex Sans Arabic</family>"

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
<alias><family>serif</family><prefer><family>Source Serif 4</family>{arabic}</prefer></alias>
<alias><family>sans-serif</family><prefer><family>Source Sans 3</family>{arabic}</prefer></alias>
</fontconfig>
"""


def folders() -> tuple[Path, ...]:
    """The folders of all installed font packages (`fontpkg-...`), in order of their names."""
    names = {
        distribution.metadata["Name"].lower().replace("-", "_")
        for distribution in distributions()
        if (distribution.metadata["Name"] or "").lower().startswith("fontpkg-")
    }
    specs = [find_spec(name) for name in sorted(names)]
    return tuple(Path(s.origin).parent / "files" for s in specs if s is not None and s.origin)


def configuration(folder: Path) -> Path:
    """A fontconfig file in `folder` that knows the packages' fonts and none of the system."""
    path = folder / "fonts.conf"
    listed = "\n".join(f"<dir>{escape(str(place))}</dir>" for place in folders())
    cache = escape(str(folder / "cache"))
    path.write_text(_CONFIGURATION.format(folders=listed, cache=cache, arabic=_ARABIC))
    return path


def advice(missing: Collection[str]) -> list[str]:
    """A sentence for each script with letters that no font has, and the package that has them."""
    scripts: dict[str, list[str]] = {}
    for character in sorted(missing):
        script = unicodedata.name(character, "unnamed").partition(" ")[0]
        scripts.setdefault(script, []).append(character)
    return [_advice(script, letters) for script, letters in sorted(scripts.items())]


def _advice(script: str, letters: list[str]) -> str:
    shown = " ".join(f"{c} (U+{ord(c):04X})" for c in letters[:5])
    package = PACKAGES.get(script)
    mend = f"install {package}" if package else "install a package (fontpkg-...) that has them"
    return f"no installed font has {shown}: {mend}"


# --- for a page that brings its fonts along -------------------------------------------

SERIF, SANS, ARABIC = (
    "fontpkg_source_serif_4",
    "fontpkg_source_sans_3",
    "fontpkg_ibm_plex_sans_arabic",
)


class Face(NamedTuple):
    """A file of a package. A variable font has all its weights in one; others have a file each."""

    family: str
    package: str
    file: str
    style: str = "normal"
    weights: str = "200 900"


FACES = (
    Face("Source Serif 4", SERIF, "SourceSerif4[opsz,wght].ttf"),
    Face("Source Serif 4", SERIF, "SourceSerif4-Italic[opsz,wght].ttf", "italic"),
    Face("Source Sans 3", SANS, "SourceSans3[wght].ttf"),
)
ARABIC_FACES = (
    Face("IBM Plex Sans Arabic", ARABIC, "IBMPlexSansArabic-Regular.ttf", weights="200 500"),
    Face("IBM Plex Sans Arabic", ARABIC, "IBMPlexSansArabic-Bold.ttf", weights="600 900"),
)
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3]")


def embedded_faces(text: str) -> str:
    """`@font-face` rules with the letters of `text`, each font cut to them, as `data:` URLs."""
    rules = []
    for face in FACES + (ARABIC_FACES if _ARABIC_LETTER.search(text) else ()):
        found = find_spec(face.package)
        if found is None or found.origin is None:
            continue
        cut = _cut(Path(found.origin).parent / "files" / face.file, text)
        rules.append(
            f'@font-face{{font-family:"{face.family}";font-style:{face.style};'
            f"font-weight:{face.weights};src:url(data:font/woff2;base64,"
            f'{base64.b64encode(cut).decode()}) format("woff2")}}'
        )
    return "".join(rules)


def _cut(path: Path, text: str) -> bytes:
    """The font as WOFF2 with the letters of `text` and the features that the page uses."""
    from fontTools import subset, ttLib  # type: ignore[import-untyped]

    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = [
        *"kern liga mark mkmk ccmp locl tnum".split(),
        *"init medi fina rlig calt".split(),
    ]
    options.notdef_outline = True
    options.drop_tables += ["meta"]
    font = ttLib.TTFont(path, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=sorted({ord(c) for c in text}))
    cutter.subset(font)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()
