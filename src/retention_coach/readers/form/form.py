"""The whole form: what is asked, in which order, and the profile that comes of it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from retention_coach.domain.figures import CompanyFigures, Measure
from retention_coach.domain.profile import Profile
from retention_coach.domain.refusals import phrases
from retention_coach.errors import InvalidInputError
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.calendar.places import Gazetteer
from retention_coach.readers.form.company_fields import company_fields
from retention_coach.readers.form.contacts import with_account
from retention_coach.readers.form.crossings import contradictions, opening_customers
from retention_coach.readers.form.customer_counts import CUSTOMER_COUNTS
from retention_coach.readers.form.customer_fields import PORTFOLIO_FIELDS, customer_fields
from retention_coach.readers.form.field import FieldProblem, FormField, Intake, Values
from retention_coach.readers.form.figure_fields import CORE_SECTION, PREFIX, figure_fields
from retention_coach.readers.form.means_fields import DETAIL_FIELDS, means_fields
from retention_coach.readers.form.measures import FigureReading


class Form:
    """The fields in the order in which they are asked, and what they add up to."""

    def __init__(self, fields: tuple[FormField, ...]) -> None:
        self.fields = fields
        self._by_id = {field.id: field for field in fields}

    def field(self, field_id: str) -> FormField | None:
        """The field with this id, or None."""
        return self._by_id.get(field_id)

    def asked(self, intake: Intake) -> tuple[FormField, ...]:
        """The fields that make sense for this company, given what was typed so far."""
        return tuple(field for field in self.fields if field.applies(intake))

    def open(self, intake: Intake) -> tuple[FormField, ...]:
        """The fields that wait for an answer: never asked, or required and left without one."""
        return tuple(
            field for field in self.asked(intake) if field.id not in intake or (field.required and not intake[field.id])
        )

    def read(self, field: FormField, text: str | None, intake: Intake) -> Any:
        """What was typed in a field as a value: None for «no sé» and for a field left blank.

        Raises:
            InvalidInputError: it cannot be read, or contradicts what another field says.
        """
        if not text:
            if field.required or (text is None and not field.allows_unknown):
                raise InvalidInputError(
                    f"«{field.label}» no puede quedar sin respuesta.", hint=f"Por ejemplo: {field.examples[0]}"
                )
            return None
        value = field.parse(text)
        values = {**self._values(intake), field.id: value}
        for problem in contradictions(values):
            if field.id in {problem.field, *_PARTNERS.get(problem.field, ())}:
                raise InvalidInputError(
                    f"No cuadra: {problem.message}.", hint="Corrija este dato, o vuelva al otro con /volver."
                )
        return value

    def problems(self, intake: Intake) -> tuple[FieldProblem, ...]:
        """Everything that stands between what was typed and a profile, in the order of the form."""
        found = list(self._own_problems(intake))
        found.extend(contradictions(self._values(intake)))
        order = [field.id for field in self.fields]
        return tuple(sorted(found, key=lambda problem: order.index(problem.field)))

    def assemble(self, intake: Intake) -> Profile:
        """The profile that was typed.

        Raises:
            InvalidInputError: with every problem, each beginning with its field's label.
        """
        problems = [f"{self._by_id[problem.field].label}: {problem.message}" for problem in self.problems(intake)]
        if problems:
            raise InvalidInputError("El perfil de la empresa no está completo.", problems=problems)
        values = self._values(intake)
        try:
            return Profile.model_validate(
                {
                    **{key: value for key, value in values.items() if not key.startswith(PREFIX)},
                    "contacts": [with_account(line, values.get("accounts", ())) for line in values.get("contacts", ())],
                    "figures": self._figures(intake, values),
                }
            )
        except ValidationError as error:
            raise InvalidInputError("El perfil de la empresa no sirve.", problems=phrases(error)) from error

    def taken_otherwise(self, intake: Intake) -> tuple[str, ...]:
        """What was understood of each figure that is kept otherwise than it was said: «1 % al mes», «más de 14»."""
        values = self._values(intake)
        return tuple(
            field.echo(value)
            for field in self.fields
            if field.echo and isinstance(value := values.get(field.id), FigureReading) and value.said
        )

    def intake_of(self, profile: Profile) -> dict[str, str | None]:
        """What would have to be typed for this profile; what it does not give is left out."""
        return {field.id: shown for field in self.fields for shown in self._shown(field, profile)}

    def _shown(self, field: FormField, profile: Profile) -> Iterator[str | None]:
        value = _value_of(profile, field.id)
        if isinstance(value, Measure) and value.value is None:
            yield None
        elif value not in {None, ()}:
            yield field.show(value)

    def _own_problems(self, intake: Intake) -> Iterator[FieldProblem]:
        for field in self.asked(intake):
            text = intake.get(field.id)
            if not text:
                if field.required:
                    yield FieldProblem(field.id, "falta, y sin este dato no hay plan")
                continue
            try:
                field.parse(text)
            except InvalidInputError as error:
                yield FieldProblem(field.id, _one_line(error))

    def _values(self, intake: Intake) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for field in self.asked(intake):
            text = intake.get(field.id)
            if not text:
                continue
            try:
                values[field.id] = field.parse(text)
            except InvalidInputError:
                continue  # `_own_problems` reports it
        return values

    def _figures(self, intake: Intake, values: Values) -> CompanyFigures:
        figures: dict[str, Measure] = {
            field.id.removeprefix(PREFIX): Measure(value=None)
            for field in self.fields
            if field.id.startswith(PREFIX) and field.id in intake and intake[field.id] is None
        }
        for field_id, value in values.items():
            if isinstance(value, FigureReading):
                figures[field_id.removeprefix(PREFIX)] = value.measure
        start = opening_customers(values)
        return CompanyFigures.model_validate(figures if start is None else {**figures, "customers_start": start})


_PARTNERS: Mapping[str, tuple[str, ...]] = {
    "figures.customers_lost": ("figures.customers_start",),
    "segments": CUSTOMER_COUNTS,
    "figures.nps_promoters": CUSTOMER_COUNTS,
    "figures.nps_passives": ("figures.nps_promoters", *CUSTOMER_COUNTS),
    "figures.nps_detractors": ("figures.nps_promoters", "figures.nps_passives", *CUSTOMER_COUNTS),
    "figures.response_hours_p90": ("figures.response_hours_median",),
    "figures.revenue_lost": ("figures.revenue_opening",),
    "figures.revenue_contraction": ("figures.revenue_opening", "figures.revenue_lost"),
    "accounts": ("start_month",),
    "contacts": ("accounts",),
}
"""The other fields of a contradiction: correcting any of them must not leave one behind."""


def profile_form(knowledge: Knowledge, today: dt.date) -> Form:
    """The form of a company's profile.

    Args:
        knowledge: the figures to ask for and the cantons to choose from.
        today: the day of the interview, from which «enero» is the next January.

    Raises:
        KnowledgeError: if the figures of the knowledge base are not those that the form asks for.
    """
    figures = figure_fields(knowledge.figures, today)
    core = tuple(field for field in figures if field.section == CORE_SECTION)
    rest = tuple(field for field in figures if field.section != CORE_SECTION)
    gazetteer = Gazetteer.from_entries(knowledge.calendar)
    company = (*company_fields(gazetteer), *customer_fields(gazetteer), *means_fields(today))
    return Form((*company, *core, *PORTFOLIO_FIELDS, *rest, *DETAIL_FIELDS))


def _value_of(profile: Profile, field_id: str) -> Any:
    if field_id.startswith(PREFIX):
        return getattr(profile.figures, field_id.removeprefix(PREFIX))
    return getattr(profile, field_id)


def _one_line(error: InvalidInputError) -> str:
    return " ".join([error.message, *error.problems, error.hint]).strip()
