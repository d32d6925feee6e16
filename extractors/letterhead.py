"""Labelled lines at the head of a paper, such as 'Date of meeting: 8 September 2022'.

Labels are the customary ones of committee papers. A person's name is never kept: the value of 'Prepared by' and its
like is dropped, and where an office and a name stand together only the office stays.
"""

import re

from extractors.document import LetterheadLine
from extractors.wording import one_line

_ADDRESSEE = r"(?:report|briefing|paper|presented|submitted|presentation)?\s*to|(?:report|briefing|paper)?\s*for"
_SENDER = r"(?:report|briefing|paper|presentation)?\s*(?:of|from)|service(?: area)?|directorate|department"
_MEETING = (
    r"(?:name of |title of )?(?:meeting|committee|board|panel|forum|sub-committee)(?: name| title)?"
    r"|meeting of|decision[- ]maker|decision to be taken by"
)
_DATE = (
    r"(?:date|dated)(?: of (?:the )?(?:meeting|report|issue|publication|decision|briefing|presentation|assessment))?"
    r"|(?:meeting|report|issue|publication|published|assessment|briefing) date|date (?:issued|published|prepared)"
    r"|published|as at|date and time(?: of meeting)?|meeting date and time"
)
_SUBJECT = (
    r"(?:report |paper |briefing |agenda )?(?:subject|title|topic)(?: of (?:the )?(?:report|paper|briefing))?"
    r"|subject/title|title/subject|re"
)
_PERIOD = (
    r"(?:reporting |assessment |review |benchmark(?:ing)? |financial |academic )(?:period|year|cycle)"
    r"|period(?: covered)?|year|quarter|year of (?:assessment|benchmarking)|period of (?:report|assessment|review)"
)
_AUTHORITY = (
    r"(?:name of )?(?:the )?(?:local )?(?:authority|council)(?: name| area)?|(?:name of )?organisation(?: name)?"
    r"|(?:local authority )?area|borough|county|district|partnership(?: name)?"
)
_KEPT = {
    "addressee": _ADDRESSEE,
    "sender": _SENDER,
    "meeting": _MEETING,
    "date": _DATE,
    "subject": _SUBJECT,
    "period": _PERIOD,
    "authority": _AUTHORITY,
}
_PERSON = re.compile(
    r".*\b(?:author(?:\(?s\)?)?|contact|officer(?:\(?s\)?)?|prepared|presenter|presented|written|compiled|produced"
    r"|drafted|completed|approved|signed|submitted|e-?mail|tel|telephone|phone|mobile|member|holder|chair|chairman"
    r"|sponsor|lead|director|owner|clerk|councillor|cllr|name|by|head of service|chief executive|reviewer|adviser"
    r"|advisor|enquiries|report by)\b.*",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:wards?|key decision|divisions?|classification|status|agenda item|item|time|venue|location|place|public|exempt"
    r"|forward plan|portfolio|appendix|appendices|enclosures?|background papers|purpose|confidential)\b.*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*([A-Za-z][A-Za-z ()/&'’-]{0,45}?)\s*:\s*(.*)", re.DOTALL)
# Without a colon only phrases that can hardly begin a sentence are taken for labels.
_BARE_LABEL = re.compile(
    r"\s*((?:Report|Briefing) (?:to|of|from)|Date of (?:Meeting|Report)|Meeting Date|Report Date|Subject)\s+"
    r"(?=[A-Z0-9])(.{1,120})",
    re.IGNORECASE,
)
_COLON = re.compile(r":(?=\s|$)")
_WORDS_OF_A_LABEL = 5
_LONGEST_LINE = 600
_SURE_OTHER = re.compile(
    r"wards?(?: affected)?|key decision|classification|status|agenda item|item(?: no\.?)?|time|venue|purpose|location",
    re.IGNORECASE,
)
_SURE_PERSON = re.compile(
    r"(?:report )?author\(?s?\)?|(?:prepared|presented|written|compiled|drafted|submitted|approved|report) by"
    r"|contact(?: officer| details| name)?|(?:lead|report|responsible|presenting) officer|e-?mail|tel(?:ephone)?|phone",
    re.IGNORECASE,
)

