"""The example of docs/scheduling.md that sends a message where a refresh did not go well, as it is printed there."""

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from flows.summary import Published
from tests.support import papers
from tests.support.imports import ROOT
from warehouse import open_warehouse

pytestmark = [pytest.mark.flow, pytest.mark.usefixtures("engine")]


@pytest.fixture
def said() -> Iterator[tuple[str, list[str]]]:
    """The address of a chat on this machine, and the messages that it got."""
    messages: list[str] = []

    class Chat(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            messages.append(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"])
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Chat) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/hooks/scorepack", messages
        server.shutdown()


@pytest.fixture
def notify(said: tuple[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The example as a module, with another address of the chat and no waiting."""
    from flows import refresh

    monkeypatch.setattr(refresh, "publish_release_unless_shown", lambda *_: Published("1.0.0", "published", True))
    page = (ROOT / "docs" / "scheduling.md").read_text(encoding="utf-8")
    [program] = re.findall(r"```python\n(# notify\.py.*?)```", page, re.DOTALL)
    place = tmp_path / "notify.py"
    place.write_text(program.replace("retry_delay_seconds=15 * 60", "retry_delay_seconds=0"), encoding="utf-8")
    spec = spec_from_file_location("notify", place)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "WEBHOOK", said[0])
    return module


def configured(folder: Path, *sources: str) -> str:
    file = folder / "scorepack.toml"
    places = 'warehouse = "scorepack.duckdb"\nout = "published"\n[limits]\nworkers = 1\n[fetching]\nstore = "store"\n'
    file.write_text(f"sources = {json.dumps(sources)}\n{places}attempts = 1\n", encoding="utf-8")
    return str(file)


def test_a_refresh_that_failed_is_told_once_and_one_that_is_well_is_not(notify, said, tmp_path):
    (tmp_path / "papers").mkdir()
    assert notify.told_refresh(configured(tmp_path, "papers"), return_state=True).is_completed()
    assert said[1] == []
    config = configured(tmp_path, "papers", "https://127.0.0.1/paper.pdf")
    assert notify.told_refresh(config, return_state=True).name == "Incomplete"
    [message] = said[1]
    assert "Incomplete. 1 of 2 sources failed, others were read. https://127.0.0.1/paper.pdf" in message
    with open_warehouse(tmp_path / "scorepack.duckdb") as warehouse:
        refreshes = warehouse.connection.execute("select failed_sources from meta.refresh order by refresh_id")
        assert refreshes.fetchall() == [(0,), (1,), (1,)]  # the failed one was tried once more


def test_a_doubtful_refresh_is_told(notify, said, tmp_path):
    papers.save(tmp_path, "broken.pdf", papers.broken_pdf())
    assert notify.told_refresh(configured(tmp_path, "broken.pdf"), return_state=True).name == "Doubtful"
    [message] = said[1]
    assert "Doubtful. 0 values wait for a person, 1 papers could not be read" in message
