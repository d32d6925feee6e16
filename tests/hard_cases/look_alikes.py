"""Papers that look like papers of benchmark scores and hold none: of each nothing may be accepted.

Written as text: '# ' begins a heading, '- ' a bullet, '| ' a row of a table, anything else is a paragraph.
"""

HEAD = """\
Aldermere Borough Council
Community Safety Scrutiny Panel
Date: 14 June 2023
Subject: {subject}
"""

TEN = (
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


def table(*heads: str, **rows: str) -> str:
    """A table of the ten benchmarks: under each head the values of the keyword, one for each, parted by blanks."""
    columns = [values.split() for values in rows.values()]
    lines = ["| " + " | ".join(heads)]
    lines += ["| " + " | ".join((label, *cells)) for label, *cells in zip(TEN, *columns, strict=True)]
    return "\n".join(lines)


PAPERS: dict[str, tuple[str, str]] = {
    "73 prose that names all benchmarks": (
        "Prevent update",
        """\
# The Prevent benchmarks
The Home Office toolkit sets out ten benchmarks for local authorities: a Risk Assessment, a Multi Agency Partnership
Board, a Prevent Partnership Plan, a Referral Pathway, a Channel Panel, a Prevent problem-solving process, Training,
Venue Hire and IT Policies, Engagement activity and Communications. Authorities are scored from 1 to 5 against each.
In 2022 the Channel Panel met 4 times and 3 people were supported. Training was given to 5 teams, and 2 events were held
as part of the engagement activity. Communications went out 4 times. The risk assessment was refreshed in 2 stages.
""",
    ),
    "73 a list of the benchmarks": (
        "Prevent update",
        "# The ten benchmarks\nThe scores for 2022 will be reported in September. The benchmarks are:\n"
        + "\n".join(f"{number}. {label}" for number, label in enumerate(TEN, start=1)),
    ),
    "74 a contents page": (
        "Prevent annual report",
        "# Contents\n" + "\n".join(f"{label} {'.' * 40} {page}" for label, page in zip(TEN, "2233344455", strict=True)),
    ),
    "74 contents as a table": (
        "Prevent annual report",
        "# Contents\n" + table("Section", "Page", pages="1 1 2 2 3 3 4 4 5 5"),
    ),
    "74 contents with section numbers": (
        "Prevent annual report 2022",
        "# In this report\n"
        + "\n".join(f"| {n}. {label} | {n // 2 + 1}" for n, label in enumerate(TEN, start=1) if n < 10),
    ),
    "75 a risk register by benchmark": (
        "Prevent benchmarks: risk register",
        "# Risks to delivery of the Prevent benchmarks\n"
        + table(
            "Area",
            "Likelihood",
            "Impact",
            "Score",
            a="2 3 2 1 3 4 2 3 2 1",
            b="1 1 2 2 1 1 2 1 2 3",
            c="2 3 4 2 3 4 4 3 4 3",
        ),
    ),
    "75 inherent and residual": (
        "Prevent duty assurance",
        "# Assurance map\n" + table("Area", "Inherent", "Residual", a="4 5 4 4 5 4 4 3 4 3", b="2 3 2 1 3 3 2 3 2 1"),
    ),
    "75 spend by area": (
        "Prevent grant: outturn",
        "# Grant spent in 2022/23, £000\n"
        + table("Area", "2021/22", "2022/23", a="1 2 2 1 4 3 5 2 4 3", b="1 2 3 1 5 3 4 2 5 2"),
    ),
    "75 a risk matrix": (
        "Prevent update",
        "# How risks are scored\n| Likelihood / Impact | 1 | 2 | 3 | "
        "4 | 5\n| 1 | 1 | 2 | 3 | 4 | 5\n| 2 | 2 | 4 | 6 | 8 | 10\n"
        "| 3 | 3 | 6 | 9 | 12 | 15\n| 4 | 4 | 8 | 12 | 16 | 20\n| 5 | 5 | 10 | 15 | 20 | 25",
    ),
    "76 agenda items": (
        "Prevent Board: agenda",
        "# Agenda\n| Item | Title | Lead\n"
        + "\n".join(f"| {n} | {label} | Chair" for n, label in enumerate(TEN[:8], start=1)),
    ),
    "76 agenda items on the right": (
        "Prevent Board: agenda for 14 June 2023",
        "# Items for this meeting\n" + table("Paper", "Item", n="1 2 3 4 5 5 4 3 2 1"),
    ),
    "76 minutes with the time given to each": (
        "Prevent Board",
        "# Time given to each item at the meeting (minutes)\n" + table("Item", "Minutes", n="5 5 3 2 5 5 4 3 2 1"),
    ),
    "77 a legend beside no table": (
        "Prevent benchmarks: method",
        "# What the scores mean\nEach benchmark, from the Risk Assessment to the Channel Panel, is scored as follows.\n"
        "| Score | Meaning\n| 1 | Not met\n| 2 | Partly met\n| 3 | Met\n| 4 | Exceeded\n| 5 | Exceeded in full",
    ),
    "77 a legend in lines": (
        "Prevent benchmarks: method",
        "# Scale\n1 = not met\n2 = partly met\n3 = met\n4 = "
        "exceeded\n5 = far exceeded\nThe Channel Panel and Training are "
        "scored in the same way as the other benchmarks.",
    ),
    "77 what each score asks for": (
        "Prevent benchmarks: criteria",
        "# What a score of 3 and a score of 5 ask for\n| Benchmark | Score 3 | Score 5\n"
        + "\n".join(f"| {label} | In place and reviewed | Shared with others" for label in TEN),
    ),
    "an action plan with colours": (
        "Prevent delivery plan",
        "# Action plan 2023\n"
        + table(
            "Area",
            "Actions",
            "Done",
            "RAG",
            a="5 4 3 4 5 4 2 3 4 5",
            b="3 4 2 1 5 2 2 3 1 3",
            c="Amber Green Red Red Green Amber Green Green Red Amber",
        ),
    ),
    "actions open": (
        "Prevent delivery plan",
        "# Progress with the plan in 2022/23\n"
        + table("Benchmark", "Open", "Closed", a="1 2 1 1 0 2 2 1 3 2", b="4 3 5 2 5 3 2 4 1 3"),
    ),
    "attendance": (
        "Prevent Partnership Board: attendance",
        "# Attendance at meetings in 2022\n| Partner | March | June | September | December\n| Police | 1 | 1 | 0 | 1\n"
        "| Probation | 1 | 0 | 1 | 1\n| Channel Panel | 1 | 1 | 1 | "
        "1\n| Training lead | 0 | 1 | 1 | 0\n| Communications | 1 | 1 | 1 | 0",
    ),
    "members at sub-groups": (
        "Prevent Partnership Board",
        "# Members of each group\n" + table("Group", "Members", a="5 4 3 4 5 4 3 2 4 5"),
    ),
    "indicators by quarter": (
        "Prevent performance report",
        "# Key performance indicators 2022/23\n"
        + table(
            "Indicator",
            "Q1",
            "Q2",
            "Q3",
            "Q4",
            a="1 1 1 2 3 2 4 2 3 4",
            b="1 1 1 3 4 2 5 2 3 4",
            c="1 1 1 2 3 1 4 2 4 4",
            d="1 1 1 2 5 2 3 2 4 5",
        ),
    ),
    "a survey of staff": (
        "Prevent awareness survey",
        "# How confident staff are, 1 (low) to 5 (high)\n"
        + table("Area", "2021", "2022", a="3 3 2 4 4 3 4 2 3 3", b="4 3 3 4 5 3 4 3 3 4"),
    ),
    "how useful delegates found it": (
        "Prevent conference 2022",
        "# Feedback on the workshops\nDelegates rated each workshop from 1 to 5.\n"
        + table("Workshop", "Rating", a="4 3 5 4 5 4 3 4 4 5"),
    ),
    "recommendations with priorities": (
        "Prevent peer review",
        "# Recommendations\n| No. | Recommendation | Priority\n"
        + "\n".join(f"| {n} | {label} | {1 + n % 5}" for n, label in enumerate(TEN, start=1)),
    ),
    "priorities of benchmarks": (
        "Prevent peer review",
        "# What to do first\n" + table("Benchmark", "Priority (1 highest, 5 lowest)", a="1 2 4 3 5 4 1 2 3 5"),
    ),
    "people trained": (
        "Prevent training",
        "# Sessions held\n" + table("Session", "2021", "2022", a="1 2 1 3 2 1 5 2 4 3", b="2 2 3 3 4 1 5 3 4 5"),
    ),
    "courses by year": (
        "Prevent training",
        "# Courses by subject and year\n| Course | 2020/21 | 2021/22 "
        "| 2022/23\n| Prevent Training | 3 | 4 | 5\n| Channel Panel | 1 | 2 | 2\n"
        "| Referral Pathway | 2 | 3 | 4\n| Venue Hire and IT | 1 | 1 "
        "| 2\n| Communications | 2 | 2 | 3\n| Risk Assessment | 1 | 1 | 1",
    ),
}
