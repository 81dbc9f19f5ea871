"""The command `interview`, apart from the command line: it begins, leads and ends one sitting."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import nullcontext, suppress

from retention_coach.chain.coach import Coach
from retention_coach.chain.readiness import Blocked, Finished, ready
from retention_coach.cli.interview.case_file import CaseFile
from retention_coach.cli.interview.dialogue import Dialogue
from retention_coach.cli.interview.farewell import Farewell
from retention_coach.cli.interview.interruption import Interruption
from retention_coach.cli.interview.opening import Opening, open_case
from retention_coach.cli.interview.showing import show_return, show_welcome
from retention_coach.cli.interview.sitting import DONE, PART_FAILED, Sitting
from retention_coach.cli.interview.sources import Ask, InputEnded, Interrupted, Source
from retention_coach.cli.interview.turn import PIPE_ENDED, Paused
from retention_coach.cli.terminal.terminal import Terminal
from retention_coach.domain.session import Session
from retention_coach.errors import EngineError, InvalidInputError

CommandFor = Callable[[Session], str]
"""The exact command that does something with a session, folders and all."""


async def interview(
    coach: Coach,
    terminal: Terminal,
    source: Source,
    *,
    opening: Opening,
    interruption: Interruption,
    go_on: CommandFor,
    to_export: CommandFor,
) -> int:
    """Lead an interview to its end, or to where the person stops, and give the exit code.

    Args:
        coach: the chain with its engine and store.
        terminal: where everything is shown.
        source: who answers.
        opening: what it begins with.
        interruption: signals to end, watched while the interview lasts.
        go_on: the command that takes a session up again.
        to_export: the command that writes its documents.

    Returns:
        0 finished, or paused by the person; 1 a part could not be done; 2 the pipe ended before the interview;
        3 the engine failed; 130 Ctrl-C; 128 + n a signal.

    Raises:
        UserError: options, files or sessions that cannot be used, and piped answers that do not fit.
    """
    dialogue = Dialogue(terminal, source)
    with interruption.watch() if source.is_live else nullcontext():
        if opening.session is None:
            show_welcome(terminal, is_live=source.is_live)
        try:
            case = await open_case(coach, opening, dialogue)
        except (Interrupted, InputEnded) as stopped:
            terminal.say("Todavía no había nada que guardar.")
            return stopped.exit_code if isinstance(stopped, Interrupted) else PIPE_ENDED
        async with coach.store.claim(case.session.id):
            if opening.session is not None:  # another window may have saved before the claim
                case.session = await coach.store.load(case.session.id)
            farewell = Farewell(terminal, go_on(case.session), to_export(case.session))
            return await _lead(case, dialogue, opening, interruption, farewell)


async def _lead(
    case: CaseFile, dialogue: Dialogue, opening: Opening, interruption: Interruption, farewell: Farewell
) -> int:
    was_finished = isinstance(ready(case.session)[0], Finished)
    if opening.session is None:
        dialogue.terminal.say(f"Sesión: {case.session.id}", "quiet")
    else:
        show_return(dialogue.terminal, case.session)
    try:
        code = await _until_signal(Sitting(case, dialogue).run(opening.known, revisit=was_finished), interruption)
    except Paused as paused:
        with suppress(OSError):  # the window may be gone; everything is saved
            farewell.at_pause(case.session, paused)
        return _code_of(paused, case.session)
    except EngineError as error:
        farewell.after_failure(case.session, error)
        return error.exit_code
    except InvalidInputError:
        farewell.after_refusal()
        raise
    if code == PART_FAILED:
        farewell.while_blocked()
        return code
    farewell.at_the_end(case.session)
    await _tell_surplus(dialogue, farewell)
    return code


async def _until_signal(work: Coroutine[None, None, int], interruption: Interruption) -> int:
    """The result of the work; a signal that arrives while nobody types is a pause."""
    try:
        return await work
    except asyncio.CancelledError:
        code = interruption.acknowledge()
        if code is None:
            raise
        raise Paused(None, code) from None


async def _tell_surplus(dialogue: Dialogue, farewell: Farewell) -> None:
    """A pipe with more answers than there were questions: some may have gone to the wrong one."""
    if dialogue.source.is_live:
        return
    with suppress(InputEnded):
        if await dialogue.source.read(Ask("")):
            farewell.with_surplus(dialogue.source.place)


def _code_of(paused: Paused, session: Session) -> int:
    """A pipe that ends after the last step, or at one that cannot be done, has not left anything unanswered."""
    if paused.exit_code != PIPE_ENDED:
        return paused.exit_code
    match ready(session)[0]:
        case Finished():
            return DONE
        case Blocked():
            return PART_FAILED
        case _:
            return PIPE_ENDED
