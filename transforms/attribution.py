"""Caption, title, letterhead -> the authority of a table that does not say it itself.

Evidence is asked in a fixed order, the closest first; the first place that names exactly one authority decides, and its
confidence travels with the answer. Mentions in running text alone never decide.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from transforms.authorities import AuthorityNames, Mention, in_being
from transforms.catalogue import Authority
from transforms.context import Surroundings, is_of_scores
from transforms.papers import Paper

_LONGEST_NAME = 50
# How much each place is trusted. Below 0.8 a value waits for a person.
TRUST = {
    "the caption": 0.99,
    "the heading above": 0.97,
    "the sentence above": 0.92,
    "the paper's title": 0.97,
    "the paper's head": 0.97,
    "the letterhead": 0.95,
    "the front sheet": 0.88,
    "the running head": 0.85,
    "the paper's purpose": 0.88,
    "the running text": 0.5,
}
_OF_HOSTS = frozenset({"www", "democracy", "moderngov", "committees", "gov", "uk", "co", "org", "com", "cmis"})
# 'From: Jo Ashby, Head of Service' names a person, 'Council Chamber, Ashby Town Hall' a room.
_OF_PEOPLE = re.compile(
    r"(?:\b(?i:(?:report|briefing|paper|presentation)\s+(?:of|by|from)|prepared by|presented by|"
    r"author|contact|officer|from)\b\W{0,3}"
    r"|\b(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.?\s+|^)(?:the\s+)?[A-Z][a-z]+\s+[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s*(?:,|\(|-|–)\s*(?:[A-Z][\w]*\s+)*"
    r"(?i:head|director|manager|officer|lead|leader|coordinator|co-ordinator|executive|adviser|advisor|superintendent|inspector|chair)\b"
    r"|\b(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.?\s+[A-Z]"
    r"|\b(?i:director|officer|manager|author|contact|presenter)\b[^:]{0,30}:\s*[A-Z][a-z]+\s+[A-Z][a-z]+(?!.*\b(?:Council|Borough|Partnership)\b)"
    r"|\b(?i:(?:report|presentation)\s+(?:of|by)|prepared by|presented by|author|contact)\b"
    r"\W{0,3}[A-Z][a-z]+\s+[A-Z][a-z]+\s*$"
)
# 'This report gives Ashby Council an update', 'The purpose of the report is to tell Ashby Council'.
_OF_PURPOSE = re.compile(
    r"\b(?:this|the\s+purpose\s+of\s+(?:this|the))\s+(?:report|paper|briefing|note|update|presentation)\b",
    re.IGNORECASE,
)
_OF_ROOMS = re.compile(
    r"\b(?:room|town hall|county hall|city hall|civic (?:centre|offices|hall)|"
    r"guildhall|council (?:chamber|offices|house)|venue|location)\b",
    re.IGNORECASE,
)
# 'Leicestershire and Rutland Safer Communities Strategy Board' is where a paper goes, not whose the figures are.
_OF_MEETINGS = re.compile(r"\b(?:board|committee|partnership|forum|cabinet|assembly)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose figure it is: the authority, the printed words, where they stand; `doubt` where nobody can be named."""

    authority: Authority | None
    text: str | None
    place: str
    confidence: float
    doubt: str | None = None


def attribute(around: Surroundings, names: AuthorityNames) -> Attribution:
    """The authority that the surroundings of a table name, the closest evidence first."""
    paper = around.paper
    lead_in = tuple(text for text in around.lead_in if is_of_scores(text))
    closer: str | None = None
    for place, texts in (
        ("the caption", around.captions),
        ("the heading above", around.headings),
        ("the sentence above", lead_in),
        ("the paper's title", paper.titles),
        ("the paper's head", _bodies(paper.front)),
        ("the letterhead", _bodies(_addressed(paper))),
        ("the front sheet", around.front_sheet),
        ("the running head", around.running_heads),
    ):
        found = _named_in(texts, names, around.dated)
        if len(found) == 1:
            text, authority = next(iter(found.values()))
            doubt = closer or _contradicted(authority, place, texts, around, names)
            return Attribution(authority, text, place, TRUST[place], doubt)
        if several := _several(place, texts, found, names):
            if place == "the caption":
                return Attribution(None, None, place, 0.0, several)
            closer = closer or several
    attribution = _from_origin(around, names) or _from_prose(around, names)
    return replace(attribution, doubt=closer) if closer else attribution


def _several(
    place: str, texts: Sequence[str], found: dict[str, tuple[str, Authority]], names: AuthorityNames
) -> str | None:
    """Why what a place close to the table says is of several authorities: it names them, or a group such as 'LLR'."""
    if place not in {"the caption", "the heading above", "the paper's title"}:
        return None
    if len(found) > 1:
        listed = ", ".join(sorted(authority.name for _, authority in found.values()))
        return f"{place} names several authorities: {listed}"
    for text in texts:
        if (group := names.group_in(text)) and not _OF_MEETINGS.search(text):
            return f"{place} names '{group}', which is several authorities"
    return None


