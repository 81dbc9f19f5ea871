"""What was seen in the company, topic by topic, and what is not known yet."""

from collections.abc import Iterator
from typing import Literal

from retention_coach.assessment import cite
from retention_coach.assessment.sightings import Sighting
from retention_coach.domain.base import TOPICS, Topic
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.strategy import ObservationDraft, Unknown
from retention_coach.engines.playbook.case import Case
from retention_coach.metrics.baselines import FORMULA_OF, baseline
from retention_coach.metrics.concentration import share_of_five_largest
from retention_coach.metrics.result import Computed
from retention_coach.spanish import formats
from retention_coach.spanish.absence import is_unknown

_STRENGTHS: dict[int, Literal["strong", "medium", "weak"]] = {3: "strong", 2: "medium", 1: "weak"}
_MOST_SIGHTINGS = 9

_TOPIC_NAMES: dict[Topic, str] = {
    "situation": "la relación con sus clientes",
    "risks": "los riesgos de pérdida",
    "opportunities": "las oportunidades con sus clientes",
    "resources": "los recursos para retener",
    "objectives": "los objetivos de retención",
}


def observations(case: Case) -> tuple[ObservationDraft, ...]:
    """What figures, accounts and answers show, in the order of the five topics."""
    found = [*_from_figures(case), *_from_accounts(case), *_from_signals(case)]
    covered = {item.topic for item in found}
    found += [item for topic in TOPICS if topic not in covered for item in _from_plain_answers(case, topic)]
    return tuple(sorted(found, key=lambda item: TOPICS.index(item.topic)))


def unknowns(case: Case, seen: tuple[ObservationDraft, ...]) -> tuple[Unknown, ...]:
    """Topics about which nothing is known, then the figures that the indicators need."""
    silent = [topic for topic in TOPICS if topic not in {item.topic for item in seen}]
    found = [
        Unknown(
            topic=topic,
            what=f"No hay respuestas sobre {_TOPIC_NAMES[topic]}.",
            how_to_know="Retome esas preguntas con quien atiende a los clientes a diario, no solo con gerencia.",
        )
        for topic in silent
    ]
    for spec in case.knowledge.figures:
        if spec.needed_for and case.profile.figures.value(spec.key) is None:
            what = f"Falta una cifra: {_lower(spec.name)}."
            found.append(Unknown(topic="situation", what=what, how_to_know=spec.if_unknown))
    return tuple(found[: len(silent) + 6])


def _from_figures(case: Case) -> Iterator[ObservationDraft]:
    figures = case.profile.figures
    start, lost = figures.value("customers_start"), figures.value("customers_lost")
    if start and lost is not None:
        shown = [
            cite.company_figure(figures, "customers_lost", "clientes perdidos"),
            cite.company_figure(figures, "customers_start", "clientes al inicio"),
        ]
        text = (
            f"La empresa perdió {formats.number(lost)} de "
            f"{formats.plural(start, 'cliente', 'clientes')} {case.year_of_data}"
        )
        churn = baseline("churn", figures)
        if not case.is_small and isinstance(churn, Computed):
            rate = round(churn.value, 1)
            shown.append(cite.computed("tasa de deserción", rate, "percent", churn.arithmetic, FORMULA_OF["churn"]))
            text += f": una deserción de {formats.percent(rate)}"
        yield _observation("situation", f"{text}.", 3, (cite.figure("customers_lost"),), shown)
    nps = baseline("nps", figures)
    if isinstance(nps, Computed) and nps.low is not None and nps.high is not None:
        value = round(nps.value, 1)
        yield _observation(
            "opportunities" if value >= 30 else "risks",
            f"El NPS medido es de {formats.plural(value, 'punto', 'puntos')}; con tan pocas "
            "respuestas conviene leerlo como una señal y no como una nota.",
            3 if nps.high - nps.low < 30 else 2,
            (cite.figure("nps_promoters"),),
            [cite.computed("NPS", value, "points", nps.arithmetic, FORMULA_OF["nps"])],
        )


