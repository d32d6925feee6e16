"""Uneven light on a photographed page: a smooth surface laid through its paper, and divided out."""

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.recognition.engine import Pixels

_TILES = 24
_LIGHT = 92
_ROUNDS = 6
_NEAR = 10.0
_LEAST_PAPER = 0.35
_DARKEST_PAPER = 60.0
_LEAST_FALL = 14.0


def evened(pixels: Pixels) -> Pixels:
    """The picture with its paper of one brightness; as it is where the paper is, or where it shows too little of it."""
    light = _light(pixels)
    if light is None:
        return pixels
    rows = [np.clip(cv2.divide(pixels[:, :, channel], light, scale=float(light.max())), 0, 255) for channel in range(3)]
    return np.ascontiguousarray(np.dstack(rows), dtype=np.uint8)


def _light(pixels: Pixels) -> NDArray[np.uint8] | None:
    """The brightness of the paper at every pixel, None where it is even."""
    tiles = _tiles(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY))
    down, across = np.mgrid[-1 : 1 : tiles.shape[0] * 1j, -1 : 1 : tiles.shape[1] * 1j]
    terms = _terms(across.ravel(), down.ravel())
    values = tiles.ravel()
    paper = values > np.median(values) - _NEAR
    for _ in range(_ROUNDS):
        if paper.mean() < _LEAST_PAPER:
            return None
        weights, *_ = np.linalg.lstsq(terms[paper], values[paper], rcond=None)
        paper = np.abs(values - terms @ weights) < _NEAR
    if paper.mean() < _LEAST_PAPER:
        return None
    surface = (terms @ weights).reshape(tiles.shape)
    if surface.min() < _DARKEST_PAPER or surface.max() - surface.min() < _LEAST_FALL:
        return None
    height, width = pixels.shape[:2]
    fine = cv2.resize(np.clip(surface, 1, 255).astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(fine, dtype=np.uint8)


def _tiles(grey: object) -> NDArray[np.float64]:
    """How light the lightest part of each tile of the picture is."""
    image = np.asarray(grey, dtype=np.uint8)
    return np.array(
        [
            [float(np.percentile(tile, _LIGHT)) for tile in np.array_split(band, _TILES, axis=1)]
            for band in np.array_split(image, _TILES, axis=0)
        ]
    )


def _terms(across: NDArray[np.float64], down: NDArray[np.float64]) -> NDArray[np.float64]:
    ones = np.ones_like(across)
    return np.stack([ones, across, down, across * down, across * across, down * down], axis=1)
