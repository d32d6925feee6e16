"""Why a paper or a list of papers could not be fetched, and what to do about it."""

from extractors.errors import PaperError


class PrivateAddress(PaperError):
    """The address leads into a private network."""

    def __init__(self, address: str, host: str) -> None:
        super().__init__(
            f"{address} leads to {host} inside a private network, which is not fetched. "
            "Download the document and give its path, or allow this private host in the configuration."
        )


class NoWebAddress(PaperError):
    """The address is, or leads to, something that is not on the web."""

    def __init__(self, address: str, place: str) -> None:
        super().__init__(f"{address} leads to {place}, which is no web address. Give the document's own address.")


class PasswordInAddress(PaperError):
    """The address carries a user's name or password."""

    def __init__(self, host: str) -> None:
        super().__init__(f"{host}: an address with a password in it is not fetched. Give the public address.")


class HostNotKnown(PaperError):
    """The name of the host has no address."""

    def __init__(self, host: str) -> None:
        super().__init__(f"The host {host} is not known. Check the address and the network.")


class LeadsOn(PaperError):
    """One redirect follows another."""

    def __init__(self, address: str, most: int) -> None:
        super().__init__(f"{address} leads on more than {most} times. Give the document's own address.")


class Unreachable(PaperError):
    """The connection could not be made, or broke off each time."""

    def __init__(self, address: str, detail: str) -> None:
        super().__init__(f"{address} could not be reached ({detail}). Check the address and the network.")
        self.detail = detail


class NoAnswer(PaperError):
    """The server kept silent."""

    def __init__(self, address: str, seconds: float) -> None:
        super().__init__(f"{address} did not answer within {seconds:g} seconds. Try again later.")


class Refused(PaperError):
    """The server answered with a status that is neither a document nor a promise of one."""

    def __init__(self, address: str, status: int) -> None:
        super().__init__(f"{address} answered with status {status}. Open it in a browser to see why.")
        self.status = status


class NotNow(PaperError):
    """An answer that may be another one later. `status` is what the server said, `wait` the seconds it asks for."""

    def __init__(self, address: str, seen: str, *, status: int = 200, wait: float | None = None) -> None:
        super().__init__(f"{address} {seen}. Try again later; if it stays so, open it in a browser to see why.")
        self.seen = seen
        self.status = status
        self.wait = wait


class HostLeftAlone(PaperError):
    """The host does not want to be asked: nothing more is asked of it in this run."""

    def __init__(self, host: str, seen: str) -> None:
        super().__init__(
            f"{host} {seen}; it is left alone for the rest of this run. "
            "Try again later, ask the publisher for access, or download the papers and give their folder."
        )


class ForbiddenByRobots(PaperError):
    """The host's robots.txt forbids this address to programs."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address} is closed to programs by the robots.txt of its host and was not fetched. "
            "Ask the publisher for access, or download the paper and give its path."
        )


class TooLargeToFetch(PaperError):
    """The document is larger than the configuration allows."""

    def __init__(self, address: str, most_bytes: int) -> None:
        super().__init__(
            f"{address} is larger than {most_bytes / 1024 / 1024:g} MB and is not fetched. "
            "Download it and give its path."
        )


class TooSlow(PaperError):
    """The document trickles in."""

    def __init__(self, address: str) -> None:
        super().__init__(f"{address} comes too slowly. Download it and give its path.")


class NoDocument(PaperError):
    """The server sends something that can be no paper."""

    def __init__(self, address: str, media_type: str) -> None:
        super().__init__(f"{address} is no document but {media_type}. Open it in a browser to see what it is.")


class PageOfSite(PaperError):
    """The address is a page of a site of committee papers, where a document or the site itself is wanted."""

    def __init__(self, address: str, instead: str) -> None:
        super().__init__(f"{address} is a page of a site of committee papers. Give {instead} to read its papers.")


class BadAddress(PaperError):
    """The address of a site or a line of a list is not written as it must be."""

    def __init__(self, address: str, fault: str) -> None:
        super().__init__(f"{address}: {fault}")


class NoSite(PaperError):
    """There is no site of the kind that the address names, or not where it says."""

    def __init__(self, address: str, seen: str) -> None:
        super().__init__(f"{address} {seen}. Check the address, or give the papers' own addresses in a list.")


class ListGivenUp(PaperError):
    """One part of a site's list after the other could not be had."""

    def __init__(self, address: str, count: int, last: str) -> None:
        super().__init__(
            f"{address}: {count} requests in a row failed, so the rest was not asked for. The last: {last}"
        )
