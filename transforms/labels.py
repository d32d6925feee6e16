"""Printed label -> benchmark of a framework, or the nearest ones to tell a person."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from transforms.catalogue import Benchmark, Framework
from transforms.errors import AmbiguousAlias

# A label this close to one item, and this much closer than to any other, is taken for a misprint of it, and is held.
_NEAR = 88.0
_MARGIN = 8.0
# '1.', 'B1:', '(iv)', 'No. 1', '#1', 'Benchmark One -', 'Standard 5:', 'PDB 5'. What these words count may differ from
# paper to paper: the label beside the number decides.
_COUNTING_WORD = (
    r"(?:benchmark|duty|criteri(?:on|a)|standard|section|area|item|element|statement|indicator|kpi|theme|ref)"
)
_NUMBERING = re.compile(
    rf"^\s*(?:(?:{_COUNTING_WORD}\b\.?\s*)?(?:(?:no|number)\b\.?\s*|\#\s*)?"
    r"[(\[]?(?:[a-z]{0,3}\s?\d{1,2}(?:\.\d{1,2})?(?:[)\].:]+|\s*[-–—]|(?=\s)|(?=[A-Z][a-z]))|[a-z](?:[)\].:]+|\s)|"
    r"(?-i:[IVX]{1,4}|[ivx]{1,4})(?:[)\].:]+|\s))"
    rf"|{_COUNTING_WORD}\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|[ivx]{{1,4}})\b)"
    r"\s*[-–—:.]?\s*(?=[A-Za-z])",
    re.IGNORECASE,
)
# 'Channel Panel score', 'Training benchmark (score)', 'Overall effectiveness is'
_TRAILING_WORD = re.compile(
    r"\s+\(?(?:benchmark|score|rating|benchmark\s+(?:score|rating)|is|are|was|were)\)?[\s:]*$", re.IGNORECASE
)
_NOTE_MARKS = re.compile(r"[*†‡§¹²³⁴-⁹]+|\[\w{1,2}\]|\((?:note\s*)?\d{1,2}\)|(?<=[a-z])\d{1,2}$", re.IGNORECASE)
_PAGE_STAMP = re.compile(r"\s+\d{2,4}$")
_SPLIT = re.compile(
    r"\s+[-–—]\s*|\s*[-–—]\s+|:\s|\s*\(|\s*\n|\s*;\s|,\s+(?:including|incl|such as|e\.?g|which|with)\b", re.IGNORECASE
)
# How a toolkit words a benchmark: 'There is a Channel Panel in place, meeting monthly ...'.
_STATEMENT = re.compile(
    r"^(?:there\s+(?:is|are)|the\s+(?:[\w-]+\s+){1,3}(?:has|have|holds|maintains|provides|operates|delivers))\s+(?!no\b|not\b)"
    r"(?P<clause>[^,;:.]*)",
    re.IGNORECASE,
)
_SHIP = re.compile(r"\bp\s?['’/]\s?ship\b")
_ISE = re.compile(r"is(?=(?:e|ed|ing|ation|ations)$)")
_OUR = re.compile(r"our(?=s?$)")
_SLASH = re.compile(r"\s*/\s*")
_GAP = r"[\s-]+"
# What Python's patterns take for a letter beside its two cases.
_ALSO_TAKEN_FOR = {"i": "İı", "k": "\u212a", "s": "ſ"}


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """The item that a label means. `exact` is false where only its spelling is close: a person should look."""

    benchmark: Benchmark
    exact: bool


class Labels:
    """The labels of one framework, ready for matching. Raises AmbiguousAlias where one label means two items."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self._by_key: dict[str, Benchmark] = {}
        labels = _printed_in_text(framework)
        self._pattern = _pattern(labels)
        self._telling = _telling_words(labels)
        self._short: dict[str, Benchmark] = {}
        for item in framework.benchmarks:
            for printed in (item.name, *item.aliases):
                self._add(self._by_key, printed, item)
            for printed in item.short:
                self._add(self._short, printed, item)

    def _add(self, known: dict[str, Benchmark], printed: str, item: Benchmark) -> None:
        for form in _forms(printed):
            other = known.setdefault(form, item)
            if other is not item:
                raise AmbiguousAlias(self.framework.id, printed, (other.id, item.id))

    def match(self, printed: str) -> LabelMatch | None:
        """The item that `printed` names, whole or before a dash, colon or bracket; None where it names none."""
        item = self.named(printed)
        return LabelMatch(item, exact=True) if item else self._near(plain(_without_numbering(printed)))

    def named(self, printed: str) -> Benchmark | None:
        """As `match`, but what is only nearly a label is none."""
        return next((self._by_key[key] for key in _keys(printed) if key in self._by_key), None) or self._stated(printed)

    def match_short(self, printed: str) -> LabelMatch | None:
        """The item that a short form ('CP') means where most of the others stand beside it; None where it is none."""
        item = next((self._short[key] for key in _keys(printed) if key in self._short), None)
        return LabelMatch(item, exact=True) if item else None

    def _stated(self, printed: str) -> Benchmark | None:
        """The one item that the first clause of a sentence names: 'There is a Channel Panel in place, which ...'."""
        sentence = _STATEMENT.match(_without_numbering(" ".join(printed.split())))
        items = {item.id: item for _, _, item in self.standing_in(sentence["clause"])} if sentence else {}
        return next(iter(items.values())) if len(items) == 1 else None

    def standing_in(self, text: str) -> Iterator[tuple[int, int, Benchmark]]:
        """Where labels stand in running text: start, end and the item, in their order."""
        for found in self._pattern.finditer(text) if self._may_stand_in(without_case(text)) else ():
            item = next((self._by_key[key] for key in _keys(found.group()) if key in self._by_key), None)
            if item is not None:
                yield found.start(), found.end(), item

    def _may_stand_in(self, folded: str) -> bool:
        """Whether all words of some label stand in a text: the pattern is slow, and most text of a pack holds none."""
        return any(
            longest in folded and any(all(word in folded for word in others) for others in together)
            for longest, together in self._telling.items()
        )

    def may_open(self, text: str) -> bool:
        """Whether a label may stand at the very start of a text: sooner told than where labels stand in it."""
        return self._pattern.match(text.lstrip()) is not None

    def nearest(self, printed: str, count: int = 2) -> tuple[Benchmark, ...]:
        """The items whose labels are closest to `printed`, the closest first."""
        ranked = process.extract(plain(_without_numbering(printed)), self._by_key.keys(), scorer=fuzz.WRatio, limit=12)
        items = dict.fromkeys(self._by_key[key].id for key, _, _ in ranked)
        return tuple(self.framework.benchmark(id) for id in list(items)[:count])

    def _near(self, key: str) -> LabelMatch | None:
        if len(key) < 6:
            return None
        best: dict[str, float] = {}
        for form, score, _ in process.extract(
            key, self._by_key.keys(), scorer=fuzz.ratio, limit=8, score_cutoff=_NEAR - _MARGIN
        ):
            item = self._by_key[form]
            best[item.id] = max(best.get(item.id, 0.0), score)
        ranked = sorted(best.items(), key=lambda pair: -pair[1])
        if not ranked or ranked[0][1] < _NEAR or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN):
            return None
        return LabelMatch(self.framework.benchmark(ranked[0][0]), exact=False)


