"""Decks: merged cells, tables in groups, hidden slides, diagrams, lost parts."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pptx
from pptx.oxml import parse_xml
from pptx.util import Pt

from tests.extractors.formats.office import EVERYTHING, part_of, rezipped, with_relation
from tests.hard_cases.facts import Case, Fact, facts_of
from tests.hard_cases.said import AREAS, BEFORE, FOREIGN, ITEMS, scores

_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData"
_YEARS = ("2022", "2023", "2024")

Build = Callable[[Any], None]


def _deck(name: str, *builds: Build) -> Callable[[Path], Path]:
    """Draws a deck: a first slide, then one for each of `builds`, which is given the slide with its title set."""

    def draw(folder: Path) -> Path:
        deck: Any = pptx.Presentation()
        deck.slide_width, deck.slide_height = Pt(960), Pt(540)
        first = deck.slides.add_slide(deck.slide_layouts[0])
        first.shapes.title.text = "Prevent Duty Benchmarking"
        first.placeholders[1].text = "Safer Communities Board\nDate: 30 June 2023"
        for number, build in enumerate(builds, start=1):
            slide = deck.slides.add_slide(deck.slide_layouts[5])
            slide.shapes.title.text = f"Scores, part {number}"
            build(slide)
            slide.shapes.add_textbox(Pt(40), Pt(500), Pt(600), Pt(24)).text_frame.text = BEFORE[0]
        path = folder / f"{name}.pptx"
        deck.save(str(path))
        return path

    return draw


def _put(slide: Any, rows: Sequence[Sequence[str]], box: tuple[int, int, int, int] = (40, 110, 820, 300)) -> Any:
    grid = slide.shapes.add_table(len(rows), len(rows[0]), *map(Pt, box)).table
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            grid.cell(r, c).text = text
    return grid


def _plain(seed: int, rows: int = 5) -> dict[str, list[str]]:
    return dict(zip(ITEMS, scores(rows, 3, seed), strict=False))


def _rows_of(found: dict[str, list[str]]) -> list[list[str]]:
    return [["Benchmark", *_YEARS], *([label, *values] for label, values in found.items())]


def _merged() -> Case:
    """Region cells merged downwards, a year merged over two measures, a wide row of words."""
    values = scores(4, 4, 2)
    regions = ("North", "North", "South", "South")

    def build(slide: Any) -> None:
        grid = _put(slide, [[""] * 6 for _ in range(7)])
        for (r, c), text in {(0, 0): "Region", (0, 1): "Area", (0, 2): "2022", (0, 4): "2023"}.items():
            grid.cell(r, c).text = text
        for c, text in enumerate(("Risk", "Channel") * 2, start=2):
            grid.cell(1, c).text = text
        for r, row in enumerate(values, start=2):
            grid.cell(r, 1).text = AREAS[r - 2]
            for c, text in enumerate(row, start=2):
                grid.cell(r, c).text = text
        grid.cell(2, 0).text, grid.cell(4, 0).text = "North", "South"
        grid.cell(6, 0).text = "One area made no return."
        for start, end in (((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((0, 4), (0, 5))):
            grid.cell(*start).merge(grid.cell(*end))
        for start, end in (((2, 0), (3, 0)), ((4, 0), (5, 0)), ((6, 0), (6, 5))):
            grid.cell(*start).merge(grid.cell(*end))

    paths = [("2022", "Risk"), ("2022", "Channel"), ("2023", "Risk"), ("2023", "Channel")]
    facts = facts_of(dict(zip(AREAS, values, strict=False)), paths, page=2)
    beside = tuple(Fact(row[0], region, ("2022", "Risk"), 2) for region, row in zip(regions, values, strict=True))
    return Case(53, "slide cells merged both ways", _deck("merged", build), facts + beside, absent=FOREIGN)


def _group(slide: Any, members: Sequence[Any], *, scale: float, shift: int) -> Any:
    """A group around shapes, shown at `shift` points from the left and drawn in units `scale` times as large."""
    group = slide.shapes.add_group_shape()._element
    unit = 12700
    inner = (0, 0, int(900 * scale) * unit, int(400 * scale) * unit)
    outer = (shift * unit, 100 * unit, 900 * unit, 400 * unit)
    properties = parse_xml(
        f"<p:grpSpPr {EVERYTHING}><a:xfrm><a:off x='{outer[0]}' y='{outer[1]}'/>"
        f"<a:ext cx='{outer[2]}' cy='{outer[3]}'/>"
        f"<a:chOff x='{inner[0]}' y='{inner[1]}'/><a:chExt cx='{inner[2]}' cy='{inner[3]}'/></a:xfrm></p:grpSpPr>"
    )
    group.replace(group.grpSpPr, properties)
    for member in members:
        group.append(member)
    return group


def _grouped() -> Case:
    """A table in a group, one in a group of a group drawn in other units, and scores in boxes of a group."""
    first, second = _plain(0), _plain(3)
    third = dict(zip(("Ashby", "Cawdon", "Denholme"), scores(3, 3, 1), strict=True))

    def one(slide: Any) -> None:
        _put(slide, _rows_of(first))
        _group(slide, [slide.shapes[-1]._element], scale=1.0, shift=20)

    def deep(slide: Any) -> None:
        _put(slide, _rows_of(second), (80, 40, 1640, 600))
        inner = _group(slide, [slide.shapes[-1]._element], scale=2.0, shift=0)
        _group(slide, [inner], scale=1.0, shift=10)

    def boxes(slide: Any) -> None:
        members = []
        for r, row in enumerate([["Area", *_YEARS], *([area, *values] for area, values in third.items())]):
            for c, text in enumerate(row):
                box = slide.shapes.add_textbox(Pt(60 + 300 * c), Pt(20 + 120 * r), Pt(280), Pt(100))
                box.text_frame.text = text
                members.append(box._element)
        _group(slide, members, scale=2.0, shift=0)

    facts = facts_of(first, _YEARS, page=2) + facts_of(second, _YEARS, page=3) + facts_of(third, _YEARS, page=4)
    return Case(58, "slide tables in groups", _deck("grouped", one, deep, boxes), facts, absent=FOREIGN)


def _hidden() -> Case:
    """A hidden slide between two shown ones keeps its number; what lies beside the slide is hidden as well."""
    shown, old = _plain(0, 4), _plain(2, 4)

    def hide(slide: Any) -> None:
        _put(slide, _rows_of(old))
        slide._element.set("show", "0")

    facts = facts_of(shown, _YEARS, page=4) + facts_of(old, _YEARS, page=3)
    builds = (lambda _: None, hide, lambda slide: _put(slide, _rows_of(shown)))
    return Case(59, "hidden slide", _deck("hidden", *builds), facts, absent=FOREIGN)


def _diagram(slide: Any, texts: Sequence[tuple[str, str]]) -> None:
    """A diagram of boxes with a line under each, as SmartArt stores it."""
    points = ['<dgm:pt modelId="0" type="doc"/>']
    links = []
    for number, (parent, child) in enumerate(texts, start=1):
        for model, text in ((f"{number}", parent), (f"{number}c", child)):
            words = f"<dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t>"
            points.append(f'<dgm:pt modelId="{model}">{words}</dgm:pt>')
        links.append(f'<dgm:cxn modelId="l{number}" srcId="0" destId="{number}" srcOrd="{number}" destOrd="0"/>')
        links.append(f'<dgm:cxn modelId="m{number}" srcId="{number}" destId="{number}c" srcOrd="0" destOrd="0"/>')
    points.reverse()  # the order of the points says nothing
    lists = f"<dgm:ptLst>{''.join(points)}</dgm:ptLst><dgm:cxnLst>{''.join(links)}</dgm:cxnLst>"
    data = f"<dgm:dataModel {EVERYTHING}>{lists}</dgm:dataModel>"
    part = pptx.opc.package.Part(
        pptx.opc.packuri.PackURI("/ppt/diagrams/data1.xml"),
        "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
        slide.part.package,
        data.encode(),
    )
    relation = slide.part.relate_to(part, _RELATION)
    frame = (
        f"<p:graphicFrame {EVERYTHING}><p:nvGraphicFramePr><p:cNvPr id='90' name='Diagram 9'/><p:cNvGraphicFramePr/>"
        "<p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x='508000' y='1270000'/>"
        "<a:ext cx='5080000' cy='3810000'/></p:xfrm>"
        f"<a:graphic><a:graphicData uri='{_DIAGRAM}'><dgm:relIds r:dm='{relation}'/></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )
    slide.shapes._spTree.append(parse_xml(frame))


def _smart_art() -> Case:
    """Scores in a diagram: a box for each benchmark with its score under it."""
    found = dict(zip(ITEMS[:5], scores(5, 1, 3), strict=True))
    table = _plain(1, 4)

    def build(slide: Any) -> None:
        _diagram(slide, [(label, values[0]) for label, values in found.items()])

    facts = tuple(Fact(values[0], label, (), 2) for label, values in found.items())
    facts += facts_of(table, _YEARS, page=3)
    builds = (build, lambda slide: _put(slide, _rows_of(table)))
    return Case(60, "diagram of boxes with scores", _deck("smart", *builds), facts, absent=FOREIGN)


def _dangling() -> Case:
    """Relations of a slide to a picture, a chart, its notes and a sound that are not there."""
    found = _plain(4)
    draw = _deck("lost", lambda slide: _put(slide, _rows_of(found)))

    def lost(folder: Path) -> Path:
        path = draw(folder)
        name = "ppt/slides/_rels/slide2.xml.rels"
        rels = part_of(path, name)
        for number, (kind, target) in enumerate(
            (("image", "../media/image9.png"), ("notesSlide", "../notesSlides/notesSlide9.xml"), ("audio", "NULL"))
        ):
            rels = with_relation(rels, f"rIdGone{number}", kind, target)
        return rezipped(path, {name: rels})

    return Case(61, "slide relations to missing parts", lost, facts_of(found, _YEARS, page=2), absent=FOREIGN)


CASES: tuple[Case, ...] = (_merged(), _grouped(), _hidden(), _smart_art(), _dangling())
