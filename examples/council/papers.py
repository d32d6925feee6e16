"""The committees, meetings and papers of Midmark, on days counted from one that is given."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "papers"
SECRET = b"%PDF-1.7 Nobody outside of the meeting may read this. %%EOF"

_DOCUMENT = re.compile(r"/documents/[sb](\d+)/", re.IGNORECASE)
_PACK = re.compile(r"/documents/g(\d+)/", re.IGNORECASE)


@dataclass(frozen=True)
class Paper:
    """A document; `file` names the example paper that is served for it, None one that nobody may see."""

    number: int
    title: str
    file: str | None
    is_restricted: bool = False
    url: str | None = None

    @property
    def file_name(self) -> str:
        """Its title as the name of a file."""
        return f"{self.title.replace('/', '_')}{Path(self.file or 'x.pdf').suffix}"


@dataclass(frozen=True)
class Item:
    """An agenda item with its papers."""

    number: str
    title: str
    papers: tuple[Paper, ...] = ()
    is_restricted: bool = False
    is_shown: bool = True


@dataclass(frozen=True)
class Meeting:
    """A meeting; `pack` is the file that is served as its whole pack."""

    number: int
    day: date
    items: tuple[Item, ...] = ()
    status: str = "Confirmed"
    is_published: bool = True
    is_shown: bool = True
    pack: str | None = None


@dataclass(frozen=True)
class Committee:
    """A committee with its meetings."""

    number: int
    title: str
    meetings: tuple[Meeting, ...] = ()
    has_ended: bool = False


@dataclass
class Council:
    """All committees. `editions` counts how often a paper was changed after it was published."""

    today: date
    committees: tuple[Committee, ...]
    robots: str = (
        "User-agent: *\nDisallow: /mgUserInfo.aspx\nDisallow: /documents/s77/\nDisallow: /mgConvert2PDF.aspx?ID=77$\n"
    )
    editions: dict[int, int] = field(default_factory=dict)

    def meetings(self) -> Iterator[tuple[Committee, Meeting]]:
        """Every meeting with its committee."""
        return ((committee, meeting) for committee in self.committees for meeting in committee.meetings)

    def papers(self) -> Iterator[Paper]:
        """Every paper, as often as an item links to it."""
        return (paper for _, meeting in self.meetings() for item in meeting.items for paper in item.papers)

    def change(self, number: int) -> None:
        """Publish another edition of a paper."""
        self.editions[number] = self.editions.get(number, 0) + 1

    def published_on(self, number: int) -> date:
        """A week before the first meeting that has the paper, and a day later for each edition after the first."""
        days = [
            m.day for _, m in self.meetings() for item in m.items for paper in item.papers if paper.number == number
        ]
        return min(days) - timedelta(days=7 - self.editions.get(number, 0))

    def paper_at(self, path: str, asked: Mapping[str, str]) -> Paper | None:
        """The paper at an address, however its title is written there."""
        named = _DOCUMENT.match(path) or _PACK.match(path)
        number = named[1] if named else None
        if path.lower().endswith(("/mgconvert2pdf.aspx", "/document.ashx")):
            number = asked.get("id", "").removeprefix("d")
        packs = (Paper(m.number, "Public reports pack", m.pack) for _, m in self.meetings() if m.pack)
        return next((paper for paper in (*self.papers(), *packs) if str(paper.number) == number), None)

    def content_of(self, number: int) -> bytes:
        """The bytes of a paper or a pack."""
        files = {paper.number: paper.file for paper in self.papers()}
        files |= {meeting.number: meeting.pack for _, meeting in self.meetings() if meeting.pack}
        name = files[number]
        content = (EXAMPLES / name).read_bytes() if name else SECRET
        return content + b"\n" * self.editions.get(number, 0)


def midmark(today: date) -> Council:
    """Midmark as it stands on a day: papers to find, and papers that must never be asked for."""
    regional = Paper(
        11, "Prevent duty benchmarking: Midmark's councils & partners", "midmark-regional-benchmarking.pptx"
    )
    update = Paper(12, "Prevent update", "sefton-prevent-update.docx")
    comparison = Paper(13, "Benchmarking comparison", "leicestershire-benchmarking.pptx")
    notes = Paper(14, "Notes on benchmarking", "leicestershire-benchmarking.txt")
    annual = Paper(15, "Lornshire: annual Prevent report", "lornshire-prevent-report.docx")
    short = Paper(16, "Cresswick: Prevent update", "cresswick-prevent-update.md")

    def closed(number: int, title: str) -> Paper:
        return Paper(number, title, None, is_restricted=True)

    scrutiny = Committee(
        101,
        "Safer Communities Scrutiny Committee",
        (
            Meeting(
                501,
                today - timedelta(weeks=3),
                (
                    Item("1.", "Apologies"),
                    Item("5.", "Midmark's Prevent duty: how we compare", (regional, comparison)),
                    Item("6.", "Prevent update", (update, closed(91, "Prevent update: named cases"))),
                    Item(
                        "9.",
                        "Supplier",
                        (closed(92, "Contract price"), Paper(93, "Exempt appendix", None)),
                        is_restricted=True,
                    ),
                    Item("10.", "Late item", (Paper(94, "Draft of a draft", None),), is_shown=False),
                ),
            ),
            Meeting(
                502,
                today + timedelta(days=6),
                (
                    # The papers of the last meeting are attached to the next once more.
                    Item("2.", "Minutes of the last meeting", (notes, update)),
                    Item(
                        "3.",
                        "Links",
                        (Paper(81, "The partnership's pages", None, url="https://example.org/partnership"),),
                    ),
                    Item("4.", "Confidential report", (Paper(95, "Staffing", None),)),
                    Item("5.", "For programs closed", (Paper(77, "Register of members", None),)),
                ),
                status="Scheduled",
            ),
            Meeting(503, today + timedelta(weeks=30), is_published=False, status="Scheduled"),
        ),
    )
    board = Committee(
        102,
        "Community Safety Partnership Board",
        (
            Meeting(511, today - timedelta(weeks=2), pack="safer-communities-agenda-pack.pdf"),
            Meeting(
                512,
                today - timedelta(weeks=1),
                (Item("1.", "Private", (Paper(96, "Not shown", None),)),),
                is_shown=False,
            ),
        ),
    )
    ended = Committee(
        103,
        "Prevent Working Group",
        (
            Meeting(521, today - timedelta(weeks=60), (Item("1.", "Reports", (annual, short)),)),
            Meeting(522, today - timedelta(weeks=80), status="Cancelled", is_published=False),
        ),
        has_ended=True,
    )
    return Council(today, (scrutiny, board, Committee(104, "Licensing Sub-Committee A"), ended))
