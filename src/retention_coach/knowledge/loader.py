"""Reads the compiled knowledge base that the package carries."""

from functools import cache
from importlib.resources import files

from pydantic import ValidationError

from retention_coach.errors import KnowledgeError
from retention_coach.knowledge.base import Knowledge

COMPILED = "data/knowledge.json"


@cache
def load() -> Knowledge:
    """The knowledge base; read once in a process.

    Raises:
        KnowledgeError: the compiled file is absent, or is not what this version of the program wrote.
    """
    resource = files("retention_coach.knowledge").joinpath(COMPILED)
    try:
        return Knowledge.model_validate_json(resource.read_bytes())
    except (OSError, ValidationError) as error:
        raise KnowledgeError(
            f"No se puede leer la base de conocimiento del programa ({COMPILED}).",
            hint="Vuelva a instalar retention-coach; si edita las fuentes, compílelas de nuevo.",
        ) from error
