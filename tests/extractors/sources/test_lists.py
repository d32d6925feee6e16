"""Lists of addresses as CSV."""

from datetime import date
from pathlib import Path

import pytest

from extractors import Fetching, Listed, Missed, Source, discover, fetch, list_papers
from extractors.sources.visit import Visit
from tests.support.council import TODAY, council, polite


def listed(path: Path, store: Path) -> list[object]:
    with Visit(polite(store)) as visit:
        return list(list_papers(str(path), visit, today=TODAY))


def test_a_list_names_papers_and_what_is_known_of_them(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Prevent")
    path = tmp_path / "list.csv"
    with council() as server:
        path.write_text(
            "\ufeffURL,Title,committee,meeting_on,published_on\n"
            f"{server.address}/documents/s12/x.docx,Prevent update,Cabinet,2026-01-20,2026-01-12\n"
            "a.md,,,,\n",
            encoding="utf-8",
        )
        with Visit(polite(tmp_path / "store")) as visit:
            one, two = (
                fetch(paper, visit) for paper in list_papers(str(path), visit, today=TODAY) if isinstance(paper, Listed)
            )
    assert (one.committee, one.meeting_on, one.published_on) == ("Cabinet", date(2026, 1, 20), date(2026, 1, 12))
    assert (one.file_name, one.publisher_host) == ("x.docx", "127.0.0.1")
    assert two == Source(address=str(tmp_path / "a.md"), path=tmp_path / "a.md", file_name="a.md")


def test_a_list_may_name_sites(tmp_path: Path) -> None:
    with council() as server:
        (tmp_path / "list.csv").write_text(f"address\nmoderngov+{server.address}/?words=notes\n")
        [one] = listed(tmp_path / "list.csv", tmp_path)
    assert isinstance(one, Listed)
    assert one.title == "Notes on benchmarking"


def test_a_line_that_cannot_be_used_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Prevent")
    path = tmp_path / "list.csv"
    path.write_text("url,meeting_on\nnothing.pdf,\na.md,20/1/2026\nftp://x.example.org/a,\n,\na.md,\n")
    found = listed(path, tmp_path)
    told = [one.why for one in found if isinstance(one, Missed)]
    assert len(found) == 5
    assert "nothing.pdf does not exist" in told[0]
    assert "line 3: meeting_on must be a day such as 2022-01-31, not '20/1/2026'" in told[1]
    assert "line 4: ftp://x.example.org/a is of a kind that is not fetched" in told[2]
    assert "line 5: no address is given" in told[3]


@pytest.mark.parametrize("text", ["Benchmark,Score\nChannel Panel,3\n", "", "a\x00b"])
def test_a_table_of_scores_is_a_paper_and_no_list(tmp_path: Path, text: str) -> None:
    path = tmp_path / "scores.csv"
    path.write_text(text)
    [source] = discover([path], how=Fetching(store=tmp_path / "store"))
    assert source.path == path


def test_a_list_in_a_folder_of_papers_is_a_paper(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "list.csv").write_text("url\nhttps://example.org/a.pdf\n")
    [source] = discover([tmp_path / "papers"], how=Fetching(store=tmp_path / "store"))
    assert source.file_name == "list.csv"
