"""The reference of notices, and of the reasons for which values are held or rejected, each with what to do."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.support.imports import ROOT, files_of_the_product

PAGE = ROOT / "docs" / "reference" / "notices.md"

HEAD = """\
# Notices and reasons

Nothing is guessed in silence: what is seen and not used is told. A *notice* tells of something that became no value; a
*reason* stands with every value that is held for a person or rejected. `scorepack explain DOCUMENT` shows both for one
paper, with the place. What the rules are stands under [strictness](../strictness.md).

This page is written by `python -m tests.written`; the tests see that no kind of notice is missing, and that every
reason of the reference by example (`python -m tests.spec`) belongs to one of the rows below.
"""

NOTICES = {
    "figure_without_data": "a chart or heatmap is announced, or shown as a picture, and its values are not in the file|"
    "Ask the publisher for the figures behind it, or enter them in a table of your own and read that beside it.",
    "unreadable_page": "a page, a part of one, or an embedded document could not be read|"
    "Look at the page. For scans install the extra `scorepack[ocr]`; save an embedded document as a file of its own.",
    "not_assessed": "a benchmark has an empty cell or no tick, or words such as 'TBC'|"
    "Nothing: the benchmark has no score in this paper.",
    "colour_only": "cells hold only a colour, or a word for one, that nothing in the paper explains|"
    "Find the key of the colours; if it is in another paper, enter the scores by hand in a table of your own.",
    "unknown_label": "a label among the benchmarks is none; the nearest ones are named|"
    "If it means one of them, add it to the `aliases` of the framework file, or decide `alias` in a review.",
    "unknown_authority": "a column head that should be an authority is in no register|"
    "Add the body to a register of your own: `[registers] authorities`.",
    "unread_column": "a column is headed as scores and holds none, or holds scores and has no head|"
    "Look at the table: the column may be empty, or read wrongly.",
    "unread_statement": "a sentence may state scores and could not be paired with benchmarks|"
    "Read the sentence on its page.",
    "linked_data": "a chart's workbook is not in the file; the values that the chart stored were read|"
    "Compare with the workbook if you have it: the chart may be older.",
    "excluded_body": "the paper says that it leaves a body out|Nothing: no score of that body is missing by mistake.",
    "hidden_content": "something is there that a reader does not see: a hidden slide, sheet, row, column or text|"
    "Look whether it was meant to be published.",
    "tracked_change": "there are tracked changes; the text as it stands with them was read|Ask for the final version.",
    "repaired_file": "a damaged file could be read after all; all of its values are held|"
    "Fetch the paper again; if it stays so, compare the held values with the original.",
    "converted_file": "a file of an old form was read as LibreOffice saves it in the new one|Nothing.",
    "replaced_paper": "another version of the paper stands at its address now|"
    "Look at what waits because of it: [the warehouse](../warehouse.md).",
    "lapsed_decision": "a reviewer's decision whose print is no longer there|Decide again: [review](../review.md).",
}
"""Every kind with what was seen and what to do, parted by a bar."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A family of reasons: the patterns that they follow, a paper of which `shown` is told, and what a person does."""

    title: str
    patterns: tuple[str, ...]
    paper: str
    shown: str
    cure: str


DATE = "@ Date: 8 September 2022\n"
COUNCIL = "@ Report to: Aldermere Borough Council\n"


def _paper(first: str = "4", *, head: str = "Score", front: str = COUNCIL + DATE, above: str = "") -> str:
    """A paper with one score table, in the signs of `tests.support.grids`; its first score and its head may be odd."""
    others = "| Pilot training | 5 |\n| Storm plan | 3 |\n| Lights and buoys | 2 |\n"
    table = f"| Benchmark | {head} |\n| Quay safety | {first} |\n{others}"
    return f"# Harbour care standard\n{front}## Harbour care scores\n{above}{table}"


