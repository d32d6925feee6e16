"""Old office files: read by way of LibreOffice, or refused with what to do."""

import subprocess
from pathlib import Path

import pytest

from extractors import read
from extractors.errors import NotConverted, ProgramMissing
from extractors.formats import legacy
from tests.extractors.formats.office import told
from tests.support import papers

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A program in place of LibreOffice that runs the given lines; `$out` is the folder for what it makes."""

    def install(lines: str) -> None:
        folder = tmp_path / "bin"
        folder.mkdir()
        script = '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nout=$2\n' + lines
        (folder / "soffice").write_text(script)
        (folder / "soffice").chmod(0o755)
        monkeypatch.setattr(legacy.shutil, "which", lambda name: str(folder / name) if name == "soffice" else None)

    return install


@pytest.fixture
def old_paper(tmp_path: Path) -> Path:
    path = tmp_path / "scores.pdf"
    path.write_bytes(OLE + "WordDocument".encode("utf-16-le"))
    return path


def test_without_the_program_the_reason_says_what_to_do(old_paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy.shutil, "which", lambda _: None)
    with pytest.raises(ProgramMissing, match=r"scores.pdf is a Word 97-2003 document \(.doc\).* Install LibreOffice"):
        read(old_paper)


def test_what_the_program_makes_is_read_under_the_name_of_the_paper(stand_in, old_paper: Path, tmp_path: Path) -> None:
    (tmp_path / "new.docx").write_bytes(papers.briefing_docx())
    stand_in(f'mkdir -p "$out"; cp "{tmp_path}/new.docx" "$out/paper.docx"\n')
    document = read(old_paper)
    assert (document.file_name, document.media_type) == ("scores.pdf", "application/msword")
    assert document.tables[0].rows[1] == ("1", "Risk Assessment", "1")
    assert told(document, "converted_file") == [
        "This Word 97-2003 document was read as LibreOffice saves it in the form docx."
    ]


def test_what_the_program_says_is_told_where_it_makes_nothing(stand_in, old_paper: Path) -> None:
    stand_in('echo "Error: source file could not be loaded" >&2\n')
    with pytest.raises(NotConverted, match=r"could not open this Word 97-2003 document \(Error: source file could not"):
        read(old_paper)


def test_a_program_that_hangs_is_ended_with_all_that_it_began(
    stand_in, old_paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(legacy, "SECONDS", 0.5)
    stand_in("sleep 987654 & sleep 987654\n")
    with pytest.raises(NotConverted, match=r"it took longer than 0.5 seconds"):
        read(old_paper)
    running = subprocess.run(["ps", "-eo", "stat,args"], capture_output=True, text=True, check=True).stdout
    assert [line for line in running.splitlines() if "sleep 987654" in line and line[0] != "Z"] == []


@pytest.mark.needs("soffice")
def test_bytes_that_only_begin_like_an_old_file_are_refused(old_paper: Path) -> None:
    with pytest.raises(NotConverted, match="may be damaged or protected"):
        read(old_paper)
