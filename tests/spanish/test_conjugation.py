"""The forms of verbs."""

import pytest

from retention_coach.spanish.conjugation import Departure, Speaker, conjugate

MODELS: list[tuple[str, Departure, str]] = [
    ("contestar", Departure(), "contesto contesta contestamos contestan contesto contestaron contestaba conteste"),
    ("responder", Departure(), "responde respondemos respondio respondieron respondia responda respondiendo"),
    ("pagar", Departure(), "pague paguemos paguen pagaria pagado pagadas"),
    ("sacar", Departure(), "saque saquen saco"),
    ("alcanzar", Departure(), "alcance alcancen"),
    ("exigir", Departure(), "exijo exija exijamos exigio"),
    ("conocer", Departure(), "conozco conozca conozcamos conoce conocio"),
    ("vencer", Departure(), "venzo venza vence vencieron"),
    ("incluir", Departure(), "incluye incluyo incluyeron incluyendo incluimos incluya incluyamos"),
    ("creer", Departure(), "creo creyo creyeron creyendo crea"),
    ("perder", Departure(stressed="e>ie"), "pierde perdemos perdio pierda perdamos perdimos"),
    ("renovar", Departure(stressed="o>ue"), "renueva renovamos renueve renovemos renovo"),
    ("pedir", Departure(stressed="e>i", weak="e>i"), "pide pedimos pidio pidieron pidiendo pidamos pida pidiera"),
    ("preferir", Departure(stressed="e>ie", weak="e>i"), "prefiere prefirio preferimos prefiramos prefiera"),
    (
        "tener",
        Departure(stressed="e>ie", first="tengo", preterite="tuv", future="tendr"),
        "tengo tiene tuvo tuvieron tendremos tendria tenga tengamos tuviera tenemos",
    ),
    ("reducir", Departure(preterite="reduj"), "redujo redujeron redujera reduzco reduzca"),
    ("volver", Departure(stressed="o>ue", participle="vuelto"), "vuelve vuelto vueltas volvieron"),
]


@pytest.mark.parametrize(("verb", "departure", "forms"), MODELS)
def test_regular_spelling_and_irregular_forms(verb: str, departure: Departure, forms: str) -> None:
    """One verb of each kind, without accents."""
    assert set(forms.split()) <= conjugate(verb, departure).keys()


@pytest.mark.parametrize("form", ["pierdemos", "pago", "pages", "tenio", "conozza"])
def test_forms_that_do_not_exist(form: str) -> None:
    """No spelling rule is applied where it should not be."""
    wrong = {
        "pierdemos": ("perder", Departure(stressed="e>ie")),
        "pago": ("pegar", Departure()),
        "pages": ("pagar", Departure()),
        "tenio": ("tener", Departure(preterite="tuv")),
        "conozza": ("conocer", Departure()),
    }
    assert form not in conjugate(*wrong[form])


def speakers(verb: str, form: str) -> set[Speaker]:
    """Whom a form of a regular verb may speak of."""
    return {speaker for speaker, _ in conjugate(verb)[form]}


def test_who_a_form_speaks_of() -> None:
    """Ourselves, others, both where accents are lost, or nobody."""
    assert speakers("contestar", "contestamos") == {"we"}
    assert speakers("contestar", "contestan") == {"they"}
    assert speakers("contestar", "contesto") == {"we", "they"}
    for form in ("contestar", "contestarnos", "contestado"):
        assert speakers("contestar", form) == {"nobody"}


def test_how_a_form_tells_it() -> None:
    """As it is, as a wish, as what would be; «conteste» is also «contesté», of oneself."""
    forms = conjugate("contestar")
    assert {mood for _, mood in forms["contestan"]} == {"fact"}
    assert {mood for _, mood in forms["contesten"]} == {"wish"}
    assert {mood for _, mood in forms["contestarian"]} == {"would"}
    assert ("they", "fact") not in forms["conteste"]
    assert {("they", "wish"), ("we", "past")} <= forms["conteste"]
    assert {mood for _, mood in forms["contestaron"]} == {"past"}
    assert {mood for _, mood in forms["contestaban"]} == {"was"}
    assert {mood for _, mood in forms["contestamos"]} == {"fact", "past"}


def test_an_irregular_verb_may_give_whole_tenses() -> None:
    """«Ser» and «haber» list what no rule gives."""
    ser = conjugate("ser", Departure(present="soy eres es somos son", preterite="fui fuiste fue fuimos fueron"))
    assert ser["somos"] == {("we", "fact")}
    assert ser["fueron"] == {("they", "past")}
    assert "fuera" in ser
    assert conjugate("haber", Departure(also="hay"))["hay"] == {("they", "fact")}
