"""Long council papers to measure with: prose, running heads and tables as in agenda packs; the same every time."""

import random
from collections.abc import Collection, Sequence
from pathlib import Path

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

LABELS = (
    "Risk Assessment",
    "Multi Agency Partnership Board",
    "Prevent Partnership Plan",
    "Referral Pathway",
    "Channel Panel",
    "Prevent Problem Solving Process",
    "Training",
    "Venue Hire and IT Policies",
    "Engagement Activities",
    "Communications",
)
_SERVICES = ("Highways", "Parks", "Libraries", "Refuse", "Street lighting", "Leisure", "Museums", "Harbours")
_COUNCIL = [
    "the",
    "council",
    "members",
    "officers",
    "report",
    "budget",
    "service",
    "residents",
    "highways",
    "parks",
    "libraries",
    "refuse",
    "lighting",
    "leisure",
    "housing",
    "planning",
    "consultation",
    "scheme",
    "programme",
    "review",
    "committee",
    "cabinet",
    "partners",
    "agreed",
    "noted",
    "received",
    "further",
    "update",
    "costs",
    "savings",
    "pressures",
    "capital",
    "revenue",
    "forecast",
    "quarter",
    "annual",
    "target",
    "performance",
    "delivery",
    "risk",
    "of",
    "and",
    "to",
    "in",
    "for",
    "with",
    "on",
    "by",
    "that",
    "is",
    "are",
    "was",
    "will",
    "be",
    "has",
    "from",
    "this",
    "which",
    "its",
    "at",
    "as",
    "not",
    "all",
    "new",
    "local",
    "public",
    "during",
]
_LINES, _LEADING, _MOST_CHARACTERS = 36, 12, 88


def agenda_pack(path: Path, pages: int, relevant: Collection[int] | None = None) -> Path:
    """Prose and a ruled table on every page; on the relevant ones, counted from 0, it is the table of scores.

    Unless told which, they are three pages in the middle, one after the other.
    """
    relevant = range(pages // 2, pages // 2 + 3) if relevant is None else relevant
    canvas = _canvas(path)
    for number in range(pages):
        draw = random.Random(number)
        _running_text(canvas, number, draw)
        _table(canvas, 60, 320, _scores(draw) if number in relevant else _budget(draw))
        canvas.showPage()
    canvas.save()
    return path


def talkative_pack(path: Path, pages: int) -> Path:
    """Prose that names a benchmark or two on every page, with paragraph numbers and years; three pages of scores."""
    relevant = range(pages // 2, pages // 2 + 3)
    canvas = _canvas(path)
    for number in range(pages):
        draw = random.Random(number)
        _running_text(canvas, number, draw, names=LABELS)
        if number in relevant:
            _table(canvas, 60, 320, _scores(draw))
        canvas.showPage()
    canvas.save()
    return path


def pack_of_tables(path: Path, pages: int) -> Path:
    """Three tables of ten rows on every page, and hardly anything else."""
    canvas = _canvas(path)
    for number in range(pages):
        draw = random.Random(number)
        for top in (790, 540, 290):
            canvas.setFont("Helvetica-Bold", 10)
            canvas.drawString(60, top, f"Scores by area, table {number + 1}.{top}")
            _table(canvas, 60, top - 26, _scores(draw))
        canvas.showPage()
    canvas.save()
    return path


def _canvas(path: Path) -> Canvas:
    # its own default writes pages as letters and digits (ASCII85), which no office program does
    rl_config.useA85 = 0
    return Canvas(str(path), pagesize=A4, pageCompression=1)


def _running_text(canvas: Canvas, number: int, draw: random.Random, names: Sequence[str] = ()) -> None:
    canvas.setFont("Helvetica-Bold", 9)
    canvas.drawString(60, 815, "Agenda pack, Safer Communities Committee, 8 September 2022")
    canvas.setFont("Helvetica", 10)
    named = set(draw.sample(range(_LINES), 3)) if names else set()
    for line in range(_LINES):
        opening = f"{number % 9 + 1}.{line // 6 + 1} " if line % 6 == 0 else ""
        text = opening + (f"{draw.choice(names)} " if line in named else "")
        while len(text) < _MOST_CHARACTERS:
            text += draw.choice(_COUNCIL) + " "
        text = text.strip() + ("." if line % 6 == 5 else "")
        canvas.drawString(60, 790 - _LEADING * line, text[:1].upper() + text[1:])
    canvas.drawString(290, 20, str(number + 1))


def _scores(draw: random.Random) -> list[list[str]]:
    return [
        ["Benchmark", "2022", "2023"],
        *([label, str(draw.randint(1, 5)), str(draw.randint(1, 5))] for label in LABELS),
    ]


def _budget(draw: random.Random) -> list[list[str]]:
    rows = ([service, f"{draw.randint(100, 999)}", f"{draw.randint(100, 999)}"] for service in _SERVICES)
    return [["Service", "Budget", "Spent"], *rows]


def _table(canvas: Canvas, left: float, top: float, rows: Sequence[Sequence[str]]) -> None:
    canvas.setFont("Helvetica", 10)
    for number, row in enumerate(rows):
        foot, x = top - 18 * (number + 1), left
        for width, text in zip((220, 80, 80), row, strict=True):
            canvas.rect(x, foot, width, 18)
            canvas.drawString(x + 4, foot + 5, text)
            x += width
