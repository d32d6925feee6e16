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
from transforms.findings import Observation, Place, Subject
from transforms.judgement import Candidate, judge, of_another_time, settled
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


def test_an_observation_tells_what_was_printed_and_what_was_understood(candidate: Candidate) -> None:
    (found,) = judge([replace(candidate, evidence=("the head says Score",))], "d")
    assert found == Observation(
        observation_id=found.observation_id,
        framework="prevent-duty-2018",
        benchmark="training",
        benchmark_text="Training",
        subject=Subject(
            authority_code=ALDERMERE,
            authority="Aldermere Borough Council",
            authority_text="Aldermere",
            period="2022",
            period_year=2022,
            period_basis="stated",
        ),
        score=4,
        score_text="4",
        band="exceeded",
        place=Place("table", 1, None, 1, 2, 2),
        confidence=0.99,
        status="accepted",
        reason=None,
        evidence=("the head says Score", "authority from the table", "period from the table"),
    )


@pytest.mark.parametrize(("method", "trust"), [("table", 0.99), ("chart", 0.97), ("text", 0.92), ("picture", 0.9)])
def test_a_value_is_trusted_by_the_way_it_is_printed(candidate: Candidate, method: str, trust: float) -> None:
    (found,) = judge([read(candidate, "4", method=method)], "d")
    assert (found.confidence, found.status) == (trust, "accepted")


def test_trust_is_the_product_of_all_that_it_rests_on(candidate: Candidate) -> None:
    weaker = replace(
        candidate,
        confidence=0.98,
        attribution=replace(candidate.attribution, confidence=0.97),
        dating=replace(candidate.dating, confidence=0.96),
    )
    (found,) = judge([weaker], "d")
    assert found.confidence == 0.903  # 0.99 x 0.98 x 0.97 x 0.96 = 0.90345...


def test_exactly_enough_trust_is_enough(candidate: Candidate) -> None:
    exact = replace(candidate, confidence=0.8 / 0.99)
    assert exact.confidence * 0.99 == 0.8
    assert judge([exact], "d")[0].status == "accepted"


def test_what_makes_a_value_unsure_is_told_the_weakest_first(candidate: Candidate) -> None:
    unsure = replace(
        read(candidate, "4", method="picture"),
        confidence=0.95,
        attribution=replace(candidate.attribution, confidence=0.94, place="the title"),
        dating=replace(candidate.dating, confidence=0.93, place="the file's name"),
    )
    (found,) = judge([unsure], "d")
    assert found.reason == (
        "not sure enough (0.75, 0.8 is needed): the figure stands in a picture, the period is told by the file's name, "
        "the authority is told by the title"
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param(
            {"attribution": Attribution(None, None, "nowhere", 0.0), "dating": Dating(None, None, "nowhere", 0.0)},
            "the authority is not known; the period is not known",
            id="nothing is known",
        ),
        pytest.param(
            {"attribution": Attribution(None, "Foxleigh", "the table", 0.5, "no authority")},
            "no authority",
            id="an authority's own doubt says enough",
        ),
        pytest.param(
            {"dating": Dating(None, None, "the table", 0.5, "two years")},
            "two years",
            id="a period's own doubt says enough",
        ),
        pytest.param(
            {"doubts": ("a doubt",), "dating": Dating(None, None, "nowhere", 0.0)},
            "a doubt; the period is not known",
            id="another doubt does not tell that the period is missing",
        ),
        pytest.param(
            {"doubts": ("a doubt", "a doubt"), "dating": Dating(Period("2022", 2022, "2022"), "stated", "x", 1, "b")},
            "a doubt; b",
            id="each doubt is told once",
        ),
    ],
)
def test_all_doubts_are_told(candidate: Candidate, change: dict[str, object], reason: str) -> None:
    (found,) = judge([replace(candidate, **change)], "d")  # type: ignore[arg-type]  # fields of Candidate
    assert (found.status, found.reason) == ("review", reason)


@pytest.mark.parametrize(
    ("printed", "reason"),
    [("2-3", "'2-3' is a range, not one score; a doubt"), ("Yes", "'Yes' is no score; a doubt")],
)
def test_the_doubt_about_the_figure_itself_comes_first(candidate: Candidate, printed: str, reason: str) -> None:
    (found,) = judge([replace(read(candidate, printed), doubts=("a doubt",))], "d")
    assert (found.status, found.score, found.reason) == ("review", None, reason)


