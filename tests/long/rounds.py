"""Loads and publications one after another, each of which leaves a state that its number tells.

    python -m tests.long.rounds WAREHOUSE OUT     goes on from the round that the warehouse has, until it is stopped

Load N brings papers of its own, one that says something else each time, and one of the load before as it was.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb

from tests.support.findings import AMBRIDGE, AREA_BENCHMARKS, BORCHESTER, CASTERFORD, catalogue, paper, score
from transforms.findings import Findings
from warehouse import load, open_warehouse, publish

PAPERS_A_ROUND = 10

Printed = tuple[str, str, float]
"""Document, observation and score of one row."""


def papers_of(number: int) -> list[Findings]:
    """What the load of that number brings, counted from 1."""
    own = [_paper(f"paper-{number}-{place}", number + place) for place in range(PAPERS_A_ROUND)]
    again = [_paper(f"paper-{number - 1}-0", number - 1)] if number > 1 else []
    changing = paper(
        "changing",
        *(score(number % 6, benchmark, period="2024") for benchmark in AREA_BENCHMARKS[: 1 + number % 3]),
        published_on=date(2024, 1, 1),
    )
    return [*own, *again, changing]


def state_after(number: int) -> list[Printed]:
    """Every observation after so many loads, in order."""
    held: dict[str, Findings] = {}
    for load_number in range(1, number + 1):
        for found in papers_of(load_number):
            held[found.document.document_id] = found
    return sorted(
        (document_id, observed.observation_id, float(observed.score or 0))
        for document_id, found in held.items()
        for observed in found.observations
    )


def state_in(connection: duckdb.DuckDBPyConnection) -> list[Printed]:
    """Every observation that a warehouse or a published copy shows, in order, doubled ones twice."""
    found = connection.execute("select document_id, observation_id, score from observations").fetchall()
    return sorted((document_id, observation_id, float(value)) for document_id, observation_id, value in found)


def rounds_in(connection: duckdb.DuckDBPyConnection) -> int:
    """How many loads a warehouse or a published copy shows."""
    [(papers,)] = connection.execute("select count(*) from documents where file_name <> 'changing.pdf'").fetchall()
    return int(papers) // PAPERS_A_ROUND


def go_on(warehouse: Path, out: Path) -> Iterator[str]:
    """One line before and one after each step; the steps of a round are opening, loading and publishing."""
    while True:
        yield "opening"
        with open_warehouse(warehouse) as opened:
            number = rounds_in(opened.connection) + 1
            yield f"loading {number}"
            load(opened, papers_of(number), catalogue())
            yield f"loaded {number}"
            publish(opened, out)
            yield f"published {number}"


def _paper(name: str, turn: int) -> Findings:
    period = str(2000 + turn % 4)
    # the same everywhere for one authority, year and benchmark: papers that confirm one another
    return paper(
        name,
        *(
            score((turn % 4 + place) % 6, benchmark, authority=authority, period=period)
            for place, (authority, benchmark) in enumerate(
                (authority, benchmark)
                for authority in (AMBRIDGE, BORCHESTER, CASTERFORD)
                for benchmark in AREA_BENCHMARKS
            )
        ),
    )


if __name__ == "__main__":
    for line in go_on(Path(sys.argv[1]), Path(sys.argv[2])):
        print(line, flush=True)
