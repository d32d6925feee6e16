"""How the report writes dates, places, changes and addresses."""

import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from warehouse.publication.heatmaps import number_text

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
METHOD_WORDS = {"table": "table", "chart": "chart", "picture": "picture", "text": "running text"}


def day_text(day: date | None) -> str:
    """'8 September 2022', 'not known' where there is none; the same in every locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else "not known"


def in_words(text: str) -> str:
    """The text with its dates as people write them: 'It ended on 31 March 2021.'"""
    return re.sub(r"\b\d{4}-\d\d-\d\d\b", lambda found: day_text(date.fromisoformat(found[0])), text)


def change_text(change: float | None) -> str:
    """A difference with its sign: '+1', '−0.5', '0'."""
    if change is None:
        return ""
    text = number_text(abs(change))
    return text if text == "0" else f"{'+' if change > 0 else '−'}{text}"


def place_text(record: Mapping[str, Any]) -> str:
    """Where a figure stands: 'page 7, 72 to 110 across, 200 to 214 down' (points from the page's top left)."""
    parts = [f"page {record['page']}"] if record["page"] is not None else []
    if record.get("bbox"):
        left, top, right, bottom = record["bbox"]
        parts += [f"{left:.0f} to {right:.0f} across", f"{top:.0f} to {bottom:.0f} down"]
    return ", ".join(parts) or "the format has no pages"


def reading_text(record: Mapping[str, Any]) -> str:
    """What was read from the printed text: '4 (met)', or the band alone, or 'nothing'."""
    score = number_text(record["score"]) if record["score"] is not None else ""
    band = (record["band"] or "").replace("_", " ")
    return f"{score} ({band})" if score and band else score or band or "nothing"


def method_text(method: str) -> str:
    """How a figure was seen."""
    return METHOD_WORDS.get(method, method)


def web_address(address: str | None) -> str | None:
    """The address where it leads somewhere on the web, None for a file of whoever made the publication."""
    return address if address and urlsplit(address).scheme in ("http", "https") else None


def anchor(id: str) -> str:
    """The name of a place in the page; ids with characters that a name cannot have get a short hash instead."""
    if re.fullmatch(r"[\w.-]+", id, re.ASCII):
        return f"o-{id}"
    return f"o-{hashlib.sha256(id.encode()).hexdigest()[:16]}"


FILTERS: dict[str, Callable[..., Any]] = {
    "day": day_text,
    "in_words": in_words,
    "change": change_text,
    "place": place_text,
    "reading": reading_text,
    "method": method_text,
    "web": web_address,
    "anchor": anchor,
}
