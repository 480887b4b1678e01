"""The practice model's own process: llama.cpp's server, on this computer only, for as long as its parent lives.

Started as a file of its own or by the frozen program, so nothing of Parley is imported. It reports on its standard
output with one line of JSON, either `{"address": …, "key": …}` or `{"error": …}`; everything else that is printed, by
whatever library, goes to standard error. Native crashes end this process and not the window's.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import secrets
import sys
import threading
from pathlib import Path
from typing import Any, NoReturn, Protocol

_PR_SET_PDEATHSIG = 1
_SIGKILL = 9
_MOST_THREADS = 8  # more do not make a model of this size faster, and the window needs some too
_LONGEST_ANSWER = 600  # tokens
_WARNINGS = 2  # llama.cpp's verbosity; from 3 up it tells of each request
_QUANTISATION = re.compile(r"[.-](?:I?Q\d\w*|[BF]F?(?:16|32))$", re.IGNORECASE)


class _Server(Protocol):
    """What is used of xllamacpp's server."""

    listening_address: str


def main(argv: list[str]) -> int:
    """Serve the model file `argv[0]` with a context of `argv[1]` tokens until standard input ends."""
    report_to = _take_standard_output()
    _die_with_parent()
    key = secrets.token_urlsafe(32)  # made here: it is on no command line and in no environment
    try:
        server = _serve(Path(argv[0]), int(argv[1]), key)
    except (ImportError, OSError, RuntimeError) as error:
        _fail(report_to, f"{type(error).__name__}: {error}")
    _report(report_to, address=f"{server.listening_address}/v1", key=key)
    threading.Event().wait()
    return 0


def model_name(model: Path) -> str:
    """What a model file is called: its name without the way its numbers are packed."""
    return _QUANTISATION.sub("", model.stem) or model.stem


def _take_standard_output() -> int:
    """Keep standard output for the report, and send whatever a library prints to standard error."""
    mine = os.dup(1)
    os.dup2(2, 1)
    return mine


def _fail(to: int, error: str) -> NoReturn:
    """Say why there is no model and end, before the watch can take the end of the input for the reason."""
    os.write(to, json.dumps({"error": error}).encode() + b"\n")
    os._exit(1)


def _report(to: int, **what: str) -> None:
    os.write(to, json.dumps(what).encode() + b"\n")
    os.close(to)


def _die_with_parent() -> None:
    """End with the parent, also when it is killed: the kernel tells us on Linux, the end of the pipe everywhere."""
    threading.Thread(target=_watch_parent, name="parent watch", daemon=True).start()
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, _SIGKILL)  # also while llama.cpp holds the interpreter's lock


def _watch_parent() -> None:
    while os.read(0, 4096):
        pass
    os._exit(0)  # llama.cpp's threads would outlive a normal exit


def _serve(model: Path, context: int, key: str) -> _Server:
    # By name: a compiled module without types, which the frozen program carries only in one of its two forms.
    xllamacpp = importlib.import_module("xllamacpp")
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(model)
    parameters.model_alias = {model_name(model)}
    parameters.n_ctx = context
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = _threads()
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0  # any that is free
    parameters.api_keys = [key]  # other people on this computer reach the port too
    parameters.cors_origins = ""
    parameters.ui = False
    parameters.endpoint_slots = False  # would show the conversation
    parameters.cache_ram_mib = 0
    parameters.verbosity = _WARNINGS
    _keep_to_the_point(parameters)
    server: _Server = xllamacpp.Server(parameters)
    return server


def _keep_to_the_point(parameters: Any) -> None:
    """Where a request says nothing else: a model this small repeats itself without end when left to its defaults."""
    parameters.n_predict = _LONGEST_ANSWER
    parameters.sampling.temp = 0.3
    parameters.sampling.top_p = 0.9
    parameters.sampling.penalty_repeat = 1.15
    parameters.sampling.penalty_last_n = 256  # tokens


def _threads() -> int:
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return min(cores, _MOST_THREADS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
