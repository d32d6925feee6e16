"""Draws every example paper again.

    python examples/build_papers.py              # into examples/papers
    python examples/build_papers.py --out DIR    # somewhere else, to compare

The papers in `examples/papers` are committed, so nobody needs this to try scorepack. It is for maintainers who change
what a paper says; it takes python-docx, python-pptx, reportlab and Pillow, all there after `uv sync`. Nothing in it
asks the clock or chance: the same versions of these libraries give the same bytes.

What is real: the scores of Leicestershire for 2022 and 2023 and those of Sefton for 2022, which both published. All
else is invented: every sentence, every other figure, and all of Midmark, its nine councils and their codes.
"""

import argparse
from pathlib import Path

from drawing import leicestershire, midmark
from drawing.extract import text_extract
from drawing.pack import agenda_pack_pdf
from drawing.slides import deck_pptx
from drawing.word import lornshire_report, sefton_briefing

HERE = Path(__file__).parent


def papers() -> dict[str, bytes]:
    """File name -> bytes of every example paper."""
    pack, first_page = agenda_pack_pdf(leicestershire.DECK)
    return {
        "sefton-prevent-update.docx": sefton_briefing(),
        "leicestershire-benchmarking.pptx": deck_pptx(leicestershire.DECK, "2023-06-23T10:00:00Z"),
        "leicestershire-benchmarking.txt": text_extract(leicestershire.DECK, first_page).encode(),
        "safer-communities-agenda-pack.pdf": pack,
        "midmark-regional-benchmarking.pptx": deck_pptx(midmark.DECK, "2023-07-10T10:00:00Z"),
        "lornshire-prevent-report.docx": lornshire_report(),
        "cresswick-prevent-update.md": midmark.cresswick_markdown().encode(),
    }


def main() -> None:
    """Write the papers and say which."""
    parser = argparse.ArgumentParser(description="Draw the example papers again.")
    parser.add_argument("--out", type=Path, default=HERE / "papers", help="folder to write to")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    for name, content in papers().items():
        (out / name).write_bytes(content)
        print(f"{out / name}  {len(content):,} bytes")


if __name__ == "__main__":
    main()
