"""Numbers, sources, quotes and secrets: where the line is drawn."""

from dataclasses import replace

import pytest
from finding_mutations import given, put, spoil
from sample_chain import CONTEXTS, STRATEGY, figure, source, sums_to
from test_checks import CHECKS

from retention_coach.checks import run_checks


def found(step: str, path: str, value: object) -> set[tuple[str, str]]:
    """Codes and places found once a place of the sample holds another value."""
    mutation = spoil(step, path, value)
    return {(each.code, each.path) for each in run_checks(CHECKS[step], mutation.output, mutation.context)}


@pytest.mark.parametrize(
    "statement",
    [
        "La respuesta tarda 10 horas.",
        "La respuesta tarda 10,0 horas.",
        "Contadores del Valle 24 Horas responde tarde.",
        "El Gerente general lo verá en 6 meses, desde el mes 3 y hasta el 31/01/2028.",
        "En el siglo XX nadie medía esto.",
        "Hay que hablar tres veces más con cada finca.",
    ],
)
def test_prose_without_a_stray_number_is_silent(statement: str) -> None:
    """Cited figures, names of the profile, dates and the plan's own horizon need no further source."""
    assert found("strategy", "diagnosis.0.statement", statement) == set()


@pytest.mark.parametrize(
    ("value", "written", "is_cited"),
    [
        (8.333, "8,3 %", True),
        (8.333, "8 %", True),
        (8.333, "8,4 %", False),
        (-8.333, "8,3 %", True),
        (1234.5, "12 mil", False),
    ],
)
def test_numbers_are_compared_as_written(value: float, written: str, is_cited: bool) -> None:
    """A number in prose is the figure rounded to the digits that are written."""
    cited = put(STRATEGY.diagnosis[0], "figures", (figure(value, "percent", "assumption", "", "Supuesto."),))
    codes = found("strategy", "diagnosis.0", put(cited, "statement", f"Se pierde el {written} de las horas."))
    assert bool(codes) is not is_cited


def test_thousands_with_a_dot_are_read() -> None:
    """«USD 1.200» stands for 1200, and «1,2 mil» for what rounds to it."""
    for written in ("USD 1.200", "USD 1,2 mil"):
        item = put(STRATEGY.diagnosis[0], "figures", (figure(1200, "usd", "assumption", "", "Supuesto."),))
        assert found("strategy", "diagnosis.0", put(item, "statement", f"Cuesta {written} al año.")) == set()


def test_a_percentage_is_not_a_count() -> None:
    """«18 %» is not backed by 18 customers."""
    path = "alternatives.0.why"
    assert found("strategy", path, "Se puede perder el 18 % de los ingresos.") == {("PROSE_NUMBER_UNCITED", path)}


def test_numbers_of_parts_without_figures_belong_to_the_item() -> None:
    """A lever's text may use the alternative's figures; its own stray number is reported at its own place."""
    assert found("strategy", "alternatives.0.levers.0.name", "Llamada a las 18 fincas") == set()
    path = "alternatives.0.levers.0.name"
    assert found("strategy", path, "Llamada a 17 fincas") == {("PROSE_NUMBER_UNCITED", path)}


def test_the_scale_of_an_indicator_needs_no_source() -> None:
    """A definition may say «9 o 10» for the NPS; elsewhere, and for another indicator, the number is a claim."""
    scale = "Respuestas de 9 o 10 menos las de 0 a 6, sobre todas, × 100."
    assert found("kpis", "kpis.1.definition", scale) == set()
    assert found("kpis", "kpis.1.formula_text", scale) == set()
    assert found("kpis", "kpis.1.baseline_note", "Respondieron 8.") == {
        ("PROSE_NUMBER_UNCITED", "kpis.1.baseline_note")
    }
    assert found("kpis", "kpis.4.definition", "Se usa 10 veces.") == {("PROSE_NUMBER_UNCITED", "kpis.4.definition")}


def test_quotes_ignore_white_space_only() -> None:
    """A quote may be broken over lines, but not change a word."""
    path = "diagnosis.1.statement"
    assert found("strategy", path, "Dicen que «nadie les\n contestaba».") == set()
    assert found("strategy", path, "Dicen que «Nadie les contestaba».") == {("QUOTE_NOT_FOUND", path)}


def test_inner_and_outer_quotes_are_both_judged() -> None:
    """A quote inside a quote does not hide the invented one around it."""
    path = "diagnosis.1.statement"
    assert found("strategy", path, "«Nos encanta que «nadie les contestaba»».") == {("QUOTE_NOT_FOUND", path)}


def test_confidential_words_may_not_be_quoted() -> None:
    """A short quote of a confidential answer is as good as invented."""
    path = "diagnosis.1.statement"
    assert found("strategy", path, "Dicen que «quiere abrir su propia oficina».") == {("QUOTE_NOT_FOUND", path)}


def test_quotes_are_exempt_from_style() -> None:
    """What the company said may be informal and unfinished."""
    mutation = given("strategy", "accounts.0.customer", "Te cuidamos como [a un socio]")
    output = put(STRATEGY, "diagnosis.1.statement", "Prometen: «Te cuidamos como [a un socio]».")
    assert run_checks(CHECKS["strategy"], output, mutation.context) == ()


