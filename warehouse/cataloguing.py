"""The catalogue of a run, stored beside the observations that were read against it."""

from collections.abc import Iterator

from transforms.catalogue import Catalogue, Framework
from warehouse.columns import Row, Sheet, arriving, iso, joined
from warehouse.connection import Warehouse
from warehouse.errors import BadWeight

WEIGHT_SCHEME = "configured"
"""Name of any weighting that is not the equal one; frameworks come without weights, users configure them."""


def store_catalogue(warehouse: Warehouse, catalogue: Catalogue) -> None:
    """Put the catalogue in the place of the stored one; frameworks and bodies that stored values need are kept.

    Raises BadWeight for a negative weight and for a framework whose weights are all 0.
    """
    for framework in catalogue.frameworks:
        _refuse_bad_weights(framework)
    with arriving(warehouse, _SHEETS, [catalogue]):
        warehouse.run("loading/catalogue")


def _refuse_bad_weights(framework: Framework) -> None:
    weighed = [(benchmark, weight) for _, benchmark, _, weight in _weights_of(framework)]
    for benchmark, weight in weighed:
        if not 0 <= weight < float("inf"):
            raise BadWeight(framework.id, benchmark, weight)
    if weighed and not any(weight for _, weight in weighed):
        raise BadWeight(framework.id, *weighed[0])


def _weights_of(framework: Framework) -> Iterator[tuple[str, str, str, float]]:
    # Who writes only `channel_panel = 2` means that it counts double: the others weigh 1.
    if framework.weights:
        for item in framework.benchmarks:
            yield framework.id, item.id, WEIGHT_SCHEME, framework.weights.get(item.id, 1.0)


def _frameworks(catalogue: Catalogue) -> Iterator[Row]:
    for one in catalogue.frameworks:
        scale = one.scale
        yield (
            one.id,
            one.title,
            one.publisher,
            one.source,
            one.dated,
            scale.lowest,
            scale.highest,
            scale.step,
            joined(one.topic_words),
            joined(scale.not_assessed),
        )


def _benchmarks(catalogue: Catalogue) -> Iterator[Row]:
    for framework in catalogue.frameworks:
        for item in framework.benchmarks:
            yield framework.id, item.id, item.number, item.name, joined(item.aliases)


def _bands(catalogue: Catalogue) -> Iterator[Row]:
    for framework in catalogue.frameworks:
        for band in framework.bands:
            yield framework.id, band.name, band.label, band.lowest, band.highest, joined(band.words)


def _ratings(catalogue: Catalogue) -> Iterator[Row]:
    for framework in catalogue.frameworks:
        if framework.overall:
            for one in framework.overall.ratings:
                yield framework.id, one.label, one.lowest, one.highest, framework.overall.rounding


def _scale_words(catalogue: Catalogue) -> Iterator[Row]:
    for framework in catalogue.frameworks:
        for word in framework.scale.words:
            yield framework.id, word.word, word.score


def _crosswalk(catalogue: Catalogue) -> Iterator[Row]:
    for framework in catalogue.frameworks:
        for step in framework.crosswalk:
            yield step.from_framework, step.from_benchmark, framework.id, step.to_benchmark, step.kind, step.note


def _weights(catalogue: Catalogue) -> Iterator[Row]:
    for framework in catalogue.frameworks:
        yield from _weights_of(framework)


def _authorities(catalogue: Catalogue) -> Iterator[Row]:
    for body in catalogue.authorities:
        yield (
            body.code,
            body.name,
            body.short_name,
            body.kind,
            body.region,
            body.nation,
            body.county_code,
            iso(body.valid_from),
            iso(body.valid_to),
            joined(body.alternative_names),
        )


def _regions(catalogue: Catalogue) -> Iterator[Row]:
    for region in catalogue.regions:
        yield region.code, region.name, region.nation, joined(region.alternative_names)


def _partnerships(catalogue: Catalogue) -> Iterator[Row]:
    yield from catalogue.partnerships.items()


_SHEETS: tuple[Sheet[Catalogue], ...] = (
    Sheet(
        "framework",
        {
            "framework": "str",
            "title": "str",
            "publisher": "str",
            "source": "str",
            "dated": "boolean",
            "lowest": "Float64",
            "highest": "Float64",
            "step": "Float64",
            "topic_words": "str",
            "not_assessed": "str",
        },
        _frameworks,
    ),
    Sheet(
        "benchmark",
        {"framework": "str", "benchmark": "str", "number": "Int32", "name": "str", "aliases": "str"},
        _benchmarks,
    ),
    Sheet(
        "band",
        {
            "framework": "str",
            "band": "str",
            "label": "str",
            "lowest": "Float64",
            "highest": "Float64",
            "words": "str",
        },
        _bands,
    ),
    Sheet(
        "rating",
        {"framework": "str", "label": "str", "lowest": "Float64", "highest": "Float64", "rounding": "str"},
        _ratings,
    ),
    Sheet("scale_word", {"framework": "str", "word": "str", "score": "Float64"}, _scale_words),
    Sheet(
        "crosswalk",
        {
            "from_framework": "str",
            "from_benchmark": "str",
            "to_framework": "str",
            "to_benchmark": "str",
            "kind": "str",
            "note": "str",
        },
        _crosswalk,
    ),
    Sheet("weight", {"framework": "str", "benchmark": "str", "scheme": "str", "weight": "Float64"}, _weights),
    Sheet(
        "authority",
        {
            "authority_code": "str",
            "name": "str",
            "short_name": "str",
            "kind": "str",
            "region": "str",
            "nation": "str",
            "county_code": "str",
            "valid_from": "str",
            "valid_to": "str",
            "alternative_names": "str",
        },
        _authorities,
    ),
    Sheet("region", {"region_code": "str", "name": "str", "nation": "str", "alternative_names": "str"}, _regions),
    Sheet("partnership", {"name": "str", "authority_code": "str"}, _partnerships),
)
