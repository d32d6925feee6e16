"""What one cell of a score table says."""

from tests.spec.example import Example

TITLE = "What one cell says"
ABOUT = "A score may be printed in many forms. What is no single value of the scale is held, rejected or told."
EXAMPLES = (
    Example(
        "A figure may stand alone, out of the scale's end, with a word or with the words of its band",
        """
        | Benchmark        | Score       |
        | Quay safety      | 4           |
        | Pilot training   | 4/5         |
        | Storm plan       | 4 out of 5  |
        | Lights and buoys | Score: 4    |
        | Dredging         | 4 - exceeds |
        | Visitor moorings | Level 4     |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: 4
        Storm plan, Aldermere 2022: 4
        Lights and buoys, Aldermere 2022: 4
        Dredging, Aldermere 2022: 4
        Visitor moorings, Aldermere 2022: 4
        """,
    ),
)
