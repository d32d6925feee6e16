"""The command line. Each command reads its options, does one thing, and prints one result.

Standard output is for results, standard error for progress and complaints. A command imports what it needs when it is
called, so that `--help` and the completion of a shell answer at once. Prefect is imported only by the commands that run
a flow: it takes longer to load than most papers to read.
"""

import re
import sys
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.errors import (
    FileNotFolder,
    FolderNotFile,
    HalfAKey,
    NotOneDocument,
    OptionForHtml,
    RunFailed,
    SourceMissing,
    UsageProblem,
)
from flows.progress import progress_bar
from flows.silence import say_no_more
from flows.statuses import DONE, INTERRUPTED, UNFINISHED, WANTING, WRONG_CALL

if TYPE_CHECKING:
    from flows.settings import Settings
    from flows.summary import Summary

app = typer.Typer(
    name="scorepack",
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

review = typer.Typer(help="See doubtful values, hand them to a person, take the decisions back.")
app.add_typer(review, name="review")

Sources = Annotated[
    list[str] | None, typer.Argument(metavar="SOURCE...", help="Files, folders or addresses of documents.")
]
WarehouseFile = Annotated[
    Path | None, typer.Option("--warehouse", metavar="FILE", help="The DuckDB file. [default: scorepack.duckdb]")
]
OutFolder = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where to publish. [default: published]")]
Configuration = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="The configuration. [default: scorepack.toml, if there]")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Strict = Annotated[
    bool, typer.Option("--strict", help="Exit with 1 where a document failed or a value waits for review.")
]


class Form(StrEnum):
    """In which form `extract` prints tables."""

    json = "json"
    csv = "csv"
    html = "html"


class LogForm(StrEnum):
    """In which form a refresh tells what it does."""

    text = "text"
    json = "json"


@app.callback()
def scorepack(
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=lambda told: _tell_version(told), help="Print the version."),
    ] = False,
) -> None:
    """Reads council papers, finds the score tables, and publishes comparable benchmark records."""


@app.command()
def init(
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="Where to write it. [default: the current folder]", show_default=False),
    ] = Path(),
) -> None:
    """Write a scorepack.toml that explains every setting, and say what to do next."""
    from flows.init import begin

    print(begin(folder))


@app.command()
def run(
    sources: Sources = None,
    warehouse: WarehouseFile = None,
    out: OutFolder = None,
    config: Configuration = None,
    json: AsJson = False,
    strict: Strict = False,
) -> None:
    """The main job: read every SOURCE, load the warehouse, publish the datasets."""
    settings = _settings(config, sources or [], warehouse, out)
    _check_places(settings.warehouse, settings.out)
    from flows.engine import run_flow
    from flows.run import run as run_all

    with progress_bar() as progress:
        done = run_flow(run_all, settings, progress)
    _finish(done, json, strict)


@app.command()
def ingest(
    sources: Sources = None,
    warehouse: WarehouseFile = None,
    config: Configuration = None,
    json: AsJson = False,
    strict: Strict = False,
) -> None:
    """Only read documents and load what was found into the warehouse."""
    settings = _settings(config, sources or [], warehouse)
    _check_places(settings.warehouse)
    from flows.engine import run_flow
    from flows.ingest import ingest as ingest_all
    from flows.summary import Summary

    with progress_bar() as progress:
        done = run_flow(ingest_all, settings, progress)
    _finish(Summary(ingested=done), json, strict)


@app.command()
def publish(
    warehouse: WarehouseFile = None, out: OutFolder = None, config: Configuration = None, json: AsJson = False
) -> None:
    """Only publish from the warehouse."""
    settings = _settings(config, None, warehouse, out)
    _check_places(None, settings.out)
    from flows.engine import run_flow
    from flows.publish import publish as publish_all
    from flows.summary import Summary

    _finish(Summary(published=run_flow(publish_all, settings)), json, strict=False)


