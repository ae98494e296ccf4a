"""WeasyPrint, spared the work that changes nothing in its pages.

An edition is thousands of small elements that look alike. The layout engine computes two hundred
values of style for nearly each of them, since an `id` above an element makes its style its own;
resolves the same lengths for every box and every line; keeps six styles for notes that no page
has; lays out each page of contents a third time; and asks compilers where its libraries lie. What
is here makes half the work of it, and not one byte of the file differs (a test compares them).

It reaches into the engine, so it is done for the version alone that it was compared with.
"""

from __future__ import annotations

import ctypes.util
import re
import sys
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

from briefing.render.pdf_cut import cut_by_harfbuzz

COMPARED = "70.0"

# The pseudo-elements that the engine styles for every element: by this name, what asks for them.
_NOTES = re.compile(r"^::(?:footnote|note)-\w+ .*$", re.MULTILINE)
_WITH_NOTES = re.compile(r"footnote|\bnote\(|note-", re.IGNORECASE)
_MARKER = "::marker {"


def engine() -> Any:
    """The module `weasyprint`, imported without a search for libraries by way of compilers.

    On Linux the last name that it tries for each library is the one that the loader knows; for
    the names before it `find_library` would start `ldconfig`, `gcc` and `ld` eighty times.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        import weasyprint  # reads FONTCONFIG_FILE when imported
    finally:
        ctypes.util.find_library = search
    return weasyprint


def hasten(weasyprint: Any, page: str) -> None:
    """Spare the engine its needless work for `page`, where it is the version compared."""
    if weasyprint.__version__ != COMPARED:
        return
    _parse_as_xml()
    _style_no_notes(page)
    from briefing.render.pdf_styles import share_styles  # which imports WeasyPrint

    share_styles()
    _remember()
    _keep_contexts()
    _count_once()
    cut_by_harfbuzz()


def _replace(old: object, new: object) -> None:
    """Put `new` wherever a module of the engine names `old`."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "weasyprint":
            for key in [key for key, value in vars(module).items() if value is old]:
                setattr(module, key, new)


def _parse_as_xml() -> None:
    """Our pages are XML as well, which the parser of Python's library reads ten times as fast.

    Others, such as those of somebody's own templates, go to the parser of HTML as before.
    """
    import tinyhtml5  # type: ignore[import-untyped]

    parse = tinyhtml5.parse

    def parsed(file: Any, **options: Any) -> Any:
        text = file.read()
        file.seek(0)
        try:
            return ElementTree.fromstring(text)  # noqa: S314 (made here; expat limits entities)
        except ElementTree.ParseError:
            return parse(file, **options)

    tinyhtml5.parse = parsed


def _style_no_notes(page: str) -> None:
    """The engine's own style sheet without pseudo-elements that nothing on `page` can have."""
    from weasyprint import html

    sheet = html.UA
    if not _WITH_NOTES.search(page.replace("doc-noteref", "")):
        sheet = _NOTES.sub("", sheet)
    if "list-item" not in page:
        sheet = sheet.replace(_MARKER, f"li{_MARKER}")
    counters = html.UA_COUNTER_STYLE
    html.UA_STYLESHEET = html.CSS(string=sheet, counter_style=counters)
    _replace(vars(sys.modules["weasyprint"])["UA_STYLESHEET"], html.UA_STYLESHEET)


# The lengths that a box gets from its style and from the box around it.
_LENGTHS = (
    *(f"margin_{side}" for side in ("left", "right", "top", "bottom")),
    *(f"padding_{side}" for side in ("left", "right", "top", "bottom")),
    *(f"border_{side}_width" for side in ("left", "right", "top", "bottom")),
    *(f"{most}{size}" for most in ("", "min_", "max_") for size in ("width", "height")),
)


