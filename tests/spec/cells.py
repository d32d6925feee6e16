"""What one cell of a score table says."""

from tests.spec.example import Example

TITLE = "What one cell says"
ABOUT = """\
A score may be printed in many forms. What is no single value of the scale is held, rejected or told.
"""
EXAMPLES = (
    Example(
        "A figure may stand alone, out of the end of the scale, with a word, or with the words of its band",
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
    Example(
        "A figure may be spelled out, stand in brackets, or be followed by what has changed",
        """
        | Benchmark        | Score         |
        | Quay safety      | four          |
        | Pilot training   | (4)           |
        | Storm plan       | 4.0           |
        | Lights and buoys | Four (4)      |
        | Dredging         | 4 (no change) |
        | Visitor moorings | ▲4            |
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
    Example(
        "Words and figure together must agree",
        """
        | Benchmark        | Score        |
        | Quay safety      | 2/Not met    |
        | Pilot training   | Met (3/5)    |
        | Storm plan       | Exceeded – 5 |
        | Lights and buoys | 2/Exceeded   |
        | Dredging         | 4            |
        | Visitor moorings | Met          |
        """,
        """
        Quay safety, Aldermere 2022: 2
        Pilot training, Aldermere 2022: 3
        Storm plan, Aldermere 2022: 5
        Lights and buoys, Aldermere 2022: held, the number 2 and the words 'Exceeded' do not agree
        Dredging, Aldermere 2022: 4
        Visitor moorings, Aldermere 2022: met
        """,
    ),
    Example(
        "Words alone give a band and never a figure",
        """
        | Benchmark        | Outcome       |
        | Quay safety      | Met           |
        | Pilot training   | Exceeded      |
        | Storm plan       | Not met       |
        | Lights and buoys | Unmet         |
        | Dredging         | Met           |
        | Visitor moorings | Partially met |
        """,
        """
        Quay safety, Aldermere 2022: met
        Pilot training, Aldermere 2022: exceeded
        Storm plan, Aldermere 2022: not_met
        Lights and buoys, Aldermere 2022: not_met
        Dredging, Aldermere 2022: met
        Visitor moorings, Aldermere 2022: held, 'Partially met' is no score
        """,
    ),
    Example(
        "Not assessed is told and is not zero",
        """
        | Benchmark        | Score |
        | Quay safety      | 4     |
        | Pilot training   | N/A   |
        | Storm plan       | –     |
        | Lights and buoys | 5     |
        | Dredging         |       |
        | Visitor moorings | 2     |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Lights and buoys, Aldermere 2022: 5
        Visitor moorings, Aldermere 2022: 2
        notice not_assessed: Pilot training has 'N/A' instead of a score.
        notice not_assessed: Storm plan has '–' instead of a score.
        notice not_assessed: Dredging has an empty cell instead of a score.
        """,
    ),
    Example(
        "Not assessed yet is told in the words of the paper",
        """
        | Benchmark        | Score               |
        | Quay safety      | 4                   |
        | Pilot training   | TBC                 |
        | Storm plan       | Under review        |
        | Lights and buoys | 5                   |
        | Dredging         | Awaiting moderation |
        | Visitor moorings | 2                   |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Lights and buoys, Aldermere 2022: 5
        Visitor moorings, Aldermere 2022: 2
        notice not_assessed: Pilot training has 'TBC' instead of a score.
        notice not_assessed: Storm plan has 'Under review' instead of a score.
        notice not_assessed: Dredging has 'Awaiting moderation' instead of a score.
        """,
    ),
    Example(
        "A range and a limit are held",
        """
        | Benchmark        | Score      |
        | Quay safety      | 3-4        |
        | Pilot training   | ≥3         |
        | Storm plan       | 3 or 4     |
        | Lights and buoys | at least 3 |
        | Dredging         | 4          |
        | Visitor moorings | 2          |
        """,
        """
        Quay safety, Aldermere 2022: held, '3-4' is a range, not one score
        Pilot training, Aldermere 2022: held, '≥3' is a limit, not a score
        Storm plan, Aldermere 2022: held, '3 or 4' is a range, not one score
        Lights and buoys, Aldermere 2022: held, 'at least 3' is a limit, not a score
        Dredging, Aldermere 2022: 4
        Visitor moorings, Aldermere 2022: 2
        """,
    ),
    Example(
        "A number that the scale does not have is rejected, an average too",
        """
        | Benchmark        | Score |
        | Quay safety      | 0     |
        | Pilot training   | 3.5   |
        | Storm plan       | 4     |
        | Lights and buoys | 4     |
        | Dredging         | 2     |
        | Visitor moorings | 3     |
        """,
        """
        Quay safety, Aldermere 2022: rejected, 0 is outside the scale of 1 to 5
        Pilot training, Aldermere 2022: rejected, 3.5 is between the steps of the scale: an average, not a
            score
        Storm plan, Aldermere 2022: 4
        Lights and buoys, Aldermere 2022: 4
        Dredging, Aldermere 2022: 2
        Visitor moorings, Aldermere 2022: 3
        """,
    ),
)
