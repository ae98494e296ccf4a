"""What the layout engine leaves undone for a reader who listens to a PDF.

Works on pydyf's objects just before they are written: page labels, spoken names for links, and
running heads marked as artifacts (ISO 14289-1, 7.8 and 7.18), so that nobody hears them again on
every page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

PRINT = 4  # an annotation's flag: shown on paper as on the screen


def finish(pdf: Any, labels: Mapping[str, str]) -> None:
    """Completes `pdf`; `labels` holds the spoken name of each link by its target."""
    import pydyf  # type: ignore[import-untyped]

    style = pydyf.Dictionary({"S": "/D"})
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, style])})
    for link in links(pdf):
        link["F"] = PRINT
        target = link["Contents"].string if "Contents" in link else ""
        if target in labels:
            link["Contents"] = pydyf.String(labels[target])
    for stream, numbers in unread(pdf):
        for i, part in enumerate(stream.stream):
            if isinstance(part, dict) and part.get("MCID") in numbers:
                stream.stream[i - 1] = "/Artifact"
                stream.stream[i] = pydyf.Dictionary({"Type": "/Pagination"})


def links(pdf: Any) -> list[Any]:
    """The annotations of the PDF that are links, in the order of its objects."""
    return [o for o in pdf.objects if isinstance(o, dict) and o.get("Subtype") == "/Link"]


def unread(pdf: Any) -> Iterator[tuple[Any, set[int]]]:
    """For each page its content, and the numbers of marked parts that are in no tree."""
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    tree = _object(pdf, root["ParentTree"])
    reached = _reached(pdf, root)
    parents = dict(zip(tree["Nums"][::2], tree["Nums"][1::2], strict=True))
    for page in (o for o in pdf.objects if isinstance(o, dict) and o.get("Type") == "/Page"):
        listed = parents[page["StructParents"]]
        lost = {i for i, reference in enumerate(listed) if reference not in reached}
        for i in lost:
            listed[i] = "null"
        yield _object(pdf, page["Contents"]), lost


def _reached(pdf: Any, root: Any) -> set[bytes]:
    """The references of all elements below `root`."""
    reached: set[bytes] = set()
    waiting = list(root["K"])
    while waiting:
        reference = waiting.pop()
        if isinstance(reference, bytes) and reference not in reached:
            reached.add(reference)
            waiting.extend(_object(pdf, reference).get("K", ()))
    return reached


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
