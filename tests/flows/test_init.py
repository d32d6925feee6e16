"""`scorepack init`: the file explains every setting, sets none, and is never written over another."""

import re
import tomllib
from pathlib import Path

import pytest

from flows.errors import CannotWrite, ConfigurationThere
from flows.init import begin, configuration_text
from flows.keys import CHAPTERS, names
from flows.settings import _KNOWN, Settings, read_settings

SETTING = re.compile(r"^#(?=[a-z_]+ = |\[)", re.MULTILINE)


def test_the_written_file_sets_nothing(tmp_path: Path) -> None:
    begin(tmp_path)
    assert read_settings(tmp_path / "scorepack.toml") == Settings()


def test_the_written_file_can_be_used_with_every_line_switched_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for the runner, which must be that of the settings below it."""
    monkeypatch.setattr("flows.machines.find_spec", bool)  # as if the extra were installed
    file = tmp_path / "scorepack.toml"
    text = SETTING.sub("", configuration_text()).replace('runner = "process"', 'runner = "dask"')
    file.write_text(text, encoding="utf-8")
    read_settings(file)
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    assert {(chapter.table, key.name) for chapter in CHAPTERS for key in chapter.keys} == {
        *((table, name) for table, facts in told.items() if isinstance(facts, dict) for name in _keys(facts)),
        *((table, name) for table, facts in told.items() if _is_repeated(facts) for name in facts[0]),
        *(("", name) for name, value in told.items() if not isinstance(value, dict) and not _is_repeated(value)),
    }


def test_each_line_switched_on_alone_gives_the_default_that_it_tells(tmp_path: Path) -> None:
    """Relative paths aside, which a configuration takes from its own folder."""
    file = tmp_path / "scorepack.toml"
    usual = Settings()
    for chapter in CHAPTERS:
        for key in chapter.keys:
            if key.default and not chapter.is_example and key.name not in {"warehouse", "out"}:
                file.write_text(f"{chapter.header}\n{key.name} = {key.default}\n", encoding="utf-8")
                assert read_settings(file) == usual, key.name


def test_every_setting_is_explained_and_every_explained_one_is_a_setting() -> None:
    """A new setting is entered in flows/keys.py with its meaning: `scorepack init` and the reference print it."""
    tables = {name.strip("[]") for name in _KNOWN if name} | {"weights"}
    known = {(table.strip("[]"), name) for table, found in _KNOWN.items() for name in found}
    known -= {("", table) for table in tables}
    assert {(table, name) for table, name in names() if table != "weights"} == known


def test_the_next_steps_are_told_from_where_the_user_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "1. name your papers" in begin(Path())
    assert "1. go there: cd 'my papers'" in begin(Path("my papers"))


def test_a_configuration_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "scorepack.toml"
    file.write_text("# mine", encoding="utf-8")
    with pytest.raises(ConfigurationThere, match="was left as it is"):
        begin(tmp_path)
    assert file.read_text(encoding="utf-8") == "# mine"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(CannotWrite, match="there is a file of that name"):
        begin(tmp_path / "file")
    with pytest.raises(CannotWrite, match="cannot be written"):
        begin(tmp_path / "file" / "deeper")


def _keys(facts: dict[str, object]) -> set[str]:
    """The keys of a table; those of [weights] stand one table deeper."""
    return {name for value in facts.values() if isinstance(value, dict) for name in value} or set(facts)


def _is_repeated(facts: object) -> bool:
    return isinstance(facts, list) and bool(facts) and isinstance(facts[0], dict)
