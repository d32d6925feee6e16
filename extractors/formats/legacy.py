"""Old office files (DOC, PPT, XLS, RTF, XLSB) -> Document, by way of LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from extractors.document import Document, Notice
from extractors.errors import NotConverted, ProgramMissing
from extractors.kinds import OldKind

SECONDS = 90
"""The longest that a conversion may take; most take two or three seconds."""

_PROGRAMS = ("soffice", "libreoffice")
_MOST_OF_A_DETAIL = 200
# The words of LibreOffice's own registry. Without them it fetches what a paper links, such as pictures on any host.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop></item>
</oor:items>
"""
_NOISE = ("javaldx", "Could not find platform independent libraries")


@dataclass(frozen=True, slots=True)
class _Old:
    """How a kind is called and stored, the name of LibreOffice's own filter for it, and what it is turned into."""

    name: str
    suffix: str
    media_type: str
    filter_name: str
    target: Literal["docx", "pptx", "xlsx"]


KINDS: dict[OldKind, _Old] = {
    "old_word": _Old("Word 97-2003 document", ".doc", "application/msword", "MS Word 97", "docx"),
    "old_slides": _Old(
        "PowerPoint 97-2003 presentation", ".ppt", "application/vnd.ms-powerpoint", "MS PowerPoint 97", "pptx"
    ),
    "old_spreadsheet": _Old("Excel 97-2003 workbook", ".xls", "application/vnd.ms-excel", "MS Excel 97", "xlsx"),
    "rich_text": _Old("rich text file", ".rtf", "application/rtf", "Rich Text Format", "docx"),
    "binary_spreadsheet": _Old(
        "binary Excel workbook",
        ".xlsb",
        "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
        "Calc MS Excel 2007 Binary",
        "xlsx",
    ),
}
"""The kinds that LibreOffice opens for us."""


def read_legacy(path: Path, *, document_id: str, file_name: str, source: str, kind: OldKind) -> Document:
    """Read an old office file as LibreOffice saves it in the new form.

    Raises ProgramMissing where LibreOffice is not installed, NotConverted where it cannot open the file or takes
    longer than `SECONDS`, and what the reader of the new form raises.
    """
    old = KINDS[kind]
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise ProgramMissing(file_name, f"a {old.name} ({old.suffix})", "LibreOffice")
    with tempfile.TemporaryDirectory(prefix="scorepack-") as folder:
        converted = _converted(path, old, program, Path(folder))
        document = _reader(old)(converted, document_id=document_id, file_name=file_name, source=source)
    told = Notice("converted_file", f"This {old.name} was read as LibreOffice saves it in the form {old.target}.")
    return replace(document, media_type=old.media_type, notices=(told, *document.notices))


def _converted(path: Path, old: _Old, program: str, folder: Path) -> Path:
    """The file in its new form. LibreOffice gets a profile of its own: two of them do not share one.

    The profile forbids macros, active content and links, and sends every question to a port where nobody answers.
    """
    _forbid(folder / "profile")
    paper = folder / f"paper{old.suffix}"
    shutil.copyfile(path, paper)
    command = [
        *_guard(),
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
        *(f"--infilter={old.filter_name}", "--convert-to", old.target, "--outdir", str(folder / "new"), str(paper)),
    ]
    said = _run(command, old)
    converted = folder / "new" / f"paper.{old.target}"
    if not converted.is_file():
        lines = [line for line in said.splitlines() if line.strip() and not any(noise in line for noise in _NOISE)]
        detail = lines[-1].replace(str(paper), "the file") if lines else "it gave no file and no reason"
        raise NotConverted(old.name, detail[:_MOST_OF_A_DETAIL])
    return converted


def _forbid(profile: Path) -> None:
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")


def _guard() -> list[str]:
    """A watch that outlives this process: where a worker is killed, what it began must not run on."""
    guard = shutil.which("timeout")
    return [guard, "--kill-after=5", str(SECONDS + 5)] if guard else []


def _run(command: list[str], old: _Old) -> str:
    """What the program says. It starts others of its own: all of them end with it."""
    running = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    try:
        said, _ = running.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired as error:
        raise NotConverted(old.name, f"it took longer than {SECONDS} seconds") from error
    finally:
        _end_group(running)
    return said


def _end_group(running: "subprocess.Popen[str]") -> None:
    if sys.platform == "win32":  # No groups of processes there: only the program itself can be ended.
        running.kill()
    else:
        try:
            os.killpg(running.pid, signal.SIGKILL)
        except ProcessLookupError:
            return  # The whole group has ended by itself.
    running.wait()


def _reader(old: _Old) -> Callable[..., Document]:
    if old.target == "docx":
        from extractors.formats.word import read_word

        return read_word
    if old.target == "pptx":
        from extractors.formats.slides import read_slides

        return read_slides
    from extractors.formats.spreadsheet import read_spreadsheet

    return read_spreadsheet
