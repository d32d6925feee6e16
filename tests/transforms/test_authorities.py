"""Names of authorities in cells and in running text."""

from datetime import date

import pytest

from tests.support.councils import ALDERMERE, BRACKFORD, CORVENSHIRE, DUNMARSH, NEW_ELMSEY, OLD_ELMSEY
from transforms import Lexicon
from transforms.authorities import in_being


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
