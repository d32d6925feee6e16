"""More papers that look like papers of benchmark scores: other frameworks, other bodies, figures about the scores."""

from tests.hard_cases.look_alikes import TEN, table

SEVEN = (
    "Risk Assessment",
    "Partnership Board",
    "Delivery Plan",
    "Referral Pathway",
    "Training",
    "Engagement",
    "Communications",
)


def _seven(*heads: str, **rows: str) -> str:
    columns = [values.split() for values in rows.values()]
    lines = ["| " + " | ".join(heads)]
    lines += ["| " + " | ".join((label, *cells)) for label, *cells in zip(SEVEN, *columns, strict=True)]
    return "\n".join(lines)


FIGURES = "4 5 5 4 5 4 3 3 2 2"

PAPERS: dict[str, tuple[str, str]] = {
    "serious violence duty maturity": (
        "Prevent and serious violence",
        "# Prevent\nThe Channel Panel met four times in the year.\n# Serious Violence Duty: maturity matrix\n"
        "Partners scored themselves against the national readiness matrix for the Serious Violence Duty.\n"
        + _seven("Element", "Score", a="4 5 3 4 2 3 4"),
    ),
    "serious violence duty under a Prevent heading": (
        "Prevent and community safety update",
        "# Prevent and Serious Violence Duty readiness 2022\n" + _seven("Element", "2022", a="4 5 3 4 2 3 4"),
    ),
    "a safeguarding board's self-assessment": (
        "Prevent and safeguarding",
        "# Safeguarding Adults Board: section 11 audit\nThe audit covers the Prevent duty among others.\n"
        + _seven("Standard", "Score", a="3 4 3 4 2 3 4"),
    ),
    "domestic abuse partnership assessment": (
        "Prevent update",
        "# Prevent benchmarks\nThe scores will be reported in "
        "September.\n# Domestic abuse partnership: assessment 2022\n" + _seven("Benchmark", "Score", a="3 4 3 4 2 3 4"),
    ),
    "an equalities framework": (
        "Prevent and equalities",
        "# Equality Framework for Local Government: self-assessment\nPrevent is one of the duties covered.\n"
        "| Theme | Level\n| Understanding communities | 3\n| "
        "Leadership and partnership | 4\n| Training | 3\n| Engagement | 2\n"
        "| Communications | 4\n| Risk Assessment | 3",
    ),
    "modern slavery statement": (
        "Modern slavery and Prevent",
        "# Modern slavery: maturity of the partnership in 2022\n" + _seven("Area", "Rating", a="3 4 3 4 2 3 4"),
    ),
    "hate crime partnership in a Prevent paper": (
        "Prevent annual report 2022",
        "# Hate crime partnership scores\n" + _seven("Benchmark", "2021", "2022", a="2 3 3 4 2 3 4", b="3 4 3 4 2 3 4"),
    ),
    "emergency planning benchmarks": (
        "Prevent, Protect, Prepare",
        "# Local resilience benchmarks\nThe resilience forum was scored by its partners.\n"
        + _seven("Benchmark", "Score", a="3 4 3 4 2 3 4"),
    ),
    "an unknown body in the corner": (
        "Prevent benchmarks",
        "# Scores of a neighbour, 2022\n" + table("Kelderby Borough Council", "Score", a=FIGURES),
    ),
    "an unknown body in the heading": (
        "Prevent benchmarks",
        "# Kelderby Borough Council: Prevent benchmark scores 2022\n" + table("Benchmark", "Score", a=FIGURES),
    ),
    "an unknown body in the sentence above": (
        "Prevent benchmarks",
        "# Learning from elsewhere\nThe table shows the scores that Kelderby Council received in 2022.\n"
        + table("Benchmark", "Score", a=FIGURES),
    ),
    "a health trust": (
        "Prevent duty",
        "# Northvale NHS Foundation Trust: Prevent scores 2022\n" + table("Benchmark", "Score", a=FIGURES),
    ),
    "a police force": (
        "Prevent duty",
        "# Wendmark Police: Prevent self-review 2022\n" + table("Area", "Score", a=FIGURES),
    ),
    "a school's audit": (
        "Prevent in schools",
        "# Saint Alder's High School: Prevent audit 2022\n"
        "| Area | Score\n| Prevent risk assessment | 4\n| Prevent "
        "training | 3\n| Channel referral pathway | 5\n| IT policies and venue hire | 2\n"
        "| Prevent action plan | 4\n| Engagement with parents | 3\n| Communications | 3",
    ),
    "a university": (
        "Prevent in higher education",
        "# University of Wendmark: accountability return 2022\n"
        "| Area | Rating\n| Risk Assessment | 4\n| Prevent Action "
        "Plan | 3\n| Training | 5\n| IT policies | 2\n| Referral process | 4\n| Communications | 3\n| Channel | 3",
    ),
    "housing associations": (
        "Prevent with registered providers",
        "# Scores of providers, 2022\n"
        + table("Benchmark", "Northvale Homes", "Riverside Trust", a=FIGURES, b="3 3 3 2 4 4 3 2 1 2"),
    ),
    "partners of the board": (
        "Prevent partnership self-review",
        "# How partners scored themselves in 2022\n"
        + table("Benchmark", "Police", "Probation", "NHS", a=FIGURES, b="3 3 3 2 4 4 3 2 1 2", c="4 3 4 2 4 3 3 2 2 2"),
    ),
    "an example from guidance": (
        "Prevent benchmarks: how to fill in the return",
        "# Example of a completed return\n" + table("Benchmark", "Score", a=FIGURES),
    ),
    "a fictional authority": (
        "Prevent benchmarks: training exercise",
        "# Case study: Anytown Council\n" + table("Benchmark", "Score", a=FIGURES),
    ),
    "the country's average": (
        "Prevent benchmarks",
        "# Average scores in England, 2022\n" + table("Benchmark", "Average", a="3 4 3 4 4 3 3 2 3 3"),
    ),
    "councils at each score": (
        "Prevent benchmarks",
        "# Number of councils at each score, 2022\n"
        + table(
            "Benchmark",
            "1",
            "2",
            "3",
            "4",
            "5",
            a="1 0 0 1 2 1 0 3 1 2",
            b="2 1 3 2 1 1 4 2 2 1",
            c="3 5 4 2 3 4 1 2 3 4",
            d="2 2 1 3 1 2 3 1 2 1",
            e="1 1 1 1 2 1 1 1 1 1",
        ),
    ),
    "targets": (
        "Prevent benchmarks",
        "# Where we want to be\n"
        + table("Benchmark", "2024", "2025", a="4 5 5 4 5 4 4 4 4 4", b="5 5 5 5 5 5 4 4 4 4"),
    ),
    "target in the head": (
        "Prevent benchmarks",
        "# Ambition\n" + table("Benchmark", "Target 2022/23", a="4 5 5 4 5 4 4 4 4 4"),
    ),
    "weights": (
        "Prevent benchmarks: weighting",
        "# How much each benchmark counts\n" + table("Benchmark", "Weight", a="3 2 2 1 5 2 1 1 2 1"),
    ),
    "weights without the word in the head": (
        "Prevent benchmarks: method",
        "# Weighting used in 2022\n" + table("Benchmark", "2022", a="3 2 2 1 5 2 1 1 2 1"),
    ),
    "rank among neighbours": (
        "Prevent benchmarks",
        "# Our rank among five neighbours, 2022\n" + table("Benchmark", "2022", a="3 2 2 1 5 2 1 1 2 1"),
    ),
    "confidence in the evidence": (
        "Prevent benchmarks",
        "# Confidence in the evidence\n" + table("Benchmark", "Confidence", a="3 2 2 1 5 2 1 1 2 1"),
    ),
    "pieces of evidence": (
        "Prevent benchmarks",
        "# Documents supplied with the 2022 return\n" + table("Benchmark", "Documents", a="3 2 2 1 5 2 1 1 2 1"),
    ),
    "change since last year": (
        "Prevent benchmarks",
        "# Change since the last assessment\n" + table("Benchmark", "Change", a="1 0 1 1 0 2 1 0 1 0"),
    ),
    "staffing": (
        "Prevent team",
        "# Staff working on each area (full-time equivalent), 2022/23\n"
        + table("Area", "2022/23", a="1 1 2 1 3 1 2 1 2 1"),
    ),
    "appendix numbers": (
        "Prevent benchmarks",
        "# Where to find the evidence\n" + table("Benchmark", "Appendix", a="1 1 2 2 3 3 4 4 5 5"),
    ),
    "review months": (
        "Prevent benchmarks: forward plan",
        "# Quarter in which each benchmark is reviewed\n" + table("Benchmark", "Quarter", a="1 1 2 2 3 3 4 4 1 2"),
    ),
    "referrals by concern": (
        "Channel annual report 2022",
        "# Referrals by concern\n| Concern | 2021 | 2022\n| Extreme "
        "right wing | 3 | 4\n| Islamist | 2 | 2\n| Mixed | 5 | 3\n| Channel Panel | 4 | 5\n| Training | 1 | 1",
    ),
    "visits by the adviser": (
        "Prevent benchmarks",
        "# Meetings with the regional adviser on each benchmark in 2022\n"
        + table("Benchmark", "2022", a="3 2 2 1 5 2 1 1 2 1"),
    ),
    "years since review": (
        "Prevent policies",
        "# Years since each policy was last reviewed\n" + table("Policy", "Years", a="3 2 2 1 5 2 1 1 2 1"),
    ),
    "difficulty": (
        "Prevent benchmarks: planning",
        "# How hard each benchmark will be to improve, 1 easy to 5 hard\n"
        + table("Benchmark", "Effort", a="3 2 2 1 5 2 1 1 2 1"),
    ),
    "blank form": (
        "Prevent benchmarks: return form",
        "# Form\n" + "\n".join(["| Benchmark | Score (please circle)", *(f"| {label} | 1 2 3 4 5" for label in TEN)]),
    ),
    "scores of a draft": (
        "Prevent benchmarks",
        "# Draft scores for discussion, subject to moderation\n" + table("Benchmark", "Score", a=FIGURES),
    ),
}
