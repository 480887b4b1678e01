"""What PySide does at every import, and Parley can do without. Nothing here changes what PySide does when asked."""

from __future__ import annotations

import sys
import threading
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec

UNPACKER = "EmbeddableZipImporter"  # PySide's own importer: it unpacks and compiles its Python parts at every start
PARTS = "shibokensupport.signature."
FOR_ERRORS = tuple(PARTS + name for name in ("errorhandler", "layout", "parser", "lib.tool"))
FOR_STUBS = tuple(PARTS + name for name in ("lib.enum_sig", "lib.pyi_generator"))
FEATURES = "shibokensupport.feature"
# Of Python's own library: PySide, `zipfile` and `dataclasses` import these for what they seldom do.
OF_PYTHON = ("inspect", "linecache", "tempfile", "shutil")


def import_lightly() -> None:
    """Import PySide without what it loads only to word errors and to write stubs: half of the time it takes.

    Those parts run when PySide first asks one of them for something, or with `load_the_rest`. If another PySide does
    not have them, or has them elsewhere, it is imported as it would have been.
    """
    for name in OF_PYTHON:
        sys.modules.setdefault(name, _LaterModule(name, partial(_load_of_python, name)))
    usual = sys.meta_path
    sys.meta_path = _Finders(usual)
    try:
        import PySide6.QtCore  # noqa: F401 - for what its import does
    finally:
        sys.meta_path = usual


def load_the_rest() -> None:
    """Run what words errors, once there is time: two threads that both need it at once might disturb each other."""
    for name in OF_PYTHON + FOR_ERRORS:
        if isinstance(module := sys.modules.get(name), _LaterModule):
            module.run()


class _LaterModule(ModuleType):
    """A module whose code runs when the first of its names is asked for."""

    WAITING = "_parley_waiting"  # what runs its code, while that has not happened
    _loading = threading.RLock()

    def __init__(self, name: str, load: Callable[[_LaterModule], None]) -> None:
        super().__init__(name)
        self.__dict__[self.WAITING] = load

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)  # asked by the import system, of every module
        self.run()
        return self.__dict__[name] if name in self.__dict__ else super().__getattribute__(name)

    def run(self) -> None:
        """Become what it stands for, if that has not happened yet."""
        with self._loading:
            if self.WAITING in self.__dict__:
                self.__dict__.pop(self.WAITING)(self)


def _load_of_python(name: str, module: _LaterModule) -> None:
    found = (finder.find_spec(name, None) for finder in sys.meta_path)
    spec = next(filter(None, found), None)
    if spec is None or spec.loader is None:
        raise ImportError(name=name)
    module.__spec__, module.__loader__, module.__file__ = spec, spec.loader, spec.origin
    spec.loader.exec_module(module)


class _Finders(list[Any]):
    """`sys.meta_path` while PySide is imported: it adds its importer itself, and takes it away when done."""

    def insert(self, index: Any, finder: Any) -> None:
        super().insert(index, _LaterLoader(finder) if type(finder).__name__ == UNPACKER else finder)

    def remove(self, finder: Any) -> None:
        super().remove(next(each for each in self if finder in (each, getattr(each, "importer", None))))


class _LaterLoader:
    """PySide's importer, except that of some modules it gives the shell."""

    def __init__(self, importer: Any) -> None:
        self.importer = importer

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        spec: ModuleSpec | None = self.importer.find_spec(name, path, target)
        if spec is not None and name in (FEATURES, *FOR_ERRORS, *FOR_STUBS):
            spec.loader = self  # type: ignore[assignment]  # a loader by its methods, as importlib wants it
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        if spec.name == FEATURES:
            return None
        return _LaterModule(spec.name, partial(_load_of_pyside, spec.name, self.importer))

    def exec_module(self, module: ModuleType) -> None:
        if not isinstance(module, _LaterModule):
            self.importer.exec_module(module)
            _leave_sources_unread(module)


def _leave_sources_unread(feature: ModuleType) -> None:
    """PySide reads the source of every module imported after it, to see whether it uses PySide in another spelling
    (PYSIDE-1368), and `linecache` keeps it all: 20 MB. Parley has one spelling, so nothing need be read."""
    if "_mod_uses_pyside" in vars(feature):
        vars(feature)["_mod_uses_pyside"] = lambda _module: False


def _load_of_pyside(name: str, importer: Any, module: _LaterModule) -> None:
    """Run it under the name it was found by; PySide has given it another, under `PySide6.support`, since."""
    spec = module.__spec__
    assert spec is not None  # noqa: S101 - the import system sets it
    spec.name, other_name = name, spec.name
    sys.meta_path.insert(0, importer)  # for what it imports in turn
    try:
        importer.exec_module(module)
    finally:
        sys.meta_path.remove(importer)
        spec.name = other_name
