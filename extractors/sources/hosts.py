"""Which hosts may be asked: public ones, and those of the own network that the configuration names."""

import ipaddress
import socket
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any
from urllib.parse import SplitResult, urlsplit
from urllib.request import getproxies, proxy_bypass

from extractors.sources.errors import HostNotKnown, NoWebAddress, PasswordInAddress, PrivateAddress

_INSIDE = ("localhost", "local", "internal", "home.arpa")
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}

Trace = Callable[[str, Mapping[str, Any]], None]


def key_of(place: str) -> str:
    """The host and port of an address, as `name:port`."""
    parts = urlsplit(place)
    return f"{_host(parts)}:{parts.port or _PORTS.get(parts.scheme, 0)}"


def check_place(place: str, address: str, allowed: Collection[str]) -> None:
    """See that a place may be asked, which `address` is or leads to. `allowed` are hosts of the own network.

    Raises NoWebAddress, PasswordInAddress, HostNotKnown and PrivateAddress. What is public never leads to what is
    private, be that host allowed or not.
    """
    try:
        parts = urlsplit(place)
        _ = parts.port
    except ValueError as error:
        raise NoWebAddress(address, place) from error
    host = _host(parts)
    if parts.scheme not in _PORTS or not host:
        raise NoWebAddress(address, place)
    if parts.username or parts.password:
        raise PasswordInAddress(host)
    if is_allowed(place, allowed) and is_allowed(address, allowed):
        return
    if any(map(is_private, _ip_addresses(host, place))):
        raise PrivateAddress(address, host)


def is_allowed(place: str, allowed: Collection[str]) -> bool:
    """Whether the configuration names the host of this place."""
    key = key_of(place)
    return bool({key, key.rpartition(":")[0]} & {host.lower() for host in allowed})


def peer_check(place: str, address: str, allowed: Collection[str]) -> Trace | None:
    """What looks at a new connection before anything is sent: the name may have led elsewhere since it was checked.

    None where the host is allowed, or where a proxy makes the connection.
    """
    if is_allowed(place, allowed) or _goes_through_proxy(place):
        return None

    def trace(event: str, facts: Mapping[str, Any]) -> None:
        if event == "connection.connect_tcp.complete":
            peer = facts["return_value"].get_extra_info("server_addr")
            if peer and is_private(str(peer[0])):
                facts["return_value"].close()
                raise PrivateAddress(address, str(peer[0]))

    return trace


def is_private(address: str) -> bool:
    """Whether an IP address is one that the public network does not reach, also inside an address of another kind."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if ip in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        ip = inner or ip
    return not ip.is_global or ip.is_multicast


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").rstrip(".").lower()


def _ip_addresses(host: str, place: str) -> Iterator[str]:
    """The IP addresses of a host; behind a proxy only those that the name itself tells."""
    written = _written_ip(host)
    if host in _INSIDE or host.endswith(tuple(f".{name}" for name in _INSIDE)):
        yield "127.0.0.1"
    elif written:
        yield written
    elif not _goes_through_proxy(place):
        try:
            found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError) as error:
            raise HostNotKnown(host) from error
        yield from (str(entry[4][0]) for entry in found)


def _written_ip(host: str) -> str | None:
    """The IP address that a host is written as, also in the old forms such as 0x7f.1 and 2130706433."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except (OSError, UnicodeError):
        return None


def _goes_through_proxy(place: str) -> bool:
    parts = urlsplit(place)
    proxies = getproxies()
    return (parts.scheme in proxies or "all" in proxies) and not proxy_bypass(parts.hostname or "")
