"""Score tables on pages that were scanned: straight, turned, coarse, coloured, spoiled."""

from reportlab.pdfgen.canvas import Canvas

from tests.hard_cases.facts import Case, Fact, facts_of
from tests.hard_cases.score_sheets import AFTER, PROSE, ending, letter, scores, table
from tests.hard_cases.spoiling import blurred, grained, scanned, sideways, stamped, turned
from tests.support.drawn_pdf import Page, Sheet

YEARS = ("2021", "2022")
AREAS = ("Ashby", "Belton", "Coleby", "Denham", "Eastry")
TWO_YEARS = scores(YEARS, seed=2)
FIVE_AREAS = scores(AREAS, seed=3)


def report(**style: object) -> Page:
    """A page of a report with the scores of two years."""

    def page(sheet: Sheet) -> None:
        top = letter(sheet, "Prevent: outcome of the annual exercise")
        ending(sheet, table(sheet, 40, top, TWO_YEARS, YEARS, **style))  # type: ignore[arg-type]  # the table's own

    return page


def comparison(**style: object) -> Page:
    """A page of a report with the scores of five areas."""

    def page(sheet: Sheet) -> None:
        top = letter(sheet, "Prevent benchmark scores 2022 by district")
        ending(sheet, table(sheet, 40, top, FIVE_AREAS, AREAS, label_width=170, width=48, **style))  # type: ignore[arg-type]  # as above

    return page


def two_columns(sheet: Sheet) -> None:
    """A newsletter: text on the left, a table on the right."""
    sheet.text(50, 60, "Safer Communities Bulletin", size=18, bold=True)
    left = [line[n : n + 48] for line in (*PROSE, *AFTER) for n in (0, 48, 96) if line[n : n + 48].strip()]
    sheet.lines(50, 95, left * 2, size=9)
    sheet.text(320, 95, "Benchmark scores", size=11, bold=True)
    foot = table(sheet, 320, 110, TWO_YEARS, YEARS, label_width=150, width=42, height=19, size=9)
    sheet.lines(320, foot + 20, left[:8], size=9)


def with_text_layer(canvas: Canvas) -> None:
    """What a copier's own recognition laid over the page, unseen: letters for figures, rows run together."""
    pen = canvas.beginText(40, 230)
    pen.setTextRenderMode(3)
    pen.setFont("Helvetica", 9)
    for number, label in enumerate(TWO_YEARS):
        pen.textLine(f"{label.replace('i', 'l').replace('o', '0')} | {'S' if number % 2 else 'l'} J")
    canvas.drawText(pen)


YEAR_FACTS = facts_of(TWO_YEARS, YEARS)
AREA_FACTS = facts_of(FIVE_AREAS, AREAS)


def _case(number: int, title: str, page: Page, facts: tuple[Fact, ...] = YEAR_FACTS, **how: object) -> Case:
    return Case(number, title, lambda folder: scanned(folder, page, **how), facts, image=True)  # type: ignore[arg-type]  # how it is scanned


CASES: tuple[Case, ...] = (
    _case(38, "scan straight, 200 dpi", report(), dots_an_inch=200),
    _case(38, "scan with horizontal rules only", comparison(rules="level"), AREA_FACTS),
    _case(38, "scan without rules, 150 dpi", report(rules="none")),
    _case(38, "scan of a page in two columns", two_columns, size=(595.0, 420.0)),
    _case(38, "scan with the stamp of a post room", report(), spoil=(stamped(0.62, 0.02),)),
    _case(38, "scan on grey paper, grainy", report(), spoil=(grained(7.0, 0.78),)),
    _case(38, "scan stored sideways", report(), spoil=(sideways(1),)),
    _case(38, "scan stored upside down", report(), spoil=(sideways(2), turned(0.6))),
    _case(
        38, "landscape table scanned in a portrait page", comparison(coloured=True), AREA_FACTS, spoil=(sideways(3),)
    ),
    _case(39, "scan turned by 1 degree", report(), spoil=(turned(1.1),)),
    _case(39, "scan turned by 2.6 degrees the other way", comparison(), AREA_FACTS, spoil=(turned(-2.6),)),
    _case(
        39, "scan turned by 3 degrees, no upright rules", comparison(rules="level"), AREA_FACTS, spoil=(turned(3.0),)
    ),
    _case(40, "scan at 100 dpi", report(), dots_an_inch=100, quality=60),
    _case(40, "scan at 100 dpi without rules", comparison(rules="none"), AREA_FACTS, dots_an_inch=100),
    _case(40, "fax: 100 dpi, soft and grainy", report(), dots_an_inch=100, spoil=(blurred(0.5), grained(5.0))),
    _case(41, "scan with coloured cells", comparison(coloured=True, head_fill="#1f3864"), AREA_FACTS),
    _case(
        41,
        "scan with coloured cells parted by white rules",
        comparison(coloured=True, rule_colour="#ffffff", head_fill="#1f3864"),
        AREA_FACTS,
        spoil=(turned(-0.8),),
    ),
    _case(41, "scan with coloured cells that touch", comparison(coloured=True, rules="none"), AREA_FACTS, quality=40),
    _case(43, "scan with a bad text layer of its own", report(), over=with_text_layer),
)
