"""Who of the team is away in which months, as the answers say: «la contadora unas dieciséis fuera de marzo y abril»."""

import re
from collections.abc import Iterable, Sequence

from retention_coach.assessment.phrases import NUMBER, phrases
from retention_coach.domain.capacity import is_feasible
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Profile, TeamMember
from retention_coach.spanish.month_lists import MONTH_LIST, months_in
from retention_coach.spanish.words import fold, normalise_spaces

_AWAY = re.compile(
    rf"(?:(?:fuera de|menos|salvo|excepto|no) (?:en )?(?P<months>{MONTH_LIST})"
    rf"|en (?P<none>{MONTH_LIST}) (?:ningun[ao]?|nada|0|no (?:puede|tiene|hay|esta)))\b"
)
_BETWEEN = rf"(?:[ ,(]|\b(?:{NUMBER}|unas?|unos|como|horas?|h|puede|tiene|dedica|al|por|mes|pero|y|solo|otras?|mas)\b)*"
"""What may stand between a person and the months: hours, and no other person."""


def with_absences(profile: Profile, answers: Sequence[AnsweredQuestion]) -> Profile:
    """The profile, its team's months off completed with those that the answers on resources name.

    What is only the consultant's to know does not count, nor does an absence that would leave nobody to do the work.
    """
    if not profile.team:
        return profile
    away = _away(profile.team, (answer for answer in answers if answer.topic == "resources"))
    team = tuple(
        member.model_copy(update={"months_off": tuple(sorted({*member.months_off, *away[member.role]}))})
        if member.role in away
        else member
        for member in profile.team
    )
    told = profile.model_copy(update={"team": team})
    return told if is_feasible(told) or not is_feasible(profile) else profile


def absence_answers(profile: Profile, answers: Sequence[AnsweredQuestion], period: str) -> dict[str, str]:
    """Who is away in a month (`aaaa-mm`) because an answer says so: each role with the question."""
    month = int(period[5:])
    return {
        role: answer.id
        for answer in answers
        if answer.topic == "resources"
        for role, months in _away(profile.team, (answer,)).items()
        if month in months
    }


def _away(team: Sequence[TeamMember], answers: Iterable[AnsweredQuestion]) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for answer in answers:
        if answer.consultant_only:
            continue
        for phrase in phrases(answer.text or ""):
            for match in _AWAY.finditer(phrase.text):
                role = _whose(phrase.text[: match.start()], team)
                if role is not None:
                    months = months_in(match["months"] or match["none"])
                    found[role] = found.get(role, frozenset()) | months
    return found


def _whose(before: str, team: Sequence[TeamMember]) -> str | None:
    """The role that stands last before an absence, with nothing but hours between; of two that fit, the longest."""
    fitting = [
        member.role
        for member in team
        if (said := normalise_spaces(fold(member.role))) and re.search(rf"\b{re.escape(said)}\b{_BETWEEN}$", before)
    ]
    return max(fitting, key=len, default=None)
