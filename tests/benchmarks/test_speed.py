"""What the benchmark draws, counts and prints; how long anything takes is not tested here."""

from pathlib import Path

from benchmarks.speed.children import Spent, theirs
from benchmarks.speed.lines import Group, Line, Target, told, verdicts
from benchmarks.speed.mixed import ours_right, script
from benchmarks.speed.ours import scores
from benchmarks.speed.papers import configured, write_papers


def test_the_drawn_papers_hold_the_scores_that_are_counted(tmp_path: Path) -> None:
    papers = write_papers(tmp_path / "papers", 7, ("report", "docx", "pptx"))
    found = scores(str(configured(tmp_path)))([str(paper.path) for paper in papers])
    right, wrong = ours_right(found["records"], papers)
    assert (right > 0.8 * sum(len(paper.scores) for paper in papers), wrong) == (True, 0)


def test_the_script_that_we_are_measured_by_reads_ruled_tables(tmp_path: Path) -> None:
    papers = write_papers(tmp_path / "papers", 4, ("report", "docx", "pptx"))
    ruled = [paper for paper in papers if paper.form.startswith("ruled") or paper.kind != "report"]
    _, right, note = script(ruled)
    assert right == sum(len(paper.scores) for paper in ruled)
    assert note.endswith("0 wrong")


def test_a_rival_that_is_not_installed_is_a_line_that_says_so(tmp_path: Path) -> None:
    nothing = tmp_path / "python"
    nothing.write_text("#!/bin/sh\nexit 3\n")
    nothing.chmod(0o755)
    assert theirs("camelot", 1, [], str(nothing)) is None
    assert [*told(Group("a pack", [Line("camelot", None)]))][-1].split() == ["camelot", "not", "installed"]


def test_ratios_are_of_processor_time_for_one() -> None:
    lines = [Line("ours", Spent(9, 2), 4, "pages", is_ours=True), Line("theirs", Spent(1, 3), 2, "pages")]
    *_, ours, rival = told(Group("a pack", lines))
    assert ours.split()[-2:] == ["500.000", "1.00"]
    assert rival.split()[-2:] == ["1500.000", "3.00"]


def test_a_target_is_met_or_missed() -> None:
    said = [*verdicts([Target("seconds", 1.2, 1), Target("times faster", 12, 10, at_least=True)])]
    assert [line.split()[0] for line in said] == ["MISSED", "met"]
