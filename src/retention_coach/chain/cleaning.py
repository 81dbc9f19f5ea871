"""What engines and hands write, cleaned: nothing of it may break a file, a document or a terminal."""

from typing import Any

from retention_coach.spanish.cleaning import clean


def cleaned(value: Any) -> Any:
    """The value with every text in it clean, as deep as lists and dictionaries go."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: cleaned(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(item) for item in value]
    return value
