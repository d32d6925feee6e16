"""How fast a long agenda pack is read, and what memory that takes, beside the libraries it is read with.

    uv run python benchmarks/reading.py [PAGES]

Draws a pack of 300 pages (or as many as told) of which three matter, and reads it in turns: as the flows do, with the
words that are sought; in full; with pdfplumber's table finder on every page; and for pdfium's bare text. The memory is
the peak of a process of its own for packs of 100, 300 and 1000 pages, read with words.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractors import read

WORDS = ("channel panel",)
ROUNDS = 2
SIZES = (100, 300, 1000)
HEAD = ("Benchmark", "2022", "2023")
LABELS = ("Risk Assessment", "Partnership Board", "Partnership Plan", "Referral Pathway", "Channel Panel", "Training")
BUDGET = ("Service", "Budget", "Spent")
SERVICES = ("Highways", "Parks", "Libraries", "Refuse", "Lighting", "Leisure")
PROSE = "Minute {} of the council, which has a good many words on it about roads, bins, parks and the budget."


def main(pages: int) -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as folder:
        paper = draw_pack(Path(folder) / "pack.pdf", pages)
        ways: dict[str, Callable[[Path], object]] = {
            "ours, with words": lambda path: read(path, words=WORDS),
            "ours, every page in full": read,
            "pdfplumber.extract_tables, every page": tables_by_pdfplumber,
            "pypdfium2 text, every page": text_by_pdfium,
        }
        best = dict.fromkeys(ways, float("inf"))
        for _ in range(ROUNDS):
            for name, way in ways.items():
                start = time.perf_counter()
                way(paper)
                best[name] = min(best[name], time.perf_counter() - start)
        plain = best["pdfplumber.extract_tables, every page"]
        print(f"{pages} pages, the best of {ROUNDS} turns")
        for name, seconds in best.items():
            print(f"{name:40} {seconds:8.2f} s {pages / seconds:8.1f} pages/s {plain / seconds:7.1f} x")
        print("\npeak memory, read with words")
        for size in SIZES:
            print(f"{size:6} pages {peak_memory(draw_pack(Path(folder) / f'{size}.pdf', size)):6.0f} MB")


def draw_pack(path: Path, pages: int) -> Path:
    """An agenda pack: prose and a ruled table on every page; on three of them, one after the other, scores."""
    canvas = Canvas(str(path), pagesize=A4)
    relevant = range(pages // 2, pages // 2 + 3)
    for number in range(pages):
        canvas.setFont("Helvetica", 10)
        for line in range(36):
            canvas.drawString(60, 790 - 12 * line, PROSE.format(f"{number}.{line}"))
        head, labels = (HEAD, LABELS) if number in relevant else (BUDGET, SERVICES)
        draw_table(canvas, [head, *((label, str(1 + n % 5), str(1 + n % 4)) for n, label in enumerate(labels))])
        canvas.drawString(290, 20, str(number + 1))
        canvas.showPage()
    canvas.save()
    return path


def draw_table(canvas: Canvas, rows: list[tuple[str, str, str]]) -> None:
    """A ruled table at the foot of the page."""
    for number, row in enumerate(rows):
        foot, left = 320 - 18 * number, 60
        for width, text in zip((200, 80, 80), row, strict=True):
            canvas.rect(left, foot, width, 18)
            canvas.drawString(left + 4, foot + 5, text)
            left += width


def tables_by_pdfplumber(path: Path) -> int:
    """The plainest way: every page, each closed again."""
    found = 0
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            found += len(page.extract_tables())
            page.close()
    return found


def text_by_pdfium(path: Path) -> int:
    """The floor: no more than the characters."""
    pdf = pdfium.PdfDocument(path.read_bytes())
    try:
        length = 0
        for page in pdf:
            textpage = page.get_textpage()
            length += len(textpage.get_text_range())
            textpage.close()
            page.close()
        return length
    finally:
        pdf.close()


def peak_memory(path: Path) -> float:
    """The peak of a process that reads the pack with words, in megabytes."""
    told = subprocess.run(
        [sys.executable, __file__, "--peak", str(path)], capture_output=True, text=True, check=True
    ).stdout
    return float(told)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        read(Path(sys.argv[2]), words=WORDS)
        # the system counts in kilobytes, and in bytes on a Mac
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
