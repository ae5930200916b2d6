"""Which messages stand in whose chat, both sides', so that they can be edited and deleted in time."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from bot.domain.ids import CaseId, Chat, Who
from storage import schema
from storage.errors import DamagedError
from storage.rows import Rows, new_id
from storage.vault import place

_QUARTER = 15 * 60_000
_LANE = select(schema.messages).where(schema.messages.c.lane == bindparam("of"))
_SLOT = select(schema.messages).where(schema.messages.c.slot == bindparam("of"))
_CASE = select(schema.messages).where(schema.messages.c.case_id == bindparam("of"))
_NUMBER = select(schema.messages).where(
    schema.messages.c.lane == bindparam("of"), schema.messages.c.number == bindparam("number_hash")
)
_KNOWN = _NUMBER.with_only_columns(schema.messages.c.id)
_DUE = select(schema.messages).where(schema.messages.c.delete_at <= bindparam("at")).limit(bindparam("most"))
_CONCERN = (
    update(schema.messages)
    .where(schema.messages.c.lane == bindparam("of"), schema.messages.c.number == bindparam("number_hash"))
    .values(case_id=bindparam("about"))
)
_FORGET = delete(schema.messages).where(schema.messages.c.id == bindparam("row"))
_ADD = insert(schema.messages)
_NAMES = ("messages", "messages.slot")


@dataclass(frozen=True, slots=True)
class Message:
    """A message that stands in a chat: `at` is when it was sent, `came` whether the chat sent it to us.

    `rang` is when a message last made a sound in its slot, 0 if none did.
    """

    id: bytes
    who: Who
    chat: Chat
    number: int
    at: int
    came: bool
    case: CaseId | None
    rang: int


class Messages:
    """The messages one unit of work remembers or forgets."""

    def __init__(self, rows: Rows) -> None:
        """Begin with nothing gathered."""
        self._rows = rows

    def remember(  # noqa: PLR0913 - each is one fact of a message; all but three have defaults
        self,
        who: Who,
        chat: Chat,
        number: int,
        *,
        keep: int,
        at: int | None = None,
        came: bool = False,
        slot: bytes | None = None,
        case: CaseId | None = None,
        rang: int = 0,
    ) -> None:
        """Remember a message sent now, or `at`, to be deleted `keep` milliseconds later at the latest."""
        row_id = new_id()
        at = self._rows.now if at is None else at
        body = {"chat": chat, "number": number, "at": at, "came": came, "rang": rang}
        row = {
            "id": row_id,
            "lane": who,
            "slot": slot,
            "case_id": case,
            "number": self._number(who, number),
            "delete_at": (at + keep) // _QUARTER * _QUARTER,
            "body": self._rows.shared.keyring.queue.seal_json(body, place("messages", row_id)),
        }
        if slot is None:
            self._rows.gather("messages", _ADD, row_id, row)
        else:
            statement = self._rows.upsert(
                schema.messages, ("slot",), "id", "lane", "case_id", "number", "delete_at", "body"
            )
            self._rows.gather("messages.slot", statement, slot, row)

    def in_slot(self, slot: bytes) -> Message | None:
        """Return the message that stands in a slot; raises DamagedError."""
        self._rows.flush(*_NAMES)
        row = self._rows.execute(_SLOT, {"of": slot}).mappings().first()
        return None if row is None else self._opened(row)

    def in_chat(self, who: Who) -> list[Message]:
        """Return all messages known in a chat."""
        return self._all(_LANE, {"of": who})

    def of_case(self, case: CaseId) -> list[Message]:
        """Return all messages about a case, in whatever chat."""
        return self._all(_CASE, {"of": case})

    def by_number(self, who: Who, number: int) -> Message | None:
        """Return the message a reply refers to; raises DamagedError."""
        self._rows.flush(*_NAMES)
        found = self._rows.execute(_NUMBER, {"of": who, "number_hash": self._number(who, number)}).mappings().first()
        return None if found is None else self._opened(found)

    def is_stray(self, who: Who, number: int) -> bool:
        """Tell whether a message of ours is a copy nobody noted: it was sent again after the process had died.

        What is newer than all that are known is none: its number may still be on its way to us.
        """
        self._rows.flush(*_NAMES)
        if self._rows.execute(_KNOWN, {"of": who, "number_hash": self._number(who, number)}).first() is not None:
            return False
        return any(message.number > number for message in self.in_chat(who))

    def concern(self, who: Who, number: int, case: CaseId) -> None:
        """Note which case a message that came in belongs to."""
        self._rows.flush(*_NAMES)
        self._rows.execute(_CONCERN, {"of": who, "number_hash": self._number(who, number), "about": case})

    def overdue(self, most: int) -> list[Message]:
        """Return messages whose time to be deleted has come."""
        return self._all(_DUE, {"at": self._rows.now, "most": most})

    def forget(self, ids: list[bytes]) -> None:
        """Drop messages that are gone, or can no longer be deleted."""
        if ids:
            self._rows.execute(_FORGET, [{"row": each} for each in ids])

    def _number(self, who: Who, number: int) -> bytes:
        return self._rows.shared.index.of("message", who + str(number).encode())

    def _all(self, statement: Any, parameters: dict[str, Any]) -> list[Message]:
        """Return messages; a damaged row, of which nobody can know any more where it stood, is dropped."""
        self._rows.flush(*_NAMES)
        found = []
        for row in self._rows.execute(statement, parameters).mappings().all():
            try:
                found.append(self._opened(row))
            except DamagedError:
                self._rows.advance_clock()  # raises where not the row is at fault but our keys, for being old ones
                self.forget([row["id"]])
        return found

    def _opened(self, row: Any) -> Message:
        body = self._rows.shared.keyring.queue.open_json(row["body"], place("messages", row["id"]))
        return Message(
            row["id"],
            Who(row["lane"]),
            Chat(body["chat"]),
            body["number"],
            body["at"],
            body["came"],
            row["case_id"],
            body.get("rang", 0),
        )
