"""What the name of a font tells, for every program that reads PDF pages: they must not differ in it."""

_WEIGHTS = ("bold", "black", "heavy", "semib", "demi")


def is_bold(name: str) -> bool:
    """Whether a name such as 'ABCDEF+Arial-BoldMT' is that of a heavy cut, in any case of letters."""
    return any(weight in name.lower() for weight in _WEIGHTS)
