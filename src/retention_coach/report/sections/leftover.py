"""Why hours and money are left, and what for: nobody should have to ask."""

from collections.abc import Mapping

from retention_coach.assessment.account_names import is_sayable, short_name
from retention_coach.assessment.earmarks import earmarks
from retention_coach.domain.profile import Profile
from retention_coach.report.case import Case
from retention_coach.spanish.formats import join_words, money, number, percent, plural

_NEARLY_ALL = 0.8
"""Who uses this much of the hours or the money needs no reason for the rest."""

_NAMED = 2


def leftover(case: Case, hours: Mapping[str, float], capacity: Mapping[str, float], cost: float) -> tuple[str, ...]:
    """Sentences on what the three plans leave.

    Args:
        case: the session.
        hours: hours of the plans by role.
        capacity: hours of the team in the six months by role; empty where the company did not say.
        cost: USD of the plans.
    """
    if case.profile is None:
        return ()
    said = (_hours(hours, capacity), _money(case, case.profile, cost))
    return tuple(sentence for sentence in said if sentence)


def _hours(hours: Mapping[str, float], capacity: Mapping[str, float]) -> str:
    used, whole = sum(hours.values()), sum(capacity.values())
    if not whole or used >= whole * _NEARLY_ALL:
        return ""
    unused = {role: own - hours.get(role, 0.0) for role, own in capacity.items()}
    role = max(unused, key=lambda name: unused[name])
    share = percent(used / whole * 100)
    return (
        f"El plan usa {number(used)} de {plural(whole, 'hora', 'horas')} del equipo ({share}): pocas acciones al mes, "
        "para que se cumplan; lo demás queda para el trabajo diario y para los compromisos de cada conversación. "
        f"Para ir más rápido, quien más horas libres conserva es {role}: {number(unused[role])}."
    )


def _money(case: Case, profile: Profile, cost: float) -> str:
    budget = profile.budget_usd
    if not budget or cost >= budget * _NEARLY_ALL:
        return ""
    left = f"Quedan {money(budget - cost)} de {money(budget)} sin asignar: casi todo el plan es tiempo del equipo."
    meant = earmarks(case.answers)
    if meant:
        quoted = join_words([f"«{item.words}» (respuesta {item.answer})" for item in meant])
        return f"{left} La empresa ya les dio un destino, que falta cotizar: {quoted}."
    risky = [item for item in profile.accounts if item.risk == "high" and is_sayable(item.customer)]
    names = [short_name(item) for item in sorted(risky, key=lambda item: -(item.annual_revenue_usd or 0))][:_NAMED]
    if names:
        return f"{left} Resérvelos para cumplir lo que se acuerde con {join_words(names)}."
    return f"{left} Resérvelos para cumplir lo que se acuerde en las primeras conversaciones."
