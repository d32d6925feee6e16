"""Accept, hold or reject a value, each with its reason."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from transforms.attribution import Attribution
from transforms.authorities import AuthorityNames, in_being
from transforms.catalogue import Authority, Benchmark, Framework
from transforms.dating import Dating
from transforms.findings import Observation, Place, Status, Subject
from transforms.scores import ScoreReading

ACCEPT_FROM = 0.8
"""Values below this confidence wait for a person."""

_OF_METHOD = {"table": 0.99, "chart": 0.97, "picture": 0.9, "text": 0.92}
# Trust from which a part of a value's confidence is no reason to look.
_PLAIN = 0.95
_PLAIN_PREFERENCE = ("table", "chart", "picture", "text")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value before judgement, with all that was found out about it. `doubts` are reasons for a person to look."""

    framework: Framework
    benchmark: Benchmark
    label: str
    reading: ScoreReading
    score_text: str
    attribution: Attribution
    dating: Dating
    place: Place
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


def settled(
    candidates: Sequence[Authority], text: str | None, paper_date: date | None, year: int | None
) -> Attribution:
    """The one authority that a printed name in the table means on the paper's date and at the period's end.

    Names passed on from one body to another ('Somerset') are settled by these two days; where they differ a person
    decides.
    """
    then = in_being(candidates, date(year, 3, 31)) if year else tuple(candidates)
    now = in_being(candidates, paper_date) if paper_date else then
    if len(candidates) == 1:
        return Attribution(candidates[0], text, "the table", 1.0)
    if len(now) == 1 and (not then or then == now):
        return Attribution(now[0], text, "the table", 0.97)
    either = " or ".join(sorted({authority.name for authority in (*now, *then) or candidates}))
    return Attribution(None, text, "the table", 0.5, f"'{text}' may be {either}")


def of_another_time(attribution: Attribution, dating: Dating, names: AuthorityNames) -> str | None:
    """Why the authority understood cannot be meant: it was not there in the period.

    Of a name that was passed on ('Somerset') the body counts that bore it when the period ended. A new body under a
    name of its own may well show figures of the years before it.
    """
    authority, period = attribution.authority, dating.period
    if authority is None or period is None:
        return None
    passed_on = len(names.named(attribution.text or "")) > 1
    last = date(period.year, 3, 31) if "/" in period.name else date(period.year, 12, 31)
    if passed_on and authority.valid_from and last < authority.valid_from:
        return f"{authority.name} began on {authority.valid_from.isoformat()}, after the period {period.name}"
    if authority.valid_to and authority.valid_to < date(period.year, 1, 1):
        return f"{authority.name} ended on {authority.valid_to.isoformat()}, before the period {period.name}"
    return None


def judge(candidates: Iterable[Candidate], document_id: str) -> tuple[Observation, ...]:
    """An observation for each candidate; the same value of one key counts once, different ones are held."""
    observations = [_observation(candidate, document_id) for candidate in candidates]
    by_key: dict[tuple[str | int | None, ...], list[Observation]] = defaultdict(list)
    for observation in observations:
        by_key[_key(observation)].append(observation)
    return tuple(kept for group in by_key.values() for kept in _reconciled(group))


def _observation(candidate: Candidate, document_id: str) -> Observation:
    doubts = _doubts(candidate)
    confidence = _confidence(candidate)
    status, reason = _verdict(candidate, doubts, confidence)
    reading, authority, period = candidate.reading, candidate.attribution.authority, candidate.dating.period
    return Observation(
        observation_id=_identity(candidate, document_id),
        framework=candidate.framework.id,
        benchmark=candidate.benchmark.id,
        benchmark_text=candidate.label,
        subject=Subject(
            authority_code=authority.code if authority else None,
            authority=authority.name if authority else None,
            authority_text=candidate.attribution.text,
            period=period.name if period else None,
            period_year=period.year if period else None,
            period_basis=candidate.dating.basis,
        ),
        score=reading.score,
        score_text=candidate.score_text,
        band=reading.band,
        place=candidate.place,
        confidence=round(confidence, 3),
        status=status,
        reason=reason,
        evidence=(
            *candidate.evidence,
            f"authority from {candidate.attribution.place}",
            f"period from {candidate.dating.place}",
        ),
    )


def _doubts(candidate: Candidate) -> list[str]:
    doubts = [*candidate.doubts, candidate.attribution.doubt, candidate.dating.doubt]
    return [doubt for doubt in dict.fromkeys(doubts) if doubt]


def _confidence(candidate: Candidate) -> float:
    return (
        _OF_METHOD[candidate.place.method]
        * candidate.confidence
        * candidate.attribution.confidence
        * candidate.dating.confidence
    )


