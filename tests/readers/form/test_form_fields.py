"""The fields about the company: lists, places, choices, dates."""

import pytest
from form_under_test import FORM, MINIMAL, echoed, read, refusal

from retention_coach.domain.profile import TeamMember
from retention_coach.readers.form.team import show_team


def _team(text: str) -> list[tuple[str, float]]:
    team: tuple[TeamMember, ...] = read("team", text)
    return [(member.role, member.hours_per_month) for member in team]


@pytest.mark.parametrize(
    ("text", "team"),
    [
        ("Gerente 10 h; Asesora 40 h", [("Gerente", 10), ("Asesora", 40)]),
        ("Gerente 10\nAsesora 40", [("Gerente", 10), ("Asesora", 40)]),
        ("Gerente: 10 horas", [("Gerente", 10)]),
        ("Gerente; 10 h", [("Gerente", 10)]),
        ("Gerente - 10 h al mes", [("Gerente", 10)]),
        ("Gerente — 10 horas mensuales", [("Gerente", 10)]),
        ("Gerente general (10 h)", [("Gerente general", 10)]),
        ("Jefa de operaciones, 1h30", [("Jefa de operaciones", 1.5)]),
        ("2 asesores 20 h", [("2 asesores", 20)]),
        ("Gerente 5 h por semana", [("Gerente", 21.7)]),
        ("Gerente media 0,5 h", [("Gerente media", 0.5)]),
        ("1. Gerente 10 h\n2. Asesora 12,5 h", [("Gerente", 10), ("Asesora", 12.5)]),
        ("• Gerente 10hs\n• Asesora 8hrs", [("Gerente", 10), ("Asesora", 8)]),
        ("Gerente 10 h;", [("Gerente", 10)]),
    ],
)
def test_teams_are_read(text: str, team: list[tuple[str, float]]) -> None:
    """People and their hours, however they are separated."""
    assert _team(text) == team


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gerente", "le faltan el cargo o las horas"),
        ("10 h", "le faltan el cargo o las horas"),
        ("Gerente 2 días", "no son horas al mes"),
        ("Gerente 10 h al año", "no son horas al mes"),
        ("Gerente 900 h", "el máximo es 744"),
        ("Gerente 10 h; gerente 5 h", "una sola vez"),
        ("Gerente 10 h; Asesora; Chofer", "Persona 2"),
    ],
)
def test_wrong_teams_are_refused(text: str, told: str) -> None:
    """What is missing is named, person by person."""
    assert told in refusal("team", text)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Contadora sénior 16 h (no en marzo ni abril)", (3, 4)),
        ("Contadora 16 horas, excepto de octubre a diciembre", (10, 11, 12)),
        ("Contadora: 16 h salvo agosto", (8,)),
        ("Jefa de mayo 16 h", ()),
    ],
)
def test_months_without_hours_stand_after_them(text: str, months: tuple[int, ...]) -> None:
    """And what is shown back reads the same again."""
    team: tuple[TeamMember, ...] = read("team", text)
    assert [(member.hours_per_month, member.months_off) for member in team] == [(16, months)]
    assert read("team", show_team(team)) == team


def test_team_hours_are_added_up() -> None:
    """The echo gives the total, which is what limits the plan."""
    assert echoed("team", "Gerente 10 h; Asesora 40 h").endswith("En total 50 horas al mes")


