"""Templates -> pages. Everything in them comes from papers of strangers: it is escaped, and stripped of what no page
can hold.
"""

from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from extractors.preview.lettering import printable
from flows.errors import CannotWrite

STATUS_WORDS = {"accepted": "accepted", "review": "held for review", "rejected": "rejected"}
STATUS_MARKS = {"accepted": "●", "review": "○", "rejected": "✕"}
"""Shapes that tell the status without colour."""
METHOD_WORDS = {"table": "a table", "chart": "a chart", "picture": "a picture", "text": "running text"}


def render(template: str, **facts: Any) -> str:
    """One page as text, ending in one line break."""
    return printable(_environment().get_template(template).render(**facts)).rstrip() + "\n"


def write_page(file: Path, page: str) -> None:
    """Write a page to a file, whose folder is made if missing. Raises CannotWrite."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CannotWrite(file, error.strerror or str(error)) from error


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("flows.pages"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        status_words=STATUS_WORDS, status_marks=STATUS_MARKS, method_words=METHOD_WORDS, counted=counted
    )
    return environment


def counted(number: int, one: str, many: str | None = None) -> str:
    """'1 table', '3 tables'."""
    return f"{number} {one if number == 1 else many or one + 's'}"
