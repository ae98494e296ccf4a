"""The archive to read: all editions as a set of pages that link to each other.

`abstract` is what one edition adds to the pages across editions, `catalogue` what all of them
make together, `plan` the pages with what each is made from, and a page is made only when asked for.
The same pages are written by `briefing site` and answered by `briefing serve`.
"""

from briefing.render.site.abstracts import AbstractData, SaidData, abstract
from briefing.render.site.layout import Site
from briefing.render.site.plan import Key, Page, Shelf, plan

__all__ = ["AbstractData", "Key", "Page", "SaidData", "Shelf", "Site", "abstract", "plan"]
