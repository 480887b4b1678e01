"""Arguments, then the program.

Exit codes: 0 ended normally (or an instance that runs already was raised), 1 could not start (the sentence is on
standard error), 2 wrong arguments.
"""

from __future__ import annotations

import gc
import sys

PRACTICE_ENGINE = "--practice-engine"  # how the frozen program starts itself as the practice model's process


def main(argv: list[str] | None = None) -> int:
    """Run Parley and return its exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == [PRACTICE_ENGINE]:
        from parley.llm.practice_child import main as serve  # nothing of the window in that process

        return serve(arguments[1:])
    from parley.app.arguments import parse

    options = parse(arguments)
    gc.disable()  # all that is made for the first paint stays; `app.collecting` collects later
    from parley.app.pyside import import_lightly  # --version and --help answer without Qt

    import_lightly()
    from parley.app.start import run

    return run(options)


if __name__ == "__main__":
    sys.exit(main())
