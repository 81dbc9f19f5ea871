"""How a sitting begins: a new company, one from a file, or a session taken up again."""

from dataclasses import dataclass

from retention_coach.chain.coach import Coach
from retention_coach.chain.events import FieldGiven
from retention_coach.cli.interview.case_file import CaseFile
from retention_coach.cli.interview.dialogue import Dialogue
from retention_coach.cli.interview.sources import Ask
from retention_coach.errors import InvalidInputError
from retention_coach.readers.company_file.reader import CompanyFile
from retention_coach.readers.form.field import FormField
from retention_coach.readers.form.form import Form, profile_form
from retention_coach.report.standing import local_date


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
        return CaseFile(coach, await coach.store.load(await coach.store.find(opening.session)))
    form = profile_form(coach.knowledge, local_date(coach.clock.now()))
    known = form.intake_of(opening.known.profile) if opening.known else {}
    if opening.company is not None:
        known["company"] = _name(form, opening.company)
    name = known.get("company") or await _ask_name(form, dialogue)
    case = CaseFile(coach, await coach.create(name))
    for field_id, text in {"company": name, **known}.items():
        await case.record(FieldGiven(field_id, text, coach.clock.now()))
    return case


async def _ask_name(form: Form, dialogue: Dialogue) -> str:
    field = _name_field(form)
    dialogue.terminal.say()
    dialogue.terminal.say(field.question, "strong")
    while True:
        text = await dialogue.source.read(Ask("›"))
        try:
            return _name(form, text)
        except InvalidInputError as error:
            dialogue.complain(error)


def _name(form: Form, text: str) -> str:
    """The company's name as the form reads it.

    Raises:
        InvalidInputError: it is none.
    """
    if not text.strip():
        raise InvalidInputError("Falta el nombre de la empresa.", hint="Escríbalo, por ejemplo: Transandina Carga S.A.")
    return str(_name_field(form).parse(text))


def _name_field(form: Form) -> FormField:
    return next(field for field in form.fields if field.id == "company")
