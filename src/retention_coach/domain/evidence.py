"""Where a claim comes from, and figures that say what they rest on."""

from typing import Literal

from pydantic import Field

from retention_coach.domain.base import Unit, Wire

EvidenceKind = Literal["answer", "figure", "account", "profile", "plan", "knowledge", "calculation", "assumption"]

PLAN_ARITHMETIC = "plan_arithmetic"
"""What cites a calculation with the plan's own numbers (sums of hours, shares), for which there is no formula."""


class Evidence(Wire):
    """De dónde sale una afirmación o una cifra."""

    kind: EvidenceKind = Field(
        description="answer: una respuesta de la entrevista; figure: una cifra de la empresa; account: una cuenta; "
        "profile: un dato del perfil; plan: un elemento de un paso anterior; knowledge: una entrada de la base de "
        "conocimiento; calculation: un cálculo con una fórmula del catálogo; assumption: un supuesto explícito."
    )
    ref: str = Field(
        description="Identificador: Q3, customers_lost, C1, start_month, A12, season.navidad, logo_churn. "
        "Vacío solo en un supuesto."
    )
    detail: str = Field(
        description="En un cálculo, la operación aritmética con números, por ejemplo (120 - 8) / 120 * 100; "
        "en un supuesto, el supuesto en una frase; en lo demás, una aclaración breve o vacío."
    )


class Figure(Wire):
    """Una cifra con su unidad y su base; toda cifra que aparece en la prosa de un elemento está entre sus cifras."""

    label: str = Field(description="Qué mide la cifra, en pocas palabras.")
    value: float = Field(description="El valor, sin formato.")
    unit: Unit = Field(description="La unidad del valor.")
    basis: Evidence