def test_a_value_off_the_scale_is_rejected_whatever_else_is_doubtful(candidate: Candidate) -> None:
    (found,) = judge([replace(read(candidate, "7"), doubts=("a doubt",))], "d")
    assert (found.status, found.reason) == ("rejected", "7 is outside the scale of 1 to 5")


def test_the_same_value_twice_counts_once(candidate: Candidate) -> None:
    (found,) = judge([candidate, read(candidate, "4", table=2, page=3)], "d")
    assert found.status == "accepted"
    assert "also seen on page 3 in table 2" in found.evidence


def test_the_best_of_several_sightings_is_kept(candidate: Candidate) -> None:
    doubtful = replace(candidate, doubts=("a doubt",))
    sure = replace(read(candidate, "4", table=2), confidence=0.9)
    surer = read(candidate, "4", table=3)
    (found,) = judge([doubtful, sure, surer], "d")
    assert (found.status, found.place.table) == ("accepted", 3)
    assert found.evidence[-2:] == ("also seen on page 1 in table 2", "also seen on page 1 in table 1")


def test_of_equally_sure_sightings_the_plainest_is_kept(candidate: Candidate) -> None:
    trust = {"text": 0.92, "picture": 0.9, "chart": 0.97, "table": 0.99}
    sightings = [
        replace(read(candidate, "4", method=method, table=None), confidence=0.85 / of_method)
        for method, of_method in trust.items()
    ]
    (found,) = judge(sightings, "d")
    assert found.place.method == "table"
    assert found.evidence[-3:] == (
        "also seen on page 1 in the chart",
        "also seen on page 1 in the picture",
        "also seen on page 1 in the text",
    )


def test_a_figure_is_kept_before_surer_words(candidate: Candidate) -> None:
    (found,) = judge([read(candidate, "Exceeded"), replace(read(candidate, "4", table=2), confidence=0.9)], "d")
    assert (found.score, found.evidence[-1]) == (4, "also seen on page 1 in table 1")


def test_a_paper_without_pages_names_the_table_alone(candidate: Candidate) -> None:
    (found,) = judge([candidate, replace(read(candidate, "4", page=None, table=2), confidence=0.9)], "d")
    assert found.evidence[-1] == "also seen in table 2"


def test_a_value_off_the_scale_contradicts_nothing(candidate: Candidate) -> None:
    found = judge([candidate, read(candidate, "7", table=2), read(candidate, "4", table=3)], "d")
    assert [(one.status, one.score_text) for one in found] == [("rejected", "7"), ("accepted", "4")]


def test_values_off_the_scale_alone_are_all_told(candidate: Candidate) -> None:
    found = judge([read(candidate, "7"), read(candidate, "9", table=2)], "d")
    assert [(one.status, one.score_text) for one in found] == [("rejected", "7"), ("rejected", "9")]


@pytest.mark.parametrize(
    "change",
    [
        {"attribution": Attribution(None, "Foxleigh", "the table", 0.5, "no authority")},
        {"dating": Dating(None, None, "nowhere", 0.0)},
    ],
)
def test_values_of_nobody_or_of_no_year_cannot_contradict_each_other(
    candidate: Candidate, change: dict[str, object]
) -> None:
    unknown = replace(candidate, **change)  # type: ignore[arg-type]  # fields of Candidate
    found = judge([unknown, read(unknown, "3", table=2), read(unknown, "4", table=3)], "d")
    assert [one.score for one in found] == [4, 3, 4]
    assert not any("contradicts" in (one.reason or "") for one in found)


@pytest.mark.parametrize("change", ["framework", "benchmark", "authority", "period"])
def test_values_of_different_things_do_not_contradict_each_other(
    candidate: Candidate, catalogue: Catalogue, change: str
) -> None:
    other = read(candidate, "3", table=2)
    changed = {
        "framework": replace(other, framework=replace(other.framework, id="prevent-duty-2030")),
        "benchmark": replace(other, benchmark=other.framework.benchmark("communications")),
        "authority": replace(other, attribution=replace(other.attribution, authority=body(catalogue, DUNMARSH))),
        "period": replace(other, dating=replace(other.dating, period=Period("2021", 2021, "2021"))),
    }
    found = judge([candidate, changed[change]], "d")
    assert [(one.score, one.status) for one in found] == [(4, "accepted"), (3, "accepted")]


