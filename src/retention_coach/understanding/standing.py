"""Where a sentence tells of something that is not so, or not here: questions, wishes, other people's affairs."""

from retention_coach.understanding.hearing import Heard

_ASKED = frozenset({"cuanto", "cuantos", "cuanta", "cuantas"})
_WERE = ("ara", "aran", "aramos", "iera", "ieran", "ieramos")
_UNREAL = "<unreal>"
_OUTSIDER = "<outsider>"


def set_aside(heard: Heard) -> frozenset[int]:
    """The words where nothing that begins there says something of the customers."""
    if heard.is_question:
        return frozenset(range(len(heard.words)))
    parts = _parts(heard)
    elsewhere = {part for index, part in enumerate(parts) if heard.holds(index, _OUTSIDER)}
    unreal: set[int] = set()
    asked: set[int] = set()
    found: set[int] = set()
    for index, (part, clause) in enumerate(zip(parts, heard.clauses, strict=True)):
        if heard.holds(index, _UNREAL) or _is_condition(heard, index):
            unreal.add(clause)
        if part in elsewhere or part in asked or clause in unreal:
            found.add(index)
        if heard.words[index].word in _ASKED:
            asked.add(part)
    return frozenset(found)


def _parts(heard: Heard) -> list[int]:
    """The number of the part of each word; a part ends with a clause, and at «y»."""
    parts: list[int] = []
    joined = 0
    for clause, token in zip(heard.clauses, heard.words, strict=True):
        joined += token.word in {"y", "e"}
        parts.append(clause + joined)
    return parts


def _is_condition(heard: Heard, index: int) -> bool:
    """«Si nos atrasáramos»: with a verb that says that it is not so."""
    if heard.words[index].word != "si":
        return False
    near = (heard.words[place].word for place in range(index + 1, min(index + 5, len(heard.words))))
    return any(word.endswith(_WERE) and len(word) > 5 for word in near)
