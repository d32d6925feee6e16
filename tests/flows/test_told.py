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
        ("[schedule]\nport = 99999", r"\[schedule\] port must be a number from 1 to 65535, such as 4200"),
        ("[schedule]\nhour = 6", r"\[schedule\] 'hour' is not a known setting; known are cron"),
    ],
)
def test_a_mistake_is_named(tmp_path, text, complaint):
    with pytest.raises(BadConfiguration, match=complaint):
        settings(tmp_path, text)


SITES = """
sources = ["papers"]
[fetching]
committees = ["scrutiny"]
weeks_back = 8
[[source]]
address = "moderngov+https://democracy.example.org/"
name = "Midmark"
committees = ["Safer Communities"]
weeks_back = 4
since = 2024-01-01
[[source]]
address = "more"
"""


def test_a_source_has_filters_of_its_own_over_those_of_all(tmp_path):
    told = settings(tmp_path, SITES)
    site, more = "moderngov+https://democracy.example.org/", str(tmp_path / "more")
    assert told.sources == (str(tmp_path / "papers"), site, more)
    assert (told.name_of(site), told.name_of(more), told.name_of(told.sources[0])) == ("Midmark", "", "")
    own = told.how_for(site)
    assert (own.committees, own.weeks_back, own.since) == (("Safer Communities",), 4, date(2024, 1, 1))
    assert told.how_for(more) == told.how_for(told.sources[0]) == told.fetching
    assert (told.fetching.committees, told.fetching.since) == (("scrutiny",), None)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('source = ["papers"]', r"'source' must be tables: write \[\[source\]\] above the address of each"),
        ('[source]\naddress = "papers"', r"'source' must be tables"),
        ('[[source]]\nname = "Midmark"', r"\[\[source\]\] 1: its address is missing"),
        (
            '[[source]]\naddress = "a.csv"\ncomittees = ["x"]',
            r"\[\[source\]\] 'comittees' is not a known setting; known",
        ),
        ('[[source]]\naddress = "a.csv"\ncommittees = "x"', r"\[\[source\]\] 1: committees must be a list of texts"),
        ('[[source]]\naddress = "a.csv"\nname = 3', r"\[\[source\]\] 1: name must be a text"),
        ('[[source]]\naddress = "a.csv"\nweeks_back = -1', r"\[\[source\]\] 1: weeks_back must be 0 or more"),
        ('[[source]]\naddress = "a"\n[[source]]\naddress = "a"', r"\[\[source\]\] 2: a is named already"),
        ('sources = ["a"]\n[[source]]\naddress = "a"', r"\[\[source\]\] 1: a is named already"),
        (
            '[[source]]\naddress = "papers"\nwords = ["x"]',
            r"words chooses among the papers of a site or a list; papers is",
        ),
        (
            '[fetching]\nuntil = 2023-01-01\n[[source]]\naddress = "cmis+https://x.org/"\nsince = 2024-01-01',
            r"\[\[source\]\] 1: since \(2024-01-01\) must not be later than until",
        ),
    ],
)
def test_a_mistake_about_one_source_is_named(tmp_path, text, complaint):
    with pytest.raises(BadConfiguration, match=complaint) as told:
        settings(tmp_path, text)
    assert "\n" not in str(told.value)
