"""The leading part of a session file: enough for a listing and for a revision check, for the price of one block."""

from codecs import utf_8_decode
from datetime import datetime

from pydantic import BaseModel, ConfigDict, StrictInt
from pydantic_core import from_json

from retention_coach.domain.session import Summary
from retention_coach.storage.regular_file import Ends


class Leading(BaseModel):
    """The first members of the document."""

    model_config = ConfigDict(frozen=True)

    schema_version: StrictInt
    id: str
    revision: StrictInt
    updated_at: datetime
    summary: Summary


def parse_leading(ends: Ends) -> Leading | None:
    """The leading members, or None where these bytes do not tell: the whole file must then be read.

    The tail is looked at as well, because what a power cut leaves behind is a good beginning with nothing or zeros
    after it; damage in between is found when the session is loaded. As written here, only the last brace of a
    document stands at the start of a line.
    """
    if not ends.whole and not ends.tail.rstrip().endswith(b"\n}"):
        return None
    try:
        # Not final: the block may end in the middle of a character.
        text, _ = utf_8_decode(ends.head, "strict", ends.whole)
        return Leading.model_validate(from_json(text, allow_partial=not ends.whole))
    except ValueError:  # pydantic's ValidationError is one
        return None
