"""Keeps the customers of B2B companies in Ecuador: an interview and a chain of five steps.

    import retention_coach as rc

    coach = rc.build(rc.Settings(sessions_dir=folder))

The public names are loaded when they are first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from retention_coach._version import __version__

if TYPE_CHECKING:
    from retention_coach.bootstrap import build
    from retention_coach.chain.coach import Coach
    from retention_coach.chain.events import Answered, Chosen, Edited, ProfileSet, Reviewed, TopicClosed
    from retention_coach.chain.readiness import (
        Blocked,
        Finished,
        NeedsAnswers,
        NeedsChoice,
        NeedsProfile,
        NeedsReply,
        Ready,
        ready,
    )
    from retention_coach.domain.figures import CompanyFigures, Measure
    from retention_coach.domain.profile import Profile
    from retention_coach.domain.session import MadeBy, Session
    from retention_coach.errors import EngineError, RetentionCoachError
    from retention_coach.ports import Engine, SessionStore, StepReply, StepRequest
    from retention_coach.settings import Settings

_HOMES = {
    "Answered": "chain.events",
    "Blocked": "chain.readiness",
    "Chosen": "chain.events",
    "Coach": "chain.coach",
    "CompanyFigures": "domain.figures",
    "Edited": "chain.events",
    "Engine": "ports",
    "EngineError": "errors",
    "Finished": "chain.readiness",
    "MadeBy": "domain.session",
    "Measure": "domain.figures",
    "NeedsAnswers": "chain.readiness",
    "NeedsChoice": "chain.readiness",
    "NeedsProfile": "chain.readiness",
    "NeedsReply": "chain.readiness",
    "Profile": "domain.profile",
    "ProfileSet": "chain.events",
    "Ready": "chain.readiness",
    "RetentionCoachError": "errors",
    "Reviewed": "chain.events",
    "Session": "domain.session",
    "SessionStore": "ports",
    "Settings": "settings",
    "StepReply": "ports",
    "StepRequest": "ports",
    "TopicClosed": "chain.events",
    "build": "bootstrap",
    "ready": "chain.readiness",
}

__all__ = [
    "Answered",
    "Blocked",
    "Chosen",
    "Coach",
    "CompanyFigures",
    "Edited",
    "Engine",
    "EngineError",
    "Finished",
    "MadeBy",
    "Measure",
    "NeedsAnswers",
    "NeedsChoice",
    "NeedsProfile",
    "NeedsReply",
    "Profile",
    "ProfileSet",
    "Ready",
    "RetentionCoachError",
    "Reviewed",
    "Session",
    "SessionStore",
    "Settings",
    "StepReply",
    "StepRequest",
    "TopicClosed",
    "__version__",
    "build",
    "ready",
]

# Hidden from type checkers, which would otherwise take any name for a public one.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
