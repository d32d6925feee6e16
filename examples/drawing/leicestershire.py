"""What the Leicestershire deck says. The scores are the published ones, every sentence is ours."""

from drawing.contents import LEICESTERSHIRE, SLIDE_BENCHMARKS, Deck, Picture, Slide

_SCORES = (("Benchmarking", *SLIDE_BENCHMARKS), *((year, *map(str, row)) for year, row in LEICESTERSHIRE.items()))

DECK = Deck(
    title="Prevent Duty Benchmarking",
    lines=("Leicestershire Update", "Presented by: Regional Prevent Adviser", "Date: 30th June 2023"),
    publisher="Home Office",
    marking="OFFICIAL",
    colour="#4b2a6b",
    slides=(
        Slide(
            "Prevent Duty",
            bullets=(
                "The Counter-Terrorism and Security Act 2015 asks certain public bodies to have due regard, in all "
                "that they do, to the need to prevent people from being drawn into terrorism.",
                "Statutory guidance explains what this means in practice. A body that falls under the duty must take "
                "the guidance into account and be able to show how it has done so.",
            ),
        ),
        Slide(
            "Who falls under the duty",
            bullets=(
                "Councils of every tier: county, unitary, district and borough",
                "Schools and childcare providers",
                "Colleges and universities",
                "NHS trusts and foundation trusts",
                "Prisons and probation",
                "Police forces",
            ),
        ),
        Slide(
            "How delivery is looked at",
            bullets=(
                "Each body keeps its own records and can be asked for a report at any time.",
                "Once a year the adviser and the council go through the ten benchmarks and agree a score for each.",
                "Scores are then set side by side across the region, so that a 3 means the same everywhere.",
            ),
        ),
        Slide(
            "East Midlands – Weighted Score Heatmap",
            pictures=(Picture("heatmap"),),
            footnote="*Excludes the Northamptonshire split",
        ),
        Slide(
            "Comparative Analysis",
            pictures=(
                Picture("columns", "2021/22-2022/23 Weighted Score Comparison - East Midlands"),
                Picture("bars", "Percentage of Benchmarks that Met or Exceeded Expectations - East Midlands"),
            ),
        ),
        Slide("Leicestershire Scores", table=_SCORES),
        Slide(
            "Recommendation 1",
            lead="Venue Hire and IT policies –",
            bullets=(
                "The benchmark is not met. One venue hire policy should cover every building that the council owns, "
                "including those that others run or lease.",
                "Staff who take bookings should know what to check about a hirer and whom to ask when in doubt.",
                "Hire agreements need a clause under which a booking can be refused or withdrawn.",
                "Districts and boroughs should adopt a policy of their own along the same lines.",
            ),
        ),
        Slide(
            "Recommendation 2",
            lead="Training –",
            bullets=(
                "The training strategy that the operational group is drafting should be agreed and resourced.",
                "The county and each district should decide which roles need which course, and when.",
                "A basic course should be part of every induction, and completion should be counted.",
            ),
        ),
        Slide(
            "Recommendation 3",
            lead="Prevent Partnership Plan and Governance –",
            bullets=(
                "Governance works well. The present review is a chance to make the board smaller and more senior.",
                "Each district should hold a delivery plan that can be read against the county's plan.",
                "Progress on the plans should come to the board twice a year.",
            ),
        ),
        Slide(
            "National update",
            bullets=(
                "New courses for practitioners, in the room as well as online",
                "A toolkit for communications, open for comments",
                "A network for elected members",
            ),
        ),
    ),
)
