"""What the words around a table say that its figures are, where they are something else than scores found."""

import re
from collections.abc import Callable, Iterable, Sequence

from transforms.catalogue import Framework
from transforms.lexicon import speaks_of

# Figures that are no settled scores of the authority, however the columns are headed.
_NO_FINDING = re.compile(
    r"\b(?:targets?|aspirational|aspirations?|forecasts?|predicted|projected|planned|proposed|anticipated|trajector(?:y|ies)|"
    r"illustrat\w+|examples?|exemplar|sample|template|hypothetical|dummy|"
    r"case stud(?:y|ies)|fictional|fictitious|imaginary|draft|provisional|unmoderated|"
    r"subject to moderation|maturity (?:model|assessment|matrix|framework|levels?|tool|index)|"
    r"(?:aim(?:s|ed|ing)?|hop(?:e|es|ed|ing)) (?:for|at|to (?:reach|score|be))|ambitions?|goals|expects|"
    r"would (?:be|become|put|give|lift|bring|follow|result|read|look)|"
    r"importance|urgen(?:t|cy)|order of priority|(?:by|in order of) priority|internal audit|"
    r"assurance (?:ratings?|levels?|opinions?)|"
    r"quiz(?:zes)?|e-learning|learners|residents (?:think|feel|say|see)|perceptions?|public opinion|"
    r"(?:community|public|residents['’]) confidence|(?:highest|top) (?:possible|available|achievable) scores?|"
    r"(?:highest|top|maximum) scores? (?:open to|possible|available|achievable|that can|which can|under each|for each)|"
    r"questionnaire|respondents?|satisfaction|weights?|weightings?|spend|spending|budgets?|expenditure|costs?|"
    r"how many|(?:numbers?|percentage|proportion|share) of (?:authorities|councils|areas|districts|boroughs|las)|"
    r"(?:members|partners|staff|officers|attendees|delegates|participants) (?:were asked|(?:have )?(?:scored|rated))|"
    r"risk (?:scores?|ratings?|register|matrix|log)|likelihood|contents)\b|£",
    re.IGNORECASE,
)
# An authority's own view, or a survey; where the Home Office or an adviser settled it, it is a finding after all.
_OWN_VIEW = re.compile(
    r"\b(?:self-?\s?(?:assess|scor|review|evaluat|rat)\w*|assess(?:ed|es)? (?:itself|themselves|ourselves)|"
    r"own (?:assessment|view|scores?)|survey\w*)\b",
    re.IGNORECASE,
)
# Who scored before anybody settled it: 'the Prevent team scored each benchmark ahead of the Home Office visit'.
_OWN_MARKS = re.compile(
    r"\b(?:officers?|team|co-?ordinator|partnership|board|members|council|we)(?: have| has| had)? "
    r"(?:scored|rated|graded|marked|assessed|evaluated) (?:each|every|all|its|their|our|itself|ourselves)\b",
    re.IGNORECASE,
)
_NOT_YET_SETTLED = re.compile(
    r"\b(?:before|prior to|ahead of|in advance of|in preparation for|pending|awaiting|pre)[- ](?:\w+ ){0,3}?"
    r"(?:moderat(?:ed|ion)|home office|validation|advis[eo]rs?)\b",
    re.IGNORECASE,
)
_AGREED = re.compile(r"\b(?:final(?:ised)?|agreed|confirmed|after|following)\b", re.IGNORECASE)
_SETTLED = re.compile(
    r"\b(?:moderat(?:ed|ion)|home office|external\w*|advis[eo]rs?|validated|verified|peer review)\b", re.IGNORECASE
)
# Figures of several authorities together.
_OF_MANY = re.compile(
    r"\b(?:(?:average|mean|median) (?:\w+ )?(?:scores?|ratings?|results?)|"
    r"(?:regional|national|england|wales|group) (?:\w+ )?"
    r"(?:average|mean|median|scores?|results?|ratings?|position|picture|benchmarks?|heat\s?map|comparison|overview))\b|"
    r"\b(?:scores?|results?) (?:across|for) (?:the|all) "
    r"(?:region|country|authorities|councils|areas)\b",
    re.IGNORECASE,
)
# Figures of one other authority that nobody names.
_OF_ANOTHER = re.compile(
    r"\b(?<!any )(?<!every )(?<!each )(?<!no )"
    r"(?:comparable|similar|another|neighbouring|anonym(?:ous|ised)|unnamed|different) (?:\w+ )?"
    r"(?:authority|council|area|borough|city|county|district)\b",
    re.IGNORECASE,
)
# Figures that count something; words of scores beside them take that back.
_COUNTS = re.compile(
    r"\b(?:numbers? of(?! benchmarks)|count|volume|amount|funding|attendance|hours|staffing|fte|population|"
    r"actions? (?:completed|open|closed|outstanding|due)|indicators?|kpis?|outputs?)\b",
    re.IGNORECASE,
)
# The same in a heading or caption, where nothing else can be meant.
_COUNTS_IN_HEADING = re.compile(
    r"\b(?:meetings?|visits?|sessions|courses|workshops|events|cases|incidents|complaints|posts|full-time|documents|"
    r"years since|ranks?|rankings?)\b",
    re.IGNORECASE,
)
_SCORES = re.compile(
    r"\b(?:scor\w+|benchmarking|benchmark (?:results?|scores?)|ratings?|rated|grad(?:e|es|ed|ing)|"
    r"judg\w+|health check|results?|heat\s?map)\b",
    re.IGNORECASE,
)
# Without any of these in or around a table nothing says that its figures are scores at all.
_OF_SCORES = re.compile(
    r"\b(?:scor\w+|benchmark\w*|assess\w*|rating|rated|grad(?:e|es|ed|ing)|judg\w+|health check|results?|outcomes?|"
    r"heat\s?map|level|performance|position|evaluat\w+|maturity|complian\w+|met|exceed\w*|\w+-review)\b",
    re.IGNORECASE,
)
# A sentence above a table speaks of it where it says so; others stand there by chance: 'Attendance was good.'
_OF_TABLE = re.compile(
    r"\b(?:scor\w+|benchmark\w*|rat(?:e|es|ed|ings?)|grad(?:e|es|ed|ing)|judg\w+|results?|health check|heat\s?map|"
    r"tables?|figures?|columns?|rows?|below|above|following|follows|each item|shown|shows|sets? out|"
    r"(?:these|they|those) (?:are|were|show))\b",
    re.IGNORECASE,
)
# A paragraph further above speaks of it only where it points to it.
_ANNOUNCES = re.compile(
    r"\b(?:below|following|follows|(?:the|this) table|these (?:are|scores)|(?:are|is) (?:shown|set out|given))\b",
    re.IGNORECASE,
)
# A text under a table speaks of its figures so, and takes them back so.
_OF_THESE = re.compile(
    r"\b(?:(?:these|the|all|above|scores?|figures|ratings?|results?)\s+(?:\w+\s+){0,3}(?:are|were|is|remain|show)|note|"
    r"table|above)\b",
    re.IGNORECASE,
)
# Of some of the figures only: a note to a mark, a key of signs, 'current and target'.
_OF_SOME = re.compile(
    r"^\W*[*†‡§¹²³#^]|^\s*\(?(?:\w|note \w+)\)\s|[●○✓✔■□]|\b[A-Z] = |\b(?:current|actual|brackets?)\b"
)
_LABEL = 60
_MODERATED = re.compile(r"\band\s+(?:\w+\s+){0,3}?(?:moderated|validated|agreed|final)\b", re.IGNORECASE)
_TAKEN_BACK = re.compile(
    r"\b(?:provisional|draft|unmoderated|indicative|subject to (?:\w+ ){0,3}(?:moderation|confirmation|agreement)|"
    r"not (?:yet )?(?:been )?(?:moderated|agreed|confirmed|validated)|self-?\s?(?:assess|scor|rat)\w*|"
    r"targets?|illustrat\w+|fictional|(?:averages?|means?|medians?) (?:of|for|across)|hypothetical|forecasts?)\b",
    re.IGNORECASE,
)
# 'Referrals by benchmark': what stands before is what the figures are.
_BY_BENCHMARK = re.compile(
    r"^(?:\W*(?:table|figure|chart|appendix)?\s*[\dA-Z]*[.:\d]*\s*[-–:]?\s+)?(?P<what>[A-Za-z][^:–(]{2,60}?)\s+"
    r"(?:by|per|for (?:each|every)|under each|against each|towards? each|on each)\s+(?:prevent )?benchmark\b",
    re.IGNORECASE,
)
_OF_BENCHMARKS = re.compile(
    r"\b(?:scor\w+|rat(?:ed|ings?)|grad\w+|judg\w+|results?|assess\w*|performance|position|outcomes?|levels?|compliance|"
    r"heat\s?map|summary|breakdown|overview|analysis|findings?|comparison|compared|picture|progress|prevent|how|where|"
    r"detail\w*|evaluat\w+|review)\b",
    re.IGNORECASE,
)
# Other duties and frameworks that are assessed with labels like these.
_OTHER_SUBJECT = re.compile(
    r"\b(?:serious violence|safeguarding (?:adults|children)\w*|section (?:11|175|157)|domestic (?:abuse|violence)|"
    r"modern slavery|hate crime|equalit(?:y|ies)|resilience|emergency planning|violence against women|vawg|"
    r"anti-?social behaviour|county lines|child (?:sexual )?exploitation|child protection|"
    r"health and safety|information governance|data protection|cyber security|climate|protect duty|martyn's law|"
    r"organised crime|knife crime|drug strategy|combating drugs)\b",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"\b(?:scor\w+|scale|rated|rating|mark\w*|grad\w+|range)\b[^.]{0,30}?\b(?:from|of|between|is|runs)\s+(?P<low>\d{1,2})\b[^.\d]{0,20}?"
    r"(?:-|–|\bto|\band)\s+(?:\w+\s+)?(?P<high>\d{1,3})\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\b(?:scor\w+|rated|rating|mark\w*)\b[^.]{0,30}?\bout\s+of\s+(?P<high>\d{1,3})\b", re.IGNORECASE)
