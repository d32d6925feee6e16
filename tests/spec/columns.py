"""Two columns of figures, and which of them is the score."""

from tests.spec.example import Example

TITLE = "Columns"
ABOUT = """\
The head of a column says whose its figures are, and whether they are scores at all.
"""
EXAMPLES = (
    Example(
        "The settled score counts beside the council's own",
        """
        | Benchmark      | Self-assessment | Home Office score |
        | Quay safety    | 4               | 3                 |
        | Pilot training | 5               | 4                 |
        | Storm plan     | 3               | 2                 |
        """,
        """
        Quay safety, Aldermere 2022: 3
        Pilot training, Aldermere 2022: 4
        Storm plan, Aldermere 2022: 2
        """,
    ),
    Example(
        "Two assessors of whom nobody says which counts are held",
        """
        | Benchmark      | Council score | Peer review score |
        | Quay safety    | 4             | 3                 |
        | Pilot training | 5             | 4                 |
        | Storm plan     | 3             | 2                 |
        """,
        """
        Quay safety, Aldermere 2022: held 4, another column ('Peer review score') may be the score as well;
            the paper contradicts itself: '4' here, '3' on page 1 in table 1
        Quay safety, Aldermere 2022: held 3, another column ('Council score') may be the score as well; the
            paper contradicts itself: '3' here, '4' on page 1 in table 1
        Pilot training, Aldermere 2022: held 5, another column ('Peer review score') may be the score as
            well; the paper contradicts itself: '5' here, '4' on page 1 in table 1
        Pilot training, Aldermere 2022: held 4, another column ('Council score') may be the score as well;
            the paper contradicts itself: '4' here, '5' on page 1 in table 1
        Storm plan, Aldermere 2022: held 3, another column ('Peer review score') may be the score as well;
            the paper contradicts itself: '3' here, '2' on page 1 in table 1
        Storm plan, Aldermere 2022: held 2, another column ('Council score') may be the score as well; the
            paper contradicts itself: '2' here, '3' on page 1 in table 1
        """,
    ),
    Example(
        "Targets, ranks, weights and averages are left out",
        """
        | Benchmark      | Score | Target | Rank | Weight | National average |
        | Quay safety    | 4     | 5      | 1    | 2      | 3                |
        | Pilot training | 5     | 5      | 2    | 1      | 4                |
        | Storm plan     | 3     | 4      | 3    | 1      | 3                |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: 5
        Storm plan, Aldermere 2022: 3
        """,
    ),
    Example(
        "Confidence, priority, change and counts of evidence are left out",
        """
        | Benchmark      | Score | Confidence rating | Priority | +/- | Pieces of evidence |
        | Quay safety    | 4     | 5                 | 1        | 2   | 3                  |
        | Pilot training | 5     | 5                 | 2        | 1   | 4                  |
        | Storm plan     | 3     | 4                 | 3        | 1   | 3                  |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: 5
        Storm plan, Aldermere 2022: 3
        """,
    ),
    Example(
        "Comments with figures in them are text",
        """
        | Benchmark      | Score | Comments            |
        | Quay safety    | 4     | Met 4 times in 2022 |
        | Pilot training | 5     | 3 of 5 actions done |
        | Storm plan     | 3     | 2 vacancies         |
        """,
        """
        Quay safety, Aldermere 2022: 4
        Pilot training, Aldermere 2022: 5
        Storm plan, Aldermere 2022: 3
        """,
    ),
    Example(
        "Without a year a former score waits",
        """
        | Benchmark      | Previous score | Current score |
        | Quay safety    | 4              | 3             |
        | Pilot training | 5              | 4             |
        | Storm plan     | 3              | 2             |
        """,
        """
        Quay safety, Aldermere 2021: held 4, the column says only 'previous'; 2021 is the year before 2022
        Pilot training, Aldermere 2021: held 5, the column says only 'previous'; 2021 is the year before
            2022
        Storm plan, Aldermere 2021: held 3, the column says only 'previous'; 2021 is the year before 2022
        Quay safety, Aldermere 2022: 3
        Pilot training, Aldermere 2022: 4
        Storm plan, Aldermere 2022: 2
        """,
    ),
    Example(
        "One cell for several benchmarks is held",
        """
        | Benchmark      | Score |
        | Quay safety    | 4     |
        | Pilot training | ^     |
        | Storm plan     | 3     |
        """,
        """
        Quay safety, Aldermere 2022: held 4, one merged cell stands for several benchmarks
        Pilot training, Aldermere 2022: held 4, one merged cell stands for several benchmarks
        Storm plan, Aldermere 2022: 3
        """,
    ),
)
