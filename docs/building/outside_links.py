"""A hook of MkDocs: the pages link to files of the project that lie outside of `docs`, and the site takes them along.

README.md becomes the home page. Other Markdown pages become pages under `project/`, any other file is copied there, so
that a link works in a checkout and on the site alike, and the strict build sees every one of them.
"""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[2]
HOME = "README.md"
_LINK = re.compile(r"(?<=\]\()(?P<target>[^)\s:#]+)(?P<anchor>#[^)\s]*)?(?=\))")
_CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every file that a page names, and those that these name in turn."""
    waiting = [HOME, *(f"docs/{file.src_uri}" for file in files.documentation_pages())]
    seen = set(waiting)
    _add(files, config, HOME)
    while waiting:
        for target in _targets(waiting.pop()):
            if target in seen or target.startswith("docs/") or not (ROOT / target).is_file():
                continue
            seen.add(target)
            _add(files, config, target)
            if target.endswith(".md"):
                waiting.append(target)
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """The page's text with its links as the site has the files."""
    own = _path_of(page.file.src_uri)

    def moved(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(own), link["target"]))
        if (ROOT / target).is_dir():
            target = _of_folder(target)
        return _relative(_uri_of(target), page.file.src_uri) + (link["anchor"] or "")

    return _LINK.sub(moved, markdown)


def _add(files: Files, config: MkDocsConfig, path: str) -> None:
    if path.endswith(".md"):
        text = (ROOT / path).read_text(encoding="utf-8")
        files.append(File.generated(config, _uri_of(path), content=text))
    else:
        files.append(File.generated(config, _uri_of(path), abs_src_path=str(ROOT / path)))


def _targets(path: str) -> Iterator[str]:
    """The files that a Markdown file links to, from the project's folder."""
    for link in _LINK.finditer(_CODE.sub("", (ROOT / path).read_text(encoding="utf-8"))):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link["target"]))
        yield _of_folder(target) if (ROOT / target).is_dir() else target


def _of_folder(path: str) -> str:
    """What a link to a folder shows: its own page, else the file of the folder that comes first."""
    files = sorted(file.name for file in (ROOT / path).iterdir() if file.is_file())
    return f"{path}/{'README.md' if 'README.md' in files else files[0]}"


def _uri_of(path: str) -> str:
    """Where the site has a file of the project."""
    if path == HOME:
        return "index.md"
    return path.removeprefix("docs/") if path.startswith("docs/") else f"project/{path}"


def _path_of(uri: str) -> str:
    """The file of the project that the site has there."""
    if uri == "index.md":
        return HOME
    return uri.removeprefix("project/") if uri.startswith("project/") else f"docs/{uri}"


def _relative(uri: str, page_uri: str) -> str:
    return posixpath.relpath(uri, posixpath.dirname(page_uri) or ".")