_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:\+44\s?\(?0?\)?|\(?\b0)\d(?:[\s()-]?\d){8,10}\b")
_HONORIFIC = re.compile(r"\b(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev)\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(?:director(?:ate)?|head|officer|manager|chief|executive|lead|leader|coordinator|co-ordinator|advis[eo]r|council"
    r"|service|services|board|committee|partnership|panel|cabinet|team|department|community|communities|safety|safer"
    r"|resilience|neighbourhoods?|place|people|public|protection|housing|adults?|child(?:ren)?|families|home office"
    r"|police|commissioner|solicitor|secretary|treasurer|consultant|analyst|assembly|forum|group|members?|scrutiny"
    r"|authority|trust|college|university|borough|county|district|city|regional|prevent|corporate|strategic|policy"
    r"|governance|partners|partnerships|together|all|network|leads|strategy|commission|executive|unit|division)\b",
    re.IGNORECASE,
)
_NAME_LIKE = re.compile(r"(?:[A-Z][a-z'’-]+|[A-Z]\.?)(?: (?:[A-Z][a-zA-Z'’-]+|[A-Z]\.?)){1,3}")


def pairs_in(line: str) -> list[tuple[str, str]]:
    """The customary labels of one printed line with their raw values: ('Date', '8 September 2022').

    The value is '' where the label stands alone. A line without a customary label at its beginning gives nothing;
    further pairs may follow on the same line: 'Report to: Cabinet Date: 8 September 2022'.
    """
    found: list[tuple[str, str]] = []
    if len(line) > _LONGEST_LINE or not (_LABEL.match(line) or _BARE_LABEL.match(line)):
        return found
    for piece in _pieces(line):
        match = _LABEL.fullmatch(piece) or _BARE_LABEL.fullmatch(piece)
        if match and is_label(match[1]):
            found.append((one_line(match[1]), one_line(match[2])))
        elif not found:
            return []
    return found


def _pieces(line: str) -> list[str]:
    """The line cut before every label inside it."""
    starts = {0}
    for colon in _COLON.finditer(line):
        words = list(re.finditer(r"\S+", line[: colon.start()]))
        for word in words[-_WORDS_OF_A_LABEL:]:
            label = line[word.start() : colon.start()]
            is_sure = role_of(label) or _SURE_PERSON.fullmatch(label) or _SURE_OTHER.fullmatch(label)
            if label[0].isupper() and is_sure:
                starts.add(word.start())
                break
    cuts = sorted(starts)
    return [line[start:end] for start, end in zip(cuts, [*cuts[1:], len(line)], strict=True)]


def is_labelled_line(line: str) -> bool:
    """True where a line is a customary label with or without its value."""
    return bool(pairs_in(line.strip("*_ ")))


def is_label(text: str) -> bool:
    """True for the customary labels at the head of papers, a colon at the end or not."""
    label = _bare(text)
    return role_of(label) is not None or bool(_OTHER.fullmatch(label)) or _is_person_label(label)


def role_of(label: str) -> str | None:
    """What a label stands for: 'addressee', 'sender', 'meeting', 'date', 'subject', 'period' or 'authority'."""
    bare = _bare(label)
    return next((role for role, words in _KEPT.items() if re.fullmatch(words, bare, re.IGNORECASE)), None)


def line_of(label: str, value: str, page: int | None) -> LetterheadLine | None:
    """The line to keep, None where the label tells nothing about whom and when the paper is about."""
    role = role_of(label)
    shown = one_line(label).rstrip(": ")
    if role is None:
        return LetterheadLine(shown, "", page) if _is_person_label(_bare(label)) else None
    text = _without_addresses(value)
    if role in ("addressee", "sender"):
        text = _office_in(text)
    return LetterheadLine(shown, text, page)


def _bare(label: str) -> str:
    return one_line(label).strip("*: ").lower()


def _is_person_label(label: str) -> bool:
    return bool(_PERSON.fullmatch(label)) and len(label.split()) <= 5


def _without_addresses(value: str) -> str:
    return one_line(_PHONE.sub("", _EMAIL.sub("", value))).strip(" ,;|-–")


def _office_in(value: str) -> str:
    """'A. Person, Director of Place' -> 'Director of Place'; '' where only a name is left."""
    pieces = [piece.strip() for piece in re.split(r"\s*(?:,|;|\(|\)| [-–—] )\s*", value) if piece.strip()]
    offices = [piece for piece in pieces if not _HONORIFIC.search(piece) and not _is_name(piece)]
    if len(offices) == len(pieces):
        return value
    return ", ".join(offices)


def _is_name(piece: str) -> bool:
    return bool(_NAME_LIKE.fullmatch(piece)) and not _OFFICE.search(piece)
