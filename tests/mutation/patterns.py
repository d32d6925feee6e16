"""Regular expressions weakened: one alternative, one quantifier or one look around taken away."""

import ast
import re
from collections.abc import Iterator

_GROUP = re.compile(r"\((?:\?(?:P<\w+>|[:=!]|<[=!]))?")
_QUANTIFIER = re.compile(r"\{\d*,?\d*\}|[?*+]")


def weakened_patterns(pattern: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """What is taken away, and the expression of the pattern without it. The parts of an f-string are each looked at."""
    if isinstance(pattern, ast.Constant):
        for dropped, left in _weakened(pattern.value, whole=True):
            yield dropped, ast.Constant(left)
    elif isinstance(pattern, ast.JoinedStr):
        for at, part in enumerate(pattern.values):
            if isinstance(part, ast.Constant):
                for dropped, left in _weakened(part.value, whole=False):
                    yield dropped, ast.JoinedStr([*pattern.values[:at], ast.Constant(left), *pattern.values[at + 1 :]])


def _weakened(text: str, whole: bool) -> Iterator[tuple[str, str]]:
    for start, end, shown in _removable(text, whole):
        yield f"{shown!r} at {start}", text[:start] + text[end:]


def _removable(text: str, whole: bool) -> Iterator[tuple[int, int, str]]:
    """Start, end and name of what may go. A part of an f-string has no known edges: nothing goes that touches them."""
    groups: list[tuple[int, int | None]] = [(0, 0 if whole else None)]  # (where it opens, where its alternative starts)
    at = 0
    while at < len(text):
        if text[at] == "\\":
            at += 2
        elif text[at] == "[":
            at = _end_of_class(text, at)
        elif opening := _GROUP.match(text, at):
            groups.append((at, opening.end()))
            at = opening.end()
        elif text[at] in "|)":
            opened, start = groups[-1]
            if start is not None and (text[at] == "|" or text[start - 1 : start] == "|"):
                yield (start, at + 1, text[start:at]) if text[at] == "|" else (start - 1, at, text[start:at])
            at += 1
            if text[at - 1] == "|":
                groups[-1] = (opened, at)
            else:
                if len(groups) > 1:
                    groups.pop()
                if text[opened : opened + 4].startswith(("(?!", "(?<!", "(?=", "(?<=")):
                    yield opened, at, text[opened:at]
        elif (sign := _QUANTIFIER.match(text, at)) and at:
            yield at, sign.end(), text[max(0, at - 12) : sign.end()]
            at = sign.end()
        else:
            if text[at] in "^$" or text[at - 1 : at + 1] == r"\b":
                yield at, at + 1, text[at]
            at += 1
    opened, start = groups[-1]
    if whole and start:
        yield start - 1, at, text[start:]


def _end_of_class(text: str, at: int) -> int:
    at += 2 if text[at + 1] == "^" else 1
    at += text[at] == "]"
    while text[at] != "]":
        at += 2 if text[at] == "\\" else 1
    return at + 1
