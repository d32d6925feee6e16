"""The collector of circular garbage comes seldom while a paper is read, and as before afterwards."""

import gc

import pytest

from extractors.collector import collected_seldom


def test_the_collector_waits_while_a_paper_is_read() -> None:
    usual = gc.get_threshold()
    with collected_seldom():
        assert gc.get_threshold()[0] > 100 * usual[0]
        assert gc.get_threshold()[1:] == usual[1:]
    assert gc.get_threshold() == usual


def test_a_paper_that_fails_leaves_the_collector_as_it_was() -> None:
    usual = gc.get_threshold()
    with pytest.raises(ValueError, match="bad"), collected_seldom():
        raise ValueError("bad")
    assert gc.get_threshold() == usual


def test_a_collector_that_is_turned_off_stays_off() -> None:
    usual = gc.get_threshold()
    gc.set_threshold(0)
    try:
        with collected_seldom():
            assert gc.get_threshold()[0] == 0
    finally:
        gc.set_threshold(*usual)
