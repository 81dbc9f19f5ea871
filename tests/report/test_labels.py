"""Every code has a label, and no label is left over."""

from collections.abc import Mapping
from typing import Any, Literal, get_args

import pytest

from retention_coach.domain.action_plan import PlanAction
from retention_coach.domain.base import KpiId, Method, Topic, Unit
from retention_coach.domain.evidence import EvidenceKind
from retention_coach.domain.figures import Origin, Period
from retention_coach.domain.finding import Severity
from retention_coach.domain.kpi_set import Frequency, Kpi, Scenario
from retention_coach.domain.profile import Account, Profile, RelationshipModel, Size
from retention_coach.domain.sector_plan import ConsiderationKind
from retention_coach.domain.session import Choice, MadeBy
from retention_coach.domain.strategy import Objective, ObservationDraft
from retention_coach.report import labels
from retention_coach.report.standing import Standing


def _codes(model: type, field: str) -> object:
    return model.__annotations__[field]


LISTS: list[tuple[object, Mapping[Any, Any]]] = [
    (Topic, labels.TOPIC),
    (KpiId, labels.KPI),
    (Method, labels.METHOD),
    (Unit, labels.UNIT),
    (_codes(ObservationDraft, "strength"), labels.STRENGTH),
    (Frequency, labels.FREQUENCY),
    (_codes(Kpi, "direction"), labels.DIRECTION),
    (Origin, labels.ORIGIN),
    (Period, labels.PERIOD),
    (Size, labels.SIZE),
    (RelationshipModel, labels.RELATIONSHIP),
    (_codes(Objective, "kind"), labels.OBJECTIVE),
    (ConsiderationKind, labels.CONSIDERATION),
    (_codes(Scenario, "label"), labels.SCENARIO),
    (EvidenceKind, labels.EVIDENCE),
    (Severity, labels.SEVERITY),
    (_codes(Choice, "by"), labels.CHOSEN_BY),
    (_codes(Standing, "status"), labels.STATUS),
    (get_args(_codes(Account, "risk"))[0], labels.RISK),
    (Literal[tuple(Profile.model_fields)], labels.PROFILE_FIELD),
]


@pytest.mark.parametrize(("codes", "words"), LISTS, ids=[str(get_args(codes)[0]) for codes, _words in LISTS])
def test_labels_cover_the_list(codes: object, words: Mapping[Any, Any]) -> None:
    """Exactly the codes of the closed list have words, and no two codes the same."""
    assert list(get_args(codes)) == list(words)
    assert len(set(words.values())) == len(words) or words is labels.UNIT


def test_every_closed_list_of_the_domain_is_covered() -> None:
    """Closed lists in the models that documents show are among those with labels, so that a new one is noticed."""
    known = {get_args(codes) for codes, _words in LISTS} | {("A", "B")}
    for model in (ObservationDraft, Objective, Kpi, Scenario, PlanAction, Account, Choice):
        for name, field in model.model_fields.items():
            options = get_args(field.annotation)
            if options and all(isinstance(option, str) for option in options):
                assert options in known, f"{model.__name__}.{name}"


def test_engine_is_named_with_its_model() -> None:
    """The playbook and language models in words, an own engine by its own name."""
    assert labels.engine(MadeBy(engine="playbook")) == "motor de reglas, sin conexión (playbook)"
    assert labels.engine(MadeBy(engine="openai", model="gpt-x")) == "modelo de lenguaje (gpt-x)"
    assert labels.engine(MadeBy(engine="propio")) == "propio"
