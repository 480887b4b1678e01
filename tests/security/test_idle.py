"""An idle Parley makes no connection at all: the kernel is asked, not Parley."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.app.test_safe_start import write_a_library

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
IDLE = 5.0  # seconds: longer than whatever Parley does once after its start
START = 60.0  # seconds, on a machine under load and watched call by call
NETWORK = re.compile(r"\b(?:connect|sendto|sendmsg|sendmmsg)\(\d+[^\n]*sa_family=AF_INET6?\b[^\n]*")
SOCKET = re.compile(r"\bsocket\(AF_INET6?\b[^\n]*")

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="strace"),
    pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace"),
]


def trace(command: list[str], log: Path, is_up: Callable[[], bool], seconds: float = IDLE) -> str:
    """What `command` and all it starts say to the kernel's network, until `seconds` after it is up."""
    calls = "trace=socket,connect,sendto,sendmsg,sendmmsg"
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(["strace", "-f", "-qq", "-e", calls, "-o", str(log), *command], env=environment)
    try:
        end = time.monotonic() + START
        while not is_up() and time.monotonic() < end:
            time.sleep(0.05)
        assert is_up()
        time.sleep(seconds)
        assert process.poll() is None, "it ended by itself"
        (child,) = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()[:1]
        os.kill(int(child), signal.SIGTERM)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()
    return log.read_text()


def parley(data_dir: Path) -> list[str]:
    return [sys.executable, "-m", "parley", "--data-dir", str(data_dir)]


def test_with_a_service_a_key_and_a_conversation_nothing_is_connected_to(data_dir: Path, tmp_path: Path) -> None:
    write_a_library(data_dir)
    said = trace(parley(data_dir), tmp_path / "trace", (data_dir / "parley.starts").exists)
    assert NETWORK.findall(said) == []
    assert SOCKET.findall(said) == []


def test_a_newcomers_parley_connects_to_nothing(data_dir: Path, tmp_path: Path) -> None:
    said = trace(parley(data_dir), tmp_path / "trace", (data_dir / "parley.starts").exists)
    assert NETWORK.findall(said) == []
    assert SOCKET.findall(said) == []


def test_a_connection_would_be_seen(tmp_path: Path) -> None:
    code = (
        "import pathlib, socket, signal, sys, threading\n"
        "signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))\n"
        "threading.Thread(target=lambda: socket.socket().connect_ex(('127.0.0.1', 9))).start()\n"
        f"pathlib.Path({str(tmp_path / 'up')!r}).touch()\n"
        "signal.pause()"
    )
    said = trace([sys.executable, "-c", code], tmp_path / "trace", (tmp_path / "up").exists, 1)
    assert len(NETWORK.findall(said)) == 1
    assert len(SOCKET.findall(said)) == 1
