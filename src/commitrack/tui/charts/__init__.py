"""Charts in cells of a terminal: what they show as plain values, and how they are drawn. Pure.

Nothing here knows a store or a screen. Every chart is legible without colour: bars have their
counts beside them, and what is stacked differs in texture.
"""

from commitrack.tui.charts.chart import Bar, Chart, Kind, Series
from commitrack.tui.charts.drawing import Drawing, Spot, draw

__all__ = ["Bar", "Chart", "Drawing", "Kind", "Series", "Spot", "draw"]
