"""The fields about what there is to work with, and those that only complete the profile."""

import datetime as dt

from retention_coach.readers.form import choices, contacts, team, texts
from retention_coach.readers.form.field import FormField
from retention_coach.spanish.formats import month_name

MEANS = "Con qué se cuenta"
DETAILS = "Datos complementarios"


def means_fields(today: dt.date) -> tuple[FormField, ...]:
    """When the plan begins, with whose hours and with how much money."""
    return (_start_month(today), *_TEAM_AND_MONEY)


def _start_month(today: dt.date) -> FormField:
    """When the plan begins."""
    return FormField(
        id="start_month",
        section=MEANS,
        label="Primer mes del plan",
        question="¿En qué mes empieza el plan?",
        help="Los seis meses se cuentan desde ahí; de ellos dependen feriados, temporadas y fechas límite.",
        examples=(month_name(texts.month_reader(today)("próximo mes")), "el próximo mes"),
        parse=texts.month_reader(today),
        show=month_name,
        echo=month_name,
        required=True,
    )


_TEAM_AND_MONEY: tuple[FormField, ...] = (
    FormField(
        id="team",
        section=MEANS,
        label="Equipo",
        question="¿Quiénes pueden trabajar en conservar clientes y cuántas horas al mes tiene cada uno?",
        help="Cada acción lleva un responsable de este equipo y ningún mes pide más horas de las que hay.",
        examples=("Gerente 10 h; Asesora comercial 40 h", "Contadora sénior 16 h (no en marzo ni abril)"),
        parse=team.read_team,
        show=team.show_team,
        echo=team.echo_team,
        allows_unknown=True,
        is_long=True,
    ),
    FormField(
        id="budget_usd",
        section=MEANS,
        label="Presupuesto",
        question="¿Qué presupuesto en dólares hay para los seis meses?",
        help="El costo de las acciones no lo pasa. Con cero también hay plan: muchas acciones solo piden tiempo.",
        examples=("USD 3 mil", "USD 500 al mes", "ninguno"),
        parse=team.read_budget,
        show=team.show_budget,
        echo=team.echo_budget,
        allows_unknown=True,
    ),
)
"""With whose hours and with how much money."""

DETAIL_FIELDS: tuple[FormField, ...] = (
    FormField(
        id="contacts",
        section=DETAILS,
        label="Contactos",
        question="¿Con qué personas trata en esos clientes? Una por renglón: título y nombre; cargo; cuenta.",
        help="Los mensajes del plan se dirigen por título y nombre. Solo datos de su cargo, nada personal.",
        examples=("Ing. Ana Pérez; gerente de poscosecha; Florícola X",),
        parse=contacts.read_contacts,
        show=contacts.show_contacts,
        echo=contacts.echo_contacts,
        allows_unknown=True,
        is_long=True,
    ),
    FormField(
        id="size",
        section=DETAILS,
        label="Tamaño",
        question=f"¿De qué tamaño es la empresa? {choices.listed(choices.SIZES)}.",
        help="Ajusta lo que se puede pedir al equipo.",
        examples=("2", "pequeña"),
        parse=choices.reader_of(choices.SIZES),
        show=choices.shower_of(choices.SIZES),
        echo=choices.shower_of(choices.SIZES),
        allows_unknown=True,
    ),
    FormField(
        id="ruc",
        section=DETAILS,
        label="RUC",
        question="¿Cuál es su RUC?",
        help="Su noveno dígito fija los días de declaración, en los que contabilidad no tiene tiempo.",
        examples=("1793213150001",),
        parse=texts.read_ruc,
        show=texts.show_plain,
        allows_unknown=True,
    ),
)
"""What completes the profile and changes little in the plan."""
