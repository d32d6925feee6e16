"""What an example is, and how findings are written down beside it."""

from dataclasses import dataclass
from textwrap import dedent

from transforms import Findings
from transforms.findings import Observation

FRONT = """\
# Harbour care standard
@ Report to: Aldermere Borough Council
@ Date: 8 September 2022
## Harbour care scores
"""
"""What stands above an example that has no title of its own."""


@dataclass(frozen=True, slots=True)
class Example:
    """A paper and what is taken from it, one line for each observation and notice.

    `promise` is a sentence, `paper` the text that draws it. `gives` are lines such as
    'Quay safety, Aldermere 2022: 4', '...: held 4, <why>', '...: rejected, <why>' and 'notice <kind>: <text>'.
    """

    promise: str
    paper: str
    gives: str

    @property
    def drawn(self) -> str:
        """The whole paper: under the common front where it has none of its own."""
        paper = dedent(self.paper).strip()
        return paper if paper.startswith("# ") else FRONT + paper

    @property
    def lines(self) -> list[str]:
        """What is taken, line by line; a long line goes on in lines that stand further in."""
        lines: list[str] = []
        for line in dedent(self.gives).strip().splitlines():
            if line.startswith(" "):
                lines[-1] += f" {line.strip()}"
            else:
                lines.append(line)
        return lines


def written(findings: Findings) -> list[str]:
    """The findings of a paper as the lines of an example."""
    told = [f"notice {notice.kind}: {notice.text}" for notice in findings.notices]
    return [*map(_line, findings.observations), *told]


def _line(found: Observation) -> str:
    subject = found.subject
    who = subject.authority_text if subject.authority is None else subject.authority.removesuffix(" Borough Council")
    about = " ".join(part for part in (who or "nobody", subject.period or "at no time") if part)
    value = f"{found.score:g}" if found.score is not None else found.band or ""
    word = {"accepted": "", "review": "held ", "rejected": "rejected "}[found.status]
    said = ", ".join(part for part in (f"{word}{value}".strip(), found.reason) if part)
    return f"{found.benchmark_text}, {about}: {said}"
