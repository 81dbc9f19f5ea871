"""The five strategies: which, in what order, and how each is written."""

from collections.abc import Iterable

from retention_coach.assessment import cite
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.advocacy_plan import AdvocacyPlanDraft, AdvocacyStrategyDraft, SuccessMetric
from retention_coach.domain.capacity import is_feasible
from retention_coach.domain.sector_plan import SectorPlan
from retention_coach.engines.playbook.action_plan import infeasible
from retention_coach.engines.playbook.advocacy.assets import asset_ideas
from retention_coach.engines.playbook.advocacy.failures import difference
from retention_coach.engines.playbook.advocacy.ground import Ground, lines
from retention_coach.engines.playbook.advocacy.idea import Idea, Slot
from retention_coach.engines.playbook.advocacy.letter import letter
from retention_coach.engines.playbook.advocacy.praise import praise_ideas
from retention_coach.engines.playbook.advocacy.referrals import referral_ideas
from retention_coach.engines.playbook.advocacy.relations import promoter_ideas, relation_ideas
from retention_coach.engines.playbook.advocacy.searches import search_ideas
from retention_coach.engines.playbook.advocacy.slots import Diary
from retention_coach.engines.playbook.advocacy.stories import story_ideas
from retention_coach.engines.playbook.case import Case
from retention_coach.knowledge.entries.advocacy import AdvocacyPlay

STRATEGIES = 5


def write_advocacy_plan(case: Case) -> AdvocacyPlanDraft:
    """Five strategies from this company's own experiences; where there are fewer, the rest begin by finding one."""
    if not is_feasible(case.profile):
        return AdvocacyPlanDraft(strategies=(), infeasible=infeasible())
    ground = Ground(case)
    diary = Diary.after(case, case.inputs.output(ActionPlan), case.inputs.output(SectorPlan))
    chosen = sorted(_Choice(ground, diary).five(), key=lambda pair: pair[1].month)
    held = _held_back(ground)
    strategies = []
    for idea, slot in chosen:
        strategies.append(_strategy(ground, idea, slot, "" if idea.is_own else held))
        held = held if idea.is_own else ""
    return AdvocacyPlanDraft(strategies=tuple(strategies), infeasible=None)


class _Choice:
    """Picks ideas that differ in experience, method and person asked, each with a month that suits it."""

    def __init__(self, ground: Ground, diary: Diary) -> None:
        self._ground = ground
        self._diary = diary
        self._plays = {play.id: play for play in ground.case.knowledge.advocacy}
        self._chosen: list[tuple[Idea, Slot]] = []

    def five(self) -> list[tuple[Idea, Slot]]:
        """Each kind of experience once; a kind, a method or a person comes again only where there is nothing else."""
        own, searches = list(_own_ideas(self._ground)), list(search_ideas(self._ground))
        for kind in dict.fromkeys(idea.kind for idea in own):
            for new_method in (True, False):
                of_kind = [idea for idea in own if idea.kind == kind]
                if all(other.kind != kind for other, _slot in self._chosen):
                    self._pick(of_kind, new_method=new_method, new_person=True, most=1)
        for ideas, new_method, new_person in (
            (own, True, True),
            (searches, True, True),
            (own, False, True),
            (searches, False, True),
            (searches, False, False),
        ):
            self._pick(ideas, new_method=new_method, new_person=new_person)
        return self._chosen

    def _pick(self, ideas: Iterable[Idea], *, new_method: bool, new_person: bool, most: int = STRATEGIES) -> None:
        room = min(STRATEGIES, len(self._chosen) + most)
        for idea in ideas:
            if len(self._chosen) >= room:
                return
            play = self._plays[idea.play]
            if not self._suits(play) or self._is_taken(idea, new_method=new_method, new_person=new_person):
                continue
            slot = self._diary.slot(idea, play)
            if slot is not None:
                self._diary.take(idea, slot, play.cost_usd)
                self._chosen.append((idea, slot))

    def _is_taken(self, idea: Idea, *, new_method: bool, new_person: bool) -> bool:
        """Whether an earlier choice already uses the experience, the entry, or what must be new."""
        for other, _slot in self._chosen:
            same_method = self._plays[idea.play].method == self._plays[other.play].method
            if idea.source == other.source or idea.play == other.play or (new_method and same_method):
                return True
            if new_person and idea.whom == other.whom:
                return True
        return False

    def _suits(self, play: AdvocacyPlay) -> bool:
        """Whether the company may use it, and can pay for it."""
        case = self._ground.case
        model, abroad = case.profile.relationship_model, case.setting.customers_abroad
        fits = play.serves(model, case.own, customers_abroad=abroad)
        return fits and play.cost_usd <= max(self._diary.ledger.money, 0)


def _own_ideas(ground: Ground) -> Iterable[Idea]:
    """The strongest first: what was achieved, who recommends, what is known, why they stay, who is content."""
    yield from story_ideas(ground)
    yield from referral_ideas(ground)
    yield from asset_ideas(ground)
    yield from praise_ideas(ground)
    yield from promoter_ideas(ground)
    yield from relation_ideas(ground)


def _held_back(ground: Ground) -> str:
    """Why a success that the company tells is not used: whoever is at risk is asked for no favour."""
    for story in ground.found.held_back:
        name = ground.name_of(story.account)
        return (
            f"El resultado de {name} («{story.result}») no se usa todavía: mientras la cuenta esté en riesgo o con un "
            "reclamo abierto no se le pide ningún favor."
        )
    return ""


def _strategy(ground: Ground, idea: Idea, slot: Slot, held: str) -> AdvocacyStrategyDraft:
    play = next(entry for entry in ground.case.knowledge.advocacy if entry.id == idea.play)
    sheet = idea.write(slot)
    return AdvocacyStrategyDraft(
        name=sheet.name,
        action=sheet.action,
        objective=sheet.objective,
        steps=lines(held, *sheet.steps, difference(play.id, ground.found.failures)),
        resources=play.resources,
        success_metrics=(
            SuccessMetric(
                name=sheet.metric.name, kpi=play.kpi, target=sheet.metric.wanted, how_to_measure=sheet.metric.how
            ),
        ),
        commercial_application=sheet.application,
        consent_text=sheet.consent,
        message=letter(ground, sheet.contact, slot.owner, sheet.message),
        owner=slot.owner,
        month=slot.month,
        hours=slot.hours,
        cost_usd=play.cost_usd,
        method=play.method,
        evidence=(*idea.evidence, cite.knowledge(play.id)),
        figures=sheet.figures,
    )
