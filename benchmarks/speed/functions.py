"""What `scorepack run` does, called one after the other without Prefect: the same options, nothing printed."""

import argparse
from pathlib import Path

from flows.prints import reader_print
from flows.readers import paper_readers
from flows.settings import read_settings
from flows.steps import batches, catalogue_of, find_papers, load_findings, publish_warehouse, with_review


def main(config: Path, warehouse: Path, out: Path) -> None:
    settings = read_settings(config)
    catalogue = with_review(catalogue_of(settings), warehouse)
    sources, findings = find_papers(settings.sources, warehouse=warehouse, how=settings.fetching, own=settings.own)
    reader = reader_print(catalogue, settings.limits)
    with paper_readers(settings, catalogue, reader.reader, sources) as readers:
        for batch in batches(sources, settings.limits.papers_per_task):
            findings += readers.read(batch)
    load_findings(warehouse, findings, catalogue, reader)
    publish_warehouse(warehouse, out, pictures=settings.pictures)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("--config", "--warehouse", "--out"):
        parser.add_argument(option, type=Path, required=True)
    given = parser.parse_args()
    main(given.config, given.warehouse, given.out)
