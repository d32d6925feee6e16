"""Small papers for tests, in every format, as bytes; `save` puts them on disk.

    briefing_docx(authority="Sefton", date="8 September 2022", scores={"Score": SEFTON_2022})
    deck_pptx(authority="Leicestershire", scores={"2022": LEICESTERSHIRE_2022, "2023": LEICESTERSHIRE_2023})

Without arguments a briefing is Sefton's of 2022, a deck Leicestershire's of 2023. The keywords of the decks, of the
agenda pack and of the text extract are those of `deck_slides`; a list of `Slide` may be given instead.
"""

from pathlib import Path

from tests.support.briefings import briefing_docx, briefing_pdf
from tests.support.compound_file import compound_file
from tests.support.contents import (
    BENCHMARKS,
    LEICESTERSHIRE,
    LEICESTERSHIRE_2022,
    LEICESTERSHIRE_2023,
    LOOK_ALIKES,
    RECOMMENDATIONS,
    SEFTON,
    SEFTON_2022,
    SLIDE_BENCHMARKS,
    Slide,
    deck_slides,
    score_grid,
)
from tests.support.decks import agenda_pack_pdf, deck_pdf, deck_pptx, picture_png
from tests.support.extracts import briefing_text, text_extract, workbook_xlsx
from tests.support.faults import broken_pdf, empty_file, password_docx
from tests.support.open_documents import briefing_odt, deck_odp

__all__ = [
    "BENCHMARKS",
    "LEICESTERSHIRE",
    "LEICESTERSHIRE_2022",
    "LEICESTERSHIRE_2023",
    "LOOK_ALIKES",
    "RECOMMENDATIONS",
    "SEFTON",
    "SEFTON_2022",
    "SLIDE_BENCHMARKS",
    "Slide",
    "agenda_pack_pdf",
    "briefing_docx",
    "briefing_odt",
    "briefing_pdf",
    "briefing_text",
    "broken_pdf",
    "compound_file",
    "deck_odp",
    "deck_pdf",
    "deck_pptx",
    "deck_slides",
    "empty_file",
    "password_docx",
    "picture_png",
    "save",
    "score_grid",
    "text_extract",
    "workbook_xlsx",
]


def save(folder: Path, name: str, content: bytes) -> Path:
    """Write a paper into `folder` (made if missing) and give its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
