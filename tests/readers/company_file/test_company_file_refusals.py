"""Company files that cannot be used: where, what was found, what was expected; all problems at once."""

import os
import sys
from pathlib import Path

import pytest
from company_texts import COMPANY, form

from retention_coach.errors import InvalidInputError
from retention_coach.readers.company_file.reader import parse_company, read_company_file

PROBLEMS: dict[str, tuple[str, str]] = {
    "unknown key": (
        f"{COMPANY}cuidad: Quito\n",
        "línea 9, «cuidad»: la clave «cuidad» no se conoce; se aceptan: empresa",
    ),
    "near key": (f"{COMPANY}presupesto: 300\n", "la clave «presupesto» no se conoce; ¿Quiso decir «presupuesto»?"),
    "figure at the top": (f"{COMPANY}clientes_inicio: 46\n", "«clientes_inicio» no se conoce; va dentro de «cifras:»"),
    "topic at the top": (f"{COMPANY}riesgos: x\n", "«riesgos» no se conoce; va dentro de «temas:»"),
    "repeated key": (f"{COMPANY}canton: Cuenca\n", "línea 9, «canton»: la clave «canton» está repetida"),
    "key in two forms": (
        f"{COMPANY}Cantón: Cuenca\n",
        "la clave «Cantón» está repetida (ya estaba como «canton»)",
    ),
    "missing": (COMPANY.replace("industria: Transporte\n", ""), "«industria»: falta, y sin este dato no hay plan"),
    "blank": (COMPANY.replace("canton: Quito", "canton:"), "línea 6, «canton»: no puede quedar sin respuesta"),
    "unknown canton": (
        COMPANY.replace("Quito", "Guayakil"),
        "línea 6, «canton»: No se encuentra el cantón «Guayakil». ¿Quiso decir Guayaquil (Guayas)?",
    ),
    "bad month": (COMPANY.replace("2027-01", "2027-13"), "línea 8, «mes_inicio»: «2027-13» no es un mes"),
    "far month": (COMPANY.replace("2027-01", "2048-01"), "El plan no puede empezar en enero de 2048."),
    "bad relation": (
        COMPANY.replace("recurrente", "amistad"),
        "«modelo_relacion»: «amistad» no es una de las opciones. Escriba 1 (contrato con plazo)",
    ),
    "bad ruc": (f"{COMPANY}ruc: 12345\n", "«ruc»: No se puede usar: el RUC tiene 13 dígitos"),
    "bad size": (f"{COMPANY}tamano: enorme\n", "«tamano»: «enorme» no es una de las opciones."),
    "bad days": (f"{COMPANY}dias_inactividad: mucho\n", "«dias_inactividad»: "),
    "bad budget": (f"{COMPANY}presupuesto_usd: 300 euros\n", "«presupuesto_usd»: "),
    "group for a text": (
        f"{COMPANY.replace('industria: Transporte', 'industria: {a: b}')}",
        "«industria»: se espera un texto, y hay un grupo de claves",
    ),
    "member without hours": (f"{COMPANY}equipo: [{{cargo: Gerente}}]\n", "«equipo[1]»: falta «horas_mes»"),
    "blank role": (f"{COMPANY}equipo: [{{cargo: , horas_mes: 3}}]\n", "«equipo[1].cargo»: no puede quedar vacío"),
    "bad hours": (
        f"{COMPANY}equipo:\n  - cargo: Gerente\n    horas_mes: muchas\n",
        "línea 11, «equipo[1].horas_mes»: no se puede usar «muchas»",
    ),
    "months that are none": (
        f"{COMPANY}equipo: [{{cargo: G, horas_mes: 9, meses_sin_horas: [marzo, feriados]}}]\n",
        "«equipo[1].meses_sin_horas»: se esperan nombres de meses",
    ),
    "too many hours": (f"{COMPANY}equipo: [{{cargo: G, horas_mes: 900}}]\n", "«equipo[1].horas_mes»: "),
    "role twice": (
        f"{COMPANY}equipo: [{{cargo: G, horas_mes: 1}}, {{cargo: g, horas_mes: 2}}]\n",
        "«equipo»: no se puede usar: cada cargo del equipo aparece una sola vez.",
    ),
    "unknown key in an item": (
        f"{COMPANY}equipo: [{{cargo: G, horas: 1}}]\n",
        "«equipo[1].horas»: la clave «horas» no se conoce; ¿Quiso decir «horas_mes»?",
    ),
    "mixed items": (
        f"{COMPANY}equipo: [{{cargo: G, horas_mes: 1}}, Asesora 4 h]\n",
        "«equipo[2]»: se espera un grupo de claves, y hay «Asesora 4 h»",
    ),
    "bad risk": (
        f"{COMPANY}cuentas:\n  - cliente: X\n    riesgo: altísimo\n",
        "línea 11, «cuentas[1].riesgo»: se espera alto, medio o bajo, y hay «altísimo»",
    ),
    "bad date": (
        f"{COMPANY}cuentas: [{{cliente: X, renovacion: 31/02/2027}}]\n",
        "«cuentas[1].renovacion»: «31/02/2027» no es una fecha: ese día no existe.",
    ),
    "ambiguous revenue": (
        f'{COMPANY}cuentas: [{{cliente: X, facturacion_anual_usd: "1,234"}}]\n',
        "«cuentas[1].facturacion_anual_usd»: «1,234» puede ser 1,23 o 1.234",
    ),
    "a name that the form cannot hold": (
        f"{COMPANY}cuentas: [{{cliente: 'X; Y'}}]\n",
        "«cuentas[1]»: un nombre o cargo lleva cifras, «:» o «;» que se confunden",
    ),
    "contact of no account": (
        f"{COMPANY}cuentas: [{{cliente: X}}]\ncontactos: [{{nombre: Ana, cuenta: Z}}]\n",
        "«contactos[1]»: «Z» no está entre las cuentas del archivo (X)",
    ),
    "segment with half a customer": (
        f"{COMPANY}segmentos: [{{nombre: VIP, clientes: '2,5'}}]\n",
        "«segmentos[1].clientes»: se espera un número entero de clientes, y hay «2,5»",
    ),
    "unknown figure": (
        f"{COMPANY}cifras: {{clientes_inico: 4}}\n",
        "«cifras.clientes_inico»: la clave «clientes_inico» no se conoce; ¿Quiso decir «clientes_inicio»?",
    ),
    "figure in another unit": (f"{COMPANY}cifras: {{clientes_inicio: USD 40}}\n", "«cifras.clientes_inicio»: "),
    "figure out of bounds": (f"{COMPANY}cifras: {{margen_bruto: 140 %}}\n", "«cifras.margen_bruto»: "),
    "figure without a value": (
        f"{COMPANY}cifras: {{usos: {{periodo: mes}}}}\n",
        "«cifras.usos»: falta «valor»; sus claves son: valor, periodo, corte, origen, nota",
    ),
    "bad period": (
        f"{COMPANY}cifras: {{usos: {{valor: 3, periodo: siglo}}}}\n",
        "«cifras.usos.periodo»: se espera mes, trimestre, semestre o año, y hay «siglo»",
    ),
    "bad origin": (
        f"{COMPANY}cifras: {{usos: {{valor: 3, origen: rumor}}}}\n",
        "«cifras.usos.origen»: se espera sistema, estimación o supuesto, y hay «rumor»",
    ),
    "figures as a text": (f"{COMPANY}cifras: muchas\n", "«cifras»: se espera un grupo de claves, y hay «muchas»"),
    "contradiction": (
        f"{COMPANY}cifras: {{clientes_inicio: 4, clientes_perdidos: 9}}\n",
        "«cifras.clientes_perdidos»: los perdidos (9) no pueden ser más que los clientes al inicio (4)",
    ),
    "unknown topic": (f"{COMPANY}temas: {{clima: x}}\n", "«temas.clima»: la clave «clima» no se conoce"),
    "no question": (
        f"{COMPANY}respuestas: {{tres: x}}\n",
        "«respuestas.tres»: «tres» no es una pregunta; se espera Q y su número, como «Q3»",
    ),
    "answered twice": (f"{COMPANY}respuestas: {{Q3: x, q3: y}}\n", "la pregunta «Q3» está repetida"),
    "answer without text": (f"{COMPANY}respuestas: {{Q3: {{solo_consultor: sí}}}}\n", "«respuestas.Q3»: falta «texto»"),
    "bad mark": (
        f"{COMPANY}respuestas: {{Q3: {{texto: x, solo_consultor: quizás}}}}\n",
        "«respuestas.Q3.solo_consultor»: se espera «sí» o «no», y hay «quizás»",
    ),
    "answers as a list": (f"{COMPANY}respuestas: [x]\n", "«respuestas»: se espera «Q3: texto» en cada renglón"),
    "answer too long": (
        f"{COMPANY}respuestas: {{Q3: {'a' * 20_001}}}\n",
        "«respuestas.Q3»: tiene 20.001 caracteres y caben a lo sumo 20.000",
    ),
}

