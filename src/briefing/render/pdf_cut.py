"""Fonts cut for a PDF by HarfBuzz alone.

WeasyPrint lets HarfBuzz cut a variable font to the letters used, and FontTools set its weight and
optical size, in Python: a seventh of the time of a long edition. Since version 6 HarfBuzz sets
them itself.
"""

from __future__ import annotations

import io
from typing import Any

NEEDED = (6, 0, 0)
_DECLARED = """
    hb_bool_t hb_subset_input_pin_axis_location (
        hb_subset_input_t *input, hb_face_t *face, hb_tag_t axis_tag, float axis_value);
"""
# Of no use in a PDF, and with them letters that no text has: as WeasyPrint chooses.
_DROPPED = (b"BASE", b"DSIG", b"GPOS", b"GSUB", b"JSTF", b"LTSH", b"PCLT", b"STAT", b"SVG ")


def cut_by_harfbuzz() -> None:
    """Let fonts lose their axes to HarfBuzz, where it can; FontTools has what is left."""
    from weasyprint.pdf.fonts import Font
    from weasyprint.text import ffi

    if ffi.harfbuzz_subset is None or not ffi.harfbuzz.hb_version_atleast(*NEEDED):
        return
    ffi.ffi.cdef(_DECLARED)
    clean = Font.clean

    def cleaned(font: Any, used: dict[int, str], hinting: bool) -> None:
        plain = not (font.png or font.svg or font.colr)
        if used and plain and "fvar" in font.tables and _still(font, used, hinting, ffi):
            return
        clean(font, used, hinting)

    Font.clean = cleaned


def _still(font: Any, used: dict[int, str], hinting: bool, engine: Any) -> bool:
    """Make `font` one of its instances, with the letters `used`; False where that fails."""
    from weasyprint.text.fonts import get_hb_object_data

    cut = engine.harfbuzz_subset
    flags = cut.HB_SUBSET_FLAGS_PASSTHROUGH_UNRECOGNIZED
    if font.missing:
        flags |= cut.HB_SUBSET_FLAGS_NOTDEF_OUTLINE
    retained = flags | cut.HB_SUBSET_FLAGS_RETAIN_GIDS
    face = _cut(font.hb_face, sorted(used), retained, _location(font), engine)
    if face is None:
        return False
    if not hinting:
        flags |= cut.HB_SUBSET_FLAGS_NO_HINTING
    # Numbers of letters stay as they are; what comes after the last one goes.
    last = _cut(face, list(range(max(used) + 1)), flags, {}, engine)
    if last is None:
        return False
    font.file_content = get_hb_object_data(last)
    return True


def _cut(face: Any, letters: list[int], flags: int, axes: dict[str, float], engine: Any) -> Any:
    """The face with these letters alone, at this place of its axes; None where it cannot be."""
    cut, ffi = engine.harfbuzz_subset, engine.ffi
    wanted = ffi.gc(cut.hb_subset_input_create_or_fail(), cut.hb_subset_input_destroy)
    _add(engine, cut.hb_subset_input_glyph_set(wanted), letters)
    dropped = cut.hb_subset_input_set(wanted, cut.HB_SUBSET_SETS_DROP_TABLE_TAG)
    _add(engine, dropped, sorted(_tag(engine, name) for name in _DROPPED))
    cut.hb_subset_input_set_flags(wanted, flags)
    pin = cut.hb_subset_input_pin_axis_location
    if not all(pin(wanted, face, _tag(engine, a.encode()), at) for a, at in axes.items()):
        return None
    made = cut.hb_subset_or_fail(face, wanted)
    return None if made == ffi.NULL else ffi.gc(made, engine.harfbuzz.hb_face_destroy)


def _location(font: Any) -> dict[str, float]:
    """The value of each axis, as WeasyPrint chooses it."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    axes = TTFont(io.BytesIO(font.file_content), fontNumber=font.index, lazy=True)["fvar"].axes
    chosen = {"wght": font.weight, "opsz": font.font_size, "ital": int(font.style == 2)}
    values = {a.axisTag: chosen.get(a.axisTag, a.defaultValue) for a in axes} | font.variations
    bounds = {a.axisTag: (a.minValue, a.maxValue) for a in axes}
    return {
        tag: min(max(value, bounds[tag][0]), bounds[tag][1])
        for tag, value in values.items()
        if tag in bounds
    }


def _tag(engine: Any, name: bytes) -> int:
    return int(engine.harfbuzz.hb_tag_from_string(name, -1))


def _add(engine: Any, target: Any, numbers: list[int]) -> None:
    array = engine.ffi.new("hb_codepoint_t[]", numbers)
    engine.harfbuzz.hb_set_add_sorted_array(target, array, len(numbers))
