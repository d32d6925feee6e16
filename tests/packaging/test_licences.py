"""No package that scorepack needs asks for its own licence in return: the program stays under the MIT licence."""

import pytest

from tests.packaging.licences import Licensed, licensed
from tests.support.imports import ROOT


def test_no_package_of_the_lock_is_under_the_gpl_or_agpl() -> None:
    found = list(licensed(ROOT / "uv.lock"))
    assert len(found) > 50, "the lock and what is installed were found"
    assert [one for one in found if one.asks_for_the_same] == []


@pytest.mark.parametrize("says", ["GPL-3.0-only", "AGPL-3.0-or-later", "GNU General Public License v3 (GPLv3)"])
def test_a_strict_licence_is_seen(says: str) -> None:
    assert Licensed("x", says).asks_for_the_same


@pytest.mark.parametrize(
    "says", ["MIT", "LGPL-3.0-only", "MIT OR GPL-3.0-only", "GNU Lesser General Public License v3 (LGPLv3)", "MPL-2.0"]
)
def test_a_licence_that_leaves_the_program_its_own_is_none(says: str) -> None:
    assert not Licensed("x", says).asks_for_the_same
