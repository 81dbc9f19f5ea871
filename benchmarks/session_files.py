"""A finished session as a file, once or many times."""

from pathlib import Path

from retention_coach.domain.session import Session


def file_bytes(session: Session) -> bytes:
    """The session as the store writes it."""
    return session.model_dump_json(indent=1).encode() + b"\n"


def write_copies(session: Session, folder: Path, copies: int) -> list[Path]:
    """Fill `folder` with files of the same session under different ids, and return them in order."""
    data = file_bytes(session)
    own_id = f'"id": "{session.id}"'.encode()
    paths = [folder / f"empresa-{number:06d}.json" for number in range(copies)]
    for path in paths:
        path.write_bytes(data.replace(own_id, f'"id": "{path.stem}"'.encode(), 1))
    return paths
