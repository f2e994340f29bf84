"""Functions run in a process of their own, so that none of them profits from what ran before."""

import json
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

__all__ = ["CHECKOUT", "fresh", "peak_memory"]

CHECKOUT: Final = Path(__file__).resolve().parents[2]
_LIMIT: Final = 1_800  # seconds


def fresh(function: Callable[..., float], *arguments: str) -> float:
    """What `function`, of a module, returns for `arguments` in a new interpreter."""
    name = f"{function.__module__}:{function.__qualname__}"
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.fresh", name, *arguments],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        timeout=_LIMIT,
        check=True,
    )
    return float(json.loads(done.stdout.splitlines()[-1]))


def peak_memory() -> int:
    """The most memory this process ever held, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # Not the kernel's ru_maxrss: that one is inherited from the process that started this one.
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) * 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(arguments: list[str]) -> None:
    """Run the function that was asked for and print what it returned."""
    module, name = arguments[0].split(":")
    function: Any = getattr(import_module(module), name)
    print(json.dumps(function(*arguments[1:])))


if __name__ == "__main__":
    main(sys.argv[1:])
