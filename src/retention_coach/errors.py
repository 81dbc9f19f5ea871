"""The whole error tree.

    RetentionCoachError              what a person is told; holds message, hint and exit code
    ├── UserError (exit 2)           the user's input: what is wrong, where, what to do
    │   ├── InvalidInputError        a file, answer or option that does not fit; may list several problems
    │   ├── PromptError              a prompt template that cannot be used
    │   ├── StateError               the session cannot do this now
    │   └── StorageError             sessions on disk
    │       ├── SessionNotFoundError
    │       ├── AmbiguousSessionError
    │       ├── SessionUnreadableError   damaged or not ours; never moved nor overwritten
    │       ├── SessionTooNewError       written by a newer version
    │       ├── SessionLockedError       another process is writing it
    │       ├── StaleRevisionError       somebody else saved first
    │       └── SaveFailedError          the disk refused (full, read-only)
    ├── EngineError (exit 3)         whoever answers the steps failed
    │   └── ReplyInvalidError        the reply does not fit the step's model
    └── KnowledgeError (exit 2)      the knowledge base does not hold together

Only `__main__.main` prints them. Messages are Spanish, because a person reads them.
"""

from collections.abc import Sequence


class RetentionCoachError(Exception):
    """Base of everything this package raises on purpose.

    Args:
        message: what is wrong and where, one Spanish sentence.
        hint: what to do about it, one Spanish sentence, or an empty string.
    """

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UserError(RetentionCoachError):
    """The user's input cannot be used as it is."""

    exit_code = 2


class InvalidInputError(UserError):
    """Input that does not fit, with every problem found, not only the first.

    Args:
        message: what as a whole cannot be used.
        problems: one Spanish sentence for each problem: where, what was found, what was expected.
        hint: what to do.
    """

    def __init__(self, message: str, *, problems: Sequence[str] = (), hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        lines = [self.message, *(f"  - {problem}" for problem in self.problems), self.hint]
        return "\n".join(line for line in lines if line)


class PromptError(UserError):
    """A prompt template is missing, malformed or asks for a value its step does not supply."""


class StateError(UserError):
    """The session is not in a state in which this can be done."""


class StorageError(UserError):
    """Something about sessions on disk."""


class SessionNotFoundError(StorageError):
    """No session has this id."""


class AmbiguousSessionError(StorageError):
    """Several sessions begin with this prefix."""


class SessionUnreadableError(StorageError):
    """The file is damaged or not a session. It is left where it is."""


class SessionTooNewError(StorageError):
    """The file was written by a newer version of this program."""


class SessionLockedError(StorageError):
    """Another process holds the session's lock."""


class StaleRevisionError(StorageError):
    """Another writer saved the session after it was read here."""


class SaveFailedError(StorageError):
    """The operating system refused the write; the earlier version is intact."""


class EngineError(RetentionCoachError):
    """The engine could not answer a step.

    Args:
        message: what happened, one Spanish sentence.
        hint: what to do.
        error_class: a short code for the attempt ledger, such as `rate_limit`.
    """

    exit_code = 3

    def __init__(self, message: str, *, hint: str = "", error_class: str = "engine") -> None:
        super().__init__(message, hint=hint)
        self.error_class = error_class


class ReplyInvalidError(EngineError):
    """The reply does not fit the model of its step."""


class KnowledgeError(RetentionCoachError):
    """The knowledge base is inconsistent: an unknown id, a missing source, a bad date."""

    exit_code = 2
