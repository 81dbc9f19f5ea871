"""Every item of the class has its place: this table is the class, so that nobody can drop a line of it."""

import pytest

from retention_coach.knowledge.entries.lessons import Lesson
from retention_coach.knowledge.entries.vocabulary import STAGES
from retention_coach.knowledge.loader import load

K = load()

CLASS: dict[str, dict[str, str]] = {
    "por_que_seguimiento": {
        "Beneficios para el negocio": "Retención de clientes; Aumento de ingresos; Referencias; Feedback valioso; "
        "Relaciones duraderas",
        "Beneficios para el cliente": "Soporte continuo; Valor adicional; Confianza; Evolución; Paz mental",
        "Pérdidas directas": "Clientes insatisfechos; Quejas no resueltas; Oportunidades perdidas; "
        "Referencias negativas",
        "Pérdidas indirectas": "Costo de adquisición; Pérdida de conocimiento; Relaciones dañadas; "
        "Crecimiento limitado",
    },
    "seguimiento_inmediato": {
        "Objetivos": "Confirmar satisfacción; Resolver problemas; Establecer rutina; Recopilar feedback",
        "Actividades": "Llamada de seguimiento; Email de agradecimiento; Encuesta de satisfacción; Soporte proactivo",
        "Métricas": "Tasa de respuesta; Satisfacción inicial; Problemas reportados; Tiempo de resolución",
    },
    "seguimiento_corto_plazo": {
        "Objetivos": "Optimizar uso; Identificar oportunidades; Construir relación; Prevenir problemas",
        "Actividades": "Reuniones de revisión; Training adicional; Análisis de uso; Identificación de necesidades",
        "Métricas": "Adopción del producto; Engagement; Satisfacción continua; Oportunidades identificadas",
    },
    "seguimiento_largo_plazo": {
        "Objetivos": "Fidelización; Expansión; Referencias; Innovación",
        "Actividades": "Reuniones estratégicas; Eventos exclusivos; Programas de lealtad; Comunidad",
        "Métricas": "Retención; Expansión; Referencias; Lifetime Value",
    },
    "programa_por_puntos": {
        "Cómo funciona": "Puntos por compras; Puntos canjeables por beneficios; Niveles de membresía; "
        "Beneficios exclusivos",
    },
    "programa_por_nivel": {
        "Cómo funciona": "Clasificación por valor o antigüedad; Beneficios diferenciados por nivel; "
        "Acceso a servicios premium; Reconocimiento especial",
    },
    "programa_por_referencias": {
        "Cómo funciona": "Beneficios por recomendar; Descuentos por referidos; Programas de afiliados; "
        "Recompensas por lealtad",
    },
    "claves_de_un_programa": {
        "Elementos clave": "Valor claro; Fácil de entender; Progresión visible; Beneficios exclusivos",
    },
    "segmentacion": {
        "Cómo se separa": "Por valor; Por comportamiento; Por necesidades; Por etapa",
        "Trato de cada segmento": "Clientes VIP; Clientes regulares; Clientes nuevos; Clientes en riesgo",
    },
    "valor_agregado": {
        "Tipos de valor": "Educativo; Estratégico; Operacional; Social",
        "Implementación": "Contenido regular; Eventos exclusivos; Recursos premium; Acceso anticipado",
    },
    "upselling": {
        "Estrategias": "Identificar necesidades; Mostrar valor; Timing correcto; Justificar precio",
        "Ejemplos": "Plan básico a plan premium; Licencia individual a licencia empresarial; "
        "Servicio estándar a servicio personalizado; Producto básico a producto con soporte",
    },
    "cross_selling": {
        "Estrategias": "Identificar complementos; Mostrar sinergia; Bundle de valor; Facilitar compra",
        "Ejemplos": "Software con training; Producto con servicio de mantenimiento; "
        "Servicio principal con servicios adicionales; Hardware con software",
    },
    "tecnica_del_valor": {
        "Pasos": "Enfóquese en beneficios; Muestre ROI; Use casos de éxito; Cree urgencia",
    },
    "tecnica_de_la_necesidad": {
        "Pasos": "Identifique gaps; Conecte con objetivos; Muestre consecuencias; Proporcione solución",
    },
    "tecnica_del_bundle": {
        "Pasos": "Cree paquetes; Descuentos por volumen; Facilite la decisión; Añada valor",
    },
    "salud_del_cliente": {
        "Indicadores de riesgo": "Uso decreciente; Comunicación reducida; Quejas frecuentes; Competencia activa",
        "Acciones preventivas": "Intervención proactiva; Ofertas especiales; Soporte adicional; Reunión de revisión",
    },
    "recompensas": {
        "Tipos de recompensas": "Descuentos; Beneficios exclusivos; Reconocimiento; Experiencias",
        "Implementación": "Criterios claros; Comunicación regular; Celebración de logros; Feedback continuo",
    },
    "comunidad": {
        "Beneficios": "Networking; Aprendizaje; Soporte; Feedback",
        "Elementos": "Foros; Eventos; Contenido; Moderación",
    },
    "conceptos_y_herramientas": {
        "Conceptos": "Seguimiento posventa; Fidelización; Upselling; Cross-selling; Lifetime Value; Retención",
        "Herramientas": "CRM; Email marketing; Analytics; Survey tools",
    },
}


def lesson(key: str) -> Lesson:
    """The lesson with this key."""
    return next(entry for entry in K.lessons if entry.id == f"lesson.{key}")


@pytest.mark.parametrize("key", CLASS)
def test_every_item_of_the_class_is_in_its_lesson(key: str) -> None:
    """The same parts and the same items, in the order of the class."""
    held = {part.title: "; ".join(item.name for item in part.items) for part in lesson(key).parts}
    assert held == CLASS[key]


def test_the_lessons_are_those_of_the_class() -> None:
    """None is missing from the table and none stands beside it."""
    assert {entry.id for entry in K.lessons} == {f"lesson.{key}" for key in CLASS}


@pytest.mark.parametrize("entry", K.lessons, ids=lambda entry: entry.id)
def test_everything_taught_is_put_into_practice(entry: Lesson) -> None:
    """Each item names at least one play, and the integrity of the base sees to it that it exists."""
    assert all(item.plays for item in entry.items())


def test_each_stage_has_its_lesson_of_four_by_three() -> None:
    """Four objectives, four activities and four measures for each of the three stages."""
    by_stage = {entry.stage: entry for entry in K.lessons if entry.stage is not None}
    assert set(by_stage) == set(STAGES)
    assert all([len(part.items) for part in entry.parts] == [4, 4, 4] for entry in by_stage.values())


def test_activities_of_the_start_are_done_at_the_start() -> None:
    """What the class asks for in the first thirty days is answered by a play of that stage."""
    plays = {play.id: play for play in K.plays}
    activities = lesson("seguimiento_inmediato").parts[1]
    assert all("0-30" in {plays[play].stage for play in item.plays} for item in activities.items)
