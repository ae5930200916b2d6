"""Which of the waiting rows may go now.

- One row at a time in a chat, and none to a chat that Telegram has told us to leave alone for a while.
- The first page of a case (and whatever else is urgent and first) obeys nothing else.
- Pages to further lawyers leave room for it within 25 messages a second in all: a 429 would hold first pages up too.
- The rest leaves more room, and keeps to one message a second in a chat, with a small burst. Answers too: there are as
  many of them as strangers write, and pages to further lawyers are few (see bot/services/pages.py).
"""

from collections.abc import Callable, Collection

from bot.clock import Clock
from bot.domain.priority import LEVELS
from bot.runtime.rates import Rates
from storage.outbox import ANSWER, DIGEST, NOTICE, URGENT, Waiting

_ROOM_LEFT = {URGENT: 3, ANSWER: 6, NOTICE: 10, DIGEST: 15}
"""How many messages must still be possible at once after one of these: what is kept for
whoever comes before it."""


class Choice:
    """What is under way, and what that and the limits let go next."""

    def __init__(self, clock: Clock) -> None:
        """Begin with nothing under way."""
        self._clock = clock
        self._held: dict[bytes, int] = {}
        self.rates = Rates(clock)
        self.busy: set[bytes] = set()  # chats to which a row is under way
        self.short = False  # rows that wait for our own limits

    def hold(self, who: bytes, until: int) -> None:
        """Let nothing go to a chat before `until`."""
        self._held[who] = until

    def looks(self, free: Collection[bytes] = ()) -> Callable[[Waiting], bool | None]:
        """Begin a look at the outbox; return what tells of each row in its order whether it may go.

        That is None where the bot as a whole has no room for a row, and so for none that comes after it.
        `free` are chats that are busy no more.
        """
        self.short = False
        chats = self.busy.difference(free)

        def may_go(row: Waiting) -> bool | None:
            first = is_first(row)
            if not first and not self.rates.has_room(_ROOM_LEFT[row.urgency]):
                self.short = True
                return None
            if row.who in chats or self._held.get(row.who, 0) > self._clock.now():
                return False
            if not first and row.urgency != URGENT and not self.rates.chat_may(row.who):
                self.short = True
                return False
            chats.add(row.who)
            return True

        return may_go


def is_first(row: Waiting) -> bool:
    """Tell whether a row is the first page of a case, of whatever level: pages to others rank below all of these."""
    return row.urgency == URGENT and row.rank < len(LEVELS)