REASONS = (
    Reason(
        "The cell is no plain score",
        (
            r"‹› (is a range|is a limit|is no score|shows two figures|is a figure, |does not show as many places)",
            r"the number \S+ and the words ‹› do not agree",
            r"several values are ticked",
            r"the cell is marked",
            r"the row is marked|the row says",
            r"the colour ",
            r"the cell says ‹› and has another colour",
        ),
        _paper("2-3"),
        "'2-3' is a range, not one score",
        "Look at the cell. Decide which score it stands for, or `reject`.",
    ),
    Reason(
        "The figure is off the scale (rejected)",
        (r"\S+ is outside the scale", r"\S+ is between the steps"),
        _paper("7"),
        "7 is outside the scale of 1 to 5",
        "Nothing, if the paper is right to print it: an average or a count is no score. A misprint is the publisher's.",
    ),
    Reason(
        "Another scale is told",
        (
            r"‹› is out of ",
            r"scores out of ",
            r"a scale of ",
            r"the head ‹› tells a scale",
            r"the column's figures are out of",
            r"\S+ of the column's \S+ figures are off the scale",
            r"\S+ is told to be the best",
        ),
        _paper("4/10"),
        "'4/10' is out of 10, the scale ends at 5",
        "Find out which scale the paper uses. A framework of your own can have it.",
    ),
    Reason(
        "It is not clear that the column holds the scores",
        (
            r"another column \(‹›\) may be the score",
            r"the column is headed ‹›",
            r"the head ‹› (says more|stands beside)",
            r"a second head ‹›",
            r"several columns of figures stand without a head",
            r"the column has no head",
            r"one merged cell stands for several",
            r"labels of other benchmarks stand between",
            r"a column ‹› stands beside",
            r"the table stands on a hidden",
            r"the colours stand beside a column",
            r"the column is of a previous",
        ),
        _paper(head="Sep-22"),
        "the column is headed 'Sep-22', which does not say that it holds scores",
        "Look at the head of the column and the text above the table, then `accept` or `reject` all of its values.",
    ),
    Reason(
        "It is not clear that these are scores of the framework",
        (
            r"neither the table nor the text above it speaks",
            r"only \S+ of the \S+ benchmarks",
            r"the labels are (headed|items of)",
            r"the benchmarks are given by number",
            r"several labels of the table mean",
            r"the label ‹› is only close to",
            r"the text (above|below|speaks)",
            r"the sentence (says|above)",
            r"the title says",
            r"‹› is named above the table",
            r"the note to it says",
            r"the paper corrects it",
            r"its text speaks",
        ),
        _paper(above="Forecast scores for next year\n"),
        "the text above says 'Forecast': 'Forecast scores for next year'",
        "Read the sentence that is quoted. A misprinted label is settled for good with `alias`.",
    ),
    Reason(
        "Whose score it is",
        (
            r"the authority is not known",
            r"no authority",
            r"no title, caption or letterhead names the authority",
            r"the paper does not say which authority",
            r"only the (running text|file name|web address) names",
            r"the (running text|head of the paper|heading above|heading|table|caption|caption below the table) names",
            r"the (sentence|paragraph|top of the page|head or foot of the page|source below the table) (names|is)",
            r"‹› (is no authority|may be )",
            r"the cell that should name the authority",
            r"the rows stand under",
            r".+ (began|ended) on \S+, (after|before) the period",
        ),
        _paper(front=DATE),
        "the paper does not say which authority it is about",
        "Write the GSS code under `authority_code` with `correct`; a body of no register comes into one of your own.",
    ),
    Reason(
        "Of when it is",
        (
            r"the period ",
            r"no period is stated",
            r"neither a period nor a date",
            r"only the paper's date says",
            r"the head ‹› gives a day or month",
            r"the column says only",
            r"the file was made in",
            r"\S+ is the year before",
            r"no date stands beside",
            r"the table says \S+, the assessment",
            r"the top of the page speaks of",
        ),
        _paper(front=COUNCIL),
        "neither a period nor a date of the paper was found",
        "Write the period with `correct`: 2022, 2021/22, 2022 Q3 or 2022-03-31.",
    ),
    Reason(
        "The paper contradicts itself, or papers contradict one another",
        (r"the paper contradicts itself",),
        _paper("4") + _paper("3").removeprefix("# Harbour care standard\n"),
        "the paper contradicts itself: '3' here, '4' on page 1 in table 1",
        "Compare the places. `accept` the one that holds, `reject` the other; a paper of a later day settles it too.",
    ),
    Reason(
        "It is not sure enough how it was read",
        (r"not sure enough", r"the file was damaged and repaired"),
        _paper(front=DATE + "~ Aldermere Borough Council\n"),
        "not sure enough (0.76, 0.8 is needed): the authority is told by the running head, "
        "the period is told by the paper's date",
        "Compare with the page (`scorepack explain DOCUMENT --html FILE` shows the cell), then `accept` or `correct`.",
    ),
)


def notices_page() -> str:
    """The page as it should be."""
    kinds = "".join(
        f"| `{kind}` | {' | '.join(_sentence(part) for part in told.split('|'))} |\n" for kind, told in NOTICES.items()
    )
    reasons = "".join(f"| {one.title} | {one.shown} | {one.cure} |\n" for one in REASONS)
    return (
        f"{HEAD}\n## Notices\n\n| kind | what was seen | what to do |\n| --- | --- | --- |\n{kinds}\n"
        "## Reasons\n\nA value may have several. [Review](../review.md#what-to-write) tells what to write.\n\n"
        f"| family | such as | what to do |\n| --- | --- | --- |\n{reasons}"
    )


def kinds_of_notices() -> set[str]:
    """Every kind of notice that the program can give, read from its text."""
    found = {kind for path in files_of_the_product() for kind in _kinds(ast.parse(path.read_text(encoding="utf-8")))}
    view = (ROOT / "warehouse" / "sql" / "views" / "notices.sql").read_text(encoding="utf-8")
    return found | set(re.findall(r"select document_id, \w+, '([a-z_]+)'", view))


def clauses(reason: str) -> list[str]:
    """The parts of a reason, with everything that it quotes left out."""
    return re.sub(r"'[^']*'(?![a-z])", "‹›", reason.replace("\n", " ")).split("; ")


def family_of(clause: str) -> Reason | None:
    """The first family that the clause belongs to."""
    return next((one for one in REASONS if any(re.match(pattern, clause) for pattern in one.patterns)), None)


def _kinds(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Notice", "Oddity"}:
            kind = node.args[0] if node.args else next(word.value for word in node.keywords if word.arg == "kind")
            for part in ast.walk(kind):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:].rstrip('.')}."
