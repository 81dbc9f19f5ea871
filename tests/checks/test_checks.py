"""The checks find what is wrong, all of it, and nothing else."""

import pytest
from finding_mutations import MUTATIONS
from sample_chain import CONTEXTS, OUTPUTS

from retention_coach import checks
from retention_coach.checks import Check, run_checks
from retention_coach.checks.severities import SEVERITIES

CHECKS: dict[str, tuple[Check, ...]] = {
    "guide": checks.GUIDE_CHECKS,
    "strategy": checks.STRATEGY_CHECKS,
    "plan": checks.ACTION_PLAN_CHECKS,
    "kpis": checks.KPI_CHECKS,
    "sector": checks.SECTOR_PLAN_CHECKS,
    "advocacy": checks.ADVOCACY_CHECKS,
}


@pytest.mark.parametrize("step", CHECKS)
def test_valid_output_has_no_finding(step: str) -> None:
    """A complete, honest output is silent."""
    assert run_checks(CHECKS[step], OUTPUTS[step], CONTEXTS[step]) == ()


@pytest.mark.parametrize("code", MUTATIONS)
def test_one_spoilt_place_fires_its_code_alone(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each code has a flaw that it alone reports, with the severity of the table."""
    mutation = MUTATIONS[code]
    for name, value in mutation.patches.items():
        monkeypatch.setattr(name, value)

    findings = run_checks(CHECKS[mutation.step], mutation.output, mutation.context)

    assert {finding.code for finding in findings} == {code}
    assert {finding.severity for finding in findings} == {SEVERITIES[code]}
    assert {finding.step for finding in findings} == {mutation.context.step}


def test_every_code_has_a_mutation() -> None:
    """No code is left without a proof that it fires."""
    assert set(MUTATIONS) == set(SEVERITIES)
