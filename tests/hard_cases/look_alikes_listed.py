"""Look-alikes in other layouts: benchmarks across, lists of lines, sentences with numbers, several small tables."""

from tests.hard_cases.look_alikes import TEN

SHORT = TEN[:5] + TEN[6:7] + TEN[9:]


def _across(corner: str, **rows: str) -> str:
    lines = ["| " + " | ".join((corner, *SHORT))]
    return "\n".join(
        [*lines, *("| " + " | ".join((head.replace("_", " "), *row.split())) for head, row in rows.items())]
    )


def _list(values: str, between: str = ": ", after: str = "") -> str:
    return "\n".join(f"- {label}{between}{value}{after}" for label, value in zip(TEN, values.split(), strict=True))


VALUES = "4 3 2 1 5 2 4 3 2 1"

PAPERS: dict[str, tuple[str, str]] = {
    "across: sessions held by district": (
        "Prevent training",
        "# Sessions held in each district, 2022\n"
        + _across("District", Brackford="1 2 3 1 2 4 1", Dunmarsh="2 2 1 3 1 5 2"),
    ),
    "across: hours by month": (
        "Prevent team",
        "# Hours spent\n" + _across("Month", April="4 3 2 1 5 2 4", May="3 3 2 1 4 2 4"),
    ),
    "across: risk levels": (
        "Prevent risk review",
        "# Risk levels of each area, 2022\n" + _across("", Likelihood="4 3 2 1 5 2 4", Impact="3 3 2 1 4 2 4"),
    ),
    "across: enquiries by year": (
        "Prevent enquiries",
        "# Enquiries received about each subject\n"
        + _across("Year", **{"2021": "1 2 3 4 5 1 2", "2022": "2 3 4 5 5 2 1"}),
    ),
    "across: number of staff": (
        "Prevent workforce",
        "# Workforce\n" + _across("Staff", **{"2021/22": "1 2 3 4 5 1 2"}),
    ),
    "across: another council's scores": (
        "Prevent benchmarks",
        "# Northvale City Council benchmark scores\n"
        + _across("Benchmark", **{"2021": "1 2 3 4 5 1 2", "2022": "2 3 4 5 5 2 1"}),
    ),
    "across: serious violence": (
        "Prevent and serious violence",
        "# Prevent and serious violence: readiness by partner\n"
        + _across("Partner", Police="1 2 3 4 5 1 2", NHS="2 3 4 5 5 2 1"),
    ),
    "listed: actions due": ("Prevent delivery plan", "# Actions due this quarter\n" + _list(VALUES)),
    "listed: pages": ("Prevent annual report", "# Find it on page\n" + _list(VALUES)),
    "listed: meetings": ("Prevent Board", "# Meetings held\n" + _list(VALUES, ": ", " meetings")),
    "listed: people": ("Prevent team", "# Who works on what\n" + _list(VALUES, " – ", " people")),
    "listed: paragraph numbers": ("Prevent report", "# Paragraphs\n" + _list(VALUES, " (paragraph ", ")")),
    "listed: priorities": ("Prevent plan", "# Priorities for 2023, 1 being the highest\n" + _list(VALUES)),
    "listed: questions asked": ("Prevent survey", "# Number of questions on each subject\n" + _list(VALUES)),
    "listed: weights": ("Prevent benchmarks: method", "# Weight of each benchmark\n" + _list(VALUES)),
    "listed: targets": ("Prevent benchmarks", "# Scores we aim for by 2025\n" + _list(VALUES)),
    "listed: another council": ("Prevent benchmarks", "# Scores of Northvale City Council in 2022\n" + _list(VALUES)),
    "sentences: counts": (
        "Prevent update",
        "# Activity in 2022\nThe Channel Panel met 5 times and heard "
        "4 cases. Training reached 3 schools. Two venue hire checks "
        "were made. The Risk Assessment was updated 2 times, and 4 engagement activities were held.",
    ),
    "sentences: targets": (
        "Prevent update",
        "# Next year\nWe aim for a score of 5 for the Channel Panel and 4 for Training in 2024. A score of 3 for "
        "Communications would meet the duty.",
    ),
    "sentences: others' scores": (
        "Prevent update",
        "# Elsewhere\nNorthvale City Council received a score of 5 for the Channel Panel and 4 for Training in 2022.",
    ),
    "sentences: the scale": (
        "Prevent update",
        "# Scale\nA score of 5 for the Channel Panel means that its "
        "work is shared with others; a score of 1 for Training "
        "means that there is no plan.",
    ),
    "sentences: delegates": (
        "Prevent update",
        "# Feedback\nDelegates gave a rating of 5 for the Channel Panel workshop and 4 for the Training workshop.",
    ),
    "sentences: votes": (
        "Prevent Board",
        "# Votes\nMembers gave 5 votes to the Channel Panel, 4 to "
        "Training and 3 to Communications when asked what to look at.",
    ),
    "small tables: an action each": (
        "Prevent delivery plan",
        "# Actions\n"
        + "\n\n".join(
            f"| Benchmark | {label}\n| Actions | {n}\n| Lead | Police"
            for label, n in zip(TEN[:6], VALUES.split(), strict=False)
        ),
    ),
    "small tables: risk each": (
        "Prevent risks",
        "# Risks\n"
        + "\n\n".join(
            f"| Risk | {label}\n| Likelihood | {n}\n| Impact | 3"
            for label, n in zip(TEN[:6], VALUES.split(), strict=False)
        ),
    ),
    "the two views of a peer challenge": (
        "Prevent peer challenge",
        "# What peers asked about\n| Theme | Questions | Interviews\n"
        + "\n".join(
            f"| {label} | {n} | {m}" for label, n, m in zip(TEN, VALUES.split(), VALUES.split()[::-1], strict=True)
        ),
    ),
    "budget by year, plain heads": (
        "Prevent budget",
        "# Budget in thousands of pounds\n| Area | 2021/22 | 2022/23\n"
        + "\n".join(
            f"| {label} | {n} | {m}" for label, n, m in zip(TEN, VALUES.split(), VALUES.split()[::-1], strict=True)
        ),
    ),
    "stars of a website": (
        "Prevent website review",
        "# Stars given by visitors to each page in 2022\n| Page | 2022\n"
        + "\n".join(f"| {label} | {n}" for label, n in zip(TEN, VALUES.split(), strict=True)),
    ),
    "tests passed": (
        "Prevent e-learning",
        "# Results of the quiz, questions right out of 5\n| Module | Result\n"
        + "\n".join(f"| {label} | {n}" for label, n in zip(TEN, VALUES.split(), strict=True)),
    ),
    "days to answer": (
        "Prevent contacts",
        "# Average days to answer\n| Subject | 2021 | 2022\n"
        + "\n".join(
            f"| {label} | {n} | {m}" for label, n, m in zip(TEN, VALUES.split(), VALUES.split()[::-1], strict=True)
        ),
    ),
}
