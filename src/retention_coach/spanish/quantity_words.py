"""The words around a typed figure: those that make it approximate, those that say nothing, those that join two."""

from retention_coach.spanish.words import word_set

APPROXIMATE_PHRASES: tuple[tuple[str, ...], ...] = tuple(
    tuple(phrase.split())
    for phrase in (
        "o algo asi", "mas o menos", "por lo menos", "a lo mucho", "a lo sumo", "un aproximado de", "+ / -",
        "alrededor de", "cerca de", "al menos", "no mas de", "mas de", "menos de", "como unos", "como unas",
        "tal vez", "creo que", "por ahi", "y pico", "y algo", "o asi", "o mas", "o menos", "+ o -",
        "unos", "unas", "como", "casi", "aproximadamente", "aprox", "quizas", "quiza", "creo", "digamos", "maximo",
        "minimo", "hasta", "calculo", "estimo", "estimamos", "~", "±", "+", "≈", "aproximado", "aproximados",
    )
)  # fmt: skip
"""Longer phrases before the shorter ones they contain. Bounds («más de 20») also count as approximate."""

NOISE_PHRASES: tuple[tuple[str, ...], ...] = (("un", "total", "de"), ("un", "promedio", "de"))
"""Phrases that say nothing about the figure."""

LEADS_LIKE_A_NUMBER: tuple[tuple[str, ...], ...] = (*NOISE_PHRASES, ("un", "aproximado", "de"))
"""Phrases whose first word alone would be a number."""

NOISE = word_set("""
    tenemos tengo tienen hay hubo son es fue fueron eran era serian seria somos estan se nos perdimos perdemos perdieron
    perdidos perdidas ganamos vendemos vendimos facturamos cobramos cobran atendemos respondemos tardamos demoramos
    gastamos invertimos pagamos pagan cuesta cuestan suman
    el la los las al del de a en total totales nuestro nuestra nuestros nuestras sus promedio hoy ahora actualmente
    ahorita pues bueno solo sola solamente apenas ya
    activo activos activas nuevo nuevos nuevas actual actuales grandes pequenos habil habiles laborable laborables
    corridos americanos ventas facturacion ingresos cartera entre
    """)
"""Words that may stand before or after a figure and do not change it."""

NOT_NOUNS = word_set("menos mas antes despues atras entonces quizas miles aproximados unos unas ambos tras")
"""Words in -s that are not something counted."""

RANGE_JOINERS = frozenset({"a", "al", "o", "-", "–", "—", "−", "hasta"})
"""Between the ends of a range; after «entre» also «y»."""

PART_JOINERS = frozenset({"de", "/", "sobre", "cada"})
"""Between a part and its whole: «8 de 120», «8/120», «1 cada 10»."""

BEFORE_WHOLE = word_set("cada los las un una total de entre unos unas nuestros nuestras mis sus")
"""Words between the joiner and the whole: «8 de cada 100», «8 de un total de 120»."""

PERIOD_LINKS = word_set("""
    al a la por cada x / en el un una durante del de este esta ultimo ultima pasado pasada todo toda todos todas los las
    """)
"""Words before the noun of a period: «al mes», «en el último año»."""

PERIOD_ENDINGS = frozenset({"pasado", "pasada", "anterior", "actual", "corriente"})
"""Words after it: «el mes pasado»."""
