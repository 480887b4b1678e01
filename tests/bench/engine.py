"""What Parley adds to the bare OpenAI client: a whole window between the service and the eye.

    python tests/bench/engine.py [--rounds 7] [--tokens 20000] [--stops 200]

The real program runs in a real window on a virtual screen of its own, against the tests' server in its own process.
Prints a line for each part, and as its last line JSON:

- `throughput_over_raw`: tokens a second from pressing Send until the whole answer is painted, over those of a loop
  around `AsyncOpenAI` that only collects the text, in turn in the same process; medians.
- `first_token_overhead_ms`: from pressing Send until the first word is painted, less the time the bare client takes
  to hold it; medians.
- `stop_p99_ms`: from pressing Stop until the server sees its connection closed.

Needs Linux and Xvfb.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "build"), str(ROOT / "src")]

from tests.support.fixtures import FaultServer, start_fault_server, stop_fault_server  # noqa: E402

from virtual_screen import screen_environment, virtual_screen  # noqa: E402 - the path comes first

if TYPE_CHECKING:
    from tests.bench.real_window import RealWindow

MODEL = "gpt-4o"


async def raw_seconds(address: str, *, first_only: bool) -> float:
    """How long the bare client takes for a whole answer, or for its first word."""
    import openai

    async with openai.AsyncOpenAI(base_url=address, api_key="none", max_retries=0) as client:
        await client.models.list()  # connected, as Parley is by then
        began = time.perf_counter()
        stream = await client.chat.completions.create(
            model=MODEL, messages=[{"role": "user", "content": "Go"}], stream=True
        )
        parts = []
        async for chunk in stream:
            if chunk.choices and chunk.choices[0].delta.content:
                parts.append(chunk.choices[0].delta.content)
                if first_only:
                    break
        took = time.perf_counter() - began
        await stream.close()
        return took


def throughput(window: RealWindow, server: FaultServer, rounds: int, tokens: int) -> dict[str, float]:
    address = server.address("fast", str(tokens))
    window.use(address)
    raw, whole = [], []
    for _ in range(rounds):
        raw.append(asyncio.run(raw_seconds(address, first_only=False)))
        whole.append(window.seconds_for_answer())
        print(f"{tokens} tokens: bare client {raw[-1]:.3f} s, Parley {whole[-1]:.3f} s", flush=True)
    return {
        "throughput_over_raw": round(statistics.median(raw) / statistics.median(whole), 3),
        "tokens_per_second": round(tokens / statistics.median(whole)),
        "raw_tokens_per_second": round(tokens / statistics.median(raw)),
    }


def first_token(window: RealWindow, server: FaultServer, rounds: int) -> dict[str, float]:
    address = server.address("good", "first")
    window.use(address)
    raw, painted = [], []
    for _ in range(rounds):
        raw.append(asyncio.run(raw_seconds(address, first_only=True)) * 1000)
        painted.append(window.seconds_to_first_word() * 1000)
    print(f"first word: bare client {statistics.median(raw):.1f} ms, Parley {statistics.median(painted):.1f} ms")
    return {"first_token_overhead_ms": round(statistics.median(painted) - statistics.median(raw), 2)}


def stops(window: RealWindow, server: FaultServer, rounds: int) -> dict[str, float]:
    window.use(server.address("endless", "stops"))
    took = []
    for _ in range(rounds):
        server.forget("stops")
        pressed = window.stop_in_mid_answer()
        took.append((_closed_at(server) - pressed) * 1000)
    took.sort()
    at_99 = took[min(len(took) - 1, int(len(took) * 0.99))]
    print(f"stop: median {statistics.median(took):.1f} ms, longest {took[-1]:.1f} ms of {rounds}")
    return {"stop_p99_ms": round(at_99, 2), "stop_median_ms": round(statistics.median(took), 2)}


def _closed_at(server: FaultServer) -> float:
    """When the server saw the connection of the stream closed, by the clock both processes share."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        streams = [record for record in server.records("stops") if record["method"] == "POST"]
        if streams and streams[-1]["closed_at"] is not None:
            return float(streams[-1]["closed_at"])
        time.sleep(0.01)
    raise SystemExit("the connection was never closed")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures the whole pipeline against the bare client.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--tokens", type=int, default=20_000)
    parser.add_argument("--stops", type=int, default=200)
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="parley-bench-")))
        display = stack.enter_context(virtual_screen())
        os.environ.update(screen_environment(os.environ, display))
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={folder}/no-bus"
        process, server = start_fault_server()
        stack.callback(stop_fault_server, process)
        from tests.bench.real_window import RealWindow  # Qt reads the environment when it is imported

        window = stack.enter_context(RealWindow(folder / "data", MODEL))
        figures = throughput(window, server, options.rounds, options.tokens)
        figures |= first_token(window, server, options.rounds * 5)
        figures |= stops(window, server, options.stops)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
