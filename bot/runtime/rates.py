"""Telegram's limits, kept to before it has to say so: one message a second in a chat, 25 a second in all."""

from bot.clock import Clock

_CHAT_BURST, _CHAT_EVERY = 5, 1_000
_ALL_BURST, _ALL_EVERY = 25, 40
_FORGET_ABOVE = 2_000


class Rates:
    """Two levels of token buckets, in memory: a restart begins with full ones, and 429 is obeyed anyway."""

    pause = 100

    def __init__(self, clock: Clock) -> None:
        """Begin with full buckets."""
        self._clock = clock
        self._chats: dict[bytes, float] = {}
        self._all = 0.0

    def has_room(self, left: int) -> bool:
        """Tell whether the bot as a whole may send one more message now, with `left` more possible after it."""
        return self._all <= self._clock.now() + (_ALL_BURST - left - 1) * _ALL_EVERY

    def chat_may(self, who: bytes) -> bool:
        """Tell whether a chat may be shown one more thing now."""
        return self._chats.get(who, 0.0) <= self._clock.now() + (_CHAT_BURST - 1) * _CHAT_EVERY

    def count(self, who: bytes, *, message: bool) -> None:
        """Count one thing shown in a chat; only a new message, not an edit, counts for the bot as a whole."""
        now = self._clock.now()
        self._chats[who] = max(self._chats.get(who, 0.0), now) + _CHAT_EVERY
        if message:
            self._all = max(self._all, now) + _ALL_EVERY
        if len(self._chats) > _FORGET_ABOVE:
            self._chats = {chat: until for chat, until in self._chats.items() if until > now}
