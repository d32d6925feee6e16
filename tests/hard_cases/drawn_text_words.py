"""Values that are more than a figure, and labels as papers vary them: blanks, hyphens, wraps, numbers, brackets."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tests.hard_cases.facts import Case, Fact, facts_of
from tests.hard_cases.fonts import untold
from tests.hard_cases.paper import AFTER, Frame, Pen, Rules, Typing, printed

LABELS = ("Risk Assessment", "Partnership Plan", "Referral Pathway", "Channel Panel", "Training", "Communications")
Rows = Sequence[Sequence[str]]


def _paper(
    rows: Rows,
    widths: Sequence[float],
    rules: Rules,
    typing: Typing,
    font: str,
    heights: float,
    lead: str,
    folder: Path,
) -> Path:
    """A table with the texts as given: "\\n" begins a new line, "{Symbol:x}" is a sign of another font."""

    def page(pen: Pen) -> None:
        top = pen.head("Prevent benchmarks: outcome of the review")
        top = pen.prose(top + 6, lead) if lead else top
        tall = [
            max(22.0, 14.0 * max(text.count("\n") + 1 for text in row)) if heights == 0 else heights for row in rows
        ]
        frame = Frame(pen, 56, top + 20, widths, tall, size=9.5)
        frame.rule(rules)
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                _write(frame, r, c, text)
        pen.prose(frame.ys[-1] + 24, AFTER)

    bold = "VeraBd" if font == "Vera" else "Helvetica-Bold"
    return printed(folder / "words.pdf", page, font=font, bold_font=bold, typing=typing)


def _write(frame: Frame, row: int, column: int, text: str) -> None:
    """A cell's text; signs in braces are printed from another font, as office programs do."""
    if "{" not in text:
        frame.write(row, column, text, bold=row == 0)
        return
    x, base = frame.box(row, column)[0] + frame.padding, frame.base(row)
    for number, piece in enumerate(text.replace("}", "{").split("{")):
        if number % 2:
            font, sign = piece.split(":")
            x = frame.pen.text(x, base, sign, size=frame.size, font=font)
        elif piece:
            x = frame.pen.text(x, base, piece, size=frame.size)


def _plain(text: str) -> str:
    """What a good reader makes of the text: signs of other fonts as the characters that they print."""
    for sign, shown in SIGNS.items():
        text = text.replace(sign, shown)
    return " ".join(text.split())


SIGNS = {
    "{ZapfDingbats:\u25b2}": "▲",
    "{ZapfDingbats:\u25bc}": "▼",
    "{Symbol:\u2191}": "↑",
    "{Symbol:\u2193}": "↓",
    "{Symbol:\u2265}": "≥",
}