@pytest.mark.parametrize(
    ("text", "canton"),
    [
        ("Quito", "Quito"),
        ("quito", "Quito"),
        ("UIO", "Quito"),
        ("cuenca.", "Cuenca"),
        ("Sto. Domingo", "Santo Domingo"),
        ("cantón Cayambe", "Cayambe"),
        ("Durán", "Durán"),
        ("duran", "Durán"),
        ("Olmedo (Loja)", "Olmedo (Loja)"),
        ("Olmedo Manabí", "Olmedo (Manabí)"),
    ],
)
def test_cantons_are_found(text: str, canton: str) -> None:
    """A canton by name, alias or with its province."""
    assert read("canton", text) == canton


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cuenxa", "¿Quiso decir Cuenca (Azuay)?"),
        ("Olmedo", "¿Quiso decir Olmedo (Loja) o Olmedo (Manabí)?"),
        ("Bogotá", "No se encuentra el cantón «Bogotá»"),
        ("zzz", "Escriba un cantón del Ecuador"),
    ],
)
def test_unknown_cantons_get_suggestions(text: str, told: str) -> None:
    """A canton is never guessed."""
    assert told in refusal("canton", text)


def test_several_cantons_are_read() -> None:
    """Commas, «y» and lines separate them; each counts once."""
    assert read("customer_cantons", "Quito, Cayambe y Latacunga\nquito") == ("Quito", "Cayambe", "Latacunga")


def test_every_unknown_canton_is_named() -> None:
    """Not only the first."""
    message = refusal("customer_cantons", "Quito, Xyz, Abc")
    assert "Xyz" in message
    assert "Abc" in message


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("1", "contract"),
        ("contrato anual", "contract"),
        ("suscripción", "contract"),
        ("2)", "recurring"),
        ("sin contrato", "recurring"),
        ("recurrente sin contrato", "recurring"),
        ("pedidos semanales", "recurring"),
        ("3", "project"),
        ("por proyecto", "project"),
    ],
)
def test_relationship_models_are_read(text: str, model: str) -> None:
    """By number, by name, or by what people say."""
    assert read("relationship_model", text) == model


@pytest.mark.parametrize("text", ["4", "0", "no entiendo", "contrato y proyecto"])
def test_unclear_relationship_models_are_refused(text: str) -> None:
    """None or several: the options are listed."""
    assert "1 (contrato con plazo)" in refusal("relationship_model", text)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("enero 2027", "2027-01"),
        ("enero", "2027-01"),
        ("noviembre", "2026-11"),
        ("01/2027", "2027-01"),
        ("2027-01", "2027-01"),
        ("ene-27", "2027-01"),
        ("el próximo mes", "2026-12"),
        ("este mes", "2026-11"),
    ],
)
def test_start_months_are_read(text: str, month: str) -> None:
    """A month without a year is the next one."""
    assert read("start_month", text) == month


@pytest.mark.parametrize("text", ["mañana", "13/2027", "enero 1999", "enero 2090"])
def test_wrong_start_months_are_refused(text: str) -> None:
    """Not a month, or one too far away."""
    assert "Escriba" in refusal("start_month", text)


@pytest.mark.parametrize(
    ("text", "usd"),
    [
        ("USD 3 mil", 3000),
        ("3.000", 3000),
        ("USD 500 al mes", 3000),
        ("mil por trimestre", 2000),
        ("12 mil al año", 6000),
        ("ninguno", 0),
        ("0", 0),
        ("$1.234,50", 1234.5),
    ],
)
def test_budgets_are_for_six_months(text: str, usd: float) -> None:
    """An amount a month is turned into the six months of the plan."""
    assert read("budget_usd", text) == pytest.approx(usd)


@pytest.mark.parametrize("text", ["1,234", "poco", "200 millones", "100 a la semana", "-5"])
def test_unclear_budgets_are_refused(text: str) -> None:
    """Ambiguous, not an amount, too much, or by the week."""
    assert refusal("budget_usd", text)


@pytest.mark.parametrize(
    ("text", "days"), [("90", 90), ("90 días", 90), ("3 meses", 90), ("2 semanas", 14), ("1 año", 365)]
)
def test_inactivity_is_read_in_days(text: str, days: int) -> None:
    """Months and weeks are turned into days."""
    assert read("inactivity_days", text) == days


@pytest.mark.parametrize("text", ["nunca", "0", "5000", "USD 3"])
def test_wrong_inactivity_is_refused(text: str) -> None:
    """Not a time, or out of bounds."""
    assert refusal("inactivity_days", text)


