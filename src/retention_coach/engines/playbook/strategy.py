"""Step 61: the diagnosis, two alternatives that pull different levers, and which one is recommended."""

from retention_coach.domain.strategy import StrategyDraft
from retention_coach.engines.playbook import diagnosis
from retention_coach.engines.playbook.alternative import write_alternative
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.pair import choose_pair
from retention_coach.engines.playbook.recommendation import write_recommendation


def write_strategy(case: Case) -> StrategyDraft:
    """Diagnosis, the best two ways to go, and the better of them."""
    seen, pair = diagnosis.observations(case), choose_pair(case)
    return StrategyDraft(
        diagnosis=seen,
        unknowns=diagnosis.unknowns(case, seen),
        alternatives=(write_alternative(case, pair.a, "A"), write_alternative(case, pair.b, "B")),
        recommendation=write_recommendation(case, pair),
    )
