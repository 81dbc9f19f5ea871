"""What is understood of an answer once a person has looked at it.

What a person took away is neither shown nor denied by that answer; what a person added is shown, with no words.
"""

from retention_coach.domain.interview import AnsweredQuestion, Corrections
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.vocabulary import SIGNALS
from retention_coach.understanding.found import SignalFound, Understanding
from retention_coach.understanding.understand import understand


def understood(answer: AnsweredQuestion, knowledge: Knowledge) -> Understanding:
    """The understanding of the answer's text with its corrections; nothing for «no sé»."""
    found, corrections = understand(answer.text or "", knowledge), answer.corrections
    removed = {*corrections.removed, *corrections.added}
    added = (SignalFound(code, "", 0, 0, hedged=False) for code in SIGNALS if code in corrections.added)
    return Understanding(
        signals=(*(item for item in found.signals if item.code not in removed), *added),
        denied=tuple(item for item in found.denied if item.code not in removed),
        quantities=tuple(item for item in found.quantities if item.words not in corrections.wrong_figures),
        hedged=found.hedged,
    )


def fitting(corrections: Corrections, text: str, knowledge: Knowledge) -> Corrections:
    """The corrections that change anything in what is understood of the text, each once."""
    read = understand(text, knowledge)
    shown = {item.code for item in read.signals}
    present = shown | {item.code for item in read.denied}
    figures = {item.words for item in read.quantities}
    return Corrections(
        removed=tuple(code for code in SIGNALS if code in corrections.removed and code in present),
        added=tuple(code for code in SIGNALS if code in corrections.added and code not in shown),
        wrong_figures=tuple(words for words in dict.fromkeys(corrections.wrong_figures) if words in figures),
    )


def carried_over(corrections: Corrections, before: str, after: str, knowledge: Knowledge) -> Corrections:
    """The corrections of an answer that still hold after it was typed anew: those of what is read as it was before."""
    was, now = _words_by_signal(before, knowledge), _words_by_signal(after, knowledge)
    same = {code for code in SIGNALS if was.get(code) == now.get(code)}
    kept = Corrections(
        removed=tuple(code for code in corrections.removed if code in same),
        added=tuple(code for code in corrections.added if code in same),
        wrong_figures=corrections.wrong_figures,
    )
    return fitting(kept, after, knowledge)


def _words_by_signal(text: str, knowledge: Knowledge) -> dict[str, set[str]]:
    read = understand(text, knowledge)
    found: dict[str, set[str]] = {}
    for item in (*read.signals, *read.denied):
        found.setdefault(item.code, set()).add(item.words)
    return found
