"""Sound papers of every format, to be damaged: those that the tests draw and those that come as examples."""

import io
from functools import cache
from pathlib import Path

import pikepdf

from tests.support import papers
from tests.support.extracts import briefing_text
from tests.support.open_documents import briefing_odt, deck_odp

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "papers"


@cache
def seeds() -> dict[str, bytes]:
    """The papers by their file names, those of one format beside each other."""
    drawn = {
        "briefing.pdf": papers.briefing_pdf(),
        "briefing-bare.pdf": _bare(papers.briefing_pdf()),
        "deck.pdf": papers.deck_pdf(),
        "pack.pdf": papers.agenda_pack_pdf(),
        "pack-bare.pdf": _bare(papers.agenda_pack_pdf()),
        "briefing.docx": papers.briefing_docx(),
        "deck.pptx": papers.deck_pptx(),
        "workbook.xlsx": papers.workbook_xlsx(),
        "briefing.odt": briefing_odt(),
        "deck.odp": deck_odp(),
        "briefing.html": briefing_text("html"),
        "briefing.md": briefing_text(),
        "extract.txt": papers.text_extract(),
        "locked.docx": papers.password_docx(),
    }
    examples = {path.name: path.read_bytes() for path in sorted(EXAMPLES.iterdir())}
    return dict(sorted((drawn | examples).items(), key=lambda item: (format_of(item[0]), item[0])))


def format_of(name: str) -> str:
    """The format that a file name claims."""
    return Path(name).suffix[1:]


def _bare(content: bytes) -> bytes:
    """A PDF with nothing packed, so that a changed byte is a changed word of it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    return out.getvalue()
