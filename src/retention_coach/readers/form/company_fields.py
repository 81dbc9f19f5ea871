"""The fields about the company itself, in the order in which they are asked."""

from retention_coach.knowledge.calendar.places import Gazetteer
from retention_coach.readers.form import cantons, texts
from retention_coach.readers.form.field import FormField

COMPANY = "La empresa"


def company_fields(gazetteer: Gazetteer) -> tuple[FormField, ...]:
    """Who the company is and where it works."""
    return (*_IN_WORDS, _canton(gazetteer))


def _canton(gazetteer: Gazetteer) -> FormField:
    """Where it works."""
    return FormField(
        id="canton",
        section=COMPANY,
        label="Cantón",
        question="¿En qué cantón trabaja la empresa?",
        help="Los feriados locales dependen del cantón, y las fechas del plan caen en días laborables.",
        examples=("Quito", "Cayambe", "Durán"),
        parse=cantons.canton_reader(gazetteer),
        meant=cantons.canton_meant(gazetteer),
        show=texts.show_plain,
        echo=texts.show_plain,
        required=True,
    )


_IN_WORDS: tuple[FormField, ...] = (
    FormField(
        id="company",
        section=COMPANY,
        label="Empresa",
        question="¿Cómo se llama la empresa?",
        help="Es el nombre que llevarán los documentos.",
        examples=("Transandina Carga S.A.",),
        parse=texts.read_company,
        show=texts.show_plain,
        required=True,
    ),
    FormField(
        id="services",
        section=COMPANY,
        label="Servicios",
        question="¿Qué servicios ofrece?",
        help="Las acciones del plan se escriben sobre lo que la empresa de verdad entrega.",
        examples=("Transporte refrigerado de flores desde las fincas hasta el aeropuerto, con monitoreo.",),
        parse=texts.text_of("services"),
        show=texts.show_plain,
        required=True,
        is_long=True,
    ),
    FormField(
        id="main_benefit",
        section=COMPANY,
        label="Beneficio principal",
        question="¿Cuál es el principal beneficio que recibe el cliente?",
        help="Es lo que el cliente perdería si se fuera; la estrategia lo hace visible.",
        examples=("La flor llega al avión sin romper la cadena de frío.",),
        parse=texts.text_of("main_benefit"),
        show=texts.show_plain,
        required=True,
        is_long=True,
    ),
    FormField(
        id="customer_profile",
        section=COMPANY,
        label="Perfil de cliente",
        question="¿A qué clase de clientes atiende?",
        help="El plan sectorial se escribe para ese perfil: quién compra, de qué tamaño, quién decide.",
        examples=("Fincas florícolas medianas de Cayambe que exportan; decide el gerente de poscosecha.",),
        parse=texts.text_of("customer_profile"),
        show=texts.show_plain,
        required=True,
        is_long=True,
    ),
    FormField(
        id="industry",
        section=COMPANY,
        label="Industria",
        question="¿De qué industria es la empresa?",
        help="Su propia industria marca su competencia y sus costumbres; la de sus clientes se pregunta aparte.",
        examples=("Transporte y logística", "Servicios contables"),
        parse=texts.line_of("industry"),
        show=texts.show_plain,
        required=True,
    ),
)
"""What the company says of itself in its own words."""
