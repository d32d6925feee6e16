"""Bars, their axis, figures, names and legend -> charts."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from extractors.document import Box
from extractors.grids.bars import Bar, around_bars, bar_groups, is_shaded_text, pieces_on, slots_of
from extractors.grids.chart import Chart, Label, View, once, stands_in
from extractors.grids.chart_proofs import Drawn, placed, readings_of
from extractors.grids.chart_rows import Naming, Series, assembled, figures_beside, nearest, plot_words, with_edges
from extractors.grids.chart_scales import Scale, tied_to
from extractors.grids.chart_slots import Slots, are_whole, names_at, run_together
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
        """The chart with the values that are proved, without rows where none is; None where it may be anything."""
        scales = self._scales()
        towers = pieces_on(self.group, self.view)
        stacked = 2 * sum(map(bool, towers.values())) >= len(self.group)
        stacks = [[bar, *(towers[bar] if stacked else ())] for bar in self.group]
        plain = self._plain([piece for stack in stacks for piece in stack], scales)
        if plain is None:
            return None
        slots, places = slots_of(self.group)
        by_piece = {piece: places[stack[0]] for stack in stacks for piece in stack}
        colours = self._colours(by_piece, stacked=stacked)
        columns = {(_series_of(piece, colours), place) for piece, place in by_piece.items()}
        if len(columns) < len(by_piece):
            return plain
        return self._proved(plain, scales, slots, stacks, by_piece, colours) or plain

    def _proved(
        self,
        plain: Chart,
        scales: Sequence[Scale],
        slots: Slots,
        stacks: Sequence[Sequence[Bar]],
        places: dict[Bar, int],
        colours: Sequence[str],
    ) -> Chart | None:
        """The chart with rows; None where a name is missing or no value can be proved."""
        stacked = any(len(stack) > 1 for stack in stacks)
        boxes = {piece: self.view.back(piece.box) for piece in places}
        kinds = set(colours) or {piece.colour for piece in places}
        legend = legend_of(kinds, self.marks, self._words(scales), bars=boxes.values())
        ticks = [tick.word for scale in scales for tick in scale.ticks]
        less = [*(word for words in legend.values() for word in words), *ticks]
        slots, shift = with_edges(slots, self.group[0].foot, self.view, scales, less)
        names = names_at(slots, self.group[0].foot, self.view, less=less)
        if not any(names) and not colours and len(legend) == len(places) == len(slots.middles):
            names = [legend[piece.colour] for piece in places]
        figures = figures_beside(names, self.view, less)
        labels = self._labels(places, figures, stacked=stacked)
        drawn = {
            piece: Drawn((_series_of(piece, colours), place + shift), piece.foot, piece.head)
            for piece, place in places.items()
        }
        proofs = {drawn[piece]: label for piece, label in labels.items()}
        found = readings_of(list(drawn.values()), proofs, scales, stacked=stacked)
        readable = are_whole(names) and not run_together(names, slots, self.view)
        if not found or not readable or len(legend) < len(colours):
            return None
        by_key = {one.key: boxes[piece] for piece, one in drawn.items()}
        series = [Series(legend.get(colour, []), n) for n, colour in enumerate(colours or [self.group[0].colour])]
        totals = self._totals(stacks, figures, labels) if stacked else []
        inside = [*ticks, *plot_words(plain.plot, self.marks.words), *totals]
        return assembled(plain.plot, Naming(names, series), set(by_key), placed(found, by_key), inside)

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
        every = once((*words, *ticks))
        if len(every) < _LEAST_WORDS:
            return None
        return Chart(plot, plot, words=every, has_axis=tied)

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

    def _colours(self, places: dict[Bar, int], *, stacked: bool) -> list[str]:
        """The colours of the series from left to right (upwards in a stack); none where colours tell no series."""
        colours = list(dict.fromkeys(piece.colour for piece in places))
        alone = not stacked and len(set(places.values())) == len(places)
        if alone or len(colours) == 1:
            return []
        tallest = max(set(places.values()), key=lambda place: sum(other == place for other in places.values()))
        first = [piece for piece, place in places.items() if place == tallest]
        first.sort(key=lambda piece: -piece.foot if stacked else piece.middle)
        ordered = [piece.colour for piece in first]
        return list(dict.fromkeys([*ordered, *colours]))

    def _labels(self, pieces: Iterable[Bar], figures: Collection[Label], *, stacked: bool) -> dict[Bar, Label]:
        """For each bar the figure at its tip, outside or inside; in a stack the figure in each piece."""
        pairs: list[tuple[float, Bar, Label]] = []
        for piece in pieces:
            for label in figures:
                distance = _inside(piece, label) if stacked else self._distance(piece, label)
                if distance is not None:
                    pairs.append((distance, piece, label))
        return nearest(pairs)

    def _totals(
        self, stacks: Iterable[Sequence[Bar]], figures: Collection[Label], labels: dict[Bar, Label]
    ) -> list[Word]:
        """The figures over the whole of a stack: they are its total, and no value of a series."""
        used = {id(label.word) for label in labels.values()}
        free = [label for label in figures if id(label.word) not in used]
        tops = [stack[-1] for stack in stacks]
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


def _series_of(piece: Bar, colours: Sequence[str]) -> int:
    """The number of a piece's series; all are of one where colours tell none."""
    return colours.index(piece.colour) if colours else 0


def _inside(piece: Bar, label: Label) -> float | None:
    """How far the figure stands from the middle of the piece, None where it stands outside."""
    within = piece.start - 1 <= label.u <= piece.end + 1 and piece.head - 1 <= label.v <= piece.foot + 1
    return abs(label.v - (piece.head + piece.foot) / 2) if within else None
