"""What was told to the consultant alone stays with the consultant."""

from collections.abc import Iterator

from pydantic import BaseModel

from retention_coach.checks.context import CheckContext
from retention_coach.checks.sources import confidential_texts, public_texts
from retention_coach.checks.walk import written
from retention_coach.domain.finding import Finding
from retention_coach.knowledge.lexicon import words

RUN_LENGTH = 6
"""So many words in a row, accents and case aside, are no coincidence."""


def confidences_are_kept(output: BaseModel, context: CheckContext) -> Iterator[Finding]:
    """CONSULTANT_ONLY_LEAKED: no text, quotes included, repeats six words in a row of a confidential answer.

    What the company also said openly is no secret.
    """
    secrets = {run: question for question, text in confidential_texts(context) for run in _runs(text)}
    if not secrets:
        return
    for text in public_texts(context):
        for run in _runs(text):
            secrets.pop(run, None)
    for path, content in written(output):
        leaked = next((run for run in _runs(content) if run in secrets), None)
        if leaked is not None:
            yield context.finding("CONSULTANT_ONLY_LEAKED", path, question=secrets[leaked])


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    spoken = words(text)
    for start in range(len(spoken) - RUN_LENGTH + 1):
        yield spoken[start : start + RUN_LENGTH]
