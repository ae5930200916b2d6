"""The measurements behind the figures we promise: all of them, or those that are named.

    python -m benchmarks [units|latency|throughput|burst|start|practice|triage ...]

Each is a process of its own and prints a few lines. Times differ from machine to machine and from minute to
minute, so every figure is a ratio to something plain that was measured in the same minute.
"""

import subprocess
import sys
import time
from pathlib import Path

NAMES = ("units", "latency", "throughput", "burst", "start", "practice", "triage")


def main(wanted: list[str]) -> int:
    """Run the named ones, or all; return 1 if any of them broke."""
    unknown = [name for name in wanted if name not in NAMES]
    if unknown:
        print(f"no benchmark {unknown[0]}; there are: {', '.join(NAMES)}", file=sys.stderr)
        return 2
    broken = 0
    for name in wanted or NAMES:
        began = time.monotonic()
        print(f"\n{name}", flush=True)
        ended = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{name}"], cwd=Path(__file__).parent.parent, check=False
        )
        print(f"  ({time.monotonic() - began:.0f} s)", flush=True)
        broken += ended.returncode != 0
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
