"""The steps on the terminal: each is announced when it begins and summed up when it is finished."""

from typing import Literal

from retention_coach.chain.coach import Progress
from retention_coach.chain.spec import StepSpec
from retention_coach.cli.terminal.terminal import Terminal
from retention_coach.domain.session import Session
from retention_coach.knowledge.base import Knowledge
from retention_coach.report.step_summary import StepSummary, Table, step_summary


def told_on(terminal: Terminal, knowledge: Knowledge) -> Progress:
    """A listener that tells of each step."""

    def tell(step: StepSpec, moment: Literal["begun", "stored"], session: Session) -> None:
        if moment == "begun":
            terminal.begin(f"{step.title}…")
        elif summary := step_summary(session, step, knowledge):
            _show(terminal, summary)

    return tell


def _show(terminal: Terminal, summary: StepSummary) -> None:
    terminal.heading(f"✓ {summary.title}{' · con observaciones' if summary.remarks else ''}")
    for part in summary.parts:
        if isinstance(part, Table):
            terminal.table(part.header, part.rows)
            continue
        if part.title:
            terminal.say(part.title, "strong")
        terminal.bullets(part.lines)
        if part.left_out > 0:
            terminal.say(f"y {part.left_out} más, en los documentos.", "quiet", indent=2)
    if summary.remarks:
        terminal.say("Observaciones:", "warning")
        terminal.bullets(summary.remarks, "warning")
