"""Answers typed by a person at a terminal: several lines, pasting, correcting, and nothing lost on the way out."""

import asyncio
from typing import TYPE_CHECKING, Any

from retention_coach.cli.interview.interruption import Interruption
from retention_coach.cli.interview.orders import split_order
from retention_coach.cli.interview.sources import Ask, InputEnded, Interrupted

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.key_binding import KeyBindings

CTRL_C = 130
WINDOW_GONE = 129


class KeyboardSource:
    """Reads answers from the terminal of this process.

    Enter sends a short answer; a long one is sent by an Enter on an empty line, by Ctrl-D or by Esc+Enter. Pasted text
    arrives whole, blank lines included, from every terminal that marks a paste; where one does not, `is_paste` takes
    Enter's power to send away.
    """

    is_live = True
    place = ""

    def __init__(self, interruption: Interruption) -> None:
        self._interruption = interruption

    async def read(self, ask: Ask) -> str:
        """What the person sends.

        Raises:
            Interrupted: Ctrl-C, or a signal to end; with what was typed.
            InputEnded: Ctrl-D on an empty answer.
        """
        prompt = _prompt(ask)
        try:
            text = await prompt.prompt_async(
                [("bold", f"{ask.mark} ")],
                default=ask.default,
                set_exception_handler=False,
                handle_sigint=False,  # `Interruption` does, also between two prompts
                prompt_continuation=lambda width, _line, _wrapped: " " * width,
            )
        except asyncio.CancelledError:
            code = self._interruption.acknowledge()
            if code is None:
                raise
            raise Interrupted(prompt.default_buffer.text.strip(), code) from None
        except (EOFError, OSError) as error:  # the window is gone
            code = self._interruption.acknowledge() or WINDOW_GONE
            raise Interrupted(prompt.default_buffer.text.strip(), code) from error
        return str(text).strip()


def _prompt(ask: Ask) -> "PromptSession[str]":
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import DummyHistory
    from prompt_toolkit.output import create_output
    from prompt_toolkit.output.vt100 import Vt100_Output

    output = create_output()
    if isinstance(output, Vt100_Output):
        output.enable_cpr = False  # else terminals that do not answer get a warning, in English
    return PromptSession(multiline=True, key_bindings=_keys(ask), history=DummyHistory(), output=output)


def _keys(ask: Ask) -> "KeyBindings":
    from prompt_toolkit.key_binding import KeyBindings

    keys = KeyBindings()

    @keys.add("enter")
    def _enter(event: Any) -> None:
        buffer = event.current_buffer
        if _is_sent_by_enter(buffer, ask):
            event.app.exit(result=buffer.text)
        else:
            buffer.newline(copy_margin=False)

    @keys.add("escape", "enter")
    def _send(event: Any) -> None:
        event.app.exit(result=event.current_buffer.text)

    @keys.add("c-d")
    def _send_or_leave(event: Any) -> None:
        text = event.current_buffer.text
        if text.strip():
            event.app.exit(result=text)
        else:
            event.app.exit(exception=InputEnded())

    @keys.add("c-c")
    def _stop(event: Any) -> None:
        event.app.exit(exception=Interrupted(event.current_buffer.text.strip(), CTRL_C))

    return keys


def _is_sent_by_enter(buffer: "Buffer", ask: Ask) -> bool:
    if ask.is_paste:
        return False
    if not ask.is_long or split_order(buffer.text.strip()):
        return True
    document = buffer.document
    return document.is_cursor_at_the_end and not document.current_line.strip()
