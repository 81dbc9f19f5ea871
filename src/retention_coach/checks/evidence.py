"""Every claim says where it comes from, and what it names exists (rule "Evidence"; constraints 61.7 and CH.1)."""

from collections.abc import Callable, Iterator, Mapping

from pydantic import BaseModel

from retention_coach.checks.context import CheckContext
from retention_coach.checks.references import cited
from retention_coach.checks.walk import join, nodes
from retention_coach.domain.evidence import PLAN_ARITHMETIC, Evidence
from retention_coach.domain.figures import UNITS
from retention_coach.domain.finding import Finding
from retention_coach.domain.interview import GuideQuestion
from retention_coach.domain.profile import Profile
from retention_coach.domain.strategy import LocalFit
from retention_coach.metrics.registry import FORMULAS


def evidence_is_given(output: BaseModel, context: CheckContext) -> Iterator[Finding]:
    """EVIDENCE_MISSING: whatever asks for evidence has some."""
    for path, model in nodes(output):
        if getattr(model, "evidence", None) == ():
            yield context.finding("EVIDENCE_MISSING", join(path, "evidence"))


def evidence_resolves(output: BaseModel, context: CheckContext) -> Iterator[Finding]:
    """EVIDENCE_UNRESOLVED: what evidence names exists, and so does the entry that a question asks to confirm."""
    for path, model in nodes(output):
        if isinstance(model, Evidence) and not _resolves(model, path, output, context):
            yield context.finding("EVIDENCE_UNRESOLVED", path, kind=model.kind, ref=model.ref)
        confirmed = model.confirms if isinstance(model, GuideQuestion) else None
        if confirmed is not None and not context.knowledge.has(confirmed):
            yield context.finding("EVIDENCE_UNRESOLVED", join(path, "confirms"), kind="knowledge", ref=confirmed)


def local_fit_resolves(output: BaseModel, context: CheckContext) -> Iterator[Finding]:
    """LOCAL_FIT_UNRESOLVED: an adaptation to Ecuador names an entry of the knowledge base (61.7, 64.4)."""
    for path, model in nodes(output):
        if isinstance(model, LocalFit) and not context.knowledge.has(model.knowledge_id):
            yield context.finding("LOCAL_FIT_UNRESOLVED", join(path, "knowledge_id"), ref=model.knowledge_id)


def _resolves(evidence: Evidence, path: str, output: BaseModel, context: CheckContext) -> bool:
    if evidence.kind == "plan":
        return bool(cited(evidence.ref, path, output, context))
    if evidence.kind == "assumption":
        return bool(evidence.detail.strip())
    return _EXISTS[evidence.kind](evidence.ref, context)


def _is_answered(ref: str, context: CheckContext) -> bool:
    return any(answer.id == ref and answer.text is not None for answer in context.inputs.answers)


def _is_known(ref: str, context: CheckContext) -> bool:
    return ref in UNITS and context.profile.figures.value(ref) is not None


def _is_account(ref: str, context: CheckContext) -> bool:
    return any(account.id == ref for account in context.profile.accounts)


def _is_filled(ref: str, context: CheckContext) -> bool:
    return ref in Profile.model_fields and getattr(context.profile, ref) not in (None, "", ())


def _is_entry(ref: str, context: CheckContext) -> bool:
    return context.knowledge.has(ref)


def _is_formula(ref: str, _context: CheckContext) -> bool:
    return ref in FORMULAS or ref == PLAN_ARITHMETIC


_EXISTS: Mapping[str, Callable[[str, CheckContext], bool]] = {
    "answer": _is_answered,
    "figure": _is_known,
    "account": _is_account,
    "profile": _is_filled,
    "knowledge": _is_entry,
    "calculation": _is_formula,
}
"""How a reference of each kind is looked up; «no sé» is no answer, and an unknown figure is no figure."""
