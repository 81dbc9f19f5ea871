"""The text by which a customer agrees: exactly what is used, where, for how long, and how to take it back."""

from retention_coach.spanish.formats import join_words

SALES = "propuestas y reuniones con posibles clientes"
"""Where most of it is shown."""


def consent(company: str, uses: str, where: str, *, parts: tuple[str, ...] = (), excluded: str = "") -> str:
    """A permission that names its use.

    Args:
        company: who may use it.
        uses: what is used, as it follows «Autorizo a … a».
        where: where it is shown, as it follows «solo en».
        parts: what may be accepted piece by piece («nombre de la empresa»); none where there is one thing only.
        excluded: what the customer asked to keep out, in the company's own words; empty if nothing.
    """
    apart = f" Marco por separado lo que acepto: {join_words(parts)}." if parts else ""
    kept_out = f" Queda fuera lo que pedí reservar («{excluded}»)." if excluded else ""
    return (
        f"Autorizo a {company} a {uses}, solo en {where} y durante un año.{apart}{kept_out} Lo hago libremente, sin "
        "recibir nada a cambio, y puedo retirarlo cuando quiera con un mensaje, sin dar motivos."
    )
