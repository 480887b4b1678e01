"""Setting mathematics with ziamath, one formula at a time between other work. Without ziamath its source is shown."""

from __future__ import annotations

import re
import warnings
from collections import deque
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from math import ceil
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError

from PySide6.QtCore import QObject, QTimer, Signal

from parley.markup.blocks import Mark

from .formula import Formula

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType
    from xml.etree.ElementTree import Element

    from parley.markup.blocks import Span

    from .documents import Style

_LONGEST: Final = 2_000  # characters of TeX: setting time grows fast
_KEPT: Final = 120
_WAITING: Final = 60  # formulas: what was asked for before these has left the window
_PAUSE_MS: Final = 15  # between two formulas, for other work
_QUIET_S: Final = 0.2
_BUSY_S: Final = 1.5  # between two while it is not quiet
_COMMENT: Final = re.compile(r"(?<!\\)(?:\\\\)*%")  # it would swallow the rest of a line
_LABEL: Final = re.compile(r"\\label\s*\{[^{}]*\}")  # it shows nothing
_UNREAD: Final = re.compile(r"\\.|\$")  # TeX that was not read is set letter for letter
_BOX: Final = re.compile(r'viewBox="([-\d. ]+)"')

Key = tuple[str, int, str, bool]  # source, size in pixels, colour, on a line of its own


@lru_cache(maxsize=1)
def _ziamath() -> ModuleType | None:
    """The library, imported when the first formula is wanted (0.2 s)."""
    if find_spec("ziamath") is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # its way of finding its font, not ours to change
        module = import_module("ziamath")
    module.config.svg2 = False  # QtSvg does not know <symbol>
    return module


class FormulaSetter(QObject):
    """Gives set formulas; those it does not have yet it sets when there is time, and says so.

    Setting one takes 10 to 30 ms, so while text is arriving only one is set every second and a half.
    """

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: dict[Key, Formula] = {}
        self._unfit: set[Key] = set()  # all of them: asking for these again must not begin anew
        self._waiting: deque[Key] = deque(maxlen=_WAITING)
        self._last_set = 0.0
        self._last_busy = 0.0
        self._loader: Thread | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._work)

    def find(self, source: str, size: int, colour: str, *, display: bool) -> Formula | None:
        """The formula if it is ready. None: it is not yet, or it cannot be set."""
        key = (source, size, colour, display)
        if key in self._made:
            return self._made[key]
        if len(source) <= _LONGEST and key not in self._unfit and key not in self._waiting:
            self._waiting.append(key)
            if not self._timer.isActive():
                self._wait()
        return None

    def within(self, style: Style) -> Callable[[Span], Formula | None]:
        """As `find`, for spans of text in `style`."""

        def find(span: Span) -> Formula | None:
            return self.find(span.text, style.size, style.theme.text, display=bool(span.marks & Mark.DISPLAY))

        return find

    def postpone(self) -> None:
        """Text arrives or the page scrolls: that comes first."""
        self._last_busy = monotonic()

    def _work(self) -> None:
        if self._loaded() and self._due_in() <= 0:
            key = self._waiting.pop()  # the latest is the one that is looked at
            while len(self._made) >= _KEPT:
                del self._made[next(iter(self._made))]
            made = set_formula(*key)
            if made is None:
                self._unfit.add(key)
            else:
                self._made[key] = made
            self._last_set = monotonic()
            QTimer.singleShot(0, self, self.ready.emit)  # laying it out takes long as well: not in the same turn
        if self._waiting:
            self._wait()

    def _wait(self) -> None:
        """Come back when there may be time: waking up costs time as well, while an answer arrives."""
        self._timer.start(max(_PAUSE_MS, ceil(self._due_in() * 1000)))

    def _due_in(self) -> float:
        """Seconds until the page has been quiet for long enough, or until so many have passed since the last one."""
        return min(self._last_busy + _QUIET_S, self._last_set + _BUSY_S) - monotonic()

    def _loaded(self) -> bool:
        """Whether the library is imported. That takes long, so a thread of its own does it."""
        if self._loader is None:
            self._loader = Thread(target=_ziamath, name="formulas", daemon=True)
            self._loader.start()
        return not self._loader.is_alive()


def set_formula(source: str, size: int, colour: str, display: bool) -> Formula | None:
    """`source` as a picture; None when ziamath is missing or cannot set it, or would set something else."""
    library = _ziamath()
    if library is None or _COMMENT.search(source):
        return None
    safe = _LABEL.sub("", source).replace("<", r"\lt ").replace(">", r"\gt ")  # it goes through XML on its way
    try:
        made = library.Latex(safe, size=round(size * 1.1), color=colour, inline=not display)
        svg = "" if _has_unread(made.mathml) else str(made.svg())
    except _troubles():
        return None
    box = _BOX.search(svg)
    if box is None or "href" in svg or "<image" in svg:
        return None
    _left, top, width, height = (float(number) for number in box[1].split())
    return Formula(svg, width, -top, height + top)


def _has_unread(mathml: Element) -> bool:
    """Whether the name of a command that is not known, or `$` in text, would stand in the picture."""
    return any(_UNREAD.search(part.text) for part in mathml.iter() if part.text and len(part.text) > 1)


@lru_cache(maxsize=1)
def _troubles() -> tuple[type[Exception], ...]:
    """What ziamath, latex2mathml and their parsers raise for TeX they do not know."""
    own = vars(import_module("latex2mathml.exceptions")).values()
    named = [kind for kind in own if isinstance(kind, type) and issubclass(kind, Exception)]
    general = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, StopIteration)
    return (*named, *general, ParseError)