def _from_accounts(case: Case) -> Iterator[ObservationDraft]:
    accounts = case.profile.accounts
    last = f"{case.setting.periods[-1]}-31"
    due = [item for item in accounts if item.renewal_date and item.renewal_date.isoformat() <= last]
    named = [(item, case.quote(item.customer)) for item in due if item.renewal_date]
    if named:
        dates = formats.join_words(
            [
                f"{name or 'una cuenta'} ({formats.long_date(item.renewal_date)})"
                for item, name in named[:5]
                if item.renewal_date
            ]
        )
        yield _observation(
            "risks",
            f"Antes de que termine el plan vencen o se renuevan: {dates}. Cada una se decide por separado.",
            3,
            tuple(cite.account(item.id) for item, _name in named[:5]),
            [],
        )
    revenues = [item.annual_revenue_usd for item in accounts if item.annual_revenue_usd]
    total = case.profile.figures.value("revenue_opening")
    if total and len(revenues) >= 5 and sum(revenues) <= total:
        top = sorted(revenues, reverse=True)[:5]
        share = share_of_five_largest([*top, total - sum(top)])
        if isinstance(share, Computed) and sum(top) < total:
            arithmetic = f"({' + '.join(f'{value:.10g}' for value in top)}) / {total:.10g} * 100"
            value = round(sum(top) / total * 100, 1)
            yield _observation(
                "risks",
                f"Las cuentas más grandes concentran {formats.percent(value)} de la facturación; perder una se nota.",
                3,
                (cite.figure("revenue_opening"),),
                [cite.computed("parte de las cinco mayores", value, "percent", arithmetic)],
            )


def _from_signals(case: Case) -> Iterator[ObservationDraft]:
    quoted: set[str] = set()
    for sighting in case.seen[:_MOST_SIGHTINGS]:
        statement = _said(sighting, repeat=sighting.quote in quoted)
        quoted.add(sighting.quote)
        yield _observation(_topic(case, sighting), statement, sighting.weight, sighting.evidence, [])


def _said(sighting: Sighting, *, repeat: bool) -> str:
    """The signal in words, with the company's own unless they were quoted before."""
    description = f"{sighting.signal.label}. {sighting.signal.description}"
    if sighting.quote and not repeat:
        return f"{description} La empresa lo dice así: «{sighting.quote}»."
    return f"{description} Por confirmar: {_lower(sighting.signal.to_confirm)}" if sighting.weight == 1 else description


def _topic(case: Case, sighting: Sighting) -> Topic:
    """The topic of the answer it was seen in; a signal of figures or accounts stands where it usually shows."""
    topics = {answer.id: answer.topic for answer in case.inputs.answers}
    return next((topics[item.ref] for item in sighting.evidence if item.kind == "answer"), sighting.signal.topics[0])


def _from_plain_answers(case: Case, topic: Topic) -> Iterator[ObservationDraft]:
    """A topic that was answered but shows no signal: what was said, without reading more into it."""
    for answer in case.inputs.answers:
        if answer.topic == topic and answer.text and not is_unknown(answer.text):
            words = "" if answer.consultant_only else case.quote(answer.text.rstrip(" ."))
            said = f"la empresa dice {words}" if words else "la empresa respondió y la respuesta queda en la sesión"
            calm = "; no se aprecia en ello una señal de alarma" if topic in {"situation", "risks"} else ""
            yield _observation(
                topic,
                f"Sobre {_TOPIC_NAMES[topic]}, {said}{calm}.",
                1,
                (cite.answer(answer.id),),
                [],
            )
            return


def _observation(
    topic: Topic, statement: str, weight: int, evidence: tuple[Evidence, ...], figures: list[Figure]
) -> ObservationDraft:
    return ObservationDraft(
        topic=topic, statement=statement, strength=_STRENGTHS[weight], evidence=evidence, figures=tuple(figures)
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
