"""How hosts are asked: robots.txt, pauses, trying again, and where the connection leads in the end."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import httpx
import pytest

from extractors import Fetching, PaperError
from extractors.sources import hosts
from extractors.sources.errors import ForbiddenByRobots, HostLeftAlone, PrivateAddress
from extractors.sources.pace import Pace
from extractors.sources.visit import Visit, seconds_of
from tests.support.council import council, polite

Serve = Callable[[httpx.Request], httpx.Response]
HOST = "https://democracy.example.org"


@pytest.fixture(autouse=True)
def _public_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosts.socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("93.184.215.14", 0))])
    monkeypatch.setattr(hosts, "getproxies", dict)


def visiting(store: Path, serve: Serve, sleep: Callable[[float], None] = lambda _: None, **how: object) -> Visit:
    settings = Fetching(store=store, **({"pause_seconds": 0.0} | how))  # type: ignore[arg-type] # of each test
    return Visit(settings, transport=httpx.MockTransport(serve), sleep=sleep)


def serving(robots: httpx.Response, answer: httpx.Response | None = None) -> Serve:
    return lambda request: robots if request.url.path == "/robots.txt" else answer or httpx.Response(200, content=b"x")


def test_robots_rules_hold_with_wildcards_and_the_longest_match(tmp_path: Path) -> None:
    robots = "User-agent: *\nDisallow: /documents/*.pdf$\nAllow: /documents/open/*.pdf$\nDisallow: /closed"
    with visiting(tmp_path, serving(httpx.Response(200, text=robots))) as visit:
        assert not visit.allows(f"{HOST}/documents/a.pdf")
        assert visit.allows(f"{HOST}/documents/open/a.pdf")
        assert visit.allows(f"{HOST}/documents/a.docx")
        with pytest.raises(ForbiddenByRobots):
            visit.get(f"{HOST}/closed/a.docx", lambda answer: answer.read())


def test_rules_for_this_program_stand_over_those_for_all(tmp_path: Path) -> None:
    robots = "User-agent: *\nDisallow: /\n\nUser-agent: scorepack\nDisallow: /x"
    with visiting(tmp_path, serving(httpx.Response(200, text=robots))) as visit:
        assert visit.allows(f"{HOST}/a.pdf")
        assert not visit.allows(f"{HOST}/x/a.pdf")


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_without_a_robots_txt_all_is_allowed(tmp_path: Path, status: int) -> None:
    with visiting(tmp_path, serving(httpx.Response(status))) as visit:
        assert visit.allows(f"{HOST}/a.pdf")


def test_a_robots_txt_that_cannot_be_had_now_forbids_all_for_now(tmp_path: Path) -> None:
    asked: list[str] = []

    def serve(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(500)

    with visiting(tmp_path, serve, attempts=2) as visit:
        for _ in range(3):
            with pytest.raises(HostLeftAlone, match=r"did not give its robots.txt \(status 500\)"):
                visit.allows(f"{HOST}/a.pdf")
    assert asked == ["/robots.txt"] * 2


def test_a_host_that_cannot_be_reached_is_told_and_left_alone(tmp_path: Path) -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route", request=request)

    with visiting(tmp_path, serve) as visit, pytest.raises(PaperError, match=r"could not be reached \(no route\)"):
        visit.get(f"{HOST}/a.pdf", lambda answer: answer.read())


def test_a_redirect_to_what_robots_forbid_is_not_followed(tmp_path: Path) -> None:
    onward = httpx.Response(302, headers={"location": "/closed/a.pdf"})
    robots = httpx.Response(200, text="User-agent: *\nDisallow: /closed")
    with visiting(tmp_path, serving(robots, onward)) as visit, pytest.raises(ForbiddenByRobots):
        visit.get(f"{HOST}/a.pdf", lambda answer: answer.read())


def test_what_the_server_asks_to_wait_is_waited(tmp_path: Path) -> None:
    waits: list[float] = []
    answers = [httpx.Response(429, headers={"retry-after": "7"}), httpx.Response(200, content=b"whole")]
    serve = serving(httpx.Response(404))

    def busy(request: httpx.Request) -> httpx.Response:
        return serve(request) if request.url.path == "/robots.txt" else answers.pop(0)

    with visiting(tmp_path, busy, waits.append) as visit:
        assert visit.get(f"{HOST}/a.pdf", lambda answer: answer.read()) == b"whole"
    assert waits == [7.0]


def test_a_host_that_asks_for_a_long_wait_is_left_alone(tmp_path: Path) -> None:
    busy = httpx.Response(503, headers={"retry-after": "3600"})
    with visiting(tmp_path, serving(httpx.Response(404), busy)) as visit, pytest.raises(HostLeftAlone, match="3600"):
        visit.get(f"{HOST}/a.pdf", lambda answer: answer.read())


@pytest.mark.parametrize(("text", "seconds"), [("5", 5.0), (" 5 ", 5.0), ("", None), ("soon", None), ("-1", None)])
def test_a_wait_is_read_as_seconds(text: str, seconds: float | None) -> None:
    assert seconds_of(text) == seconds


def test_a_wait_is_read_as_a_time() -> None:
    seconds = seconds_of(format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True))
    assert seconds is not None
    assert 25 < seconds <= 30
    assert seconds_of("Thu, 01 Jan 2015 00:00:00 GMT") == 0.0


def test_there_is_a_pause_after_each_request_to_one_host() -> None:
    waits: list[float] = []
    pace = Pace(1.0, waits.append)
    for host in ("a", "b", "a", "b"):
        with pace.turn(host):
            pass
    assert [round(wait, 1) for wait in waits] == [1.0, 1.0]


def test_a_crawl_delay_lengthens_the_pause(tmp_path: Path) -> None:
    waits: list[float] = []
    robots = httpx.Response(200, text="User-agent: *\nCrawl-delay: 5")
    with visiting(tmp_path, serving(robots), waits.append, pause_seconds=1.0) as visit:
        for _ in range(3):
            visit.get(f"{HOST}/a.pdf", lambda answer: answer.read())
    assert [round(wait) for wait in waits] == [1, 5, 5]


def test_a_name_that_leads_elsewhere_once_it_is_asked_gets_no_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is checked, then resolved again by the connection: here to this machine."""
    with council() as server:
        monkeypatch.undo()
        monkeypatch.setattr(hosts, "getproxies", dict)
        monkeypatch.setattr(hosts, "_ip_addresses", lambda *_: iter(["93.184.215.14"]))
        address = f"http://localhost:{server.server_port}/documents/s12/x.docx"
        with (
            Visit(polite(tmp_path, allowed_private_hosts=frozenset())) as visit,
            pytest.raises(PrivateAddress, match=r"127\.0\.0\.1"),
        ):
            visit.get(address, lambda answer: answer.read())
        assert server.asked == []


