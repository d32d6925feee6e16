"""The flow behind `scorepack run`, the main job: ingest, then publish."""

import flows.prefect_defaults  # noqa: F401, I001 - sets defaults that prefect reads while it is imported

from prefect import flow

from flows.ingest import Progress, ingest_papers
from flows.publish import publish_papers
from flows.settings import Settings
from flows.summary import Summary


@flow(name="run", validate_parameters=False)
def run(settings: Settings, progress: Progress | None = None) -> Summary:
    """Read every source, load the warehouse, publish the datasets."""
    done = ingest_papers(settings, progress)
    return Summary(done, publish_papers(settings))