BROKEN: dict[str, tuple[str, str]] = {
    "tab": ("empresa: X\n\tcanton: Quito\n", "«e.yaml», línea 2, columna 1: hay un tabulador"),
    "colon in a text": (
        "empresa: X\nservicios: dos: tres\n",
        "«e.yaml», línea 2, columna 15: hay dos puntos dentro de un texto",
    ),
    "open quote": ('empresa: "X\n', "hay unas comillas, un corchete o una llave sin cerrar"),
    "open list": ("empresa: [X\n", "«e.yaml», línea 2"),
    "bad indentation": ("empresa: X\n  canton: Quito\n", "«e.yaml», línea 2"),
    "control character": ("empresa: X\x07\n", "hay un carácter de control"),
    "alias": ("empresa: &a X\ncanton: *a\n", "«e.yaml», línea 1: usa una referencia («a»)"),
    "billion laughs": (
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
        "«e.yaml», línea 1: usa una referencia («a»)",
    ),
    "python tag": ("empresa: !!python/object/apply:os.system [ls]\n", "«e.yaml», línea 1: usa una etiqueta"),
    "two documents": ("empresa: X\n---\nempresa: Y\n", "«e.yaml», línea 3: empieza otro documento"),
    "list as a key": ("? [a]\n: b\n", "«e.yaml», línea 1: una clave no puede ser una lista ni un grupo"),
    "too deep": ("a: " + "[" * 40 + "]" * 40 + "\n", "«e.yaml», línea 1: anida demasiados niveles"),
    "too long": ("a: [" + "x," * 20_001 + "]\n", "«e.yaml», línea 1: hay demasiados datos"),
    "a list": (
        "- empresa: X\n",
        "«e.yaml» no describe una empresa: se esperan claves como «empresa:», y hay una lista.",
    ),
    "a word": ("hola\n", "y hay «hola»"),
    "only a comment": ("# nada\n", "«e.yaml» no tiene datos."),
}

