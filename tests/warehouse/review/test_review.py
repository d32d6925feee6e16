"""Held values out to a person and back: what a decision does, how long it holds, and what is refused."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.support.findings import AMBRIDGE, BORCHESTER, catalogue, paper, score
from tests.support.views import rows, values
from transforms.catalogue import Alias
from transforms.findings import Findings
from warehouse import Warehouse, load, run_checks
from warehouse.review import BadDecisions, UnknownForm, aliases_of, export_queue, known_aliases, read_decisions, take
from warehouse.review.sheets import read_sheet

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def held(value: float | str | None = 4, **facts: object) -> Findings:
    """A paper with one value that waits, and an accepted one beside it."""
    told = {"status": "review", "reason": "a close label"} | facts
    return paper("a", score(value, **told), score(2, "benches"))  # type: ignore[arg-type]  # facts of `score`


def filled_in(warehouse: Warehouse, file: Path, **answers: str) -> Path:
    """The exported queue with these answers in every row."""
    export_queue(warehouse, file)
    sheet = read_sheet(file)
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, sheet[0].keys())
        writer.writeheader()
        writer.writerows(row | answers for row in sheet)
    return file


def decide(warehouse: Warehouse, tmp_path: Path, **answers: str) -> None:
    take(warehouse, read_decisions(warehouse, filled_in(warehouse, tmp_path / "queue.csv", **answers)), at=NOW)


def test_an_accepted_value_counts_at_once_and_leaves_the_queue(warehouse: Warehouse, tmp_path: Path):
    load(warehouse, [held()], catalogue())
    assert values(warehouse, "scores", "benchmark") == ["benches"]
    decide(warehouse, tmp_path, decision="accept")
    assert values(warehouse, "scores", "score", benchmark="lamps") == [4]
    assert rows(warehouse, "review_queue") == []
    [observation] = rows(warehouse, "observations", "status", "reason", benchmark="lamps")
    assert observation == {"status": "accepted", "reason": None}
    assert run_checks(warehouse) == []


def test_a_correction_takes_the_place_of_what_was_read(warehouse: Warehouse, tmp_path: Path):
    load(warehouse, [held(benchmark=None, authority=None, period=None)], catalogue())
    decide(
        warehouse,
        tmp_path,
        decision="correct",
        benchmark="drains",
        authority_code=BORCHESTER,
        period="2020/21",
        score="5",
        why="the head of the page says so",
    )
    [found] = rows(warehouse, "scores", "authority", "period", "period_year", "score", "band", benchmark="drains")
    assert found == {
        "authority": "Borchester Council",
        "period": "2020/21",
        "period_year": 2021,
        "score": 5,
        "band": "exceeded",
    }
    assert run_checks(warehouse) == []


def test_a_rejected_value_stays_with_the_reason(warehouse: Warehouse, tmp_path: Path):
    load(warehouse, [held()], catalogue())
    decide(warehouse, tmp_path, decision="Reject", why="a target, no score")
    [found] = rows(warehouse, "observations", "status", "reason", benchmark="lamps")
    assert found == {"status": "rejected", "reason": "a reviewer rejected it: a target, no score"}
    assert values(warehouse, "scores", "benchmark") == ["benches"]


def test_a_band_alone_can_be_the_answer(warehouse: Warehouse, tmp_path: Path):
    load(warehouse, [held(None)], catalogue())
    decide(warehouse, tmp_path, decision="correct", score="Not met", why="the row is red, and the legend says so")
    assert rows(warehouse, "scores", "score", "band", benchmark="lamps") == [{"score": None, "band": "not_met"}]


def test_a_decision_survives_a_new_reading_and_can_be_taken_anew(warehouse: Warehouse, tmp_path: Path):
    load(warehouse, [held()], catalogue())
    decide(warehouse, tmp_path, decision="accept")
    load(warehouse, [held(reason="another reason")], catalogue())
    assert values(warehouse, "scores", "score", benchmark="lamps") == [4]
    file = tmp_path / "again.csv"
    [observation_id] = values(warehouse, "observations", "observation_id", benchmark="lamps")
    file.write_text(
        "observation_id,decision,benchmark,authority_code,period,score,why\n"
        f"{observation_id},reject,,,,,a second look\n"
    )
    take(warehouse, read_decisions(warehouse, file), at=NOW)
    assert values(warehouse, "scores", "benchmark") == ["benches"]
    assert values(warehouse, "notices", "kind") == []


def test_a_decision_lapses_with_a_notice_when_the_value_is_read_otherwise(warehouse: Warehouse, tmp_path: Path):
    load(warehouse, [held()], catalogue())
    decide(warehouse, tmp_path, decision="accept")
    read_anew = paper("a", score(2, "benches"), score(2, "drains"), score(3, status="review", reason="doubt"))
    load(warehouse, [read_anew], catalogue())
    [notice] = rows(warehouse, "notices", "kind", "page", "text")
    assert (notice["kind"], notice["page"]) == ("lapsed_decision", 1)
    assert notice["text"].startswith("The decision of 2026-03-02 to accept '4' for 'Lamps' no longer holds:")
    assert len(rows(warehouse, "review_queue")) == 1


def test_a_decision_goes_on_to_a_later_version_of_the_paper_that_prints_the_same(warehouse: Warehouse, tmp_path: Path):
    load(warehouse, [held()], catalogue(), at=datetime(2026, 1, 1, tzinfo=UTC))
    decide(warehouse, tmp_path, decision="accept")
    load(warehouse, [at_the_same_address(held())], catalogue(), at=datetime(2026, 2, 1, tzinfo=UTC))
    assert values(warehouse, "observations", "status", benchmark="lamps") == ["accepted", "accepted"]
    assert rows(warehouse, "notices") == []


def test_a_decision_lapses_when_a_later_version_of_the_paper_prints_something_else(
    warehouse: Warehouse, tmp_path: Path
):
    load(warehouse, [held()], catalogue(), at=datetime(2026, 1, 1, tzinfo=UTC))
    decide(warehouse, tmp_path, decision="accept")
    load(warehouse, [at_the_same_address(held(3))], catalogue(), at=datetime(2026, 2, 1, tzinfo=UTC))
    [text] = values(warehouse, "notices", "text")
    assert "'3' is read there now" in text
    assert values(warehouse, "review_queue", "score_text") == ["3"]


def at_the_same_address(findings: Findings) -> Findings:
    """Another version of paper 'a': other bytes from the same address."""
    from dataclasses import replace

    document = replace(findings.document, document_id="f" * 64)
    observations = tuple(replace(one, observation_id=f"new-{one.observation_id}") for one in findings.observations)
    return replace(findings, document=document, observations=observations)


def test_what_a_person_accepts_settles_a_contradiction_of_two_papers_of_one_day(warehouse: Warehouse, tmp_path: Path):
    day = date(2022, 9, 1)
    load(
        warehouse,
        [paper("a", score(4), published_on=day), paper("b", score(3), published_on=day)],
        catalogue(),
    )
    assert len(rows(warehouse, "review_queue")) == 2
    file = filled_in(warehouse, tmp_path / "queue.csv")
    sheet = read_sheet(file)
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, sheet[0].keys())
        writer.writeheader()
        writer.writerows(row | {"decision": "accept" if row["score"] == "3" else ""} for row in sheet)
    taken = take(warehouse, read_decisions(warehouse, file), at=NOW)
    assert (taken.accepted, taken.waiting) == (1, 0)
    assert values(warehouse, "scores", "score") == [3]


def test_an_alias_gives_the_printed_texts_their_meaning(warehouse: Warehouse, tmp_path: Path):
    load(warehouse, [held(benchmark=None, authority=None)], catalogue())
    file = filled_in(
        warehouse,
        tmp_path / "queue.csv",
        decision="alias",
        benchmark="lamps",
        authority_code=AMBRIDGE,
        why="its everyday name",
    )
    decisions = read_decisions(warehouse, file)
    proposed = (Alias("", "the council", AMBRIDGE), Alias("street-check", "Lighting", "lamps"))
    assert aliases_of(warehouse, decisions) == proposed
    taken = take(warehouse, decisions, at=NOW)
    assert (taken.corrected, taken.aliases) == (1, 2)
    assert known_aliases(warehouse) == proposed
    assert values(warehouse, "scores", "score", benchmark="lamps") == [4]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_both_forms_give_back_what_was_written(warehouse: Warehouse, tmp_path: Path, form: str):
    load(warehouse, [held()], catalogue())
    file = tmp_path / f"queue.{form}"
    assert export_queue(warehouse, file) == 1
    [row] = read_sheet(file)
    assert row["question"] == "Did Ambridge Council score 4 for lamps in 2022?"
    assert (row["decision"], row["why"]) == ("", "")
    assert (row["benchmark"], row["authority_code"], row["period"], row["score"]) == ("lamps", AMBRIDGE, "2022", "4")
    assert row["place"] == "page 1, table 1, row 2, column 3"


def test_a_sheet_of_a_spreadsheet_with_numbers_and_dates_is_understood(warehouse: Warehouse, tmp_path: Path):
    load(warehouse, [held()], catalogue())
    file = tmp_path / "queue.xlsx"
    export_queue(warehouse, file)
    book = openpyxl.load_workbook(file)
    sheet = book.active
    assert sheet is not None
    columns = {cell.value: cell.column for cell in sheet[1]}
    for name, value in {"decision": "correct", "period": 2021, "score": 3, "why": "misread"}.items():
        sheet.cell(2, columns[name], value)
    book.save(file)
    [decision] = read_decisions(warehouse, file)
    assert (decision.period, decision.period_year, decision.score, decision.band) == ("2021", 2021, 3, "met")


def test_a_semicolon_file_with_windows_letters_is_understood(warehouse: Warehouse, tmp_path: Path):
    load(warehouse, [held()], catalogue())
    file = tmp_path / "queue.csv"
    [observation_id] = values(warehouse, "review_queue", "observation_id")
    text = (
        "observation_id;decision;benchmark;authority_code;period;score;why\r\n"
        f"{observation_id};reject;;;;;the figure is a target – no score\r\n"
    )
    file.write_bytes(text.encode("cp1252"))
    [decision] = read_decisions(warehouse, file)
    assert decision.why == "the figure is a target – no score"


def test_a_text_that_a_spreadsheet_would_run_is_disarmed(warehouse: Warehouse, tmp_path: Path):
    load(warehouse, [held(reason="=1+1")], catalogue())
    file = tmp_path / "queue.csv"
    export_queue(warehouse, file)
    assert ",'=1+1," in file.read_text(encoding="utf-8-sig")
    assert read_sheet(file)[0]["reason"] == "=1+1"


@pytest.mark.parametrize(
    ("answers", "complaint"),
    [
        ({"decision": "yes"}, "row 2: 'yes' is no decision; write one of accept, correct, reject, alias"),
        ({"decision": "reject"}, "row 2: say under 'why' why it is to reject"),
        ({"decision": "accept", "score": "5"}, "it says accept, but score is '5' and was read as '4'"),
        ({"decision": "correct", "why": "x", "score": "9"}, "9 is not on the scale of street-check, 0 to 5"),
        ({"decision": "correct", "why": "x", "score": "2.5"}, "2.5 is not on the scale"),
        ({"decision": "correct", "why": "x", "score": "good"}, "neither a number nor one of not_met, met, exceeded"),
        ({"decision": "correct", "why": "x", "score": ""}, "neither a number nor one of"),
        ({"decision": "correct", "why": "x", "benchmark": "lampposts"}, "'lampposts' under benchmark is not an item"),
        ({"decision": "correct", "why": "x", "benchmark": ""}, "fill in benchmark, or write reject"),
        ({"decision": "correct", "why": "x", "authority_code": "E1"}, "'E1' under authority_code is not a code"),
        ({"decision": "correct", "why": "x", "period": "last year"}, "'last year' is no period; write 2022"),
        ({"decision": "correct", "why": "x", "period": "2021/23"}, "does not name two years that follow"),
        ({"decision": "accept", "observation_id": "gone"}, "export the queue again"),
    ],
)
def test_what_cannot_be_carried_out_is_told_by_its_row_and_changes_nothing(
    warehouse: Warehouse, tmp_path: Path, answers: dict[str, str], complaint: str
):
    load(warehouse, [held()], catalogue())
    file = filled_in(warehouse, tmp_path / "queue.csv", **answers)
    with pytest.raises(BadDecisions, match="nothing was changed") as caught:
        read_decisions(warehouse, file)
    assert complaint in str(caught.value)


def test_a_value_decided_twice_in_one_file_is_told(warehouse: Warehouse, tmp_path: Path):
    load(warehouse, [held()], catalogue())
    file = filled_in(warehouse, tmp_path / "queue.csv", decision="accept")
    file.write_text(file.read_text() + file.read_text().splitlines()[-1] + "\n")
    with pytest.raises(BadDecisions, match="row 3: a row above decides on the same value"):
        read_decisions(warehouse, file)


def test_another_form_and_a_false_name_are_refused(warehouse: Warehouse, tmp_path: Path):
    with pytest.raises(UnknownForm, match=r"neither \.csv nor \.xlsx"):
        export_queue(warehouse, tmp_path / "queue.ods")
    (tmp_path / "queue.xlsx").write_text("no workbook")
    with pytest.raises(BadDecisions, match="no XLSX file"):
        read_decisions(warehouse, tmp_path / "queue.xlsx")


def test_a_file_without_the_columns_is_refused(warehouse: Warehouse, tmp_path: Path):
    (tmp_path / "queue.csv").write_text("observation_id,decision\na-1,accept\n")
    with pytest.raises(BadDecisions, match="the column benchmark, authority_code, period, score, why is missing"):
        read_decisions(warehouse, tmp_path / "queue.csv")