def _remember() -> None:
    """What depends on a style alone is worked out once."""
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout import percent
    from weasyprint.text import fonts, line_break

    resolve = percent.resolve_percentages

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        kept = getattr(box.style, "kept", None)
        if kept is None or box.style["border_collapse"] == "collapse":
            resolve(box, containing_block)
            return
        around = containing_block
        size = (around.width, around.height) if isinstance(around, boxes.Box) else tuple(around)
        key = (*size, isinstance(box, boxes.PageBox))
        found = kept.get(key)
        if found is None:
            resolve(box, containing_block)
            kept[key] = {name: vars(box)[name] for name in _LENGTHS}
        else:
            vars(box).update(found)

    _replace(resolve, resolve_percentages)
    for work in (fonts.get_font_description, line_break._font_style_cache_key):
        _replace(work, _kept(work))


def _keep_contexts() -> None:
    """Pango is told once of a style's direction and language."""
    from weasyprint.text import constants, ffi, line_break

    pango, unref = ffi.pango, ffi.gobject.g_object_unref
    setup = line_break.Layout.setup

    def set_up(layout: Any, style: Any) -> None:
        kept = getattr(style, "kept", None)
        if kept is None or not kept.setdefault("plain", _plain(style)):
            setup(layout, style)
            return
        if "context" not in kept:
            made = pango.pango_font_map_create_context(style.font_config.font_map)
            context = ffi.ffi.gc(made, unref)
            pango.pango_context_set_round_glyph_positions(context, False)
            direction = constants.PANGO_DIRECTION[style["direction"]]
            pango.pango_context_set_base_dir(context, direction)
            name, _bytes = ffi.unicode_to_char_p(style["lang"])
            language = pango.pango_language_from_string(name)
            pango.pango_context_set_language(context, language)
            kept["context"] = context, language
        context, layout.language = kept["context"]
        layout.style = style
        layout.first_line_direction = 0
        layout.layout = ffi.ffi.gc(pango.pango_layout_new(context), unref)
        pango.pango_layout_set_auto_dir(layout.layout, False)
        description = line_break.get_font_description(style)
        pango.pango_layout_set_font_description(layout.layout, description)
        layout.ascent = layout.underline_position = layout.strikethrough_position = None

    line_break.Layout.setup = set_up


_FEATURES = (
    *("kerning", "variant_ligatures", "variant_position", "variant_caps", "variant_numeric"),
    *("variant_alternates", "variant_east_asian", "feature_settings"),
)


def _plain(style: Any) -> bool:
    """Whether its text is set without lines and features of its own."""
    from weasyprint.text.fonts import font_features

    features = font_features(*(style[f"font_{name}"] for name in _FEATURES))
    plain = style["text_decoration_line"] == "none" and style["font_language_override"] == "normal"
    return bool(plain and style["lang"] and not features)


def _kept(work: Callable[..., Any]) -> Callable[..., Any]:
    """`work`, done once for each style."""

    def working(style: Any, *rest: Any, **named: Any) -> Any:
        kept = getattr(style, "kept", None)
        if kept is None:
            return work(style, *rest, **named)
        key = (work, rest, *named.items())
        if key not in kept:
            kept[key] = work(style, *rest, **named)
        return kept[key]

    return working


def _count_once() -> None:
    """A page that names the numbers of others is made anew where one of them has changed.

    The engine does not know whose number `target-counter(attr(...))` is. It makes every such page
    a second time, and a third when the number of pages is known.
    """
    from weasyprint.css.targets import TargetCollector

    collect = TargetCollector.collect_missing_counters

    def collect_missing_counters(
        self: Any, box: Any, kind: str, again: Any, own: list[str], others: dict[Any, list[str]]
    ) -> None:
        content = box.style["content"]
        if kind == "content" and list(others) == [None] and isinstance(content, tuple | list):
            targets = [value[0] for name, value in content if name == "target-counter()"]
            known = all(name in ("string", "attr()", "target-counter()") for name, _ in content)
            if known and all(target[0] == "attr()" for target in targets):
                names = [box.element.get(target[1][0], "") for target in targets]
                own, others = [], {name[1:]: others[None] for name in names}
        collect(self, box, kind, again, own, others)

    TargetCollector.collect_missing_counters = collect_missing_counters
