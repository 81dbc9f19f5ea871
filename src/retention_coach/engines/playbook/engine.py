"""The playbook engine: one writer for each step's model."""

from collections.abc import Callable

from retention_coach.domain.action_plan import ActionPlanDraft
from retention_coach.domain.advocacy_plan import AdvocacyPlanDraft
from retention_coach.domain.base import Wire
from retention_coach.domain.interview import InterviewGuide
from retention_coach.domain.kpi_set import KpiSetDraft
from retention_coach.domain.sector_plan import SectorPlanDraft
from retention_coach.domain.session import MadeBy
from retention_coach.domain.strategy import StrategyDraft
from retention_coach.engines.playbook.action_plan import write_action_plan
from retention_coach.engines.playbook.advocacy.plan import write_advocacy_plan
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.guide import write_guide
from retention_coach.engines.playbook.kpis import write_kpi_set
from retention_coach.engines.playbook.sector.plan import write_sector_plan
from retention_coach.engines.playbook.strategy import write_strategy
from retention_coach.errors import EngineError
from retention_coach.knowledge.base import Knowledge
from retention_coach.ports import StepInputs, StepReply, StepRequest

_WRITERS: dict[type[Wire], Callable[[Case], Wire]] = {
    InterviewGuide: write_guide,
    StrategyDraft: write_strategy,
    ActionPlanDraft: write_action_plan,
    KpiSetDraft: write_kpi_set,
    SectorPlanDraft: write_sector_plan,
    AdvocacyPlanDraft: write_advocacy_plan,
}


class PlaybookEngine:
    """Fills every step from the typed inputs and the knowledge base: no key, no network, no chance.

    It never needs a repair turn: what it writes passes the checks, or says why the plan is not feasible.
    """

    name = "playbook"
    max_repairs = 0

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    async def answer(self, request: StepRequest) -> StepReply:
        """Fill the step's model by rule.

        Raises:
            EngineError: if no rule is written for this model.
        """
        content = self.write(request.reply_model, request.inputs)
        made_by = MadeBy(
            engine=self.name,
            template=request.prompt.template,
            template_version=request.prompt.version,
            template_hash=request.prompt.hash,
            knowledge_version=self._knowledge.version,
        )
        return StepReply(content=content, made_by=made_by, attempts=())

    def write(self, model: type[Wire], inputs: StepInputs) -> Wire:
        """A step's model filled by rule, from its inputs alone.

        Raises:
            EngineError: if no rule is written for this model.
        """
        writer = _WRITERS.get(model)
        if writer is None:
            raise EngineError(f"El motor playbook no sabe escribir «{model.__name__}».", error_class="unsupported_step")
        return writer(Case(inputs, self._knowledge))