def test_accounts_are_read_in_any_order() -> None:
    """Revenue, date, risk and segment are told apart by what they are."""
    first, second, third = read(
        "accounts",
        "Florícola X; USD 12.000; 15/03/2027; alto\nRosas; riesgo bajo; 8.500; segmento VIP\nTerra; mil al mes",
    )
    assert (first.id, first.customer, first.annual_revenue_usd, first.risk) == ("C1", "Florícola X", 12000, "high")
    assert first.renewal_date.isoformat() == "2027-03-15"
    assert (second.risk, second.annual_revenue_usd, second.segment) == ("low", 8500, "VIP")
    assert third.annual_revenue_usd == 12000


def test_accounts_keep_their_numbers_when_corrected() -> None:
    """Documents cite C2: it must stay the same customer when C1 is deleted and another is added."""
    corrected = read("accounts", "C2: Rosas\nNueva S.A.")
    assert [(account.id, account.customer) for account in corrected] == [("C2", "Rosas"), ("C3", "Nueva S.A.")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("X; alto; bajo", "sobra «bajo»"),
        ("X; 32/01/2027", "ese día no existe"),
        ("; 8.500", "falta el nombre"),
        ("C1: X\nC1: Y", "dos veces"),
        ("X; 8.500 euros", "euros"),
    ],
)
def test_wrong_accounts_are_refused(text: str, told: str) -> None:
    """What cannot be read is named."""
    assert told in refusal("accounts", text)


def test_segments_are_read() -> None:
    """Name, how many, what tells them apart."""
    vip, rest = read("segments", "VIP: 12 clientes; compran cada semana\nOcasionales")
    assert (vip.name, vip.customers, vip.description) == ("VIP", 12, "compran cada semana")
    assert (rest.name, rest.customers) == ("Ocasionales", None)


def test_contacts_find_their_account() -> None:
    """By the customer's name or by the account's number; the title is told apart from the name."""
    intake = {"accounts": "Florícola X\nRosas"}
    by_name, by_number, alone = read(
        "contacts", "Ing. Ana Pérez; gerente; florícola x\nDra. Luz Mora; compras; C2\nJuan Vera", intake
    )
    assert (by_name.contact.title, by_name.contact.name) == ("Ing.", "Ana Pérez")
    assert (by_name.account, by_number.account, alone.account) == ("florícola x", "C2", "")


def test_contacts_of_unknown_accounts_are_refused() -> None:
    """A contact's account is one of those that matter."""
    assert "no está entre las cuentas" in refusal("contacts", "Ana; gerente; Otra S.A.", {"accounts": "Rosas"})


@pytest.mark.parametrize("text", ["1793213150001", "1793 2131 50001", "1793213150-001"])
def test_rucs_are_read(text: str) -> None:
    """Thirteen digits, with or without spaces and dashes; no checksum, which real companies fail."""
    assert read("ruc", text) == "1793213150001"


@pytest.mark.parametrize("text", ["179321315000", "1793213150000", "9993213150001", "abc"])
def test_wrong_rucs_are_refused(text: str) -> None:
    """Too short, ending in 000, of no province, or not digits."""
    assert "RUC" in refusal("ruc", text)


@pytest.mark.parametrize(
    ("text", "size"), [("2", "small"), ("pequeña empresa", "small"), ("Mediana", "medium"), ("micro", "micro")]
)
def test_sizes_are_read(text: str, size: str) -> None:
    """By number or name."""
    assert read("size", text) == size


def test_texts_have_an_end() -> None:
    """A text that a session would not keep is refused with its length."""
    assert "4.000" in refusal("services", "x" * 4001)
    assert "160" in refusal("company", "x" * 161)


def test_control_characters_never_enter() -> None:
    """Terminal sequences are taken out of what is typed."""
    assert read("company", "Trans\x1b[31mandina\x07") == "Transandina"