@app.command()
def refresh(
    config: Configuration = None,
    json: AsJson = False,
    strict: Strict = False,
    log: Annotated[LogForm | None, typer.Option("--log", help="Tell of every paper on standard error.")] = None,
) -> None:
    """What a schedule runs: look at every source, read what is new or changed, publish what has changed."""
    settings = _settings(config, [])
    _check_places(settings.warehouse, settings.out, settings.fetching.store)
    if log:
        from flows.logs import log_to_stderr

        log_to_stderr(log.value)
    from flows.engine import run_flow_to_state
    from flows.refresh import refresh as refresh_all

    with progress_bar() as progress:
        done = run_flow_to_state(refresh_all, settings, progress)
    _finish(done, json, strict)


@app.command()
def serve(config: Configuration = None) -> None:
    """Keep refreshing on the schedule of the configuration, until Ctrl-C."""
    from flows.settings import DEFAULT_CONFIGURATION, check_addresses, read_settings

    file = config or DEFAULT_CONFIGURATION
    settings = read_settings(file)
    check_addresses(settings.sources)
    from flows.schedule import serve as serve_refreshes

    serve_refreshes(file, settings.schedule, say=lambda line: print(line, file=sys.stderr, flush=True))


@app.command()
def doctor(config: Configuration = None, json: AsJson = False) -> None:
    """See whether everything is in order: program, parts, configuration, sources, warehouse, disk."""
    from flows.doctor import examined

    found = examined(config)
    print(found.as_json() if json else found.as_text())
    if not found.is_well:
        raise typer.Exit(WANTING)


@app.command()
def explain(
    document: Annotated[Path | None, typer.Argument(metavar="DOCUMENT", help="One file.")] = None,
    config: Configuration = None,
    json: AsJson = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Also write a page with pictures of the cells.")
    ] = None,
    authority: Annotated[
        str | None, typer.Option("--authority", metavar="CODE", help="Instead of a document: whose score, by GSS code.")
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", metavar="YEAR", help="The year in which its period ends.")
    ] = None,
    benchmark: Annotated[str | None, typer.Option("--benchmark", metavar="ID", help="The id of its benchmark.")] = None,
    warehouse: WarehouseFile = None,
) -> None:
    """Show what was found where in one document, and why each value was accepted, held or rejected.

    With --authority, --year and --benchmark: where a published score comes from.
    """
    from flows.settings import read_settings
    from flows.steps import catalogue_of

    settings = read_settings(config).told(warehouse=warehouse)
    if document is not None and authority is None and year is None and benchmark is None:
        _check_file(document)
        from flows.explain import explained

        found = explained(document, catalogue_of(settings))
        if html is not None:
            from flows.pages.explained import explained_page
            from flows.pages.rendering import write_page

            write_page(html, explained_page(found))
        print(found.as_json() if json else found.as_text())
    elif document is None and authority is not None and year is not None and benchmark is not None:
        from flows.tracing import Key, traced

        origin = traced(settings.warehouse, Key(authority, year, benchmark))
        if html is not None:
            from flows.pages.rendering import write_page
            from flows.pages.traced import traced_page

            write_page(html, traced_page(origin, catalogue_of(settings)))
        print(origin.as_json() if json else origin.as_text())
    else:
        raise HalfAKey


@app.command()
def extract(
    document: Annotated[Path, typer.Argument(metavar="DOCUMENT", help="One file.")],
    form: Annotated[Form, typer.Option("--format", help="The form of the output.")] = Form.json,
    table: Annotated[
        list[int] | None, typer.Option("--table", metavar="N", help="Only this table; repeatable.")
    ] = None,
    page: Annotated[
        list[int] | None, typer.Option("--page", metavar="N", help="Only of this page; repeatable.")
    ] = None,
    pictures: Annotated[
        Path | None, typer.Option("--pictures", metavar="DIR", help="Also write pictures of what was read where.")
    ] = None,
    inline: Annotated[bool, typer.Option("--inline", help="Put pictures of the pages into the HTML.")] = False,
) -> None:
    """Print only the tables of one document, without any benchmark knowledge."""
    from flows.extract import Wanted, extracted

    _check_file(document)
    if inline and form is not Form.html:
        raise OptionForHtml("--inline")
    wanted = Wanted(tables=table or (), pages=page or ())
    print(extracted(document, form.value, wanted=wanted, pictures=pictures, inline=inline).rstrip("\n"))


