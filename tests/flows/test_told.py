"""[fetching] and [schedule] of a configuration: every mistake is one sentence."""

from datetime import date
from pathlib import Path

import pytest

from flows.errors import BadConfiguration
from flows.settings import read_settings
from flows.told import Schedule


def settings(folder: Path, text: str):
    file = folder / "scorepack.toml"
    file.write_text(text, encoding="utf-8")
    return read_settings(file)


def test_everything_about_fetching_can_be_told(tmp_path):
    how = settings(
        tmp_path,
        """
        [fetching]
        store = "papers"
        contact = "data@example.org"
        pause_seconds = 2
        attempts = 2
        seconds = 30.5
        most_megabytes = 1.5
        most_redirects = 0
        allowed_private_hosts = ["127.0.0.1:8765"]
        weeks_back = 4
        weeks_ahead = 0
        since = 2022-01-31
        until = 2022-02-28
        committees = ["Scrutiny"]
        words = ["Prevent", "Community Safety"]
        """,
    ).fetching
    assert how.store == tmp_path / "papers"
    assert "contact: data@example.org" in how.user_agent
    assert (how.pause_seconds, how.attempts, how.seconds, how.most_redirects) == (2.0, 2, 30.5, 0)
    assert how.most_bytes == 1_572_864
    assert how.allowed_private_hosts == {"127.0.0.1:8765"}
    assert (how.weeks_back, how.weeks_ahead) == (4, 0)
    assert (how.since, how.until) == (date(2022, 1, 31), date(2022, 2, 28))
    assert (how.committees, how.words) == (("Scrutiny",), ("Prevent", "Community Safety"))


def test_the_schedule_can_be_told_and_has_defaults(tmp_path):
    assert settings(tmp_path, "").schedule == Schedule("0 6 * * 1", "Europe/London")
    told = settings(tmp_path, '[schedule]\ncron = "30 5 * * *"\ntimezone = "Europe/Dublin"\nretries = 0\nport = 4300')
    assert told.schedule == Schedule("30 5 * * *", "Europe/Dublin", retries=0, port=4300)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[fetching]\npause = 1", r"\[fetching\] 'pause' is not a known setting; known are allowed_private_hosts"),
        ('[fetching]\npause_seconds = "1"', r"\[fetching\] pause_seconds must be a number"),
        ("[fetching]\npause_seconds = -1", r"\[fetching\] pause_seconds must be 0 or more"),
        ("[fetching]\nattempts = 1.5", r"\[fetching\] attempts must be a whole number"),
        ("[fetching]\nattempts = 0", r"\[fetching\] attempts must be 1 or more"),
        ("[fetching]\nmost_megabytes = true", r"most_megabytes must be a number"),
        ('[fetching]\nsince = "last week"', r"since must be a day such as since = 2022-01-31"),
        ("[fetching]\nsince = 2022-01-31T10:00:00", r"since must be a day"),
        ("[fetching]\nsince = 2022-03-01\nuntil = 2022-02-01", r"since .2022-03-01. must not be later than until"),
        ('[fetching]\nwords = "Prevent"', r"words must be a list of texts"),
        ('[fetching]\nwords = [""]', r"words must be a list of texts"),
        ("[fetching]\nstore = 3", r"store must be a text in quotation marks"),
        ('[fetching]\ncontact = "a (b)"', r"contact must be a mail or web address"),
        ("[schedule]\ncron = 6", r"\[schedule\] cron must be a text"),
        ('[schedule]\ncron = "daily"', r"cron must have five fields, such as \"0 6 \* \* 1\""),
        ('[schedule]\ntimezone = "Mars/Olympus"', r"timezone 'Mars/Olympus' is not known"),
        ("[schedule]\nretries = -1", r"retries must be a whole number of 0 or more"),
        ("[schedule]\nport = true", r"port must be a whole number of 0 or more"),
        ("[schedule]\nhour = 6", r"\[schedule\] 'hour' is not a known setting; known are cron"),
    ],
)
def test_a_mistake_is_named(tmp_path, text, complaint):
    with pytest.raises(BadConfiguration, match=complaint):
        settings(tmp_path, text)
