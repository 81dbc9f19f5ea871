"""Strategic approaches: the ways to keep customers between which a company chooses in prompt 61."""

import re
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from retention_coach.knowledge.entries.vocabulary import KpiId, Method, Offer, Signal
from retention_coach.knowledge.provenance import Entry

Slot = Literal[
    "renewals",  # named customers with the day on which their agreement ends, within the plan
    "renewal_names",  # the first two of them, without days
    "first_renewal",  # the first of them to end
    "first_renewal_date",  # its day
    "largest",  # the named customer that brings most revenue
    "lost",  # that customers were lost: how many, and in what period
    "causes",  # the signals that call for the approach, in words
    "sector",  # the customers' sector as it follows the word «sector»
    "peaks",  # the months of the plan in which that sector is busiest
]
"""A fact of the company that a sentence may name; it has no value where the company did not say it."""

SLOTS: tuple[Slot, ...] = get_args(Slot)

Condition = Literal[
    "named_renewals",  # a named agreement ends within the plan
    "renewal_at_risk",  # one of a customer whose risk is high
    "accounts_at_risk",  # a named customer's risk is high
    "few_customers",
    "many_customers",
    "customers_lost",
    "new_customers",
    "concentrated",  # the named accounts bring a large part of the revenue
    "small_stake",  # the agreements that end bring little of the revenue and are few of many customers
    "growing",  # existing customers enlarged what they buy by more than they cut
    "shrinking",
    "few_hours",
    "no_budget",
    "busy_season",  # the customers' sector has busy months within the plan
    "contract",
    "recurring",
    "project",
]
"""What is asked of a company's figures, accounts and means."""

_SLOT = re.compile(r"\{(\w*)\}")


class Sentence(BaseModel):
    """One sentence; where a slot has no value, `otherwise` stands in its place, or nothing.

    It is told only where one of the signals of `when` was seen, if it names any. In the sources a sentence without
    slots and signals may be written as plain text.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    text: str = Field(min_length=10)
    otherwise: str = ""
    when: tuple[Signal, ...] = ()

    @model_validator(mode="after")
    def _slots_are_known(self) -> Self:
        unknown = {*_SLOT.findall(self.text)} - {*SLOTS} | {*_SLOT.findall(self.otherwise)}
        if unknown:
            raise ValueError(f"«{self.text}» usa casillas desconocidas o en «otherwise»: {', '.join(sorted(unknown))}")
        if "«" in self.text + self.otherwise:
            raise ValueError(f"«{self.text}» lleva comillas de cita, y la cita es solo de lo que dijo la empresa")
        return self

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The facts that the sentence names."""
        return tuple(slot for slot in SLOTS if f"{{{slot}}}" in self.text)

    @property
    def always_holds(self) -> bool:
        """Whether there is something to say for any company."""
        return not self.when and (not self.slots or bool(self.otherwise))


class Sign(Sentence):
    """What can be seen by the end of a week of the plan; a clause in lower case that a date may introduce."""

    week: int = Field(ge=2, le=16)


def _as_sentence(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


Line = Annotated[Sentence, BeforeValidator(_as_sentence)]


_LEAST_ALWAYS = {
    **dict.fromkeys(("title", "focus", "why", "early_sign", "better_when"), 1),
    **dict.fromkeys(("must_be_true", "how_it_can_fail"), 2),
}
"""How many lines of a field must have something to say whatever the company did not."""


class Approach(Entry):
    """One way to keep customers, with what it takes and what it leaves for later.

    It answers a company in which one of `main_themes` shows; `other_themes` speak for it too. `favoured_by` and
    `hindered_by` weigh in its favour or against it. Where `finds_out` is true, it is also what to do while too little
    is known. `akin` are approaches that a company would not tell apart from it: they are never offered side by side.
    `offers` are the kinds of offer that it is for, where it is not for all.
    """

    name: str
    title: tuple[Line, ...] = Field(description="Nombre de la alternativa: el de la señal más fuerte, o el último.")
    theory: str = Field(description="Por qué los clientes se quedan, en una frase.")
    main_themes: tuple[Signal, ...] = Field(min_length=1, max_length=3)
    other_themes: tuple[Signal, ...] = ()
    favoured_by: tuple[Condition, ...] = ()
    hindered_by: tuple[Condition, ...] = ()
    akin: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = Field(default=(), description="Para qué clases de oferta es; vacío: todas.")
    finds_out: bool = False
    methods: tuple[Method, ...] = Field(min_length=2, max_length=4)
    kpis: tuple[KpiId, ...] = Field(min_length=1, max_length=3, description="Los que persigue, el principal primero.")
    typical_weeks: int = Field(ge=2, le=16, description="Semanas hasta que suele notarse.")
    focus: tuple[Line, ...] = Field(description="En qué se concentra.")
    later: Line = Field(description="Qué deja para después.")
    why: tuple[Line, ...] = Field(description="Por qué conviene.")
    must_be_true: tuple[Line, ...] = Field(description="De ellas se dicen las tres primeras que valgan.")
    how_it_can_fail: tuple[Line, ...] = Field(description="Los tres primeros que valgan.")
    early_sign: tuple[Sign, ...] = Field(description="Lo primero que se ve si no funciona; se elige como el título.")
    better_when: tuple[Sign, ...] = Field(description="Qué tendría que verse para preferirlo; se elige igual.")

    @model_validator(mode="after")
    def _themes_are_distinct(self) -> Self:
        themes = (*self.main_themes, *self.other_themes)
        if len(set(themes)) < len(themes):
            raise ValueError(f"«{self.id}» repite una señal")
        return self

    @model_validator(mode="after")
    def _no_company_is_left_without_words(self) -> Self:
        for name, least in _LEAST_ALWAYS.items():
            lines = getattr(self, name)
            if sum(line.always_holds for line in lines) < least:
                raise ValueError(f"«{self.id}»: en {name} hacen falta {least} que valgan para toda empresa")
        return self

    @property
    def themes(self) -> tuple[Signal, ...]:
        """The signals that speak for it, the main ones first."""
        return (*self.main_themes, *self.other_themes)
