"""Who the company is: what a consultant knows before the first question."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, field_validator

from retention_coach.domain.base import Stored
from retention_coach.domain.figures import CompanyFigures
from retention_coach.domain.text import LongText, Name, ShortText

Size = Literal["micro", "small", "medium", "large"]
RelationshipModel = Literal["contract", "recurring", "project"]


class TeamMember(Stored):
    """Someone of the company who can work on retention."""

    role: Name = Field(description="Cargo o función de la persona.")
    hours_per_month: float = Field(ge=0, le=744, description="Horas al mes que puede dedicar a retención.")
    months_off: tuple[Annotated[int, Field(ge=1, le=12)], ...] = Field(
        default=(), max_length=12, description="Meses del año (1 a 12) en que no tiene horas."
    )

    def hours_in(self, period: str) -> float:
        """Hours in a month given as `aaaa-mm`; none in the months off."""
        return 0.0 if int(period[5:]) in self.months_off else self.hours_per_month

    @field_validator("months_off")
    @classmethod
    def _months_are_in_order(cls, value: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sorted(set(value)))


class Contact(Stored):
    """A person at one of the company's customers, in a business role."""

    id: str = Field(pattern=r"^P\d{1,3}$", description="Identificador del contacto.")
    title: ShortText = Field(default="", description="Título profesional, por ejemplo Ing. o Dra.")
    name: Name = Field(description="Nombre y apellido.")
    role: ShortText = Field(default="", description="Cargo en su empresa.")
    account_id: str | None = Field(default=None, description="Cuenta a la que pertenece.")


class Segment(Stored):
    """A group of customers that the company treats alike."""

    name: Name = Field(description="Nombre del segmento.")
    customers: int | None = Field(default=None, ge=0, description="Cuántos clientes tiene; vacío si no se sabe.")
    description: ShortText = Field(default="", description="Qué los distingue.")


class Account(Stored):
    """A customer that matters by name."""

    id: str = Field(pattern=r"^C\d{1,3}$", description="Identificador de la cuenta.")
    customer: Name = Field(description="Nombre del cliente.")
    annual_revenue_usd: float | None = Field(default=None, ge=0, description="Facturación anual en USD.")
    renewal_date: date | None = Field(default=None, description="Fecha de renovación o de fin de contrato.")
    risk: Literal["low", "medium", "high"] | None = Field(default=None, description="Riesgo percibido de pérdida.")
    segment: Name | None = Field(default=None, description="Segmento al que pertenece.")


class Profile(Stored):
    """The company: its own sector and canton, and those of its customers, apart."""

    company: Name = Field(description="Nombre de la empresa.")
    ruc: str | None = Field(default=None, description="RUC de 13 dígitos, opcional.")
    services: LongText = Field(description="Servicios que ofrece.")
    main_benefit: LongText = Field(description="Beneficio principal: el valor que aporta.")
    customer_profile: LongText = Field(description="Perfil de cliente: su audiencia objetivo.")
    industry: Name = Field(description="Industria de la empresa.")
    canton: Name = Field(description="Cantón donde trabaja la empresa.")
    customer_industries: tuple[Name, ...] = Field(default=(), max_length=12, description="Industrias de sus clientes.")
    customer_cantons: tuple[Name, ...] = Field(default=(), max_length=24, description="Cantones de sus clientes.")
    size: Size | None = Field(default=None, description="Tamaño de la empresa.")
    relationship_model: RelationshipModel = Field(
        description="Modelo de relación: contrato con plazo, recurrente sin contrato, o por proyecto."
    )
    inactivity_days: int | None = Field(
        default=None, ge=1, le=1095, description="Días sin comprar tras los que un cliente se da por perdido."
    )
    start_month: str = Field(pattern=r"^20\d{2}-(0[1-9]|1[0-2])$", description="Primer mes del plan, aaaa-mm.")
    team: tuple[TeamMember, ...] = Field(default=(), max_length=20, description="Equipo y horas al mes.")
    budget_usd: float | None = Field(
        default=None, ge=0, le=100_000_000, description="Presupuesto en USD para los seis meses; vacío si no se sabe."
    )
    contacts: tuple[Contact, ...] = Field(default=(), max_length=100, description="Contactos en los clientes.")
    segments: tuple[Segment, ...] = Field(default=(), max_length=20, description="Segmentos de clientes.")
    accounts: tuple[Account, ...] = Field(default=(), max_length=100, description="Cuentas que importan.")
    figures: CompanyFigures = Field(default_factory=CompanyFigures, description="Cifras de la empresa.")

    @field_validator("ruc")
    @classmethod
    def _ruc_has_its_form(cls, value: str | None) -> str | None:
        # The checksum is no ground for refusal: real companies fail it (third digit 6 or 9).
        if value is None:
            return None
        if len(value) != 13 or not value.isascii() or not value.isdigit() or value.endswith("000"):
            raise ValueError("el RUC tiene 13 dígitos y no termina en 000")
        if int(value[:2]) not in {*range(1, 25), 30, 50}:
            raise ValueError("los dos primeros dígitos del RUC son los de una provincia (01 a 24, 30 o 50)")
        return value

    @field_validator("team")
    @classmethod
    def _roles_are_distinct(cls, value: tuple[TeamMember, ...]) -> tuple[TeamMember, ...]:
        roles = [member.role.casefold() for member in value]
        if len(roles) != len(set(roles)):
            raise ValueError("cada cargo del equipo aparece una sola vez")
        return value

    @field_validator("accounts", "contacts")
    @classmethod
    def _ids_are_distinct(cls, value: tuple[Account, ...] | tuple[Contact, ...]) -> object:
        ids = [item.id for item in value]
        if len(ids) != len(set(ids)):
            raise ValueError("los identificadores se repiten")
        return value
