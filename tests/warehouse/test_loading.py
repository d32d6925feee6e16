"""The same twice is once, and all or nothing."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from extractors.document import Cell, Notice
from tests.support.findings import catalogue, document_id, measure, paper, score
from tests.support.views import dump, rows, values
from transforms.findings import Findings, PrintedGrid, Recommendation, TableVerdict
from warehouse import LoadCounts, Warehouse, load, loading, open_warehouse, run_checks
from warehouse.errors import SharedFindingId

MONDAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)


def everything(name: str, value: float = 4) -> Findings:
    """A paper with findings of every kind."""
    told = paper(
        name,
        score(value, bbox=(1, 2, 3, 4)),
        score(None, "drains", page=None, status="review", reason="no figure"),
        score(2, "benches", status="rejected", reason="of a plan"),
        measures=[measure(4.2)],
        recommendations=[Recommendation("1", "Lamps", "Mend them."), Recommendation("2", "Drains", "Clear them.", 2)],
        notices=[Notice("colour_only", "A heatmap.", 2)],
    )
    return replace(told, verdicts=(TableVerdict(1, 1, "table", "scores", "names three benchmarks", "street-check"),))


def test_a_load_tells_what_it_brought(warehouse: Warehouse):
    papers = [everything("a"), paper("b"), paper("c", status="failed"), paper("d", score(5, "benches"))]
    assert load(warehouse, papers, catalogue()) == LoadCounts(
        documents=4,
        new=4,
        changed=0,
        unchanged=0,
        extracted=2,
        no_scores=1,
        failed=1,
        accepted=2,
        review=1,
        rejected=1,
        measures=1,
        recommendations=2,
        notices=1,
    )
    counts = load(warehouse, [everything("a"), everything("b"), paper("e")], catalogue())
    assert (counts.documents, counts.new, counts.changed, counts.unchanged) == (3, 1, 1, 1)


def test_a_value_that_another_paper_contradicts_counts_as_in_review(warehouse: Warehouse):
    load(warehouse, [paper("a", score(4))], catalogue())
    counts = load(warehouse, [paper("b", score(5))], catalogue())
    assert (counts.accepted, counts.review) == (0, 1)


def test_loading_nothing_is_possible(warehouse: Warehouse):
    assert load(warehouse, [], catalogue()).documents == 0


def test_the_same_findings_twice_change_nothing_but_when_they_were_last_seen(warehouse: Warehouse):
    papers = [everything("a"), paper("b"), everything("c", 5)]
    load(warehouse, papers, catalogue(), at=MONDAY)
    before = dump(warehouse)
    counts = load(warehouse, papers, catalogue(), at=TUESDAY)
    assert (counts.new, counts.changed, counts.unchanged) == (0, 0, 3)
    assert dump(warehouse) == before
    assert values(warehouse, "documents", "first_seen") == [datetime(2026, 3, 2, 9, 30)] * 3
    assert values(warehouse, "documents", "last_seen") == [datetime(2026, 3, 3, 9, 30)] * 3


def test_new_findings_take_the_place_of_old_ones_and_the_paper_keeps_its_first_day(warehouse: Warehouse):
    load(warehouse, [everything("a"), everything("b")], catalogue(), at=MONDAY)
    load(warehouse, [paper("a", score(5, "benches"))], catalogue(), at=TUESDAY)
    assert values(warehouse, "observations", "observation_id", file_name="a.pdf") == ["a-1"]
    for view in ("recommendations", "notices", "stated_measures"):
        assert set(values(warehouse, view, "document_id")) == {document_id("b")}
    assert warehouse.connection.execute("select document_id from core.table_verdict").fetchall() == [
        (document_id("b"),)
    ]
    assert rows(warehouse, "documents", "first_seen", "last_seen", file_name="a.pdf") == [
        {"first_seen": datetime(2026, 3, 2, 9, 30), "last_seen": datetime(2026, 3, 3, 9, 30)}
    ]
    assert run_checks(warehouse) == []


def test_what_was_found_before_stays_on_record_with_its_load(warehouse: Warehouse):
    load(warehouse, [paper("a", score(4), score(2, "drains")), paper("b", score(3, "benches"))], catalogue())
    load(warehouse, [paper("a", score(5)), paper("b", score(3, "benches"))], catalogue())
    load(warehouse, [paper("a", status="failed")], catalogue())
    found = warehouse.connection.execute(
        "select document_id, run_id, benchmark, score from core.observed order by all"
    ).fetchall()
    assert found == [
        (document_id("a"), 1, "drains", 2),
        (document_id("a"), 1, "lamps", 4),
        (document_id("a"), 2, "lamps", 5),
        (document_id("b"), 1, "benches", 3),
    ]
    assert values(warehouse, "observations", "score") == [3]


def test_printed_cells_come_with_the_findings_or_where_there_were_none(warehouse: Warehouse):
    without = paper("a", score(4))
    load(warehouse, [without], catalogue())
    assert printed(warehouse) == []
    assert load(warehouse, [replace(without, grids=(grid("Lamps", "4"),))], catalogue()).unchanged == 1
    assert printed(warehouse) == ["Lamps", "4"]
    load(warehouse, [replace(without, grids=(grid("lamps", "4"),))], catalogue())
    assert printed(warehouse) == ["Lamps", "4"], "the same findings: the paper is left as it is"
    load(warehouse, [replace(paper("a", score(5)), grids=(grid("Lamps", "5"),))], catalogue())
    assert printed(warehouse) == ["Lamps", "5"]


def grid(*texts: str) -> PrintedGrid:
    return PrintedGrid(1, tuple(Cell(0, column, text) for column, text in enumerate(texts)))


def printed(warehouse: Warehouse) -> list[str]:
    return [text for (text,) in warehouse.connection.execute("select text from core.printed_cell").fetchall()]


def test_a_failed_second_reading_replaces_the_first(warehouse: Warehouse):
    load(warehouse, [everything("a")], catalogue())
    load(warehouse, [paper("a", status="failed")], catalogue())
    assert rows(warehouse, "observations") == []
    assert values(warehouse, "documents", "status") == ["failed"]


@pytest.mark.parametrize(
    "changed",
    [
        everything("a", 5),
        replace(everything("a"), notices=()),
        replace(everything("a"), notices=(Notice("colour_only", "Another heatmap.", 2),)),
        replace(everything("a"), recommendations=everything("a").recommendations[::-1]),
        replace(everything("a"), measures=(replace(everything("a").measures[0], value=4.3),)),
        replace(everything("a"), verdicts=()),
        replace(everything("a"), document=replace(everything("a").document, published_on=date(2022, 9, 9))),
    ],
)
def test_any_difference_is_a_change(warehouse: Warehouse, changed: Findings):
    load(warehouse, [everything("a")], catalogue())
    assert load(warehouse, [changed], catalogue()).changed == 1
    assert load(warehouse, [changed], catalogue()).unchanged == 1


def test_the_same_bytes_under_two_names_are_one_document_as_last_told(warehouse: Warehouse):
    told = everything("a")
    copy = replace(told, document=replace(told.document, file_name="copy of a.pdf"), observations=told.observations[:1])
    assert load(warehouse, [told, everything("b"), copy], catalogue()).documents == 2
    assert values(warehouse, "documents", "file_name") == ["b.pdf", "copy of a.pdf"]
    assert len(rows(warehouse, "observations", file_name="copy of a.pdf")) == 1
    assert len(rows(warehouse, "recommendations")) == 4
    assert run_checks(warehouse) == []


def test_papers_in_many_batches_are_the_same_as_in_one(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch):
    papers = [everything(f"p{n}", n % 6) for n in range(7)]
    load(warehouse, papers, catalogue())
    before = dump(warehouse)
    monkeypatch.setattr(loading, "_BATCH_SIZE", 6)
    assert load(warehouse, iter(papers), catalogue()).unchanged == 7
    assert dump(warehouse) == before


@pytest.fixture
def clock_far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as there:
        there.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("clock_far_east")
def test_times_are_kept_in_utc_wherever_the_machine_stands(warehouse: Warehouse):
    summer = timezone(timedelta(hours=1))
    load(warehouse, [paper("a")], catalogue(), at=datetime(2026, 7, 1, 0, 30, tzinfo=summer))
    assert values(warehouse, "documents", "first_seen") == [datetime(2026, 6, 30, 23, 30)]


def test_each_load_is_noted(warehouse: Warehouse):
    load(warehouse, [everything("a")], catalogue(), at=MONDAY)
    load(warehouse, [everything("a"), paper("b", status="failed")], catalogue(), at=TUESDAY)
    noted = warehouse.connection.execute(
        "select run_id, started_at, documents, new, unchanged, failed, accepted from meta.run order by run_id"
    ).fetchall()
    assert noted == [
        (1, datetime(2026, 3, 2, 9, 30), 1, 1, 0, 0, 1),
        (2, datetime(2026, 3, 3, 9, 30), 2, 1, 1, 1, 1),
    ]
    assert warehouse.connection.execute("select run_id from core.document order by run_id").fetchall() == [(1,), (2,)]


def test_what_a_paper_says_twice_at_one_place_is_kept_twice_under_ids_that_stay(warehouse: Warehouse):
    told = paper("a", score(4), score(3, "drains"), score(4), measures=[measure(4), measure(4)])
    twin = replace(
        told,
        observations=tuple(replace(found, observation_id="x") for found in told.observations),
        measures=tuple(replace(stated, measure_id="x") for stated in told.measures),
    )
    load(warehouse, [twin], catalogue())
    assert set(values(warehouse, "observations", "observation_id")) == {"x", "x#2", "x#3"}
    assert values(warehouse, "observations", "observation_id", benchmark="drains") == ["x#2"]
    assert set(values(warehouse, "stated_measures", "measure_id")) == {"x", "x#2"}
    assert load(warehouse, [twin], catalogue()).unchanged == 1


def test_an_id_that_two_papers_share_is_a_fault_of_the_program_and_nothing_is_loaded(warehouse: Warehouse):
    told = paper("b", score(5))
    twin = replace(told, observations=(replace(told.observations[0], observation_id="a-1"),))
    with pytest.raises(SharedFindingId, match=r"a-1 stands for values of several documents \(a\.pdf, b\.pdf\)"):
        load(warehouse, [paper("a", score(4)), twin], catalogue())
    assert rows(warehouse, "documents") == []
    load(warehouse, [paper("a", score(4))], catalogue())
    with pytest.raises(SharedFindingId, match=r"a\.pdf, b\.pdf"):
        load(warehouse, [twin], catalogue())
    assert values(warehouse, "documents", "file_name") == ["a.pdf"]


def test_a_load_that_breaks_off_leaves_all_as_it_was(warehouse: Warehouse):
    def breaking_off() -> Iterator[Findings]:
        yield paper("a", score(5))
        yield paper("b", score(5))
        raise OSError("the disk is gone")

    load(warehouse, [everything("a")], catalogue(), at=MONDAY)
    before = dump(warehouse, leave_out=())
    with pytest.raises(OSError, match="the disk is gone"):
        load(warehouse, breaking_off(), catalogue(), at=TUESDAY)
    assert dump(warehouse, leave_out=()) == before
    assert load(warehouse, [paper("b", score(5))], catalogue()).new == 1


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.support.findings import catalogue, paper, score
from warehouse import load, open_warehouse, sql

found = sql.script
def script(name):
    if name == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)
    return found(name)
sql.script = script

with open_warehouse(Path(sys.argv[1])) as warehouse:
    load(warehouse, (paper(f"p{n}", score(n % 6)) for n in range(2000)), catalogue())
"""


@pytest.mark.parametrize("moment", ["loading/keep_last", "loading/counts", "loading/clear_stage"])
def test_a_process_killed_in_a_load_leaves_all_as_it_was(path: Path, moment: str):
    with open_warehouse(path) as warehouse:
        load(warehouse, [everything("p1"), everything("a")], catalogue())
        before = dump(warehouse, leave_out=())
    ended = subprocess.run([sys.executable, "-c", KILLED, str(path), moment], check=False, stderr=subprocess.DEVNULL)
    assert ended.returncode == -signal.SIGKILL
    with open_warehouse(path) as warehouse:
        assert dump(warehouse, leave_out=()) == before
        assert load(warehouse, [paper("p1", score(5))], catalogue()).changed == 1


def test_a_process_killed_after_a_load_leaves_it_complete(path: Path):
    script = KILLED + "    os.kill(os.getpid(), signal.SIGKILL)\n"
    ended = subprocess.run([sys.executable, "-c", script, str(path), "never"], check=False, stderr=subprocess.DEVNULL)
    assert ended.returncode == -signal.SIGKILL
    with open_warehouse(path) as warehouse:
        assert len(rows(warehouse, "documents")) == 2000
        assert run_checks(warehouse) == []
