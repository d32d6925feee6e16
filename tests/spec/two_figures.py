"""Cells that show a former and a current score, or a score and something else."""

from tests.spec.example import Example

TITLE = "Cells with two figures"
ABOUT = """\
Where a head, a sentence or the cell itself says which figure is which, both are read, each with its period. Of a cell
that says only 'from' and 'to' the current value counts, and the former waits for its year. Else the cell is held.
"""
EXAMPLES = (
    Example(
        "A head of two periods gives both",
        """
        | Benchmark        | 2021 → 2022 |
        | Quay safety      | 3 → 4       |
        | Pilot training   | 5 → 5       |
        | Storm plan       | 2→4         |
        | Lights and buoys | 3 -> 3      |
        | Dredging         | 1 to 2      |
        | Visitor moorings | 2 → 1       |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: 5
        Storm plan, Aldermere 2022: 4
        Lights and buoys, Aldermere 2022: 3
        Dredging, Aldermere 2022: 2
        Visitor moorings, Aldermere 2022: 1
        Quay safety, Aldermere 2021: 3
        Pilot training, Aldermere 2021: 5
        Storm plan, Aldermere 2021: 2
        Lights and buoys, Aldermere 2021: 3
        Dredging, Aldermere 2021: 1
        Visitor moorings, Aldermere 2021: 2
        """,
    ),
    Example(
        "A head of two periods, the former in brackets, gives both",
        """
        | Benchmark      | 2022 (2021) |
        | Quay safety    | 4 (3)       |
        | Pilot training | 5 (5)       |
        | Storm plan     | 4 (2)       |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: 5
        Storm plan, Aldermere 2022: 4
        Quay safety, Aldermere 2021: 3
        Pilot training, Aldermere 2021: 5
        Storm plan, Aldermere 2021: 2
        """,
    ),
    Example(
        "The former period may stand in the cell",
        """
        | Benchmark      | Score             |
        | Quay safety    | 4 (2021: 3)       |
        | Pilot training | 5 (was 4 in 2021) |
        | Storm plan     | 4 (2021: 4)       |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: 5
        Storm plan, Aldermere 2022: 4
        Quay safety, Aldermere 2021: 3
        Pilot training, Aldermere 2021: 4
        Storm plan, Aldermere 2021: 4
        """,
    ),
    Example(
        "A sentence above may say between which years the figures move",
        """
        The change in benchmark scores from 2021 to 2022
        | Benchmark      | Score |
        | Quay safety    | 3 → 4 |
        | Pilot training | 5 → 5 |
        | Storm plan     | 2 → 4 |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: 5
        Storm plan, Aldermere 2022: 4
        Quay safety, Aldermere 2021: 3
        Pilot training, Aldermere 2021: 5
        Storm plan, Aldermere 2021: 2
        """,
    ),
    Example(
        "A sentence above may say what stands in brackets",
        """
        Scores in brackets are those of 2021.
        | Benchmark      | 2022  |
        | Quay safety    | 4 (3) |
        | Pilot training | 5 (5) |
        | Storm plan     | 4 (2) |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: 5
        Storm plan, Aldermere 2022: 4
        Quay safety, Aldermere 2021: 3
        Pilot training, Aldermere 2021: 5
        Storm plan, Aldermere 2021: 2
        """,
    ),
    Example(
        "Without a year for the former score it waits, and the current one counts",
        """
        | Benchmark      | Score (previous) |
        | Quay safety    | 4 (3)            |
        | Pilot training | 5 (5)            |
        | Storm plan     | 4 (2)            |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: 5
        Storm plan, Aldermere 2022: 4
        Quay safety, Aldermere 2021: held 3, the column says only 'previous'; 2021 is the year before 2022
        Pilot training, Aldermere 2021: held 5, the column says only 'previous'; 2021 is the year before
            2022
        Storm plan, Aldermere 2021: held 2, the column says only 'previous'; 2021 is the year before 2022
        """,
    ),
    Example(
        "A cell may say itself which figure is the current one",
        """
        | Benchmark        | Score         |
        | Quay safety      | 4 (was 3)     |
        | Pilot training   | 3 → 4         |
        | Storm plan       | was 3, now 4  |
        | Lights and buoys | from 3 to 4   |
        | Dredging         | 5 (up from 4) |
        | Visitor moorings | 2             |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: 4
        Storm plan, Aldermere 2022: 4
        Lights and buoys, Aldermere 2022: 4
        Dredging, Aldermere 2022: 5
        Visitor moorings, Aldermere 2022: 2
        Quay safety, Aldermere 2021: held 3, the column says only 'previous'; 2021 is the year before 2022
        Pilot training, Aldermere 2021: held 3, the column says only 'previous'; 2021 is the year before
            2022
        Storm plan, Aldermere 2021: held 3, the column says only 'previous'; 2021 is the year before 2022
        Lights and buoys, Aldermere 2021: held 3, the column says only 'previous'; 2021 is the year before
            2022
        Dredging, Aldermere 2021: held 4, the column says only 'previous'; 2021 is the year before 2022
        """,
    ),
    Example(
        "A column of changes shows both scores",
        """
        | Benchmark      | Direction of travel |
        | Quay safety    | 3 → 4               |
        | Pilot training | 5 → 5               |
        | Storm plan     | 2 → 4               |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: 5
        Storm plan, Aldermere 2022: 4
        Quay safety, Aldermere 2021: held 3, the column says only 'previous'; 2021 is the year before 2022
        Pilot training, Aldermere 2021: held 5, the column says only 'previous'; 2021 is the year before
            2022
        Storm plan, Aldermere 2021: held 2, the column says only 'previous'; 2021 is the year before 2022
        """,
    ),
    Example(
        "What is aimed at is left out",
        """
        | Benchmark      | Score (target) |
        | Quay safety    | 4 (5)          |
        | Pilot training | 5 (5)          |
        | Storm plan     | 4 (4)          |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: 5
        Storm plan, Aldermere 2022: 4
        """,
    ),
    Example(
        "Two figures without a word are held",
        """
        | Benchmark      | Score |
        | Quay safety    | 4 (3) |
        | Pilot training | 5 (5) |
        | Storm plan     | 4↓2   |
        """,
        """
        Quay safety, Aldermere 2022: held, '4 (3)' shows two figures, 4 and 3, and nothing says which is the
            score
        Pilot training, Aldermere 2022: held, '5 (5)' shows two figures, 5 and 5, and nothing says which is
            the score
        Storm plan, Aldermere 2022: held, '4↓2' shows two figures, 4 and 2, and nothing says which is the
            score
        """,
    ),
    Example(
        "A year in the head is that of the cell, not of its brackets",
        """
        | Benchmark      | Score (2022) |
        | Quay safety    | 4 (3)        |
        | Pilot training | 5 (5)        |
        | Storm plan     | 4 (2)        |
        """,
        """
        Quay safety, Aldermere 2022: held, '4 (3)' shows two figures, 4 and 3, and nothing says which is the
            score
        Pilot training, Aldermere 2022: held, '5 (5)' shows two figures, 5 and 5, and nothing says which is
            the score
        Storm plan, Aldermere 2022: held, '4 (2)' shows two figures, 4 and 2, and nothing says which is the
            score
        """,
    ),
)
