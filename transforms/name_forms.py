"""The forms in which an authority's name is printed, and the key under which two of them are the same."""

import re
import unicodedata
from itertools import product

from transforms.catalogue import Authority

# Bodies above the authorities: their short names are names of regions, so only the full name counts.
_UPPER_BODIES = frozenset({"combined_authority", "strategic_regional_authority"})
_FORMS = re.compile(
    r"\b(?:metropolitan district|metropolitan borough|metropolitan|london borough(?: of)?|royal borough(?: of)?|"
    r"city and county of|city and|county borough|borough|district|county|city(?: of)?|unitary|council|corporation|"
    r"cyngor|mbc|mdc|lbc|cbc|bc|dc|cc|ua|lb|rb|la|local authority|the|of)\b"
)
# 'NE Lincs', 'S. Glos', 'Central Beds': words of a longer name and how they are shortened.
_POINTS = {"north east": ("ne", "n e"), "north": ("n",), "south": ("s",), "east": ("e",), "west": ("w",)}
_POINTS |= {"north west": ("nw", "n w"), "south east": ("se", "s e"), "south west": ("sw", "s w")}
_COUNTIES = {
    "bedfordshire": "beds",
    "berkshire": "berks",
    "cambridgeshire": "cambs",
    "derbyshire": "derbys",
    "gloucestershire": "glos",
    "hampshire": "hants",
    "hertfordshire": "herts",
    "lancashire": "lancs",
    "leicestershire": "leics",
    "lincolnshire": "lincs",
    "northamptonshire": "northants",
    "oxfordshire": "oxon",
    "staffordshire": "staffs",
    "warwickshire": "warks",
    "yorkshire": "yorks",
}
_OF_DISTRICTS = ("metropolitan", "district", "borough")


def names_of(authority: Authority) -> set[str]:
    """All names of an authority, as whole texts; several authorities may share one."""
    names = {authority.name}
    if authority.kind not in _UPPER_BODIES:
        names |= {authority.short_name, f"{authority.short_name} Council", *authority.alternative_names}
        names |= {re.sub(r"\s+UA$", "", name) for name in authority.alternative_names}
        names |= _shortened(name_key(authority.short_name))
        if authority.kind == "county":
            names.add(f"{authority.short_name.removesuffix(' County')} County Council")
            names.add(authority.short_name.removesuffix(" County"))
    return {name for name in names if name}


def name_key(printed: str) -> str:
    """Small letters and digits without accents, '&' as 'and', the leading 'the' left out."""
    text = printed.casefold()
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = re.findall(r"[a-z0-9]+", text.replace("&", " and ").replace("’", "'").replace("'", ""))
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def core_of(key: str) -> str:
    """A name without the words for its kind, for forms that the register does not list ('Borough of Aldermere')."""
    return " ".join(_FORMS.sub(" ", key).split())


def without_marks(printed: str) -> str:
    """A name without the marks of its notes: 'Blackpool*', 'Sefton (1)'."""
    return re.sub(r"[*†‡§¹²³⁴-⁹]+|\[\w{1,2}\]|\((?:note\s*)?\d\)", "", printed)


def is_of_other_kind(authority: Authority, key: str) -> bool:
    """Whether the words for a kind in `key` are not the authority's own: 'Leicester County Council'."""
    said = f" {key.replace('county borough', ' ').replace('city and county', ' ')} "
    if " county " in said and " of county " not in said:
        own = name_key(authority.name).split()
        return "county" not in own and ("city" in own or any(kind in authority.kind for kind in _OF_DISTRICTS))
    return " city " in said and authority.kind == "county"


def _shortened(key: str) -> set[str]:
    """'north east lincolnshire' -> 'ne lincs', 'n e lincolnshire' and so on; names of one word are left as they are."""
    if " " not in key:
        return set()
    point = next((point for point in sorted(_POINTS, key=len, reverse=True) if re.search(rf"\b{point}\b", key)), "")
    county = next((county for county in _COUNTIES if re.search(rf"\b{county}\b", key)), "")
    forms = set()
    for short_point, short_county in product((point, *_POINTS.get(point, ())), (county, _COUNTIES.get(county, ""))):
        form = re.sub(rf"\b{point}\b", short_point, key, count=1) if point else key
        forms.add(re.sub(rf"\b{county}\b", short_county, form) if county else form)
    return forms - {key}
