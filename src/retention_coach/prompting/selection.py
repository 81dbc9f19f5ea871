"""Which knowledge entries and months a step's prompt shows: those that fit this company, with their ids."""

from collections.abc import Iterable, Mapping
from typing import get_args

from retention_coach.assessment.approaches import fits
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.calendar.month_context import MonthContext
from retention_coach.knowledge.entries.advocacy import AdvocacyNeed, AdvocacyPlay
from retention_coach.knowledge.entries.plays import Play
from retention_coach.knowledge.provenance import Entry
from retention_coach.knowledge.selection import advocacy_for, questions_for
from retention_coach.knowledge.setting import Setting
from retention_coach.metrics.registry import FORMULAS
from retention_coach.ports import StepInputs
from retention_coach.prompting.context import Selection

_MOST_OF_SECTOR = 12
_MOST_APPROACHES = 6
_PROVENANCE = {"verified_on", "valid_until"}


class KnowledgeSelection:
    """Chooses from one knowledge base; the same entries that the playbook engine works with."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def __call__(self, inputs: StepInputs, template: str) -> Selection:
        """The entries and months for this step and company."""
        setting = Setting.of(inputs.profile, self._knowledge)
        entries: list[Entry] = [*setting.own_sectors, *setting.customer_sectors]
        entries += self._of_step(template, inputs, setting)
        months = () if template == "61-interview" else setting.periods
        unique = {entry.id: entry for entry in entries}
        return Selection(
            knowledge=[
                *(_shown(entry) for entry in unique.values()),
                *self._approaches(inputs, template),
                *_formulas(template),
            ],
            months=[self._month(period, setting) for period in months],
        )

    def _of_step(self, template: str, inputs: StepInputs, setting: Setting) -> Iterable[Entry]:
        knowledge, model = self._knowledge, inputs.profile.relationship_model
        match template:
            case "61-interview":
                return questions_for(knowledge, model=model, sector=setting.own.key)
            case "63-kpis":
                return (*knowledge.kpis, *knowledge.benchmarks, *knowledge.no_benchmarks)
            case "65-advocacy":
                return (*self._strategies(inputs, setting), *knowledge.legal, *knowledge.customs)
            case _:
                return (*self._plays(inputs, setting), *knowledge.legal, *knowledge.customs)

    def _strategies(self, inputs: StepInputs, setting: Setting) -> Iterable[AdvocacyPlay]:
        """Those that suit the company; whether their need is met is for the model to see in the answers."""
        return advocacy_for(
            self._knowledge,
            available=get_args(AdvocacyNeed),
            model=inputs.profile.relationship_model,
            own=setting.own,
            customers_abroad=setting.customers_abroad,
        )

    def _plays(self, inputs: StepInputs, setting: Setting) -> Iterable[Play]:
        """The plays made for these sectors, and one for each signal: a palette, not the whole shelf."""
        fitting = setting.plays(self._knowledge, inputs.profile.relationship_model)
        first: dict[str, Play] = {}
        for play in fitting:
            first.setdefault(play.themes[0], play)
        made_for_them = [play for play in fitting if play.customer_sectors or play.only_sectors]
        return (*made_for_them[:_MOST_OF_SECTOR], *first.values())

    def _approaches(self, inputs: StepInputs, template: str) -> list[Mapping[str, object]]:
        """The strategic approaches that answer this company, the best first, for the step that offers two of them."""
        if template != "61-strategy":
            return []
        called_for = [fit.approach for fit in fits(inputs, self._knowledge) if fit.is_called_for]
        return [
            approach.model_dump(mode="json", include={"id", "name", "theory", "methods", "kpis"})
            for approach in called_for[:_MOST_APPROACHES]
        ]

    def _month(self, period: str, setting: Setting) -> Mapping[str, object]:
        return _shown_month(setting.month(period, self._knowledge))


def _formulas(template: str) -> list[Mapping[str, object]]:
    """The formulas that a calculation may cite; the interview computes nothing."""
    if template == "61-interview":
        return []
    return [
        {"id": formula.id, "kind": "formula", "name": formula.name, "formula": formula.formula_text}
        for formula in FORMULAS.values()
    ]


def _shown(entry: Entry) -> Mapping[str, object]:
    return entry.model_dump(mode="json", exclude=_PROVENANCE, exclude_defaults=True)


def _shown_month(context: MonthContext) -> Mapping[str, object]:
    return {
        "period": context.period,
        "known": context.known,
        "working_days": context.working_days,
        "rest_days": [
            {"id": rest.entry.id, "day": rest.day.isoformat(), "name": rest.name} for rest in context.rest_days
        ],
        "seasons": [{"id": season.id, "name": season.name, "effect": season.effect} for season in context.seasons],
        "blackouts": [
            {"id": found.season.id, "first": found.first.isoformat(), "last": found.last.isoformat()}
            for found in context.blackouts
        ],
    }
