"""One small table for each benchmark: together they are the table of the scores."""

from tests.support.scored import accepted, scores
from tests.transforms.conftest import Normalised

FRONT = "# Prevent Update\n@ Date: 8 September 2022\n@ Briefing to: Aldermere Borough Council\n"
HEAD = FRONT + "## Prevent benchmark scores\n"
SHOWN = {
    "Risk Assessment": 4,
    "MA Partnership Board": 2,
    "Partnership Plan": 1,
    "Referral Pathway": 5,
    "Channel Panel": 5,
    "Training": 3,
}
EXPECTED = {
    "risk_assessment": 4,
    "multi_agency_partnership_board": 2,
    "prevent_partnership_plan": 1,
    "referral_pathway": 5,
    "channel_panel": 5,
    "training": 3,
}


def test_tables_with_label_and_value_side_by_side_are_joined(normalised: Normalised) -> None:
    tables = [
        f"| Benchmark | {label} |\n| Score | {score} |\n| Comments | Seen at 2 of 3 meetings |"
        for label, score in SHOWN.items()
    ]
    assert scores(normalised(HEAD + "\n\nMore follows below.\n\n".join(tables))) == EXPECTED


def test_tables_of_one_row_under_one_head_are_joined(normalised: Normalised) -> None:
    tables = [f"| Benchmark | Score | Target |\n| {label} | {score} | 5 |" for label, score in SHOWN.items()]
    assert scores(normalised(HEAD + "\n\nMore follows below.\n\n".join(tables))) == EXPECTED


def test_two_like_tables_are_not_joined(normalised: Normalised) -> None:
    tables = ["| Benchmark | Channel Panel |\n| Score | 5 |", "| Benchmark | Referral Pathway |\n| Score | 4 |"]
    assert normalised(HEAD + "\n\nMore follows below.\n\n".join(tables)).observations == ()


def test_records_stacked_in_one_table_are_told_apart(normalised: Normalised) -> None:
    rows = [
        f"| Benchmark | {label} |\n| Score | {score} |\n| Comments | Seen at 2 of 3 meetings |"
        for label, score in SHOWN.items()
    ]
    assert scores(normalised(HEAD + "\n".join(rows))) == EXPECTED
    halves = ["\n".join(rows[:2]), *rows[2:]]
    assert scores(normalised(HEAD + "\n\nMore follows below.\n\n".join(halves))) == EXPECTED


def test_whole_tables_of_several_authorities_are_no_records(normalised: Normalised) -> None:
    rows = "\n".join(f"| {label} | {score} |" for label, score in SHOWN.items())
    places = ("Aldermere", "Corvenshire", "Brackford")
    tables = "\n\n".join(f"### {place}\n| Benchmark | Score |\n{rows}" for place in places)
    found = normalised("# Prevent benchmark scores\n@ Date: 8 September 2022\n" + tables)
    assert len(accepted(found)) == len(places) * len(SHOWN)
    assert len(found.verdicts) == len(places)
