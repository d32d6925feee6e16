"""Our own ways, each in a process of its own: python -m benchmarks.speed.ours WAY ROUNDS < names of papers."""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed.theirs import best_turn
from extractors import Source, read
from flows.reading import interpret
from flows.settings import read_settings
from flows.steps import catalogue_of
from transforms import Lexicon, load_catalogue

NOWHERE = ("qqq no paper says this",)
_POINTS_AN_INCH, _DOTS_AN_INCH = 72, 200

Way = Callable[[Sequence[str]], dict[str, Any]]


def reading(words: Sequence[str] | None) -> Way:
    """Reading papers, the tables of those pages alone that hold one of the words, or of all."""
    return lambda papers: {"tables": sum(len(read(Path(paper), words=words).tables) for paper in papers)}


def scores(configuration: str) -> Way:
    """Reading and interpreting with the registers of a configuration: file, benchmark, authority, year, score."""
    lexicon = Lexicon.of(catalogue_of(read_settings(Path(configuration))))

    def run(papers: Sequence[str]) -> dict[str, Any]:
        found = (interpret(Source(paper, Path(paper), Path(paper).name), lexicon) for paper in papers)
        return {
            "records": [
                [one.document.source, o.benchmark, o.subject.authority_code, o.subject.period_year, o.score]
                for one in found
                for o in one.observations
                if o.status == "accepted"
            ]
        }

    return run


def recognising() -> Way:
    """Pictures of pages, painted at 200 dots an inch."""
    import numpy as np
    from PIL import Image

    from extractors.recognition import Picture, recognise

    def picture(paper: str) -> Picture:
        with Image.open(paper) as image:
            pixels = np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])
        height, width, _ = pixels.shape
        return Picture(pixels.tobytes(), width * 3, width, height, _DOTS_AN_INCH / _POINTS_AN_INCH)

    return lambda papers: {"characters": sum(len(recognise(picture(paper)).text) for paper in papers)}


def main() -> None:
    way, rounds = sys.argv[1], int(sys.argv[2])
    words = Lexicon.of(load_catalogue()).words
    ways: dict[str, Callable[[], Way]] = {
        "read": lambda: reading(words),
        "read, no page matters": lambda: reading(NOWHERE),
        "read all": lambda: reading(None),
        "recognise": recognising,
    }
    run = scores(way.removeprefix("scores ")) if way.startswith("scores ") else ways[way]()
    print(json.dumps(best_turn(run, rounds, sys.stdin.read().splitlines())))


if __name__ == "__main__":
    main()
