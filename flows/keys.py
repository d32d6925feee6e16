"""Every key of scorepack.toml with its meaning: what the reference prints and `scorepack init` writes.

Defaults are not repeated here: they are asked of `Settings`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from flows.settings import Settings

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it takes, what it means, and which attribute of `Settings` holds it (by dots).

    `example` is a value in TOML that is shown where the default is nothing. `usually` says in words what the default
    is where it depends on the machine.
    """

    name: str
    kind: str
    meaning: str
    of: str
    example: str = ""
    usually: str = ""

    @property
    def default(self) -> str:
        """The default in TOML on this machine; empty where there is none."""
        return _toml(attrgetter(self.of)(Settings()), in_megabytes=self.name == "most_megabytes")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One table of the file with its keys; `header` is its line in TOML, empty for the keys above all tables.

    Where `is_example` the header names something of the user's own, and stands there only to be copied.
    """

    header: str
    meaning: str
    keys: tuple[Key, ...]
    is_example: bool = False

    @property
    def table(self) -> str:
        """The name of the table in the file, without what an example adds to it."""
        return self.header.strip("[]").partition(".")[0]


CHAPTERS = (
    Chapter(
        "",
        "Where papers come from and where results go. Paths are relative to the file.",
        (
            Key(
                "sources",
                "list of texts",
                "Files, folders (read with everything below them), lists of addresses, web addresses of documents, "
                "and sites of committee papers.",
                "sources",
                '["papers"]',
            ),
            Key(
                "warehouse",
                "path",
                "The DuckDB file that keeps everything that was ever read.",
                "warehouse",
                usually="`scorepack.duckdb` in the folder where the program is called",
            ),
            Key(
                "out",
                "path",
                "The folder of the publications; the newest one is `latest` in it.",
                "out",
                usually="`published` in the folder where the program is called",
            ),
        ),
    ),
    Chapter(
        "[registers]",
        "CSV files with bodies that the program's own register does not know.",
        (
            Key(
                "authorities",
                "list of paths",
                "Authorities of your own, in the columns code, name, short_name, type, region and nation.",
                "authority_files",
                '["authorities.csv"]',
            ),
            Key(
                "regions",
                "list of paths",
                "Regions of your own, in the columns code, name and nation.",
                "region_files",
                '["regions.csv"]',
            ),
            Key(
                "partnerships",
                "list of paths",
                "Names of partnerships, each with the code of the authority that it stands for, or without one.",
                "partnership_files",
                '["partnerships.csv"]',
            ),
        ),
    ),
    Chapter(
        "[frameworks]",
        "Benchmarks of your own.",
        (
            Key(
                "folders",
                "list of paths",
                "Folders with one TOML file for each framework; one with the id of a framework that comes with the "
                "program takes its place.",
                "framework_folders",
                '["frameworks"]',
            ),
        ),
    ),
    Chapter(
        "[weights.prevent-duty-2018]",
        "Weights of your own for `weighted_scores`, in a table for each framework.",
        (
            Key(
                "channel_panel",
                "number of 0 or more",
                "How often the benchmark of this id counts. One that is not named counts once.",
                "weights",
                "2",
            ),
        ),
        is_example=True,
    ),
    Chapter(
        "[limits]",
        "What one paper may cost before it is given up with a reason.",
        (
            Key(
                "seconds_per_paper",
                "whole number",
                "Seconds that reading one paper may take.",
                "limits.seconds_per_paper",
            ),
            Key(
                "megabytes_per_paper",
                "whole number of 256 or more",
                "Memory that reading one paper may take beyond what its process holds already; kept on Linux.",
                "limits.megabytes_per_paper",
            ),
            Key("pages_per_paper", "whole number", "Pages or slides of one paper.", "limits.pages_per_paper"),
            Key(
                "unpacked_megabytes",
                "whole number",
                "Megabytes that an office file may unpack to.",
                "limits.unpacked_megabytes",
            ),
            Key(
                "workers",
                "whole number",
                "Processes that read at the same time.",
                "limits.workers",
                usually="as many as there are processors, at most 8",
            ),
            Key("papers_per_task", "whole number", "Papers that one task of Prefect holds.", "limits.papers_per_task"),
        ),
    ),
    Chapter(
        "[fetching]",
        "How papers are looked for on the web and fetched.",
        (
            Key(
                "contact",
                "text",
                "A mail or web address at which publishers reach whoever runs this. Give one.",
                "fetching.contact",
                '"data-team@example.org"',
            ),
            Key(
                "committees",
                "list of texts",
                "Only committees with a word in their title that begins with one of these; empty means all.",
                "fetching.committees",
                '["scrutiny"]',
            ),
            Key(
                "words",
                "list of texts",
                "Only papers with a word in their title, or in that of their agenda item, that begins with one of "
                "these; empty means all.",
                "fetching.words",
                '["prevent"]',
            ),
            Key("weeks_back", "whole number", "Meetings are listed from so long before today.", "fetching.weeks_back"),
            Key("weeks_ahead", "whole number", "Meetings are listed to so long after today.", "fetching.weeks_ahead"),
            Key(
                "since",
                "day",
                "Meetings are listed from this day, instead of weeks back.",
                "fetching.since",
                "2022-01-01",
            ),
            Key(
                "until",
                "day",
                "Meetings are listed to this day, instead of weeks ahead.",
                "fetching.until",
                "2022-12-31",
            ),
            Key(
                "store",
                "path",
                "The folder that keeps what was fetched.",
                "fetching.store",
                usually="`scorepack/papers` in the cache folder of the user",
            ),
            Key(
                "pause_seconds", "number", "The least time between two requests to one host.", "fetching.pause_seconds"
            ),
            Key("attempts", "whole number", "How often a request is made before it is given up.", "fetching.attempts"),
            Key(
                "seconds",
                "number",
                "The longest wait for a server; ten times that for a whole document.",
                "fetching.seconds",
            ),
            Key("most_megabytes", "number", "The size above which a document is refused.", "fetching.most_bytes"),
            Key("most_redirects", "whole number", "How often one address may lead on.", "fetching.most_redirects"),
            Key(
                "allowed_private_hosts",
                "list of texts",
                "Hosts (`name` or `name:port`) inside the own network that may be asked; no other is.",
                "fetching.allowed_private_hosts",
                '["intranet.example.org"]',
            ),
        ),
    ),
    Chapter(
        "[[source]]",
        "A source with a name and filters of its own, instead of a line under `sources`; as many tables as wanted. "
        "The filters stand over those of `[fetching]`, and choose among the papers of a site or a list.",
        (
            Key("address", "text", "The address, as under `sources`.", "own", '"moderngov+https://HOST/"'),
            Key("name", "text", "What people call the source.", "own", '"Exham"'),
            Key("committees", "list of texts", "As under `[fetching]`.", "own", '["scrutiny"]'),
            Key("words", "list of texts", "As under `[fetching]`.", "own", '["prevent"]'),
            Key("weeks_back", "whole number", "As under `[fetching]`.", "own", "52"),
            Key("weeks_ahead", "whole number", "As under `[fetching]`.", "own", "0"),
            Key("since", "day", "As under `[fetching]`.", "own", "2022-01-01"),
            Key("until", "day", "As under `[fetching]`.", "own", "2022-12-31"),
        ),
        is_example=True,
    ),
    Chapter(
        "[schedule]",
        "When `scorepack serve` refreshes.",
        (
            Key("cron", "text of five fields", "Minute, hour, day, month, weekday.", "schedule.cron"),
            Key("timezone", "text", "The time zone in which `cron` is meant.", "schedule.timezone"),
            Key("retries", "whole number", "How often a refresh that failed is tried again.", "schedule.retries"),
            Key("retry_minutes", "whole number", "How much later.", "schedule.retry_minutes"),
            Key(
                "port",
                "whole number",
                "The port of the Prefect server that `serve` starts where the environment names none.",
                "schedule.port",
            ),
        ),
    ),
    Chapter(
        "[machines]",
        "What reads the papers: this machine, or several.",
        (
            Key(
                "runner",
                '"process" or "dask"',
                "Processes of this machine, or a Dask cluster (with the extra `scorepack[dask]`).",
                "machines.runner",
            ),
            Key(
                "dask_address",
                "text",
                "The scheduler of a cluster that runs already; without it one is started on this machine.",
                "machines.dask_address",
                '"tcp://scheduler:8786"',
            ),
            Key(
                "storage",
                "path or address",
                "The folder or address that all machines can write and read.",
                "machines.storage",
                '"shared"',
            ),
        ),
    ),
    Chapter(
        "[publication]",
        "What is published.",
        (
            Key(
                "pictures",
                "true or false",
                "Whether parts of papers are kept as pictures and published as evidence of the figures.",
                "pictures",
            ),
        ),
    ),
)
"""All chapters in the order of the file."""


def names() -> Iterator[tuple[str, str]]:
    """Every key with its table, those that stand above all tables with an empty one."""
    for chapter in CHAPTERS:
        yield from ((chapter.table, key.name) for key in chapter.keys)


def _toml(value: object, *, in_megabytes: bool) -> str:
    if value is None or value == "" or (not isinstance(value, bool | int | float) and not value):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{value // _MEGABYTE if in_megabytes else value}"
    return json.dumps(value.as_posix() if isinstance(value, Path) else value, ensure_ascii=False)
