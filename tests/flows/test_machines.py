"""[machines] of a configuration: one line for each mistake, and what to install where an extra is missing."""

from pathlib import Path

import pytest

from flows import machines as module
from flows.errors import BadConfiguration
from flows.machines import Machines
from flows.settings import Settings, read_settings


def settings(folder: Path, lines: str) -> Settings:
    file = folder / "scorepack.toml"
    file.write_text(f"[machines]\n{lines}\n")
    return read_settings(file)


def test_without_the_table_processes_of_this_machine_read_and_nothing_is_kept_on_the_way(tmp_path):
    assert settings(tmp_path, "").machines == Settings().machines == Machines("process", None, None)


def test_a_storage_is_a_folder_beside_the_configuration_or_a_url(tmp_path):
    assert settings(tmp_path, 'storage = "kept"').machines.storage == str(tmp_path / "kept")
    assert settings(tmp_path, 'storage = "s3://papers/scorepack"').machines.storage == "s3://papers/scorepack"
    assert settings(tmp_path, 'storage = "file:///papers"').machines.storage == "file:///papers"


def test_a_cluster_is_named_by_its_scheduler(tmp_path):
    told = settings(tmp_path, 'runner = "dask"\ndask_address = "tcp://10.0.0.5:8786"\nstorage = "s3://papers/kept"')
    assert told.machines == Machines("dask", "tcp://10.0.0.5:8786", "s3://papers/kept")


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ('runner = "threads"', "runner 'threads' is not known; known are process, dask"),
        ("runner = 2", "runner must be a text in quotation marks"),
        ('storage = ""', "storage must be a text in quotation marks"),
        ('workers = "2"', "'workers' is not a known setting; known are dask_address, runner, storage"),
        ('storage = "ftp://host/folder"', "storage 'ftp://host/folder' cannot be used: give a folder"),
        ('storage = "s3://"', "storage 's3://' cannot be used"),
        ('dask_address = "tcp://10.0.0.5:8786"', 'dask_address is of no use without runner = "dask"'),
        ('runner = "dask"\ndask_address = "10.0.0.5"\nstorage = "kept"', "such as tcp://10.0.0.5:8786"),
        ('runner = "dask"\ndask_address = "tcp://10.0.0.5:8786"', "needs a storage that every worker reaches"),
    ],
)
def test_a_mistake_is_one_line_that_names_the_file(tmp_path, lines, complaint):
    with pytest.raises(BadConfiguration) as told:
        settings(tmp_path, lines)
    assert complaint in str(told.value)
    assert str(told.value).startswith(str(tmp_path / "scorepack.toml"))
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("lines", "cure"),
    [
        ('runner = "dask"', "pip install 'scorepack[dask]'"),
        ('storage = "s3://papers/kept"', "pip install 'scorepack[s3]'"),
    ],
)
def test_a_missing_extra_says_how_to_install_it(tmp_path, monkeypatch, lines, cure):
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    with pytest.raises(BadConfiguration) as told:
        settings(tmp_path, lines)
    assert cure in str(told.value)