def test_a_redirect_to_a_name_that_leads_elsewhere_once_it_is_asked_gets_no_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first answer leads on to a name that is public while it is checked, and this machine when it is asked."""
    with council() as own:
        monkeypatch.undo()
        monkeypatch.setattr(hosts, "getproxies", dict)
        monkeypatch.setattr(hosts, "_ip_addresses", lambda *_: iter(["93.184.215.14"]))
        onward = {"location": f"http://localhost:{own.server_port}/documents/s12/x.docx"}
        real = httpx.HTTPTransport()

        def serve(request: httpx.Request) -> httpx.Response:
            if request.url.host == "localhost":
                return real.handle_request(request)
            return httpx.Response(404) if request.url.path == "/robots.txt" else httpx.Response(302, headers=onward)

        with visiting(tmp_path, serve) as visit, pytest.raises(PrivateAddress, match=r"127\.0\.0\.1"):
            visit.get(f"{HOST}/a.pdf", lambda answer: answer.read())
        assert own.asked == []


def test_settings_that_cannot_be_meant_are_told() -> None:
    for wrong, told in (
        ({"attempts": 0}, "attempts must be 1 or more"),
        ({"pause_seconds": -1.0}, "pause_seconds must be 0 or more"),
        ({"contact": "me\r\nX-Evil: 1"}, "contact must be"),
    ):
        with pytest.raises(ValueError, match=told):
            Fetching(**wrong)  # type: ignore[arg-type] # on purpose
