"""The one view of a session that every document shows, whatever its format."""

from dataclasses import dataclass

from retention_coach.domain.session import Session
from retention_coach.knowledge.base import Knowledge
from retention_coach.report.case import Audience, Case
from retention_coach.report.observations import FindingLine, observations_of
from retention_coach.report.sections.advocacy import AdvocacySection, advocacy_of
from retention_coach.report.sections.alternatives import Alternatives, alternatives_of
from retention_coach.report.sections.calendar import CalendarSection, calendar_of
from retention_coach.report.sections.cover import Cover, cover_of
from retention_coach.report.sections.diagnosis import Diagnosis, diagnosis_of
from retention_coach.report.sections.health import HealthSection, health_section_of
from retention_coach.report.sections.interview import InterviewSection, interview_of
from retention_coach.report.sections.kpis import KpiSection, kpis_of
from retention_coach.report.sections.money import MoneySection, money_section_of
from retention_coach.report.sections.plan import PlanSection, plan_of
from retention_coach.report.sections.privacy import Privacy, privacy_of
from retention_coach.report.sections.sector import SectorSection, sector_of
from retention_coach.report.sections.sources import Sources, sources_of
from retention_coach.report.sections.summary import Summary, summary_of
from retention_coach.report.sections.workload import Workload, workload_of
from retention_coach.report.standing import Standing, standing_of


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that documents show, in Spanish; a section that cannot be made yet is None.

    Attributes:
        audience: who will read it.
        session: the session as this audience may see it; for `company` it holds no confidence.
        cover: whose plan, of when, made by what.
        standing: BORRADOR or REVISADO with its reasons, and what is out of date.
        summary: for whoever decides.
        diagnosis: what was found and what is not known.
        health: how each customer is, and what is to be cleared up.
        alternatives: both, and the choice.
        plan: the six months.
        workload: hours and money of all plans together.
        money: what they cost, what they protect and when that pays back.
        kpis: the six indicators.
        sector: the plan seen from the customers' sector.
        advocacy: the five strategies.
        calendar: what the six months bring.
        sources: what everything rests on.
        privacy: notes on personal data.
        interview: answers and what is to be verified; None for `company`.
        observations: what the checks found; empty for `company`.
    """

    audience: Audience
    session: Session
    cover: Cover
    standing: Standing
    summary: Summary | None
    diagnosis: Diagnosis | None
    health: HealthSection | None
    alternatives: Alternatives | None
    plan: PlanSection | None
    workload: Workload | None
    money: MoneySection | None
    kpis: KpiSection | None
    sector: SectorSection | None
    advocacy: AdvocacySection | None
    calendar: CalendarSection | None
    sources: Sources | None
    privacy: Privacy | None
    interview: InterviewSection | None
    observations: tuple[FindingLine, ...]


def build_report(session: Session, knowledge: Knowledge, *, audience: Audience) -> Report:
    """The view of a session for an audience; a session at any stage has one."""
    case = Case.of(session, knowledge, audience)
    plan, workload = plan_of(case), workload_of(case)
    account = money_section_of(case, workload)
    return Report(
        audience=audience,
        session=case.session,
        cover=cover_of(case),
        standing=standing_of(session, knowledge, audience),
        summary=summary_of(case, plan, workload, account),
        diagnosis=diagnosis_of(case),
        health=health_section_of(case),
        alternatives=alternatives_of(case),
        plan=plan,
        workload=workload,
        money=account,
        kpis=kpis_of(case),
        sector=sector_of(case),
        advocacy=advocacy_of(case),
        calendar=calendar_of(case),
        sources=sources_of(case),
        privacy=privacy_of(case),
        interview=interview_of(case),
        observations=observations_of(case),
    )
