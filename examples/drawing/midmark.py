"""What the papers of Midmark say: a region that does not exist, with nine councils that do not exist.

Two things are made wrong on purpose: Yarrowmouth has no scores for 2021/22 (it was formed on 1 April 2022), and the
deck prints 7 for the Referral Pathway of Ostlebury in 2022/23, where its own charts reckon with 4.
"""

from drawing.contents import BENCHMARKS, Chart, Deck, Rows, Slide

YEARS = ("2021/22", "2022/23")
SLIP = ("Ostlebury", "2022/23", 3, "7")
"""Authority, year, place of the benchmark from 0, and what the deck prints instead of the score."""

SCORES: dict[str, dict[str, tuple[int, ...]]] = {
    "2021/22": {
        "Aldermere": (4, 3, 4, 5, 4, 3, 3, 2, 3, 4),
        "Brackwater": (3, 3, 2, 4, 3, 2, 2, 1, 2, 3),
        "Cresswick": (5, 4, 4, 4, 5, 4, 4, 3, 4, 3),
        "Fennmoor": (2, 2, 1, 3, 3, 2, 1, 1, 2, 2),
        "Hallowdene": (3, 4, 3, 3, 4, 3, 3, 3, 2, 2),
        "Lornshire": (4, 4, 5, 4, 5, 3, 4, 2, 3, 3),
        "Ostlebury": (2, 3, 3, 4, 4, 3, 2, 2, 3, 1),
        "Thornmere": (1, 2, 2, 3, 2, 1, 2, 1, 1, 2),
    },
    "2022/23": {
        "Aldermere": (4, 4, 4, 5, 5, 3, 4, 3, 3, 4),
        "Brackwater": (3, 3, 3, 4, 4, 2, 3, 2, 3, 3),
        "Cresswick": (5, 5, 4, 4, 5, 4, 4, 4, 4, 4),
        "Fennmoor": (3, 2, 2, 3, 4, 2, 2, 2, 2, 3),
        "Hallowdene": (3, 3, 3, 3, 4, 3, 2, 3, 2, 2),
        "Lornshire": (4, 4, 5, 5, 5, 4, 4, 3, 3, 4),
        "Ostlebury": (3, 3, 3, 4, 4, 3, 3, 2, 3, 2),
        "Thornmere": (2, 3, 2, 3, 3, 2, 3, 2, 2, 2),
        "Yarrowmouth": (3, 2, 2, 4, 3, 2, 3, 2, 2, 1),
    },
}
_CHANNEL_PANEL = 4


def heatmap(year: str) -> Rows:
    """The region's table of one year, as the deck prints it."""
    body = [
        (authority, *(_printed(authority, year, place, score) for place, score in enumerate(row)))
        for authority, row in SCORES[year].items()
    ]
    return (("Authority", *BENCHMARKS), *body)


def weighted_score(row: tuple[int, ...]) -> float:
    """The mean with the Channel Panel counted twice, to two places: the deck's own rule, named on its slide."""
    return round((sum(row) + row[_CHANNEL_PANEL]) / (len(row) + 1), 2)


def percentage_met(row: tuple[int, ...]) -> float:
    """Per cent of the benchmarks scored 3 or more."""
    return 100 * sum(score >= 3 for score in row) / len(row)


def _printed(authority: str, year: str, place: int, score: int) -> str:
    return SLIP[3] if (authority, year, place) == SLIP[:3] else str(score)


def _by_authority(title: str, highest: float, step: float, number_format: str, measure: str) -> Chart:
    reckon = {"weighted": weighted_score, "percentage": percentage_met}[measure]
    authorities = tuple(SCORES[YEARS[-1]])
    series = {
        year: tuple(reckon(SCORES[year][a]) if a in SCORES[year] else None for a in authorities) for year in YEARS
    }
    return Chart(title, authorities, series, number_format, highest, step)