BROKEN_JSON: dict[str, tuple[str, str]] = {
    "syntax": ('{"empresa": "X",}', "«e.json» no es JSON válido: línea 1, columna "),
    "nan": ('{"presupuesto_usd": NaN}', "«NaN» no es un número"),
    "deep": ('{"a": ' + "[" * 100_000 + "]" * 100_000 + "}", "«e.json»"),
    "deep but short": ('{"a": ' + "[" * 40 + "]" * 40 + "}", "anida demasiados niveles"),
    "huge number": ('{"presupuesto_usd": ' + "9" * 5_000 + "}", "«e.json»"),
    "a list": ("[]", "y hay una lista"),
}


def refusal(text: str, name: str = "e.yaml") -> InvalidInputError:
    """The refusal of a text."""
    with pytest.raises(InvalidInputError) as caught:
        parse_company(text, name, form())
    return caught.value


@pytest.mark.parametrize("case", PROBLEMS)
def test_a_problem_is_told_with_its_place(case: str) -> None:
    """One problem: its line and key, what was found, what was expected."""
    text, expected = PROBLEMS[case]
    error = refusal(text)
    assert any(expected in problem for problem in error.problems), error.problems
    assert len(error.problems) == 1, error.problems


@pytest.mark.parametrize("case", BROKEN)
def test_broken_yaml_is_told_in_spanish(case: str) -> None:
    """What the parser cannot read: the line, and what to look for."""
    text, expected = BROKEN[case]
    assert expected in refusal(text).message


