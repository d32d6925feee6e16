"""Colours that conditions give to the cells of a sheet, worked out where the condition is a simple one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from extractors.formats.colours import Theme
from extractors.formats.sheet_colours import colour_of

Place = tuple[int, int]

_COMPARED = frozenset({
    "equal", "notEqual", "greaterThan", "lessThan", "greaterThanOrEqual", "lessThanOrEqual", "between", "notBetween",
})  # fmt: skip
_WITHOUT_FILL = frozenset({"dataBar", "iconSet"})
_MOST_CELLS = 200_000
# The library's own word for a colour that the file does not say.
_UNSAID = "00000000"


@dataclass(frozen=True, slots=True)
class Conditions:
    """`fills` are those that were worked out; `unknown` the places whose colour hangs on another kind of condition."""

    fills: Mapping[Place, str]
    unknown: frozenset[Place]


def conditions_of(sheet: Any, values: Mapping[Place, object], theme: Theme) -> Conditions:
    """What the conditional formats of a sheet make of its cells; `values` are the stored values by row and column.

    Comparisons with constants, texts that a cell holds and scales of two or three colours are worked out, the rule of
    the first rank that holds decides. Formulas, ranks and averages are not.
    """
    fills: dict[Place, str] = {}
    unknown: set[Place] = set()
    ranked = [(rule, found.sqref) for found in sheet.conditional_formatting for rule in found.rules]
    for rule, area in sorted(ranked, key=lambda pair: pair[0].priority or 0):
        if rule.type in _WITHOUT_FILL:
            continue
        places = [place for place in _places(area, values) if place not in fills and place not in unknown]
        found = _scaled(rule, [values[place] for place in places], theme) if rule.type == "colorScale" else None
        if found is not None:
            fills |= {place: fill for place, fill in zip(places, found, strict=True) if fill}
            continue
        held = [(place, _holds(rule, values[place])) for place in places]
        fill = _fill_of_rule(rule, theme)
        if rule.type == "colorScale" or any(holds is None for _, holds in held):
            unknown |= set(places) if fill or rule.type == "colorScale" else set()
        elif fill:
            fills |= {place: fill for place, holds in held if holds}
    return Conditions(fills, frozenset(unknown))


def _places(area: Any, values: Mapping[Place, object]) -> Iterator[Place]:
    """The places of an area that hold something."""
    for part in area.ranges:
        size = (part.max_row - part.min_row + 1) * (part.max_col - part.min_col + 1)
        if size > _MOST_CELLS:
            rows, columns = range(part.min_row, part.max_row + 1), range(part.min_col, part.max_col + 1)
            yield from (place for place in values if place[0] in rows and place[1] in columns)
        else:
            everywhere = (
                (r, c) for r in range(part.min_row, part.max_row + 1) for c in range(part.min_col, part.max_col + 1)
            )
            yield from (place for place in everywhere if place in values)


def _fill_of_rule(rule: Any, theme: Theme) -> str | None:
    fill = rule.dxf.fill if rule.dxf is not None else None
    if fill is None:
        return None
    # In the format of a condition the colour of a plain fill is that of its background.
    colour = fill.fgColor if fill.bgColor is None or fill.bgColor.rgb == _UNSAID else fill.bgColor
    return None if colour is None or colour.rgb == _UNSAID else colour_of(colour, theme)


def _holds(rule: Any, value: object) -> bool | None:
    """Whether a condition holds for a value; None where it is of a kind that is not worked out."""
    if rule.type == "cellIs" and rule.operator in _COMPARED:
        limits = [_constant(text) for text in rule.formula]
        return None if None in limits or not limits else _compared(rule.operator, value, limits)
    text = str(value).lower()
    wanted = (rule.text or "").lower()
    match rule.type:
        case "containsText" if wanted:
            return wanted in text
        case "notContainsText" if wanted:
            return wanted not in text
        case "beginsWith" if wanted:
            return text.startswith(wanted)
        case "endsWith" if wanted:
            return text.endswith(wanted)
        case _:
            return None


def _constant(formula: str) -> float | str | None:
    text = formula.strip()
    if len(text) >= 2 and text[0] == text[-1] == '"':
        return text[1:-1].replace('""', '"').lower()
    try:
        return float(text)
    except ValueError:
        return None


def _compared(operator: str, value: object, limits: Sequence[Any]) -> bool:
    wanted = limits[0]
    if isinstance(wanted, str):
        is_same = str(value).lower() == wanted
        return is_same if operator == "equal" else operator == "notEqual" and not is_same
    if not isinstance(value, int | float) or isinstance(value, bool):
        return operator == "notEqual"
    low, high = min(limits), max(limits)
    results: dict[str, bool] = {
        "equal": value == wanted,
        "notEqual": value != wanted,
        "greaterThan": value > wanted,
        "lessThan": value < wanted,
        "greaterThanOrEqual": value >= wanted,
        "lessThanOrEqual": value <= wanted,
        "between": low <= value <= high,
        "notBetween": not low <= value <= high,
    }
    return results[operator]


def _scaled(rule: Any, values: Sequence[object], theme: Theme) -> list[str | None] | None:
    """The colours of a scale of two or three colours, None where its ends are not told by numbers or ranks."""
    figures = sorted(float(value) for value in values if isinstance(value, int | float) and not isinstance(value, bool))
    scale = rule.colorScale
    colours = [colour_of(colour, theme) for colour in scale.color]
    ends = [_end(end, figures) for end in scale.cfvo]
    if not figures:
        return [None] * len(values)
    stops = [
        (end, colour) for end, colour in zip(ends, colours, strict=False) if end is not None and colour is not None
    ]
    if len(stops) < 2 or len(stops) < len(ends):
        return None
    return [
        _between(stops, float(value)) if isinstance(value, int | float) and not isinstance(value, bool) else None
        for value in values
    ]


def _end(end: Any, figures: Sequence[float]) -> float | None:
    if not figures:
        return None
    low, high = figures[0], figures[-1]
    share = _constant(str(end.val)) if end.val is not None else None
    match end.type:
        case "min":
            return low
        case "max":
            return high
        case "num" if isinstance(share, float):
            return share
        case "percent" if isinstance(share, float):
            return low + (high - low) * share / 100
        case "percentile" if isinstance(share, float):
            place = (len(figures) - 1) * min(max(share, 0.0), 100.0) / 100
            lower = int(place)
            upper = min(lower + 1, len(figures) - 1)
            return figures[lower] + (figures[upper] - figures[lower]) * (place - lower)
        case _:
            return None


def _between(stops: Sequence[tuple[float, str]], value: float) -> str:
    if value <= stops[0][0]:
        return stops[0][1]
    for (start, first), (end, second) in pairwise(stops):
        if value <= end:
            share = (value - start) / (end - start) if end > start else 1.0
            parts = (
                round(int(first[n : n + 2], 16) * (1 - share) + int(second[n : n + 2], 16) * share) for n in (1, 3, 5)
            )
            return "#" + "".join(f"{part:02x}" for part in parts)
    return stops[-1][1]