# '1 = not started, 2 = developing, ...': so many steps in a row are a key.
_STEP_OF_KEY = re.compile(r"(?<![\d/.,-])(\d)\)?\s*(?:=|:|–|-|is|means)\s*[A-Za-z]")
_KEY = 3
_REVERSED = re.compile(
    r"\b(?P<low>\d)\s*(?:=|is|being|means|-|–|:)?\s*(?:the\s+)?(?:very\s+)?"
    r"(?:best|highest|strongest|outstanding|excellent|exceeded|fully met)\b",
    re.IGNORECASE,
)


def other_purpose(
    captions: Iterable[str], headings: Sequence[str], lead_in: Sequence[str], framework: Framework
) -> str | None:
    """Why the figures of a table may be no scores of the framework: targets, counts, another scale; else None.

    Of headings and of the texts above only the nearest of each is asked; of a paragraph only what speaks of the table.
    """
    near = [*captions, *headings[:1]]
    told = [*near, *map(_of_table, lead_in[:1])]
    for text in (*told, *map(_announcing, lead_in[1:]), *map(_as_a_whole, headings[1:2])):
        if match := _NO_FINDING.search(text) or _unsettled(text):
            return f"the text above says '{match.group()}': {_shown(text)}"
        if scale := _other_scale(text, framework):
            return f"{scale}: {_shown(text)}"
    for text in (*near, *lead_in):
        if scale := _explained_otherwise(text, framework):
            return f"{scale}: {_shown(text)}"
    for text in told:
        counts = _COUNTS.search(text) or (_COUNTS_IN_HEADING.search(text) if text in near else None)
        if counts and not _SCORES.search(text):
            return f"the text above says '{counts.group()}': {_shown(text)}"
    return None