DECORATED: Rows = (
    ("Benchmark", "2021", "2022", "2023", "Outcome"),
    ("Risk Assessment", "4 {Symbol:\u2191}", "5/5", "N/A", "Met"),
    ("Partnership Plan", "3*", "4/5", "–", "Exceeded"),
    ("Referral Pathway", "2 {ZapfDingbats:\u25bc}", "3 / 5", "n/a", "Not met"),
    ("Channel Panel", "5 {ZapfDingbats:\u25b2}", "5 out of 5", "{Symbol:\u2265} 3", "Exceeded"),
    ("Training", "2.5", "2**", "≤ 2", "Not met"),
    ("Communications", "3 {Symbol:\u2193}", "Score: 3", "—", "Met"),
)
ARROWS_ALONE: Rows = (
    ("Benchmark", "Score", "Trend", "Rating"),
    ("Risk Assessment", "4", "{ZapfDingbats:\u25b2}", "4 - Exceeded"),
    ("Partnership Plan", "3", "{ZapfDingbats:\u25bc}", "3 - Met"),
    ("Referral Pathway", "2", "{Symbol:\u2191}", "2 - Not met"),
    ("Channel Panel", "5", "{ZapfDingbats:\u25b2}", "5 - Exceeded"),
)
WORDS: Rows = (
    ("Benchmark", "2021", "2022", "Band"),
    ("Risk Assessment", "four", "4-5", "Good"),
    ("Partnership Plan", "three", "3 – 4", "Requires improvement"),
    ("Referral Pathway", "Exceeded", "2 to 3", "Requires improvement to be good"),
    ("Channel Panel", "Level 5", "4/Achieving", "Outstanding"),
    ("Training", "Partially met", "1–2", "Inadequate"),
    ("Communications", "Amber", "Red/Amber", "Good"),
)
NBSP, SOFT = "\u00a0", "\u00ad"
SPACED: Rows = (
    ("Benchmark", f"2021{NBSP}score", "2022"),
    (f"Risk{NBSP}Assessment", f"4{NBSP}", f"{NBSP}5"),
    ("Multi-agency\nPartnership Board", f"3{NBSP}/{NBSP}5", "2"),
    ("Communi-\ncations", "3", "4"),
    (f"Partner{SOFT}\nship Plan", "2", "3"),
    ("Venue hire\nand IT policies", "5", "1"),
    ("Problem-\nsolving process", "1", "5"),
)
VARIANTS: Rows = (
    ("No.", "Prevent duty benchmark", "2021/22", "2022/23"),
    ("1.", "Risk Assessment (local)", "4", "5"),
    ("2.", "Multi Agency Partnership\nBoard (MAPB)", "3", "3"),
    ("3.", "Prevent Partnership Plan /\nDelivery Plan", "2", "3"),
    ("4.", "B4 – Referral Pathways", "5", "4"),
    ("5.", "Channel  Panel", "5", "5"),
    ("6.", "Prevent problem-solving", "1", "2"),
    ("7.", "Training & awareness", "3", "4"),
    ("8.", "Venue Hire and IT Policies:\ncouncil buildings", "2", "2"),
    ("9.", "Engagement activity", "3", "3"),
    ("10.", "Comms.", "4", "4"),
)
EIGHT: Rows = (
    ("Benchmark", "Self-assessment", "Home Office"),
    ("Multi-agency partnership\ngroup", "3", "3"),
    ("Local risk assessment\nprocess", "4", "3"),
    ("Partnership plan", "3", "2"),
    ("Referral pathway", "5", "4"),
    ("Channel panel", "5", "5"),
    ("Training programme", "2", "2"),
    ("Reducing permissive\nenvironments", "3", "3"),
    ("Communications and\nengagement", "4", "3"),
)


def _facts(rows: Rows, label: int = 0, **wraps: str) -> tuple[Fact, ...]:
    heads = [_plain(text) for text in rows[0]]
    found = {
        wraps.get(_key(row[label]), _plain(row[label])): [_plain(text) for text in row[label + 1 :]] for row in rows[1:]
    }
    return facts_of(found, heads[label + 1 :])


def _key(text: str) -> str:
    return "".join(filter(str.isalpha, text)).lower()


def _wingdings(folder: Path) -> Path:
    """Arrows that a font of pictures calls by private characters: the file tells U+F0E1 and U+F0E2."""
    rows = [[text.replace("^", "{Vera:^}").replace("|", "{Vera:|}") for text in row] for row in PRIVATE]
    paper = _paper(rows, (170, 70, 70, 120), "fills", "words", "Helvetica", 22, "", folder)
    return untold(paper, told=lambda char: {"^": "\uf0e1", "|": "\uf0e2"}.get(char, char))


PRIVATE: Rows = (
    ("Benchmark", "2021", "2022", "Outcome"),
    ("Risk Assessment", "4", "4 ^", "Exceeded"),
    ("Partnership Plan", "3", "2 |", "Not met"),
    ("Referral Pathway", "2", "3 ^", "Met"),
    ("Channel Panel", "5", "4 |", "Exceeded"),
)


