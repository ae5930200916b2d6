"""People and staff: found by keyed hash, kept sealed, read back whole."""

from sqlalchemy import Connection, select, update

from bot.clock import DAY
from bot.domain.ids import CaseId
from storage import schema
from storage.store import Store, Tx
from tests.storage.site import Site, do, lawyer, person, save_people


async def test_a_person_comes_back_whole(store: Store, site: Site) -> None:
    def save(tx: Tx) -> None:
        who = person(tx, lang="ky", region="osh", cases=[CaseId(b"c" * 12)], page={"form": {"at": 3}}, silent=True)
        who.waiting.append({"text": "кийин айтам"})
        tx.people.save(who)
        assert tx.people.load(who.who) is who

    await do(store, save)
    store = await site.again()
    read = await do(store, lambda tx: tx.people.load(tx.who(700_001)))

    assert read
    assert (read.chat, read.lang, read.region, read.cases, read.page, read.silent, read.waiting) == (
        *(700_001, "ky", "osh", [b"c" * 12], {"form": {"at": 3}}, True, [{"text": "кийин айтам"}]),
    )
    assert await do(store, lambda tx: tx.people.load(tx.who(700_002))) is None


async def test_nobody_is_found_through_another_bot(store: Store, site: Site) -> None:
    await do(store, lambda tx: tx.people.save(person(tx)))
    other = await site.open(bot=77)

    assert await do(other, lambda tx: tx.people.load(tx.who(700_001))) is None
    assert await do(other, lambda tx: tx.who(700_001)) != await do(other, lambda tx: tx.who(700_002))


async def test_a_forgotten_person_is_gone_gathered_or_stored(store: Store) -> None:
    await do(store, lambda tx: tx.people.save(person(tx)))

    def forget(tx: Tx) -> None:
        tx.people.save(person(tx, lang="ru"))
        tx.people.forget(tx.who(700_001))
        assert tx.people.load(tx.who(700_001)) is None

    await do(store, forget)

    assert await do(store, lambda tx: tx.people.load(tx.who(700_001))) is None
    assert await store.database.run(lambda c: c.execute(select(schema.people)).all()) == []


async def test_idle_people_are_those_not_touched_since_the_day(store: Store, site: Site) -> None:
    await save_people(store, 1, 2)
    before = site.move(30 * DAY)
    await do(store, lambda tx: tx.people.save(person(tx, 2)))

    assert [each.chat for each in await do(store, lambda tx: tx.people.idle(before))] == [1]
    assert await do(store, lambda tx: tx.people.idle(before - 30 * DAY)) == []


async def test_a_person_moved_to_another_row_is_a_stranger(store: Store, site: Site) -> None:
    await save_people(store, 1, 2)

    def move(connection: Connection) -> None:
        first, second = connection.execute(select(schema.people)).all()
        connection.execute(update(schema.people).where(schema.people.c.who == second.who).values(body=first.body))

    await store.database.run(move)

    known = await do(store, lambda tx: [tx.people.load(tx.who(chat)) is not None for chat in (1, 2)])
    assert sorted(known) == [False, True]

    before = site.move(30 * DAY)
    assert len(await do(store, lambda tx: tx.people.idle(before))) == 1
    assert len(await store.database.run(lambda c: c.execute(select(schema.people)).all())) == 1


async def test_staff_come_back_whole_with_a_version_that_grows(store: Store, site: Site) -> None:
    def join(tx: Tx) -> None:
        tx.staff.save(lawyer(tx, alias="Айгүл Ж.", regions=["osh", "batken"], state="pending", check_code="4711"))
        tx.staff.save(lawyer(tx, 800_002, role="coordinator", busy_until=tx.now + 5))

    def confirm(tx: Tx) -> None:
        known = tx.staff.load(tx.who(800_001))
        assert known
        known.state, known.check_code = "active", ""
        tx.staff.save(known)

    await do(store, join)
    await do(store, confirm)
    store = await site.again()
    staff = {int(each.chat): each for each in await do(store, lambda tx: tx.staff.all())}

    first = staff[800_001]
    assert (first.alias, first.regions, first.state, first.active, first.check_code, first.version) == (
        *("Айгүл Ж.", ["osh", "batken"], "active", True, "", 2),
    )
    assert (staff[800_002].role, staff[800_002].version) == ("coordinator", 1)
    assert await do(store, lambda tx: (tx.staff.load(None), tx.staff.load(tx.who(1)))) == (None, None)


async def test_an_older_row_of_a_member_put_back_is_not_believed(store: Store) -> None:
    await do(store, lambda tx: tx.staff.save(lawyer(tx)))
    old = await store.database.run(lambda c: c.execute(select(schema.staff.c.body)).scalar_one())

    def revoke(tx: Tx) -> None:
        known = tx.staff.load(tx.who(800_001))
        assert known
        known.state = "revoked"
        tx.staff.save(known)

    await do(store, revoke)
    await store.database.run(lambda c: c.execute(update(schema.staff).values(body=old)))

    assert await do(store, lambda tx: tx.staff.all()) == []


async def test_a_damaged_row_does_not_silence_the_rest_of_the_staff(store: Store) -> None:
    def join(tx: Tx) -> None:
        for chat in (800_001, 800_002):
            tx.staff.save(lawyer(tx, chat))

    await do(store, join)
    who = await do(store, lambda tx: tx.who(800_001))
    damage = update(schema.staff).where(schema.staff.c.who == who).values(body=b"\1" * 99)
    await store.database.run(lambda c: c.execute(damage))

    assert [each.chat for each in await do(store, lambda tx: tx.staff.all())] == [800_002]
