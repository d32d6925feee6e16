"""Prints the share of facts that the reading keeps, case by case: `python -m tests.hard_cases`."""

import sys
import tempfile
from pathlib import Path

from extractors import read
from tests.conftest import find_program
from tests.hard_cases.cases import all_cases
from tests.hard_cases.facts import kept, strangers


def main() -> None:
    """A line for each case, then the share without and with the pictures."""
    wanted = {int(number) for number in sys.argv[1:]}
    totals = {False: [0, 0], True: [0, 0]}
    for case in all_cases():
        if wanted and case.number not in wanted:
            continue
        if any(find_program(program) is None for program in case.needs):
            print(f"{case.number:3} {case.title:60} needs {', '.join(case.needs)}")
            continue
        with tempfile.TemporaryDirectory() as folder:
            document = read(case.draw(Path(folder)))
        found = sum(kept(document, fact) for fact in case.facts)
        totals[case.image][0] += found
        totals[case.image][1] += len(case.facts)
        foreign = strangers(document, case)
        told = f"  foreign: {foreign}" if foreign else ""
        print(f"{case.number:3} {case.title:60} {found:3}/{len(case.facts):3}{told}")
    (plain, of_plain), (picture, of_picture) = totals[False], totals[True]
    print(f"without pictures {plain}/{of_plain}, with them {plain + picture}/{of_plain + of_picture}")


if __name__ == "__main__":
    main()
