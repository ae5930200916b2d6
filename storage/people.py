"""People and staff: found by keyed hash, kept sealed."""

from dataclasses import fields
from operator import attrgetter

from sqlalchemy import bindparam, delete, select

from bot.domain.ids import Who
from bot.domain.people import Person, Staff, person_from, staff_from
from storage import schema
from storage.errors import DamagedError
from storage.rows import Rows
from storage.vault import place

_DAY = 86_400_000
_PERSON = select(schema.people.c.body).where(schema.people.c.who == bindparam("key"))
_FORGET = delete(schema.people).where(schema.people.c.who == bindparam("key"))
_IDLE = select(schema.people).where(schema.people.c.idle_day < bindparam("day"))
_values_of = attrgetter(*(each.name for each in fields(Staff)))
_STAFF = select(schema.staff.c.who, schema.staff.c.version, schema.staff.c.body)


class People:
    """The people one unit of work touches."""

    def __init__(self, rows: Rows) -> None:
        """Begin with none loaded."""
        self._rows = rows
        self._loaded: dict[Who, Person | None] = {}

    def load(self, who: Who) -> Person | None:
        """Return a person, or None for somebody we do not remember: one whose row is damaged is a stranger too."""
        if who not in self._loaded:
            body = self._rows.execute(_PERSON, {"key": who}).scalar()
            self._loaded[who] = None if body is None else self._opened(who, body)
        return self._loaded[who]

    def save(self, person: Person) -> None:
        """Store a person, touched now."""
        self._loaded[person.who] = person
        body = self._rows.shared.keyring.queue.seal_json(person.summary(), place("people", person.who))
        row = {"who": person.who, "idle_day": self._rows.now // _DAY, "body": body}
        self._rows.gather("people", self._rows.upsert(schema.people, ("who",), "idle_day", "body"), person.who, row)

    def forget(self, who: Who) -> None:
        """Drop the person's row: the link between a chat and its cases."""
        self._rows.ungather(lambda row: row["who"] == who, "people")
        self._rows.execute(_FORGET, {"key": who})
        self._loaded[who] = None

    def idle(self, before: int) -> list[Person]:
        """Return those not seen since `before` (milliseconds), to the day; a damaged row of that age is dropped."""
        self._rows.flush("people")
        found = []
        for row in self._rows.execute(_IDLE, {"day": before // _DAY}).mappings().all():
            person = self._opened(Who(row["who"]), row["body"])
            if person is None:
                self.forget(Who(row["who"]))
            else:
                found.append(person)
        return found

    def _opened(self, who: Who, body: bytes) -> Person | None:
        try:
            return person_from(who, self._rows.shared.keyring.queue.open_json(body, place("people", who)))
        except DamagedError:
            self._rows.advance_clock()  # raises where not the row is at fault but our keys, for being old ones
            return None


class StaffRows:
    """The staff: a handful of rows, read whole, each opened when it is asked for."""

    def __init__(self, rows: Rows) -> None:
        """Begin with none loaded."""
        self._rows = rows
        self._sealed: dict[Who, tuple[int, bytes]] | None = None
        self._loaded: dict[Who, Staff] = {}

    def all(self) -> list[Staff]:
        """Return every member, the revoked too; a damaged row is passed over, for it must not silence the others."""
        everybody = dict.fromkeys((*self._read(), *self._loaded))
        return [member for member in map(self.load, everybody) if member is not None]

    def load(self, who: Who | None) -> Staff | None:
        """Return a member, or None for anybody else."""
        if who is None:
            return None
        if who not in self._loaded:
            sealed = self._read().get(who)
            if sealed is None:
                return None
            try:
                self._loaded[who] = self._opened(who, *sealed)
            except DamagedError:
                return None
        return self._loaded[who]

    def _read(self) -> dict[Who, tuple[int, bytes]]:
        if self._sealed is None:
            self._sealed = {who: (version, body) for who, version, body in self._rows.execute(_STAFF).all()}
        return self._sealed

    def save(self, member: Staff) -> None:
        """Store a member."""
        self._loaded[member.who] = member
        member.version += 1
        body = self._rows.shared.keyring.staff.seal_json(member.summary(), place("staff", member.who, member.version))
        self._rows.gather(
            "staff",
            self._rows.upsert(schema.staff, ("who",), "version", "body"),
            member.who,
            {"who": member.who, "version": member.version, "body": body},
        )

    def _opened(self, who: Who, version: int, body: bytes) -> Staff:
        known = self._rows.shared.staff.get(who)
        if known is not None and known[0] == body and known[1].version == version:
            return _copy(known[1])
        where = place("staff", who, version)
        member = staff_from(who, version, self._rows.shared.keyring.staff.open_json(body, where))
        if not member.page:  # what a member is in the middle of writing is kept no longer than its row
            self._rows.shared.staff[who] = body, _copy(member)
        return member


def _copy(member: Staff) -> Staff:
    """Return a member whom one unit may change without another unit seeing it."""
    copied = Staff(*_values_of(member))
    copied.regions, copied.open, copied.page = [*member.regions], [*member.open], {**member.page}
    return copied
