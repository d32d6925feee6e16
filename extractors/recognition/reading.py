"""The text of every stretch; short texts are looked at three times, in pictures of different making."""

import unicodedata
from collections.abc import Sequence

from extractors.document import Box
from extractors.recognition.engine import Pixels, Reading, read_lines
from extractors.recognition.recognised import Stretch
from extractors.recognition.settings import RecognitionSettings
from extractors.recognition.stretches import crop_of
from extractors.recognition.views import narrow_view, soft_view

_LONGEST_FIGURE = 5
_LEAST_SCORE = 0.5
_LATIN = 0x24F
_DASHES = dict.fromkeys(map(ord, "一ー－—―"), "–")


def read_stretches(pixels: Pixels, scale: float, boxes: Sequence[Box], settings: RecognitionSettings) -> list[Stretch]:
    """What stands in the boxes (in points), from the head of the page to its foot. Specks are left out."""
    boxes = sorted(boxes, key=lambda box: (round((box[1] + box[3]) / 2), box[0]))
    crops = [crop_of(pixels, scale, box) for box in boxes]
    plain = [_tidied(reading) for reading in read_lines(crops)]
    short = [number for number, reading in enumerate(plain) if len(reading.text) <= _LONGEST_FIGURE]
    narrow = _views([narrow_view(crops[number]) for number in short], short)
    soft = _views([soft_view(crops[number]) for number in short], short)
    stretches = []
    for number, (box, reading) in enumerate(zip(boxes, plain, strict=True)):
        if number in narrow:
            stretch = _weighed(box, reading, narrow[number], soft[number], settings)
        else:
            stretch = Stretch(box, reading.text, round(reading.score, 3))
        if not _is_speck(stretch):
            stretches.append(stretch)
    return stretches


def _views(crops: Sequence[Pixels], numbers: Sequence[int]) -> dict[int, Reading]:
    return dict(zip(numbers, map(_tidied, read_lines(crops)), strict=True))


def _weighed(box: Box, plain: Reading, narrow: Reading, soft: Reading, settings: RecognitionSettings) -> Stretch:
    """A short text and how far it can be trusted.

    It is sure where the recogniser is and a second picture of it reads the same, or where all three do and none
    with much doubt. The limits in the settings are measured: benchmarks/recognition.py.
    """
    text = plain.text or narrow.text or soft.text
    others = [view.text for view in (plain, narrow, soft) if view.text != text]
    if plain.text != narrow.text or (others and plain.score < settings.sure):
        told = " or ".join(dict.fromkeys(other or "nothing" for other in others))
        return Stretch(box, text, settings.torn, f"read as {text} or {told}")
    is_sure = plain.score >= settings.sure and narrow.score >= settings.supported
    if is_sure or (not others and min(plain.score, narrow.score, soft.score) >= settings.agreed):
        return Stretch(box, text, round(max(plain.score, settings.sure), 3))
    return Stretch(box, text, round(min(plain.score, settings.doubtful), 3))


def _is_speck(stretch: Stretch) -> bool:
    """Whether nothing was read, or a mark without meaning with little trust."""
    return not stretch.text or (not any(map(str.isalnum, stretch.text)) and stretch.confidence < _LEAST_SCORE)


def _tidied(reading: Reading) -> Reading:
    """The reading in plain characters; the recogniser knows more scripts than these papers, and finds them in dirt."""
    text = " ".join(unicodedata.normalize("NFKC", reading.text.translate(_DASHES)).split())
    foreign = any(char.isalpha() and ord(char) > _LATIN for char in text)
    return Reading(text, min(reading.score, _LEAST_SCORE) if foreign else reading.score)
