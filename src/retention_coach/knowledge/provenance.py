"""Where a knowledge entry comes from and how long it holds."""

from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict, Field, model_validator

EXPIRES_SOON = timedelta(days=90)
"""How long before the end of its validity an entry is due to be verified again."""


class Entry(BaseModel):
    """Base of every knowledge entry: addressable by id, dated, and honest about its source.

    `source` holds an address that was read, or is empty; then `professional_judgement` is true and the
    interview asks the company to confirm the content.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    id: str = Field(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$", description="Identificador estable y citable.")
    source: str = Field(default="", description="Dirección de la fuente leída; vacía si no hay.")
    professional_judgement: bool = Field(
        default=False, description="Criterio profesional, por confirmar con la empresa."
    )
    verified_on: date = Field(description="Fecha en que se verificó la entrada.")
    valid_until: date | None = Field(default=None, description="Fecha hasta la que vale; None si no caduca.")

    @property
    def prefix(self) -> str:
        """What kind of entry it is: the first part of its id (`play`, `sector`)."""
        return self.id.partition(".")[0]

    @model_validator(mode="after")
    def _has_a_source_or_says_so(self) -> "Entry":
        if bool(self.source) == self.professional_judgement:
            raise ValueError(f"«{self.id}» debe citar una fuente o declararse criterio profesional, no ambos")
        return self
