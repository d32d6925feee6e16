"""Tables with a column for each value of the scale."""

from tests.spec.example import Example

TITLE = "Ticks"
ABOUT = """\
A column for each value of the scale, and a mark in one of them: the head is the value.
"""
EXAMPLES = (
    Example(
        "A tick gives the value above it",
        """
        | Benchmark        | Not met | Met | Exceeded |
        | Quay safety      | ✓       |     |          |
        | Pilot training   |         | ✓   |          |
        | Storm plan       |         |     | ✓        |
        | Lights and buoys |         |     | ✓        |
        | Dredging         |         | ✓   |          |
        | Visitor moorings | ✓       |     |          |
        """,
        """
        Quay safety, Aldermere 2022: not_met
        Pilot training, Aldermere 2022: met
        Storm plan, Aldermere 2022: exceeded
        Lights and buoys, Aldermere 2022: exceeded
        Dredging, Aldermere 2022: met
        Visitor moorings, Aldermere 2022: not_met
        """,
    ),
    Example(
        "The check mark of a symbol font is a tick",
        """
        | Benchmark      | Not met | Met | Exceeded |
        | Quay safety    | ü       |     |          |
        | Pilot training |         | ü   |          |
        | Storm plan     |         |     | ü        |
        """,
        """
        Quay safety, Aldermere 2022: not_met
        Pilot training, Aldermere 2022: met
        Storm plan, Aldermere 2022: exceeded
        """,
    ),
    Example(
        "A cross beside ticks is the contrary, alone it is a tick",
        """
        | Benchmark      | Not met | Met | Exceeded |
        | Quay safety    | ✔       | ✗   | ✗        |
        | Pilot training | ✗       | ✔   | ✗        |
        | Storm plan     | ✗       | ✗   | ✔        |
        """,
        """
        Quay safety, Aldermere 2022: not_met
        Pilot training, Aldermere 2022: met
        Storm plan, Aldermere 2022: exceeded
        """,
    ),
    Example(
        "A filled cell among empty ones is a tick",
        """
        | Benchmark      | 1      | 2 | 3 | 4      | 5      |
        | Quay safety    |        |   |   | {blue} |        |
        | Pilot training | {blue} |   |   |        |        |
        | Storm plan     |        |   |   |        | {blue} |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: 1
        Storm plan, Aldermere 2022: 5
        """,
    ),
    Example(
        "Two ticks are held, none is told",
        """
        | Benchmark        | 1 Not met | 2 | 3 Met | 4 | 5 Exceeded |
        | Quay safety      |           |   |       | x |            |
        | Pilot training   | x         | x |       |   |            |
        | Storm plan       |           |   |       |   |            |
        | Lights and buoys |           |   | x     |   |            |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: held, several values are ticked: 1 Not met, 2
        Lights and buoys, Aldermere 2022: 3
        notice not_assessed: Storm plan has no tick in any column of the scale.
        """,
    ),
)
