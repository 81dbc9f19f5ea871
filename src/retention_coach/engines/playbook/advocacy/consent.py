"""The text by which a customer agrees: exactly what is used, where, for how long, and how to take it back."""


def consent(company: str, uses: str, where: str, excluded: str = "") -> str:
    """A permission that names its use.

    Args:
        company: who may use it.
        uses: what is used, as it follows «Autorizo a … a».
        where: where it is shown, as it follows «solo en».
        excluded: what the customer asked to keep out, in the company's own words; empty if nothing.
    """
    kept_out = f" Queda fuera lo que pedí reservar («{excluded}»)." if excluded else ""
    return (
        f"Autorizo a {company} a {uses}, solo en {where} y por un año. Marco por separado lo que acepto: nombre de mi "
        f"empresa, logotipo, mi nombre y cargo, mis palabras y las cifras.{kept_out} Lo hago libremente, sin recibir "
        "nada a cambio, y puedo retirarlo cuando quiera con un mensaje, sin dar motivos."
    )
