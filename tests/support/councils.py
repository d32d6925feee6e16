"""A small register of invented councils, as the files that a user would add.

Corvenshire is a county, Brackford a district of it; Aldermere and Dunmarsh stand alone. Elmsey was a district until
2019 and is the short name of the larger council that followed it in 2020.
"""

from pathlib import Path

_AUTHORITIES = """\
code,name,short_name,type,region,nation,county_la_code,valid_from,valid_to,alternative_names
X01,Aldermere Borough Council,Aldermere,metropolitan,Wendmark,England,,,,ABC Aldermere
X02,Brackford District Council,Brackford,district,Wendmark,England,X03,,,
X03,Corvenshire County Council,Corvenshire,county,Wendmark,England,,,,
X04,Dunmarsh City Council,Dunmarsh,unitary,Wendmark,England,,,,
X05,Elmsey District Council,Elmsey,district,Wendmark,England,X03,,2020-03-31,
X06,Elmsey and Fenwold Council,Elmsey and Fenwold,unitary,Wendmark,England,,2020-04-01,,Elmsey
"""
_REGIONS = """\
code,name,nation,alternative_names
XR1,Wendmark,England,
"""
_PARTNERSHIPS = """\
name,authority_code
Safer Aldermere Together,X01
Wendmark Three,
"""
ALDERMERE, BRACKFORD, CORVENSHIRE, DUNMARSH, OLD_ELMSEY, NEW_ELMSEY = (f"X{number:02d}" for number in range(1, 7))
"""Codes of the invented councils."""


def write_councils(folder: Path) -> tuple[Path, Path, Path]:
    """The register's three files: authorities, regions, partnerships."""
    written = []
    for name, text in (("authorities", _AUTHORITIES), ("regions", _REGIONS), ("partnerships", _PARTNERSHIPS)):
        path = folder / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written[0], written[1], written[2]
