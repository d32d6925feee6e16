"""What becomes of a test whose program is missing."""

import pytest

from tests import conftest


def test_a_missing_program_skips_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SCOREPACK_REQUIRE", raising=False)
    with pytest.raises(pytest.skip.Exception, match="chromium is not installed"):
        conftest.do_without("chromium")


def test_a_missing_program_fails_the_test_where_it_is_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCOREPACK_REQUIRE", "uv,chromium")
    with pytest.raises(pytest.fail.Exception, match="SCOREPACK_REQUIRE asks for it"):
        conftest.do_without("chromium")


def test_a_program_may_be_named_by_an_environment_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/bin/sh")
    found = conftest.find_program("chromium")
    assert found is not None
    assert found.name == "sh"


def test_a_program_that_is_nowhere_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("UV", raising=False)
    assert conftest.find_program("uv") is None
