"""One run's visits to the hosts of papers: polite requests that are tried again, and what a host refused."""

import time
from collections.abc import Callable, Container, Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from types import TracebackType
from typing import TypeVar
from urllib.parse import urldefrag, urljoin, urlsplit

import httpx
from protego import Protego
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, stop_after_delay

from extractors.errors import PaperNotFound
from extractors.sources.errors import (
    ForbiddenByRobots,
    HostLeftAlone,
    LeadsOn,
    NoAnswer,
    NotNow,
    NoWebAddress,
    Refused,
    TooLargeToFetch,
    TooSlow,
    Unreachable,
)
from extractors.sources.fetching import AGENT, Fetching
from extractors.sources.hosts import check_place, key_of, peer_check
from extractors.sources.pace import Pace
from extractors.sources.store import Store

T = TypeVar("T")

_GONE = (404, 410)
_REDIRECTS = (301, 302, 303, 307, 308)
_TAKEN = (200, 304)
_LATER = (429, 500, 502, 503, 504)
_BUSY = (429, 503)
_NO_ROBOTS = range(400, 429)
_BROKEN_OFF = (httpx.TransportError, httpx.DecodingError)
_CONNECT_SECONDS = 15.0
_LONGEST_WAIT = 60.0
_MOST_PATIENCE = 300.0
_ROBOTS_BYTES = 512 * 1024