DECK = Deck(
    title="Prevent Benchmarks in Midmark",
    lines=("Regional Summary 2022/23", "Midmark Prevent Leads Network", "Date: 14 July 2023"),
    colour="#1f5a5a",
    slides=(
        Slide(
            "About the scores",
            bullets=(
                "Every council in Midmark is scored from 1 to 5 on the ten benchmarks.",
                "A score of 3 means that the benchmark is met; 4 and 5 mean that it is exceeded.",
                "Scores were proposed by the councils and moderated by the network in May.",
            ),
        ),
        Slide(
            "Midmark – Benchmark Heatmap 2021/22",
            table=heatmap("2021/22"),
            shaded=True,
            footnote="*Excludes Yarrowmouth, which was formed on 1 April 2022",
        ),
        Slide("Midmark – Benchmark Heatmap 2022/23", table=heatmap("2022/23"), shaded=True),
        Slide(
            "Weighted Score Comparison – Midmark",
            chart=_by_authority("Weighted score 2021/22 and 2022/23", 5, 1, "0.00", "weighted"),
            footnote="The Channel Panel counts twice in the weighted score.",
        ),
        Slide(
            "Percentage of Benchmarks that Met or Exceeded Expectations – Midmark",
            chart=_by_authority("Percentage of benchmarks met or exceeded", 120, 20, '0"%"', "percentage"),
        ),
        Slide(
            "What the network will do next",
            bullets=(
                "Share the hire policy of the two councils that met the venue benchmark for the first time.",
                "Hold one training day for booking staff in the autumn.",
                "Bring the scores of 2023/24 to the meeting in July next year.",
            ),
        ),
    ),
)

LORNSHIRE_HEAD = {
    "Report to": "Lornshire Safer Communities Board",
    "Report of": "Director of Communities, Lornshire County Council",
    "Date": "5 September 2023",
    "Subject": "Prevent Duty Annual Report 2022/23",
}
LORNSHIRE_RISKS: Rows = (
    ("Ref", "Risk", "Likelihood", "Impact", "Score"),
    ("R1", "Grant for the coordinator ends in March", "3", "4", "12"),
    ("R2", "Staff changes leave the referral pathway unclear", "2", "4", "8"),
    ("R3", "Venue hire checks are not made at weekends", "3", "3", "9"),
)
LORNSHIRE_ADVICE = (
    ("Venue Hire and IT policies", "The hire policy should be reviewed each spring, with the web filter beside it."),
    ("Engagement activity", "Two open evenings a year should be held with community groups in the north."),
)


def two_years(authority: str) -> Rows:
    """One council's scores, a column a year, and the change between them with its sign."""
    before, after = (SCORES[year][authority] for year in YEARS)
    series = zip(BENCHMARKS, before, after, strict=True)
    body = ((label, str(b), str(a), f"{a - b:+d}" if a != b else "0") for label, b, a in series)
    return (("Benchmark", *YEARS, "Change"), *body)


def cresswick_markdown() -> str:
    """The Cresswick update as somebody's Markdown extract of a web page."""
    before, after = (SCORES[year]["Cresswick"] for year in YEARS)
    series = zip(BENCHMARKS, before, after, strict=True)
    rows = [f"| {number} | {label} | {b} | {a} |" for number, (label, b, a) in enumerate(series, start=1)]
    return "\n".join((_CRESSWICK_HEAD, *rows, "", _CRESSWICK_FOOT))


_CRESSWICK_HEAD = """\
# Prevent Update

**Report to:** Overview and Scrutiny Committee

**Report of:** Head of Community Safety, Cresswick Metropolitan Borough Council

**Date:** 19 September 2023

## 1. Purpose

1.1 To tell members how Cresswick was scored against the ten Prevent benchmarks, and what has changed in a year.

## 2. Scores

2.1 A score of 3 means that a benchmark is met. Cresswick is at 4 or 5 on all ten for the first time.

| No. | Benchmark | 2021/22 | 2022/23 |
| --- | --- | --- | --- |"""
_CRESSWICK_FOOT = """\
2.2 The gain on venue hire follows the policy that was adopted in November. 7 of 10 scores stayed the same.

## 3. Resources

3.1 The work is met from existing budgets.
"""
