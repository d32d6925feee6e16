"""The recogniser: where lines of text stand in a picture, and what a crop of one line says.

The only file that knows rapidocr. Its models lie in its wheel, nothing is downloaded. The engine is loaded once a
process, when the first picture comes, and uses one thread: papers are read by processes side by side.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.document import Box

Pixels = NDArray[np.uint8]
"""A picture as rows of pixels of blue, green and red."""

_BATCH = 8
_WIDEST = 25.0
_SETTINGS: dict[str, object] = {
    "Global.log_level": "error",
    "Global.text_score": 0.0,
    "Global.use_preprocess_img": False,
    "Global.use_vertical_padding": False,
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    # never enlarged: a long thin picture would grow to millions of pixels
    "Det.limit_type": "max",
    "Det.limit_side_len": 4000,
    # a crop is padded only to the widest of its batch, not to 320 pixels: most crops are single figures
    "Rec.rec_img_shape": [3, 48, 48],
    "Rec.rec_batch_num": _BATCH,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a crop says, '' for nothing, and how sure the recogniser is, from 0 to 1."""

    text: str
    score: float


def find_lines(pixels: Pixels) -> list[Box]:
    """The boxes in pixels of what look like lines of text."""
    found = _engine()(pixels, use_det=True, use_cls=False, use_rec=False)
    if found.boxes is None or not len(found.boxes):
        return []
    corners = np.asarray(found.boxes, dtype=float).reshape(-1, 4, 2)
    low, high = corners.min(axis=1), corners.max(axis=1)
    return [(float(a[0]), float(a[1]), float(b[0]), float(b[1])) for a, b in zip(low, high, strict=True)]


def read_lines(crops: Sequence[Pixels]) -> list[Reading]:
    """The readings of crops of one line each, in the same order; crops without a pixel read as nothing."""
    engine = _engine()
    readings = [Reading("", 0.0)] * len(crops)
    kept = sorted((n for n, crop in enumerate(crops) if min(crop.shape[:2]) > 0), key=lambda n: _shape(crops[n]))
    for start in range(0, len(kept), _BATCH):
        batch = kept[start : start + _BATCH]
        # all three flags every time: the engine keeps those of the call before
        engine.update_params(use_det=False, use_cls=False, use_rec=True)
        found = engine.recognize_txt([_narrowed(crops[n]) for n in batch])
        for n, text, score in zip(batch, found.txts, found.scores, strict=True):
            readings[n] = Reading(str(text), float(score))
    return readings


def _shape(crop: Pixels) -> float:
    return float(crop.shape[1] / crop.shape[0])


def _narrowed(crop: Pixels) -> Pixels:
    """A crop no wider than the recogniser can take in one piece."""
    height, width = crop.shape[:2]
    if width <= _WIDEST * height:
        return crop
    return np.asarray(cv2.resize(crop, (int(_WIDEST * height), height), interpolation=cv2.INTER_AREA), dtype=np.uint8)


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    cv2.setNumThreads(1)
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(params=_SETTINGS)