def _unsettled(text: str) -> re.Match[str] | None:
    """The words that tell of an authority's own view, or of scores that nobody has settled yet; None where none do."""
    early = _NOT_YET_SETTLED.search(text)
    if early and not _AGREED.search(text):
        return early
    if _SETTLED.search(_NOT_YET_SETTLED.sub(" ", text)):
        return None
    return _OWN_VIEW.search(text) or _OWN_MARKS.search(text)


def _of_table(paragraph: str) -> str:
    """The sentences of a paragraph that speak of the table below it; a line that is no whole sentence announces it."""
    if not paragraph.rstrip().endswith((".", "!", "?")):
        return paragraph
    return " ".join(part for part in re.split(r"(?<=[.;!?])\s+", paragraph) if _OF_TABLE.search(part))


def _announcing(paragraph: str) -> str:
    """The sentences of a paragraph further above that announce the table."""
    return " ".join(part for part in re.split(r"(?<=[.;!?])\s+", paragraph) if _ANNOUNCES.search(part))


def draft_titled(titles: Iterable[str]) -> str | None:
    """Why the scores of a paper may not be settled: its title is of scores and calls them a draft."""
    for text in titles:
        match = _TAKEN_BACK.search(text) if _SCORES.search(text) else None
        # 'Self-assessment and moderated scores': the table tells them apart
        both = (
            match and _OWN_VIEW.search(match.group()) and _MODERATED.search(text) and not _NOT_YET_SETTLED.search(text)
        )
        if match and not both:
            return f"the title says '{match.group()}': {_shown(text)}"
    return None


