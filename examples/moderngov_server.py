"""A council's committee papers on this machine: the ModernGov and CMIS pages of Midmark, which does not exist.

    python examples/moderngov_server.py --port 8765

serves the example papers as a council would, so that a refresh can be tried without the internet; the council's days
are counted from today. With `--quirk NAME` (more than once, or `--quirk all`) it behaves as real sites sometimes do.
It is written from the described formats of such sites, is no copy of either program, and shows no real person.
"""

import argparse
import mimetypes
import sys
import threading
import time
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

sys.path.insert(0, str(Path(__file__).parent))

from council import cmis_pages, moderngov_pages, moderngov_public
from council.papers import Council, midmark

QUIRKS = {
    "whole-history": "the list of meetings ignores the days that are asked for",
    "names-missing": "documents are linked to by a handler, without a file name",
    "cut-once": "every address breaks off in the middle when it is first asked for",
    "page-once": "... answers with a web page and status 200",
    "error-once": "... answers with status 500",
    "busy-once": "... answers with status 429 and Retry-After",
    "unavailable-once": "... answers with status 503",
    "slow": "every answer takes a while",
}
"""What a patient visitor gets over. Of those that end in -once, each address plays one, in turn."""

DETOURS = {
    "service-off": "the web service of the ModernGov site is switched off; its public pages work",
}
"""What a visitor finds another way for."""

FAULTS = {
    "forbidden": "everything is forbidden (403)",
    "forbidden-documents": "documents are forbidden (403), lists are not",
    "busy": "everything answers with status 429",
    "error": "every list of meetings answers with status 500",
    "page": "every list is a web page with status 200",
    "cut": "every document breaks off in the middle",
    "page-for-document": "every document is a web page with status 200",
    "bomb": "every list is a small XML file that means a very large one",
    "onward": "every document leads on to an address of the server's own network",
}
"""What a visitor cannot get over, and must tell."""

_ONCE = [name for name in QUIRKS if name.endswith("-once")]
_PAGE = b"<!DOCTYPE html><html><head><script>location='/login'</script></head><body>Please wait</body></html>"
_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE committees [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (97 + n, b"&%c;" % (96 + n) * 10) for n in range(1, 10))
    + b"]><committees><committee><committeeid>&j;</committeeid></committee></committees>"
)


