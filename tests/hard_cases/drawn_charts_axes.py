"""Charts drawn into a PDF without figures at what is drawn: only the axis can prove a value. Hard case 47."""

from tests.hard_cases.drawn_charts import AREAS, BENCHMARKS, FIRST, SECOND, facts, page
from tests.hard_cases.facts import Case
from tests.hard_cases.pen import Pen
from tests.hard_cases.plots import COLOURS, Plot, columns, lines, lying, radar, stacked

AVERAGES = (2.86, 3.14, 4.0, 2.43, 3.93, 3.07, 1.55)
BY_YEAR = Plot(80, 190, 540, 400, BENCHMARKS, {"2021/22": FIRST, "2022/23": SECOND}, turned=45, size=7.5)
BY_AREA = Plot(170, 190, 480, 400, AREAS, {"2023": (3, 4, 2, 5, 1, 4, 3)}, legend="right")
SHARES = Plot(
    170, 190, 520, 400, AREAS, {"Met": (60, 70, 90, 40, 100, 80, 50)},
    ticks=range(0, 101, 20), pattern="{:g}%", legend="none",
)  # fmt: skip
FROM_ONE = Plot(80, 190, 540, 380, AREAS, {"2023": (3, 4, 2, 5, 3, 4, 2)}, ticks=(1, 2, 3, 4, 5), legend="none")
TREND = Plot(
    80, 190, 540, 380, ("2018/19", "2019/20", "2020/21", "2021/22", "2022/23"),
    {"Ashby": (2, 3, 3, 4, 5), "Brentley": (1, 2, 4, 4, 4), "Cawdon": (5, 4, 3, 3, 2)},
)  # fmt: skip
TOWERS = Plot(
    80, 190, 540, 380, AREAS,
    {"Not met": (1, 2, 1, 3, 1, 2, 4), "Met": (5, 4, 6, 4, 3, 5, 3), "Exceeded": (4, 4, 3, 3, 6, 3, 3)},
    ticks=range(0, 13, 2),
)  # fmt: skip
SPIDER = Plot(150, 200, 450, 480, BENCHMARKS, {"2021/22": FIRST, "2022/23": SECOND}, size=7.5)
SMALL_SPIDER = Plot(200, 200, 400, 400, BENCHMARKS[:8], {"2023": SECOND[:8]}, legend="none", size=7)
LIKELY = Plot(80, 190, 540, 380, AREAS, {"2022": AVERAGES}, legend="none")


def two_beside(pen: Pen, plot: Plot) -> None:
    """The same chart for two groups of areas, one beside the other."""
    left, right = (
        Plot(
            start, plot.top, start + 200, plot.foot, names, {"2023": values}, legend="none", size=7, colours=COLOURS[n:]
        )
        for n, (start, names, values) in enumerate(
            ((80, AREAS[:4], (3, 4, 2, 5)), (340, ("Harwick", "Ilford Vale", "Jarby"), (1, 4, 2)))
        )
    )
    columns(pen, left)
    columns(pen, right)


PAIR_FACTS = (
    *facts(Plot(0, 0, 1, 1, AREAS[:4], {"2023": (3, 4, 2, 5)})),
    *facts(Plot(0, 0, 1, 1, ("Harwick", "Ilford Vale", "Jarby"), {"2023": (1, 4, 2)})),
)

CASES = (
    Case(47, "columns of two years against the axis", page(columns, BY_YEAR, "Scores by benchmark"), facts(BY_YEAR)),
    Case(47, "lying bars against the axis", page(lying, BY_AREA, "Scores by area"), facts(BY_AREA)),
    Case(47, "lying bars against an axis of percentages", page(lying, SHARES, "Met"), facts(SHARES, "{:g}%")),
    Case(47, "an axis that begins at one", page(columns, FROM_ONE, "Scores by area"), facts(FROM_ONE)),
    Case(47, "lines of three areas", page(lines, TREND, "Channel Panel, year on year"), facts(TREND)),
    Case(47, "stacked columns against the axis", page(stacked, TOWERS, "Benchmarks by band"), facts(TOWERS)),
    Case(47, "a radar of ten benchmarks", page(radar, SPIDER, "Scores by benchmark"), facts(SPIDER)),
    Case(47, "a small radar of eight benchmarks", page(radar, SMALL_SPIDER, "Scores, 2023"), facts(SMALL_SPIDER)),
    Case(47, "two charts side by side", page(two_beside, LIKELY, "Scores, 2023"), PAIR_FACTS),
    Case(47, "averages that no step of the axis proves", page(columns, LIKELY, "Average score"), absent=("2.9", "3.1")),
)  # fmt: skip
