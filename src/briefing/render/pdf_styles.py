"""One style for all elements that look alike, however many of them have an `id`.

Imported where WeasyPrint is at work already: its classes are extended here.
"""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from weasyprint import css


class Shared(css.ComputedStyle):  # type: ignore[misc]
    """A style of many elements: what is worked out of it is `kept` with it."""

    def __init__(self, *values: Any) -> None:
        super().__init__(*values)
        self.kept: dict[Any, Any] = {}
        self.below: dict[Any, Shared] = {}  # the styles of the elements below it

    @property
    def anonymous_style(self) -> Any:
        """That of the boxes without an element of their own; worked out once."""
        if "anonymous" not in self.kept:
            self.kept["anonymous"] = css.AnonymousStyle(self)
            self.kept["anonymous"].kept = {}
        return self.kept["anonymous"]


class Anchored(css.ComputedStyle):  # type: ignore[misc]
    """The style of one element: that of others, and an `id` of its own."""

    def __init__(self, twin: Shared, anchor: Any) -> None:
        self.__dict__.update(twin.__dict__)  # what is kept is kept for both
        self.twin = twin
        self["anchor"] = anchor

    def __missing__(self, key: str) -> Any:
        value = self[key] = self.twin[key]
        return value

    @property
    def anonymous_style(self) -> Any:
        """That of the style it shares."""
        return self.twin.anonymous_style

    def copy(self) -> Any:
        """A style of its own, with all that this one has."""
        copy = self.twin.copy()
        copy.update(self)
        return copy


def share_styles() -> None:
    """Let the engine style elements through `Shared`, and pages as before."""
    plain = css.StyleFor.set_computed_styles

    def set_computed_styles(
        self: Any,
        element: Any,
        parent: Any,
        root: Any = None,
        pseudo_type: str | None = None,
        base_url: str | None = None,
        target_collector: Any = None,
    ) -> None:
        if isinstance(element, ElementTree.Element):
            style = _style(self, element, parent, root, pseudo_type, base_url)
            self.get_computed_styles()[element, pseudo_type] = style
            if isinstance(style, Anchored) and target_collector and style["anchor"]:
                target_collector.collect_anchor(style["anchor"])
        else:  # the style of a page, which is written to
            plain(self, element, parent, root, pseudo_type, base_url, target_collector)

    css.StyleFor.set_computed_styles = set_computed_styles


def _style(
    styles: Any, element: Any, parent: Any, root: Any, pseudo_type: str | None, base_url: str | None
) -> Shared | Anchored:
    """The style of elements like this one, below one with the style of its parent."""
    computed = styles.get_computed_styles()
    cascaded = styles.get_cascaded_styles().get((element, pseudo_type), {})
    above = computed[parent, None] if parent is not None else None
    above = getattr(above, "twin", above)
    top = computed[root, None] if above is not None else css.InitialStyle(styles.font_config)
    last = (top, base_url, styles.font_config, styles.initial_page_sizes)
    rest = {name: value for name, value in cascaded.items() if name != "anchor"}
    key = (pseudo_type, *((name, _same(v), weight) for name, (v, weight) in rest.items()))
    known = above.below if above is not None else {}
    shared = known.get(key)
    if shared is None:
        shared = known[key] = Shared(above, rest, pseudo_type, *last)
    if "anchor" not in cascaded:
        return shared
    own = css.ComputedStyle(above, {"anchor": cascaded["anchor"]}, pseudo_type, *last)
    return Anchored(shared, own["anchor"])


def _same(value: Any) -> Any:
    """Names a declared value: the text itself, else the object, which its style keeps alive."""
    return value if isinstance(value, str) else id(value)