def _printed_in_text(framework: Framework) -> set[str]:
    """Every label of the framework of more than one word, and the generic single words."""
    return {label for item in framework.benchmarks for label in (item.name, *item.aliases) if len(label) > 4}


def _pattern(labels: Collection[str]) -> re.Pattern[str]:
    """Every label, the longest first, sorted by first words: where no label opens, few are tried."""
    opened: dict[str, list[str]] = {}
    for label in sorted(labels, key=lambda label: len(_flexible(label)), reverse=True):
        first, *rest = _flexible(label).split(_GAP, 1)
        opened.setdefault(first.casefold(), []).append(_GAP + rest[0] if rest else "")
    forms = (f"{_opening(first)}(?:{'|'.join(endings)})" for first, endings in opened.items())
    return re.compile(rf"\b(?:Prevent\s+)?(?:{'|'.join(forms)})\b", re.IGNORECASE)


def _opening(word: str) -> str:
    """A word whose first letter is given in both cases: an alternative that opens so is passed over at a glance."""
    if not word[:1].isalpha():
        return word
    either = word[0] + word[0].upper() + _ALSO_TAKEN_FOR.get(word[0], "")
    return f"(?-i:[{either}]){word[1:]}"


def _telling_words(labels: Collection[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Words that stand in every text which holds a label: the longest of one, and with it the others of each."""
    written = {frozenset(re.findall("[a-z0-9]+", label.casefold())) - {"and"} for label in labels}
    least = [words for words in written if not any(fewer < words for fewer in written)]
    telling: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in sorted(tuple(sorted(words, key=lambda word: (-len(word), word))) for words in least):
        longest, *others = words or ("",)
        telling[longest] = (*telling.get(longest, ()), tuple(others))
    return telling


def _flexible(label: str) -> str:
    words = re.findall(r"[A-Za-z0-9]+|&", label)
    return _GAP.join("(?:and|&)" if word.casefold() in {"and", "&"} else re.escape(word) for word in words)


def without_case(text: str) -> str:
    """A text in which every word stands as it does in lower case that a pattern without regard for case can find."""
    # İ is two signs when it is folded, and ı stays what it is
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")


@lru_cache(maxsize=16384)
def plain(printed: str) -> str:
    """A label without case, punctuation, plural and the word 'Prevent': what two spellings of one label share.

    'Engagement Activities' and 'engagement activity' both give 'engagement activity'.
    """
    words = _words(printed)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "prevent" else words)


def _words(printed: str) -> list[str]:
    words = [_singular(_american(word)) for word in re.findall(r"[a-z0-9]+", re.sub("['’]", "", _folded(printed)))]
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _folded(printed: str) -> str:
    text = unicodedata.normalize("NFKC", printed).replace("\u00ad", "").casefold().replace("&", " and ")
    return _SHIP.sub("partnership", text)


def _forms(printed: str) -> tuple[str, ...]:
    """The keys of a label: 'Prevent Board' only as a whole, because 'Board' alone says too little."""
    words = _words(printed)
    if len(words) == 2 and words[0] == "prevent":
        return " ".join(words), "".join(words)
    return plain(printed), _squeezed(printed)


def _american(word: str) -> str:
    """One spelling for both: 'programme' and 'program', 'organisation' and 'organization'."""
    word = {"programme": "program", "programmes": "program", "centre": "center"}.get(word, word)
    return _OUR.sub("or", _ISE.sub("iz", word)) if len(word) > 6 else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def _squeezed(printed: str) -> str:
    """A label without any spaces, for labels that a narrow cell broke inside a word ('Partners hip Plan')."""
    text = "".join(re.findall(r"[a-z0-9]+", _folded(printed)))
    return _singular(_american(text.removeprefix("prevent")))


@lru_cache(maxsize=8192)
def _keys(printed: str) -> tuple[str, ...]:
    """The keys of what a cell may mean, the most complete reading first."""
    unmarked = _NOTE_MARKS.sub("", printed)
    unnumbered = _without_numbering(unmarked)
    head = _SPLIT.split(unnumbered.strip(), maxsplit=1)[0]
    readings = [printed, unmarked, unnumbered, _PAGE_STAMP.sub("", unnumbered), head if len(head) >= 2 else ""]
    readings += [_TRAILING_WORD.sub("", reading) for reading in (unnumbered, head)]
    readings += [" and ".join(_SLASH.split(reading)) for reading in (unnumbered,) if "/" in reading]
    keys = [form(reading) for reading in readings if reading for form in (_whole, plain, _squeezed)]
    return tuple(dict.fromkeys(key for key in keys if key))


def _whole(printed: str) -> str:
    return " ".join(_words(printed))


def _without_numbering(printed: str) -> str:
    return _NUMBERING.sub("", printed.strip(), count=1)
