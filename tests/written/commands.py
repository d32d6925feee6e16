"""The reference of the command line, as the program itself describes it."""

from collections.abc import Iterator

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from flows.cli import app
from flows.statuses import MEANINGS
from tests.support.imports import ROOT

PAGE = ROOT / "docs" / "reference" / "commands.md"

HEAD = """\
# Commands

What `--help` of each command says, as one page, printed from the program: `python -m tests.written` writes it anew.

Results go to standard output, progress and complaints to standard error. What is given on the command line stands over
the [configuration](configuration.md).
"""

STATUSES = """\
## Exit statuses

| status | meaning |
| --- | --- |
"""

COMPLETION = """\
## Completion

`scorepack --install-completion` teaches the shell that it is called from (bash, zsh, fish or PowerShell) to complete
commands and options with the Tab key, from the next session on; `scorepack --show-completion` only prints what it
would add.
"""


def commands_page() -> str:
    """The page as it should be."""
    program = get_command(app)
    assert isinstance(program, TyperGroup)
    parts = [_described(name, command) for name, command in _commands("scorepack", program)]
    statuses = STATUSES + "".join(f"| {status} | {meaning} |\n" for status, meaning in MEANINGS.items())
    return "\n".join([HEAD, *parts, statuses, COMPLETION])


def _commands(name: str, group: TyperGroup) -> Iterator[tuple[str, TyperCommand]]:
    for part, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from _commands(f"{name} {part}", command)
        elif isinstance(command, TyperCommand):
            yield f"{name} {part}", command


def _described(name: str, command: TyperCommand) -> str:
    context = command.make_context(name, [], resilient_parsing=True)
    arguments = [part for part in command.params if isinstance(part, TyperArgument)]
    options = [part for part in command.params if isinstance(part, TyperOption)]
    usage = " ".join([name, *map(_placed, arguments), *(["[OPTIONS]"] if options else [])])
    records = [(str(argument.metavar), argument.help or "") for argument in arguments]
    records += [record for option in options if (record := option.get_help_record(context))]
    about = "\n\n".join(" ".join(part.split()) for part in (command.help or "").split("\n\n"))
    table = "".join(f"| `{_cell(written)}` | {_cell(meaning)} |\n" for written, meaning in records)
    return f"## {name}\n\n{about}\n\n```text\n{usage}\n```\n\n| | |\n| --- | --- |\n{table}"


def _placed(argument: TyperArgument) -> str:
    return str(argument.metavar) if argument.required else f"[{argument.metavar}]"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
