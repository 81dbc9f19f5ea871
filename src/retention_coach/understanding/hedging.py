"""Words by which a person says that what follows is a guess."""

from retention_coach.understanding.hearing import NUMBER, Heard

_ABOUT = "<about>"
_GUESS = "<guess>"


def hedges(heard: Heard) -> tuple[int, ...]:
    """Where each hedge of a sentence stands: «creo que», «quizá», and «como» or «unos» before a number."""
    return tuple(
        index
        for index in range(len(heard.words))
        if _is_guess(heard, index) or (heard.holds(index, _ABOUT) and _number_follows(heard, index))
    )


def _is_guess(heard: Heard, index: int) -> bool:
    """«Calculo», not «hoja de cálculo»."""
    return heard.holds(index, _GUESS) and not (index and heard.words[index - 1].word == "de")


def _number_follows(heard: Heard, index: int) -> bool:
    end = heard.edges[index][_ABOUT]
    return any(
        heard.holds(position, NUMBER) or heard.holds(position, "<half>")
        for position in range(end, min(end + 2, len(heard.words)))
        if not any(heard.pauses[end : position + 1])
    )
