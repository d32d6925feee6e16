import pytest

from tests.support.findings import catalogue, paper, score
from warehouse import DictionaryRow, Warehouse, dictionary, load, read_view, view_comments
from warehouse.errors import UnknownView
from warehouse.schema import PUBLIC_VIEWS


def test_a_view_is_read_whole_with_its_column_names(warehouse: Warehouse):
    load(warehouse, [paper("a"), paper("b", score(3))], catalogue())
    read = read_view(warehouse, "documents")
    assert read.columns[:2] == ("document_id", "file_name")
    assert sorted(row[1] for row in read.rows) == ["a.pdf", "b.pdf"]


def test_only_views_of_the_contract_are_read(warehouse: Warehouse):
    with pytest.raises(UnknownView, match=r"no view 'core\.document'.*observations, scores"):
        read_view(warehouse, "core.document")


def test_the_dictionary_explains_every_column_in_the_order_of_the_contract(warehouse: Warehouse):
    told = dictionary(warehouse)
    assert tuple(dict.fromkeys(row.view for row in told)) == PUBLIC_VIEWS
    assert DictionaryRow("scores", "authority_code", "VARCHAR", "GSS code of the authority.") in told
    for view in PUBLIC_VIEWS:
        assert tuple(row.column for row in told if row.view == view) == read_view(warehouse, view).columns
    assert all(row.comment.endswith(".") for row in told)


def test_every_view_says_what_its_rows_are(warehouse: Warehouse):
    comments = view_comments(warehouse)
    assert tuple(comments) == PUBLIC_VIEWS
    assert comments["documents"].startswith("One row for each document")
