"""Word papers with tracked changes, hidden words, equations and parts that are missing."""

from collections.abc import Callable
from pathlib import Path

from tests.extractors.formats.office import part_of, rezipped, with_relation
from tests.hard_cases.facts import Case, Fact, facts_of
from tests.hard_cases.said import FOREIGN
from tests.hard_cases.word_paper import HEADER, paper, para, plain_rows, run, tbl, tc, tr

_WHO = 'w:id="7" w:author="Author" w:date="2022-09-01T09:00:00Z"'
ROWS = plain_rows(1)


def _ins(content: str) -> str:
    return f"<w:ins {_WHO}>{content}</w:ins>"


def _del(text: str) -> str:
    return f"<w:del {_WHO}>{run(text).replace('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>"


def _changed(old: str, new: str) -> str:
    return tc(para(_del(old) + _ins(run(new))))


def _tracked_runs() -> Case:
    """Scores overtyped in every way that Word keeps: whole, in part, in two paragraphs, moved, in a heading."""
    moved = f"<w:moveFrom {_WHO}>{run('5')}</w:moveFrom>"
    arrived = f"<w:moveTo {_WHO}>{run('5')}</w:moveTo>"
    gone = f"<w:p><w:pPr><w:rPr><w:del {_WHO}/></w:rPr></w:pPr>{_del('Old remark')}</w:p>"
    both = para(f"<w:ins {_WHO}>{_del('1').replace('w:id=', 'w:rsid=')}</w:ins>" + _ins(run("4")))
    rows = [
        ["Benchmark", "2021/22", _changed("2021/22", "2022/23")],
        ["Risk Assessment", "2", _changed("2", "3")],
        ["Partnership Plan", "4", tc(para(_del("3") + _ins(run("5")) + run("*")))],
        ["Channel Panel", tc(para(moved)), tc(para(arrived))],
        ["Training", "3", tc(gone + para("2"))],
        ["Communications", "1", tc(both)],
        [_changed("Engagement", "Engagement Activity"), "3", tc(para(_ins(run("4"))))],
    ]
    facts = facts_of(
        {
            "Risk Assessment": ["2", "3"],
            "Partnership Plan": ["4", "5*"],
            "Channel Panel": ["", "5"],
            "Training": ["3", "2"],
            "Communications": ["1", "4"],
            "Engagement Activity": ["3", "4"],
        },
        ("2021/22", "2022/23"),
    )
    return Case(57, "Word tracked scores", paper("tracked", tbl(rows, 3)), facts, absent=("23", "35*", "Old", *FOREIGN))


def _tracked_rows() -> Case:
    """A row taken out, a row put in, a cell taken out, a whole table put in and one taken out."""
    body = [[label, *values] for label, values in ROWS.items()]
    struck = tr([tc(para(_del("Venue Hire"))), *(tc(para(_del("1"))) for _ in HEADER)], f"<w:del {_WHO}/>")
    fresh = tr(
        [tc(para(_ins(run("Referrals")))), *(tc(para(_ins(run(str(n))))) for n in (2, 4, 1))], f"<w:ins {_WHO}/>"
    )
    old_table = tbl(
        [
            tr([tc(para(_del(text))) for text in row], f"<w:del {_WHO}/>")
            for row in (("Benchmark", "Old"), ("Panels", "1"))
        ],
        2,
    )
    cell_gone = tr(["Communications", tc("9", more=f"<w:cellDel {_WHO}/>"), "3", "4"])
    table = tbl([["Benchmark", *HEADER], *body, struck, fresh, cell_gone], 4)
    facts = facts_of({**ROWS, "Referrals": ["2", "4", "1"], "Communications": ["", "3", "4"]}, HEADER)
    absent = ("Venue", "9", "Old", "Panels", *FOREIGN)
    return Case(57, "Word tracked rows and cells", paper("rows", table, old_table), facts, absent=absent)


def _hidden_words() -> Case:
    """Hidden rows and words, white figures on white, struck scores, footnote marks and an equation."""
    hidden_row = tr(["Venue Hire", "1", "1", "1"], "<w:hidden/>")
    hidden = run("7", "<w:vanish/>")
    white = run("8", '<w:color w:val="FFFFFF"/>')
    struck = run("9", "<w:strike/>")
    note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    raised = run("2", '<w:vertAlign w:val="superscript"/>')
    equation = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>4</m:t></m:r></m:oMath>'
    rows = [
        ["Benchmark", *HEADER],
        ["Risk Assessment", tc(para(hidden + run("3"))), tc(para(white + run("4"))), "1"],
        hidden_row,
        ["Channel Panel", tc(para(struck + run("5"))), tc(para(run("3") + note)), "2"],
        ["Training", tc(para(run("2") + raised)), tc(para(equation)), "-"],
    ]
    facts = (
        *facts_of({"Risk Assessment": ["3", "4", "1"], "Channel Panel": ["5", "3", "2"]}, HEADER),
        Fact("2²", "Training", ("2021/22",)),
        Fact("4", "Training", ("2022/23",)),
    )
    absent = ("7", "8", "9", "73", "84", "32", "22", "Venue", *FOREIGN)
    return Case(57, "Word hidden and struck figures", paper("hidden", tbl(rows, 4)), facts, absent=absent)


def _without(draw: Callable[[Path], Path], *relations: tuple[str, str]) -> Callable[[Path], Path]:
    """The paper with relations of these kinds to parts that are not there."""

    def drawn(folder: Path) -> Path:
        path = draw(folder)
        rels = part_of(path, "word/_rels/document.xml.rels")
        for number, (kind, target) in enumerate(relations):
            rels = with_relation(rels, f"rIdGone{number}", kind, target)
        return rezipped(path, {"word/_rels/document.xml.rels": rels})

    return drawn


def _dangling() -> Case:
    """Relations to a picture, a header, the footnotes and NULL, as mail gateways leave them."""
    table = tbl([["Benchmark", *HEADER], *([label, *values] for label, values in ROWS.items())], 4)
    gone = (
        ("image", "media/image9.png"),
        ("header", "header9.xml"),
        ("footnotes", "footnotes.xml"),
        ("image", "../NULL"),
    )
    draw = _without(paper("dangling", table), *gone)
    return Case(61, "Word relations to missing parts", draw, facts_of(ROWS, HEADER), absent=FOREIGN)


CASES: tuple[Case, ...] = (_tracked_runs(), _tracked_rows(), _hidden_words(), _dangling())
