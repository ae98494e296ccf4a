"""Fonts that come as packages: a page looks the same on every machine."""

from __future__ import annotations

import base64
import io
import unicodedata
from collections.abc import Collection
from importlib.metadata import distributions
from importlib.util import find_spec
from pathlib import Path
from xml.sax.saxutils import escape

# The package that has the letters of a script, by the first word of their Unicode names.
PACKAGES = {
    "ARABIC": "fontpkg-noto-sans-arabic",
    "HEBREW": "fontpkg-noto-sans-hebrew",
    "DEVANAGARI": "fontpkg-noto-sans-devanagari",
    "BENGALI": "fontpkg-noto-sans-bengali",
    "TAMIL": "fontpkg-noto-sans-tamil",
    "THAI": "fontpkg-noto-sans-thai",
    "GEORGIAN": "fontpkg-noto-sans-georgian",
    "ARMENIAN": "fontpkg-noto-sans-armenian",
    "CJK": "fontpkg-noto-sans-sc",
    "HIRAGANA": "fontpkg-noto-sans-jp",
    "KATAKANA": "fontpkg-noto-sans-jp",
    "HANGUL": "fontpkg-noto-sans-kr",
}

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
<alias><family>serif</family><prefer><family>Source Serif 4</family></prefer></alias>
<alias><family>sans-serif</family><prefer><family>Source Sans 3</family></prefer></alias>
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
    path.write_text(_CONFIGURATION.format(folders=listed, cache=escape(str(folder / "cache"))))
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
    mend = f"install {package}" if package else "install a font package (fontpkg-...) that has it"
    return f"no installed font has {shown}: {mend}"


# --- for a page that brings its fonts along -------------------------------------------

# Family, the package's file, style. A variable font has all its weights in one file.
FACES = (
    ("Source Serif 4", "fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf", "normal"),
    ("Source Serif 4", "fontpkg_source_serif_4", "SourceSerif4-Italic[opsz,wght].ttf", "italic"),
    ("Source Sans 3", "fontpkg_source_sans_3", "SourceSans3[wght].ttf", "normal"),
)


def embedded_faces(text: str) -> str:
    """`@font-face` rules with the letters of `text`, each font cut to them, as `data:` URLs."""
    rules = []
    for family, package, file, style in FACES:
        found = find_spec(package)
        if found is None or found.origin is None:
            continue
        content = base64.b64encode(_cut(Path(found.origin).parent / "files" / file, text)).decode()
        rules.append(
            f'@font-face{{font-family:"{family}";font-style:{style};font-weight:200 900;'
            f'src:url(data:font/woff2;base64,{content}) format("woff2")}}'
        )
    return "".join(rules)


def _cut(path: Path, text: str) -> bytes:
    """The font as WOFF2 with the letters of `text` and the features that the page uses."""
    from fontTools import subset, ttLib  # type: ignore[import-untyped]

    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum"]
    options.notdef_outline = True
    font = ttLib.TTFont(path, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=sorted({ord(c) for c in text}))
    cutter.subset(font)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()
