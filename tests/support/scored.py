"""Looking at findings as a reader does: what was accepted, what waits, and why."""

from typing import TypeAlias

from transforms.findings import Findings, Observation

Key: TypeAlias = tuple[str | None, int | None]


def accepted(findings: Findings) -> list[Observation]:
    """The values that count."""
    return [found for found in findings.observations if found.status == "accepted"]


def scores(findings: Findings) -> dict[str | None, float | str | None]:
    """Accepted scores by benchmark (a band where there is no score); for papers of one authority and one period."""
    keys = {(found.subject.authority_code, found.subject.period_year) for found in accepted(findings)}
    assert len(keys) <= 1, keys
    return {found.benchmark: found.score if found.score is not None else found.band for found in accepted(findings)}


def scores_of(findings: Findings) -> dict[Key, dict[str | None, float | str | None]]:
    """Accepted scores by authority and year, then by benchmark."""
    out: dict[Key, dict[str | None, float | str | None]] = {}
    for found in accepted(findings):
        key = (found.subject.authority_code, found.subject.period_year)
        out.setdefault(key, {})[found.benchmark] = found.score if found.score is not None else found.band
    return out


def keys(findings: Findings) -> set[Key]:
    """Authorities and years of the accepted values."""
    return set(scores_of(findings))


def reasons(findings: Findings) -> dict[str | None, str | None]:
    """Why values are held or rejected, by benchmark."""
    return {found.benchmark: found.reason for found in findings.observations if found.status != "accepted"}


def reason(findings: Findings) -> str:
    """The one reason for which every value of a paper waits or is rejected."""
    told = {found.reason for found in findings.observations}
    assert len(told) == 1, told
    return told.pop() or "accepted"


def told(findings: Findings, kind: str) -> list[str]:
    """The texts of the notices of one kind."""
    return [notice.text for notice in findings.notices if notice.kind == kind]
