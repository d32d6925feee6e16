"""The text of a paragraph as it is now, and beside it what was changed, struck or hidden."""

from dataclasses import dataclass

from extractors.document import Notice


@dataclass(frozen=True, slots=True)
class Wording:
    """The current text of a stretch, and the text beside it that is not current."""

    text: str = ""
    deleted: str = ""
    inserted: str = ""
    struck: str = ""
    hidden: str = ""

    @property
    def remark(self) -> str | None:
        """What a careful reader would be told about this text, None where there is nothing."""
        told = []
        if self.deleted.strip() or self.inserted.strip():
            told.append(f"was {_quoted(self.deleted)} (tracked change)")
        if self.struck.strip():
            told.append(f"struck through: {self.struck.strip()}")
        if self.hidden.strip():
            told.append("hidden text left out")
        return "; ".join(told) or None

    def __add__(self, other: "Wording") -> "Wording":
        return Wording(
            self.text + other.text,
            self.deleted + other.deleted,
            self.inserted + other.inserted,
            self.struck + other.struck,
            self.hidden + other.hidden,
        )


def notices_of(changes: int, hidden: int) -> list[Notice]:
    """What a paper shows beside its current text: in how many places it was changed, whether some of it is hidden."""
    told = []
    if changes:
        places = "1 place" if changes == 1 else f"{changes} places"
        told.append(Notice("tracked_change", f"Tracked changes in {places}: the current text was read."))
    if hidden:
        told.append(Notice("hidden_content", "Hidden text or table rows were left out."))
    return told


def _quoted(text: str) -> str:
    return text.strip() or "empty"
