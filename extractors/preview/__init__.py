"""What was read, to look at: the page as a picture with outlines on it, or a drawing of the grid where no page is."""

from extractors.preview.drawing import Drawing, drawing
from extractors.preview.marks import Mark, marks_on, pages_of, printed_area
from extractors.preview.painting import Picture
from extractors.preview.paper import PaperPictures, cutout, has_page_pictures, page_picture, paper_pictures

__all__ = [
    "Drawing",
    "Mark",
    "PaperPictures",
    "Picture",
    "cutout",
    "drawing",
    "has_page_pictures",
    "marks_on",
    "page_picture",
    "pages_of",
    "paper_pictures",
    "printed_area",
]
