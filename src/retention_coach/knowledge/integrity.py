"""Rules that tie entries together: ids, references, and what must exist once."""

from collections import Counter
from collections.abc import Iterator, Sequence

from retention_coach.errors import KnowledgeError
from retention_coach.knowledge import wording
from retention_coach.knowledge.base import GENERAL_SECTOR, Knowledge
from retention_coach.knowledge.entries.contradictions import COMPARISONS
from retention_coach.knowledge.entries.health import FULL_SCORE, HEALTH_INDICATORS, HEALTH_LEVELS
from retention_coach.knowledge.entries.plays import Play
from retention_coach.knowledge.entries.vocabulary import KPI_IDS, SIGNALS
from retention_coach.knowledge.lexicon import singular, words
from retention_coach.knowledge.patterns import Pattern, parse, sets_in, words_in
from retention_coach.knowledge.speech import UNLISTED_SETS

_PREFIXES = {
    "plays": "play",
    "approaches": "approach",
    "advocacy": "advocacy",
    "sectors": "sector",
    "lessons": "lesson",
    "questions": "question",
    "figures": "figure",
    "kpis": "kpi",
    "benchmarks": "benchmark",
    "no_benchmarks": "no_benchmark",
    "legal": "legal",
    "customs": "custom",
    "signals": "signal",
    "readings": "reading",
    "health": "health",
    "health_levels": "health_level",
    "contradictions": "contradiction",
    "synonyms": "synonym",
    "verbs": "verb",
}


def problems(knowledge: Knowledge) -> list[str]:
    """Everything in which the entries do not hold together, as Spanish sentences; empty when all is well."""
    found = [
        *_ids(knowledge),
        *_completeness(knowledge),
        *_sector_keys(knowledge),
        *_aliases(knowledge),
        *_offers(knowledge),
        *_prerequisites(knowledge),
        *_akin(knowledge),
        *_lessons(knowledge),
        *_figures(knowledge),
        *_health(knowledge),
        *_verbs(knowledge),
        *_patterns(knowledge),
        *_addresses(knowledge),
    ]
    # the wording needs sectors to fill the slots of actions
    return [*found, *wording.problems(knowledge)] if knowledge.sectors else found


def _ids(knowledge: Knowledge) -> Iterator[str]:
    counts = Counter(entry.id for entry in knowledge.entries())
    yield from (f"«{entry_id}» aparece {times} veces" for entry_id, times in counts.items() if times > 1)
    for name, prefix in _PREFIXES.items():
        for entry in getattr(knowledge, name):
            if not entry.id.startswith(f"{prefix}."):
                yield f"«{entry.id}» debería empezar por «{prefix}.»"
    follow_ups = Counter(item.code for question in knowledge.questions for item in question.follow_ups)
    yield from (f"la repregunta «{code}» aparece {times} veces" for code, times in follow_ups.items() if times > 1)


def _completeness(knowledge: Knowledge) -> Iterator[str]:
    if not any(sector.id == GENERAL_SECTOR for sector in knowledge.sectors):
        yield f"falta «{GENERAL_SECTOR}»"
    once = (
        ("indicador", KPI_IDS, [entry.kpi for entry in knowledge.kpis]),
        ("nota de referencia", KPI_IDS, [entry.kpi for entry in knowledge.no_benchmarks]),
        ("señal", SIGNALS, [entry.code for entry in knowledge.signals]),
        ("lectura de señal", SIGNALS, [entry.code for entry in knowledge.readings]),
        ("indicador de salud", HEALTH_INDICATORS, [entry.code for entry in knowledge.health]),
        ("nivel de salud", HEALTH_LEVELS, [entry.code for entry in knowledge.health_levels]),
        ("comparación", COMPARISONS, [entry.comparison for entry in knowledge.contradictions if entry.comparison]),
    )
    for what, expected, given in once:
        counts = Counter[str](given)
        yield from (
            f"{what} «{code}»: se espera una entrada y hay {counts[code]}" for code in expected if counts[code] != 1
        )


