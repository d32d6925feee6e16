"""Office files that come out byte for byte the same whenever they are saved."""

import io
import re
import zipfile

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def settled(package: bytes, written: str) -> bytes:
    """The same package without the time of saving: `written` (ISO, UTC) stands as created and modified everywhere.

    Workbooks inside, the data of charts, are settled too.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith(".xlsx"):
                part = settled(part, written)
            if name == "docProps/core.xml":
                part = _TIMES.sub(rb"\g<1>" + written.encode() + rb"\g<2>", part)
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, part)
    return out.getvalue()
