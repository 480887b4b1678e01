"""The rules of the house that no type checker and no linter holds."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from importlinter.cli import lint_imports
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MODULE = 400  # lines
REGISTRY_HOST = re.compile(
    r"(pypi\.org|pythonhosted|files\.python|registry\.npmjs|npmjs\.org|crates\.io|debian\.org)", re.IGNORECASE
)
LOCAL_PATH = re.compile(r"(/root/|/opt/(?:wheels|pypi)|/tmp/w/|/work/(?:main|shared))")
OWN_WORK = {"app", "readme", "starters", "translations"}
"""Folders of resources that were made for Parley, so are under its own LICENSE."""


def committed() -> list[Path]:
    """Every file that git knows, or would commit."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    return [path for name in listed.stdout.decode().split("\n") if name and (path := ROOT / name).is_file()]


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def modules() -> list[Path]:
    return [path for folder in ("src", "build", "tests") for path in (ROOT / folder).rglob("*.py")]


def pinned(name: str) -> dict[str, str]:
    lines = text_of(ROOT / "build" / "requirements" / f"{name}.txt")
    return dict(re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;]+)", lines, re.MULTILINE))


def test_no_module_is_longer_than_a_few_screens() -> None:
    lengths = {str(path.relative_to(ROOT)): len(text_of(path).splitlines()) for path in modules()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_dependencies_point_one_way(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out


@pytest.mark.parametrize("pattern", [REGISTRY_HOST, LOCAL_PATH], ids=["a registry", "somebody's machine"])
def test_no_committed_file_names(pattern: re.Pattern[str]) -> None:
    here = Path(__file__)
    found = {str(path.relative_to(ROOT)): pattern.findall(text_of(path)) for path in committed() if path != here}
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_no_lock_file_with_download_addresses_is_committed() -> None:
    locks = {"uv.lock", "poetry.lock", "pdm.lock", "pylock.toml", "Pipfile.lock"}
    assert [path for path in committed() if path.name in locks] == []


def test_every_pinned_part_has_a_hash() -> None:
    for file in sorted((ROOT / "build" / "requirements").glob("*.txt")):
        parts = re.split(r"^(?=[A-Za-z0-9])", text_of(file), flags=re.MULTILINE)
        assert [part for part in parts if "==" in part and "--hash=sha256:" not in part] == [], file.name


def test_the_package_asks_for_what_is_pinned() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    asked = {canonicalize_name(Requirement(line).name): Requirement(line) for line in project["dependencies"]}
    short = [line for line in text_of(ROOT / "build/requirements/runtime.in").splitlines() if not line.startswith("#")]
    assert {str(asked[name]) for name in asked} == {str(Requirement(line)) for line in short}
    pins = pinned("runtime")
    assert [name for name, requirement in asked.items() if not requirement.specifier.contains(pins[name])] == []


def test_what_is_installed_is_what_is_pinned() -> None:
    assert {name: version(name) for name in ("openai", "keyring", "apsw")} == {
        name: pinned("runtime")[name] for name in ("openai", "keyring", "apsw")
    }


def test_every_shipped_part_is_listed_with_its_license() -> None:
    table = text_of(ROOT / "resources" / "licenses" / "third-party.md")
    found = re.findall(r"^\| (\S+) \| (\S+) \| (.+) \|$", table, re.MULTILINE)
    rows = {name: (number, terms) for name, number, terms in found}
    shipped = {**pinned("runtime"), **pinned("practice")}
    shipped.pop("httpx2-jsfetch")  # for browsers alone
    assert {name: number for name, (number, _) in rows.items() if name != "part"} == shipped
    assert [name for name, (_, terms) in rows.items() if not terms.strip() or "UNKNOWN" in terms] == []


def test_every_folder_of_resources_has_its_license() -> None:
    folders = {folder for folder in (ROOT / "resources").iterdir() if folder.name not in OWN_WORK}
    licensed = {path.parent for path in (ROOT / "resources").glob("*/*.txt") if re.search("LICENSE|OFL|GPL", path.name)}
    assert folders - licensed == set()


def test_every_path_that_the_readme_names_exists() -> None:
    readme = ROOT / "README.md"
    assert readme.is_file(), "the README is the first thing that a newcomer looks for"
    blocks = re.findall(r"^```(?:text)?\n(.*?)^```", text_of(readme), re.MULTILINE | re.DOTALL)
    named = [path for block in blocks for path in named_paths(block)]
    assert "src/parley/domain/" in named, "the map of the house"
    named += re.findall(r"`((?:src|build|tests|resources)/[\w./-]+)`", text_of(readme))
    assert [path for path in named if not (ROOT / path).exists()] == []


def named_paths(block: str) -> list[str]:
    """The paths in a drawn tree: a name before two spaces, below the folder that is less indented."""
    if "src/" not in block:
        return []
    found: list[str] = []
    folders: list[tuple[int, str]] = []
    for line in block.splitlines():
        name = re.match(r"^(\s*)([\w.-]+(?:/[\w.-]+)*/?)(?=\s|$)", line)
        if name is None or not re.search(r"/$|\.\w+$", name[2]):
            continue
        indent = len(name[1])
        folders = [(depth, path) for depth, path in folders if depth < indent]
        path = (folders[-1][1] if folders else "") + name[2]
        found.append(path)
        if path.endswith("/"):
            folders.append((indent, path))
    return found


def test_scripts_run_with_the_standard_library_alone() -> None:
    """A bare machine starts these; what they import must be there before anything is installed."""
    for script in ("run", "test", "freeze", "smoke"):
        code = f"import sys; sys.path.insert(0, {str(ROOT / 'build')!r}); import {script}"
        done = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
