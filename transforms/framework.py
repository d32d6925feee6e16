"""Frameworks from their TOML files: those that ship with the program and those of a user's folder."""

import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

from transforms.catalogue import (
    Band,
    Benchmark,
    CrosswalkStep,
    Framework,
    Overall,
    Rating,
    Rounding,
    Scale,
    ScaleWord,
)
from transforms.errors import CatalogueError

Weights = Mapping[str, Mapping[str, float]]


def load_frameworks(folders: Iterable[Path] = (), weights: Weights | None = None) -> tuple[Framework, ...]:
    """The frameworks of the program and of `folders`, a user's file winning over ours of the same id.

    `weights` maps framework ids to item ids to weights. Raises CatalogueError for a file or weight that cannot be used.
    """
    weights = weights or {}
    read: dict[str, Framework] = {}
    for file in [*_shipped(), *_of_folders(folders)]:
        framework = _framework(file, weights)
        read[framework.id] = framework
    for unknown in weights.keys() - read.keys():
        raise CatalogueError("weights", f"there is no framework '{unknown}'; known are {', '.join(sorted(read))}.")
    return tuple(read[id] for id in sorted(read))


def _shipped() -> list[Traversable]:
    return [file for file in files("transforms").joinpath("frameworks").iterdir() if file.name.endswith(".toml")]


def _of_folders(folders: Iterable[Path]) -> list[Traversable]:
    found: list[Traversable] = []
    for folder in folders:
        if not folder.is_dir():
            raise CatalogueError(folder, "is not a folder; name the folder that holds your framework files.")
        found.extend(sorted(folder.glob("*.toml")))
    return found


def _framework(file: Traversable, weights: Weights) -> Framework:
    try:
        facts = tomllib.loads(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise CatalogueError(str(file), "is not UTF-8. Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(str(file), f"is not valid TOML: {error}.") from error
    except OSError as error:
        raise CatalogueError(str(file), f"could not be opened ({error.strerror}).") from error
    try:
        return _checked(_of_facts(facts, weights), file)
    except KeyError as missing:
        raise CatalogueError(
            str(file), f"the entry {missing} is missing; see the shipped frameworks for the form."
        ) from missing
    except (ValueError, TypeError, AttributeError) as error:  # a value of another type than the entry takes
        raise CatalogueError(
            str(file), f"cannot be used ({error}); see the shipped frameworks for the form."
        ) from error


def _of_facts(facts: dict[str, Any], weights: Weights) -> Framework:
    period = facts.get("period", {})
    return Framework(
        id=facts["id"],
        title=facts["title"],
        publisher=facts.get("publisher", ""),
        source=facts.get("source", ""),
        topic_words=_texts(facts, "topic_words"),
        dated=period.get("basis") == "date",
        date_labels=_texts(period, "date_labels"),
        first_year=period.get("first_year"),
        last_year=period.get("last_year"),
        scale=_scale(facts["scale"]),
        bands=tuple(_band(band) for band in facts["bands"]),
        benchmarks=tuple(sorted(map(_benchmark, facts["items"]), key=lambda item: item.number)),
        crosswalk=tuple(step for walk in facts.get("crosswalk", ()) for step in _steps(walk)),
        weights=dict(weights.get(facts["id"], facts.get("weights", {}))),
        overall=_overall(facts["overall"]) if "overall" in facts else None,
    )


def _overall(facts: dict[str, Any]) -> Overall:
    ratings = tuple(Rating(one["label"], float(one["lowest"]), float(one["highest"])) for one in facts["ratings"])
    return Overall(tuple(sorted(ratings, key=lambda one: one.lowest)), facts["rounding"])


def _scale(facts: dict[str, Any]) -> Scale:
    return Scale(
        lowest=float(facts["lowest"]),
        highest=float(facts["highest"]),
        step=float(facts.get("step", 1)),
        words=tuple(ScaleWord(word["word"], float(word["score"])) for word in facts.get("words", ())),
        not_assessed=_texts(facts, "not_assessed"),
        words_only=bool(facts.get("words_only", False)),
    )


def _band(facts: dict[str, Any]) -> Band:
    return Band(
        name=facts["name"],
        label=facts["label"],
        lowest=float(facts["lowest"]),
        highest=float(facts["highest"]),
        words=_texts(facts, "words"),
    )


def _benchmark(facts: dict[str, Any]) -> Benchmark:
    return Benchmark(
        id=facts["id"],
        number=int(facts["number"]),
        name=facts["name"],
        aliases=_texts(facts, "aliases"),
        generic=bool(facts.get("generic", False)),
        short=_texts(facts, "short"),
    )


def _texts(facts: dict[str, Any], name: str) -> tuple[str, ...]:
    texts = facts.get(name, [])
    if not isinstance(texts, list):
        raise TypeError(f"'{name}' must be a list of texts")
    return tuple(texts)


def _steps(walk: dict[str, Any]) -> list[CrosswalkStep]:
    return [
        CrosswalkStep(walk["from_framework"], old, new, walk["kind"], walk.get("note", ""))
        for old, new in walk["steps"]
    ]


def _checked(framework: Framework, file: Traversable) -> Framework:
    ids = [item.id for item in framework.benchmarks]
    if len(set(ids)) < len(ids):
        raise CatalogueError(str(file), "two items have the same id; give each its own.")
    for one, other in pairwise(framework.benchmarks):
        if one.number == other.number:
            raise CatalogueError(str(file), f"two items have the number {one.number}; give each its own.")
    if not ids:
        raise CatalogueError(str(file), "no items are given; a framework needs at least one [[items]].")
    if framework.scale.lowest >= framework.scale.highest:
        raise CatalogueError(str(file), "the scale's lowest value must be below its highest.")
    for unknown in framework.weights.keys() - set(ids):
        raise CatalogueError(
            f"[weights.{framework.id}]", f"the weight of '{unknown}' belongs to no item; items are {', '.join(ids)}."
        )
    if framework.weights and not any(framework.weights.get(id, 1.0) for id in ids):
        raise CatalogueError(f"[weights.{framework.id}]", "all weights are 0; give at least one above 0.")
    if framework.overall:
        _check_overall(framework.overall, file)
    for word in framework.scale.words:
        if framework.band_of(word.score) is None:
            raise CatalogueError(str(file), f"the word '{word.word}' has a score outside every band.")
    return framework


def _check_overall(overall: Overall, file: Traversable) -> None:
    known = get_args(Rounding)
    if overall.rounding not in known:
        raise CatalogueError(str(file), f"the rounding '{overall.rounding}' is not known; use {' or '.join(known)}.")
    for one, other in pairwise(overall.ratings):
        if one.highest >= other.lowest:
            raise CatalogueError(str(file), f"the ratings '{one.label}' and '{other.label}' overlap.")
