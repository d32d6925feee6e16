"""What test papers say, before any format: score grids, letterheads, slides and look-alike tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Rows: TypeAlias = Sequence[Sequence[str]]
Scores: TypeAlias = Mapping[str, Sequence[object]]
"""Printed heading of a series ('Score', '2022', '2021/22') -> one printed value for each benchmark label."""
Orientation: TypeAlias = Literal["down", "across"]
"""Where the benchmark labels stand: down the side (a briefing) or across the top (a slide)."""

BENCHMARKS = (
    "Risk Assessment",
    "Multi Agency Partnership Board",
    "Prevent Partnership Plan",
    "Referral Pathway",
    "Channel Panel",
    "Prevent problem-solving process",
    "Training",
    "Venue Hire and IT Policies",
    "Engagement activity",
    "Communications",
)
SLIDE_BENCHMARKS = (
    *BENCHMARKS[:5],
    "Prevent problem-solving",
    *BENCHMARKS[6:8],
    "Engagement activities",
    BENCHMARKS[9],
)

SEFTON_2022 = (1, 2, 1, 5, 5, 2, 2, 3, 3, 2)
LEICESTERSHIRE_2022 = (4, 5, 5, 4, 5, 4, 3, 3, 2, 2)
LEICESTERSHIRE_2023 = (4, 5, 5, 4, 5, 4, 3, 2, 3, 3)
LEICESTERSHIRE: Scores = {"2022": LEICESTERSHIRE_2022, "2023": LEICESTERSHIRE_2023}
SEFTON: Scores = {"Score": SEFTON_2022}

RECOMMENDATIONS: Sequence[tuple[str, Sequence[str]]] = (
    ("Venue Hire and IT policies", ("One hire policy should cover every council building, let or not.",)),
    ("Training", ("Each district should keep a training plan.", "Completion should be checked twice a year.")),
    ("Prevent Partnership Plan and Governance", ("District plans should feed the county plan.",)),
)

LOOK_ALIKES: Mapping[str, Rows] = {
    "Risk register": (
        ("Ref", "Risk", "Likelihood", "Impact", "Score"),
        ("R1", "Training not completed", "3", "4", "12"),
        ("R2", "Referral pathway not understood", "2", "5", "10"),
        ("R3", "Channel Panel meets late", "1", "3", "3"),
    ),
    "Budget": (
        ("Service", "2021/22", "2022/23", "Variance"),
        ("Training", "3", "4", "1"),
        ("Communications", "2", "2", "0"),
    ),
    "Attendance": (
        ("Body", "March", "June", "September"),
        ("Police", "1", "1", "0"),
        ("Fire and rescue", "1", "0", "1"),
    ),
    "Action plan": (
        ("Benchmark", "Action", "Due", "Open", "RAG"),
        ("Training", "Survey of needs", "March", "2", "Amber"),
        ("Communications", "Bulletin to partners", "June", "1", "Green"),
    ),
}
"""Tables with small numbers and familiar labels from which no score may be taken."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; `pictures` counts images without any text inside, `stamp` is the pack's page number on it."""

    title: str
    lines: Sequence[str] = ()
    table: Rows = ()
    pictures: int = 0
    footnote: str = ""
    stamp: str = ""


def score_grid(
    scores: Scores,
    *,
    labels: Sequence[str] = BENCHMARKS,
    orientation: Orientation = "down",
    corner: str = "Benchmark",
    numbered: bool = True,
) -> list[list[str]]:
    """The printed cells of a score table.

    `numbered` puts 1, 2, 3 under an empty heading before labels that run down; it says nothing where they run across.
    """
    if orientation == "across":
        return [[corner, *labels], *([heading, *map(str, series)] for heading, series in scores.items())]
    head = [corner, *scores]
    body = [[label, *(str(series[row]) for series in scores.values())] for row, label in enumerate(labels)]
    if not numbered:
        return [head, *body]
    return [["", *head], *([str(number), *row] for number, row in enumerate(body, start=1))]


def letterhead_of(authority: str, date: str, title: str) -> dict[str, str]:
    """The labelled lines at the head of a briefing."""
    return {
        "Briefing to": f"Safer {authority} Together Partnership",
        "Briefing from": "Head of Communities",
        "Date": date,
        "Subject": title,
    }


def score_sentence(authority: str) -> str:
    """The sentence before the score table; it names the authority once and carries small numbers of its own."""
    return (
        f"The table sets out the score that {authority} received against each of the 10 Prevent benchmarks. A score of "
        "3 means that the duty is met, 1-2 that it is not yet met and 4-5 that the area goes further than it must."
    )


def deck_slides(
    *,
    authority: str = "Leicestershire",
    region: str = "East Midlands",
    date: str = "30th June 2023",
    title: str = "Prevent Duty Benchmarking",
    scores: Scores = LEICESTERSHIRE,
    labels: Sequence[str] = SLIDE_BENCHMARKS,
    orientation: Orientation = "across",
    corner: str = "Benchmarking",
    recommendations: Sequence[tuple[str, Sequence[str]]] = RECOMMENDATIONS,
    extra_tables: Mapping[str, Rows] | None = None,
) -> list[Slide]:
    """A deck: title, a slide of words, two slides with pictures only, the scores, extra tables, recommendations."""
    grid = score_grid(scores, labels=labels, orientation=orientation, corner=corner, numbered=False)
    return [
        Slide(title, (f"{authority} Update", f"Date: {date}")),
        Slide("Prevent Duty", ("Councils must have regard to the need to prevent people being drawn into terrorism.",)),
        Slide(f"{region} – Weighted Score Heatmap", pictures=1, footnote="*One area is left out"),
        Slide("Comparative Analysis", pictures=2),
        Slide(f"{authority} Scores", table=grid),
        *(Slide(heading, table=rows) for heading, rows in (extra_tables or {}).items()),
        *(
            Slide(f"Recommendation {number}", (f"{topic} –", *advice))
            for number, (topic, advice) in enumerate(recommendations, start=1)
        ),
    ]
