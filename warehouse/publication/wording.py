"""What a publication says about itself, in one place for workbook, report and data package."""

from collections.abc import Iterable

TITLE = "Benchmark records read from council papers"
DESCRIPTION = (
    "Scores that councils' own papers give against published benchmark frameworks, read by scorepack, brought into "
    "one form and set side by side. Every figure carries the paper, the page and the place it was read from."
)
LICENCE_STATEMENT = (
    "The figures are facts compiled from the papers of many councils. The licence of a paper is not stated here "
    "unless the paper itself states one: ask its publisher before you copy more than figures from it. "
    "Pictures of parts of a paper are shown as evidence of its figures; the rights in them stay with its publisher."
)
ATTRIBUTION = (
    "Names, codes and regions of authorities are derived from 'UK Local Authorities (including future)', "
    "version 1.7.3, by mySociety, licensed under CC BY 4.0. The data was changed: regions were corrected and "
    "filled in, dates made uniform, names tidied and successor links added."
)
REGISTER_TITLE = "UK Local Authorities (including future), version 1.7.3, by mySociety"
REGISTER_ADDRESS = "https://github.com/mysociety/uk_local_authority_names_and_codes"
REGISTER_LICENCE = "https://creativecommons.org/licenses/by/4.0/"

EQUAL_WEIGHTS = (
    "Equal weights: every benchmark counts the same, so the weighted score is the plain mean of the accepted scores. "
    "No published weights are known."
)
OWN_WEIGHTS = "Weights from the configuration of whoever made this publication, not from the framework's publisher."
ORDINAL = (
    "Scores are ranks on an ordered scale. A mean of ranks is a rough guide, not a measurement: read it beside the "
    "scores themselves."
)
NEUTRALISED = (
    "In the CSV files a text that a spreadsheet program would take for a formula has an apostrophe in front; numbers "
    "are never touched, and the Parquet files, the workbook and the database hold every text as printed."
)
MISSING = "No paper means that no paper with a score was read. It does not mean a score of 0, and not that none exists."

SOURCES = (
    "What was read from a source that could not be seen again stays as it was on the day named: newer papers may be "
    "missing."
)

COMPARED = (
    "Compared are councils that do the work of a county or a unitary authority. A district council or a combined "
    "authority counts only in a region in which some paper scores one of its kind. Whoever is left out is named with "
    "the reason."
)


def weights_told(schemes: Iterable[str]) -> str:
    """What 'weighted' means in a publication whose weighted scores carry these schemes."""
    own = sorted(set(schemes) - {"equal"})
    return f"{OWN_WEIGHTS} Scheme: {', '.join(own)}." if own else EQUAL_WEIGHTS
