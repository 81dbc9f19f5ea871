"""The text by which a customer agrees: exactly what is used, where, for how long, and how to take it back."""

import re

from retention_coach.spanish.formats import join_words
from retention_coach.spanish.words import fold

SALES = "propuestas y reuniones con posibles clientes"
"""Where most of it is shown."""

_FEMININE = re.compile(
    r"(?:cooperativa|mutualista|compania|empresa|exportadora|importadora|distribuidora|comercializadora|constructora"
    r"|asociacion|fundacion|corporacion|clinica|agencia|agricola|floricola|camaronera|hosteria|hacienda"
    r"|firma|caja|aseguradora|universidad|transportadora|productora|procesadora|curtiduria|imprenta|ferreteria)\b"
)
_MASCULINE = re.compile(
    r"(?:banco|hotel|grupo|consorcio|instituto|hospital|laboratorio|estudio|taller|centro|colegio|consultorio"
    r"|almacen|ingenio|fideicomiso|gremio)\b"
)


def consent(
    company: str,
    uses: str,
    where: str,
    *,
    parts: tuple[str, ...] = (),
    excluded: str = "",
    is_lender: bool = False,
) -> str:
    """A permission that names its use, in the first person of the one who signs.

    Args:
        company: who may use it.
        uses: what is used, as it follows «Autorizo a … a».
        where: where it is shown, as it follows «solo en».
        parts: what may be accepted piece by piece («nombre de la empresa»); none where there is one thing only.
        excluded: what the customer asked to keep out, in the company's own words; empty if nothing.
        is_lender: whether the company keeps the customers' money or lends to them, so that even having an account is
            told only with permission, and amounts never.
    """
    pieces = (*parts, "que tengo un crédito o una cuenta en la entidad") if is_lender else parts
    apart = f" Marco por separado lo que acepto: {join_words(pieces)}." if pieces else ""
    kept_out = f" Queda fuera lo que pedí reservar («{excluded}»)." if excluded else ""
    amounts = " No autorizo que se diga ningún monto de mis créditos ni de mis cuentas." if is_lender else ""
    return (
        f"Autorizo {to_company(company)} a {uses}, solo en {where} y durante un año.{apart}{kept_out}{amounts} Lo hago "
        "libremente, sin recibir nada a cambio, y puedo retirarlo cuando quiera con un mensaje, sin dar motivos."
    )


def nothing_signed(asks: str) -> str:
    """What stands in place of a permission where nothing is published; `asks` is what is still asked aloud."""
    return f"No se firma nada, porque nada se publica. {asks}"


def to_company(company: str) -> str:
    """«a la Cooperativa …», «al Banco …», «a Balanza Norte …»: the article that the name's first word wants."""
    said = fold(company)
    if said.startswith("la "):
        return f"a {company}"
    if _FEMININE.match(said):
        return f"a la {company}"
    return f"al {company}" if _MASCULINE.match(said) else f"a {company}"


def of_company(company: str) -> str:
    """«de la Cooperativa …», «del Banco …», «de Balanza Norte …»."""
    to = to_company(company)
    return f"de{to[1:]}"
