"""Why an item says what it says: the answers, figures, entries and calculations that led to it. For the consultant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from retention_coach.checks.walk import nodes
from retention_coach.domain.evidence import Evidence, EvidenceKind, Figure
from retention_coach.domain.figures import UNITS, Measure
from retention_coach.domain.profile import Profile
from retention_coach.domain.session import Session
from retention_coach.domain.strategy import Alternative, LocalFit
from retention_coach.errors import InvalidInputError
from retention_coach.knowledge.base import Knowledge
from retention_coach.metrics.registry import FORMULAS
from retention_coach.report.case import Case
from retention_coach.report.entry_names import cite
from retention_coach.report.evidence_wording import evidence_words
from retention_coach.report.figure_wording import UNKNOWN, amount
from retention_coach.report.item import Item
from retention_coach.report.items import items_of
from retention_coach.report.labels import ORIGIN, RISK
from retention_coach.spanish.formats import money, short_date


@dataclass(frozen=True, slots=True)
class Origin:
    """One thing that an item rests on.

    Attributes:
        kind: what kind of evidence it is.
        ref: its id; empty for an assumption.
        words: where it comes from, as documents say it.
        detail: what it says: the answer, the value, the source, the operation with its result.
        via: the id of the item that cites it, which is the item explained or one that it rests on.
    """

    kind: EvidenceKind
    ref: str
    words: str
    detail: str
    via: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an item says and everything that led to it, its own evidence first; `stale` if its step is out of date."""

    id: str
    kind: str
    says: tuple[str, ...]
    origins: tuple[Origin, ...]
    stale: bool


def explain(session: Session, knowledge: Knowledge, item_id: str) -> Explanation:
    """The explanation of an item (D1, A, A3, S2, E1, nps, C1, a segment's name), whatever the case of the letters.

    Raises:
        InvalidInputError: the session has no such item; names those it has.
    """
    case = Case.of(session, knowledge, "consultant")
    items = items_of(case)
    wanted = item_id.strip().casefold()
    item = next((found for key, found in items.items() if key.casefold() == wanted), None)
    if item is None:
        raise InvalidInputError(
            f"La sesión «{session.id}» no tiene ningún elemento «{item_id}».",
            hint=f"Sus elementos son: {', '.join(items)}." if items else "Todavía no tiene resultados que explicar.",
        )
    says = tuple(line for line in item.says if line.strip())
    return Explanation(item.id, item.kind, says, tuple(_origins(item, items, case)), item.step in case.stale_ids)


def _origins(item: Item, items: Mapping[str, Item], case: Case) -> Iterator[Origin]:
    """Breadth first, each origin once; of the items that it rests on, what they cite themselves, not their parts."""
    queue, followed, told = [item], {item.id}, set()
    while queue:
        current = queue.pop(0)
        for evidence, figure in _cited(current.model) if current is item else _own(current.model):
            origin = _origin(evidence, figure, current.id, items, case)
            if (origin.kind, origin.ref, origin.detail) not in told:
                told.add((origin.kind, origin.ref, origin.detail))
                yield origin
            if evidence.kind == "plan" and evidence.ref in items and evidence.ref not in followed:
                followed.add(evidence.ref)
                queue.append(items[evidence.ref])


def _cited(model: BaseModel) -> Iterator[tuple[Evidence, Figure | None]]:
    """Each piece of evidence in the item, with the figure whose basis it is; facts of Ecuador count as knowledge."""
    bases = {id(node.model.basis): node.model for node in nodes(model) if isinstance(node.model, Figure)}
    for node in nodes(model):
        match node.model:
            case Evidence() as evidence:
                yield evidence, bases.get(id(evidence))
            case LocalFit(knowledge_id=ref):
                yield Evidence(kind="knowledge", ref=ref, detail=""), None


def _own(model: BaseModel) -> Iterator[tuple[Evidence, Figure | None]]:
    """What an item that another rests on cites itself. Of an alternative only why it was proposed, not its numbers."""
    yield from ((evidence, None) for evidence in getattr(model, "evidence", ()))
    if not isinstance(model, Alternative):
        yield from ((figure.basis, figure) for figure in getattr(model, "figures", ()))


def _origin(evidence: Evidence, figure: Figure | None, via: str, items: Mapping[str, Item], case: Case) -> Origin:
    detail = _detail(evidence, items, case)
    if figure is not None:
        result = f"{figure.label}: {amount(figure.value, figure.unit)}"
        detail = f"{result}. {detail}" if detail else result
    return Origin(evidence.kind, evidence.ref, evidence_words(evidence, case), detail, via)


def _detail(evidence: Evidence, items: Mapping[str, Item], case: Case) -> str:  # noqa: PLR0911 - a table
    match evidence.kind:
        case "answer":
            return next((item.text or "" for item in case.answers if item.id == evidence.ref), "")
        case "figure":
            return _measure(evidence.ref, case)
        case "account":
            return _account(evidence.ref, case)
        case "profile":
            return _profile_field(evidence.ref, case)
        case "plan":
            return items[evidence.ref].says[0] if evidence.ref in items else ""
        case "knowledge":
            return _entry(evidence.ref, case.knowledge)
        case "calculation":
            return FORMULAS[evidence.ref].name if evidence.ref in FORMULAS else ""
        case "assumption":
            return evidence.detail


def _measure(figure_id: str, case: Case) -> str:
    measure: Measure | None = getattr(case.profile.figures, figure_id, None) if case.profile else None
    if measure is None or measure.value is None or figure_id not in UNITS:
        return UNKNOWN
    cutoff = f", con corte al {short_date(measure.cutoff)}" if measure.cutoff else ""
    return f"{amount(measure.value, UNITS[figure_id])} ({ORIGIN[measure.origin]}{cutoff})"


def _account(account_id: str, case: Case) -> str:
    accounts = case.profile.accounts if case.profile else ()
    account = next((item for item in accounts if item.id == account_id), None)
    if account is None:
        return ""
    revenue = account.annual_revenue_usd
    facts = (
        account.customer,
        f"{money(revenue)} al año" if revenue is not None else "",
        f"renovación el {short_date(account.renewal_date)}" if account.renewal_date else "",
        RISK[account.risk] if account.risk else "",
    )
    return ", ".join(fact for fact in facts if fact)


def _profile_field(name: str, case: Case) -> str:
    value = getattr(case.profile, name, None) if name in Profile.model_fields else None
    return value if isinstance(value, str) else ""


def _entry(entry_id: str, knowledge: Knowledge) -> str:
    if not knowledge.has(entry_id):
        return ""
    cited = cite(knowledge.entry(entry_id))
    return f"{cited.source} (verificado el {short_date(cited.verified_on)})"
