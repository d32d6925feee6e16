"""Texts that a reviewer has given a meaning, added to the catalogue that papers are read against."""

from collections.abc import Iterable
from dataclasses import replace

from transforms.catalogue import Alias, Benchmark, Catalogue, Framework


def with_aliases(catalogue: Catalogue, aliases: Iterable[Alias]) -> Catalogue:
    """The catalogue with the aliases among its own; one for a framework that the catalogue lacks is passed over."""
    listed = list(aliases)
    if not listed:
        return catalogue
    bodies = {alias.printed: alias.meaning for alias in listed if not alias.framework}
    return replace(
        catalogue,
        frameworks=tuple(_with_labels(framework, listed) for framework in catalogue.frameworks),
        partnerships={**catalogue.partnerships, **bodies},
    )


def _with_labels(framework: Framework, aliases: list[Alias]) -> Framework:
    def widened(item: Benchmark) -> Benchmark:
        more = [one.printed for one in aliases if (one.framework, one.meaning) == (framework.id, item.id)]
        return replace(item, aliases=(*item.aliases, *more)) if more else item

    return replace(framework, benchmarks=tuple(map(widened, framework.benchmarks)))
