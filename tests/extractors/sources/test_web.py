"""Documents behind http(s) addresses, against a server that is only a function."""

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from extractors import Fetching, Listed, PaperError, Source, fetch
from extractors.errors import EmptyPaper, PaperNotFound
from extractors.sources import hosts
from extractors.sources.names import file_name_of
from extractors.sources.visit import Visit

Serve = Callable[[httpx.Request], httpx.Response]
ADDRESS = "https://democracy.example.org/documents/s1/Prevent%20Update.pdf"


@pytest.fixture(autouse=True)
def _public_names(monkeypatch: pytest.MonkeyPatch) -> None:
    def lookup(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        address = "10.0.0.8" if host.startswith("intranet.") else "93.184.215.14"
        return [(2, 1, 6, "", (address, 0))]

    monkeypatch.setattr(hosts.socket, "getaddrinfo", lookup)
    monkeypatch.setattr(hosts, "getproxies", dict)


def got(tmp_path: Path, serve: Serve, address: str | Listed = ADDRESS, **how: object) -> Source:
    """One document from a server without a robots.txt, in a visit of its own."""

    def answered(request: httpx.Request) -> httpx.Response:
        return httpx.Response(404) if request.url.path == "/robots.txt" else serve(request)

    settings = Fetching(store=tmp_path, **({"pause_seconds": 0.0} | how))  # type: ignore[arg-type] # of each test
    with Visit(settings, transport=httpx.MockTransport(answered), sleep=lambda _: None) as visit:
        return fetch(address if isinstance(address, Listed) else Listed(address), visit)


def answer(content: bytes = b"%PDF-1.7", **headers: str) -> Serve:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: httpx.Response(200, content=content, headers=named)


def test_a_document_is_saved_under_its_own_name(tmp_path: Path) -> None:
    source = got(tmp_path, answer())
    assert source.file_name == "Prevent Update.pdf"
    assert source.path.read_bytes() == b"%PDF-1.7"
    assert source.path.is_relative_to(tmp_path)
    assert (source.address, source.publisher_host) == (ADDRESS, "democracy.example.org")


def test_the_same_name_from_two_addresses_does_not_collide(tmp_path: Path) -> None:
    first = got(tmp_path, answer(b"one"), "https://a.example.org/x/Update.pdf")
    second = got(tmp_path, answer(b"two"), "https://b.example.org/x/Update.pdf")
    assert (first.path.read_bytes(), second.path.read_bytes()) == (b"one", b"two")


def test_the_program_says_who_it_is(tmp_path: Path) -> None:
    seen: list[str] = []

    def serve(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["user-agent"])
        return httpx.Response(200, content=b"x")

    got(tmp_path, serve)
    assert seen[0].startswith("scorepack/")


@pytest.mark.parametrize(
    ("disposition", "address", "name"),
    [
        ('attachment; filename="Report.docx"', ADDRESS, "Report.docx"),
        ("attachment; filename=Report.docx; size=3", ADDRESS, "Report.docx"),
        (
            "attachment; filename=\"x\"; filename*=UTF-8''Prevent%20%E2%80%93%20Update.pdf",
            ADDRESS,
            "Prevent – Update.pdf",
        ),
        ('attachment; filename="..\\..\\evil.pdf"', ADDRESS, "evil.pdf"),
        ('attachment; filename="../../etc/passwd"', ADDRESS, "passwd"),
        ("", "https://example.org/a/b/?id=3", "b"),
        ("", "https://example.org/", "document"),
        ("", "https://example.org/%2e%2e%2f%2e%2e%2fx.pdf", "x.pdf"),
    ],
)
def test_names_are_taken_from_the_server_and_made_safe(disposition: str, address: str, name: str) -> None:
    assert file_name_of(disposition, address) == name


def test_a_long_name_keeps_its_suffix() -> None:
    name = file_name_of("", f"https://example.org/{'x' * 400}.pdf")
    assert len(name) <= 150
    assert name.endswith("x.pdf")


@pytest.mark.parametrize("status", [404, 410])
def test_a_document_that_is_gone_is_not_found(tmp_path: Path, status: int) -> None:
    with pytest.raises(PaperNotFound):
        got(tmp_path, lambda _: httpx.Response(status))


@pytest.mark.parametrize("status", [401, 403, 418, 500])
def test_a_refusal_is_told_with_its_status(tmp_path: Path, status: int) -> None:
    with pytest.raises(PaperError, match=f"status {status}"):
        got(tmp_path, lambda _: httpx.Response(status))


def test_a_document_that_is_too_large_is_refused_and_leaves_nothing_behind(tmp_path: Path) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(100):
            yield bytes(1024)

    with pytest.raises(PaperError, match="larger than"):
        got(tmp_path, lambda _: httpx.Response(200, content=chunks()), most_bytes=10 * 1024)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_document_that_says_it_is_too_large_is_not_transferred(tmp_path: Path) -> None:
    def chunks() -> Iterator[bytes]:
        pytest.fail("the body was read")
        yield b""

    def serve(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=chunks(), headers={"content-length": "99999999"})

    with pytest.raises(PaperError, match="larger than"):
        got(tmp_path, serve, most_bytes=1024)


@pytest.mark.parametrize("kind", ["video/mp4", "image/png", "text/css; charset=utf-8"])
def test_what_can_be_no_paper_is_refused_by_its_type(tmp_path: Path, kind: str) -> None:
    with pytest.raises(PaperError, match="is no document but of the type"):
        got(tmp_path, answer(b"x", content_type=kind))


@pytest.mark.parametrize("content", [b"%PDF-1.7 half of", b"PK\x03\x04 half of"])
def test_what_breaks_off_without_a_stated_length_is_no_paper(tmp_path: Path, content: bytes) -> None:
    def serve(_: httpx.Request) -> httpx.Response:
        response = httpx.Response(200, stream=httpx.ByteStream(content))
        assert "content-length" not in response.headers
        return response

    with pytest.raises(PaperError, match="broke off in the middle"):
        got(tmp_path, serve)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_an_empty_answer_is_no_paper(tmp_path: Path) -> None:
    with pytest.raises(EmptyPaper):
        got(tmp_path, answer(b""))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_break_in_the_middle_leaves_the_older_copy_whole(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise httpx.ReadError("connection lost")

    whole = got(tmp_path, answer(b"whole"))
    with pytest.raises(PaperError, match="could not be reached"):
        got(tmp_path, lambda _: httpx.Response(200, content=broken()))
    assert whole.path.read_bytes() == b"whole"


def test_redirects_are_followed_a_few_times(tmp_path: Path) -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/final.pdf":
            return httpx.Response(200, content=b"x")
        return httpx.Response(302, headers={"location": "/final.pdf"})

    source = got(tmp_path, serve)
    assert (source.file_name, source.address) == ("final.pdf", ADDRESS)
    with pytest.raises(PaperError, match="leads on more than 5 times"):
        got(tmp_path, lambda _: httpx.Response(302, headers={"location": "/again.pdf"}))


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/a.pdf",
        "http://[::1]/a.pdf",
        "http://10.1.2.3/a.pdf",
        "http://169.254.169.254/latest",
        "http://[::ffff:192.168.0.1]/a.pdf",
        "http://localhost:8000/a.pdf",
        "http://intranet.example.org/a.pdf",
        "http://2130706433/a.pdf",
        "http://0x7f.1/a.pdf",
        "http://localhost./a.pdf",
        "http://[2002:7f00:1::]/a.pdf",
        "http://[64:ff9b::a00:1]/a.pdf",
        "http://224.0.0.1/a.pdf",
    ],
)
def test_addresses_inside_the_own_network_are_refused_unless_their_host_is_allowed(
    tmp_path: Path, address: str
) -> None:
    with pytest.raises(PaperError, match="private network"):
        got(tmp_path, answer(), address)
    host = hosts.key_of(address).rpartition(":")[0]
    assert got(tmp_path, answer(), address, allowed_private_hosts=frozenset({host})).path.exists()
    with pytest.raises(PaperError, match="private network"):
        got(tmp_path, answer(), address, allowed_private_hosts=frozenset({"other.example.org"}))


