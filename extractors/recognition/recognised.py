"""What was read off a picture of a page, and its way into the parts of a document."""

from dataclasses import dataclass, replace

from extractors.document import Block, Box, Cell, Table
from extractors.grids.marks import Marks, holds
from extractors.recognition.picture import Placing

_SLACK = 1.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """One line of one cell as read, its box in points; `remark` tells what a second look saw instead."""

    box: Box
    text: str
    confidence: float
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """`marks` and `stretches` are those of the straightened page, in points from its top left."""

    marks: Marks
    stretches: tuple[Stretch, ...]
    placing: Placing

    @property
    def text(self) -> str:
        """All text, a line for each stretch."""
        return "\n".join(stretch.text for stretch in self.stretches)

    def placed(self, part: Block | Table) -> Block | Table:
        """A part made of the marks, put where it lies on the page as it is; cells learn how surely they were read."""
        box = self.placing.back(part.bbox) if part.bbox else None
        if isinstance(part, Block):
            return replace(part, bbox=box)
        return replace(part, method="picture", bbox=box, cells=tuple(map(self._weighed, part.cells)))

    def _weighed(self, cell: Cell) -> Cell:
        if cell.bbox is None:
            return cell
        inside = [stretch for stretch in self.stretches if holds(cell.bbox, _middle(stretch.box), _SLACK)]
        confidence = min((stretch.confidence for stretch in inside), default=1.0)
        seen = [cell.remark, *(stretch.remark for stretch in inside)]
        remark = "; ".join(dict.fromkeys(part for part in seen if part)) or None
        return replace(cell, bbox=self.placing.back(cell.bbox), confidence=confidence, remark=remark)


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
