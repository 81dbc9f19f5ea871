"""How people in business speak: the verbs they use, and the sets of words that mean the same here."""

from itertools import takewhile

from pydantic import Field

from retention_coach.knowledge.provenance import Entry
from retention_coach.spanish.conjugation import Departure


class VerbModel(Entry):
    """Verbs that are conjugated alike, with what they depart in from the rules (see `conjugation.Departure`)."""

    name: str
    verbs: tuple[str, ...] = Field(min_length=1, description="El primero da el modelo; los demás, su prefijo.")
    stressed: str = ""
    weak: str = ""
    first: str = ""
    present: str = ""
    subjunctive: str = ""
    preterite: str = ""
    imperfect: str = ""
    future: str = ""
    participle: str = ""
    gerund: str = ""
    also: str = ""

    def departure(self, verb: str) -> Departure:
        """What one of the verbs departs in: the model's forms with that verb's prefix («mantuv» from «tuv»)."""
        model = self.verbs[0]
        alike = takewhile(lambda letters: letters[0] == letters[1], zip(reversed(model), reversed(verb), strict=False))
        shared = len(list(alike))
        old, new = len(model) - shared, verb[: len(verb) - shared]

        def adapted(forms: str) -> str:
            return " ".join(new + form[old:] for form in forms.split())

        return Departure(
            stressed=self.stressed,
            weak=self.weak,
            first=adapted(self.first),
            present=adapted(self.present),
            subjunctive=adapted(self.subjunctive),
            preterite=adapted(self.preterite),
            imperfect=adapted(self.imperfect),
            future=adapted(self.future),
            participle=adapted(self.participle),
            gerund=adapted(self.gerund),
            also=adapted(self.also),
        )


class SynonymSet(Entry):
    """Words and phrases that say the same in what a company tells of its customers.

    Patterns name the set as `<key>`, where the key is what follows «synonym.» in the id. The phrases are patterns
    themselves (see `knowledge.patterns`).
    """

    name: str
    phrases: tuple[str, ...] = Field(min_length=1, description="Palabras y giros que dicen lo mismo.")

    @property
    def key(self) -> str:
        """The name by which patterns call the set."""
        return self.id.removeprefix("synonym.")