def test_words_that_agree_with_the_figure_are_no_contradiction(candidate: Candidate) -> None:
    (found,) = judge([read(candidate, "Exceeded", table=2), candidate], "d")
    assert (found.status, found.score) == ("accepted", 4)


def test_words_contradict_each_other_without_any_figure(candidate: Candidate) -> None:
    found = judge([read(candidate, "Met"), read(candidate, "Exceeded", table=2)], "d")
    assert [one.status for one in found] == ["review", "review"]


def test_values_of_unknown_authorities_keep_their_places(candidate: Candidate) -> None:
    def of(name: str) -> Candidate:
        return replace(candidate, attribution=Attribution(None, name, "the table", 0.5, "no authority"))

    found = judge([of("Foxleigh"), candidate, of("Greyholm")], "d")
    assert [one.subject.authority_text for one in found] == ["Foxleigh", "Aldermere", "Greyholm"]


@pytest.mark.parametrize("other", ["3", "Met", "5"])
def test_a_paper_that_contradicts_itself_waits(candidate: Candidate, other: str) -> None:
    found = judge([candidate, read(candidate, other, table=2)], "d")
    assert {one.status for one in found} == {"review"}
    assert found[0].reason == f"the paper contradicts itself: '4' here, {other!r} on page 1 in table 2"


def test_every_other_value_is_named_once_beside_the_doubts_of_the_value_itself(candidate: Candidate) -> None:
    found = judge(
        [
            replace(candidate, doubts=("a doubt",)),
            read(candidate, "3", table=2),
            read(candidate, "3", table=2, row=9),
            read(candidate, "5", table=3, page=2),
            read(candidate, "7", table=4),
        ],
        "d",
    )
    assert [one.score_text for one in found] == ["7", "4", "3", "3", "5"]
    assert found[1].reason == (
        "a doubt; the paper contradicts itself: '4' here, '3' on page 1 in table 2 and '5' on page 2 in table 3"
    )


def test_a_sentence_that_agrees_with_the_table_is_evidence_and_one_that_does_not_waits(candidate: Candidate) -> None:
    off_scale, agreeing, other = (
        read(candidate, printed, method="text", table=None, page=page)
        for printed, page in [("7", 2), ("4", 3), ("3", 4)]
    )
    found = judge([other, agreeing, candidate, off_scale], "d")
    assert [(one.score_text, one.status) for one in found] == [("7", "rejected"), ("4", "accepted"), ("3", "review")]
    assert found[1].evidence[-1] == "also seen on page 3 in the text"
    assert found[2].reason == "the paper contradicts itself: '3' here, '4' on page 1 in table 1"


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


def test_identities_do_not_change_with_the_program(candidate: Candidate) -> None:
    sentence = replace(read(candidate, "4", method="text", table=None), evidence=("Training was scored 4.", "and more"))
    assert [judge([one], "d")[0].observation_id for one in (candidate, sentence)] == [
        "a5e0d9e5ac8b5f2b23ffbea0",
        "c469e758a6390ab9f87b8434",
    ]


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


def test_whom_a_printed_name_means_is_told_with_its_trust(lexicon: Lexicon) -> None:
    old, new = sorted(lexicon.names.named("Elmsey"), key=lambda body: body.code)
    plain, known = settled([new], "E", None, None), settled([old, new], "E", date(2022, 6, 1), 2022)
    assert plain == Attribution(new, "E", "the table", 1.0)
    assert known == Attribution(new, "E", "the table", 0.97)


@pytest.mark.parametrize(("paper", "year"), [(date(2021, 6, 1), 2019), (date(2022, 6, 1), None), (None, None)])
def test_all_whom_a_printed_name_may_mean_are_told(lexicon: Lexicon, paper: date | None, year: int | None) -> None:
    assert settled(lexicon.names.named("Elmsey"), "Elmsey", paper, year) == Attribution(
        None, "Elmsey", "the table", 0.5, "'Elmsey' may be Elmsey District Council or Elmsey and Fenwold Council"
    )


