"""What is to be sent: one row for each place on a screen, the newest wins, the most urgent goes first."""

from typing import Any

from bot.clock import MINUTE
from bot.domain.ids import CaseId
from storage.outbox import ANSWER, DIGEST, NOTICE, URGENT, Taken
from storage.store import Store, Tx
from tests.storage.site import START, Site, do, person

CASE = CaseId(b"c" * 12)


async def views(store: Store, most: int = 99) -> list[str]:
    """Return what may go now, in its order: the views, or the operations of rows without."""
    return [each.body.get("view", each.body["op"]) for each in await bodies(store, most)]


async def bodies(store: Store, most: int = 99) -> list[Taken]:
    def unit(tx: Tx) -> list[Taken]:
        found = [tx.outbox.get(each.slot) for each in tx.outbox.waiting(most)]
        assert None not in found
        return [each for each in found if each]

    return await do(store, unit)


async def show(store: Store, slot: str, view: str, **how: Any) -> None:
    await do(store, lambda tx: tx.outbox.show(person(tx), slot, view, **how))


async def test_a_row_comes_back_as_it_was_put(store: Store, site: Site) -> None:
    await show(store, "main", "wait", urgency=URGENT, case=CASE, silent=True, minutes=3, key=b"\0\xff")

    store = await site.again()
    [row] = await bodies(store)

    who = await do(store, lambda tx: tx.who(700_001))
    assert (row.lane, row.urgency, row.attempts, row.case_id) == (who, URGENT, 0, CASE)
    assert row.slot == await do(store, lambda tx: tx.outbox.slot(who, "main"))
    assert row.body["args"] == {"minutes": 3, "key": b"\0\xff"}
    assert (row.body["chat"], row.body["silent"]) == (700_001, True)


async def test_rows_of_one_slot_collapse_to_the_newest_and_other_slots_do_not(store: Store) -> None:
    def unit(tx: Tx) -> None:
        to, other = person(tx), person(tx, 700_002)
        for view in ("one", "two"):
            tx.outbox.show(to, "main", view)
            tx.outbox.show(other, "main", view + " to another")
            tx.outbox.show(to, "card", view + " on the card")
            tx.outbox.say(to, view + " alone")

    await do(store, unit)
    await show(store, "main", "three")

    expected = {"two to another", "two on the card", "one alone", "two alone", "three"}
    assert sorted(await views(store)) == sorted(expected)


async def test_order_is_class_then_rank_then_the_order_of_putting(store: Store, site: Site) -> None:
    put = [
        *(("digest", DIGEST, 0), ("notice", NOTICE, 0), ("answer 1", ANSWER, 0), ("answer 2", ANSWER, 0)),
        *(("page low", URGENT, 9), ("page 1", URGENT, 1), ("page 2", URGENT, 1), ("page critical", URGENT, 0)),
    ]
    for name, urgency, rank in put:
        await show(store, name, name, urgency=urgency, rank=rank)

    expected = [
        *("page critical", "page 1", "page 2", "page low", "answer 1", "answer 2", "notice", "digest"),
    ]
    assert await views(store) == expected
    assert await views(store, 3) == expected[:3]
    assert await views(await site.again()) == expected
    site.move(1)
    await show(site.stores[0], "answer 3", "answer 3")
    assert (await views(site.stores[0]))[4:7] == ["answer 1", "answer 2", "answer 3"]


async def test_what_was_put_while_the_row_was_in_flight_is_not_lost(store: Store) -> None:
    await show(store, "main", "before")
    [taken] = await bodies(store)

    await show(store, "main", "meanwhile")
    await do(store, lambda tx: tx.outbox.done(taken.slot, taken.rev))
    assert await views(store) == ["meanwhile"]

    [newer] = await bodies(store)
    await do(store, lambda tx: tx.outbox.done(newer.slot, newer.rev))
    assert await views(store) == []
    assert await do(store, lambda tx: tx.outbox.get(newer.slot)) is None


async def test_a_chat_that_is_held_waits_and_others_do_not(store: Store, site: Site) -> None:
    await show(store, "main", "held")
    await do(store, lambda tx: tx.outbox.show(person(tx, 700_002), "main", "free"))

    await do(store, lambda tx: tx.outbox.hold(tx.who(700_001), START + MINUTE))
    assert await views(store) == ["free"]
    await do(store, lambda tx: tx.outbox.hold(tx.who(700_001), START + 1))  # a hold is never shortened
    site.move(MINUTE - 1)
    assert await views(store) == ["free"]
    site.move(1)
    assert sorted(await views(store)) == ["free", "held"]


