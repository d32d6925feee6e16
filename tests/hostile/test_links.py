"""What a paper leads to is never asked for: a server on this machine listens, and nobody knocks."""

import socket
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from extractors import Source
from flows.reading import PaperReaders
from flows.settings import Limits
from tests.hostile.links import leading_to, leading_to_by_libreoffice
from tests.support import papers
from transforms import load_catalogue


class Listener:
    """A server that counts who comes."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.asked: list[bytes] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                asking, _ = self._socket.accept()
            except OSError:
                return
            with asking:
                asking.settimeout(5)
                self.asked.append(asking.recv(200))
                asking.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    listening = Listener()
    yield listening
    listening.close()


def read_all(folder: Path, files: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """Each paper read in a process of a run: 'extracted', 'no_scores', or the reason why not."""
    paths = [papers.save(folder, name, content) for name, content in files]
    sources = [Source(address=str(path), path=path, file_name=path.name) for path in paths]
    with PaperReaders(load_catalogue(), Limits(workers=1)) as readers:
        found = [one.document for one in readers.read(sources)]
    return {one.file_name: (one.reason or "") if one.status == "failed" else one.status for one in found}


def test_nothing_that_a_paper_leads_to_is_asked_for(tmp_path: Path, listener: Listener) -> None:
    found = read_all(tmp_path, leading_to(listener.address))
    assert listener.asked == []
    assert set(found.values()) <= {"extracted", "no_scores"}
    assert found["picture.docx"] == found["template.docx"] == found["picture.odt"] == "extracted"


@pytest.mark.needs("soffice")
def test_libreoffice_asks_for_nothing_either(tmp_path: Path, listener: Listener) -> None:
    made = list(leading_to_by_libreoffice(listener.address))
    assert listener.asked, "LibreOffice as it is installed asks for linked pictures: the test can fail"
    listener.asked.clear()
    found = read_all(tmp_path, made)
    assert listener.asked == []
    assert set(found.values()) <= {"extracted", "no_scores"}


def test_the_listener_hears_who_asks(listener: Listener) -> None:
    host, _, port = listener.address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port))) as asking:
        asking.sendall(b"GET / HTTP/1.1\r\n\r\n")
        asking.recv(10)
    assert listener.asked == [b"GET / HTTP/1.1\r\n\r\n"]
