"""Whoever is made responsible is on the team (constraint 62.5)."""

from collections.abc import Iterator

from pydantic import BaseModel

from retention_coach.checks.context import CheckContext
from retention_coach.checks.walk import join, nodes
from retention_coach.domain.finding import Finding
from retention_coach.spanish.words import fold, normalise_spaces


def owners_are_known(output: BaseModel, context: CheckContext) -> Iterator[Finding]:
    """OWNER_UNKNOWN: every owner is a role of the team, unless the company did not say who is on it."""
    roles = {role_key(member.role) for member in context.profile.team}
    if not roles:
        return
    for path, model in nodes(output):
        owner = getattr(model, "owner", None)
        if owner is not None and owner.strip() and role_key(owner) not in roles:
            known = ", ".join(member.role for member in context.profile.team)
            yield context.finding("OWNER_UNKNOWN", join(path, "owner"), owner=owner, known=known)


def role_key(role: str) -> str:
    """A role for comparing: accents, case and white space aside."""
    return normalise_spaces(fold(role))
