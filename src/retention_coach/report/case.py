"""A session as a document reads it: typed outputs, what is out of date, and who will read it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pydantic import BaseModel

from retention_coach.chain import outputs
from retention_coach.chain.staleness import choice_is_current, stale_steps
from retention_coach.chain.steps import BY_ID, WITH_REPLY
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.advocacy_plan import AdvocacyPlan
from retention_coach.domain.base import AlternativeLabel, StepId
from retention_coach.domain.horizon import plan_periods
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.kpi_set import KpiSet
from retention_coach.domain.profile import Profile
from retention_coach.domain.sector_plan import SectorPlan
from retention_coach.domain.session import Session
from retention_coach.domain.strategy import Alternative, Strategy
from retention_coach.knowledge.base import Knowledge
from retention_coach.report.redaction import for_company
from retention_coach.spanish.formats import month_name

Audience = Literal["company", "consultant"]

_PERIOD = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Case:
    """What every section of a report is made from.

    Attributes:
        session: the session as its audience may see it.
        knowledge: the knowledge base.
        audience: who will read it.
        choice: the alternative selected among those that the strategy has now.
        stale_ids: the out-of-date steps. It and `choice` come from the whole session: a redacted copy has other
            fingerprints.
    """

    session: Session
    knowledge: Knowledge
    audience: Audience
    choice: AlternativeLabel | None
    stale_ids: frozenset[StepId]

    @classmethod
    def of(cls, session: Session, knowledge: Knowledge, audience: Audience) -> "Case":
        """The case of a session for an audience."""
        return cls(
            session=session if audience == "consultant" else for_company(session),
            knowledge=knowledge,
            audience=audience,
            choice=session.choice.label if session.choice and choice_is_current(session) else None,
            stale_ids=frozenset(stale_steps(session)),
        )

    @property
    def is_for_consultant(self) -> bool:
        """Whether the reader is the consultant."""
        return self.audience == "consultant"

    @property
    def profile(self) -> Profile | None:
        """The company's profile."""
        return self.session.profile

    @property
    def company(self) -> str:
        """The company's name, or a stand-in."""
        return self.profile.company if self.profile else "Empresa sin nombre"

    @cached_property
    def answers(self) -> tuple[AnsweredQuestion, ...]:
        """The questions that were answered, also with «no sé»."""
        return outputs.answered(self.session)

    @cached_property
    def strategy(self) -> Strategy | None:
        """The output of step 61."""
        return outputs.output(self.session, Strategy)

    @cached_property
    def plan(self) -> ActionPlan | None:
        """The output of step 62."""
        return outputs.output(self.session, ActionPlan)

    @cached_property
    def kpis(self) -> KpiSet | None:
        """The output of step 63."""
        return outputs.output(self.session, KpiSet)

    @cached_property
    def sector_plan(self) -> SectorPlan | None:
        """The output of step 64."""
        return outputs.output(self.session, SectorPlan)

    @cached_property
    def advocacy(self) -> AdvocacyPlan | None:
        """The output of step 65."""
        return outputs.output(self.session, AdvocacyPlan)

    def outputs(self) -> Iterator[tuple[StepId, BaseModel]]:
        """The current output of each engine's step, in the order of the chain; the interview's guide left out."""
        for model, output in (
            (Strategy, self.strategy),
            (ActionPlan, self.plan),
            (KpiSet, self.kpis),
            (SectorPlan, self.sector_plan),
            (AdvocacyPlan, self.advocacy),
        ):
            if output is not None:
                yield step_of(model), output

    @property
    def chosen(self) -> Alternative | None:
        """The selected alternative; None before the choice."""
        if self.choice is None or self.strategy is None:
            return None
        return next((item for item in self.strategy.alternatives if item.label == self.choice), None)

    @property
    def periods(self) -> tuple[str, ...]:
        """The six months as `aaaa-mm`: those of the plan, or else those that follow from the profile."""
        named = tuple(month.period for month in self.plan.months) if self.plan else ()
        if named and all(_PERIOD.fullmatch(period) for period in named):
            return named
        return plan_periods(self.profile.start_month) if self.profile else ()

    def stale_mark(self, *models: type[BaseModel]) -> str:
        """«desactualizado» if one of these outputs is out of date, or nothing."""
        return "desactualizado" if any(step_of(model) in self.stale_ids for model in models) else ""


def step_of(model: type[BaseModel]) -> StepId:
    """The id of the step whose stored output this model is."""
    return next(step.id for step in WITH_REPLY if step.reply and step.reply.stored is model)


def step_title(step_id: StepId) -> str:
    """The title of a step; an unknown one is called by its id."""
    return BY_ID[step_id].title if step_id in BY_ID else step_id


def month_label(period: str) -> str:
    """«enero de 2027» for `2027-01`; what an engine wrote in another form stays as it is."""
    return month_name(period) if _PERIOD.fullmatch(period) else period
