"""What is said of an audit: a known weakness fails the checks, a service out of reach is told and does not."""

import json
from pathlib import Path

import pytest

from tests.packaging.audit import main

SOUND = {"name": "sound", "version": "1.0", "vulns": []}
WEAK = {"name": "weak", "version": "1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}]}
UNKNOWN = {"name": "unknown", "skip_reason": "Dependency not found"}


def audited(folder: Path, *dependencies: object) -> int:
    report = folder / "audit.json"
    report.write_text(json.dumps({"dependencies": dependencies}), encoding="utf-8")
    return main(report)


def test_a_known_weakness_fails_and_names_the_version_that_mends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audited(tmp_path, SOUND, WEAK) == 1
    assert "weak 1.0: PYSEC-1, mended in 1.1" in capsys.readouterr().out


def test_packages_that_the_service_does_not_know_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audited(tmp_path, SOUND, UNKNOWN) == 0
    said = capsys.readouterr().out
    assert "1 packages audited, 0 known weaknesses" in said
    assert "does not know them: 1 packages" in said


def test_a_service_out_of_reach_is_told_and_fails_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path / "never-written.json") == 0
    assert "Not audited: the service" in capsys.readouterr().out
