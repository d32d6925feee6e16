"""What looks like a table in a PDF and is none."""

from pathlib import Path

import pytest

from tests.support.drawn_pdf import Page, Sheet, draw
from tests.support.reading import read

LONG = "The local authority should have a risk assessment, a partnership board and a plan in place for this duty."
SENTENCES = [
    "The benchmarks cover the risk assessment, the partnership board, the plan, the referral pathway,",
    "the Channel Panel, problem-solving, training, venue hire, engagement and communications. In 2022",
    "the Board met 4 times, received 3 reports and agreed 2 plans, and 1 further meeting is to be held.",
    "Members asked 5 questions. A score of 3 means that the duty is met; 4 and 5 that it is exceeded.",
]


def prose(sheet: Sheet) -> None:
    for number in range(6):
        sheet.lines(60, 80 + number * 70, SENTENCES)


def justified(sheet: Sheet) -> None:
    """Lines stretched to one width: the gaps between words are wide."""
    for number, line in enumerate([*SENTENCES, *SENTENCES]):
        words = line.split()
        taken = sum(sheet.canvas.stringWidth(word, "Helvetica", 10) for word in words)
        gap = (490 - taken) / (len(words) - 1)
        x = 60.0
        for word in words:
            sheet.text(x, 100 + 14 * number, word)
            x += sheet.canvas.stringWidth(word, "Helvetica", 10) + gap


def numbered_paragraphs(sheet: Sheet) -> None:
    for number in range(8):
        sheet.text(60, 100 + 40 * number, f"{number + 1}.1")
        sheet.lines(100, 100 + 40 * number, SENTENCES[:2])


def letterhead(sheet: Sheet) -> None:
    for number, (label, value) in enumerate(
        (
            ("Report to:", "Safer Board"),
            ("Date:", "8 September 2022"),
            ("Report of:", "Head of Service"),
            ("Wards:", "All"),
        )
    ):
        sheet.text(60, 100 + 18 * number, label, bold=True)
        sheet.text(180, 100 + 18 * number, value)
    sheet.lines(60, 220, SENTENCES)


def contents(sheet: Sheet) -> None:
    for number, title in enumerate(("Introduction", "Background", "Risk assessment", "Training", "Next steps")):
        sheet.text(60, 100 + 18 * number, f"{title} {'.' * 60} {number + 3}")


def boxed_paragraph(sheet: Sheet) -> None:
    sheet.frame(50, 80, 545, 180)
    sheet.lines(60, 100, SENTENCES)
    sheet.frame(50, 200, 545, 300)
    sheet.lines(60, 220, SENTENCES)


def page_with_ruled_head(sheet: Sheet) -> None:
    """A frame round the page, a band under its head: boxes around everything."""
    sheet.frame(30, 30, 565, 810)
    sheet.rule(30, 70, 565, 70)
    sheet.rule(300, 30, 300, 70)
    sheet.text(40, 55, "Ashby Borough Council")
    sheet.text(310, 55, "Committee report")
    sheet.lines(50, 110, SENTENCES)


def bullets(sheet: Sheet) -> None:
    for number in range(8):
        sheet.text(60, 100 + 18 * number, "•")
        sheet.text(80, 100 + 18 * number, LONG[: 50 + 5 * number])


def two_columns(sheet: Sheet) -> None:
    for number in range(14):
        sheet.text(60, 100 + 14 * number, "the duty was met in most of the areas that")
        sheet.text(320, 100 + 14 * number, "were seen and officers thanked all partners")


def line_chart(sheet: Sheet) -> None:
    for number in range(6):
        sheet.text(60, 304 - 30 * number, str(number), size=8, align="right")
        sheet.rule(70, 300 - 30 * number, 370, 300 - 30 * number, colour="#cccccc")
    for number, year in enumerate(("2019", "2020", "2021", "2022")):
        sheet.text(100 + 80 * number, 315, year, size=8, align="centre")
    path = sheet.canvas.beginPath()
    path.moveTo(100, sheet.height - 250)
    for x, y in ((180, 220), (260, 240), (340, 170)):
        path.lineTo(x, sheet.height - y)
    sheet.canvas.drawPath(path)


def organisation_chart(sheet: Sheet) -> None:
    sheet.frame(200, 80, 340, 120)
    sheet.text(210, 104, "Director")
    for number, name in enumerate(("Policy", "Delivery", "Finance")):
        x = 60 + 170 * number
        sheet.frame(x, 180, x + 140, 220)
        sheet.text(x + 10, 204, name)
        sheet.rule(x + 70, 150, x + 70, 180)
    sheet.rule(130, 150, 470, 150)
    sheet.rule(270, 120, 270, 150)


@pytest.mark.parametrize(
    "page",
    [
        prose,
        justified,
        numbered_paragraphs,
        letterhead,
        contents,
        boxed_paragraph,
        page_with_ruled_head,
        bullets,
        two_columns,
        line_chart,
        organisation_chart,
    ],
    ids=lambda page: page.__name__,
)
def test_is_no_table(tmp_path: Path, page: Page) -> None:
    tables = read(draw(tmp_path / "page.pdf", page)).tables
    assert [table.rows for table in tables] == []
