"""Step 61: the diagnosis, two alternatives that differ, and a recommendation."""

from datetime import date
from typing import Literal

from pydantic import Field

from retention_coach.domain.base import AlternativeLabel, KpiId, Method, Topic, Wire
from retention_coach.domain.evidence import Evidence, Figure


class ObservationDraft(Wire):
    """Lo que se vio en la empresa sobre uno de los cinco temas."""

    topic: Topic = Field(description="Tema al que pertenece.")
    statement: str = Field(description="Lo observado, en una o dos frases.")
    strength: Literal["strong", "medium", "weak"] = Field(description="Fuerza de la evidencia.")
    evidence: tuple[Evidence, ...] = Field(description="De dónde sale; al menos una.")
    figures: tuple[Figure, ...] = Field(description="Cifras que menciona la frase.")


class Unknown(Wire):
    """Lo que falta saber y cómo se sabría."""

    topic: Topic = Field(description="Tema al que pertenece.")
    what: str = Field(description="Qué no se sabe.")
    how_to_know: str = Field(description="Qué haría falta para saberlo.")


class Objective(Wire):
    """Una meta cuantificable de retención: número, unidad y fecha."""

    kpi: KpiId = Field(description="Indicador que mide la meta.")
    kind: Literal["measure", "improve"] = Field(
        description="measure: obtener la línea base que falta; improve: llevar el indicador a la meta."
    )
    statement: str = Field(description="La meta en una frase.")
    baseline: Figure | None = Field(description="De dónde se parte; vacío si no se sabe.")
    target: Figure
    due: date = Field(description="Fecha en que se cumple.")


class Lever(Wire):
    """Una palanca: un modo de actuar sobre la retención."""

    method: Method = Field(description="Cuál de las cinco estrategias probadas usa.")
    name: str = Field(description="Nombre de la palanca.")
    first_action: str = Field(description="Primera acción concreta, de 25 palabras como máximo.")
    evidence: tuple[Evidence, ...] = Field(description="Qué respuesta, cifra o entrada la justifica.")


class LocalFit(Wire):
    """Cómo se adapta al Ecuador, con la entrada de conocimiento que lo sustenta."""

    knowledge_id: str = Field(description="Identificador de la entrada: feriado, temporada, sector, norma o costumbre.")
    statement: str = Field(description="Qué implica para esta empresa.")


class Alternative(Wire):
    """Una alternativa estratégica completa."""

    label: AlternativeLabel = Field(description="A o B.")
    name: str = Field(description="Nombre propio de la alternativa.")
    focus: str = Field(description="En qué se concentra y qué deja para después.")
    why: str = Field(description="Por qué conviene a esta empresa.")
    levers: tuple[Lever, ...] = Field(description="Entre dos y cuatro palancas.")
    objectives: tuple[Objective, ...] = Field(description="Entre una y tres metas cuantificables.")
    effort_hours: float = Field(description="Horas de trabajo en los seis meses.")
    cost_usd: float = Field(description="Costo en USD en los seis meses.")
    weeks_to_first_result: int = Field(description="Semanas hasta el primer resultado visible.")
    must_be_true: tuple[str, ...] = Field(description="Lo que debe cumplirse para que funcione.")
    how_it_can_fail: tuple[str, ...] = Field(description="Cómo puede fallar.")
    early_sign: str = Field(description="Primera señal de que está fallando.")
    local_fit: tuple[LocalFit, ...] = Field(description="Al menos un hecho del Ecuador que la condiciona.")
    evidence: tuple[Evidence, ...] = Field(description="En qué se apoya.")
    figures: tuple[Figure, ...] = Field(description="Cifras que menciona su texto.")


class Recommendation(Wire):
    """Cuál se recomienda y cuándo convendría la otra."""

    label: AlternativeLabel = Field(description="Alternativa recomendada.")
    reason: str = Field(description="Por qué.")
    when_the_other_is_better: str = Field(description="En qué caso convendría la otra.")
    evidence: tuple[Evidence, ...] = Field(description="En qué se apoya.")
    figures: tuple[Figure, ...] = Field(description="Cifras que menciona su texto.")


class StrategyDraft(Wire):
    """Diagnóstico, dos alternativas diferenciadas y una recomendación."""

    diagnosis: tuple[ObservationDraft, ...] = Field(description="Lo observado; cada tema al menos una vez.")
    unknowns: tuple[Unknown, ...] = Field(description="Lo que no se sabe.")
    alternatives: tuple[Alternative, ...] = Field(description="Exactamente dos: A y B.")
    recommendation: Recommendation


class Observation(ObservationDraft):
    """An observation with the id that later steps cite."""

    id: str


class Strategy(StrategyDraft):
    """The strategy as it is stored."""

    diagnosis: tuple[Observation, ...]

    def alternative(self, label: AlternativeLabel) -> Alternative:
        """The alternative with this label.

        Raises:
            KeyError: if the strategy has no such alternative.
        """
        for alternative in self.alternatives:
            if alternative.label == label:
                return alternative
        raise KeyError(label)