def _sector_keys(knowledge: Knowledge) -> Iterator[str]:
    known = {sector.key for sector in knowledge.sectors}
    named = [
        *((play.id, (*play.only_sectors, *play.not_sectors, *play.customer_sectors)) for play in knowledge.plays),
        *((strategy.id, (*strategy.only_sectors, *strategy.not_sectors)) for strategy in knowledge.advocacy),
        *((question.id, question.skip_when.sectors) for question in knowledge.questions),
        *((benchmark.id, benchmark.sectors) for benchmark in knowledge.benchmarks),
        *((season.id, season.sectors) for season in knowledge.calendar.seasons),
    ]
    for entry_id, keys in named:
        yield from (f"«{entry_id}» nombra el sector desconocido «{key}»" for key in keys if key not in known)


def _aliases(knowledge: Knowledge) -> Iterator[str]:
    owners: dict[tuple[str, ...], set[str]] = {}
    for sector in knowledge.sectors:
        for alias in sector.aliases:
            owners.setdefault(tuple(singular(word) for word in words(alias)), set()).add(sector.id)
    yield from (
        f"el alias «{' '.join(alias)}» es de varios sectores: {', '.join(sorted(ids))}"
        for alias, ids in owners.items()
        if len(ids) > 1
    )


def _offers(knowledge: Knowledge) -> Iterator[str]:
    yield from (
        f"«{sector.id}» no dice qué vende"
        for sector in knowledge.sectors
        if not sector.offers and sector.id != GENERAL_SECTOR
    )


def _prerequisites(knowledge: Knowledge) -> Iterator[str]:
    by_id = {play.id: play for play in knowledge.plays}
    for play in knowledge.plays:
        for needed in play.prerequisites:
            if needed not in by_id:
                yield f"«{play.id}» requiere la jugada desconocida «{needed}»"
            else:
                yield from _misfit(play, by_id[needed])
        if _requires_itself(play, by_id):
            yield f"«{play.id}» se requiere a sí misma"


def _misfit(play: Play, needed: Play) -> Iterator[str]:
    """What would keep a company that may use the play from doing first what it needs."""
    if needed.horizon_phase > play.horizon_phase:
        yield f"«{play.id}» requiere «{needed.id}», que viene en una fase posterior"
    if not set(play.relationship_models) <= set(needed.relationship_models):
        yield f"«{play.id}» requiere «{needed.id}», que no sirve a todos sus modelos de relación"
    if (
        not _covers(needed.only_sectors, play.only_sectors)
        or not _covers(needed.customer_sectors, play.customer_sectors)
        or not set(needed.not_sectors) <= set(play.not_sectors)
    ):
        yield f"«{play.id}» requiere «{needed.id}», que no sirve a todos sus sectores"
    if needed.offers and not (play.offers and set(play.offers) <= set(needed.offers)):
        yield f"«{play.id}» requiere «{needed.id}», que no sirve para todas sus clases de oferta"
    if needed.in_country and not play.in_country:
        yield f"«{play.id}» requiere «{needed.id}», que supone clientes en el Ecuador"


def _covers(wider: Sequence[str], narrower: Sequence[str]) -> bool:
    """Whether a limit to some sectors, where empty is no limit, leaves room for another."""
    return not wider or (bool(narrower) and set(narrower) <= set(wider))


def _requires_itself(play: Play, by_id: dict[str, Play]) -> bool:
    waiting, seen = list(play.prerequisites), set[str]()
    while waiting:
        current = waiting.pop()
        if current == play.id:
            return True
        if current not in seen and current in by_id:
            seen.add(current)
            waiting.extend(by_id[current].prerequisites)
    return False


def _akin(knowledge: Knowledge) -> Iterator[str]:
    by_id = {approach.id: approach for approach in knowledge.approaches}
    for approach in knowledge.approaches:
        for other in approach.akin:
            if other not in by_id:
                yield f"«{approach.id}» se parece al camino desconocido «{other}»"
            elif approach.id not in by_id[other].akin:
                yield f"«{approach.id}» se parece a «{other}», pero no al revés"


