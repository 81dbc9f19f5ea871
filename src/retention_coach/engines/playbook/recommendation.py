"""Which of the two is recommended, why, and what would have to be seen for the other one to be better."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from retention_coach.assessment import cite
from retention_coach.assessment.approaches import is_thin
from retention_coach.assessment.sightings import Sighting
from retention_coach.domain.base import AlternativeLabel, Unit
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.profile import Account
from retention_coach.domain.strategy import Recommendation
from retention_coach.engines.playbook.approach_facts import Facts, lower, said_name
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.pair import Difference, Pair, trade_offs
from retention_coach.engines.playbook.paths import NAMES
from retention_coach.metrics.arithmetic import literal
from retention_coach.spanish import formats

_MOST_NAMED = 3

_CLEARLY = 0.75
"""By this much better an answer, it is said to have more behind it; with less, the two are called close."""


def write_recommendation(case: Case, pair: Pair) -> Recommendation:
    """The better answer, with its reason from this company and the pair's trade-off."""
    advice = _Advice(case, pair)
    return Recommendation(
        label=pair.recommended,
        reason=" ".join(advice.reason()),
        when_the_other_is_better=" ".join(advice.other_case()),
        evidence=advice.evidence(),
        figures=tuple(advice.figures),
    )


@dataclass
class _Advice:
    """The sentences of one recommendation; `figures` gathers those that they mention."""

    case: Case
    pair: Pair
    figures: list[Figure] = field(default_factory=list)

    @property
    def other(self) -> AlternativeLabel:
        """The label of the alternative that is not recommended."""
        return "B" if self.pair.recommended == "A" else "A"

    def reason(self) -> Iterator[str]:
        """What was seen, what is at stake, and why not the other one."""
        causes = self.pair.best.fit.causes
        if is_thin(self.case.told):
            yield "La evidencia es poca: la entrevista y las cifras casi no dicen por qué se iría un cliente."
        if causes:
            yield f"Lo que más pesa en esta empresa: {_named(causes)}."
        yield self.pair.best.approach.theory
        if any(cause.signal.kind != "opportunity" for cause in causes):
            yield from self._at_stake()
        yield self._against_the_other()

    def other_case(self) -> Iterator[str]:
        """What would have to be seen, by when, and what is won and lost by it."""
        day, sign = Facts(self.case, self.pair.second.fit).better_when()
        yield f"La {self.other} conviene más si, hasta el {formats.long_date(day)}, {sign}."
        differences = [self._told(found) for found in trade_offs(self.pair.best, self.pair.second)]
        if differences:
            yield f"Frente a la {self.pair.recommended}, {formats.join_words(differences)}."

    def evidence(self) -> tuple[Evidence, ...]:
        """What the reason rests on."""
        causes = self.pair.best.fit.causes
        seen = (*(item for cause in causes for item in cause.evidence), *map(cite.account, self._risky_ids()))
        found = tuple(dict.fromkeys(seen))[:6]
        return found or (cite.assumption("Sin señales suficientes se prefiere el paso que menos compromete."),)

    def _at_stake(self) -> Iterator[str]:
        risky = self._risky()
        names = [name for account in risky if (name := said_name(self.case, account))]
        if len(names) < len(risky) or not names:
            return
        revenues = [account.annual_revenue_usd for account in risky if account.annual_revenue_usd]
        verb = "Está en juego" if len(names) == 1 else "Están en juego"
        if len(revenues) < len(risky):
            yield f"{verb} {formats.join_words(names)}."
            return
        worth = cite.total("facturación anual de las cuentas en riesgo", "usd", revenues)
        self.figures.append(worth)
        yield f"{verb} {formats.join_words(names)}, con {formats.money(worth.value)} de facturación al año."

    def _against_the_other(self) -> str:
        best, second = self.pair.best, self.pair.second
        if not second.fit.causes:
            return f"Para la {self.other} todavía no hay señales en las respuestas."
        apart = [cause for cause in second.fit.causes if cause not in best.fit.causes[:_MOST_NAMED]]
        seen = f"La {self.other} parte de otra señal ({_named(apart or second.fit.causes[:1])}),"
        if best.fit.score >= second.fit.score + _CLEARLY:
            return f"{seen} que se vio con menos fuerza."
        if best.weeks < second.weeks:
            return f"{seen} que pesa casi lo mismo, pero lo que hace tarda más en notarse."
        return f"{seen} que pesa casi lo mismo: la diferencia es corta y gerencia puede inclinarla."

    def _risky(self) -> list[Account]:
        return [account for account in self.case.profile.accounts if account.risk == "high"][:_MOST_NAMED]

    def _risky_ids(self) -> list[str]:
        return [account.id for account in self._risky()]

    def _told(self, found: Difference) -> str:
        best, second = self.pair.best, self.pair.second
        match found:
            case "hours":
                return self._amount(best.hours, second.hours, "hours", "pide", "hora", "horas")
            case "cost":
                gap = self._gap(best.cost_usd, second.cost_usd, "usd")
                return f"cuesta {formats.money(abs(gap))} {_more_or_less(gap)}"
            case "reach":
                return self._amount(best.reach, second.reach, "customers", "llega a", "cliente", "clientes")
            case "weeks":
                gap = self._gap(best.weeks, second.weeks, "weeks")
                when = "después" if gap > 0 else "antes"
                return f"se nota {formats.plural(abs(gap), 'semana', 'semanas')} {when}"
            case "kpi":
                return f"persigue {NAMES[second.main_kpi]} antes que {NAMES[best.main_kpi]}"

    def _amount(self, best: float, second: float, unit: Unit, verb: str, singular: str, many: str) -> str:
        gap = self._gap(best, second, unit)
        return f"{verb} {formats.plural(abs(gap), singular, many)} {_more_or_less(gap)}"

    def _gap(self, best: float, second: float, unit: Unit) -> float:
        gap = round(second - best, 2)
        arithmetic = f"{literal(second)} - {literal(best)}"
        self.figures.append(cite.computed(f"diferencia entre la {self.other} y la recomendada", gap, unit, arithmetic))
        return gap


def _more_or_less(gap: float) -> str:
    return "más" if gap > 0 else "menos"


def _named(causes: Sequence[Sighting]) -> str:
    return formats.join_words([lower(cause) for cause in causes[:_MOST_NAMED]])
