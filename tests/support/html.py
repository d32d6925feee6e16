"""Reading a page strictly: is every element closed, does every reference lead somewhere, does it fetch anything."""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
FOREIGN = {"rect", "use", "image"}
"""Elements of drawings that close themselves."""


@dataclass
class Page(HTMLParser):
    """What stands in a page; `faults` are elements that are closed wrongly or not at all."""

    text: str
    faults: list[str] = field(default_factory=list)
    elements: Counter[str] = field(default_factory=Counter)
    ids: Counter[str] = field(default_factory=Counter)
    targets: set[str] = field(default_factory=set)
    fetched: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.text)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    __hash__ = None  # type: ignore[assignment]  # a page is no key

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, dict(attrs))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, dict(attrs))
        if tag not in VOID | FOREIGN:
            self.faults.append(f"<{tag}/> closes itself")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.said.append(data)

    @property
    def words(self) -> str:
        """All that the page says, in one line."""
        return " ".join(" ".join(self.said).split())

    def _note(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.elements[tag] += 1
        if name := attributes.get("id"):
            self.ids[name] += 1
        self.targets |= {name for name in (attributes.get("aria-labelledby") or "").split() if name}
        for address in (attributes.get("href"), attributes.get("src")):
            if address and address.startswith("#"):
                self.targets.add(address[1:])
            elif address and not address.startswith("data:image/png;base64,"):
                self.fetched.append(address)


def faults_of(text: str) -> list[str]:
    """What is wrong with a page that should stand alone, without script, with every reference leading somewhere."""
    page = Page(text)
    told = list(page.faults)
    told += [f"id {name} stands {count} times" for name, count in page.ids.items() if count > 1]
    told += [f"#{name} leads nowhere" for name in sorted(page.targets - set(page.ids))]
    told += [f"{address} is fetched" for address in page.fetched]
    told += [f"there is a <{tag}>" for tag in ("script", "iframe", "link", "object") if page.elements[tag]]
    return told
