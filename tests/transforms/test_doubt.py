"""A document that may have lost something is read, and every figure of it waits for a person."""

from dataclasses import replace

from tests.support.grids import document, down
from tests.transforms.conftest import Normalised

DOUBT = "the file was damaged and repaired: compare with the original"
BRIEFING = f"# Aldermere Prevent Benchmarking\n@ Date: 8 September 2022\n{down('Score: 4 5 5 4 5 4 3 3 2 2')}"
WEIGHTED = (
    "# Prevent Benchmarking 2022\n@ Date: 8 September 2022\n## Weighted score\n"
    "| Authority | 2022 |\n| Aldermere | 3.2 |\n| Dunmarsh | 3.1 |"
)


def test_every_value_of_a_doubtful_document_waits_with_its_reason(normalised: Normalised) -> None:
    sound, doubtful = normalised(BRIEFING), normalised(replace(document(BRIEFING), doubt=DOUBT))
    assert {one.status for one in sound.observations} == {"accepted"}
    assert [(one.status, one.reason) for one in doubtful.observations] == [("review", DOUBT)] * 10
    assert [one.score for one in doubtful.observations] == [one.score for one in sound.observations]


def test_every_stated_figure_of_a_doubtful_document_waits_too(normalised: Normalised) -> None:
    assert {one.status for one in normalised(WEIGHTED).measures} == {"accepted"}
    found = normalised(replace(document(WEIGHTED), doubt=DOUBT)).measures
    assert [(one.status, one.reason) for one in found] == [("review", DOUBT)] * 2


def test_an_empty_document_with_a_telling_title_gives_nothing(normalised: Normalised) -> None:
    empty = replace(document(""), title="Prevent Benchmarking 2022", body=())
    assert normalised(empty).document.status == "no_scores"
