"""Recognises, in any text, what was told to the consultant alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retention_coach.chain import outputs
from retention_coach.checks.confidentiality import RUN_LENGTH
from retention_coach.domain.session import Session
from retention_coach.knowledge.lexicon import words

_WHOLE_ANSWER = 3
"""An answer of so many words is recognised when it is repeated whole; shorter ones are too common outside quotes."""

_QUOTED = re.compile("«([^«»]+)»")

_Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Confidences:
    """The answers marked «solo consultor»: their questions' ids, and their words.

    What the company also said openly is no secret.
    """

    questions: frozenset[str]
    _secrets: tuple[str, ...]
    _runs: frozenset[_Run]
    _public: str

    @classmethod
    def of(cls, session: Session) -> "Confidences":
        """The confidences of a session."""
        answered = outputs.answered(session)
        secret = [item for item in answered if item.consultant_only]
        texts = [words(item.text) for item in secret if item.text]
        public = [item.text for item in answered if item.text and not item.consultant_only]
        profile = [session.profile.model_dump_json()] if session.profile else []
        spoken = " | ".join(_joined(words(text)) for text in (*public, *profile))
        marked = {key for key, answer in session.interview.answers.items() if answer.consultant_only}
        return cls(
            questions=frozenset(marked | {item.id for item in secret}),
            _secrets=tuple(_joined(text) for text in texts),
            _runs=frozenset(run for text in texts for run in _runs(text) if _joined(run) not in spoken),
            _public=spoken,
        )

    def leak_in(self, text: str) -> bool:
        """Whether a text repeats a confidence: six words in a row, a whole answer, or any part of one in quotes."""
        if not self._secrets:
            return False
        spoken = words(text)
        lengths = {len(run) for run in self._runs}
        if any(spoken[i : i + n] in self._runs for n in lengths for i in range(len(spoken) - n + 1)):
            return True
        return any(self._is_secret(_joined(words(quote))) for quote in _QUOTED.findall(text))

    def _is_secret(self, quote: str) -> bool:
        return bool(quote.strip()) and quote not in self._public and any(quote in secret for secret in self._secrets)


def _runs(text: _Run) -> Iterator[_Run]:
    length = min(RUN_LENGTH, len(text))
    if length >= _WHOLE_ANSWER:
        for start in range(len(text) - length + 1):
            yield text[start : start + length]


def _joined(run: _Run) -> str:
    """Words between spaces, so that one text is looked for in another by whole words."""
    return f" {' '.join(run)} "
