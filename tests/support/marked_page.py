"""Marks for the grid readers, made by hand: six points a letter, ten points high."""

from collections.abc import Iterable, Sequence

from extractors.grids.marks import Fill, Glyph, Marks, Stroke, Word


def typed(text: str, x: float, base: float, *, size: float = 10, letter: float = 5.0) -> list[Glyph]:
    """The characters of a text that starts at x on the base line."""
    return [
        Glyph(char, (x + letter * n, base - 8, x + letter * (n + 1), base + 2), (x + letter * n, base), letter, size)
        for n, char in enumerate(text)
    ]


def written(text: str, x: float, top: float, *, run: int = 0, letter: float = 5.0, angle: int = 0) -> list[Word]:
    """The words of a text with a blank of three points between them."""
    words: list[Word] = []
    run = run or round(x + top * 1000)
    for part in text.split():
        words.append(Word(part, (x, top, x + letter * len(part), top + 10), 10, angle=angle, run=run))
        x += letter * len(part) + 3
    return words


def grid_words(
    x: float, top: float, widths: Sequence[float], rows: Iterable[Sequence[str]], height: float = 16
) -> list[Word]:
    """The words of a table set in columns."""
    words: list[Word] = []
    for number, row in enumerate(rows):
        left = x
        for text, width in zip(row, widths, strict=True):
            words += written(text, left + 3, top + number * height + 3)
            left += width
    return words


def rules(xs: Sequence[float], ys: Sequence[float]) -> list[Stroke]:
    """All rules of a full grid."""
    level = [Stroke((xs[0], y, xs[-1], y), "#000000") for y in ys]
    return level + [Stroke((x, ys[0], x, ys[-1]), "#000000") for x in xs]


def page(words: Iterable[Word] = (), strokes: Iterable[Stroke] = (), fills: Iterable[Fill] = ()) -> Marks:
    """A page of A4."""
    return Marks(595, 842, tuple(words), tuple(strokes), tuple(fills))
