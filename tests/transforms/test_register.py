"""The register of authorities, regions and partnerships."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.councils import ALDERMERE, BRACKFORD, CORVENSHIRE, NEW_ELMSEY
from transforms import Catalogue, CatalogueError, load_catalogue

HEAD = "code,name,short_name,type,region,nation"


def test_every_authority_lies_in_a_known_region(catalogue: Catalogue) -> None:
    assert {body.region for body in catalogue.authorities} <= {region.name for region in catalogue.regions}


@pytest.mark.parametrize(
    ("code", "name", "region"),
    [
        ("E10000018", "Leicestershire County Council", "East Midlands"),
        ("E10000007", "Derbyshire County Council", "East Midlands"),
        ("E10000019", "Lincolnshire County Council", "East Midlands"),
        ("E08000014", "Sefton Metropolitan Borough Council", "North West"),
    ],
)
def test_the_register_knows(catalogue: Catalogue, code: str, name: str, region: str) -> None:
    body = next(body for body in catalogue.authorities if body.code == code)
    assert (body.name, body.region) == (name, region)


def test_a_users_councils_stand_beside_ours(catalogue: Catalogue) -> None:
    bodies = {body.code: body for body in catalogue.authorities}
    assert bodies[BRACKFORD].county_code == CORVENSHIRE
    assert bodies[NEW_ELMSEY].valid_from == date(2020, 4, 1)
    assert bodies[NEW_ELMSEY].alternative_names == ("Elmsey",)
    assert catalogue.partnerships["Safer Aldermere Together"] == ALDERMERE
    assert catalogue.partnerships["Wendmark Three"] is None
    assert catalogue.partnerships["LLR"] is None


def test_a_users_row_wins_over_ours(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(f"{HEAD}\nE08000014,Sefton Council,Sefton,metropolitan,North West,England\n", encoding="utf-8-sig")
    catalogue = load_catalogue(authority_files=[file])
    assert [body.name for body in catalogue.authorities if body.code == "E08000014"] == ["Sefton Council"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (HEAD.replace(",", ";"), "its columns are not separated by commas"),
        (f"{HEAD}\nX, ,X,district,London,England", "row 2 has no name"),
        ("code,name\nX,Y", "has no column short_name, type, region, nation"),
        (f"{HEAD}\nX,Xing,X,district,Nowhere,England", "Xing is in 'Nowhere', which is no known region"),
        (
            f"{HEAD},valid_from\nX,Xing,X,district,London,England,1.4.2020",
            "'1.4.2020' is no date; write it as 2023-04-01",
        ),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, text: str, why: str) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError, match=why):
        load_catalogue(authority_files=[file])


def test_a_partnership_of_an_unknown_authority_is_told(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("name,authority_code\nSafer Foxleigh,F01\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match="'Safer Foxleigh' stands for F01, which no authority has"):
        load_catalogue(partnership_files=[file])


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="does not exist"):
        load_catalogue(region_files=[tmp_path / "none.csv"])
