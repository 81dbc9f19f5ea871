"""Figures said in an answer that the profile lacks: offered to the person, never noted without asking."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retention_coach.cli.interview.case_file import CaseFile
from retention_coach.cli.interview.turn import Elsewhere, Pick
from retention_coach.cli.interview.yes_or_no import read_yes_or_no
from retention_coach.cli.terminal.terminal import Terminal
from retention_coach.domain.profile import Profile
from retention_coach.errors import InvalidInputError
from retention_coach.report.readings import AnswerReading, FigureReading
from retention_coach.spanish.formats import money, number, plural
from retention_coach.spanish.sentences import ended
from retention_coach.spanish.words import fold
from retention_coach.understanding.found import Period, QuantityFound, Unit

_LOST = re.compile(r"\b(?:perd(?:i|imos|ieron|ido)|se (?:nos )?fueron|dejaron de comprar|no renovaron)\b")
_SENTENCE = re.compile(r"[^.;:!?\n]+")
_RESPONSE, _BUDGET = "Q7", "Q22"
"""The questions whose only figure in hours, or in dollars, is the answer itself."""

_IN_PERIOD: dict[Period, tuple[str, str]] = {
    "month": ("al mes", "en el mes"),
    "quarter": ("al trimestre", "en el trimestre"),
    "semester": ("al semestre", "en el semestre"),
    "year": ("al año", "en el año"),
}
"""How the form reads a period, and how a question says it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A figure that an answer gives.

    Attributes:
        field: the field of the profile that it would fill.
        text: what would be typed there.
        question: what the person is asked.
    """

    field: str
    text: str
    question: str


def offers(answer: AnswerReading, profile: Profile) -> Iterator[Offer]:
    """The figures of an answer that clearly fill one that the profile does not know."""
    figures = [item for item in answer.figures if not item.is_wrong]
    yield from _lost(answer, figures, profile)
    if answer.answer.id == _RESPONSE and profile.figures.value("response_hours_median") is None:
        hours = _only(figures, "hours", others=("days", "weeks"))
        if hours:
            text = plural(hours.value, "hora", "horas")
            asked = f"¿Anoto {text} como tiempo de respuesta habitual?"
            yield Offer("figures.response_hours_median", f"{_about(answer, hours)}{text}", asked)
    if answer.answer.id == _BUDGET and profile.budget_usd is None:
        budget = _only(figures, "usd")
        if budget and budget.period in {None, "month"}:
            text = f"{money(budget.value)}{' al mes' if budget.period else ''}"
            yield Offer("budget_usd", text, f"¿Anoto {text} como presupuesto? Ese dato sí aparece en el plan.")


class FigureOffers:
    """Asks whether to note them; what was declined is not asked again in this sitting."""

    def __init__(self, case: CaseFile, terminal: Terminal) -> None:
        self._case = case
        self._terminal = terminal
        self._declined: set[Offer] = set()

    async def make(self, answers: Sequence[AnswerReading], pick: Pick) -> Elsewhere | None:
        """Offer what these answers give; where to go first, if the person leaves.

        Raises:
            Paused: the person stopped; what was noted until then is kept.
        """
        for answer in answers:
            for offer in self._new(answer):
                self._terminal.say(f"{offer.question} (Enter: sí; n: no)", "strong")
                said = await pick("s/n ›", read_yes_or_no)
                if isinstance(said, Elsewhere):
                    return said
                if said:
                    await self._note(offer)
                else:
                    self._declined.add(offer)
        return None

    def _new(self, answer: AnswerReading) -> Iterator[Offer]:
        profile = self._case.session.profile
        for offer in offers(answer, profile) if profile else ():
            if offer not in self._declined and self._fits(offer):
                yield offer

    def _fits(self, offer: Offer) -> bool:
        """Whether the form takes it beside what it holds already."""
        field = self._case.form.field(offer.field)
        try:
            return field is not None and bool(self._case.form.read(field, offer.text, self._case.intake) is not None)
        except InvalidInputError:
            return False

    async def _note(self, offer: Offer) -> None:
        point = self._case.timeline.at(offer.field)
        if point is None:  # the field makes no sense without another one that is not known
            return
        echo = await self._case.give(point, offer.text, consultant_only=False)
        self._terminal.say(ended(f"Anotado: {echo or offer.text}"), "good")


def _lost(answer: AnswerReading, figures: Sequence[FigureReading], profile: Profile) -> Iterator[Offer]:
    """«Perdimos 8 de 120 clientes el año pasado»."""
    start, lost = profile.figures.value("customers_start"), profile.figures.value("customers_lost")
    if lost is not None:
        return
    for item in figures:
        found = item.found
        period = _IN_PERIOD.get(found.period) if found.period else None
        if found.unit != "customers" or period is None or not _tells_of_loss(answer.answer.text or "", found):
            continue
        if (found.whole is None) == (start is None) or (start is not None and found.whole not in {None, start}):
            continue  # the form could not tell it apart from what it holds, or holds otherwise
        whole = "" if found.whole is None else f" de {number(found.whole)}"
        lost_words = plural(found.value, "cliente perdido", "clientes perdidos")
        yield Offer(
            "figures.customers_lost",
            f"{_about(answer, found)}{number(found.value)}{whole} {period[0]}",
            f"¿Anoto {lost_words}{whole}, {period[1]}?",
        )
        return


def _tells_of_loss(text: str, found: QuantityFound) -> bool:
    """Whether the sentence of a figure says that customers left, before the figure or after it."""
    spans = (match.span() for match in _SENTENCE.finditer(text))
    start, end = next((span for span in spans if span[0] <= found.start < span[1]), (found.start, found.end))
    return _LOST.search(fold(text[start:end])) is not None


def _only(figures: Sequence[FigureReading], unit: Unit, others: Sequence[Unit] = ()) -> QuantityFound | None:
    """The one figure in this unit; None where there are several, or some in the others."""
    found = [item.found for item in figures if item.found.unit in {unit, *others}]
    return found[0] if len(found) == 1 and found[0].unit == unit else None


def _about(answer: AnswerReading, found: QuantityFound) -> str:
    """What makes the form keep the figure as an estimate, where it was said as one."""
    return "unos " if found.approximate or answer.is_guess else ""