def test_every_field_explains_itself_in_usted() -> None:
    """Each field says why it is asked and gives examples that it reads itself."""
    intake = {"accounts": "Florícola X"}
    for field in FORM.fields:
        assert field.help.endswith("."), field.id
        assert field.question.rstrip(".").endswith(("?", "riesgo", "distingue", "cuenta", ")")), field.id
        for example in field.examples:
            assert FORM.read(field, example, intake) not in {None, ""}, field.id


@pytest.mark.parametrize("text", ["no sé", "—", "!!!", "···"])
def test_a_company_has_a_name(text: str) -> None:
    """Letters or digits, and not «no sé»."""
    assert "no es el nombre de una empresa" in refusal("company", text)


def test_a_far_start_month_is_refused_with_its_bounds() -> None:
    """Which months there are to choose from is said."""
    assert "entre noviembre de 2025 y diciembre de 2031" in refusal("start_month", "marzo 2033")


@pytest.mark.parametrize(
    ("field", "text", "meant"),
    [
        ("canton", "Guayakil", "Guayaquil (Guayas)"),
        ("canton", "Olmedo", None),
        ("canton", "zzz", None),
        ("customer_cantons", "Cayambe, Guayakil y Quito", "Cayambe; Guayaquil (Guayas); Quito"),
        ("customer_cantons", "Cayambe, zzz", None),
    ],
)
def test_a_mistyped_canton_is_guessed_only_for_a_yes(field: str, text: str, meant: str | None) -> None:
    """One close canton may be accepted; the guess reads as a canton."""
    form_field = FORM.field(field)
    assert form_field is not None
    assert form_field.meant(text) == meant
    if meant:
        assert form_field.parse(meant)


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("renueva en junio", "la fecha va completa"),
        ("vence el 15 de junio", "la fecha va completa"),
        ("cada año", "si es un segmento, escriba «segmento cada año»"),
    ],
)
def test_a_part_that_is_not_understood_is_named(part: str, told: str) -> None:
    """It does not become the segment in silence."""
    message = refusal("accounts", f"Agencia Naviera; USD 52 mil; {part}; bajo")
    assert f"no se entiende «{part}»" in message
    assert told in message


def test_a_renewal_is_read_with_its_verb() -> None:
    """«Renueva el …» and «vence …» are how people say it."""
    first, second = read("accounts", "Naviera; renueva el 15/06/2027\nRosas; vence 1 de julio de 2027")
    assert [first.renewal_date.isoformat(), second.renewal_date.isoformat()] == ["2027-06-15", "2027-07-01"]


def test_a_renewal_before_the_plan_is_refused() -> None:
    """There is nothing left to prepare; the plan's own month still counts."""
    intake = {"start_month": "enero 2027"}
    assert "«Rosas» (31/12/2026) ya pasó" in refusal("accounts", "Rosas; 31/12/2026", intake)
    assert "ya pasó" in refusal("start_month", "marzo 2027", {"accounts": "Rosas; 15/01/2027"})
    assert read("accounts", "Rosas; 01/01/2027", intake)


@pytest.mark.parametrize("named", ["Agencia Naviera", "agencia naviera s.a", "Agencia"])
def test_a_contact_finds_its_account_by_its_beginning(named: str) -> None:
    """Without «S.A.», where only one account begins so."""
    profile = FORM.assemble(
        {**MINIMAL, "accounts": "Rosas\nAgencia Naviera S.A.", "contacts": f"Ana; gerente; {named}"}
    )
    assert profile.contacts[0].account_id == "C2"


@pytest.mark.parametrize("named", ["Agencia", "Agenc", "Naviera"])
def test_an_account_is_not_guessed(named: str) -> None:
    """Two begin so, a word is cut, or it is not the beginning."""
    accounts = {"accounts": "Agencia Naviera S.A.\nAgencia Norte"}
    assert "no está entre las cuentas" in refusal("contacts", f"Ana; gerente; {named}", accounts)
