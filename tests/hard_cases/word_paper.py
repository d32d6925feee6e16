"""Word papers as Word saves them: runs split by the spelling checker, styles by name, text around the table."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tests.extractors.formats.office import word_file
from tests.hard_cases.said import AFTER, BEFORE, HEAT, ITEMS, scores

HEADER = ("2021/22", "2022/23", "Change")

_RUN = (
    '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>{more}<w:sz w:val="20"/><w:lang w:val="en-GB"/>'
    "</w:rPr>"
)


def run(text: str, more: str = "") -> str:
    """A w:r in the paper's letters; `more` are further properties."""
    return f'<w:r w:rsidRPr="00A1">{_RUN.format(more=more)}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(content: str, *, style: str = "", more: str = "") -> str:
    """A w:p; plain text is split into two runs where the spelling checker once stopped."""
    if not content.startswith("<"):
        middle = content.find(" ", len(content) // 2)
        halves = [content] if middle < 0 else [content[:middle], content[middle:]]
        content = '<w:proofErr w:type="spellStart"/>'.join(run(half) for half in halves if half)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p w:rsidR="00B2"><w:pPr>{styled}<w:spacing w:after="0"/>{more}</w:pPr>{content}</w:p>'


def tc(content: str, *, across: int = 1, merge: str = "", fill: str = "", more: str = "") -> str:
    """A w:tc; `merge` is 'restart' or 'continue' for a cell merged downwards."""
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    down = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[merge]
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill.lstrip("#").upper()}"/>' if fill else ""
    inner = content if content.startswith(("<w:p", "<w:tbl", "<w:sdt")) else para(content)
    return f'<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/>{span}{down}{shade}{more}</w:tcPr>{inner}</w:tc>'


def tr(cells: Sequence[str], more: str = "") -> str:
    """A w:tr of cells; plain texts become cells, scores in their colours."""
    written = "".join(cell if cell.startswith("<") else tc(cell, fill=HEAT.get(cell, "")) for cell in cells)
    return f'<w:tr w:rsidR="00C3"><w:trPr>{more}</w:trPr>{written}</w:tr>'


def tbl(rows: Sequence[str | Sequence[str]], columns: int) -> str:
    """A w:tbl of rows."""
    grid = '<w:gridCol w:w="1500"/>' * columns
    written = "".join(row if isinstance(row, str) else tr(row) for row in rows)
    look = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="04A0"/></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"


def paper(name: str, *content: str) -> Callable[[Path], Path]:
    """Draws a briefing with the content between its running text."""

    def draw(folder: Path) -> Path:
        head = [para("Prevent Update", style="Heading1"), para("Report to: Safer Communities Board")]
        around = [*head, *map(para, BEFORE), *content, *map(para, AFTER)]
        return word_file(folder, "".join(around), f"{name}.docx")

    return draw


def plain_rows(seed: int = 0, *, columns: int = 3, rows: int = 5) -> dict[str, list[str]]:
    """Labels with scores, as a plain table has them."""
    return dict(zip(ITEMS, scores(rows, columns, seed), strict=False))
