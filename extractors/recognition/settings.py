"""All tuning of the recognition in one frozen value; lengths in points unless a name says otherwise."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecognitionSettings:
    """How pictures of pages are read.

    `most_pages` is how many pages and pictures of one paper are recognised at most, `most_seconds` how long that may
    take: a paper is given up as a whole where it takes longer than a run allows. A picture on a page is looked at
    from `least_width` by `least_height` points on and read from `least_lines` lines of text on. `dots_an_inch` is how
    finely a page is painted; `widest_skew` the angle in degrees up to which a page is straightened.

    Lines of text are looked for in a picture with a longest side of `detector_pixels` and `detector_scale` pixels a
    point at most: that is half of the work, and needs less detail than reading them. A short text is sure where it
    scores `sure` and at least `supported` in a second view, or `agreed` in all three; else its confidence is at most
    `doubtful`, and `torn` where the views differ.
    """

    most_pages: int = 80
    most_seconds: float = 150.0
    least_width: float = 90.0
    least_height: float = 45.0
    least_lines: int = 6
    dots_an_inch: float = 200.0
    widest_skew: float = 3.5
    detector_pixels: int = 1500
    detector_scale: float = 1.9
    shortest_rule: float = 14.0
    thickest_rule: float = 3.0
    least_fill: float = 7.0
    word_gap_em: float = 0.9
    least_ink: float = 2.5
    sure: float = 0.97
    agreed: float = 0.9
    supported: float = 0.7
    doubtful: float = 0.8
    torn: float = 0.45

    def __post_init__(self) -> None:
        if not 0 <= self.torn < self.doubtful < self.sure <= 1:
            raise ValueError("torn, doubtful and sure are confidences from 0 to 1 in this order")
        if self.dots_an_inch < 72 or self.detector_pixels < 200:
            raise ValueError("a picture of fewer than 72 dots an inch or 200 pixels cannot be read")


USUAL = RecognitionSettings()