def _verdict(candidate: Candidate, doubts: list[str], confidence: float) -> tuple[Status, str | None]:
    reading = candidate.reading
    if reading.outcome == "off_scale":
        return "rejected", reading.reason
    if reading.reason:
        doubts.insert(0, reading.reason)
    if candidate.attribution.authority is None and not doubts:
        doubts.append("the authority is not known")
    if candidate.dating.period is None and not candidate.dating.doubt:
        doubts.append("the period is not known")
    if doubts:
        return "review", "; ".join(doubts)
    if confidence < ACCEPT_FROM:
        return "review", f"not sure enough ({confidence:.2f}, {ACCEPT_FROM} is needed): {_weak_points(candidate)}"
    return "accepted", None


def _weak_points(candidate: Candidate) -> str:
    """What makes a value unsure, the weakest point first, so that a person knows what to compare with the page."""
    points = [
        (_OF_METHOD[candidate.place.method], f"the figure stands in a {candidate.place.method}"),
        (candidate.confidence, f"its text was read as '{candidate.score_text}' with {candidate.confidence:.2f}"),
        (candidate.attribution.confidence, f"the authority is told by {candidate.attribution.place}"),
        (candidate.dating.confidence, f"the period is told by {candidate.dating.place}"),
    ]
    return ", ".join(told for trust, told in sorted(points) if trust < _PLAIN)


def _reconciled(group: list[Observation]) -> list[Observation]:
    """One observation for one value seen several times; all of them, held, where the paper contradicts itself.

    A table wins over running text: then only the text is held.
    """
    if None in (group[0].subject.authority_code, group[0].subject.period_year):
        return group
    valid = [observation for observation in group if observation.status != "rejected"]
    rejected = [observation for observation in group if observation.status == "rejected"]
    if len(_values(valid)) <= 1:
        return [*rejected, *(_once(valid) if valid else [])]
    tables = [observation for observation in valid if observation.place.method != "text"]
    if len(_values(tables)) == 1:
        texts = [observation for observation in valid if observation.place.method == "text"]
        (kept,) = _once(tables)
        agreeing = [text for text in texts if len(_values([text, kept])) == 1]
        return [
            *rejected,
            _also_seen(kept, agreeing),
            *(_held(text, [kept]) for text in texts if text not in agreeing),
        ]
    return [
        *rejected,
        *(_held(observation, [other for other in valid if other is not observation]) for observation in valid),
    ]


def _values(group: Iterable[Observation]) -> set[tuple[float | None, str | None]]:
    """The different values of a group; words that only give the band of a figure beside them are no other value."""
    values = {(observation.score, observation.band) for observation in group}
    scored = {band for score, band in values if score is not None}
    return {(score, band) for score, band in values if score is not None or band not in scored}


def _once(group: list[Observation]) -> list[Observation]:
    """The best of several sightings of one value; the others become part of its evidence."""
    best, *others = sorted(
        group,
        key=lambda seen: (
            seen.status != "accepted",
            seen.score is None,
            -seen.confidence,
            _PLAIN_PREFERENCE.index(seen.place.method),
        ),
    )
    return [_also_seen(best, others)]


def _also_seen(best: Observation, others: Iterable[Observation]) -> Observation:
    return replace(best, evidence=(*best.evidence, *(f"also seen {_where(other.place)}" for other in others)))


def _held(observation: Observation, others: Iterable[Observation]) -> Observation:
    told = " and ".join(dict.fromkeys(f"{other.score_text!r} {_where(other.place)}" for other in others))
    reason = f"the paper contradicts itself: {observation.score_text!r} here, {told}"
    return replace(
        observation, status="review", reason=f"{observation.reason}; {reason}" if observation.reason else reason
    )


def _where(place: Place) -> str:
    parts = [
        f"on page {place.page}" if place.page else "",
        f"in table {place.table}" if place.table else f"in the {place.method}",
    ]
    return " ".join(part for part in parts if part)


def _key(observation: Observation) -> tuple[str | int | None, ...]:
    subject = observation.subject
    return (
        observation.framework,
        observation.benchmark,
        subject.authority_code or subject.authority_text,
        subject.period_year,
    )


def _identity(candidate: Candidate, document_id: str) -> str:
    """Stable over re-runs: made of the document, the place in it and the label, not of what was understood."""
    place = candidate.place
    # A value in prose has no cell: the sentence is its place.
    spot = (place.table, place.row, place.column) if place.table is not None else candidate.evidence[:1]
    parts = (document_id, candidate.framework.id, candidate.benchmark.id, place.method, place.page, *spot)
    return hashlib.sha256("\x1f".join(map(str, (*parts, candidate.label, candidate.score_text))).encode()).hexdigest()[
        :24
    ]
