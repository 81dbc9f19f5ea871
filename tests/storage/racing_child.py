"""Program of a test: saves the same session as another process until it has reached a revision.

Arguments: the folder and the last revision. Waits for a line on standard input, so that both start together; prints
the revisions that it wrote.
"""

import asyncio
import sys
from pathlib import Path

from retention_coach.errors import StaleRevisionError
from retention_coach.storage.json_folder import JsonFolderStore


async def race(folder: Path, last: int) -> list[int]:
    """The revisions that this process won."""
    store = JsonFolderStore(folder)
    won: list[int] = []
    while (session := await store.load("acme-1")).revision < last:
        try:
            won.append((await store.save(session, expected_revision=session.revision)).revision)
        except StaleRevisionError:
            continue
    return won


if __name__ == "__main__":
    print("ready", flush=True)  # noqa: T201 - read by the test
    sys.stdin.readline()
    print(*asyncio.run(race(Path(sys.argv[1]), int(sys.argv[2]))))  # noqa: T201 - read by the test
