"""The flow behind `scorepack publish`: check the warehouse, write a new release, switch to it."""

import flows.prefect_defaults  # noqa: F401, I001 - sets defaults that prefect reads while it is imported

from pathlib import Path

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.settings import Settings
from flows.steps import publish_warehouse
from flows.summary import Published


@task(name="publish-release", cache_policy=NO_CACHE)
def publish_release(warehouse: Path, out: Path, pictures: bool = True) -> Published:
    """A new release of what the warehouse holds, unless nothing has changed."""
    return publish_warehouse(warehouse, out, pictures=pictures)


@flow(name="publish", validate_parameters=False)
def publish(settings: Settings) -> Published:
    """Publish the warehouse of the settings."""
    return publish_papers(settings)


def publish_papers(settings: Settings) -> Published:
    """The body of `publish`, for flows that end with it."""
    return publish_release(settings.warehouse, settings.out, settings.pictures)


@task(name="publish-if-changed", cache_policy=NO_CACHE)
def publish_release_unless_shown(warehouse: Path, out: Path, pictures: bool = True) -> Published:
    """As `publish_release`, but where the newest release was made of this very state nothing is built to compare."""
    return publish_warehouse(warehouse, out, unless_shown=True, pictures=pictures)