def test_what_is_public_never_leads_into_the_own_network(tmp_path: Path) -> None:
    def serve(_: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"location": "http://127.0.0.1/secret"})

    for allowed in (frozenset[str](), frozenset({"127.0.0.1"})):
        with pytest.raises(PaperError, match="private network"):
            got(tmp_path, serve, allowed_private_hosts=allowed)


def test_a_redirect_to_another_kind_of_address_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="no web address"):
        got(tmp_path, lambda _: httpx.Response(302, headers={"location": "file:///etc/passwd"}))


def test_an_address_with_a_password_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="password"):
        got(tmp_path, answer(), "https://me:secret@example.org/a.pdf")


def test_a_server_that_does_not_answer_is_told(tmp_path: Path) -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("slow", request=request)

    with pytest.raises(PaperError, match="did not answer within 90 seconds"):
        got(tmp_path, serve)


def test_a_name_that_is_only_a_handler_s_becomes_the_title(tmp_path: Path) -> None:
    listed = Listed("https://d.example.org/mgConvert2PDF.aspx?ID=7", title="Prevent / update")
    assert got(tmp_path, answer(content_type="application/pdf"), listed).file_name == "Prevent _ update.pdf"


def test_a_document_of_the_same_edition_is_not_asked_for_again(tmp_path: Path) -> None:
    listed = Listed(ADDRESS, edition="12 2026-01-01", committee="Cabinet")
    first = got(tmp_path, answer(b"one"), listed)
    again = got(tmp_path, lambda _: pytest.fail("asked again"), listed)
    changed = got(tmp_path, answer(b"two"), Listed(ADDRESS, edition="12 2026-02-02"))
    assert (first.fresh, again.fresh, changed.fresh) == (True, False, True)
    assert (again.path, again.file_name, again.committee) == (first.path, first.file_name, "Cabinet")
    assert changed.path.read_bytes() == b"two"


