"""Where the pages of the report lie, and how they point to one another."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from warehouse.publication.phrases import anchor

FOLDER = "report"


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses as one page writes them. `root` leads from it to the release, `pages` to the folder of the pages."""

    root: str
    pages: str
    papers: Mapping[str, str]
    """The paper of each value, by the ids of both."""

    def value(self, observation_id: str) -> str:
        """The evidence of a value."""
        return f"{self.paper(self.papers[observation_id])}#{anchor(observation_id)}"

    def paper(self, document_id: str) -> str:
        """The page of a paper."""
        return f"{self.pages}{paper_page(document_id)}"

    def authority(self, code: str) -> str:
        """The page of an authority."""
        return f"{self.pages}{authority_page(code)}"

    def region(self, name: str, framework: str = "", year: int | None = None) -> str:
        """The page of a region, or the place in it of a framework and a year."""
        return f"{self.pages}{region_page(name)}" + (f"#{year_anchor(framework, year)}" if year else "")

    def coverage(self, place: str = "") -> str:
        """The page of what is held and what is missing."""
        return f"{self.pages}coverage.html" + (f"#{place}" if place else "")

    def picture(self, file_name: str) -> str:
        """A picture of a part of a paper."""
        return f"{self.root}evidence/{file_name}"


def on_first_page(papers: Mapping[str, str]) -> Links:
    """For `index.html`."""
    return Links("", f"{FOLDER}/", papers)


def on_inner_pages(papers: Mapping[str, str]) -> Links:
    """For every other page."""
    return Links("../", "", papers)


def paper_page(document_id: str) -> str:
    """The file of a paper's page."""
    return f"paper-{_named(document_id[:16])}.html"


def authority_page(code: str) -> str:
    """The file of an authority's page."""
    return f"authority-{_named(code)}.html"


def region_page(name: str) -> str:
    """The file of a region's page."""
    return f"region-{_named(name)}.html"


def year_anchor(framework: str, year: int) -> str:
    """The name of the place of a framework and a year in a region's page."""
    return f"{_named(framework)}-{year}"


def _named(text: str) -> str:
    """The text as part of a file's name; where another text could give the same, a short hash goes with it."""
    if re.fullmatch(r"[A-Za-z0-9]+([ -][A-Za-z0-9]+)*", text) and not (" " in text and "-" in text):
        return text.replace(" ", "-").lower()
    return f"{re.sub(r'[^a-z0-9]+', '-', text.lower()).strip('-')}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
