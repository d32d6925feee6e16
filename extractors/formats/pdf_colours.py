"""PDF colours as '#rrggbb'."""

from functools import lru_cache
from typing import Any

_INDIRECT_SPACES = {"Separation", "DeviceN", "Indexed", "Pattern", "Lab"}


def hex_colour(value: Any, space: str) -> str | None:
    """A PDF colour as '#rrggbb'; None for patterns, inks and other spaces whose numbers are no light or paint."""
    if space in _INDIRECT_SPACES:
        return None
    if isinstance(value, (int, float)):
        parts = [float(value)]
    elif isinstance(value, (list, tuple)) and all(isinstance(part, (int, float)) for part in value):
        parts = [float(part) for part in value]
    else:
        return None
    if len(parts) == 1:
        parts = parts * 3
    elif len(parts) == 4:
        parts = [(1 - part) * (1 - parts[3]) for part in parts[:3]]
    if len(parts) != 3:
        return None
    return "#" + "".join(f"{round(255 * min(max(part, 0.0), 1.0)):02x}" for part in parts)


@lru_cache(maxsize=1 << 16)
def distance(first: str, second: str) -> int:
    """How far two colours lie apart in the channel in which they differ most, 0 to 255."""
    return max(abs(int(first[n : n + 2], 16) - int(second[n : n + 2], 16)) for n in (1, 3, 5))
