"""What a user would take instead, each way in a process of its own: python theirs.py WAY ROUNDS < names of papers.

Stands alone: it is run by any interpreter that has the libraries of the way. Prints one line of JSON: seconds by the
clock and of processor time of the best round, and what was found. Exit status 3: not installed.
"""

import json
import re
import sys
import time
from pathlib import Path

LABELS = {
    "".join(label.lower().split())
    for label in (
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
}
LEAST_LABELS = 3
NOT_INSTALLED = 3


def text_by_pdfium():
    import pypdfium2 as pdfium

    def run(papers):
        length = 0
        for paper in papers:
            pdf = pdfium.PdfDocument(Path(paper).read_bytes())
            for page in pdf:
                textpage = page.get_textpage()
                length += len(textpage.get_text_range())
                textpage.close()
                page.close()
            pdf.close()
        return {"characters": length}

    return run


def tables_by_pdfplumber():
    import pdfplumber

    def run(papers):
        found = 0
        for paper in papers:
            with pdfplumber.open(paper) as pdf:
                for page in pdf.pages:
                    found += len(page.extract_tables())
                    page.close()
        return {"tables": found}

    return run


def tables_by_camelot():
    import camelot

    return lambda papers: {
        "tables": sum(len(camelot.read_pdf(paper, pages="all", flavor="lattice")) for paper in papers)
    }


def markdown_by_markitdown():
    from markitdown import MarkItDown

    converter = MarkItDown()
    return lambda papers: {"characters": sum(len(converter.convert(paper).text_content) for paper in papers)}


def cells_by_loops():
    """The loops of the handbooks: the tables of a document, the shapes of a slide."""
    return lambda papers: {"cells": sum(len(row) for paper in papers for rows in office_tables(paper) for row in rows)}


def office_tables(paper):
    if paper.endswith(".docx"):
        import docx

        for table in docx.Document(paper).tables:
            yield [[cell.text for cell in row.cells] for row in table.rows]
    else:
        import pptx

        for slide in pptx.Presentation(paper).slides:
            for shape in slide.shapes:
                if shape.has_table:
                    yield [[cell.text for cell in row.cells] for row in shape.table.rows]


def scores_by_script():
    """The script that a council's analyst writes in an afternoon.

    A table counts when three of its first cells are benchmarks by name; every figure of 1 to 5 beside one is a score
    under the head of its column. Whom and when the paper is about the script does not ask.
    """
    import docx  # noqa: F401 - loaded before the clock starts
    import pdfplumber
    import pptx  # noqa: F401

    def tables(paper):
        if not paper.endswith(".pdf"):
            yield from office_tables(paper)
            return
        with pdfplumber.open(paper) as pdf:
            for page in pdf.pages:
                yield from page.extract_tables()
                page.close()

    def run(papers):
        found = []
        for paper in papers:
            for rows in tables(paper):
                named = [row for row in rows if row and bare(row[0]) in LABELS]
                if len(named) >= LEAST_LABELS:
                    for row in named:
                        for head, text in zip(rows[0][1:], row[1:]):  # noqa: B905 - older interpreters too
                            if re.fullmatch("[1-5]", (text or "").strip()):
                                found.append([paper, bare(row[0]), (head or "").strip(), int(text)])
        return {"records": found}

    return run


def bare(text):
    return "".join((text or "").lower().split())


def text_by_rapidocr():
    import numpy
    from PIL import Image
    from rapidocr import RapidOCR

    engine = RapidOCR(params={"Global.log_level": "error", "EngineConfig.onnxruntime.intra_op_num_threads": 1})

    def run(papers):
        found = [engine(numpy.asarray(Image.open(paper).convert("RGB"))[:, :, ::-1]) for paper in papers]
        return {"characters": sum(len("".join(one.txts or ())) for one in found)}

    return run


WAYS = {
    "pdfium text": text_by_pdfium,
    "pdfplumber tables": tables_by_pdfplumber,
    "camelot": tables_by_camelot,
    "markitdown": markdown_by_markitdown,
    "office loops": cells_by_loops,
    "score script": scores_by_script,
    "rapidocr": text_by_rapidocr,
}


def best_turn(run, rounds, papers):
    """The best round of a way."""
    best = None
    for _ in range(rounds):
        clock, worked = time.perf_counter(), time.process_time()
        told = run(papers)
        spent = {"clock": time.perf_counter() - clock, "processor": time.process_time() - worked}
        if best is None or spent["processor"] < best["processor"]:
            best = {**spent, **told}
    return best


if __name__ == "__main__":
    try:
        way = WAYS[sys.argv[1]]()
    except ImportError:
        sys.exit(NOT_INSTALLED)
    print(json.dumps(best_turn(way, int(sys.argv[2]), sys.stdin.read().splitlines())))
