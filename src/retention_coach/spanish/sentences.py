"""Texts made into sentences."""

_ENDS = tuple(f"{mark}{close}" for mark in ".?!…" for close in ("", ")", "»", "”", '"'))


def ended(text: str) -> str:
    """The text with the full stop that ends a sentence, unless it ends already: «S.A.», «¿Sí?», «… (nota.)».

    An empty text stays empty.
    """
    return text if not text or text.endswith(_ENDS) else f"{text}."