class CouncilServer(ThreadingHTTPServer):
    """The server. `asked` are the paths that were asked for, in order, with their queries; `served` the documents that
    were sent whole. `quirks` can be changed while it runs; `etags` makes documents carry one.
    """

    daemon_threads = True

    def __init__(self, council: Council, *, port: int = 0, quirks: set[str] | None = None, etags: bool = False) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.council = council
        self.quirks = quirks or set()
        self.etags = etags
        self.asked: list[str] = []
        self.served: list[str] = []
        self.agents: set[str] = set()
        self.most_at_once = 0
        self.seconds = 0.01
        self._at_once = 0
        self._met: dict[str, str | None] = {}
        self._turn = 0
        self._door = threading.Lock()

    @property
    def address(self) -> str:
        """The address of the server, without a last slash."""
        return f"http://127.0.0.1:{self.server_port}"

    def once(self, path: str) -> str | None:
        """The quirk that this address plays now: one the first time that it is asked for, if any are on."""
        kinds = [name for name in _ONCE if name in self.quirks]
        with self._door:
            if not kinds or path in self._met or path == "/robots.txt":
                return None
            self._turn += 1
            self._met[path] = kinds[self._turn % len(kinds)]
            return self._met[path]

    def enter(self, path: str, agent: str) -> None:
        """Note that a request came."""
        with self._door:
            self.asked.append(path)
            self.agents.add(agent)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)

    def leave(self) -> None:
        """Note that a request is done."""
        with self._door:
            self._at_once -= 1


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 65536  # head and body leave together: apart, the second waits for the first to be acknowledged
    server: CouncilServer

    def do_GET(self) -> None:
        self.server.enter(self.path, self.headers.get("User-Agent", ""))
        try:
            if "slow" in self.server.quirks:
                time.sleep(self.server.seconds)
            self._answer()
        finally:
            self.server.leave()

    def log_message(self, *_: object) -> None:
        pass

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        path, asked = unquote(parts.path), {name.lower(): texts[-1] for name, texts in parse_qs(parts.query).items()}
        if path == "/robots.txt":
            return self._send(self.server.council.robots.encode(), "text/plain")
        is_service = path.lower().startswith("/mgwebservice.asmx")
        is_list = is_service or path.startswith(cmis_pages.BASE) or moderngov_public.is_page(path)
        paper = self.server.council.paper_at(path, asked)
        if self._plays_fault(is_list=is_list and paper is None):
            return None
        quirk = self.server.once(self.path)
        if quirk in ("page-once", "error-once", "busy-once", "unavailable-once"):
            return self._refuse({"error-once": 500, "busy-once": 429, "unavailable-once": 503}.get(quirk, 200))
        is_cut = quirk == "cut-once" or ("cut" in self.server.quirks and paper is not None)
        if paper is not None:
            return self._send_paper(path, paper.number, paper.file_name, is_cut=is_cut)
        if is_service and "service-off" in self.server.quirks:
            return self._send(b"not here", "text/html", status=404)
        return self._send_list(path, asked, is_cut=is_cut)

    def _plays_fault(self, *, is_list: bool) -> bool:
        on = self.server.quirks
        if "forbidden" in on or ("forbidden-documents" in on and not is_list):
            self._refuse(403)
        elif "busy" in on:
            self._refuse(429)
        elif "error" in on and "GetMeetings" in self.path:
            self._refuse(500)
        elif ("page" in on and is_list) or ("page-for-document" in on and not is_list):
            self._refuse(200)
        elif "bomb" in on and is_list:
            self._send(_BOMB, "text/xml; charset=utf-8")
        elif "onward" in on and not is_list:
            self._send(b"", "text/html", status=302, Location="http://169.254.169.254/latest/meta-data/")
        else:
            return False
        return True

    def _refuse(self, status: int) -> None:
        self._send(_PAGE, "text/html", status=status, **({"Retry-After": "0"} if status in (429, 503) else {}))

    def _send_list(self, path: str, asked: dict[str, str], *, is_cut: bool) -> None:
        places = {path.startswith(cmis_pages.BASE): cmis_pages, moderngov_public.is_page(path): moderngov_public}
        pages = places.get(True, moderngov_pages)
        body = pages.page(self.server.council, path, asked, self.server.address, self.server.quirks)
        if body is None:
            return self._send(b"not here", "text/plain", status=404)
        kind = "text/xml; charset=utf-8" if pages is moderngov_pages else "text/html; charset=utf-8"
        return self._send(body.encode(), kind, is_cut=is_cut)

    def _send_paper(self, path: str, number: int, file_name: str, *, is_cut: bool) -> None:
        content = self.server.council.content_of(number)
        mark = f'"{number}-{len(content)}"'
        kind = mimetypes.guess_type(file_name)[0] or "application/octet-stream"
        if self.server.etags and self.headers.get("If-None-Match") == mark:
            return self._send(b"", kind, status=304)
        named = (
            {"Content-Disposition": f'inline; filename="{file_name}"'} if "names-missing" in self.server.quirks else {}
        )
        marks = {"ETag": mark} if self.server.etags else {}
        self._send(content, kind, is_cut=is_cut, **named, **marks)
        if not is_cut:
            self.server.served.append(path)
        return None

    def _send(self, body: bytes, kind: str, *, status: int = 200, is_cut: bool = False, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if is_cut else body)
        self.close_connection = is_cut


def main() -> None:
    """Serve until interrupted."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--port", type=int, default=8765)
    words.add_argument("--quirk", action="append", default=[], choices=["all", *QUIRKS, *DETOURS, *FAULTS])
    told = words.parse_args()
    quirks = set(QUIRKS) if "all" in told.quirk else set(told.quirk)
    server = CouncilServer(midmark(date.today()), port=told.port, quirks=quirks)
    print(f"Midmark's committee papers: moderngov+{server.address}/", flush=True)
    print(f"The same as CMIS pages:     cmis+{server.address}{cmis_pages.BASE}Meetings.aspx", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


if __name__ == "__main__":
    main()
