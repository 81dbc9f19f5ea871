"""An engine whose replies are written beforehand, for tests of programs that embed the chain."""

from collections.abc import Iterable, Mapping

from retention_coach.domain.base import StepId, Wire
from retention_coach.domain.session import MadeBy
from retention_coach.errors import EngineError
from retention_coach.ports import StepReply, StepRequest

Script = Wire | EngineError


class ScriptedEngine:
    """Gives each step its replies in order, the last one again and again; an error in the script is raised.

    Args:
        script: the replies of each step, by step id.
        max_repairs: how many times a step may be asked to be mended.

    Attributes:
        requests: every request received, in order.
    """

    name = "scripted"

    def __init__(self, script: Mapping[StepId, Iterable[Script]], *, max_repairs: int = 0) -> None:
        self.max_repairs = max_repairs
        self.requests: list[StepRequest] = []
        self._script = {step: list(replies) for step, replies in script.items()}

    async def answer(self, request: StepRequest) -> StepReply:
        """The next reply written for the step.

        Raises:
            EngineError: the script says so, or has nothing for this step.
        """
        self.requests.append(request)
        replies = self._script.get(request.step)
        if not replies:
            raise EngineError(f"El guion no tiene respuesta para «{request.step}».", error_class="no_script")
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        if isinstance(reply, EngineError):
            raise reply
        return StepReply(content=reply, made_by=MadeBy(engine=self.name), attempts=())
