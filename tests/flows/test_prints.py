"""What decides what a paper gives: the print changes with it, and with nothing else."""

import subprocess
import sys
from dataclasses import replace

import pytest

from flows import prints
from flows.prints import reader_print
from flows.settings import Limits
from tests.support.findings import catalogue, street_check
from tests.support.imports import ROOT
from transforms import Alias, with_aliases

LIMITS = Limits(workers=1)


def test_the_same_program_and_catalogue_have_one_print_in_every_process():
    program = (
        "from flows.prints import reader_print\nfrom flows.settings import Limits, Settings\n"
        "from flows.steps import catalogue_of\nprint(reader_print(catalogue_of(Settings()), Limits(workers=1)))"
    )
    told = {
        subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    }
    assert len(told) == 1


def test_weights_change_the_catalogue_and_not_what_is_read():
    plain, weighed = (
        reader_print(catalogue(framework), LIMITS) for framework in (street_check(), street_check(lamps=2))
    )
    assert plain.reader == weighed.reader
    assert plain.catalogue != weighed.catalogue


def test_a_meaning_that_a_reviewer_gave_changes_what_is_read():
    known = catalogue()
    taught = with_aliases(known, [Alias("street-check", "Lights", "lamps")])
    assert reader_print(known, LIMITS).reader != reader_print(taught, LIMITS).reader


def test_limits_count_only_for_what_failed():
    wide = replace(LIMITS, seconds_per_paper=900)
    narrow, wider = reader_print(catalogue(), LIMITS), reader_print(catalogue(), wide)
    assert narrow.reader == wider.reader
    assert narrow.reader_of_failed != wider.reader_of_failed
    assert reader_print(catalogue(), replace(LIMITS, workers=7)) == narrow


def test_a_library_that_comes_goes_or_changes_is_another_reader(monkeypatch: pytest.MonkeyPatch):
    before = reader_print(catalogue(), LIMITS).reader
    with monkeypatch.context() as without:
        without.setattr(prints, "version_of", lambda name: None if name == "rapidocr" else "1")
        bare = reader_print(catalogue(), LIMITS).reader
    with monkeypatch.context() as without:
        without.setattr(prints, "office_program", lambda: "here")
        office = reader_print(catalogue(), LIMITS).reader
        without.setattr(prints, "office_program", lambda: None)
        none = reader_print(catalogue(), LIMITS).reader
    assert before != bare
    assert office != none


def test_a_program_that_is_not_installed_has_a_version_all_the_same(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(prints, "version_of", lambda _: None)
    assert prints.program_version() == "0"
