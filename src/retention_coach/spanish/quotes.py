"""Customers' own words, which stand between « and »: nobody corrects or checks them."""


def strip_quotes(text: str) -> str:
    """The text with one space in place of each «…», nested quotes included.

    A « that nobody closes quotes nothing, and a » that nobody opened is left alone.
    """
    pieces: list[str] = []
    position = 0
    for start, end in _quoted_spans(text):
        pieces += (text[position:start], " ")
        position = end
    return "".join([*pieces, text[position:]])


def blank_quotes(text: str) -> str:
    """The text with spaces in place of each «…»: what remains keeps its position."""
    pieces: list[str] = []
    position = 0
    for start, end in _quoted_spans(text):
        pieces += (text[position:start], " " * (end - start))
        position = end
    return "".join([*pieces, text[position:]])


def _quoted_spans(text: str) -> list[tuple[int, int]]:
    """The outermost balanced «…», in order."""
    if "«" not in text:
        return []
    opened: list[int] = []
    spans: list[tuple[int, int]] = []
    for position, char in enumerate(text):
        if char == "«":
            opened.append(position)
        elif char == "»" and opened:
            start = opened.pop()
            while spans and spans[-1][0] > start:
                spans.pop()
            spans.append((start, position + 1))
    return spans