def _as_a_whole(heading: str) -> str:
    """A heading over several sections where it says one thing: 'Targets for next year', not 'Progress and targets'."""
    return "" if re.search(r"\band\b|[,&/]", heading) else heading


def taken_back_below(texts: Sequence[str], framework: Framework) -> str | None:
    """Why a text under a table takes its figures back: 'These scores are provisional'; None where none does."""
    for text in texts:
        if _OF_SOME.search(text):
            continue
        is_label = len(text) <= _LABEL and not text.rstrip().endswith(".")
        said = " ".join(part for part in re.split(r"(?<=[.;!?])\s+", text) if is_label or _OF_THESE.search(part))
        if match := _TAKEN_BACK.search(said):
            return f"the text below says '{match.group()}': {_shown(text)}"
        if scale := _explained_otherwise(text, framework):
            return f"{scale}: {_shown(text)}"
    return None


def of_something_else(captions: Iterable[str], headings: Sequence[str], heads: Iterable[str]) -> str | None:
    """Why figures under no head of scores are none: what is shown is 'Referrals by benchmark'."""
    if any(_SCORES.search(head) for head in heads):
        return None
    for text in (*captions, *headings[:1]):
        match = _BY_BENCHMARK.search(text)
        if match and not _OF_BENCHMARKS.search(match["what"]):
            return f"the text above says what is shown is '{match['what'].strip()}'"
    return None


def no_scores_told(texts: Iterable[str]) -> str | None:
    """Why figures beside benchmarks may be anything: nothing in the table or around it speaks of scores."""
    if any(_OF_SCORES.search(text) for text in texts):
        return None
    return "nothing in the table or around it says that its figures are scores"


def other_subject(texts: Iterable[str], framework: Framework) -> str | None:
    """Why a table that shows only some items may be of another duty with like items: the text above names that one."""
    own = " ".join((framework.title, *framework.topic_words)).casefold()
    for text in texts:
        match = _OTHER_SUBJECT.search(text)
        if match and match.group().casefold() not in own:
            return f"the text above speaks of another subject, '{match.group()}': {_shown(text)}"
    return None


def of_many(
    captions: Iterable[str], headings: Iterable[str], lead_in: Iterable[str], regions: Callable[[str], object]
) -> str | None:
    """Why figures of a table that names no authority may be those of a region; `regions` finds one in a text."""
    near = [*captions, *list(headings)[:1]]
    for text in [*near, *list(lead_in)[:1]]:
        if match := _OF_MANY.search(text) or _OF_ANOTHER.search(text):
            return f"the text above says '{match.group()}': {_shown(text)}"
    for text in near:
        if regions(text) and _SCORES.search(text):
            return f"the text above names a region: {_shown(text)}"
    return None


def names_another(text: str) -> str | None:
    """Why figures near a text may be of another authority that it does not name: 'a neighbouring authority'."""
    match = _OF_ANOTHER.search(text)
    return f"the text speaks of '{match.group()}'" if match else None


def off_topic(texts: Iterable[str], framework: Framework) -> str | None:
    """Why a table may be of another framework with like items: neither its words nor those above name the topic."""
    if speaks_of("\n".join(texts), framework):
        return None
    return f"neither the table nor the text above it speaks of {' or '.join(framework.topic_words[:2])}"


def _other_scale(text: str, framework: Framework) -> str | None:
    low, high = framework.scale.lowest, framework.scale.highest
    for match in _SCALE.finditer(text):
        if (float(match["low"]), float(match["high"])) != (low, high) and float(match["low"]) < float(match["high"]):
            return f"a scale of {match['low']} to {match['high']} is told, not {low:g} to {high:g}"
    if (most := _OUT_OF.search(text)) and float(most["high"]) != high:
        return f"scores out of {most['high']} are told, not out of {high:g}"
    return None


def _explained_otherwise(text: str, framework: Framework) -> str | None:
    """Why a key of the figures is not the framework's: its best is the lowest, or it ends elsewhere ('4 = leading')."""
    low, high = framework.scale.lowest, framework.scale.highest
    if (best := _REVERSED.search(text)) and float(best["low"]) == low:
        return f"{best['low']} is told to be the best"
    steps = [int(step) for step in _STEP_OF_KEY.findall(text)]
    counted = len(steps) >= _KEY and steps == list(range(steps[0], steps[0] + len(steps)))
    if counted and steps[0] <= low and (steps[0], steps[-1]) != (low, high):
        return f"a scale of {steps[0]} to {steps[-1]} is told, not {low:g} to {high:g}"
    return None


def _shown(text: str) -> str:
    return f"'{text.strip()[:80]}'"
