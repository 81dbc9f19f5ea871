"""How a signal is told in a diagnosis."""

from typing import Self

from pydantic import Field, model_validator

from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.knowledge.provenance import Entry


class Reading(Entry):
    """What a signal means for this company, in one sentence: with the company's words, or without."""

    code: Signal
    said: str = Field(description="La frase, con las palabras de la empresa en {quote}.")
    unsaid: str = Field(description="La frase, cuando no hay palabras que repetir.")

    @model_validator(mode="after")
    def _quotes_once(self) -> Self:
        if self.said.count("{quote}") != 1 or "{" in self.unsaid:
            raise ValueError(f"«{self.id}»: solo `said` lleva {{quote}}, una vez")
        return self