class Visit:
    """Asks hosts for pages and documents: robots.txt first, one request at a time, later again where they are busy.

    A context manager that holds the connections of one run. A host that refuses (403), or stays busy, is asked nothing
    more. `transport` and `sleep` stand in for the network and the clock.
    """

    def __init__(
        self,
        how: Fetching,
        *,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.how = how
        self.store = Store(how.store)
        self.fetched: set[str] = set()
        """The addresses whose document was asked for in this run."""
        self._sleep = sleep
        self._pace = Pace(how.pause_seconds, sleep)
        self._left_alone: dict[str, HostLeftAlone] = {}
        self._rules: dict[str, Protego] = {}
        self._transport = transport

    def __enter__(self) -> "Visit":
        self.store.sweep()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if "_client" in self.__dict__:
            self._client.close()

    @cached_property
    def _client(self) -> httpx.Client:
        """Made when it is first needed: a run over files alone needs none."""
        private = self.how.allowed_private_hosts
        return httpx.Client(
            headers={"User-Agent": self.how.user_agent, "Accept": "*/*"},
            timeout=httpx.Timeout(self.how.seconds, connect=min(self.how.seconds, _CONNECT_SECONDS)),
            transport=self._transport,
            # A proxy that leads out of the own network does not lead to its hosts.
            mounts=None if self._transport else {f"all://{host}": None for host in private},
        )

    def get(
        self, address: str, receive: Callable[[httpx.Response], T], *, headers: Mapping[str, str] | None = None
    ) -> T:
        """What `receive` makes of the answer, whose body it reads itself; it may be called once for each attempt.

        The answer's status is 200, or 304 where `headers` ask for it. Raises PaperNotFound and the errors of
        `extractors.sources.errors`; `receive` may raise NotNow for an answer that is worth another try.
        """
        return self._tried(address, receive, headers or {}, is_robots=False)

    def page(self, address: str, read: Callable[[bytes, str], T], *, most_bytes: int) -> T:
        """What `read` makes of the bytes of a page and its media type."""
        return self.get(
            address, lambda answer: read(b"".join(self.body(answer, address, most_bytes)), media_type_of(answer))
        )

    def body(self, answer: httpx.Response, address: str, most_bytes: int) -> Iterator[bytes]:
        """The bytes of an answer as they come. Raises TooLargeToFetch, TooSlow and NotNow where they break off."""
        stated = answer.headers.get("content-length", "")
        if stated.isdecimal() and int(stated) > most_bytes:
            raise TooLargeToFetch(address, most_bytes)
        deadline = time.monotonic() + 10 * self.how.seconds
        received = 0
        for chunk in answer.iter_bytes():
            received += len(chunk)
            if received > most_bytes:
                raise TooLargeToFetch(address, most_bytes)
            if time.monotonic() > deadline:
                raise TooSlow(address)
            yield chunk

    def allows(self, address: str) -> bool:
        """Whether the robots.txt of the host lets programs ask for this address; fetches it once for each host.

        Raises HostLeftAlone where it cannot be had now, and what keeps the host from being asked at all.
        """
        check_place(address, address, self.how.allowed_private_hosts)
        return self._may_ask(address)

    def _may_ask(self, place: str) -> bool:
        self._check_welcome(place)
        parts = urlsplit(place)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = self._robots(origin)
        return bool(self._rules[origin].can_fetch(place, AGENT))

    def _robots(self, origin: str) -> Protego:
        address = f"{origin}/robots.txt"
        try:
            text = self._tried(address, lambda answer: self._robots_text(answer, address), {}, is_robots=True)
        except (PaperNotFound, NoWebAddress):
            text = ""
        except (NotNow, NoAnswer, Unreachable) as error:
            # RFC 9309, 2.3.1.4: a robots.txt that cannot be had now forbids everything for now.
            raise self._leave_alone(origin, _why_no_robots(error, self.how.seconds)) from error
        rules = Protego.parse(text)
        pause = rules.crawl_delay(AGENT)
        if pause:
            self._pace.slow_down(key_of(origin), min(float(pause), _LONGEST_WAIT))
        return rules

    def _robots_text(self, answer: httpx.Response, address: str) -> str:
        if answer.status_code in _NO_ROBOTS:
            return ""
        text = b""
        for chunk in self.body(answer, address, self.how.most_bytes):
            text += chunk
            if len(text) >= _ROBOTS_BYTES:
                break
        return text[:_ROBOTS_BYTES].decode("utf-8-sig", "replace")

    def _tried(
        self, address: str, receive: Callable[[httpx.Response], T], headers: Mapping[str, str], *, is_robots: bool
    ) -> T:
        tries = Retrying(
            retry=retry_if_exception_type((NotNow, *_BROKEN_OFF)),
            wait=self._wait,
            stop=stop_after_attempt(self.how.attempts) | stop_after_delay(_MOST_PATIENCE),
            sleep=self._sleep,
            reraise=True,
        )
        try:
            given: T = tries(self._once, address, receive, headers, is_robots)
            return given
        except NotNow as error:
            if error.status in _BUSY:
                raise self._leave_alone(address, f"is busy (status {error.status})") from error
            raise
        except httpx.TimeoutException as error:
            raise NoAnswer(address, self.how.seconds) from error
        except _BROKEN_OFF as error:
            raise Unreachable(address, str(error) or type(error).__name__) from error
        except httpx.InvalidURL as error:
            raise NoWebAddress(address, f"an address that is not written as one ({error})") from error

    def _wait(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        stated = error.wait if isinstance(error, NotNow) else None
        longer: float = self.how.pause_seconds * 2**state.attempt_number
        return min(max(longer, stated or 0.0), _LONGEST_WAIT)

    def _once(
        self, address: str, receive: Callable[[httpx.Response], T], headers: Mapping[str, str], is_robots: bool
    ) -> T:
        place = urldefrag(address).url
        for _ in range(self.how.most_redirects + 1):
            check_place(place, address, self.how.allowed_private_hosts)
            self._check_welcome(place)
            if not is_robots and not self._may_ask(place):
                raise ForbiddenByRobots(address)
            trace = peer_check(place, address, self.how.allowed_private_hosts)
            extensions = {"trace": trace} if trace else {}
            with (
                self._pace.turn(key_of(place)),
                self._client.stream("GET", place, headers=headers, extensions=extensions) as answer,
            ):
                if answer.status_code not in _REDIRECTS or "location" not in answer.headers:
                    self._check_status(answer, address, place, _NO_ROBOTS if is_robots else ())
                    return receive(answer)
            place = urldefrag(urljoin(place, answer.headers["location"])).url
        raise LeadsOn(address, self.how.most_redirects)

    def _check_status(self, answer: httpx.Response, address: str, place: str, also: Container[int]) -> None:
        status = answer.status_code
        if status in _TAKEN or status in also:
            return
        if status in _GONE:
            raise PaperNotFound(address)
        if status == httpx.codes.FORBIDDEN:
            raise self._leave_alone(place, "refuses programs (status 403)")
        if status in _LATER:
            wait = seconds_of(answer.headers.get("retry-after", ""))
            if wait is not None and wait > _LONGEST_WAIT:
                raise self._leave_alone(place, f"asks to come back in {wait:.0f} seconds (status {status})")
            raise NotNow(address, f"answered with status {status}", status=status, wait=wait)
        raise Refused(address, status)

    def _check_welcome(self, place: str) -> None:
        if key_of(place) in self._left_alone:
            raise self._left_alone[key_of(place)]

    def _leave_alone(self, place: str, seen: str) -> HostLeftAlone:
        error = HostLeftAlone(urlsplit(place).hostname or place, seen)
        self._left_alone[key_of(place)] = error
        return error


def _why_no_robots(error: NotNow | NoAnswer | Unreachable, seconds: float) -> str:
    if isinstance(error, NotNow):
        return f"did not give its robots.txt (status {error.status})"
    return (
        f"did not answer within {seconds:g} seconds"
        if isinstance(error, NoAnswer)
        else f"could not be reached ({error.detail})"
    )


def media_type_of(answer: httpx.Response) -> str:
    """The media type that an answer states, without its parameters; "" where it states none."""
    return str(answer.headers.get("content-type", "")).partition(";")[0].strip().lower()


def seconds_of(retry_after: str) -> float | None:
    """The seconds that a Retry-After asks for, as a number or as a time; None where it says neither."""
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
