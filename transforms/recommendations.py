"""Advice that a paper gives under a number: 'Recommendation 1', a title, and what follows."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.document import Block, Document, Table
from transforms.findings import Recommendation
from transforms.labels import Labels

_NUMBERED = re.compile(
    r"^\s*Recommendation\s+(?:no\.?\s*)?(?P<number>\d{1,2}|[A-Z])\b\s*(?:[:.)–—-]\s*)*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TITLE_END = re.compile(r"\s*[–—:-]\s*$")
_TITLE_MOST = 110


def recommendations_of(
    document: Document, start: int, end: int, frameworks: Sequence[Labels], authority_code: str | None
) -> tuple[Recommendation, ...]:
    """The numbered recommendations from `start` to `end` of the body, each with the benchmark that its title names.

    A recommendation ends at the next one, at a heading that is not its title, at a table, and on slides with the slide.
    """
    body = document.body[start:end]
    starts = [
        at
        for at, part in enumerate(body)
        if isinstance(part, Block) and part.kind != "furniture" and _NUMBERED.match(part.text)
    ]
    found = []
    for at, following in pairwise([*starts, len(body)]):
        recommendation = _read(body[at:following], frameworks, authority_code)
        if recommendation is not None:
            found.append(recommendation)
    return tuple(found)


def _read(
    parts: Sequence[Block | Table], frameworks: Sequence[Labels], authority_code: str | None
) -> Recommendation | None:
    first = parts[0]
    if not isinstance(first, Block) or not (match := _NUMBERED.match(first.text)):
        return None
    rest = match["rest"].strip()
    texts = _texts(first, parts[1:])
    title, body = _titled(rest, texts)
    if not title and not body:
        return None
    labels, benchmark = _benchmark(title, frameworks)
    return Recommendation(
        number=match["number"],
        title=title,
        text="\n".join(body),
        page=first.page,
        authority_code=authority_code,
        framework=labels.framework.id if labels else None,
        benchmark=benchmark,
    )


def _texts(first: Block, parts: Sequence[Block | Table]) -> list[str]:
    """The texts that belong to a recommendation."""
    texts: list[str] = []
    for part in parts:
        if isinstance(part, Table):
            break
        if part.kind in {"furniture", "note", "picture"}:
            continue
        if part.kind in {"title", "heading"} and (texts or part.page != first.page):
            break
        if part.page != first.page and first.kind == "title":
            break
        texts.extend(line.strip() for line in part.text.split("\n") if line.strip())
    return texts


def _titled(rest: str, texts: list[str]) -> tuple[str, list[str]]:
    """Title and body: the title follows the number, or is the short first line, often ending in a dash."""
    if rest:
        head, _, tail = rest.partition("\n")
        if len(head) <= _TITLE_MOST and not head.endswith("."):
            return _TITLE_END.sub("", head), [line for line in (tail.strip(), *texts) if line]
        return "", [rest, *texts]
    if texts and len(texts[0]) <= _TITLE_MOST and not texts[0].endswith("."):
        return _TITLE_END.sub("", texts[0]).strip(), texts[1:]
    return "", texts


def _benchmark(title: str, frameworks: Sequence[Labels]) -> tuple[Labels | None, str | None]:
    for labels in frameworks:
        if item := labels.named(title):
            return labels, item.id
    return (frameworks[0], None) if frameworks else (None, None)
