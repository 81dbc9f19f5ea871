import json
import shutil
from pathlib import Path

import pytest

from retention_coach.errors import KnowledgeError
from retention_coach.knowledge import compile as compiler
from retention_coach.knowledge import loader
from retention_coach.knowledge.base import Knowledge


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the sources that a test may damage."""
    return Path(shutil.copytree(compiler.SOURCES, tmp_path / "sources"))


@pytest.fixture(scope="module")
def compiled() -> str:
    """The sources of the package, compiled once for this file."""
    return compiler.compile_sources()


def test_the_compiled_file_is_up_to_date(compiled: str) -> None:
    """What is committed is what the sources say."""
    committed = (compiler.PACKAGE / loader.COMPILED).read_text(encoding="utf-8")
    assert committed == compiled, "Ejecute: python -m retention_coach.knowledge.compile"


def test_loading_gives_back_what_was_compiled() -> None:
    """Nothing is lost on the way through JSON, defaults included."""
    content = compiler.read_sources(compiler.SOURCES)
    direct = Knowledge.model_validate({"version": loader.load().version, **content})
    assert loader.load() == direct


def test_the_version_follows_the_content(sources: Path, compiled: str) -> None:
    """Another word in the sources gives another version."""
    before = json.loads(compiled)["version"]
    path = sources / "customs.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Trato de usted", "Trato formal"), encoding="utf-8")
    after = json.loads(compiler.compile_sources(sources))["version"]
    assert before == loader.load().version
    assert before != after


def test_a_field_that_does_not_exist_is_named(sources: Path) -> None:
    """The message says collection, entry and field."""
    path = sources / "kpis.yaml"
    text = path.read_text(encoding="utf-8").replace("owner_role: Gerencia general", "owner: Gerencia general", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"kpis «kpi\.retention» owner"):
        compiler.compile_sources(sources)


def test_an_entry_without_source_nor_judgement_is_refused(sources: Path) -> None:
    """Every entry cites an address or says that it is professional judgement."""
    path = sources / "customs.yaml"
    text = path.read_text(encoding="utf-8").replace("professional_judgement: true", "professional_judgement: false", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="debe citar una fuente o declararse criterio profesional"):
        compiler.compile_sources(sources)


def test_entries_that_do_not_hold_together_are_refused(sources: Path) -> None:
    """The coherence rules are part of compiling."""
    path = sources / "plays" / "phase_2.yaml"
    text = path.read_text(encoding="utf-8").replace("[play.linea_base]", "[play.inventada]")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"no son coherentes(.|\n)*play\.inventada"):
        compiler.compile_sources(sources)


def test_a_file_that_is_no_list_is_named(sources: Path) -> None:
    """A mapping at the top is a mistake of whoever edits the sources."""
    (sources / "legal.yaml").write_text("id: legal.x\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"legal\.yaml.*lista de entradas"):
        compiler.compile_sources(sources)


def test_main_writes_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], compiled: str
) -> None:
    """The command writes beside the code and says so in Spanish."""
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(compiler, "PACKAGE", tmp_path)
    compiler.main()
    written = (tmp_path / loader.COMPILED).read_text(encoding="utf-8")
    assert written == compiled  # and the same sources give the same text twice
    assert "Base de conocimiento escrita" in capsys.readouterr().out


def test_an_unreadable_compiled_file_is_a_knowledge_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package without its data says what to do."""
    loader.load.cache_clear()
    monkeypatch.setattr(loader, "COMPILED", "data/absent.json")
    with pytest.raises(KnowledgeError, match="Vuelva a instalar"):
        loader.load()
    loader.load.cache_clear()


def test_the_base_is_read_once() -> None:
    """Every caller in a process shares one value."""
    assert loader.load() is loader.load()
