"""A quick look at a picture, a tenth of the work of reading it: most pictures in papers are photographs and logos."""

from statistics import median

import cv2
import numpy as np

from extractors.recognition.engine import find_lines
from extractors.recognition.glance import Glance
from extractors.recognition.picture import Picture
from extractors.recognition.straightening import pixels_of

_LONGEST_SIDE = 640


def glanced(picture: Picture) -> Glance:
    """How many lines of text there seem to be, and how large they are."""
    pixels = pixels_of(picture)
    shrink = min(1.0, _LONGEST_SIDE / max(pixels.shape[:2]))
    small = cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA) if shrink < 1 else pixels
    lines = find_lines(np.asarray(small, dtype=np.uint8))
    # the shorter side is the height of a line also where lines run upwards
    heights = [min(line[2] - line[0], line[3] - line[1]) for line in lines]
    return Glance(len(lines), median(heights) / shrink if heights else 0.0)
