"""The fields about the company's customers: who they are, how they buy, and which ones matter by name."""

from retention_coach.errors import InvalidInputError
from retention_coach.knowledge.calendar.places import Gazetteer
from retention_coach.readers.form import cantons, choices, portfolio, texts
from retention_coach.readers.form.field import FormField, Intake

CUSTOMERS = "Sus clientes"
PORTFOLIO = "La cartera"


def customer_fields(gazetteer: Gazetteer) -> tuple[FormField, ...]:
    """Who the customers are, where they are and how they buy."""
    return (_INDUSTRIES, _cantons(gazetteer), *_BUYING)


def _cantons(gazetteer: Gazetteer) -> FormField:
    """Where they are."""
    return FormField(
        id="customer_cantons",
        section=CUSTOMERS,
        label="Cantones de los clientes",
        question="¿En qué cantones están sus clientes?",
        help="Sus feriados también cuentan: ese día nadie contesta. Deje fuera a los de otros países.",
        examples=("Cayambe, Pedro Moncayo y Latacunga",),
        parse=cantons.cantons_reader(gazetteer),
        meant=cantons.cantons_meant(gazetteer),
        show=texts.show_items,
        echo=texts.show_items,
        allows_unknown=True,
    )


def _has_no_contract(intake: Intake) -> bool:
    """Whether the customers may leave without saying so."""
    typed = intake.get("relationship_model")
    try:
        return not typed or choices.reader_of(choices.RELATIONSHIPS)(typed) != "contract"
    except InvalidInputError:
        return True  # the field itself says what is wrong with it


_INDUSTRIES = FormField(
    id="customer_industries",
    section=CUSTOMERS,
    label="Industrias de los clientes",
    question="¿De qué industrias son sus clientes?",
    help="Un contador de Quito que atiende a florícolas necesita el calendario de las florícolas.",
    examples=("Florícolas", "Florícolas, exportadoras de brócoli"),
    parse=texts.read_industries,
    show=texts.show_items,
    echo=texts.show_items,
    allows_unknown=True,
)

_BUYING: tuple[FormField, ...] = (
    FormField(
        id="relationship_model",
        section=CUSTOMERS,
        label="Modelo de relación",
        question=f"¿Cómo le compran sus clientes? {choices.listed(choices.RELATIONSHIPS)}.",
        help="Con contrato la pérdida tiene fecha de renovación; sin contrato hay que decidir cuándo un cliente se "
        "da por perdido.",
        examples=("2", "por proyecto"),
        parse=choices.reader_of(choices.RELATIONSHIPS),
        show=choices.shower_of(choices.RELATIONSHIPS),
        echo=choices.shower_of(choices.RELATIONSHIPS),
        required=True,
    ),
    FormField(
        id="inactivity_days",
        section=CUSTOMERS,
        label="Regla de inactividad",
        question="¿Cuántos días sin comprar deben pasar para dar por perdido a un cliente?",
        help="Sin contrato nadie avisa que se va: sin esta regla no se puede contar a los perdidos.",
        examples=("90 días", "3 meses"),
        parse=texts.read_inactivity,
        show=texts.show_days,
        echo=texts.show_days,
        allows_unknown=True,
        applies=_has_no_contract,
    ),
)
"""How they buy, and when they count as lost."""

PORTFOLIO_FIELDS: tuple[FormField, ...] = (
    FormField(
        id="accounts",
        section=PORTFOLIO,
        label="Cuentas que importan",
        question="¿Qué clientes no puede permitirse perder? Uno por renglón: cliente; facturación anual; fecha de "
        "renovación; riesgo.",
        help="El plan nombra estas cuentas, cuida sus renovaciones y empieza por las que están en riesgo.",
        examples=("Florícola X; USD 12.000; 15/03/2027; riesgo alto", "Rosas del Valle; USD 8.500"),
        parse=portfolio.read_accounts,
        show=portfolio.show_accounts,
        echo=portfolio.show_accounts,
        allows_unknown=True,
        is_long=True,
    ),
    FormField(
        id="segments",
        section=PORTFOLIO,
        label="Segmentos",
        question="¿En qué grupos divide a sus clientes? Uno por renglón: nombre; cuántos; qué los distingue.",
        help="No se atiende igual a todos: las acciones dicen para qué grupo son.",
        examples=("VIP; 12; compran todas las semanas", "Ocasionales; 30"),
        parse=portfolio.read_segments,
        show=portfolio.show_segments,
        echo=portfolio.show_segments,
        allows_unknown=True,
        is_long=True,
    ),
)
"""The accounts that matter by name, and the groups of customers."""
