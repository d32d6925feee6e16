"""What a run tells while it goes on."""

import json
import logging

import pytest

from flows.logs import log_to_stderr, tell


@pytest.fixture(autouse=True)
def log():
    """The log of the program, afterwards as it was before."""
    log = logging.getLogger("scorepack")
    before = log.handlers, log.level, log.propagate
    yield log
    log.handlers, level, log.propagate = before[0], before[1], before[2]
    log.setLevel(level)


def test_an_event_is_one_json_object_with_the_id_of_its_document(capsys):
    log_to_stderr("json")
    tell("read", document_id="ab12", status="failed", reason='It is "empty".', title=None)
    told = json.loads(capsys.readouterr().err)
    assert told.pop("at").endswith("+00:00")
    assert told == {
        "level": "info",
        "event": "read",
        "document_id": "ab12",
        "status": "failed",
        "reason": 'It is "empty".',
    }


def test_an_error_of_the_program_keeps_its_trace(capsys, log):
    log_to_stderr("json")
    try:
        raise ValueError("a fault")
    except ValueError:
        log.exception("a.pdf could not be read")
    told = json.loads(capsys.readouterr().err)
    assert (told["event"], told["level"]) == ("a.pdf could not be read", "error")
    assert "ValueError: a fault" in told["error"]


def test_as_text_a_line_stays_one_line(capsys):
    log_to_stderr("text")
    tell("read", document_id="ab12", reason="two\nlines", empty="")
    [line] = capsys.readouterr().err.splitlines()
    assert line.endswith('INFO read document_id=ab12 reason="two\\nlines" empty=""')
