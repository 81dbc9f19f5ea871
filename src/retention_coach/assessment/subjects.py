"""Whose health is judged: the named accounts and the segments of customers."""

from dataclasses import dataclass
from typing import Literal

from retention_coach.assessment import cite
from retention_coach.domain.evidence import Evidence
from retention_coach.domain.profile import Profile


@dataclass(frozen=True, slots=True)
class Subject:
    """A named account or a segment.

    Attributes:
        kind: which of the two.
        id: the account's id (`C1`), or the segment's name.
        name: as the company wrote it.
    """

    kind: Literal["account", "segment"]
    id: str
    name: str

    @property
    def evidence(self) -> Evidence:
        """What cites it: the account, or the segments of the profile."""
        return cite.account(self.id) if self.kind == "account" else cite.profile("segments")


def subjects(profile: Profile) -> tuple[Subject, ...]:
    """The accounts, then the segments, each in the order of the profile and once."""
    accounts = [Subject("account", account.id, account.customer) for account in profile.accounts]
    segments = [Subject("segment", name, name) for name in dict.fromkeys(segment.name for segment in profile.segments)]
    return (*accounts, *segments)
