"""Word papers: cells merged both ways, tables in cells, content controls, text boxes."""

from tests.hard_cases.facts import Case, Fact, facts_of
from tests.hard_cases.said import FOREIGN, ITEMS, scores
from tests.hard_cases.word_paper import HEADER, paper, para, plain_rows, run, tbl, tc, tr

ROWS = plain_rows()


def _header() -> list[str]:
    return ["Benchmark", *HEADER]


def _body(rows: dict[str, list[str]]) -> list[list[str]]:
    return [[label, *values] for label, values in rows.items()]


def _merged() -> Case:
    """A header of two rows, regions down the side, a row without scores merged across, a column of notes."""
    values = scores(4, 4, 1)
    areas = (("North", "Ashby"), ("North", "Cawdon"), ("South", "Denholme"), ("South", "Fernwick"))
    head = [
        tr(
            [
                tc("Region", merge="restart"),
                tc("Area", merge="restart"),
                tc("Training", across=2),
                tc("Channel", across=2),
            ]
        ),
        tr([tc("", merge="continue"), tc("", merge="continue"), *("2022", "2023") * 2]),
    ]
    body = []
    for place, ((region, area), row) in enumerate(zip(areas, values, strict=True)):
        first = tc(region, merge="restart") if place % 2 == 0 else tc("", merge="continue")
        body.append([first, area, *row])
    body.append([tc("Returns that came after the closing date are left out.", across=6)])
    paths = [("Training", "2022"), ("Training", "2023"), ("Channel", "2022"), ("Channel", "2023")]
    facts = facts_of({area: row for (_, area), row in zip(areas, values, strict=True)}, paths)
    regions = tuple(Fact(row[0], region, ("Training", "2022")) for (region, _), row in zip(areas, values, strict=True))
    return Case(
        53, "Word cells merged both ways", paper("merged", tbl([*head, *body], 6)), facts + regions, absent=FOREIGN
    )


def _merged_as_older_versions_do() -> Case:
    """Rows begin and end late (gridBefore, gridAfter), cells are merged with hMerge."""
    rows = plain_rows(2, columns=2, rows=4)
    wide = '<w:hMerge w:val="restart"/>'
    head = tr(
        [tc("Score", more=wide), tc("", more="<w:hMerge/>")],
        '<w:gridBefore w:val="1"/><w:gridAfter w:val="0"/>',
    )
    body = [tr(["Benchmark", "2022", "2023"]), *([label, *values] for label, values in rows.items())]
    facts = facts_of(rows, [("Score", "2022"), ("Score", "2023")])
    return Case(53, "Word rows that begin late", paper("late", tbl([head, *body], 3)), facts, absent=FOREIGN)


def _nested() -> Case:
    """Each area has a cell of its own with a table in it, one of them with a table in that."""
    first, second, third = plain_rows(0, rows=4), plain_rows(3, rows=4), plain_rows(1, columns=1, rows=3)
    deepest = tbl([["Panel", "Score"], *_body(third)], 2)
    inner = tbl([_header(), *_body(second), [tc(deepest + para("")), "", "", ""]], 4)
    outer = tbl(
        [
            ["Area", "Scores"],
            ["Ashby", tc(para("As returned:") + tbl([_header(), *_body(first)], 4) + para(""))],
            ["Cawdon", tc(inner + para("Not yet moderated."))],
        ],
        2,
    )
    facts = facts_of(first, HEADER) + facts_of(second, HEADER) + facts_of(third, ("Score",))
    return Case(54, "Word tables in cells of a table", paper("nested", outer), facts, absent=FOREIGN)


def _framed() -> Case:
    """The whole paper stands in a frame of one cell, as forms are laid out."""
    inner = tbl([_header(), *_body(ROWS)], 4)
    frame = tbl([[tc(para("Appendix A") + inner + para("Source: returns"))]], 1)
    return Case(54, "Word table in a frame of one cell", paper("frame", frame), facts_of(ROWS, HEADER), absent=FOREIGN)


def _sdt(content: str, properties: str = "") -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="1"/>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def _controls() -> Case:
    """Controls around the table, a row, a cell and the words of a cell; two rows in a repeating section."""
    labels = list(ITEMS[:6])
    values = scores(6, 2, 2)
    prompt_item = '<w:listItem w:displayText="Choose an item." w:value=""/>'
    choice = f'<w:dropDownList>{prompt_item}<w:listItem w:value="5"/></w:dropDownList>'
    prompt = "<w:showingPlcHdr/><w:text/>"
    rows = [
        tr(["Benchmark", "2022", "2023", "Lead"]),
        _sdt(tr([labels[0], *values[0], "A"])),
        tr([labels[1], _sdt(tc(values[1][0])), values[1][1], tc(para(_sdt(run("Click or tap here."), prompt)))]),
        tr([labels[2], tc(para(_sdt(run(values[2][0]), choice))), tc(_sdt(para(values[2][1]), choice)), "B"]),
        _sdt(_sdt(tr([labels[3], *values[3], "C"])) + _sdt(tr([labels[4], *values[4], "D"]))),
        tr([labels[5], *values[5], "E"]),
    ]
    facts = facts_of(dict(zip(labels, values, strict=True)), ("2022", "2023"))
    whole = _sdt(para("Scores by year") + tbl(rows, 4))
    return Case(55, "Word content controls", paper("controls", whole), facts, absent=("Click", "Choose", *FOREIGN))


