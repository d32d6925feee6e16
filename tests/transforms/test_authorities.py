"""Names of authorities in cells and in running text."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.councils import ALDERMERE, BRACKFORD, CORVENSHIRE, DUNMARSH, NEW_ELMSEY, OLD_ELMSEY
from transforms import Catalogue, Lexicon
from transforms.authorities import AuthorityNames, in_being


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Derby", "Derby City Council"),
        ("Derbyshire", "Derbyshire County Council"),
        ("Leicester", "Leicester City Council"),
        ("Leicestershire", "Leicestershire County Council"),
        ("Leics", "Leicestershire County Council"),
        ("Derbyshire CC", "Derbyshire County Council"),
        ("City of Derby", "Derby City Council"),
        ("Blackpool*", "Blackpool Borough Council"),
        ("H&F", "London Borough of Hammersmith & Fulham"),
        ("Safer Sefton Together", "Sefton Metropolitan Borough Council"),
        ("Nottingham", "Nottingham City Council"),
        ("Derby shire", "Derbyshire County Council"),
        ("Blackb urn with Darwen", "Blackburn with Darwen Borough Council"),
    ],
)
def test_a_cell_names_one_authority(lexicon: Lexicon, printed: str, name: str) -> None:
    assert [body.name for body in lexicon.names.named(printed)] == [name]


@pytest.mark.parametrize(
    "printed",
    [
        "LLR",
        "Leicester, Leicestershire and Rutland",
        "Leicestershire and Rutland",
        "Greater Manchester",
        "the Council",
        "Council",
        "County",
        "City",
        "Total",
        "Average",
        "Nottingham & Nottinghamshire",
        "East Midlands",
        "England",
        "Leicestershire Police",
        "Wendmark Three",
        "Wendmark",
        "Leicester County Council",
        "Nottingham County",
        "Norfolk City Council",
        "Leicestershlre",
        "Sefion",
        "County Durham and Darlington",
        "the County Council",
    ],
)
def test_groups_regions_and_general_words_name_nobody(lexicon: Lexicon, printed: str) -> None:
    assert lexicon.names.named(printed) == ()


@pytest.mark.parametrize(
    ("printed", "day", "name"),
    [
        ("Somerset", date(2022, 6, 1), "Somerset County Council"),
        ("Somerset", date(2023, 6, 1), "Somerset Council"),
        ("North Yorkshire", date(2022, 6, 1), "North Yorkshire County Council"),
        ("North Yorkshire", date(2024, 6, 1), "North Yorkshire Council"),
    ],
)
def test_a_name_that_was_passed_on_is_settled_by_the_date(lexicon: Lexicon, printed: str, day: date, name: str) -> None:
    assert [body.name for body in in_being(lexicon.names.named(printed), day)] == [name]


def test_a_name_that_was_passed_on_stays_open_without_a_date(lexicon: Lexicon) -> None:
    assert {body.code for body in in_being(lexicon.names.named("Elmsey"), None)} == {OLD_ELMSEY, NEW_ELMSEY}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("Aldermere's scores", [ALDERMERE], id="a possessive"),
        pytest.param("Prevent in Brackford, Corvenshire", [BRACKFORD, CORVENSHIRE], id="two names"),
        pytest.param("Corvenshire County Council Scores", [CORVENSHIRE], id="the whole name counts once"),
        pytest.param("Aldermere Road", [], id="a street"),
        pytest.param("Greater Aldermere", [], id="a larger area"),
        pytest.param("Aldermere Police", [], id="a police force serves several councils"),
        pytest.param("the University of Aldermere", [], id="a university"),
        pytest.param("in the aldermere of old", [], id="no capital"),
        pytest.param("the reading of the Reading", [], id="an everyday word"),
        pytest.param("Wendmark Three", [], id="a group"),
        pytest.param("North Corvenshire", [], id="a part of a county that the register does not know"),
        pytest.param("S Corvenshire", [], id="the same, shortened"),
        pytest.param("Appendix E Corvenshire", [CORVENSHIRE], id="the letter of an appendix"),
        pytest.param("Brackford County Council", [], id="words for another kind of council"),
        pytest.param("Report: Brackford County Council meets", [], id="the same within a sentence"),
        pytest.param("Aldermere with the County Council", [ALDERMERE], id="words for a kind further on"),
        pytest.param("Aldermere Council House", [ALDERMERE], id="the house of a council that is named"),
        pytest.param("Brackford and Dunmarsh Police", [], id="a force of two places"),
        pytest.param("Aldermere, Brackford and Dunmarsh Integrated Care Board", [], id="a board of three"),
        pytest.param("Aldermere Council and Dunmarsh Police", [ALDERMERE], id="a council beside a force"),
        pytest.param("Brackford and Dunmarsh", [BRACKFORD, DUNMARSH], id="two councils"),
        pytest.param("University Hospitals of Aldermere", [], id="hospitals"),
        pytest.param("Aldermere Partnership NHS Trust", [], id="a trust"),
    ],
)
def test_names_in_running_text(lexicon: Lexicon, text: str, codes: list[str]) -> None:
    assert [body.code for mention in lexicon.names.mentioned(text) for body in mention.candidates] == codes


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The London Borough of Hounslow met", "The London Borough of Hounslow"),
        ("THE CITY OF DERBY met", "THE CITY OF DERBY"),
        ("Sefton's board met", "Sefton"),
        ("King's Lynn and West Norfolk met", "King's Lynn and West Norfolk"),
        ("Sefton’s board met", "Sefton"),
        ("Stockton-on-Tees Borough Council met", "Stockton-on-Tees Borough Council"),
    ],
)
def test_a_name_in_running_text_is_kept_as_printed(lexicon: Lexicon, text: str, printed: str) -> None:
    assert [mention.text for mention in lexicon.names.mentioned(text)] == [printed]


def test_regions_are_known_in_their_short_forms(lexicon: Lexicon) -> None:
    region = lexicon.names.region("Yorkshire & the Humber")
    assert region is not None
    assert region.name == "Yorkshire and The Humber"
    assert lexicon.names.region("Derby") is None


def test_a_region_that_stands_in_the_name_of_an_authority_is_not_told(lexicon: Lexicon) -> None:
    assert lexicon.names.region_in("Prevent benchmarking: London Borough of Hounslow") is None
    region = lexicon.names.region_in("Prevent benchmarking in London")
    assert region is not None
    assert region.name == "London"


def test_the_nearest_name_is_offered_to_a_person(lexicon: Lexicon) -> None:
    assert lexicon.names.nearest("Aldermeer") == "Aldermere Borough Council"
    assert lexicon.names.nearest("Zzz") is None


def test_a_group_in_a_text_is_known_as_such(lexicon: Lexicon) -> None:
    assert lexicon.names.group_in("Prevent in LLR 2022") == "LLR"
    assert lexicon.names.group_in("Leicester, Leicestershire & Rutland") == "Leicester, Leicestershire & Rutland"
    assert lexicon.names.group_in("Leicestershire") is None


@pytest.fixture
def many_named(catalogue: Catalogue) -> AuthorityNames:
    """Names of three councils among longer names of groups and regions that begin or end with them."""
    councils = tuple(body for body in catalogue.authorities if body.code in {ALDERMERE, CORVENSHIRE, DUNMARSH})
    wendmark = catalogue.regions[-1]
    regions = (
        replace(wendmark, code="XR2", name="Dunmarsh and the Corvenshire Coast", alternative_names=("The Coast", "DC")),
        replace(wendmark, code="XR3", name="City of Dunmarsh"),
        replace(wendmark, code="XR4", name="Fens"),
    )
    groups = {"Borough of Aldermere": None, "Aldermere and all the Councils of the Lower Wend": None}
    return AuthorityNames(replace(catalogue, authorities=councils, regions=regions, partnerships=groups))


@pytest.mark.parametrize("printed", ["Borough of Aldermere", "City of Dunmarsh"])
def test_a_cell_that_names_a_group_or_a_region_does_not_name_the_council_in_it(
    many_named: AuthorityNames, printed: str
) -> None:
    assert many_named.named(printed) == ()


def test_a_whole_name_counts_before_its_parts(lexicon: Lexicon) -> None:
    assert [body.code for body in lexicon.names.named("Elmsey District Council")] == [OLD_ELMSEY]


@pytest.mark.parametrize(
    "text",
    ["all of Aldermere and all the Councils of the Lower Wend", "the Dunmarsh and the Corvenshire Coast met",
     "the Borough of Aldermere", "the City of Dunmarsh"],
)  # fmt: skip
def test_councils_in_the_name_of_a_group_or_a_region_are_not_named_by_a_text(
    many_named: AuthorityNames, text: str
) -> None:
    assert [mention for mention in many_named.mentioned(text) if mention.candidates] == []


def test_a_group_is_known_however_long_its_name_is(many_named: AuthorityNames) -> None:
    name = "Aldermere and all the Councils of the Lower Wend"
    assert many_named.group_in(f"Prevent in {name}") == name


def test_a_region_has_other_names_but_no_letters_alone(many_named: AuthorityNames) -> None:
    assert [region.code if (region := many_named.region(name)) else None for name in ("The Coast", "DC", "Fens")] == [
        "XR2",
        None,
        "XR4",
    ]


def test_three_letters_may_name_a_region(lexicon: Lexicon) -> None:
    region = lexicon.names.region("EoE")
    assert region is not None
    assert region.name == "East of England"


def test_names_are_known_however_long_they_are_without_any_group(catalogue: Catalogue) -> None:
    council = next(body for body in catalogue.authorities if body.code == CORVENSHIRE)
    alone = AuthorityNames(replace(catalogue, authorities=(council,), regions=(), partnerships={}))
    assert [mention.text for mention in alone.mentioned("a report to Corvenshire County Council")] == [
        "Corvenshire County Council"
    ]
    coast = replace(catalogue.regions[-1], name="Corvenshire and the Whole of the Coast")
    beside = AuthorityNames(replace(catalogue, authorities=(council,), regions=(coast,), partnerships={}))
    assert [mention for mention in beside.mentioned(f"in {coast.name}") if mention.candidates] == []


def test_a_region_of_a_short_name_is_not_looked_for_in_a_text(many_named: AuthorityNames) -> None:
    assert many_named.region_in("Prevent in the Fens") is None
    assert many_named.region_in("Prevent on the Coast") == many_named.region("Coast")


def test_two_regions_in_a_text_are_none(lexicon: Lexicon) -> None:
    assert lexicon.names.region_in("Prevent in Wendmark and London") is None


def test_a_short_name_that_a_paper_explains_is_known_in_that_paper_alone(
    lexicon: Lexicon, catalogue: Catalogue
) -> None:
    council = next(body for body in catalogue.authorities if body.code == DUNMARSH)
    explained = lexicon.names.with_short_names({"DCX": council})
    text = "Prevent in DCX and Aldermere"
    assert [body.code for mention in explained.mentioned(text) for body in mention.candidates] == [DUNMARSH, ALDERMERE]
    assert [body.code for mention in lexicon.names.mentioned(text) for body in mention.candidates] == [ALDERMERE]
    assert explained.named("DCX") == (council,)
    assert lexicon.names.named("DCX") == ()


def test_a_paper_that_explains_nothing_needs_no_names_of_its_own(lexicon: Lexicon) -> None:
    assert lexicon.names.with_short_names({}) is lexicon.names


def test_a_name_with_one_wrong_letter_of_four_is_near_and_a_sentence_with_a_name_is_not(lexicon: Lexicon) -> None:
    assert lexicon.names.nearest("Bxry") == "Bury Metropolitan Borough Council"
    assert lexicon.names.nearest("minutes of the meeting held at Aldermere") is None


@pytest.mark.parametrize(
    ("day", "codes"),
    [(date(2020, 3, 31), [OLD_ELMSEY]), (date(2020, 4, 1), [NEW_ELMSEY]), (None, [OLD_ELMSEY, NEW_ELMSEY])],
)
def test_a_council_is_in_being_from_its_first_day_to_its_last(
    lexicon: Lexicon, day: date | None, codes: list[str]
) -> None:
    assert sorted(body.code for body in in_being(lexicon.names.named("Elmsey"), day)) == codes
