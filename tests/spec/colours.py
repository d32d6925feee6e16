"""What colours of cells and words of colours give."""

from tests.spec.example import Example

TITLE = "Colours"
ABOUT = """\
A colour counts only where the paper explains it on the framework's own scale; its confidence is below a printed
figure's. `{green}` stands for a filled cell.
"""
EXAMPLES = (
    Example(
        "A key in a table below explains filled cells",
        """
        | Benchmark        | RAG     |
        | Quay safety      | {red}   |
        | Pilot training   | {red}   |
        | Storm plan       | {amber} |
        | Lights and buoys | {green} |
        | Dredging         | {green} |
        | Visitor moorings | {amber} |

        | {red}   | Not met (1-2)  |
        | {amber} | Met            |
        | {green} | Exceeded (4-5) |
        """,
        """
        Quay safety, Aldermere 2022: not_met
        Pilot training, Aldermere 2022: not_met
        Storm plan, Aldermere 2022: met
        Lights and buoys, Aldermere 2022: exceeded
        Dredging, Aldermere 2022: exceeded
        Visitor moorings, Aldermere 2022: met
        """,
    ),
    Example(
        "A key may come first and name the colours only",
        """
        Key: red = not met, amber = met, green = 4 and above
        | Benchmark        | RAG rating |
        | Quay safety      | Red        |
        | Pilot training   | R          |
        | Storm plan       | Amber      |
        | Lights and buoys | Green      |
        | Dredging         | G          |
        | Visitor moorings | A          |
        """,
        """
        Quay safety, Aldermere 2022: not_met
        Pilot training, Aldermere 2022: not_met
        Storm plan, Aldermere 2022: met
        Lights and buoys, Aldermere 2022: exceeded
        Dredging, Aldermere 2022: exceeded
        Visitor moorings, Aldermere 2022: met
        """,
    ),
    Example(
        "A key may be on another page",
        """
        | Benchmark        | Score   |
        | Quay safety      | {red}   |
        | Pilot training   | {red}   |
        | Storm plan       | {amber} |
        | Lights and buoys | {green} |
        | Dredging         | {green} |
        | Visitor moorings | {amber} |
        ---
        Scores of 1 or 2 are shown in red, 3 in amber, and 4 or 5 in green.
        """,
        """
        Quay safety, Aldermere 2022: not_met
        Pilot training, Aldermere 2022: not_met
        Storm plan, Aldermere 2022: 3
        Lights and buoys, Aldermere 2022: exceeded
        Dredging, Aldermere 2022: exceeded
        Visitor moorings, Aldermere 2022: 3
        """,
    ),
    Example(
        "Without a key colours are told and give nothing",
        """
        | Benchmark        | Score   |
        | Quay safety      | {red}   |
        | Pilot training   | {red}   |
        | Storm plan       | {amber} |
        | Lights and buoys | {green} |
        | Dredging         | {green} |
        | Visitor moorings | {amber} |
        """,
        """
        notice colour_only: 6 cells beside the benchmarks hold only a colour (amber, green, red), which
            nothing in the paper explains. Look at the paper, or ask its publisher for the figures.
        """,
    ),
    Example(
        "Words of colours without a key are told as well",
        """
        | Benchmark        | Score |
        | Quay safety      | Red   |
        | Pilot training   | Red   |
        | Storm plan       | Amber |
        | Lights and buoys | Green |
        | Dredging         | Green |
        | Visitor moorings | Amber |
        """,
        """
        notice colour_only: 6 cells beside the benchmarks hold only a colour (amber, green, red), which
            nothing in the paper explains. Look at the paper, or ask its publisher for the figures.
        """,
    ),
    Example(
        "A key of something else explains nothing",
        """
        | Benchmark        | RAG   |
        | Quay safety      | Red   |
        | Pilot training   | Red   |
        | Storm plan       | Amber |
        | Lights and buoys | Green |
        | Dredging         | Green |
        | Visitor moorings | Amber |
        Red: not started, amber: under way, green: complete
        """,
        """
        notice colour_only: 6 cells beside the benchmarks hold only a colour (amber, green, red), which
            nothing in the paper explains. Look at the paper, or ask its publisher for the figures.
        """,
    ),
    Example(
        "Two shades that one word may mean are left to a person",
        """
        | Benchmark        | Score        |
        | Quay safety      | {red}        |
        | Pilot training   | {red}        |
        | Storm plan       | {amber}      |
        | Lights and buoys | {green}      |
        | Dredging         | {pale green} |
        | Visitor moorings | {amber}      |
        Key: red = not met, amber = met, green = exceeded
        """,
        """
        Quay safety, Aldermere 2022: not_met
        Pilot training, Aldermere 2022: not_met
        Storm plan, Aldermere 2022: met
        Visitor moorings, Aldermere 2022: met
        notice colour_only: 2 cells beside the benchmarks hold only a colour (green), which nothing in the
            paper explains. Look at the paper, or ask its publisher for the figures.
        """,
    ),
    Example(
        "A figure that its colour contradicts by the key is held",
        """
        | Benchmark        | Score     |
        | Quay safety      | 1 {red}   |
        | Pilot training   | 2 {red}   |
        | Storm plan       | 3 {amber} |
        | Lights and buoys | 4 {green} |
        | Dredging         | 5 {amber} |
        | Visitor moorings | 3 {amber} |

        | {red}   | Not met (1-2)  |
        | {amber} | Met            |
        | {green} | Exceeded (4-5) |
        """,
        """
        Quay safety, Aldermere 2022: 1
        Pilot training, Aldermere 2022: 2
        Storm plan, Aldermere 2022: 3
        Lights and buoys, Aldermere 2022: 4
        Dredging, Aldermere 2022: held 5, the colour of the cell says met where it prints 5
        Visitor moorings, Aldermere 2022: 3
        """,
    ),
    Example(
        "A figure that has the colour of other figures is held without a key",
        """
        | Benchmark        | Score     |
        | Quay safety      | 2 {red}   |
        | Pilot training   | 2 {red}   |
        | Storm plan       | 4 {green} |
        | Lights and buoys | 4 {green} |
        | Dredging         | 2 {green} |
        | Visitor moorings | 3 {amber} |
        """,
        """
        Quay safety, Aldermere 2022: 2
        Pilot training, Aldermere 2022: 2
        Storm plan, Aldermere 2022: 4
        Lights and buoys, Aldermere 2022: 4
        Dredging, Aldermere 2022: held 2, the colour of the cell says 4 where it prints 2
        Visitor moorings, Aldermere 2022: 3
        """,
    ),
    Example(
        "Colours that follow no figure take nothing from the scores",
        """
        | Benchmark        | Score     |
        | Quay safety      | 4 {red}   |
        | Pilot training   | 4 {green} |
        | Storm plan       | 3 {green} |
        | Lights and buoys | 4 {green} |
        | Dredging         | 2 {amber} |
        | Visitor moorings | 3 {red}   |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: 4
        Storm plan, Aldermere 2022: 3
        Lights and buoys, Aldermere 2022: 4
        Dredging, Aldermere 2022: 2
        Visitor moorings, Aldermere 2022: 3
        """,
    ),
    Example(
        "Colours beside actions may be of the actions",
        """
        | Benchmark      | Action           | Due  | RAG   |
        | Quay safety    | Repair the steps | May  | Red   |
        | Pilot training | Train two pilots | June | Green |
        | Storm plan     | Write it         | July | Amber |
        Red = not met; amber = met; green = exceeded.
        """,
        """
        Quay safety, Aldermere 2022: held not_met, the colours stand beside a column 'Action': they may be
            of that
        Pilot training, Aldermere 2022: held exceeded, the colours stand beside a column 'Action': they may
            be of that
        Storm plan, Aldermere 2022: held met, the colours stand beside a column 'Action': they may be of
            that
        """,
    ),
    Example(
        "A word of a colour beside the figure must agree with it",
        """
        | Benchmark      | Score | RAG   |
        | Quay safety    | 1     | Red   |
        | Pilot training | 3     | Green |
        | Storm plan     | 5     | Green |
        Red = not met; amber = met; green = exceeded.
        """,
        """
        Quay safety, Aldermere 2022: 1
        Pilot training, Aldermere 2022: held 3, the colour beside it says another value: green, explained as
            'exceeded'
        Storm plan, Aldermere 2022: 5
        """,
    ),
)
