"""Numbers of things in a sentence."""

__all__ = ["counted"]


def counted(number: int, thing: str, things: str = "") -> str:
    """`1 turn`, `1,204 turns`; `things` are said where an s does not make them more."""
    return f"{number:,} {thing if number == 1 else things or f'{thing}s'}"