def _contradicted(
    authority: Authority, place: str, texts: Sequence[str], around: Surroundings, names: AuthorityNames
) -> str | None:
    """Why a person should look: the paper itself is of another authority than the one that a passing mention names."""
    if place == "the sentence above" or (place == "the heading above" and not _is_heading_of(texts[0], names)):
        for other_place, others in (
            ("title", around.paper.titles),
            ("head", _bodies(around.paper.front)),
            ("letterhead", _bodies(_addressed(around.paper))),
        ):
            found = _named_in(others, names, around.dated)
            if found and authority.code not in found:
                named = " and ".join(sorted(body.name for _, body in found.values()))
                return f"{place} names {authority.name}, the paper's {other_place} {named}"
    if place == "the heading above":
        said = _named_in([text for text in around.lead_in if is_of_scores(text)], names, around.dated)
        if said and authority.code not in said:
            named = " and ".join(sorted(body.name for _, body in said.values()))
            return f"the heading names {authority.name}, the sentence above {named}"
    if place in {"the paper's head", "the letterhead"}:
        bodies = {
            body.name
            for line in _bodies((*around.paper.front, *_addressed(around.paper)))
            for _, body in _named_in([line], names, around.dated).values()
        }
        if len(bodies) > 1:
            return f"the head of the paper names several authorities: {', '.join(sorted(bodies))}"
    return None


def _is_heading_of(heading: str, names: AuthorityNames) -> bool:
    """Whether a heading announces an authority's scores or is nothing but its name."""
    return is_of_scores(heading) or bool(names.named(heading))


def _addressed(paper: Paper) -> tuple[str, ...]:
    return paper.value("to", "from", "subject", "council", "authority", "committee", "meeting", "organisation")


def _bodies(lines: Iterable[str]) -> tuple[str, ...]:
    """Lines without those that name people ('Report of Jo Ashby') or rooms ('Ashby Town Hall')."""
    return tuple(line for line in lines if not _OF_PEOPLE.search(line) and not _OF_ROOMS.search(line))


def _named_in(texts: Iterable[str], names: AuthorityNames, on: date | None) -> dict[str, tuple[str, Authority]]:
    """The authorities that the first telling of `texts` mentions, by code, with the printed words."""
    for text in texts:
        found: dict[str, tuple[str, Authority]] = {}
        whole = text.strip().rstrip(":")
        # a name that is also an everyday word names the authority where nothing else stands: 'Bury'
        alone = names.named(whole) if len(whole) <= _LONGEST_NAME else ()
        for mention in names.mentioned(text) or ([Mention(whole, alone)] if alone else []):
            for authority in in_being(mention.candidates, on) or mention.candidates:
                found.setdefault(authority.code, (mention.text, authority))
        if found:
            return _without_counties(found)
    return {}


def _without_counties(found: dict[str, tuple[str, Authority]]) -> dict[str, tuple[str, Authority]]:
    """'Ashby District Council, Ashshire': a county named beside one of its districts only says where that lies."""
    counties = {authority.county_code for _, authority in found.values()}
    return {code: pair for code, pair in found.items() if code not in counties} or found


def _from_origin(around: Surroundings, names: AuthorityNames) -> Attribution | None:
    """The authority that the host or else the file name suggests, always for a person to confirm."""
    address = urlsplit(around.source)
    labels = [label.replace("-", " ") for label in (address.hostname or "").split(".") if label not in _OF_HOSTS]
    stem = re.sub(r"[_+%-]+", " ", PurePosixPath(unquote(address.path).replace("\\", "/")).stem)
    told = (
        ("web address", [names.named(label) for label in labels]),
        ("file name", [mention.candidates for mention in names.mentioned(stem)]),
    )
    for place, found in told:
        bodies = {body.code: body for bodies in found for body in in_being(bodies, around.dated)}
        if len(bodies) == 1:
            body = next(iter(bodies.values()))
            doubt = f"only the {place} names an authority"
            return Attribution(body, body.short_name, f"the {place}", TRUST["the running text"], doubt)
    return None


def _from_prose(around: Surroundings, names: AuthorityNames) -> Attribution:
    mentioned: dict[str, Authority] = {}
    for mention in names.mentioned(around.paper.text):
        for authority in in_being(mention.candidates, around.dated):
            mentioned.setdefault(authority.code, authority)
    if len(mentioned) == 1:
        authority = next(iter(mentioned.values()))
        if printed := _named_as_council(around.paper.prose, names):
            return Attribution(authority, printed, "the paper's purpose", TRUST["the paper's purpose"])
        return Attribution(
            authority,
            authority.short_name,
            "the running text",
            TRUST["the running text"],
            "only the running text names an authority",
        )
    if mentioned:
        listed = ", ".join(sorted(authority.name for authority in mentioned.values())[:5])
        return Attribution(
            None,
            None,
            "nowhere",
            0.0,
            f"no title, caption or letterhead names the authority; the running text names {listed}",
        )
    return Attribution(None, None, "nowhere", 0.0, "the paper does not say which authority it is about")


def _named_as_council(prose: str, names: AuthorityNames) -> str | None:
    """The 'Ashby Council' of the sentence that tells what the paper is for; None where it names no council so."""
    for sentence in re.split(r"(?<=[.;!?])\s+|\n", prose):
        if _OF_PURPOSE.search(sentence):
            printed = next((mention.text for mention in names.mentioned(sentence)), "")
            if re.search(r"\b(?:Council|Borough)\b", printed):
                return printed
    return None
