"""Accepting, holding and rejecting."""

from dataclasses import replace
from datetime import date

import pytest

from extractors.document import Table
from tests.support.councils import ALDERMERE, DUNMARSH, NEW_ELMSEY, OLD_ELMSEY
from tests.support.grids import document, down, hidden, remarked, table
from tests.support.scored import accepted, reason, reasons, scores
from tests.transforms.conftest import Normalised
from transforms import Catalogue, Lexicon
from transforms.attribution import Attribution
from transforms.catalogue import Authority
from transforms.dating import Dating
from transforms.findings import Place
from transforms.judgement import Candidate, judge, settled
from transforms.periods import Period
from transforms.scores import read_score

FRONT = "# Aldermere Prevent Benchmarking\n@ Date: 8 September 2022\n"


@pytest.fixture
def candidate(catalogue: Catalogue) -> Candidate:
    framework = catalogue.framework("prevent-duty-2018")
    return Candidate(
        framework=framework,
        benchmark=framework.benchmark("training"),
        label="Training",
        reading=read_score("4", framework),
        score_text="4",
        attribution=Attribution(body(catalogue, ALDERMERE), "Aldermere", "the table", 1.0),
        dating=Dating(Period("2022", 2022, "2022"), "stated", "the table", 1.0),
        place=Place("table", 1, None, 1, 2, 2),
    )


def body(catalogue: Catalogue, code: str) -> Authority:
    return next(body for body in catalogue.authorities if body.code == code)


def read(candidate: Candidate, text: str, **place: object) -> Candidate:
    return replace(
        candidate,
        reading=read_score(text, candidate.framework),
        score_text=text,
        place=replace(candidate.place, **place),  # type: ignore[arg-type]  # the fields of Place
    )


def test_a_value_without_doubt_is_accepted_with_its_trail(candidate: Candidate) -> None:
    (found,) = judge([candidate], "d")
    assert (found.status, found.reason, found.score, found.band) == ("accepted", None, 4, "exceeded")
    assert found.evidence == ("authority from the table", "period from the table")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"doubts": ("a doubt",)}, "a doubt"),
        ({"attribution": Attribution(None, None, "nowhere", 0.0)}, "the authority is not known"),
        ({"attribution": Attribution(None, "Foxleigh", "the table", 0.5, "no authority")}, "no authority"),
        ({"dating": Dating(None, None, "nowhere", 0.0)}, "the period is not known"),
        ({"confidence": 0.5}, "not sure enough (0.49, 0.8 is needed): its text was read as '4' with 0.50"),
    ],
)
def test_a_doubt_holds_a_value_with_its_reason(candidate: Candidate, change: dict[str, object], why: str) -> None:
    (found,) = judge([replace(candidate, **change)], "d")  # type: ignore[arg-type]  # fields of Candidate
    assert found.status == "review"
    assert why in (found.reason or "")


def test_a_value_off_the_scale_is_rejected_whatever_else_is_doubtful(candidate: Candidate) -> None:
    (found,) = judge([replace(read(candidate, "7"), doubts=("a doubt",))], "d")
    assert (found.status, found.reason) == ("rejected", "7 is outside the scale of 1 to 5")


def test_the_same_value_twice_counts_once(candidate: Candidate) -> None:
    (found,) = judge([candidate, read(candidate, "4", table=2, page=3)], "d")
    assert found.status == "accepted"
    assert "also seen on page 3 in table 2" in found.evidence


def test_words_that_agree_with_the_figure_are_no_contradiction(candidate: Candidate) -> None:
    (found,) = judge([read(candidate, "Exceeded", table=2), candidate], "d")
    assert (found.status, found.score) == ("accepted", 4)


@pytest.mark.parametrize("other", ["3", "Met", "5"])
def test_a_paper_that_contradicts_itself_waits(candidate: Candidate, other: str) -> None:
    found = judge([candidate, read(candidate, other, table=2)], "d")
    assert {one.status for one in found} == {"review"}
    assert found[0].reason == f"the paper contradicts itself: '4' here, {other!r} on page 1 in table 2"


def test_a_table_wins_over_a_sentence(candidate: Candidate) -> None:
    found = judge([candidate, read(candidate, "3", method="text", table=None)], "d")
    assert [(one.score, one.status) for one in found] == [(4, "accepted"), (3, "review")]


def test_identities_are_stable_and_different_for_each_place(candidate: Candidate) -> None:
    other = replace(
        candidate,
        dating=Dating(Period("2021", 2021, "2021"), "stated", "the table", 1.0),
        place=replace(candidate.place, row=3),
    )
    first, second = judge([candidate, other], "d")
    assert first.observation_id != second.observation_id
    assert first.observation_id == judge([candidate], "d")[0].observation_id


@pytest.mark.parametrize(
    ("paper", "year", "code"),
    [
        (date(2019, 6, 1), 2019, OLD_ELMSEY),
        (date(2022, 6, 1), 2022, NEW_ELMSEY),
        (date(2021, 6, 1), 2019, None),
        (None, None, None),
    ],
)
def test_a_name_passed_on_is_settled_by_paper_and_period(
    lexicon: Lexicon, paper: date | None, year: int | None, code: str | None
) -> None:
    found = settled(lexicon.names.named("Elmsey"), "Elmsey", paper, year)
    assert (found.authority.code if found.authority else None) == code
    assert (found.doubt is None) == (code is not None)


def test_a_plain_name_needs_no_date(lexicon: Lexicon) -> None:
    found = settled(lexicon.names.named("Dunmarsh"), "Dunmarsh", None, None)
    assert found.authority is not None
    assert (found.authority.code, found.doubt) == (DUNMARSH, None)


def test_figures_of_a_hidden_slide_wait(normalised: Normalised) -> None:
    found = normalised(hidden(document(FRONT + down("Score: 4 5 5 4 5 4 3 3 2 2"))))
    assert reason(found) == "the table stands on a hidden slide or sheet"


def test_a_marked_cell_waits(normalised: Normalised) -> None:
    found = normalised(remarked(document(FRONT + down("Score: 4 5 5 4 5 4 3 1 2 2")), "1", "struck through"))
    assert reasons(found) == {"venue_hire_and_it_policies": "the cell is marked: struck through"}


def test_figures_read_with_little_confidence_wait(normalised: Normalised) -> None:
    paper = document(FRONT)
    blurred = table(down("Score: 4 5 5 4 5 4 3 3 2 2"), method="picture", page=1, confidence=0.6)
    found = normalised(replace(paper, body=(*paper.body, blurred)))
    assert accepted(found) == []
    assert all("0.8 is needed" in (one.reason or "") for one in found.observations)


def test_the_same_table_twice_is_one_set_of_scores(normalised: Normalised) -> None:
    grid = down("Score: 4 5 5 4 5 4 3 3 2 2")
    found = normalised(FRONT + grid + "\n---\n" + grid)
    assert len(scores(found)) == len(found.observations) == 10
    assert isinstance(document(grid).body[0], Table)