@pytest.mark.parametrize(("mark", "question"), [("etag", "if-none-match"), ("last-modified", "if-modified-since")])
def test_a_server_s_own_marks_save_the_transfer(tmp_path: Path, mark: str, question: str) -> None:
    value = "Thu, 01 Jan 2026 00:00:00 GMT"

    def serve(request: httpx.Request) -> httpx.Response:
        if request.headers.get(question) == value:
            return httpx.Response(304)
        return httpx.Response(200, content=b"x", headers={mark: value})

    assert got(tmp_path, serve).fresh
    assert not got(tmp_path, serve).fresh


def test_a_document_without_marks_is_asked_for_once_in_a_run(tmp_path: Path) -> None:
    asked: list[str] = []

    def serve(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(200, content=b"x")

    with Visit(Fetching(store=tmp_path, pause_seconds=0), transport=httpx.MockTransport(serve)) as visit:
        fresh = [fetch(Listed(ADDRESS), visit).fresh for _ in range(3)]
    assert fresh == [True, False, False]
    assert got(tmp_path, serve).fresh
    assert len([path for path in asked if path != "/robots.txt"]) == 2


def test_a_document_that_was_lost_from_the_store_is_fetched_again(tmp_path: Path) -> None:
    listed = Listed(ADDRESS, edition="1")
    got(tmp_path, answer(b"whole"), listed).path.write_bytes(b"who")
    again = got(tmp_path, answer(b"whole"), listed)
    assert again.fresh
    assert again.path.read_bytes() == b"whole"


def test_a_redirect_to_a_name_that_leads_into_the_own_network_is_refused(tmp_path: Path) -> None:
    asked: list[str] = []

    def serve(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        return httpx.Response(302, headers={"location": "http://intranet.example.org/secret.pdf"})

    for allowed in (frozenset[str](), frozenset({"intranet.example.org"})):
        with pytest.raises(PaperError, match=r"leads to intranet\.example\.org inside a private network"):
            got(tmp_path, serve, allowed_private_hosts=allowed)
    assert set(asked) == {"democracy.example.org"}
