"""Charts drawn into a PDF whose values are printed beside what is drawn: hard cases 46, 48 and 52."""

from collections.abc import Callable
from pathlib import Path

from tests.hard_cases.facts import Case, Fact, facts_of
from tests.hard_cases.pen import Pen, paper
from tests.hard_cases.plots import Plot, columns, lines, lying, stacked

BENCHMARKS = (
    "Risk Assessment",
    "Multi-Agency Partnership Board",
    "Prevent Partnership Plan",
    "Referral Pathway",
    "Channel Panel",
    "Prevent Problem Solving",
    "Training",
    "Venue Hire and IT Policies",
    "Engagement Activities",
    "Communications",
)
AREAS = ("Ashby", "Brentley", "Cawdon", "Denholme", "Elmsford", "Farleigh", "Great Orme")
FIRST = (3, 4, 2, 5, 4, 3, 4, 1, 2, 3)
SECOND = (4, 4, 3, 5, 5, 3, 4, 2, 3, 4)
BEFORE = (
    "4.2  The results of the self-assessment were validated by the regional adviser in March. The chart below",
    "shows the score of each benchmark, from 1 to 5. A score of 3 means that the benchmark is met.",
)
AFTER = (
    "4.3  The Board will receive a further report in six months. The costs of the plan of £12,500 are met from",
    "existing budgets, and 2 of the 10 actions are complete.",
)

Drawing = Callable[[Pen, Plot], None]


def page(draw: Drawing, plot: Plot, heading: str) -> Callable[[Path], Path]:
    """A page of a report with a chart between two paragraphs."""

    def one(pen: Pen) -> None:
        top = pen.prose(60, ["Prevent Duty: annual report to the Community Safety Partnership"], size=14)
        top = pen.prose(top + 6, BEFORE)
        pen.prose(top + 6, [heading], size=11, font="Helvetica-Bold")
        draw(pen, plot)
        pen.prose(plot.foot + 130, AFTER)

    return paper(one)


def facts(plot: Plot, pattern: str = "{:g}") -> tuple[Fact, ...]:
    """The facts of a chart: its names down, its series across."""
    rows = {
        name: tuple("" if values[n] is None else pattern.format(values[n]) for values in plot.series.values())
        for n, name in enumerate(plot.names)
    }
    return facts_of(rows, [name if len(plot.series) > 1 else () for name in plot.series])


BY_YEAR = Plot(80, 190, 540, 400, BENCHMARKS, {"2021/22": FIRST, "2022/23": SECOND}, labels="tip", turned=45, size=7.5)
WRAPPED = Plot(
    80, 190, 540, 380, BENCHMARKS, {"Score": FIRST}, labels="inside", legend="none", size=6.5, ticks=range(7)
)
UPRIGHT_NAMES = Plot(
    90, 200, 540, 400, BENCHMARKS, {"Score": SECOND}, labels="tip", turned=90, legend="none", axis=False
)
SHARES = Plot(
    170, 190, 520, 400, AREAS, {"Met": (60, 70, 90, 45, 100, 80, 55)},
    ticks=range(0, 101, 20), pattern="{:g}%", labels="tip", label_pattern="{:g}%", legend="none",
)  # fmt: skip
BESIDE = Plot(
    190, 190, 480, 460, BENCHMARKS[:8], {"2022": FIRST[:8], "2023": SECOND[:8]},
    labels="inside", legend="right", rules=False, size=7, gap=0.3,
)  # fmt: skip
AVERAGES = Plot(
    80, 190, 540, 380, AREAS, {"2022": (2.86, 3.14, 4.0, 2.43, 3.93, 3.07, 1.5)},
    labels="tip", label_pattern="{:.2f}", legend="none", axis=False, rules=False,
)  # fmt: skip
CUT_AXIS = Plot(
    80, 190, 540, 380, AREAS, {"Met": (62, 70, 90, 75, 98, 81, 65)},
    ticks=(50, 60, 70, 80, 90, 100), labels="tip", legend="none",
)  # fmt: skip
TREND = Plot(
    80, 190, 540, 380, ("2018/19", "2019/20", "2020/21", "2021/22", "2022/23"),
    {"Ashby": (2.1, 3.0, 3.2, 4.1, 4.6), "Brentley": (1.2, 2.3, 3.9, 3.5, 3.8)},
    labels="tip", label_pattern="{:.1f}",
)  # fmt: skip
BANDS = {"Not met": (1, 2, 1, 3, 1, 2, 4), "Met": (5, 4, 6, 4, 3, 5, 3), "Exceeded": (4, 4, 3, 3, 6, 3, 3)}
TOWERS = Plot(80, 190, 540, 380, AREAS, BANDS, ticks=range(0, 13, 2), labels="middle")
WHOLE = Plot(
    150, 190, 520, 400, AREAS,
    {
        "Not met": (10, 20, 10, 30, 10, 20, 40), "Met": (50, 40, 60, 40, 30, 50, 30),
        "Exceeded": (40, 40, 30, 30, 60, 30, 30),
    },
    ticks=range(0, 101, 20), pattern="{:g}%", labels="middle", label_pattern="{:g}%", rules=False,
)  # fmt: skip
GAPS = Plot(
    80, 190, 540, 380, BENCHMARKS, {"2022": (3, None, 2, 5, 4, None, 4, 1, 2, None)},
    labels="tip", turned=45, legend="none", size=7.5,
)  # fmt: skip
TWO_GAPS = Plot(
    80, 190, 540, 380, BENCHMARKS[:6], {"2022": (3, None, 2, 5, None, 3), "2023": (4, 2, None, 5, 4, 3)}, labels="tip",
    size=7,
)  # fmt: skip

CASES = (
    Case(46, "columns of two years with labels", page(columns, BY_YEAR, "Scores by benchmark"), facts(BY_YEAR)),
    Case(46, "labels inside and wrapped names", page(columns, WRAPPED, "Scores, 2022"), facts(WRAPPED)),
    Case(46, "names set upright and no axis", page(columns, UPRIGHT_NAMES, "Scores, 2023"), facts(UPRIGHT_NAMES)),
    Case(46, "lying bars of percentages", page(lying, SHARES, "Benchmarks met, 2022/23"), facts(SHARES, "{:g}%")),
    Case(46, "lying bars of two years, labels inside", page(lying, BESIDE, "Scores by benchmark"), facts(BESIDE)),
    Case(46, "averages without axis and rules", page(columns, AVERAGES, "Average score"), facts(AVERAGES, "{:.2f}")),
    Case(46, "an axis that begins at fifty", page(columns, CUT_AXIS, "Percentage met"), facts(CUT_AXIS)),
    Case(46, "lines with labels", page(lines, TREND, "Average score by year"), facts(TREND, "{:.1f}")),
    Case(48, "stacked columns", page(stacked, TOWERS, "Benchmarks by band"), facts(TOWERS)),
    Case(
        48, "stacked lying bars of percentages",
        page(lambda pen, plot: stacked(pen, plot, sideways=True), WHOLE, "Bands"), facts(WHOLE, "{:g}%"),
    ),
    Case(52, "missing columns", page(columns, GAPS, "Scores by benchmark, 2022"), facts(GAPS)),
    Case(52, "missing columns of two series", page(columns, TWO_GAPS, "Scores by benchmark"), facts(TWO_GAPS)),
)  # fmt: skip
