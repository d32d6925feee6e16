"""A table's places turned so that the benchmarks always run down, and what stands above a column."""

from dataclasses import dataclass

from extractors.document import Cell, Table

Places = tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The places of a table, `turned` where rows and columns have been exchanged."""

    places: Places
    turned: bool = False

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.places)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.places[0]) if self.places else 0

    def text(self, row: int, column: int) -> str:
        """The printed text at a place, '' where nothing stands."""
        cell = self.places[row][column]
        return cell.text.strip() if cell else ""

    def head(self, column: int, rows: range) -> str:
        """The heads above a column from top to bottom, each merged one once: 'Ashby / 2023' for two levels.

        A cell that spans the whole grid is a caption, not a head, and is left out.
        """
        parts: list[str] = []
        for row in rows:
            text = self.text(row, column)
            if text and not self.spans_all(row) and (not parts or parts[-1] != text):
                parts.append(text)
        return " / ".join(parts)

    def spans_all(self, row: int) -> bool:
        """Whether one cell covers the whole row: a title or a section heading inside the grid."""
        cells = {id(cell) for cell in self.places[row]}
        return self.width > 1 and len(cells) == 1

    def section(self, row: int, column: int) -> str | None:
        """The text of a section row: one cell over the row, or a label with nothing beside it; None elsewhere."""
        text = self.text(row, column)
        alone = all(
            not self.text(row, other) or self.places[row][other] is self.places[row][column]
            for other in range(self.width)
        )
        return text if text and alone else None


def grid_of(table: Table, *, turned: bool = False) -> Grid:
    """The grid of a table as it stands, or with rows and columns exchanged."""
    places = table.places
    return Grid(tuple(zip(*places, strict=True)), turned=True) if turned else Grid(places)
