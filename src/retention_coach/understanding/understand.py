"""What a company's free text says, with the words that say it."""

from functools import lru_cache

from retention_coach.knowledge.base import Knowledge
from retention_coach.understanding.found import QuantityFound, SignalFound, Understanding
from retention_coach.understanding.hearing import Heard
from retention_coach.understanding.hedging import hedges
from retention_coach.understanding.quantities import figure_places, quantities
from retention_coach.understanding.signals import signals_in
from retention_coach.understanding.tokens import sentences


@lru_cache(maxsize=1024)
def understand(text: str, knowledge: Knowledge) -> Understanding:
    """The signals that a text shows and denies, its figures, and whether it says them as a guess.

    The text is what a person typed or said in Spanish, with or without accents, capitals and full stops. The same text
    always gives the same result, in time that grows with its length; the latest texts are remembered, because every
    step of the chain asks again.
    """
    signals: list[SignalFound] = []
    denied: list[SignalFound] = []
    figures: list[QuantityFound] = []
    places = figure_places(text)
    is_guess = False
    for tokens in sentences(text):
        heard = Heard(tokens, knowledge.speech)
        hedged = bool(hedges(heard))
        is_guess = is_guess or hedged
        figures += quantities(text, tokens, places, knowledge.speech)
        for seen in signals_in(heard, knowledge.speech):
            span = heard.words[seen.first].start, heard.words[seen.after - 1].end
            found = SignalFound(seen.code, text[slice(*span)], *span, hedged)
            (signals if seen.shown else denied).append(found)
    shown = {found.code for found in signals}
    return Understanding(
        tuple(signals), tuple(found for found in denied if found.code not in shown), tuple(figures), is_guess
    )
