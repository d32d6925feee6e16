"""The table: groups of lines, in each group one that is ours, and targets that were met or missed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.speed.children import Spent

_HEAD = f"{'':46}{'clock s':>9}{'proc. s':>9}{'of':>8} {'':9}{'ms each':>10}{'x ours':>8}"


@dataclass(frozen=True, slots=True)
class Line:
    """What one contender took for an amount of something; `spent` is None where it is not installed.

    `aside` is a part of another line, or a figure that is no contest: it gets no ratio.
    """

    name: str
    spent: Spent | None
    amount: float = 1
    unit: str = ""
    note: str = ""
    is_ours: bool = False
    aside: bool = False

    @property
    def each(self) -> float | None:
        """Seconds of processor time for one of what there is an amount of; None where there is nothing to divide."""
        return self.spent.processor / self.amount if self.spent and self.amount else None


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that may be at most (or has to be at least) so much."""

    what: str
    figure: float
    limit: float
    at_least: bool = False

    @property
    def is_met(self) -> bool:
        return self.figure >= self.limit if self.at_least else self.figure <= self.limit


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that are measured against one another."""

    title: str
    lines: Sequence[Line]
    targets: Sequence[Target] = ()


def told(group: Group) -> Iterator[str]:
    """The lines of a group as text."""
    own = next((line.each for line in group.lines if line.is_ours), None)
    yield f"\n{group.title}\n{_HEAD}"
    for line in group.lines:
        yield _line(line, own).rstrip()


def verdicts(targets: Sequence[Target]) -> Iterator[str]:
    """A line for each target: what it is, what was measured, and whether that is good enough."""
    for target in targets:
        wanted = "at least" if target.at_least else "at most"
        yield (
            f"{'met   ' if target.is_met else 'MISSED'}  {target.what}: {target.figure:.2f}, "
            f"{wanted} {target.limit:g} is wanted"
        )


def _line(line: Line, own: float | None) -> str:
    name = f"  {line.name:44}"
    if line.spent is None:
        return f"{name}  not installed"
    each = f"{1000 * line.each:10.3f}" if line.each is not None else f"{'-':>10}"
    ratio = f"{line.each / own:8.2f}" if line.each is not None and own and not line.aside else f"{'':8}"
    return (
        f"{name}{line.spent.clock:9.2f}{line.spent.processor:9.2f}{line.amount:8,.0f} {line.unit:9}"
        f"{each}{ratio}  {line.note}"
    )
