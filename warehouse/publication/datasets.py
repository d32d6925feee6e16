"""Which datasets are published: their names, titles, and what makes a row of them the same row again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dataset:
    """One dataset of the published folder, named like the warehouse's view of it.

    `key` are the columns that tell one row from another, `figure` the column that a list of changes quotes for a
    row that is new or gone. `unstable` columns tell about the run and not about the data: they make no change.
    A dataset with `restates` shows rows of another one in another shape: its changes are listed there.
    `one_row_a_key` is False where papers may give rise to two rows with one key.
    """

    name: str
    title: str
    key: tuple[str, ...]
    figure: str
    unstable: tuple[str, ...] = ()
    restates: str | None = None
    one_row_a_key: bool = True


ONE_AUTHORITY_YEAR = ("framework", "authority_code", "period_year")

DATASETS: tuple[Dataset, ...] = (
    Dataset("scores", "Accepted scores", (*ONE_AUTHORITY_YEAR, "benchmark"), "score"),
    Dataset("weighted_scores", "Weighted scores", ONE_AUTHORITY_YEAR, "weighted_score"),
    Dataset("met_or_exceeded", "Benchmarks met or exceeded", ONE_AUTHORITY_YEAR, "percent_met_or_exceeded"),
    Dataset("year_on_year", "Change from year to year", (*ONE_AUTHORITY_YEAR, "benchmark"), "change"),
    Dataset(
        "profiles",
        "Scores beside their region",
        (*ONE_AUTHORITY_YEAR, "benchmark"),
        "rank_in_region",
        restates="scores",
    ),
    Dataset(
        "coverage",
        "Authorities with and without a paper",
        ("framework", "region", "period_year", "authority_code"),
        "coverage",
    ),
    Dataset("heatmap", "Heatmap: one column for each benchmark", ONE_AUTHORITY_YEAR, "authority", restates="scores"),
    Dataset("observations", "Every value found, with its place in the paper", ("observation_id",), "score_text"),
    Dataset(
        "recommendations",
        "Recommendations",
        ("document_id", "authority_code", "framework", "number"),
        "title",
        one_row_a_key=False,
    ),
    Dataset("stated_measures", "Figures that the papers state themselves", ("measure_id",), "value"),
    Dataset("reconciliation", "Stated figures beside computed ones", ("measure_id",), "difference"),
    Dataset(
        "notices",
        "What was seen and not turned into values",
        ("document_id", "page", "kind", "text"),
        "text",
        one_row_a_key=False,
    ),
    Dataset("documents", "Papers", ("document_id",), "status", unstable=("first_seen", "last_seen")),
    Dataset("sources", "Where papers come from", ("source",), "state", unstable=("reason",), one_row_a_key=False),
    Dataset(
        "review_queue", "Values that wait for a person", ("observation_id",), "score_text", restates="observations"
    ),
    Dataset("frameworks", "Frameworks", ("framework",), "title"),
    Dataset("benchmarks", "Benchmarks of the frameworks", ("framework", "benchmark"), "name"),
    Dataset("scale", "What the scores mean", ("framework", "band"), "label"),
    Dataset("authorities", "Authorities that values are about", ("authority_code",), "authority"),
)