def _lessons(knowledge: Knowledge) -> Iterator[str]:
    known = {play.id for play in knowledge.plays}
    for lesson in knowledge.lessons:
        yield from (
            f"«{lesson.id}» nombra la jugada desconocida «{play}»"
            for item in lesson.items()
            for play in item.plays
            if play not in known
        )


def _figures(knowledge: Knowledge) -> Iterator[str]:
    known = {figure.key for figure in knowledge.figures}
    for kpi in knowledge.kpis:
        for formula in kpi.formulas:
            yield from (
                f"«{kpi.id}»: {formula.id} necesita la cifra desconocida «{key}»"
                for key in formula.needs
                if key not in known
            )


def _health(knowledge: Knowledge) -> Iterator[str]:
    """Weights that make a hundred, levels from the highest score down to nought, and questions of the bank."""
    total = sum(indicator.weight for indicator in knowledge.health)
    if knowledge.health and total != FULL_SCORE:
        yield f"los pesos de la salud suman {total} y deben sumar {FULL_SCORE}"
    scores = [level.from_score for level in knowledge.health_levels if level.from_score is not None]
    if scores != sorted(set(scores), reverse=True) or (scores and scores[-1] != 0):
        yield f"los niveles de salud deben bajar hasta cero, uno tras otro, y son {scores}"
    asked = {question.code for question in knowledge.questions}
    for indicator in knowledge.health:
        yield from (
            f"«{indicator.id}» nombra la pregunta desconocida «{code}»"
            for code in indicator.asked_in
            if code not in asked
        )


def _verbs(knowledge: Knowledge) -> Iterator[str]:
    counts = Counter(verb for model in knowledge.verbs for verb in model.verbs)
    yield from (f"el verbo «{verb}» está en {times} modelos" for verb, times in counts.items() if times > 1)


def _patterns(knowledge: Knowledge) -> Iterator[str]:
    lists = [
        *((entry.id, (*entry.any_of, *entry.lack_of, *entry.none_of)) for entry in knowledge.signals),
        *((entry.id, entry.phrases) for entry in knowledge.synonyms),
    ]
    try:
        yield from (line for entry_id, patterns in lists for line in _names(knowledge, entry_id, patterns))
        yield from _exclusions(knowledge)
    except KnowledgeError as error:  # a pattern that cannot be read
        yield str(error)


def _names(knowledge: Knowledge, entry_id: str, patterns: tuple[str, ...]) -> Iterator[str]:
    """The sets and verbs that an entry's patterns name and nobody knows."""
    sets = {*UNLISTED_SETS, *(entry.key for entry in knowledge.synonyms)}
    verbs = {verb for model in knowledge.verbs for verb in model.verbs}
    for key in sorted(sets_in(patterns) - sets):
        yield f"«{entry_id}» nombra el conjunto desconocido «{key}»"
    for word in sorted(words_in(patterns) - verbs):
        if len(word) > 2 and word.endswith(("ar", "er", "ir")):
            yield f"«{entry_id}»: «{word}» parece un verbo y no está en verbs.yaml; si no lo es, escriba «={word}»"


def _exclusions(knowledge: Knowledge) -> Iterator[str]:
    for entry in knowledge.signals:
        yield from (
            f"«{entry.id}»: «{excluded}» excluye siempre a «{pattern}»"
            for excluded in entry.none_of
            for pattern in (*entry.any_of, *entry.lack_of)
            if any(_stands_in(short, long) for short in parse(excluded) for long in parse(pattern))
        )


def _stands_in(short: Pattern, long: Pattern) -> bool:
    """Whether whatever fulfils the long pattern fulfils the short one too."""
    places = iter(long)
    return all(any(place.symbols <= wanted.symbols for place in places) for wanted in short)


def _addresses(knowledge: Knowledge) -> Iterator[str]:
    for entry in knowledge.entries():
        if entry.source and not entry.source.startswith(("https://", "http://")):
            yield f"«{entry.id}»: «{entry.source}» no es una dirección"
    for custom in knowledge.customs:
        yield from (
            f"«{custom.id}»: «{address}» no es una dirección"
            for address in custom.also
            if not address.startswith(("https://", "http://"))
        )
