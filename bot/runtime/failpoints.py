"""Named points at which a test kills this process. They exist only beside a practice Telegram on loopback."""

import os
import signal
from collections import Counter
from collections.abc import Callable, Mapping

VARIABLE = "KALKAN_FAILPOINTS"


def from_environment(environment: Mapping[str, str], *, allowed: bool) -> Callable[[str], None]:
    """Return what is called at each point: nothing, unless "name:hit,..." names where to die and this is practice."""
    wanted = environment.get(VARIABLE, "") if allowed else ""
    if not wanted:
        return lambda _point: None
    deadly = {name: int(hit) for name, _, hit in (each.partition(":") for each in wanted.split(","))}
    hits: Counter[str] = Counter()

    def reach(point: str) -> None:
        hits[point] += 1
        if deadly.get(point) == hits[point]:
            os.kill(os.getpid(), signal.SIGKILL)

    return reach
