"""The fields that ask for figures: one for each entry of the knowledge base, by section."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial

from retention_coach.errors import KnowledgeError
from retention_coach.knowledge.entries.figures import FigureSpec
from retention_coach.readers.form.field import FormField, Intake, always
from retention_coach.readers.form.fractions import percentage_meant
from retention_coach.readers.form.measures import echo_figure, figure_reader, show_measure

PREFIX = "figures."

_SECTIONS: dict[str, tuple[str, ...]] = {
    "Cifras de clientes": ("customers_start", "customers_lost", "customers_new"),
    "Ingresos y costos": (
        "revenue_opening",
        "revenue_lost",
        "revenue_contraction",
        "revenue_expansion",
        "gross_margin",
        "acquisition_cost",
        "retention_cost",
        "discount_rate",
    ),
    "Satisfacción, uso y respuesta": (
        "nps_promoters",
        "nps_passives",
        "nps_detractors",
        "usage_events",
        "active_customers",
        "response_hours_median",
        "response_hours_p90",
    ),
}

_NEEDS = {
    "nps_passives": "nps_promoters",
    "nps_detractors": "nps_promoters",
    "active_customers": "usage_events",
    "response_hours_p90": "response_hours_median",
}
"""A figure that says nothing without another one is not asked where the other one is not known."""

CORE_SECTION = "Cifras de clientes"


def figure_fields(specs: Iterable[FigureSpec], today: dt.date) -> tuple[FormField, ...]:
    """A field for each figure, by section; none of them is counted after `today`.

    Raises:
        KnowledgeError: a figure that no section asks for, or one without its entry.
    """
    by_key = {spec.key: spec for spec in specs}
    asked = [key for keys in _SECTIONS.values() for key in keys]
    if set(asked) != by_key.keys():
        wrong = ", ".join(sorted(set(asked) ^ by_key.keys()))
        raise KnowledgeError(f"El formulario y la base de conocimiento no piden las mismas cifras: {wrong}.")
    return tuple(_field(by_key[key], section, today) for section, keys in _SECTIONS.items() for key in keys)


def _field(spec: FigureSpec, section: str, today: dt.date) -> FormField:
    return FormField(
        id=f"{PREFIX}{spec.key}",
        section=section,
        label=spec.name,
        question=spec.question,
        help=f"{spec.help} De esta cifra depende: {_lowered(spec.depends)} Si no la sabe: {_lowered(spec.if_unknown)}",
        examples=(spec.example, f"unos {spec.example}, al 31/12/2025"),
        parse=figure_reader(spec, today),
        show=partial(show_measure, spec),
        echo=partial(echo_figure, spec),
        allows_unknown=True,
        applies=_known(_NEEDS[spec.key]) if spec.key in _NEEDS else always,
        meant=partial(percentage_meant, spec),
    )


def _known(key: str) -> Callable[[Intake], bool]:
    def applies(intake: Intake) -> bool:
        return f"{PREFIX}{key}" not in intake or bool(intake[f"{PREFIX}{key}"])

    return applies


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
