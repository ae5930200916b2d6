"""How soon after its start the hotline asks for updates, and what memory it holds after some hundred conversations."""

import re
import time
from pathlib import Path

from benchmarks.labels import REGIONS
from benchmarks.measure import run, tell
from benchmarks.rig import LONG, Watched, hotline_on, staff
from benchmarks.story import CHATS, Story
from tests.hotline import Hotline

STARTS, EACH = 5, 6
_FASTER = 60.0


async def main() -> None:
    """Print the quickest and the median start, and what is resident before and after."""
    async with Watched(limits=False) as telegram:
        telegram.add_bot()
        async with hotline_on(telegram, LONG) as hotline:
            phones = await staff(hotline, list(REGIONS), len(REGIONS))
            waits = sorted([await _start(telegram, hotline) for _ in range(STARTS)])
            best, middle = waits[0], waits[len(waits) // 2]
            tell(f"start to first getUpdates, median of {STARTS}", f"{middle:.2f} s", "<= 2 s", met=middle <= 2)
            tell("start to first getUpdates, quickest", f"{best:.2f} s")
            tell("resident when it has started", f"{_resident(hotline, 'VmRSS'):.0f} MB")
            await telegram.clock.set_rate(_FASTER)
            telegram.query_life_ms *= int(_FASTER)
            await Story(telegram, dict(zip(REGIONS, phones, strict=True))).rate(EACH)
            after = _resident(hotline, "VmRSS")
            tell(f"resident after {CHATS * EACH} conversations", f"{after:.0f} MB", "<= 120 MB", met=after <= 120)
            tell("most that was ever resident", f"{_resident(hotline, 'VmHWM'):.0f} MB")


async def _start(telegram: Watched, hotline: Hotline) -> float:
    """Start (again); return the seconds until it polls."""
    if hotline.is_running:
        await hotline.stop()
    began = time.perf_counter()
    await hotline.start(wait=False)
    await telegram.until(lambda: telegram.bots[0].updates.is_polled, "a getUpdates call", timeout=60)
    return time.perf_counter() - began


def _resident(hotline: Hotline, what: str) -> float:
    """Return megabytes (of 1024 kB) from the system's own account of the process."""
    found = re.search(rf"{what}:\s+(\d+) kB", Path(f"/proc/{hotline.pid}/status").read_text())
    assert found is not None
    return int(found[1]) / 1024


if __name__ == "__main__":
    run(main)
