"""The command line. Each command reads its options, does one thing, and prints one result.

Standard output is for results, standard error for progress and complaints. Prefect is imported only by the commands
that run a flow: it takes longer to load than most papers to read.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractors.errors import PaperError
from flows.errors import HalfAKey, NotOneDocument, OptionForHtml, RunFailed, SourceMissing, UsageProblem
from flows.logs import log_to_stderr
from flows.settings import DEFAULT_CONFIGURATION, Settings, check_addresses, check_writable, read_settings
from flows.steps import catalogue_of

if TYPE_CHECKING:
    from flows.summary import Summary

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it."""

app = typer.Typer(
    name="scorepack",
    help="Reads council papers, finds the score tables, and publishes comparable benchmark records.",
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

review = typer.Typer(help="See doubtful values, hand them to a person, take the decisions back.", no_args_is_help=True)
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
    check_writable(settings.warehouse)
    check_writable(settings.out)
    from flows.engine import run_flow
    from flows.run import run as run_all

    with _progress() as progress:
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
    check_writable(settings.warehouse)
    from flows.engine import run_flow
    from flows.ingest import ingest as ingest_all
    from flows.summary import Summary

    with _progress() as progress:
        done = run_flow(ingest_all, settings, progress)
    _finish(Summary(ingested=done), json, strict)


@app.command()
def publish(
    warehouse: WarehouseFile = None, out: OutFolder = None, config: Configuration = None, json: AsJson = False
) -> None:
    """Only publish from the warehouse."""
    settings = _settings(config, None, warehouse, out)
    check_writable(settings.out)
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
    for place in (settings.warehouse, settings.out, settings.fetching.store):
        check_writable(place)
    if log:
        log_to_stderr(log.value)
    from flows.engine import run_flow_to_state
    from flows.refresh import refresh as refresh_all

    with _progress() as progress:
        done = run_flow_to_state(refresh_all, settings, progress)
    _finish(done, json, strict)


@app.command()
def serve(config: Configuration = None) -> None:
    """Keep refreshing on the schedule of the configuration, until Ctrl-C."""
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
        raise typer.Exit(1)


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
    year: Annotated[int | None, typer.Option("--year", help="The year in which its period ends.")] = None,
    benchmark: Annotated[str | None, typer.Option("--benchmark", metavar="ID", help="The id of its benchmark.")] = None,
    warehouse: WarehouseFile = None,
) -> None:
    """Show what was found where in one document, and why each value was accepted, held or rejected.

    With --authority, --year and --benchmark: where a published score comes from.
    """
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
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv or .xlsx to write.")] = Path("review.xlsx"),
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
    """Run the program. Exit status: 0 done; 1 with --strict where something failed or waits; 2 wrong usage or
    configuration; 3 the run could not be finished: the step that failed changed nothing; 130 interrupted.
    """
    try:
        status = app(standalone_mode=False)
        if status == INTERRUPTED:  # typer makes this of a KeyboardInterrupt, and says nothing
            raise KeyboardInterrupt
    except UsageProblem as error:
        status = _complain(str(error), 2)
    except typer.exceptions.TyperException as error:
        status = _complain(f"{error.format_message().rstrip('.')}. See `scorepack --help`.", 2)
    except (PaperError, RunFailed) as error:
        status = _complain(str(error), 3)
    except (typer.Abort, KeyboardInterrupt):
        status = _complain(
            "Interrupted. No step was left half done; run the same command again to finish.", INTERRUPTED
        )
    sys.exit(status if isinstance(status, int) else 0)


def _settings(
    config: Path | None, sources: list[str] | None, warehouse: Path | None = None, out: Path | None = None
) -> Settings:
    """The configuration with what the command line says instead, checked as far as can be before a flow starts."""
    settings = read_settings(config).told(sources=tuple(sources or ()), warehouse=warehouse, out=out)
    if sources is not None:
        check_addresses(settings.sources)
        catalogue_of(settings)
    return settings


def _check_file(document: Path) -> None:
    if document.is_dir():
        raise NotOneDocument(document)
    if not document.is_file():
        raise SourceMissing(str(document))


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error where a person looks on, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading papers", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _finish(done: "Summary", json: bool, strict: bool) -> None:
    print(done.as_json() if json else done.as_text())
    if strict and not done.is_clean:
        raise typer.Exit(1)


def _complain(sentence: str, status: int) -> int:
    print(f"scorepack: {' '.join(sentence.split())}", file=sys.stderr)
    return status


if __name__ == "__main__":
    main()
