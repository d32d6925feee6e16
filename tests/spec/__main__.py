"""Prints the reference: `python -m tests.spec`."""

from textwrap import dedent, indent

from tests.spec.example import FRONT, Example
from tests.spec.toc import CHAPTERS


def main() -> None:
    """A chapter after the other, each example as it is drawn and what is taken from it."""
    print("# Papers and what is taken from them\n")
    print(f"Where no title is shown the paper begins with\n\n{indent(FRONT, '    ')}")
    for chapter in CHAPTERS:
        print(f"## {chapter.TITLE}\n\n{chapter.ABOUT.strip()}\n")
        for example in chapter.EXAMPLES:
            print(_shown(example))


def _shown(example: Example) -> str:
    paper = indent(dedent(example.paper).strip(), "    ")
    gives = indent(dedent(example.gives).strip(), "    ")
    return f"### {example.promise}\n\n{paper}\n\ngives\n\n{gives}\n"


if __name__ == "__main__":
    main()
