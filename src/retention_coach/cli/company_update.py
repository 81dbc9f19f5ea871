"""What a company file changes in a session: the fields it gives win, and what it does not mention stays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retention_coach.cli.typed_fields import typed_fields
from retention_coach.domain.profile import Profile
from retention_coach.domain.session import Session
from retention_coach.errors import InvalidInputError
from retention_coach.readers.company_file.reader import CompanyFile
from retention_coach.readers.form.contacts import show_contacts_by_customer
from retention_coach.readers.form.figure_fields import PREFIX
from retention_coach.readers.form.form import Form
from retention_coach.report.evidence_wording import lower_first
from retention_coach.spanish.words import fold


@dataclass(frozen=True, slots=True)
class CompanyUpdate:
    """The profile of a company file over that of a session."""

    form: Form
    company: CompanyFile

    def profile(self, session: Session) -> Profile:
        """The session's profile with the fields of the file in it.

        Raises:
            InvalidInputError: what the file says and what the session keeps cannot both be true.
        """
        changed = self._changed(session)
        if session.profile is not None and not changed:
            return session.profile
        kept = typed_fields(session, self.form)
        if not kept:
            return self.company.profile
        if "accounts" in changed and session.profile is not None:
            # The file numbers its accounts from one: a contact that is kept must still mean the same customer.
            kept["contacts"] = show_contacts_by_customer(session.profile.contacts, session.profile.accounts)
        return self.form.assemble({**kept, **self.company.given})

    def typed(self, session: Session) -> Iterator[tuple[str, str | None]]:
        """The fields that were typed in the session and that the file says otherwise."""
        for field_id, text in self.company.given.items():
            if field_id in session.intake and session.intake[field_id] != text:
                yield field_id, text

    def changed_names(self, session: Session) -> tuple[str, ...]:
        """How a person calls the fields that the file changes, in the order of the form."""
        changed = self._changed(session)
        return tuple(lower_first(field.label) for field in self.form.fields if field.id in changed)

    def _changed(self, session: Session) -> frozenset[str]:
        kept = typed_fields(session, self.form)
        return frozenset(field_id for field_id in self.company.given if not self._is_same(field_id, kept))

    def _is_same(self, field_id: str, kept: dict[str, str | None]) -> bool:
        text, before = self.company.given[field_id], kept.get(field_id)
        if not text and not before:
            return field_id in kept or not field_id.startswith(PREFIX)  # only a figure keeps that it was asked
        field = self.form.field(field_id)
        if not text or not before or field is None:
            return False
        try:
            return bool(text == before or field.parse(text) == field.parse(before))
        except InvalidInputError:
            return False  # what was typed before was no answer


def refuse_other_company(session: Session, profile: Profile, to_correct: str) -> None:
    """Let pass the company of the session, and any company where the session has none yet.

    Args:
        session: the session that is to be updated.
        profile: the profile of the file.
        to_correct: the command with which the session's own name can be corrected.

    Raises:
        InvalidInputError: the file is of another company, by its name or its RUC.
    """
    known = session.profile.company if session.profile else session.intake.get("company")
    ruc = session.profile.ruc if session.profile else session.intake.get("ruc")
    hint = (
        "Para otra empresa, repita la orden sin --session. Si es la misma y cambió ese dato, corríjalo antes con: "
        f"{to_correct}"
    )
    if known and _plain(known) != _plain(profile.company):
        raise InvalidInputError(f"La sesión es de «{known}» y el archivo es de «{profile.company}».", hint=hint)
    if ruc and profile.ruc and re.sub(r"\D", "", ruc) != profile.ruc:
        raise InvalidInputError(f"La sesión es del RUC {ruc} y el archivo es del RUC {profile.ruc}.", hint=hint)


def _plain(name: str) -> str:
    """The name without accents, capitals, or what stands between its letters."""
    return re.sub(r"[\W_]+", "", fold(name))
