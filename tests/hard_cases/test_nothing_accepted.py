"""Papers without scores give none, whatever small numbers stand beside familiar labels."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

import docx
import pytest

from extractors import read
from tests.hard_cases import look_alikes, look_alikes_listed, look_alikes_more
from tests.hard_cases.paper import Frame, Pen, Rules, printed
from tests.support.councils import write_councils
from transforms import Findings, Lexicon, load_catalogue, normalise

PAPERS = look_alikes.PAPERS | look_alikes_more.PAPERS | look_alikes_listed.PAPERS
Part: TypeAlias = str | list[list[str]]
Form: TypeAlias = Literal["pdf", "docx"]
IN_BOTH_FORMS = 10
RULES: tuple[Rules, ...] = ("fills", "strokes", "level")


def printed_in_turns() -> Iterator[tuple[str, Form]]:
    """Every paper in one of the forms by turns, every tenth in both."""
    for number, name in enumerate(PAPERS):
        if number % 2 == 0 or number % IN_BOTH_FORMS == 1:
            yield name, "pdf"
        if number % 2 == 1:
            yield name, "docx"


PRINTED = list(printed_in_turns())


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    authorities, regions, partnerships = write_councils(tmp_path_factory.mktemp("register"))
    return Lexicon.of(
        load_catalogue(authority_files=[authorities], region_files=[regions], partnership_files=[partnerships])
    )


@pytest.mark.parametrize(("name", "form"), PRINTED)
def test_nothing_is_accepted_of_a_paper_without_scores(name: str, form: Form, lexicon: Lexicon, tmp_path: Path) -> None:
    found = findings(name, form, lexicon, tmp_path)
    taken = [(seen.benchmark_text, seen.score_text) for seen in found.observations if seen.status == "accepted"]
    assert not taken


def findings(name: str, form: Form, lexicon: Lexicon, folder: Path) -> Findings:
    """What the program makes of a paper, printed in one of the two forms."""
    subject, body = PAPERS[name]
    draw = _pdf if form == "pdf" else _docx
    path = draw(folder, look_alikes.HEAD.format(subject=subject), body, RULES[len(name) % len(RULES)])
    return normalise(read(path, words=lexicon.words), lexicon)


def _parts(body: str) -> Iterator[Part]:
    """Paragraphs as they are, headings with their '# ', tables as rows of cells."""
    rows: list[list[str]] = []
    for line in body.strip().splitlines():
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line[1:].split("|")])
            continue
        if rows:
            yield rows
            rows = []
        if line:
            yield line
    if rows:
        yield rows


def _docx(folder: Path, head: str, body: str, _: Rules) -> Path:
    paper = docx.Document()
    for line in head.strip().splitlines():
        paper.add_paragraph(line)
    for part in _parts(body):
        if isinstance(part, list):
            grid = paper.add_table(len(part), len(part[0]), style="Table Grid")
            for r, row in enumerate(part):
                for c, text in enumerate(row):
                    grid.cell(r, c).text = text
        elif part.startswith("# "):
            paper.add_heading(part[2:], level=1)
        else:
            paper.add_paragraph(part)
    path = folder / "paper.docx"
    paper.save(str(path))
    return path


def _pdf(folder: Path, head: str, body: str, rules: Rules) -> Path:
    def page(pen: Pen) -> None:
        council, panel, *rest = head.strip().splitlines()
        pen.text(56, 60, council, size=14, bold=True)
        pen.text(56, 78, panel, size=11)
        top = 100.0
        for line in rest:
            top = pen.prose(top, line)
        for part in _parts(body):
            if isinstance(part, list):
                widths = [190, *[min(110, 290 / (len(part[0]) - 1))] * (len(part[0]) - 1)]
                frame = Frame(pen, 56, top + 6, widths, [20] * len(part), size=9)
                frame.rule(rules)
                frame.fill_in(part)
                top = frame.ys[-1] + 20
            elif part.startswith("# "):
                pen.text(56, top + 14, part[2:], size=12, bold=True)
                top += 32
            else:
                top = pen.prose(top, part) + 2

    return printed(folder / "paper.pdf", page)
