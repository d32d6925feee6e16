"""Numbered inputs: one seed and one number give the same bytes in every run."""

import random
from dataclasses import dataclass

from tests.fuzz.damage import damaged
from tests.fuzz.seeds import format_of, seeds


@dataclass(frozen=True, slots=True)
class Input:
    """A spoilt paper; its name tells which paper it was."""

    name: str
    format: str
    content: bytes


def spoilt_paper(seed: int, number: int) -> Input:
    """The input of that number: formats take turns, so that few inputs try all of them."""
    chance = random.Random(f"{seed}/{number}")
    formats = sorted({format_of(name) for name in seeds()})
    wanted = formats[number % len(formats)]
    names = [name for name in seeds() if format_of(name) == wanted]
    name = chance.choice(names)
    other = chance.choice(names if chance.random() < 0.5 else sorted(seeds()))
    return Input(f"{seed}-{number}-{name}", wanted, damaged(seeds()[name], seeds()[other], chance))
