"""Pictures of pages -> words, rules and fills, and how surely each was read; knows no file format and no benchmark.

Needs the extra `scorepack[ocr]`: ask `is_installed` before `recognise`.
"""

from functools import cache
from importlib.util import find_spec

from extractors.recognition.picture import Picture
from extractors.recognition.recognised import RecognisedPage
from extractors.recognition.settings import USUAL, RecognitionSettings

__all__ = ["USUAL", "Picture", "RecognisedPage", "RecognitionSettings", "is_installed", "recognise"]

_NEEDED = ("rapidocr", "onnxruntime", "cv2", "numpy")


@cache
def is_installed() -> bool:
    """Whether everything is there that recognition needs."""
    return all(find_spec(name) is not None for name in _NEEDED)


def recognise(picture: Picture, settings: RecognitionSettings = USUAL) -> RecognisedPage:
    """Everything that the picture of a page shows. Raises ImportError where the extra is not installed."""
    # its libraries are heavy, and may be missing
    from extractors.recognition.page import read_picture

    return read_picture(picture, settings)