def _boxes_to_tick() -> Case:
    """A form with a check box control in each column; the ticked one is the score."""
    labels = ITEMS[:5]
    ticked = (0, 2, 1, 2, 0)
    heads = ("Not met", "Met", "Exceeded")

    def box(is_ticked: bool) -> str:
        sign = "☒" if is_ticked else "☐"
        font = '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>'
        return tc(para(_sdt(f"<w:r><w:rPr>{font}</w:rPr><w:t>{sign}</w:t></w:r>")))

    rows = [
        [label, *(box(column == place) for column in range(3))] for label, place in zip(labels, ticked, strict=True)
    ]
    facts = tuple(Fact("☒", label, (heads[place],)) for label, place in zip(labels, ticked, strict=True))
    empty = tuple(Fact("☐", label, (heads[(place + 1) % 3],)) for label, place in zip(labels, ticked, strict=True))
    return Case(
        55, "Word check boxes", paper("ticks", tbl([["Benchmark", *heads], *rows], 4)), facts + empty, absent=FOREIGN
    )


def _old_form_fields() -> Case:
    """Form fields of older versions: the text of a field, the choice of a list, a box that is ticked."""
    part, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))

    def field(code: str, data: str, shown: str) -> str:
        opening = (
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="F1"/>{data}</w:ffData></w:fldChar></w:r>'
        )
        instruction = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        return tc(para(opening + instruction + (part + run(shown) if shown else "") + end))

    choices = (
        '<w:ddList><w:result w:val="3"/>' + "".join(f'<w:listEntry w:val="{n}"/>' for n in range(1, 6)) + "</w:ddList>"
    )
    ticked = '<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox>'
    open_box = '<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>'
    rows = [
        ["Benchmark", "Score", "Evidence seen"],
        ["Training", field("FORMTEXT", "<w:textInput/>", "4"), field("FORMCHECKBOX", ticked, "")],
        ["Channel Panel", field("FORMDROPDOWN", choices, ""), field("FORMCHECKBOX", open_box, "")],
        ["Communications", field("REF Score1", "", "2"), "Yes"],
    ]  # fmt: skip
    facts = (
        Fact("4", "Training", ("Score",)),
        Fact("☒", "Training", ("Evidence seen",)),
        Fact("4", "Channel Panel", ("Score",)),
        Fact("☐", "Channel Panel", ("Evidence seen",)),
        Fact("2", "Communications", ("Score",)),
    )
    return Case(
        55, "Word form fields of older versions", paper("fields", tbl(rows, 3)), facts, absent=("FORMTEXT", *FOREIGN)
    )


def _shape(content: str) -> str:
    """A text box as Word 2010 and later write it, with the older form beside it."""
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="Text Box 2"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f"<wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def _text_boxes() -> Case:
    """One table in a text box, one in a box of the older form alone, a box that hangs on a cell."""
    first, second = plain_rows(1, rows=4), plain_rows(4, rows=4)
    inside = f"<w:txbxContent>{tbl([_header(), *_body(second)], 4)}{para('')}</w:txbxContent>"
    older = f"<w:r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r>"
    note = _shape(para("See item 7"))
    third = [["Panel", "Score"], ["Fernwick", tc(para(run("4") + note))], ["Ashby", "2"], ["Cawdon", "5"]]
    content = (
        para(run("Figure 1") + _shape(tbl([_header(), *_body(first)], 4) + para(""))) + para(older) + tbl(third, 2)
    )
    facts = (
        facts_of(first, HEADER) + facts_of(second, HEADER) + facts_of({"Fernwick": ["4"], "Ashby": ["2"]}, ("Score",))
    )
    return Case(56, "Word tables in text boxes", paper("boxes", content), facts, absent=("See", "4See", *FOREIGN))


CASES: tuple[Case, ...] = (
    _merged(),
    _merged_as_older_versions_do(),
    _nested(),
    _framed(),
    _controls(),
    _boxes_to_tick(),
    _old_form_fields(),
    _text_boxes(),
)
