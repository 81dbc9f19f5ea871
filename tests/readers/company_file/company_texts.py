"""Company files as text, and the form they are read with."""

import datetime as dt
from functools import cache

from retention_coach.knowledge.loader import load
from retention_coach.readers.form.form import Form, profile_form

TODAY = dt.date(2026, 11, 20)

COMPANY = """\
empresa: Transandina Carga S.A.
servicios: Transporte refrigerado de flores
beneficio_principal: La flor llega sin romper la cadena de frío
perfil_cliente: Fincas medianas que exportan
industria: Transporte
canton: Quito
modelo_relacion: recurrente
mes_inicio: 2027-01
"""
"""The least that makes a profile: eight lines."""


@cache
def form() -> Form:
    """The form as on a day of November 2026."""
    return profile_form(load(), TODAY)
