"""Whether a publication still shows what the warehouse holds."""

from pathlib import Path

import pytest

from tests.support.findings import catalogue, paper, score
from warehouse import Warehouse, load, publish
from warehouse.publication.standing import note_release, release_of, standing


@pytest.fixture
def published(warehouse: Warehouse, tmp_path: Path) -> Path:
    """A folder whose release shows all that the warehouse holds."""
    out = tmp_path / "published"
    load(warehouse, [paper("a", score(4))], catalogue())
    now = standing(warehouse, "1.0")
    note_release(warehouse, out, publish(warehouse, out).version, now)
    return out


def is_shown(warehouse: Warehouse, out: Path, program: str = "1.0") -> bool:
    return release_of(warehouse, out, standing(warehouse, program)) is not None


def test_a_release_shows_the_moment_it_was_made_of(warehouse: Warehouse, published: Path) -> None:
    assert release_of(warehouse, published, standing(warehouse, "1.0")) == published / "releases" / "1.0.0"


def test_whatever_a_publication_is_made_of_has_to_be_published(warehouse: Warehouse, published: Path) -> None:
    assert not is_shown(warehouse, published, program="1.1")
    changes = (
        "update core.document set source = 'elsewhere.pdf'",
        "insert into core.alias values ('street-check', 'lights', 'lamps', 'a misprint', now()::timestamp)",
        "delete from meta.run",
        "insert into core.replaced select document_id, 'b', 'elsewhere.pdf', now()::timestamp from core.document",
        "insert into core.source values ('papers', now()::timestamp, now()::timestamp, 'It is gone.', 1, 0, 0)",
    )
    for change in changes:
        warehouse.connection.begin()
        warehouse.connection.execute(change)
        assert not is_shown(warehouse, published), change
        warehouse.connection.rollback()
    assert is_shown(warehouse, published)


def test_a_folder_that_was_emptied_or_never_published_shows_nothing(
    warehouse: Warehouse, published: Path, tmp_path: Path
) -> None:
    assert not is_shown(warehouse, tmp_path / "another")
    published.rename(tmp_path / "away")
    assert not is_shown(warehouse, published)