@review.command("list")
def review_list(warehouse: WarehouseFile = None, config: Configuration = None, json: AsJson = False) -> None:
    """Print the values that wait for a person, and what is to be decided on each."""
    from flows.review import listed

    print(listed(_settings(config, None, warehouse), as_json=json))


@review.command("export")
def review_export(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A .csv or .xlsx to write. [default: review.xlsx]")
    ] = Path("review.xlsx"),
    warehouse: WarehouseFile = None,
    config: Configuration = None,
) -> None:
    """Write the values that wait to FILE for a person to fill in."""
    from flows.review import exported

    print(exported(_settings(config, None, warehouse), file))


@review.command("apply")
def review_apply(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file as it was filled in.")],
    warehouse: WarehouseFile = None,
    config: Configuration = None,
) -> None:
    """Take the decisions of FILE, all or none."""
    from flows.review import applied

    print(applied(_settings(config, None, warehouse), file))


def main() -> None:
    """Run the program; `flows.statuses` says what its exit status means."""
    try:
        status = app(prog_name="scorepack", standalone_mode=False)
        if status == INTERRUPTED:  # typer makes this of a KeyboardInterrupt, and says nothing
            raise KeyboardInterrupt
    except UsageProblem as error:
        status = _complain(str(error), WRONG_CALL)
    except typer.exceptions.TyperException as error:
        status = _complain(_in_our_words(error), WRONG_CALL)
    except _unfinished() as error:
        status = _complain(str(error), UNFINISHED)
    except (typer.Abort, KeyboardInterrupt):
        status = _complain(
            "Interrupted. No step was left half done; run the same command again to finish.", INTERRUPTED
        )
        say_no_more()
    sys.exit(status if isinstance(status, int) else DONE)


def _tell_version(is_asked: bool) -> None:
    if is_asked:
        print(f"scorepack {metadata.version('scorepack')}")
        raise typer.Exit


def _in_our_words(error: typer.exceptions.TyperException) -> str:
    """What the reader of the command line complains of, and whose help tells more."""
    context = getattr(error, "ctx", None)
    said = error.format_message().replace("Value error, ", "").rstrip(".")
    said = re.sub("Input should be a valid integer.*", "it must be a whole number", said)
    return f"{said}{'' if said.endswith('?') else '.'} See `{context.command_path if context else 'scorepack'} --help`."


def _unfinished() -> tuple[type[Exception], ...]:
    """The errors that end a run; asked for only once there is one."""
    from extractors.errors import PaperError

    return (PaperError, RunFailed)


def _settings(
    config: Path | None, sources: list[str] | None, warehouse: Path | None = None, out: Path | None = None
) -> "Settings":
    """The configuration with what the command line says instead, checked as far as can be before a flow starts."""
    from flows.settings import check_addresses, read_settings
    from flows.steps import catalogue_of

    settings = read_settings(config).told(sources=tuple(sources or ()), warehouse=warehouse, out=out)
    if sources is not None:
        check_addresses(settings.sources)
        catalogue_of(settings)
    return settings


def _check_places(warehouse: Path | None, *folders: Path) -> None:
    """See that everything can be written where it is to be, before papers are read for it."""
    from flows.settings import check_writable

    if warehouse is not None and warehouse.is_dir():
        raise FolderNotFile(warehouse)
    for folder in folders:
        if folder.is_file():
            raise FileNotFolder(folder)
    for place in (warehouse, *folders):
        if place is not None:
            check_writable(place)


def _check_file(document: Path) -> None:
    if document.is_dir():
        raise NotOneDocument(document)
    if not document.is_file():
        raise SourceMissing(str(document))


def _finish(done: "Summary", json: bool, strict: bool) -> None:
    print(done.as_json() if json else done.as_text())
    if strict and not done.is_clean:
        raise typer.Exit(WANTING)


def _complain(sentence: str, status: int) -> int:
    print(f"scorepack: {' '.join(sentence.split())}", file=sys.stderr)
    return status


if __name__ == "__main__":
    main()