def test_only_those_are_told_who_were_there_on_one_of_the_two_days(lexicon: Lexicon) -> None:
    old, new = sorted(lexicon.names.named("Elmsey"), key=lambda body: body.code)
    gone = replace(old, code="X00", name="Elmsey Rural District Council", valid_to=date(1974, 3, 31))
    found = settled([gone, old, new], "Elmsey", date(2021, 6, 1), 2019)
    assert found.doubt == "'Elmsey' may be Elmsey District Council or Elmsey and Fenwold Council"


def test_without_a_date_of_the_paper_the_period_settles_a_name(lexicon: Lexicon) -> None:
    found = settled(lexicon.names.named("Elmsey"), "Elmsey", None, 2019)
    assert found.authority is not None
    assert found.authority.code == OLD_ELMSEY


def test_a_body_that_is_there_now_may_show_a_period_when_none_of_its_name_was(lexicon: Lexicon) -> None:
    old, new = sorted(lexicon.names.named("Elmsey"), key=lambda body: body.code)
    young, unborn = (
        replace(body, valid_from=date(year, 4, 1), valid_to=None) for body, year in [(old, 2021), (new, 2024)]
    )
    assert settled([young, unborn], "Elmsey", date(2022, 6, 1), 2019).authority == young


def test_a_name_that_nobody_bore_at_the_time_names_all_who_ever_bore_it(lexicon: Lexicon) -> None:
    unborn = [replace(body, valid_from=date(2024, 4, 1), valid_to=None) for body in lexicon.names.named("Elmsey")]
    found = settled(unborn, "Elmsey", date(2022, 6, 1), 2019)
    assert found.doubt == "'Elmsey' may be Elmsey District Council or Elmsey and Fenwold Council"


@pytest.mark.parametrize(
    ("code", "printed", "period", "why"),
    [
        pytest.param(
            NEW_ELMSEY,
            "Elmsey",
            Period("2019/20", 2020, ""),
            "Elmsey and Fenwold Council began on 2020-04-01, after the period 2019/20",
            id="the year ended a day before the council began",
        ),
        pytest.param(NEW_ELMSEY, "Elmsey", Period("2020", 2020, ""), None, id="the calendar year ended after it"),
        pytest.param(NEW_ELMSEY, "Elmsey", Period("2020/21", 2021, ""), None, id="the first whole year"),
        pytest.param(NEW_ELMSEY, "Elmsey and Fenwold", Period("2015", 2015, ""), None, id="under a name of its own"),
        pytest.param(NEW_ELMSEY, None, Period("2015", 2015, ""), None, id="without a printed name"),
        pytest.param(
            OLD_ELMSEY,
            "Elmsey District Council",
            Period("2021", 2021, ""),
            "Elmsey District Council ended on 2020-03-31, before the period 2021",
            id="the council had ended before",
        ),
        pytest.param(OLD_ELMSEY, "Elmsey District Council", Period("2020", 2020, ""), None, id="its last months"),
        pytest.param(DUNMARSH, "Dunmarsh", Period("1990", 1990, ""), None, id="a council that was always there"),
        pytest.param(OLD_ELMSEY, "Elmsey", None, None, id="no period"),
        pytest.param(None, "Elmsey", Period("2022", 2022, ""), None, id="no council"),
    ],
)
def test_a_council_that_was_not_there_in_the_period_cannot_be_meant(
    lexicon: Lexicon,
    catalogue: Catalogue,
    code: str | None,
    printed: str | None,
    period: Period | None,
    why: str | None,
) -> None:
    attribution = Attribution(body(catalogue, code) if code else None, printed, "the table", 1.0)
    assert of_another_time(attribution, Dating(period, None, "the table", 1.0), lexicon.names) == why


def test_a_council_counts_from_its_first_day_to_its_last(lexicon: Lexicon) -> None:
    old, new = sorted(lexicon.names.named("Elmsey"), key=lambda body: body.code)
    dating = Dating(Period("2020", 2020, ""), None, "the table", 1.0)
    for one in (replace(new, valid_from=date(2020, 12, 31)), replace(old, valid_to=date(2020, 1, 1))):
        assert of_another_time(Attribution(one, "Elmsey", "the table", 1.0), dating, lexicon.names) is None


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
