"""The pattern that walks through prose and tells figures from the digits that are not figures.

It is matched against text without accents (`without_accents`) and without quotes. Each match is one piece: a figure
(groups `digits` or `words`) or something to step over (neither). Every repetition is bounded or possessive, so that
the time is linear in the text.
"""

import re

from retention_coach.spanish.formats import MONTHS
from retention_coach.spanish.notation import NUMERAL
from retention_coach.spanish.number_words import CARDINALS, HALVES

_ACCENTS = str.maketrans("áéíóúüÁÉÍÓÚÜ", "aeiouuAEIOUU")

_GAP = r"[\ \t\u00a0\u202f\n]{0,2}"
_SPACE = r"[\ \t\u00a0\u202f\n]{1,2}"
_MONTH = "|".join(MONTHS)
_MONTH_OR_SHORT = "|".join((*MONTHS, *(month[:3] for month in MONTHS)))
_IN_MONTH = rf"{_SPACE}de{_SPACE}(?:{_MONTH})\b(?:{_SPACE}del?{_SPACE}[0-9]{{4}}\b)?"
_WORD = "|".join(sorted((CARDINALS.keys() | HALVES | {"mil"}), key=len, reverse=True))
_DIGITS = rf"{NUMERAL}(?:(?=(?:k|h|hs|hrs|min)\b)|(?!\w))"  # «3k» and «24h» are figures, «2x1» and «4G» are not

# What makes a figure of a year or label: «2000 clientes», «este mes 3 clientes», «nivel 80 %».
_NOT_COUNTED = rf"""(?!
    {_GAP}(?:%|USD|US\$)
  | {_SPACE}(?:por{_SPACE}ciento|mil|millones|dolares|clientes|cuentas|empresas|compañias|contratos|personas|empleados|
      puntos|horas|minutos|dias|semanas|meses|años|veces|llamadas|visitas|unidades)\b
)"""

_SMALL = r"[0-9]{1,3}+(?!\w)(?![.,][0-9])"
_AND_MORE = rf"(?:{_GAP}(?:[,/–-]|\b(?:y|e|o|a|al)\b){_GAP}{_SMALL})"
_LABEL = r"""(?:
    mes | fase | paso | etapa | nivel | semana | trimestre | semestre | bimestre | dia | año | articulo | art\. | anexo
  | tabla | grafico | figura | pagina | pag\. | seccion | capitulo | opcion | alternativa | pregunta | estrategia
  | accion | version | prompt | clase | ejercicio | n\.?º | no\. | num\.
)"""
_LABELS = r"(?:meses|fases|pasos|etapas|niveles|semanas|trimestres|articulos|arts\.|paginas|dias|alternativas|acciones)"
_STANDARD = r"(?:ISO|IEC|NTE|INEN|NIIF|NIC|OHSAS|RUC|CIIU)"

PIECE = re.compile(
    rf"""
    https?://\S++
  | \+[0-9][0-9\ -]{{6,16}}                                                # telephone
  | (?<![\w.,])(?:
        [0-9]{{1,2}}[/-][0-9]{{1,2}}[/-](?:[0-9]{{4}}|[0-9]{{2}})(?!\w)     # 24/11/2026
      | (?:19|20)[0-9]{{2}}-[0-9]{{2}}(?:-[0-9]{{2}})?(?!\w)               # 2026-11-24, 2026-11
      | [0-9]{{1,2}}/[0-9]{{4}}(?!\w)                                      # 11/2026
      | [0-9]{{1,2}}(?:\.?º)?(?!\w){_AND_MORE}{{0,6}}{_IN_MONTH}        # 24 y 25 de noviembre
      | [0-9]{{1,2}}[\ /-](?:{_MONTH_OR_SHORT})\b                          # 24-nov
      | (?:[0-9]{{1,2}}{_GAP}(?:[–-]|\ba\b){_GAP})?[0-9]{{1,2}}:[0-9]{{2}}(?!\w)     # 10:00, 10 a 12:00
      | [0-9]{{1,2}}h[0-9]{{2}}(?!\w)                                      # 10h30
      | [0-9]{{1,2}}{_GAP}[ap]\.?{_GAP}m\b                                 # 10 a. m.
      | 24[/x]7(?:/365)?(?!\w)
      | [0-9]++\.?(?:[ºª°]|(?:er|era|ero|do|da|ra|ro|to|ta|vo|va|mo|ma|no|na)\b)     # 1.º, 2do
      | (?:19|20)[0-9]{{2}}(?!\w)(?![.,][0-9]){_NOT_COUNTED}               # a year
      | [0-9]{{10}}(?:[0-9]{{3}})?(?!\w)(?![.,][0-9])                      # cédula, telephone, RUC
    )
  | ^[\ \t]{{0,8}}[0-9]{{1,2}}(?:\)|\.-?)(?=[\ \t])                        # a numbered list
  | (?<!\w){_LABEL}{_GAP}{_SMALL}(?:{_AND_MORE}|{_SPACE}de{_SPACE}{_SMALL}){{0,6}}+{_NOT_COUNTED}
  | (?<!\w){_LABELS}{_SPACE}{_SMALL}{_AND_MORE}{{1,6}}+{_NOT_COUNTED}
  | (?<!\w)(?:{_STANDARD}[\ /-]{{1,2}}){{1,4}}[0-9][0-9:.-]*+
  | (?<!\w)(?P<words>(?:{_WORD})(?:{_SPACE}(?:y{_SPACE})?(?:{_WORD})){{0,6}}){_GAP}(?:%|\bpor{_SPACE}ciento\b)
  | (?:(?<![\w)%.,])(?P<sign>[-−]))?
    (?:(?<!\w)(?P<currency>USD|US\$|\$){_GAP})?
    (?<![\w.,])(?P<digits>{_DIGITS})
    (?:(?P<joiner>[–—-]|{_SPACE}(?:a|al|y|o){_SPACE})(?P<last>{_DIGITS}))?
    (?:{_GAP}(?P<scale>mil{_SPACE}millones|millones|millon|mil|k)\b)?
    (?:{_GAP}(?:de{_SPACE})?(?P<unit>%|por{_SPACE}ciento\b|USD\b|dolares\b))?
  | (?<!\w)[^\W\d_]\w*+(?:-[0-9]++\w*+)?                                   # words and ids: Q3, KPI-3
  | [0-9][\w.,]*+                                                          # 2x1, 4G
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


def without_accents(text: str) -> str:
    """The text with the accents of Spanish vowels removed and every position kept."""
    return text.translate(_ACCENTS)
