"""`scorepack init`: a scorepack.toml in which every setting is explained and none is switched on."""

import shlex
import textwrap
from collections.abc import Iterator
from pathlib import Path

from flows.errors import CannotWrite, ConfigurationThere
from flows.keys import CHAPTERS, Chapter, Key
from flows.settings import DEFAULT_CONFIGURATION

_HEAD = """\
What scorepack reads, where it keeps what it found, and how it publishes.
A line that begins with # and a name is a setting with its default, or with an example where there is none: take the #
away to set it. Leave the lines in brackets as they are. Paths are relative to this file.
"""
_WIDTH = 110


def begin(folder: Path) -> str:
    """Write the configuration into the folder, which is made where it is missing, and say what to do next.

    Raises ConfigurationThere where there is one already, and CannotWrite.
    """
    file = folder / DEFAULT_CONFIGURATION
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(configuration_text())
    except FileExistsError as error:
        if file.exists():
            raise ConfigurationThere(file) from error
        raise CannotWrite(folder, "there is a file of that name") from error
    except OSError as error:
        raise CannotWrite(file, error.strerror or type(error).__name__) from error
    return _next(folder, file)


def configuration_text() -> str:
    """The file: each key with its meaning and its default or an example, as a comment."""
    lines = [*_explained(" ".join(_HEAD.split()))]
    for chapter in CHAPTERS:
        lines += ["", *_chapter(chapter)]
    return "\n".join(lines) + "\n"


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield from _explained(chapter.meaning)
    if chapter.header:
        yield f"#{chapter.header}" if chapter.is_example else chapter.header
    for key in chapter.keys:
        yield ""
        yield from _explained(_meaning(key))
        yield f"#{key.name} = {key.default or key.example}"


def _meaning(key: Key) -> str:
    if key.usually:
        return f"{key.meaning} Default: {key.usually.replace('`', '')}."
    return key.meaning if key.default else f"{key.meaning} Default: none."


def _explained(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)


def _next(folder: Path, file: Path) -> str:
    steps = [
        *([] if folder == Path() else [f"go there: cd {shlex.quote(str(folder))}"]),
        f"name your papers: take the # away from `sources` in {file.name}",
        "see whether all is in order: scorepack doctor",
        "read and publish: scorepack run",
        f"open {Path('published', 'latest', 'index.html')}",
    ]
    numbered = "\n".join(f"  {number}. {step}" for number, step in enumerate(steps, start=1))
    return f"Wrote {file}: every setting with its default, none switched on. Next:\n{numbered}"
