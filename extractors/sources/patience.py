"""A list that goes on where one part of it fails, and gives up where one part after the other does."""

from collections.abc import Callable, Iterator

from extractors.errors import PaperError
from extractors.sources.errors import HostLeftAlone, ListGivenUp
from extractors.sources.listing import Listing, Missed

_MOST_IN_A_ROW = 5


class Patience:
    """Counts the parts of one site's list that failed in a row."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._in_a_row = 0

    def try_part(self, address: str, title: str, ask: Callable[[], Iterator[Listing]]) -> Iterator[Listing]:
        """What `ask` lists; a Missed where it raises. Raises HostLeftAlone, and ListGivenUp after five in a row."""
        try:
            yield from ask()
        except (HostLeftAlone, ListGivenUp):
            raise
        except PaperError as error:
            self._in_a_row += 1
            if self._in_a_row >= _MOST_IN_A_ROW:
                raise ListGivenUp(self._address, self._in_a_row, str(error)) from error
            yield Missed(address, title, error)
        else:
            self._in_a_row = 0
