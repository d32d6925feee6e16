"""Doubtful values handed to a person as a file, and the decisions taken back."""

from warehouse.review.deciding import Taken, aliases_of, known_aliases, take
from warehouse.review.decisions import Decision, read_decisions
from warehouse.review.errors import BadDecisions, ReviewError, UnknownForm
from warehouse.review.export import export_queue

__all__ = [
    "BadDecisions",
    "Decision",
    "ReviewError",
    "Taken",
    "UnknownForm",
    "aliases_of",
    "export_queue",
    "known_aliases",
    "read_decisions",
    "take",
]
