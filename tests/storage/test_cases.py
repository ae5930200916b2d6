"""A case is its events: stored with its summary or not at all, each bound to its place."""

import hashlib
from dataclasses import replace

import pytest
from sqlalchemy import func, select, update

from bot.domain.case import Claim, Event, Plan
from bot.domain.ids import CaseId, Who
from storage import schema
from storage.errors import StorageError
from storage.store import Store, Tx
from storage.vault import to_json
from tests.storage.filled import fill
from tests.storage.site import START, Site, binary_rows, case, do, load, opened, person

FULL = {
    "mode": "other",
    "urgent": True,
    "region": "osh",
    "district": "osh-city",
    "answers": {"where": {"code": "station"}, "own words": "Ош, милиция 🆘", "raw": b"\x00\xff"},
    "plan": Plan(2, START, [Who(b"1" * 16)], [Who(b"1" * 16), Who(b"2" * 16)], [Who(b"3" * 16)]),
    "claim": Claim(Who(b"1" * 16), START, START, held_until=START + 5),
    "closing": {"outcome": "released"},
    "fact": b"f" * 12,
}


async def test_everything_in_a_case_comes_back(store: Store, site: Site) -> None:
    made = await opened(store, **FULL)

    read = await load(await site.again(), made.id)

    assert read == made
    assert read is not made


async def test_an_unknown_case_is_none(store: Store) -> None:
    def unit(tx: Tx) -> tuple[object, ...]:
        nobody = tx.new_case_id()
        return tx.cases.load(nobody), tx.cases.events(nobody), tx.cases.event(nobody, 1)

    assert await do(store, unit) == (None, [], None)


async def test_events_come_back_in_order_with_a_chain_that_anybody_can_check(store: Store) -> None:
    made = await opened(store)

    def go_on(tx: Tx) -> None:
        known = tx.cases.load(made.id)
        assert known
        known.record("claimed", tx.now, "staff", who=b"\1")
        tx.cases.save(known)
        known.record("said", tx.now, "person", text="Спасибо, ырахмат 🙏")
        tx.cases.save(known)

    await do(store, go_on)

    events = await do(store, lambda tx: tx.cases.events(made.id))
    assert [(each.kind, each.by, each.data) for each in events] == [
        ("opened", "person", {"how": "button"}),
        ("claimed", "staff", {"who": b"\1"}),
        ("said", "person", {"text": "Спасибо, ырахмат 🙏"}),
    ]
    assert await do(store, lambda tx: [tx.cases.event(made.id, n) for n in (1, 2, 3, 4)]) == [*events, None]
    known = await load(store, made.id)
    assert known
    assert (known.n, known.last_hash) == (3, chain(events))


def chain(events: list[Event]) -> str:
    """Work the chain out from what the design says about it, not from the code."""
    last = ""
    for each in events:
        plain = to_json({"v": each.v, "kind": each.kind, "at": each.at, "by": each.by, "data": each.data})
        last = hashlib.sha256(bytes.fromhex(last) + plain).hexdigest()
    return last


async def test_a_unit_sees_its_own_events_and_cases(store: Store) -> None:
    def unit(tx: Tx) -> None:
        made = case(tx)
        tx.cases.save(made)
        assert tx.cases.load(made.id) is made
        assert tx.cases.event(made.id, 1)
        made.record("claimed", tx.now, "staff")
        tx.cases.save(made)
        assert [each.kind for each in tx.cases.events(made.id)] == ["opened", "claimed"]
        assert [each.id for each in tx.cases.all_open()] == [made.id]

    await do(store, unit)


async def test_a_unit_that_fails_leaves_neither_event_nor_change(store: Store) -> None:
    made = await opened(store)

    def fails(tx: Tx) -> None:
        known = tx.cases.load(made.id)
        assert known
        known.urgent = True
        known.record("claimed", tx.now, "staff")
        tx.cases.save(known)
        tx.rows.flush()
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        await store.run(fails)

    assert await load(store, made.id) == made
    assert len(await do(store, lambda tx: tx.cases.events(made.id))) == 1


async def test_open_cases_are_those_that_are_neither_closed_nor_damaged(store: Store) -> None:
    urgent, plain, closed, broken = [await opened(store, urgent=n == 0) for n in range(4)]

    def close(tx: Tx) -> list[CaseId]:
        known = tx.cases.load(closed.id)
        assert known
        known.state = "closed"
        tx.cases.save(known)
        return [each.id for each in tx.cases.all_open()]

    assert closed.id not in await do(store, close)
    await store.database.run(
        lambda c: c.execute(update(schema.cases).where(schema.cases.c.id == broken.id).values(head=b"\1" * 99))
    )

    assert {each.id for each in await do(store, lambda tx: tx.cases.all_open())} == {urgent.id, plain.id}


async def test_two_cases_never_share_a_code(store: Store) -> None:
    made = await opened(store)

    def again(tx: Tx) -> None:
        tx.cases.save(replace(case(tx), code=made.code))

    with pytest.raises(StorageError, match=r"IntegrityError|UniqueViolation"):
        await store.run(again)


async def test_destroying_a_case_leaves_no_row_of_it_whether_gathered_or_stored(store: Store) -> None:
    case_id = await fill(store)
    other = await opened(store)

    def unit(tx: Tx) -> None:
        known = tx.cases.load(case_id)
        assert known
        known.record("erased", tx.now, "person")
        tx.cases.save(known)
        tx.outbox.show(person(tx), "main", "case", case=case_id)
        tx.outbox.show(person(tx), "other", "case", case=other.id)
        tx.cases.destroy(case_id)
        assert tx.cases.load(case_id) is None

    await do(store, unit)

    rows = await store.database.run(binary_rows)
    del rows["messages.case_id"], rows["timers.subject"]  # what stands in the chat must be deleted there, in its time
    assert not [name for name, values in rows.items() if case_id in values]
    left = await store.database.run(lambda c: c.execute(select(func.count()).select_from(schema.events)).scalar())
    assert left == 1
    assert await load(store, case_id) is None
    assert await do(store, lambda tx: len(tx.outbox.waiting(9))) == 1


async def test_a_case_made_and_destroyed_in_one_unit_was_never_there(store: Store) -> None:
    def unit(tx: Tx) -> None:
        made = case(tx)
        tx.cases.save(made)
        tx.cases.destroy(made.id)

    await do(store, unit)

    rows = await store.database.run(binary_rows)
    assert not rows["cases.id"]
    assert not rows["events.case_id"]