async def test_a_try_that_failed_is_counted_and_waits(store: Store, site: Site) -> None:
    await show(store, "main", "wait")
    [row] = await bodies(store)

    await do(store, lambda tx: tx.outbox.again(row.slot, b"older...", START + MINUTE))
    assert await views(store) == ["wait"]  # something newer stands there: it need not wait
    await do(store, lambda tx: tx.outbox.again(row.slot, row.rev, START + MINUTE))

    assert await views(store) == []
    assert await do(store, lambda tx: tx.outbox.next_due()) == START + MINUTE
    site.move(MINUTE)
    [again] = await bodies(store)
    assert (again.attempts, again.body) == (1, row.body)


async def test_forgetting_a_slot_and_wiping_a_chat_take_back_what_waits_there(store: Store) -> None:
    def unit(tx: Tx) -> None:
        to = person(tx)
        tx.outbox.show(to, "card", "gathered")
        tx.outbox.forget_slot(to.who, "card")
        tx.outbox.forget_slot(to.who, "main")

    await show(store, "main", "stored")
    await do(store, unit)
    assert await views(store) == []

    await show(store, "main", "stored")
    await do(store, lambda tx: tx.outbox.show(person(tx, 700_002), "main", "another chat"))

    def wipe(tx: Tx) -> None:
        tx.outbox.show(person(tx), "card", "gathered")
        tx.outbox.wipe(person(tx))

    await do(store, wipe)
    assert await views(store) == ["wipe", "another chat"]


async def test_each_operation_says_what_it_needs(store: Store) -> None:
    def unit(tx: Tx) -> None:
        to = person(tx)
        tx.outbox.drop(to, "main")
        tx.outbox.delete(to, 55)
        tx.outbox.wipe_case(to, CASE)
        tx.outbox.menu(to, "lawyer", "ky")

    await do(store, unit)

    found = {each.body["op"]: each.body for each in await bodies(store)}
    assert found.keys() == {"drop", "delete", "wipe-case", "menu"}
    assert found["delete"]["number"] == 55
    assert found["wipe-case"]["about"] == CASE
    assert (found["menu"]["role"], found["menu"]["lang"]) == ("lawyer", "ky")


async def test_what_may_wait_goes_with_what_goes_sooner_in_its_slot(store: Store, site: Site) -> None:
    await show(store, "list", "list", urgency=URGENT, rank=5, wait=MINUTE)
    assert await views(store) == []

    await show(store, "list", "list", urgency=URGENT, rank=5, wait=2 * MINUTE)
    site.clock.follow(START + MINUTE, 0)
    assert await views(store) == ["list"]  # the second put nothing off

    await show(store, "list", "list", urgency=URGENT, rank=0, ring=True)
    await show(store, "list", "list", urgency=NOTICE, rank=5, wait=MINUTE)
    [row] = await do(store, lambda tx: tx.outbox.waiting(9))
    assert (row.urgency, row.rank) == (URGENT, 0)


async def test_news_leaves_what_waits_in_its_slot_as_it_is_and_is_shown_where_nothing_waits(store: Store) -> None:
    await show(store, "card", "card", urgency=URGENT, ring=True)
    [before] = await bodies(store)
    await do(store, lambda tx: tx.outbox.refresh(person(tx), "card", "card"))

    [row] = await bodies(store)
    assert (row.urgency, row.body) == (URGENT, before.body)
    assert row.rev != before.rev  # so that it is shown again if it is on its way

    await do(store, lambda tx: tx.outbox.refresh(person(tx), "other", "card"))
    assert [each.body["silent"] for each in await bodies(store)] == [False, True]


async def test_within_a_unit_too_the_last_word_on_a_slot_stands(store: Store) -> None:
    def unit(tx: Tx) -> None:
        to = person(tx)
        tx.outbox.show(to, "list", "list", wait=MINUTE)
        tx.outbox.refresh(to, "card", "card")
        for slot in ("list", "card"):
            tx.outbox.drop(to, slot)

    await do(store, unit)

    assert await views(store) == ["drop", "drop"]


async def test_what_may_wait_does_not_become_a_first_page_by_joining_news(store: Store) -> None:
    """News of a list has rank 0 of its own class: with the class of a page that would be the gravest of all."""
    await do(store, lambda tx: tx.outbox.refresh(person(tx), "list", "list", urgency=NOTICE))
    await show(store, "list", "list", urgency=URGENT, rank=5, wait=MINUTE)
    await show(store, "first", "first", urgency=URGENT, rank=2)

    assert await views(store) == ["first", "list"]