@pytest.mark.parametrize("case", BROKEN_JSON)
def test_broken_json_is_told_in_spanish(case: str) -> None:
    """The same for JSON."""
    text, expected = BROKEN_JSON[case]
    assert expected in str(refusal(text, "e.json"))


def test_json_problems_have_their_key(tmp_path: Path) -> None:
    """JSON has no lines to tell, but the path of keys; a repeated key is not lost."""
    path = tmp_path / "e.json"
    path.write_text('{"empresa": "X", "empresa": "Y", "equipo": [{"cargo": true}]}', encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        read_company_file(path, form())
    told = "\n".join(caught.value.problems)
    assert "«empresa»: la clave «empresa» está repetida" in told
    assert "«equipo[1].cargo»: se espera un texto, y hay verdadero" in told
    assert "línea" not in told


def test_every_problem_is_told_at_once_in_the_order_of_the_file() -> None:
    """The consultant corrects the file once."""
    error = refusal("mes_inicio: ayer\ncanton: Nada\nequipo: [{cargo: G}]\nclima: bueno\n")
    lines = [problem for problem in error.problems if problem.startswith("línea")]
    assert [problem.split(",")[0] for problem in lines] == ["línea 1", "línea 2", "línea 3", "línea 4"]
    assert {"«empresa»", "«servicios»"} <= {problem.split(":")[0] for problem in error.problems}
    assert f"{len(error.problems)} problemas" in error.message


def test_a_flood_of_problems_is_cut() -> None:
    """Forty are shown, and how many more there are."""
    error = refusal(COMPANY + "".join(f"clave_rara_{number}: x\n" for number in range(60)))
    assert len(error.problems) == 41
    assert error.problems[-1] == "… y 20 problemas más"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "está vacío"),
        (b"  \n\n", "está vacío"),
        ("empresa: Señal\n".encode("cp1252"), "no está en UTF-8: línea 1"),
        ("empresa: X\n".encode("utf-16"), "está en UTF-16"),
        (b"empresa: X\0\n", "no es un archivo de texto"),
        (b"x" * 1_000_001, "es demasiado grande"),
    ],
)
def test_files_that_are_no_text(tmp_path: Path, data: bytes, expected: str) -> None:
    """Empty, in another encoding, binary or too big."""
    path = tmp_path / "e.yaml"
    path.write_bytes(data)
    with pytest.raises(InvalidInputError, match=expected):
        read_company_file(path, form())


def test_fifty_megabytes_are_not_read(tmp_path: Path) -> None:
    """The size is looked at before a byte is read."""
    path = tmp_path / "e.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InvalidInputError, match="tiene 50 MB y se acepta 1"):
        read_company_file(path, form())


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    """What is not there, and what is no file."""
    with pytest.raises(InvalidInputError, match="No existe el archivo"):
        read_company_file(tmp_path / "nada.yaml", form())
    with pytest.raises(InvalidInputError, match="es una carpeta"):
        read_company_file(tmp_path, form())


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Opening it would wait for a writer for ever."""
    pipe = tmp_path / "e.yaml"
    os.mkfifo(pipe)
    with pytest.raises(InvalidInputError, match="no es un archivo corriente"):
        read_company_file(pipe, form())


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind here")
def test_a_file_without_permission(tmp_path: Path) -> None:
    """The system's refusal is told."""
    path = tmp_path / "e.yaml"
    path.write_text(COMPANY, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(InvalidInputError, match="Revise los permisos"):
        read_company_file(path, form())
