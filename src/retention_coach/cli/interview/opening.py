"""How a sitting begins: a new company, one from a file, or a session taken up again."""

from dataclasses import dataclass, replace

from retention_coach.chain.coach import Coach
from retention_coach.chain.events import FieldGiven
from retention_coach.cli.interview.case_file import CaseFile
from retention_coach.cli.interview.dialogue import Dialogue, Said
from retention_coach.cli.interview.showing import show_help
from retention_coach.cli.interview.sources import Ask, Interrupted
from retention_coach.errors import InvalidInputError
from retention_coach.readers.company_file.reader import CompanyFile
from retention_coach.readers.form.field import FormField
from retention_coach.readers.form.form import Form, profile_form
from retention_coach.report.standing import local_date
from retention_coach.spanish.sentences import ended


@dataclass(frozen=True, slots=True)
class Opening:
    """What the interview begins with; at most one of `session` and the others is given.

    Attributes:
        company: the name of a new company.
        known: what a file says of the company; what it gives is not asked.
        session: the id of a session, or its beginning.
    """

    company: str | None = None
    known: CompanyFile | None = None
    session: str | None = None


async def open_case(coach: Coach, opening: Opening, dialogue: Dialogue) -> CaseFile:
    """The case to work on, with what is known beforehand in it as if it had been typed.

    A new session is created; the company's name is asked for if nobody gave it.

    Raises:
        InvalidInputError: options that exclude each other, or a name that is none.
        SessionNotFoundError, AmbiguousSessionError, SessionUnreadableError: the session cannot be opened.
        Interrupted, InputEnded: before there was anything to save.
    """
    if opening.session is not None:
        if opening.company is not None or opening.known is not None:
            raise InvalidInputError(
                "Una sesión que ya existe no admite otra empresa ni otro perfil.",
                hint="Use --session solo, o --company y --profile para una sesión nueva.",
            )
        session = await coach.store.load(await coach.store.find(opening.session))
        return CaseFile(coach, session, asks_follow_ups=dialogue.source.is_live)
    form = profile_form(coach.knowledge, local_date(coach.clock.now()))
    known = form.intake_of(opening.known.profile) if opening.known else {}
    if opening.company is not None:
        known["company"] = _name(form, Said(opening.company))
    name = known.get("company") or await _ask_name(form, dialogue)
    case = CaseFile(coach, await coach.create(name), asks_follow_ups=dialogue.source.is_live)
    for field_id, text in {"company": name, **known}.items():
        await case.record(FieldGiven(field_id, text, coach.clock.now()))
    for echo in opening.known.understood if opening.known else ():
        dialogue.terminal.say(ended(f"Entendí: {echo}"), "good")
    return case


async def _ask_name(form: Form, dialogue: Dialogue) -> str:
    field = _name_field(form)
    terminal = dialogue.terminal
    terminal.say()
    terminal.say(field.question, "strong")
    ask = Ask("›")
    while True:
        said = await dialogue.ask(
            ask,
            help_text=lambda: show_help(terminal, field.help, field.examples),
            summary=lambda: terminal.say("Todavía no hay nada respondido."),
        )
        try:
            return _name(form, said)
        except InvalidInputError as error:
            dialogue.complain(error)
            ask = replace(ask, default=said.text)


def _name(form: Form, said: Said) -> str:
    """The company's name as the form reads it.

    Raises:
        InvalidInputError: it is none, or an order that leads nowhere before there is a session.
        Interrupted: the person leaves.
    """
    match said.order.name if said.order else "":
        case "":
            return str(_name_field(form).parse(said.text))
        case "pausa":
            raise Interrupted("", 0)
        case "volver":
            raise InvalidInputError("Esta es la primera pregunta: no hay a dónde volver.")
        case _:
            raise InvalidInputError(
                "Esa orden no se usa todavía: hace falta el nombre de la empresa.", hint="Aquí sirven /ayuda y /pausa."
            )


def _name_field(form: Form) -> FormField:
    return next(field for field in form.fields if field.id == "company")
