"""Bars, their axis, figures, names and legend -> charts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from extractors.document import Box
from extractors.grids.bars import Bar, around_bars, bar_groups, is_shaded_text, pieces_on, slots_of
from extractors.grids.chart import Chart, Label, Reading, View, stands_in
from extractors.grids.chart_proofs import Drawn, readings_of
from extractors.grids.chart_rows import Naming, Series, assembled, figures_beside, plot_words, with_edges
from extractors.grids.chart_scales import Scale, tied_to
from extractors.grids.chart_slots import are_whole, names_at, run_together
from extractors.grids.legends import legend_of
from extractors.grids.marks import Marks, Word

_REACH_EM = 1.6
_FAR_AXIS = 160.0
_LEAST_WORDS = 3


def bar_charts(view: View, marks: Marks, scales: Sequence[Scale], taken: Sequence[Box]) -> list[Chart]:
    """The bar charts that a view shows; where nothing is proved, charts without rows."""
    walls = [scale.ticks[0].u for scale in scales]
    charts: list[Chart] = []
    for group in sorted(bar_groups(view, taken, walls), key=lambda group: -group[0].foot):
        if is_shaded_text(group, view):
            continue
        chart = _Bars(view, marks, scales, group).chart()
        if chart is not None and not any(stands_in(chart.plot, other.plot) for other in charts):
            charts.append(chart)
    return charts


@dataclass(frozen=True, slots=True)
class _Bars:
    """A group of bars with the page around it."""

    view: View
    marks: Marks
    all_scales: Sequence[Scale]
    group: list[Bar]

    def chart(self) -> Chart | None:
        scales = self._scales()
        towers = pieces_on(self.group, self.view)
        stacked = 2 * sum(map(bool, towers.values())) >= len(self.group)
        pieces = [piece for bar in self.group for piece in (bar, *(towers[bar] if stacked else ()))]
        plain = self._plain(pieces, scales)
        if plain is None:
            return None
        slots, places = slots_of(self.group)
        by_piece = {piece: places[bar] for bar in self.group for piece in (bar, *(towers[bar] if stacked else ()))}
        colours = list(dict.fromkeys(piece.colour for piece in pieces))
        colours, single = self._series(colours, by_piece, stacked)
        series_of = {piece: 0 if single else colours.index(piece.colour) for piece in pieces}
        if len({(series_of[piece], place) for piece, place in by_piece.items()}) < len(by_piece):
            return plain
        boxes = [self.view.back(piece.box) for piece in pieces]
        legend = legend_of(set(colours), self.marks, self._words(scales), bars=boxes)
        named = [word for words in legend.values() for word in words]
        less = [*named, *(tick.word for scale in scales for tick in scale.ticks)]
        slots, shift = with_edges(slots, self.group[0].foot, self.view, scales, less)
        names = names_at(slots, self.group[0].foot, self.view, less=less)
        if not any(names) and single and len(legend) == len(pieces) == len(slots.middles):
            names = [legend[piece.colour] for piece in pieces]
        drawn = {piece: Drawn((series_of[piece], by_piece[piece] + shift), piece.foot, piece.head) for piece in pieces}
        figures = figures_beside(names, self.view, less)
        labels = self._labels(pieces, figures, stacked=stacked)
        totals = self._totals(towers, figures, labels) if stacked else []
        found = readings_of(
            list(drawn.values()), {drawn[piece]: label for piece, label in labels.items()}, scales, stacked=stacked
        )
        several = len(colours) > 1 and not single
        readable = are_whole(names) and not run_together(names, slots, self.view)
        if not found or not readable or (several and len(legend) < len(colours)):
            return plain
        back = {one.key: self.view.back(piece.box) for piece, one in drawn.items()}
        found = {
            key: Reading(one.text, back[key], measured=True) if one.measured else one for key, one in found.items()
        }
        series = [Series(legend.get(colour, []), n) for n, colour in enumerate(colours[:1] if single else colours)]
        inside = plot_words(plain.plot, self.marks.words)
        ticks = [tick.word for scale in scales for tick in scale.ticks]
        return assembled(plain.plot, Naming(names, series), set(back), found, [*ticks, *inside, *totals])

    def _plain(self, pieces: Sequence[Bar], scales: Sequence[Scale]) -> Chart | None:
        """The chart as far as it is known before any value is proved; None where it may be anything."""
        plot = self.view.back(around_bars(pieces))
        words = plot_words(plot, self.marks.words, margin=True)
        different = len({round(piece.length / 1.5) for piece in pieces}) > 1
        thick = self.group[0].end - self.group[0].start
        tied = any(scale.tied for scale in scales)
        if not tied and (not different or max(bar.length for bar in self.group) <= 1.3 * thick):
            return None
        ticks = [tick.word for scale in scales for tick in scale.ticks]
        words = list({id(word): word for word in (*words, *ticks)}.values())
        if len(words) < _LEAST_WORDS:
            return None
        return Chart(plot, plot, words=tuple(words), has_axis=any(scale.tied for scale in scales))

    def _scales(self) -> list[Scale]:
        """The axes beside these bars that a tick ties to their base, the nearest first."""
        left, right = self.group[0].start, self.group[-1].end
        head = min(bar.head for bar in self.group)
        near = []
        for scale in self.all_scales:
            u = scale.ticks[0].u
            beside = left - _FAR_AXIS < u < left + 1 or right - 1 < u < right + _FAR_AXIS
            tied = tied_to(scale, self.group[0].foot) if beside else None
            if tied and head >= tied.top - 1.05 * tied.step * tied.unit:
                near.append((min(abs(u - left), abs(u - right)), tied))
        return [scale for _, scale in sorted(near, key=lambda pair: pair[0])]

    def _words(self, scales: Sequence[Scale]) -> list[Word]:
        ticks = {id(tick.word) for scale in scales for tick in scale.ticks}
        return [label.word for label in self.view.labels if id(label.word) not in ticks]

    def _series(self, colours: list[str], places: dict[Bar, int], stacked: bool) -> tuple[list[str], bool]:
        """The colours of the series from left to right (upwards in a stack), and whether colours tell no series."""
        alone = not stacked and len(set(places.values())) == len(places)
        if alone or len(colours) == 1:
            return colours, True
        tallest = max(set(places.values()), key=lambda place: sum(other == place for other in places.values()))
        first = [piece for piece, place in places.items() if place == tallest]
        first.sort(key=lambda piece: -piece.foot if stacked else piece.middle)
        ordered = [piece.colour for piece in first]
        return list(dict.fromkeys([*ordered, *colours])), False

    def _labels(self, pieces: Sequence[Bar], figures: Collection[Label], *, stacked: bool) -> dict[Bar, Label]:
        """For each bar the figure at its tip, outside or inside; in a stack the figure in each piece."""
        pairs: list[tuple[float, int, Bar, Label]] = []
        for piece in pieces:
            for label in figures:
                distance = _inside(piece, label) if stacked else self._distance(piece, label)
                if distance is not None:
                    pairs.append((distance, len(pairs), piece, label))
        found: dict[Bar, Label] = {}
        taken: set[int] = set()
        for _, _, piece, label in sorted(pairs, key=lambda pair: pair[:2]):
            if piece not in found and id(label.word) not in taken:
                found[piece] = label
                taken.add(id(label.word))
        return found

    def _totals(self, towers: dict[Bar, list[Bar]], figures: Collection[Label], labels: dict[Bar, Label]) -> list[Word]:
        """The figures over the whole of a stack: they are its total, and no value of a series."""
        used = {id(label.word) for label in labels.values()}
        free = [label for label in figures if id(label.word) not in used]
        tops = [(tower or [bar])[-1] for bar, tower in towers.items()]
        return [label.word for label in free if any(self._distance(top, label) is not None for top in tops)]

    def _distance(self, bar: Bar, label: Label) -> float | None:
        half = max((bar.end - bar.start) / 2 + 1, 3.0)
        if abs(label.u - bar.middle) > half:
            return None
        if label.v <= bar.head:
            gap = bar.head - label.box[3]
            return max(gap, 0.0) if gap <= _REACH_EM * label.word.size else None
        if label.v > bar.foot + 1:
            return None
        return max(label.box[1] - bar.head, 0.0)


def _inside(piece: Bar, label: Label) -> float | None:
    """How far the figure stands from the middle of the piece, None where it stands outside."""
    within = piece.start - 1 <= label.u <= piece.end + 1 and piece.head - 1 <= label.v <= piece.foot + 1
    return abs(label.v - (piece.head + piece.foot) / 2) if within else None
