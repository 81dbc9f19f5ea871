"""The only way by which data enters a prompt: as JSON that can forge nothing around it."""

import json


def json_text(value: object) -> str:
    r"""Compact JSON in which text cannot pass for markup, a role, a special token or a terminal code.

    Inside strings, whatever is not printable (line ends, escapes, U+2028, invisible and bidirectional marks) and the
    characters `< > & [ ]` become `\uXXXX`; the rest stays as people wrote it. Decoding gives back exactly the same
    text. Whole floats are written without a fraction.

    Args:
        value: plain data: mappings with text keys, sequences, text, numbers, booleans and None.

    Raises:
        TypeError: something that is not plain data.
        ValueError: a number that is infinite or not a number.
    """
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{_quoted(key)}:{json_text(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(json_text(item) for item in value) + "]"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value, allow_nan=False)


_MARKUP = frozenset("<>&[]")


def _quoted(text: str) -> str:
    dumped = json.dumps(text, ensure_ascii=False)
    if dumped.isprintable() and _MARKUP.isdisjoint(dumped):
        return dumped
    return "".join(char if char.isprintable() and char not in _MARKUP else _escaped(char) for char in dumped)


def _escaped(char: str) -> str:
    if ord(char) > 0xFFFF:
        return json.dumps(char)[1:-1]  # a pair of surrogates, as JSON demands
    return f"\\u{ord(char):04x}"
