"""Marks beside figures and the notes that they lead to."""

from tests.spec.example import Example

TITLE = "Notes"
ABOUT = """\
A mark leads to a note below the table; one that takes the figure back holds it, with its words.
"""
EXAMPLES = (
    Example(
        "A note may take a figure back",
        """
        | Benchmark        | Score |
        | Quay safety      | 3*    |
        | Pilot training   | 4     |
        | Storm plan       | 3¹    |
        | Lights and buoys | 4     |
        | Dredging         | 5²    |
        | Visitor moorings | 2     |
        * Provisional, awaiting moderation.
        ¹ Since revised to 4.
        ² Self-assessed by the harbour office.
        """,
        """
        Quay safety, Aldermere 2022: held 3, the note to it says: '* Provisional, awaiting moderation.'
        Pilot training, Aldermere 2022: 4
        Storm plan, Aldermere 2022: held 3, the note to it says: '¹ Since revised to 4.'
        Lights and buoys, Aldermere 2022: 4
        Dredging, Aldermere 2022: held 5, the note to it says: '² Self-assessed by the harbour office.'
        Visitor moorings, Aldermere 2022: 2
        """,
    ),
    Example(
        "A note that takes nothing back changes nothing",
        """
        | Benchmark      | Score |
        | Quay safety    | 3*    |
        | Pilot training | 4     |
        | Storm plan     | 5     |
        * Includes the marina.
        """,
        """
        Quay safety, Aldermere 2022: 3
        Pilot training, Aldermere 2022: 4
        Storm plan, Aldermere 2022: 5
        """,
    ),
    Example(
        "A mark on a head is one on every figure below it",
        """
        | Benchmark      | Score* |
        | Quay safety    | 3      |
        | Pilot training | 4      |
        | Storm plan     | 5      |
        ? * Draft scores
        """,
        """
        Quay safety, Aldermere 2022: held 3, the note to it says: '* Draft scores'
        Pilot training, Aldermere 2022: held 4, the note to it says: '* Draft scores'
        Storm plan, Aldermere 2022: held 5, the note to it says: '* Draft scores'
        """,
    ),
    Example(
        "A mark without a note changes nothing",
        """
        | Benchmark      | Score |
        | Quay safety    | 3*    |
        | Pilot training | 4     |
        | Storm plan     | 5     |
        """,
        """
        Quay safety, Aldermere 2022: 3
        Pilot training, Aldermere 2022: 4
        Storm plan, Aldermere 2022: 5
        """,
    ),
)
