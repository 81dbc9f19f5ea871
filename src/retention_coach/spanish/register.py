"""Does a text address its reader as «usted»?"""

import re
import unicodedata

from retention_coach.spanish.quotes import blank_quotes
from retention_coach.spanish.words import word_set

_WORD = re.compile(r"[^\W\d_]+")

_PRONOUNS = word_set(
    "tú tu tus te ti contigo vos tuyo tuya tuyos tuyas vosotros vosotras vuestro vuestra vuestros vuestras"
)

# Forms that are nothing else in Spanish. Those that are also a noun or another person are left out: «compras»,
# «cuentas», «ofertas», «mejoras», «creces» (nouns); «llama», «revisa», «ve», «pedí» (he or she, I).
_VERBS = word_set("""
    puedes tienes quieres debes necesitas haces sabes vas eres estás has dices ves das conoces piensas crees buscas
    ofreces vendes usas trabajas logras recibes decides eliges envías revisas pierdes mides atiendes respondes pides
    escribes inviertes mantienes consigues sigues obtienes entiendes prefieres sientes conviertes vives deseas
    utilizas identificas aumentas reduces cierras contactas
    podés tenés querés debés hacés sabés sos necesitás decís ofrecés vendés perdés recibís elegís seguís vení decí hacé
    poné tené mirá llamá enviá
    podrías deberías tendrías querrías harías serías estarías necesitarías verías irías
    hiciste tuviste dijiste fuiste pudiste quisiste perdiste ganaste lograste vendiste compraste contaste respondiste
    elegiste enviaste usaste empezaste conociste
    puedas tengas quieras hagas sepas seas estés digas vayas veas hayas necesites olvides dejes logres pierdas
    haz ten pon hazlo hazla hazlos hazlas hazle hazles ponte ponle ponles dale dales dile diles dime cuéntame
    asegúrate recuérdale recuérdales llámalo llámala llámalos llámalas llámale envíale envíales envíalo pídele
    pídeles ofrécele ofréceles escríbele escríbeles pregúntale pregúntales contáctalo contáctalos contáctala invítalo
    invítalos invítala agradécele agradéceles mantente
    """)

_NOT_FUTURE = frozenset({"atrás", "detrás"})
_ACRONYMS = frozenset({"TI", "SOS"})  # information technology, a call for help
_BEFORE_THE_LETTER = frozenset({"letra", "la", "en", "de"})  # «la letra te», «la te», «en te»


def informal_forms(text: str) -> list[str]:
    """The words of a text that say «tú», «vos» or «vosotros», as written and in order, outside «…».

    Known are the pronouns, the commonest verb forms and every future in -rás. Not known: imperatives that look like
    the third person («Llama a cada cliente»), verbs not listed, and forms written without their accent. «TI» in
    capitals, «té» and the letter «te» are let through; a brand such as «Tu Casa» is not.
    """
    found: list[str] = []
    previous = ""
    for match in _WORD.finditer(blank_quotes(unicodedata.normalize("NFC", text))):
        word = match.group()
        folded = word.casefold()
        if _is_informal(word, folded, previous):
            found.append(word)
        previous = folded
    return found


def has_question(text: str) -> bool:
    """Whether a text asks something: words between «¿» and «?»."""
    for after in text.split("¿")[1:]:
        question, mark, _ = after.partition("?")
        if mark and any(char.isalpha() for char in question):
            return True
    return False


def _is_informal(word: str, folded: str, previous: str) -> bool:
    if word in _ACRONYMS or (folded == "te" and previous in _BEFORE_THE_LETTER):
        return False
    future = folded.endswith("rás") and len(folded) > 3 and folded not in _NOT_FUTURE
    return folded in _PRONOUNS or folded in _VERBS or future
