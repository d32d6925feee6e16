"""scorepack.toml -> Settings: every mistake is one sentence that names the file and what to do."""

from pathlib import Path

import pytest

from flows.errors import BadConfiguration, NoConfiguration, NothingToRead, NotWritable, SourceMissing
from flows.settings import Settings, check_addresses, check_writable, read_settings


def written(folder: Path, text: str) -> Path:
    file = folder / "scorepack.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_configuration_the_defaults_hold(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert read_settings(None) == Settings()
    assert Settings().warehouse == Path("scorepack.duckdb")
    assert Settings().out == Path("published")


def test_the_configuration_of_the_current_folder_is_found(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    written(tmp_path, 'warehouse = "mine.duckdb"')
    assert read_settings(None).warehouse == Path("mine.duckdb")


def test_paths_are_relative_to_the_configuration_and_addresses_stay_as_they_are(tmp_path):
    file = written(
        tmp_path,
        """
        warehouse = "w.duckdb"
        sources = ["papers", "https://example.org/paper.pdf"]
        [registers]
        authorities = ["bodies.csv"]
        [weights.prevent-duty-2018]
        training = 2
        """,
    )
    settings = read_settings(file)
    assert settings.warehouse == tmp_path / "w.duckdb"
    assert settings.sources == (str(tmp_path / "papers"), "https://example.org/paper.pdf")
    assert settings.authority_files == (tmp_path / "bodies.csv",)
    assert settings.weights == {"prevent-duty-2018": {"training": 2.0}}


def test_the_command_line_wins_over_the_configuration(tmp_path):
    settings = read_settings(written(tmp_path, 'warehouse = "w.duckdb"\nsources = ["papers"]'))
    told = settings.told(sources=("other",), warehouse=Path("x.duckdb"))
    assert (told.sources, told.warehouse, told.out) == (("other",), Path("x.duckdb"), Path("published"))


def test_a_named_configuration_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(NoConfiguration, match="does not exist"):
        read_settings(tmp_path / "nowhere.toml")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("warehouse = ", "is not valid TOML"),
        ('warehous = "x"', "'warehous' is not a known setting; known are"),
        ('sources = "papers"', "'sources' must be a list of texts"),
        ("warehouse = 3", "'warehouse' must be a path"),
        ('registers = "x.csv"', "'registers' must be a table"),
        ('[registers]\nauthority = ["x.csv"]', r"\[registers\] 'authority' is not a known setting"),
        ("[limits]\nworkers = 0", r"\[limits\] workers must be a whole number of 1 or more"),
        ("[limits]\nmegabytes_per_paper = 64", r"\[limits\] megabytes_per_paper must be a whole number of 256 or more"),
        ("[limits]\npages_per_paper = 0", r"\[limits\] pages_per_paper must be a whole number of 1 or more"),
        ("[limits]\nunpacked_megabytes = 1.5", r"\[limits\] unpacked_megabytes must be a whole number of 1 or more"),
        ("[limits]\nmegabytes = 64", r"\[limits\] 'megabytes' is not a known setting; known are megabytes_per_paper"),
        ("[limits]\nworkers = true", r"\[limits\] workers must be a whole number of 1 or more"),
        ('[weights.prevent-duty-2018]\ntraining = "two"', r"training must be a number of 0 or more"),
        ("[weights.prevent-duty-2018]\ntraining = -1", r"training must be a number of 0 or more"),
        ("weights = 2", r"must be tables such as"),
    ],
)
def test_a_mistake_is_named(tmp_path, text, complaint):
    with pytest.raises(BadConfiguration, match=complaint):
        read_settings(written(tmp_path, text))


def test_a_source_that_is_missing_is_told_before_anything_runs(tmp_path):
    with pytest.raises(SourceMissing, match=r"no-such-folder does not exist\. Check the path"):
        check_addresses([str(tmp_path / "no-such-folder")])


def test_no_source_at_all_is_told():
    with pytest.raises(NothingToRead, match="No source is given"):
        check_addresses([])


def test_web_addresses_are_not_tried_beforehand():
    check_addresses(["https://example.org/paper.pdf"])


def test_a_configuration_that_may_not_be_opened_is_told_with_its_name(tmp_path, monkeypatch):
    file = written(tmp_path, "")

    def refuse(self, *_, **__):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(BadConfiguration, match=r"scorepack\.toml: could not be opened \(Permission denied\)"):
        read_settings(file)


def test_a_weight_without_end_is_no_weight(tmp_path):
    with pytest.raises(BadConfiguration, match="training must be a number of 0 or more"):
        read_settings(written(tmp_path, "[weights.prevent-duty-2018]\ntraining = inf"))


def test_a_place_that_cannot_be_written_is_told_before_papers_are_read(tmp_path):
    (tmp_path / "taken").write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(NotWritable, match="cannot be written"):
        check_writable(tmp_path / "taken" / "published")


def test_a_place_in_a_folder_that_is_still_to_be_made_is_writable(tmp_path):
    check_writable(tmp_path / "new" / "deep" / "scorepack.duckdb")