def test_what_is_also_said_openly_is_no_secret() -> None:
    """Words that the profile holds too may be repeated."""
    known = "El contador principal quiere abrir su propia oficina"
    mutation = given("strategy", "main_benefit", known)
    output = put(STRATEGY, "unknowns.0.what", known)
    assert run_checks(CHECKS["strategy"], output, mutation.context) == ()


@pytest.mark.parametrize("place", ["evidence.0.detail", "figures.0.label"])
def test_secrets_leak_through_notes_and_labels_too(place: str) -> None:
    """Documents show the notes of evidence and the labels of figures."""
    path = f"diagnosis.0.{place}"
    assert found("strategy", path, "El contador principal quiere abrir su propia oficina") == {
        ("CONSULTANT_ONLY_LEAKED", path)
    }


def test_the_companys_own_cost_ratio_may_be_stated() -> None:
    """900 to win and 300 to keep: «tres veces» with its calculation stands; another ratio does not."""
    claim = "Conservar a un cliente cuesta 3 veces menos que ganarlo."
    own = figure(3, "count", "calculation", "acquisition_to_retention", "900 / 300")
    other = figure(3, "count", "calculation", "acquisition_to_retention", "1500 / 500")
    wrong = figure(5, "count", "calculation", "acquisition_to_retention", "1500 / 300")
    for ratio, codes in (
        (own, set()),
        (other, set()),
        (wrong, {("CLAIM_WITHOUT_OWN_FIGURES", "diagnosis.0.statement")}),
    ):
        item = put(STRATEGY.diagnosis[0], "figures", (ratio,))
        text = claim if ratio is not wrong else claim.replace("3", "5")
        assert found("strategy", "diagnosis.0", put(item, "statement", text)) == codes


@pytest.mark.parametrize(
    ("kind", "ref", "resolves"),
    [
        ("answer", "Q1", True),
        ("answer", "Q5", False),
        ("figure", "customers_lost", True),
        ("figure", "usage_events", False),
        ("figure", "invented", False),
        ("account", "C1", True),
        ("account", "C2", False),
        ("profile", "team", True),
        ("profile", "segments", False),
        ("plan", "D1", True),
        ("plan", "B", True),
        ("plan", "nps", True),
        ("plan", "usage", False),
        ("knowledge", "local.quito", True),
        ("knowledge", "local.guayaquil", False),
        ("calculation", "logo_churn", True),
        ("calculation", "plan_arithmetic", True),
        ("calculation", "invented", False),
        ("assumption", "", False),
    ],
)
def test_each_kind_of_reference_is_looked_up(kind: str, ref: str, resolves: bool) -> None:
    """«No sé» is no answer, an unknown figure no figure, an unstated assumption no assumption."""
    evidence = put(source("answer", ref), "kind", kind)
    codes = {code for code, _path in found("plan", "months.1.actions.0.evidence", (evidence,))}
    assert codes == (set() if resolves else {"EVIDENCE_UNRESOLVED"})


def test_an_alternative_cannot_rest_on_itself() -> None:
    """A and B are cited by the recommendation, not from inside the same alternative."""
    evidence = (source("plan", "A"),)
    assert found("strategy", "alternatives.1.evidence", evidence) == set()
    assert found("strategy", "alternatives.0.evidence", evidence) == {
        ("EVIDENCE_UNRESOLVED", "alternatives.0.evidence.0")
    }


@pytest.mark.parametrize(
    ("basis", "codes"),
    [
        (figure(9600, "usd", "account", "C1"), set()),
        (figure(9000, "usd", "account", "C1"), {"FIGURE_SOURCE_MISMATCH"}),
        (figure(3, "usd", "figure", "customers_lost"), {"FIGURE_SOURCE_MISMATCH"}),
        (figure(60, "hours", "plan", "A"), set()),
        (figure(61, "hours", "plan", "A"), {"FIGURE_SOURCE_MISMATCH"}),
        (figure(8.33, "percent", "calculation", "plan_arithmetic", "100 / 12"), set()),
        (sums_to(8.4, "percent", "100 / 12"), {"FIGURE_ARITHMETIC"}),
        (sums_to(8.4, "percent", "cien entre doce"), {"FIGURE_ARITHMETIC"}),
        (sums_to(8.4, "percent", "1 / 0"), {"FIGURE_ARITHMETIC"}),
    ],
)
def test_figures_are_held_against_their_basis(basis: object, codes: set[str]) -> None:
    """Value and unit are the source's, and an operation gives its figure."""
    assert {code for code, _path in found("plan", "months.1.actions.0.figures", (basis,))} == codes


def test_owners_are_free_when_the_team_is_unknown() -> None:
    """A company that did not say who is on its team gets no complaint about owners or hours."""
    mutation = given("plan", "team", ())
    output = put(mutation.output, "months.0.actions.0.owner", "Quien usted designe")
    assert run_checks(CHECKS["plan"], put(output, "months.0.actions.0.hours", 500), mutation.context) == ()


def test_findings_need_the_earlier_outputs() -> None:
    """A step that was not given what its checks read is a mistake of the program, not of the plan."""
    context = CONTEXTS["plan"]
    bare = replace(context, inputs=replace(context.inputs, outputs={}))
    with pytest.raises(KeyError):
        run_checks(CHECKS["plan"], spoil("plan", "calendar_note", "Nota.").output, bare)
