"""Pages of a PDF that are pictures, and pictures on pages of text: painted finely and recognised."""

from collections.abc import Sequence

from extractors.document import Block, Box, Notice
from extractors.formats.pdf_notices import is_mainly_picture, is_scan, is_undeciphered
from extractors.formats.pdf_pages import PdfPages
from extractors.formats.pictures import Album, Framed, Part
from extractors.grids.marks import Marks, area, around, holds
from extractors.recognition import Picture, Placing, RecognisedPage, is_installed

_POINTS_AN_INCH = 72
_MOST_PIXELS = 4000.0
_BACKGROUND_WORDS = 8
_TOUCHING = 1.0
_COVERING = 0.5
_MOST_PICTURES = 40


class Scans:
    """The recogniser at work on one paper: what it made of pages, and of pictures on other pages."""

    def __init__(self, pages: PdfPages, album: Album | None = None) -> None:
        self._pages = pages
        self._album = album or Album()
        self.read: dict[int, RecognisedPage] = {}
        self._pictures: dict[int, list[tuple[Box, list[Part]]]] = {}

    def marks(self, number: int, marks: Marks) -> Marks:
        """The marks of a page as recognised where it is a picture, or hides which letters it shows; else as given.

        Pictures on a page that is read as it stands are looked into on the way: see `parts`.
        """
        if not is_installed():
            self._pass_over(number, marks)
            return marks
        if not (is_scan(marks) or is_undeciphered(marks)):
            self._pictures[number] = [(box, self._shown_at(box, number, marks)) for box in _pictures_of(marks)]
            return marks
        scale = self._scale(number, self._album.settings.dots_an_inch / _POINTS_AN_INCH)
        found = self._album.recognised(self._painted(number, scale), number)
        if found is None or not found.stretches:
            return marks
        self.read[number] = found
        return found.marks

    def parts(self, number: int) -> list[Part]:
        """What the pictures on a page of text show."""
        return [part for _, parts in self._pictures.get(number, ()) for part in parts]

    def unread(self, pictures: Sequence[Block], number: int) -> list[Block]:
        """The picture blocks of a page less those whose inside was read."""
        read = [box for box, parts in self._pictures.get(number, ()) if parts]
        places = [(block, _middle(block.bbox) if block.bbox else None) for block in pictures]
        return [block for block, middle in places if not (middle and any(holds(box, middle) for box in read))]

    def notices(self) -> list[Notice]:
        """Which pages and pictures were passed over; see `Album.notices`."""
        return self._album.notices()

    def _pass_over(self, number: int, marks: Marks) -> None:
        """Count the pictures of a page; one that is a picture as a whole has a notice of its own."""
        for box in () if is_mainly_picture(marks) or is_undeciphered(marks) else _pictures_of(marks):
            if self._album.is_worth_a_look(box[2] - box[0], box[3] - box[1]):
                self._album.pass_over(number)

    def _shown_at(self, box: Box, number: int, marks: Marks) -> list[Part]:
        if not self._album.is_worth_a_look(box[2] - box[0], box[3] - box[1]):
            return []
        framed = Framed(
            (box[2] - box[0], box[3] - box[1]),
            lambda scale: self._painted(number, scale, box),
            number,
            Placing.moved(box[0], box[1]),
            covers=area(box) > _COVERING * marks.width * marks.height,
        )
        return self._album.parts_of(framed)

    def _painted(self, number: int, scale: float, box: Box | None = None) -> Picture:
        pixels, stride, across, down = self._pages.painted(number, scale, box)
        return Picture(pixels, stride, across, down, scale)

    def _scale(self, number: int, wanted: float) -> float:
        return min(wanted, _MOST_PIXELS / max(*self._pages.size(number), 1.0))


def _pictures_of(marks: Marks) -> list[Box]:
    """Where pictures lie on a page of text: pieces that touch made one, grounds that text is printed on left out."""
    if len(marks.pictures) > _MOST_PICTURES:
        return []
    boxes: list[Box] = []
    for box in sorted(marks.pictures, key=lambda box: (box[1], box[0])):
        place = next((n for n, other in enumerate(boxes) if _touches(box, other)), None)
        if place is None:
            boxes.append(box)
        else:
            boxes[place] = around([box, boxes[place]])
    return [box for box in boxes if sum(holds(box, word.centre) for word in marks.words) < _BACKGROUND_WORDS]


def _touches(box: Box, other: Box) -> bool:
    """Whether two pictures are strips of one: the same width and one below the other, or the same height and beside."""
    below = _same(box[0], other[0]) and _same(box[2], other[2]) and box[1] <= other[3] + _TOUCHING
    beside = _same(box[1], other[1]) and _same(box[3], other[3]) and box[0] <= other[2] + _TOUCHING
    return below or (beside and box[2] >= other[0] - _TOUCHING)


def _same(first: float, second: float) -> bool:
    return abs(first - second) <= _TOUCHING


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
