"""Pictures of pages -> words, rules and fills, and how surely each was read; knows no file format and no benchmark.

Needs the extra `scorepack[ocr]`: ask `is_installed` before anything else.
"""

from functools import cache
from importlib.util import find_spec

from extractors.recognition.glance import Glance
from extractors.recognition.picture import Picture, Placing
from extractors.recognition.recognised import RecognisedPage
from extractors.recognition.settings import USUAL, RecognitionSettings

__all__ = [
    "EXTRA",
    "USUAL",
    "Glance",
    "Picture",
    "Placing",
    "RecognisedPage",
    "RecognitionSettings",
    "glance",
    "is_installed",
    "recognise",
]

EXTRA = "Install scorepack[ocr] (pip install 'scorepack[ocr]')"
"""What to do where `is_installed` says no, as the beginning of a sentence."""

_NEEDED = ("rapidocr", "onnxruntime", "cv2", "numpy")


@cache
def is_installed() -> bool:
    """Whether everything is there that recognition needs."""
    return all(find_spec(name) is not None for name in _NEEDED)


def recognise(picture: Picture, settings: RecognitionSettings = USUAL) -> RecognisedPage:
    """Everything that the picture of a page shows. A picture that comes again in this process is not read again.

    Raises ImportError where the extra is not installed.
    """
    # its libraries are heavy, and may be missing
    from extractors.recognition.kept import read_once

    return read_once(picture, settings)


def glance(picture: Picture) -> Glance:
    """A quick look: how many lines of text a picture seems to hold, and how large they are.

    Raises ImportError where the extra is not installed.
    """
    from extractors.recognition.glancing import glanced

    return glanced(picture)
