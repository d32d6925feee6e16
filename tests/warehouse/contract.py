"""The public contract as data: what people and other programs may rely on, word for word.

It changes only on purpose, together with the README and the changelog. Columns may be added; none of these goes.
"""

OBSERVATIONS = {
    "observation_id": "VARCHAR",
    "document_id": "VARCHAR",
    "file_name": "VARCHAR",
    "page": "INTEGER",
    "bbox": "DOUBLE[4]",
    "method": "VARCHAR",
    "framework": "VARCHAR",
    "benchmark": "VARCHAR",
    "benchmark_text": "VARCHAR",
    "authority_code": "VARCHAR",
    "authority": "VARCHAR",
    "authority_text": "VARCHAR",
    "period": "VARCHAR",
    "period_year": "INTEGER",
    "period_basis": "VARCHAR",
    "score": "DOUBLE",
    "score_text": "VARCHAR",
    "band": "VARCHAR",
    "confidence": "DOUBLE",
    "status": "VARCHAR",
    "reason": "VARCHAR",
}
"""Columns of the view `observations` with their types."""

PROVENANCE = (
    "document_id",
    "file_name",
    "page",
    "bbox",
    "method",
    "authority_code",
    "authority",
    "authority_text",
    "period",
    "period_year",
    "period_basis",
    "confidence",
    "status",
    "reason",
)
"""Columns of `observations` that tell where a figure was found and how sure it is."""

VIEWS: dict[str, tuple[str, ...]] = {
    "observations": tuple(OBSERVATIONS),
    "scores": (
        "framework",
        "authority_code",
        "period_year",
        "benchmark",
        "score",
        "band",
        "authority",
        "region",
        "benchmark_number",
        "benchmark_name",
        "period",
        "observation_id",
        "document_id",
        "observed_count",
    ),
    "weighted_scores": (
        "framework",
        "authority_code",
        "period_year",
        "weighted_score",
        "weight_scheme",
        "benchmarks_scored",
        "benchmarks_total",
        "region",
        "rank_in_region",
    ),
    "met_or_exceeded": (
        "framework",
        "authority_code",
        "period_year",
        "met",
        "exceeded",
        "not_met",
        "percent_met_or_exceeded",
    ),
    "year_on_year": (
        "framework",
        "authority_code",
        "benchmark",
        "period_year",
        "score",
        "previous_score",
        "change",
    ),
    "stated_measures": ("measure", "value", "framework", *PROVENANCE),
    "reconciliation": ("difference",),
    "recommendations": (
        "document_id",
        "page",
        "authority_code",
        "framework",
        "number",
        "benchmark",
        "title",
        "text",
    ),
    "notices": ("document_id", "file_name", "page", "kind", "text"),
    "documents": (
        "document_id",
        "file_name",
        "source",
        "title",
        "publisher",
        "published_on",
        "media_type",
        "pages",
        "status",
        "reason",
        "first_seen",
        "last_seen",
    ),
    "review_queue": tuple(OBSERVATIONS),
}
"""What analysts read, each with the columns that the contract names."""

NUMBERS = {
    "value": "DOUBLE",
    "difference": "DOUBLE",
    "weighted_score": "DOUBLE",
    "previous_score": "DOUBLE",
    "change": "DOUBLE",
    "percent_met_or_exceeded": "DOUBLE",
    "benchmark_number": "INTEGER",
    "observed_count": "INTEGER",
    "benchmarks_scored": "INTEGER",
    "benchmarks_total": "INTEGER",
    "rank_in_region": "INTEGER",
    "met": "INTEGER",
    "exceeded": "INTEGER",
    "not_met": "INTEGER",
    "pages": "INTEGER",
    "published_on": "DATE",
    "first_seen": "TIMESTAMP",
    "last_seen": "TIMESTAMP",
}
"""Columns of other views that are no texts: the contract gives types only for `observations`."""

ONE_ROW_EACH = {
    "observations": ("observation_id",),
    "scores": ("framework", "authority_code", "period_year", "benchmark"),
    "weighted_scores": ("framework", "authority_code", "period_year"),
    "met_or_exceeded": ("framework", "authority_code", "period_year"),
    "year_on_year": ("framework", "authority_code", "benchmark", "period_year"),
    "documents": ("document_id",),
    "heatmap": ("framework", "authority_code", "period_year"),
}
"""Views with one row for each value of these columns."""

WORDS = {
    ("observations", "method"): {"table", "chart", "picture", "text"},
    ("observations", "period_basis"): {"stated", "document", None},
    ("observations", "band"): {"not_met", "met", "exceeded", None},
    ("observations", "status"): {"accepted", "review", "rejected"},
    ("stated_measures", "measure"): {"weighted_score", "percent_met_or_exceeded"},
    ("documents", "status"): {"extracted", "no_scores", "failed"},
    ("weighted_scores", "weight_scheme"): {"equal", "configured"},
}
"""Columns that hold one of a few words; `configured` is the name of the user's own weights."""

PUBLISHED = (
    "scores",
    "weighted_scores",
    "met_or_exceeded",
    "year_on_year",
    "heatmap",
    "observations",
    "recommendations",
)
"""Datasets of a release, each as `.parquet` and `.csv`."""

OTHER_FILES = ("comparison.xlsx", "datapackage.json", "index.html", "changes.csv", "scorepack.duckdb")

ITEMS = {
    "prevent-duty-2018": (
        "risk_assessment",
        "multi_agency_partnership_board",
        "prevent_partnership_plan",
        "referral_pathway",
        "channel_panel",
        "prevent_problem_solving",
        "training",
        "venue_hire_and_it_policies",
        "engagement_activities",
        "communications",
    ),
    "prevent-duty-2023": (
        "multi_agency_partnership_group",
        "risk_assessment",
        "partnership_plan",
        "referral_pathway",
        "channel_panel",
        "training",
        "reducing_permissive_environments",
        "communications_and_engagement",
    ),
    "ofsted-ilacs": (
        "overall_effectiveness",
        "impact_of_leaders",
        "help_and_protection",
        "in_care",
        "care_leavers",
    ),
}
"""Frameworks that come with the program, with their items in order."""


def type_of(column: str) -> str:
    """The type that a column has in every view."""
    return OBSERVATIONS.get(column) or NUMBERS.get(column, "VARCHAR")
