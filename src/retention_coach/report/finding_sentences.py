"""What each finding says, by code.

A code has one sentence or several: the first whose slots all have something to say is used, so that a finding without
a parameter still reads well. A slot is `{parameter}` or `{parameter:how}`, where `how` is `words` (one or several
codes), `day`, `month`, `usd`, or the name of the parameter that holds the unit (see `finding_wording`).
"""

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, ...]] = {
    "TEXT_EMPTY": ("el texto está vacío; escríbalo.",),
    "PLACEHOLDER_LEFT": ("quedó un espacio sin llenar: «{found}»; ponga el dato que falta.",),
    "INFORMAL_REGISTER": ("el texto trata de tú o de vos ({words}); escríbalo de usted.",),
    "QUOTE_NOT_FOUND": (
        (
            "la cita «{quote}» no está, con esas palabras, en lo que respondió la empresa ni en su perfil; "
            "cite las palabras exactas o quite las comillas."
        ),
    ),
    "CONSULTANT_ONLY_LEAKED": (
        "el texto repite lo que se dijo solo al consultor en la respuesta {question}; la empresa no debe leerlo aquí.",
    ),
    "CLAIM_WITHOUT_OWN_FIGURES": (
        (
            "se afirma cuántas veces cuesta más o menos conservar a un cliente que ganarlo, sin el cálculo con los "
            "costos de esta empresa; cítelo o quite la frase."
        ),
    ),
    "EVIDENCE_MISSING": ("no se dice en qué se apoya; cite al menos una evidencia.",),
    "EVIDENCE_UNRESOLVED": (
        "la referencia «{ref}» ({kind:words}) no existe o no tiene dato; cite una que exista.",
        "la evidencia de la clase «{kind:words}» no dice en qué consiste; complétela.",
    ),
    "LOCAL_FIT_UNRESOLVED": (
        "«{ref}» no es una entrada de la base de conocimiento; cite una que exista.",
        "no cita ninguna entrada de la base de conocimiento; cite una que exista.",
    ),
    "PROSE_NUMBER_UNCITED": ("el texto menciona «{found}» y ninguna de las cifras citadas ahí lo sustenta.",),
    "FIGURE_ARITHMETIC": (
        "la operación «{operation}» da {result} y la cifra dice {value}; corrija una de las dos.",
        "la operación «{operation}» no se puede calcular; escriba solo números y operaciones.",
        "la cifra se presenta como cálculo, pero no trae la operación; escríbala con sus números.",
    ),
    "FIGURE_SOURCE_MISMATCH": (
        "la cifra dice {value:unit}, y eso no es lo que consta en su fuente ({kind:words}: {ref:words}).",
    ),
    "HOURS_NOT_POSITIVE": ("las horas son {hours}; todo trabajo lleva más de cero.",),
    "COST_NEGATIVE": ("el costo es negativo ({cost:usd}); el mínimo es cero.",),
    "OWNER_UNKNOWN": ("«{owner}» no está en el equipo; el equipo es: {known}.",),
    "ACTION_TOO_LONG": ("tiene {words} palabras y el máximo es {most}; acórtela.",),
    "GUIDE_TOPIC_MISSING": ("ninguna pregunta trata el tema «{topic:words}»; hace falta al menos una por tema.",),
    "GUIDE_NOT_A_QUESTION": ("no es una pregunta; escríbala entre «¿» y «?».",),
    "GUIDE_ID_REPEATED": ("el identificador «{question}» se usa {times} veces; cada pregunta lleva el suyo.",),
    "GUIDE_TOO_LONG": ("son {count} preguntas y el máximo es {most}; quite las menos útiles.",),
    "INPUT_PLACEHOLDER": ("el perfil tiene sin llenar el campo «{field:words}»: «{found}».",),
    "ACCOUNT_AT_RISK_UNATTENDED": (
        (
            "«{customer}» ({account}) está en riesgo, con {score} puntos de salud, y ninguna acción del plan se apoya "
            "en esa cuenta; agregue una que la atienda, o confirme con la empresa que se la deja ir."
        ),
    ),
    "TOPIC_UNCOVERED": ("el tema «{topic:words}» no está en el diagnóstico ni entre lo que no se sabe.",),
    "ALTERNATIVES_NOT_TWO": (
        "se esperaban exactamente dos alternativas, A y B, y se encontró: {found}.",
        "se esperaban exactamente dos alternativas, A y B, y no hay ninguna.",
    ),
    "ALTERNATIVES_ALIKE": (
        (
            "las dos alternativas se parecen demasiado: comparten el nombre o más de un tercio de sus palancas "
            "({overlap} %); diferéncielas."
        ),
    ),
    "LEVERS_COUNT": ("el número de palancas es {count}; deben ser de dos a cuatro.",),
    "OBJECTIVES_COUNT": ("el número de metas es {count}; deben ser de una a tres.",),
    "LOCAL_FIT_MISSING": ("no cita ningún hecho del Ecuador; cite al menos uno.",),
    "LIST_EMPTY": ("la lista está vacía; anote al menos un punto.",),
    "OBJECTIVE_DATE": (
        "la meta vence el {due:day}, fuera de los seis meses del plan (del {first:day} al {last:day}).",
    ),
    "EFFORT_OVER_CAPACITY": ("pide {needed:resource} y la empresa tiene {available:resource} para los seis meses.",),
    "RECOMMENDATION_UNKNOWN": ("se recomienda la alternativa «{label}», que no existe.",),
    "SMALL_PORTFOLIO_PERCENT": (
        "con menos de {under} clientes, «{kpi:words}» se cuenta en clientes («perder 1 de 18»), no en porcentaje.",
    ),
    "INFEASIBLE_UNJUSTIFIED": (
        "se declara que no es viable, pero el equipo tiene {hours} horas al mes, que alcanzan.",
        "se declara que no es viable, pero la empresa no dijo que le falten horas.",
    ),
    "ALTERNATIVE_NOT_SELECTED": (
        "el plan se construye sobre la alternativa {found} y la elegida es la {chosen}.",
        "el plan se construye sobre la alternativa {found}, pero aún no se ha elegido ninguna.",
    ),
    "MONTHS_NOT_SIX": ("el número de meses es {count}; deben ser seis.",),
    "MONTH_ORDER": (
        "es el mes {number} ({period:month}) y ahí va el mes {expected_number} ({expected_period:month}).",
    ),
    "ACTIONS_MISSING": ("el mes no tiene acciones; hace falta al menos una.",),
    "RESOURCES_MISSING": ("no se dice qué recursos hacen falta; anote al menos uno.",),
    "ACTION_REPEATED": ("repite la acción {first}; proponga otra o únalas.",),
    "GOAL_WITHOUT_NUMBER": ("la frase no dice el número de la meta ({value:unit}); escríbalo en cifras.",),
    "GOAL_DATE": ("la meta vence el {due:day}; debe vencer en {period:month}.",),
    "GOAL_REGRESSES": ("«{kpi:words}» retrocede: la meta es {value:unit} y antes ya era {before:unit}.",),
    "INDICATOR_MISMATCH": ("es «{indicator:words}», pero la meta del mes es de «{goal:words}»; deben coincidir.",),
    "LEVER_UNUSED": ("ninguna acción usa la palanca «{lever}» ({method:words}) de la alternativa elegida.",),
    "OBJECTIVE_DROPPED": ("la alternativa elegida promete una meta de «{kpi:words}» y ningún mes la persigue.",),
    "FINAL_TARGET_DIFFERS": (
        "el plan termina «{kpi:words}» en {value:unit} y la alternativa elegida promete {expected:expected_unit}.",
    ),
    "DEADLINE_OUTSIDE_MONTH": ("la fecha límite es el {deadline:day}; debe caer en {period:month}.",),
    "DEADLINE_NOT_WORKING_DAY": (
        "el {deadline:day} no se trabaja: es feriado ({holiday}); elija un día laborable.",
        "el {deadline:day} no se trabaja: es fin de semana; elija un día laborable.",
    ),
    "DEADLINE_IN_BLACKOUT": ("el {deadline:day} conviene no buscar a los clientes: {reason}.",),
    "SEASONALITY_MISSING": (
        "en {period:month} hay feriados o temporadas que pesan y no se nombra ninguno: {entries}.",
    ),
    "CALENDAR_END_UNSAID": (
        "el plan llega a {period:month} y el calendario conocido va de {first_year} a {last_year}; adviértalo.",
    ),
    "HOURS_OVER_CAPACITY": ("en el mes {month} se necesitan {needed} horas y el equipo tiene {available}.",),
    "OWNER_OVER_HOURS": ("en el mes {month}, «{owner}» necesita {needed} horas y tiene {available}.",),
    "COST_OVER_BUDGET": ("lo planeado cuesta {needed:usd} y el presupuesto es {available:usd}.",),
    "KPIS_NOT_SIX": (
        "deben estar los seis indicadores, una vez cada uno; faltan {missing:words}; sobran {repeated:words}.",
        "deben estar los seis indicadores, una vez cada uno; falta: {missing:words}.",
        "deben estar los seis indicadores, una vez cada uno; se repite: {repeated:words}.",
    ),
    "GOAL_WITHOUT_KPI": ("el plan tiene metas de «{kpi:words}» y falta ese indicador.",),
    "FORMULA_UNKNOWN": (
        "«{formula}» no es una fórmula del catálogo para «{kpi:words}».",
        "no se dice con qué fórmula del catálogo se calcula «{kpi:words}».",
    ),
    "FORMULA_WRONG": ("la fórmula «{formula}» del catálogo no da el resultado de su caso de prueba; avise a soporte.",),
    "DIRECTION_WRONG": ("«{kpi:words}» es {expected:words}; corrija el sentido.",),
    "BASELINE_MISMATCH": (
        "la línea base de «{kpi:words}» dice {value:unit} y las cifras de la empresa dan {expected:expected_unit}.",
        "la línea base de «{kpi:words}» dice {value:unit}, pero no puede calcularse con las cifras de la empresa.",
    ),
    "BASELINE_LOST": ("la línea base de «{kpi:words}» puede calcularse ({expected:expected_unit}) y no está.",),
    "TARGET_NOT_IN_PLAN": (
        "la meta de «{kpi:words}» dice {value:unit} y el plan de seis meses termina en {expected:expected_unit}.",
        "falta la meta de «{kpi:words}»: el plan de seis meses termina en {expected:expected_unit}.",
        "la meta de «{kpi:words}» dice {value:unit}, pero el plan de seis meses no fija ninguna; déjela vacía.",
    ),
    "BENCHMARK_UNRESOLVED": (
        "«{ref}» no es una referencia publicada de «{kpi:words}» en la base de conocimiento.",
        "la referencia de «{kpi:words}» está en blanco; cite una que exista o deje el campo vacío.",
    ),
    "BENCHMARK_UNSOURCED": (
        "se habla de una referencia de «{kpi:words}» sin citarla; cítela o diga «sin referencia publicada».",
    ),
    "SCENARIOS_INVALID": (
        (
            "los rangos de «{kpi:words}» no cubren todos los valores una sola vez: el primero va sin límite inferior, "
            "el último sin límite superior, y cada uno empieza donde termina el anterior."
        ),
    ),
    "SCENARIO_ACTION_REPEATED": ("dos escenarios de «{kpi:words}» piden lo mismo; cada resultado lleva su acción.",),
    "INDUSTRY_MISSING": ("falta el campo «{field:words}»: el plan sectorial debe decir para quién es.",),
    "CONSIDERATIONS_NOT_FOUR": (
        "deben estar las cuatro consideraciones, una vez cada una; faltan {missing:words}; sobran {repeated:words}.",
        "deben estar las cuatro consideraciones, una vez cada una; falta: {missing:words}.",
        "deben estar las cuatro consideraciones, una vez cada una; se repite: {repeated:words}.",
    ),
    "PHASES_NOT_THREE": ("el número de fases es {count}; deben ser tres.",),
    "PHASE_TITLE": ("el título es «{found}» y debe ser, palabra por palabra, «{expected}».",),
    "PHASE_EMPTY": ("la fase no tiene acciones; hace falta al menos una.",),
    "DEADLINE_OUTSIDE_PHASE": ("la fecha límite es el {deadline:day}; la fase va de {first:month} a {last:month}.",),
    "PLAN_ACTION_UNKNOWN": (
        "«{ref}» no es una acción del plan de seis meses.",
        "la acción del plan que cita está en blanco; cite una o declárela nueva.",
    ),
    "PLAN_ACTION_CHANGED": ("cambia de la acción {ref} del plan de seis meses: {fields:words}; deben quedar iguales.",),
    "STRATEGIES_NOT_FIVE": ("el número de estrategias es {count}; deben ser cinco.",),
    "STRATEGY_REPEATED": ("repite el nombre o la acción de la estrategia {first}; proponga otra.",),
    "STEPS_TOO_FEW": ("el número de pasos es {count}; deben ser al menos {least}.",),
    "METRICS_MISSING": ("no se dice cómo medir la efectividad; anote al menos una métrica.",),
    "MONTH_OUTSIDE": ("el mes es {month}; debe ser de 1 a 6.",),
    "COMMERCIAL_USE_MISSING": ("no se dice cómo ayuda a ganar clientes nuevos (propuestas, referidos, prospectos).",),
    "CONSENT_MISSING": ("el texto no pide permiso; debe decir que el cliente autoriza.",),
    "EXPERIENCE_MISSING": (
        "no parte de ninguna experiencia: cite una respuesta, una cuenta o una cifra, o diga qué habría que averiguar.",
    ),
}
"""The sentences of each code, the most specific first, without their first capital and without the place."""
