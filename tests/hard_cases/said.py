"""What the drawn papers say: invented areas, their scores, and the running text around a table."""

from collections.abc import Sequence

AREAS = ("Ashby", "Brentley Vale", "Cawdon", "Denholme", "Eastmoor and Fell", "Fernwick")
ITEMS = (
    "Risk Assessment",
    "Multi Agency Partnership Board",
    "Prevent Partnership Plan",
    "Referral Pathway",
    "Channel Panel",
    "Problem Solving",
    "Training",
    "Venue Hire and IT Policies",
    "Engagement Activity",
    "Communications",
)
SHORT = ("Risk", "Board", "Plan", "Referral", "Channel", "Training")
BEFORE = (
    "Members welcomed the progress that had been made since the last meeting and asked officers",
    "to set out the position of each area against the duty. The figures below are those that were",
    "returned in the autumn; a score of 3 means that the duty is met in full.",
)
AFTER = (
    "The Committee is recommended to note the position. A further paper will follow once the peer",
    "review has reported, and the action plan at item 9 will then be brought up to date.",
)
FOREIGN = ("Members", "officers", "autumn;", "recommended", "Committee")
"""Words of the running text that no cell may hold."""
HEAT = {"1": "#f8696b", "2": "#fbaa77", "3": "#ffeb84", "4": "#b1d580", "5": "#63be7b"}


def scores(rows: int, columns: int, seed: int = 0) -> list[list[str]]:
    """Scores from 1 to 5 that differ from row to row and from column to column."""
    return [[str((3 * r + c * (1 + r % 2) + seed) % 5 + 1) for c in range(columns)] for r in range(rows)]


def grid(labels: Sequence[str], header: Sequence[str], corner: str = "Area", seed: int = 0) -> list[list[str]]:
    """A table of scores with its header row and its labels."""
    body = scores(len(labels), len(header), seed)
    return [[corner, *header], *([label, *row] for label, row in zip(labels, body, strict=True))]


def heat_fills(rows: Sequence[Sequence[str]]) -> dict[tuple[int, int], str]:
    """The colour of each score."""
    return {(r, c): HEAT[text] for r, row in enumerate(rows) for c, text in enumerate(row) if text in HEAT}
