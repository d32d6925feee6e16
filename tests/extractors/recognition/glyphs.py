"""A few letters on a piece of paper."""

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from extractors.recognition.engine import Pixels


def printed(text: str, *, ink: str = "black", width: int = 34, height: int = 40) -> Pixels:
    """The text in the middle of a piece of paper, which is white or, under white ink, green."""
    image = Image.new("RGB", (width, height), "white" if ink == "black" else "#1e8449")
    pen = ImageDraw.Draw(image)
    pen.text((width / 2, height / 2), text, fill=ink, font=ImageFont.load_default(26), anchor="mm")
    return np.ascontiguousarray(np.asarray(image)[:, :, ::-1])
