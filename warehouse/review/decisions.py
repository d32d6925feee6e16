"""A filled-in sheet -> decisions that can be carried out, or the problems of every row."""

import re
from dataclasses import dataclass
from pathlib import Path

from warehouse.connection import Warehouse
from warehouse.review.errors import BadDecisions
from warehouse.review.export import ANSWERS, VERDICTS
from warehouse.review.sheets import read_sheet

_PERIOD = re.compile(r"(\d{4})(?:/(\d{2}))?( Q[1-4])?|(\d{4})-(\d{2})(?:-(\d{2}))?")
_BESIDE_MIDNIGHT = re.compile(r" 00:00:00$")
_AS_PRINTED = "as printed"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on one held value. The answer is None throughout where the value is rejected."""

    observation_id: str
    verdict: str
    why: str
    benchmark: str | None = None
    authority_code: str | None = None
    period: str | None = None
    period_year: int | None = None
    score: float | None = None
    band: str | None = None


@dataclass(frozen=True, slots=True)
class _Value:
    """The value as it was read, and what its framework allows."""

    framework: str
    benchmark: str | None
    authority_code: str | None
    period: str | None
    score: str | None
    benchmarks: frozenset[str]
    bands: tuple[tuple[str, float, float], ...]
    lowest: float
    highest: float
    step: float


class _Problem(Exception):
    """Why a row cannot be carried out."""


def read_decisions(warehouse: Warehouse, file: Path) -> tuple[Decision, ...]:
    """The decisions in a filled-in sheet; rows without a word under 'decision' are left to wait.

    Raises UnknownForm, and BadDecisions with every row that cannot be carried out.
    """
    rows = read_sheet(file, ("observation_id", "decision", *ANSWERS, "why"))
    known = _Known(warehouse)
    decisions: dict[str, Decision] = {}
    problems = []
    for number, row in enumerate(rows, start=2):  # as a spreadsheet counts: the head is row 1
        if not row["decision"]:
            continue
        try:
            if row["observation_id"] in decisions:
                raise _Problem("a row above decides on the same value")
            decisions[row["observation_id"]] = _decision(row, known)
        except _Problem as problem:
            problems.append(f"row {number}: {problem}")
    if problems:
        raise BadDecisions(file, problems)
    return tuple(decisions.values())


class _Known:
    """What the warehouse knows: the values, the benchmarks and scales, the authorities."""

    def __init__(self, warehouse: Warehouse) -> None:
        self._warehouse = warehouse
        self.authorities = frozenset(code for (code,) in warehouse.run("review/authorities"))

    def value(self, observation_id: str) -> _Value:
        """The value of that id. Raises _Problem where there is none any more."""
        found = self._warehouse.run("review/value", {"observation_id": observation_id})
        if not found:
            raise _Problem("no value with this observation_id is known now; export the queue again")
        framework, benchmark, authority_code, period, score, benchmarks, bands, lowest, highest, step = found[0]
        named = tuple((band["band"], band["lowest"], band["highest"]) for band in bands)
        return _Value(
            framework, benchmark, authority_code, period, score, frozenset(benchmarks), named, lowest, highest, step
        )


def _decision(row: dict[str, str], known: _Known) -> Decision:
    verdict = row["decision"].lower()
    if verdict not in VERDICTS:
        raise _Problem(f"'{row['decision']}' is no decision; write one of {', '.join(VERDICTS)}")
    value = known.value(row["observation_id"])
    why = row["why"] or (_AS_PRINTED if verdict == "accept" else "")
    if not why:
        raise _Problem(f"say under 'why' why it is to {verdict}")
    if verdict == "reject":
        return Decision(row["observation_id"], verdict, why)
    answer = {name: _BESIDE_MIDNIGHT.sub("", row[name]) for name in ANSWERS}
    if verdict == "accept":
        _refuse_changes(answer, value)
    score, band = _score(answer["score"], value)
    return Decision(
        row["observation_id"],
        verdict,
        why,
        benchmark=_among(answer["benchmark"], value.benchmarks, "benchmark", f"an item of {value.framework}"),
        authority_code=_among(answer["authority_code"], known.authorities, "authority_code", "a code of the register"),
        period=answer["period"],
        period_year=_year(answer["period"]),
        score=score,
        band=band,
    )


def _refuse_changes(answer: dict[str, str], value: _Value) -> None:
    for name in ANSWERS:
        if answer[name] != (getattr(value, name) or ""):
            raise _Problem(
                f"it says accept, but {name} is '{answer[name]}' and was read as '{getattr(value, name) or ''}'; "
                "write correct to change it"
            )


def _among(text: str, allowed: frozenset[str], column: str, what: str) -> str:
    if text not in allowed:
        raise _Problem(f"'{text}' under {column} is not {what}" if text else f"fill in {column}, or write reject")
    return text


def _year(period: str) -> int:
    found = _PERIOD.fullmatch(period)
    if not found:
        raise _Problem(
            f"'{period}' is no period; write 2022, 2021/22, 2022 Q3 or 2022-03-31" if period else "fill in period"
        )
    year = int(found[1] or found[4])
    if found[2] and int(found[2]) != (year + 1) % 100:
        raise _Problem(f"'{period}' does not name two years that follow one another")
    return year + 1 if found[2] else year


def _score(text: str, value: _Value) -> tuple[float | None, str]:
    """The score with its band, or a band alone."""
    word = text.lower().replace(" ", "_")
    if word in {name for name, _, _ in value.bands}:
        return None, word
    try:
        score = float(text)
    except ValueError:
        names = ", ".join(name for name, _, _ in value.bands)
        raise _Problem(f"'{text}' under score is neither a number nor one of {names}") from None
    steps = (score - value.lowest) / value.step
    band = next((name for name, lowest, highest in value.bands if lowest <= score <= highest), None)
    if band is None or not value.lowest <= score <= value.highest or abs(steps - round(steps)) > 1e-9:
        raise _Problem(f"{text} is not on the scale of {value.framework}, {value.lowest:g} to {value.highest:g}")
    return score, band
