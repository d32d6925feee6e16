"""All tuning of the grid readers in one frozen value; lengths in points unless a name says otherwise."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GridSettings:
    """How near is near, how long is long. Sizes named `_em` are multiples of the text's size.

    `snap` joins rules that stand for one (double rules, fills with a thin gap between them); `thin` is the
    thickness up to which a filled rectangle is a drawn rule; `reach` is how far a rule may end before another
    and still meet it; `wall_share` is the part of a cell's side that must be drawn to be a wall.
    """

    snap: float = 3.0
    thin: float = 2.5
    reach: float = 3.5
    shortest_rule: float = 3.0
    wall_share: float = 0.5
    word_gap_em: float = 0.17
    segment_gap_em: float = 0.85
    line_pitch_em: float = 1.9
    wide_pitch_em: float = 3.2
    aligned_rows: int = 3
    aligned_columns: int = 2
    ruled_rows: int = 2
    ruled_columns: int = 2
    covered_share: float = 0.6
    most_edges: int = 60_000

    def __post_init__(self) -> None:
        if not 0 < self.wall_share <= 1:
            raise ValueError(f"wall_share is a share between 0 and 1, not {self.wall_share}")
        if self.snap <= 0 or self.reach <= 0:
            raise ValueError("snap and reach are lengths above 0")


USUAL = GridSettings()
