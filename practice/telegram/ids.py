"""Random numbers and tokens that look like Telegram's."""

from __future__ import annotations

import random
import string

_TOKEN_LETTERS = string.ascii_letters + string.digits + "_-"


class Ids:
    """Draws identifiers; a seed makes a run repeatable."""

    def __init__(self, seed: int | None = None) -> None:
        self._random = random.Random(seed)  # noqa: S311 - identifiers of a game, no secrets
        self._taken: set[int] = set()

    def user(self) -> int:
        """A user id beyond 32 bits, as new accounts have: it never stands in a file by chance."""
        return self._fresh(5_000_000_000, 8_000_000_000)

    def bot(self) -> int:
        """A bot id."""
        return self._fresh(6_000_000_000, 8_000_000_000)

    def group(self) -> int:
        """A supergroup id."""
        return -1_000_000_000_000 - self._fresh(1_000_000_000, 3_000_000_000)

    def update(self) -> int:
        """Where a bot's update ids begin."""
        return self._random.randrange(100_000_000, 900_000_000)

    def step(self) -> int:
        """How far the next message id lies from the last: ids grow, with gaps."""
        return self._random.choice((1, 1, 1, 2, 3))

    def query(self) -> str:
        """A callback query id."""
        return str(self._random.randrange(10**17, 10**19))

    def die(self) -> int:
        """What a die shows."""
        return self._random.randrange(1, 7)

    def token(self, bot_id: int) -> str:
        """A bot token."""
        return f"{bot_id}:AA{self.text(33)}"

    def text(self, length: int) -> str:
        """Random letters for file ids and the like."""
        return "".join(self._random.choices(_TOKEN_LETTERS, k=length))

    def _fresh(self, low: int, high: int) -> int:
        while (number := self._random.randrange(low, high)) in self._taken:
            pass
        self._taken.add(number)
        return number
