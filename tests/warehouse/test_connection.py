import duckdb
import pytest

from tests.support.findings import catalogue, paper, score
from warehouse import Warehouse, load


def add(warehouse: Warehouse, *names: str, then: type[BaseException] | None = None) -> None:
    """Put partnership names in, one statement each, within one transaction that may end badly."""
    with warehouse.transaction():
        for name in names:
            warehouse.connection.execute("insert into core.partnership values (?, null)", [name])
        if then:
            raise then


def stored(warehouse: Warehouse) -> list[str]:
    return [name for name, _ in warehouse.connection.execute("from core.partnership").fetchall()]


def test_a_transaction_is_kept_at_its_end(warehouse: Warehouse):
    add(warehouse, "Safer Ambridge")
    assert stored(warehouse) == ["Safer Ambridge"]


def test_a_transaction_that_is_interrupted_leaves_nothing_and_the_connection_usable(warehouse: Warehouse):
    with pytest.raises(KeyboardInterrupt):
        add(warehouse, "Safer Ambridge", then=KeyboardInterrupt)
    assert stored(warehouse) == []
    assert load(warehouse, [paper("a", score(4))], catalogue()).accepted == 1


def test_a_transaction_that_sql_has_broken_is_undone_as_well(warehouse: Warehouse):
    with pytest.raises(duckdb.ConstraintException):
        add(warehouse, "Safer Ambridge", "Safer Ambridge")
    assert stored(warehouse) == []