def _hyphens(sign: str, rules: Rules, folder: Path) -> Path:
    """Hyphens that are painted as such, while the font's table of meanings calls them something else."""
    paper = _paper(HYPHENS, (170, 80, 80, 110), rules, "words", "Vera", 22, "", folder)
    return untold(paper, told=lambda char: sign if char == "-" else char)


def _hyphened(shown: str) -> Rows:
    return [[text.replace("-", shown) for text in row] for row in HYPHENS]


HYPHENS: Rows = (
    ("Benchmark", "2021", "2022", "Outcome"),
    ("Multi-agency group", "2-3", "4", "Not-met"),
    ("Problem-solving", "3", "1-2", "Met"),
    ("Self-assessment", "-", "4-5", "Re-opened"),
    ("Training", "4", "-", "Met"),
)


def _case(number: int, title: str, draw: Callable[[Path], Path], facts: tuple[Fact, ...]) -> Case:
    return Case(number, title, draw, facts)


FIVE, FOUR = (150, 80, 80, 80, 90), (170, 90, 110, 100)
LEAD = "The communications plan and the partnership plan were agreed, and problem-solving meetings are held."

CASES = (
    *(
        _case(
            34, f"decorated scores: {title}", partial(_paper, rows, widths, rules, typing, font, 22, ""), _facts(rows)
        )
        for title, rows, widths, rules, typing, font in (
            ("word by word", DECORATED, FIVE, "fills", "words", "Helvetica"),
            ("line by line, other font", DECORATED, FIVE, "strokes", "lines", "Vera"),
            ("letter by letter, level rules", DECORATED, FIVE, "level", "letters", "Helvetica"),
            ("no rules", DECORATED, FIVE, "none", "words", "Helvetica"),
            ("arrows in a column", ARROWS_ALONE, FOUR, "fills", "words", "Vera"),
        )
    ),
    _case(
        34,
        "decorated scores: arrows by private characters",
        _wingdings,
        _facts([[text.replace("^", "↑").replace("|", "↓") for text in row] for row in PRIVATE]),
    ),
    *(
        _case(
            35,
            f"score words: {title}",
            partial(_paper, WORDS, (140, 90, 90, 170), rules, typing, font, 22, ""),
            _facts(WORDS),
        )
        for title, rules, typing, font in (
            ("ruled", "fills", "words", "Helvetica"),
            ("level rules", "level", "lines", "Vera"),
        )
    ),
    *(
        _case(
            36,
            f"blanks and hyphens: {title}",
            partial(_paper, SPACED, (150, 90, 90), rules, typing, font, 0, LEAD),
            _facts(
                SPACED,
                communications="Communications",
                partnershipplan="Partnership Plan",
                problemsolvingprocess="Problem-solving process",
            ),
        )
        for title, rules, typing, font in (
            ("word by word", "fills", "words", "Helvetica"),
            ("letter by letter", "strokes", "letters", "Vera"),
        )
    ),
    *(
        _case(36, f"hyphens stored as {name}", partial(_hyphens, sign, rules), _facts(_hyphened(shown)))
        for name, sign, shown, rules in (
            ("soft hyphens", SOFT, "-", "fills"),
            ("non-breaking hyphens", "\u2011", "-", "strokes"),
            ("minus signs", "\u2212", "\u2212", "fills"),
        )
    ),
    *(
        _case(
            37,
            f"label variants: {title}",
            partial(_paper, rows, widths, rules, typing, font, 0, ""),
            _facts(rows, label),
        )
        for title, rows, widths, label, rules, typing, font in (
            ("ten numbered", VARIANTS, (34, 190, 70, 70), 1, "fills", "words", "Helvetica"),
            ("ten numbered, level rules", VARIANTS, (34, 190, 70, 70), 1, "level", "lines", "Vera"),
            ("eight", EIGHT, (150, 110, 110), 0, "strokes", "words", "Helvetica"),
            ("eight, no rules", EIGHT, (150, 110, 110), 0, "none", "letters", "Helvetica"),
        )
    ),
)
