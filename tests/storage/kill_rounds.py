"""Program of a test: kills a saving process again and again, and reads the session after each kill.

Arguments: the folder and the number of rounds. Every saver is a real process, forked because starting an
interpreter for each would take most of the time. Prints the revision at which it ended.
"""

import asyncio
import os
import select
import signal
import sys
import time
from pathlib import Path

from stored_sessions import large_session

from retention_coach.domain.session import Session
from retention_coach.storage.json_folder import JsonFolderStore


def labelled(session: Session, revision: int) -> Session:
    """The session as it is saved in this revision: a mixture of two would show."""
    summary = session.summary.model_copy(update={"company": f"Empresa {revision}"})
    drafts = session.interview.model_copy(update={"drafts": {"Q9": f"Borrador {revision}"}})
    return session.model_copy(update={"summary": summary, "interview": drafts})


async def keep_saving(folder: Path, acknowledgements: int) -> None:
    """Save for ever, and say so after each save."""
    store = JsonFolderStore(folder)
    session = await store.load("acme-1")
    while True:
        revision = session.revision
        session = await store.save(labelled(session, revision + 1), expected_revision=revision)
        os.write(acknowledgements, f"{session.revision}\n".encode())


def killed_after(folder: Path, seconds: float) -> list[int]:
    """The revisions that a saver acknowledged before it was killed, `seconds` after its first one."""
    reader, writer = os.pipe()
    saver = os.fork()
    if saver == 0:
        asyncio.run(keep_saving(folder, writer))
    os.close(writer)
    received = os.read(reader, 65536)
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if select.select([reader], [], [], left)[0]:
            received += os.read(reader, 65536)
    os.kill(saver, signal.SIGKILL)
    os.waitpid(saver, 0)
    while more := os.read(reader, 65536):
        received += more
    os.close(reader)
    return [int(line) for line in received.split()]


def main(folder: Path, rounds: int) -> int:
    """Returns the last revision, after `rounds` kills."""
    store = JsonFolderStore(folder)
    seed = labelled(large_session("acme-1", megabytes=1), 1)
    last = asyncio.run(store.save(seed, expected_revision=0)).revision
    for number in range(rounds):
        acknowledged = killed_after(folder, seconds=number * 0.0037)
        session = asyncio.run(store.load("acme-1"))
        last = session.revision
        # The kill may fall between a save and its acknowledgement, hence one more.
        if last not in {acknowledged[-1], acknowledged[-1] + 1}:
            raise SystemExit(f"round {number}: acknowledged {acknowledged[-1]}, on disk {last}")
        if session != labelled(session, last):
            raise SystemExit(f"round {number}: a mixture of revisions")
    return last


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), int(sys.argv[2])))  # noqa: T201 - read by the test
