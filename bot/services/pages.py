"""A lawyer's pages and cards. Pages: one message a case, and one list for all of them when too many come at once.

A lawyer who has been paged for MOST different cases within WINDOW, all of which still wait, gets further cases
as lines of one list with a ✅ each. It rings at most once in RING_EVERY, whatever an attacker sends, and grows at most
once in LIST_EVERY; whoever is the first to be told of a case reads of it at once.

Who has which pages is one sealed value, so that a unit reads and writes one row however many lawyers there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.domain.case import Case
from bot.domain.ids import CaseId, Who
from bot.domain.people import Staff
from bot.domain.priority import LEVELS
from bot.services import priority
from bot.services.ports import NOTICE, URGENT, Tx

MOST = 5
WINDOW = 10 * 60_000
RING_EVERY = 60_000
LIST_EVERY = 2_000
"""How often the list of a lawyer changes who is not the first to be told of a case."""
LONGEST_LIST = 15
LIST = "pages"
_BOARD = "pages"
_ID, _WHO, _TIME = 12, 16, 8
"""Bytes."""


def page_slot(case_id: CaseId) -> str:
    """Return the slot of a case's page in a lawyer's chat."""
    return "page:" + case_id.hex()


def card_slot(case_id: CaseId) -> str:
    """Return the slot of a case's card in the chat of the lawyer who took it."""
    return "card:" + case_id.hex()


@dataclass(slots=True)
class _Pages:
    """What stands in one chat: cases with a page of their own (and when), and cases in the list."""

    single: dict[CaseId, int] = field(default_factory=dict)
    listed: list[CaseId] = field(default_factory=list)

    def key(self) -> tuple[bytes, bytes]:
        """Return them as the board keeps them."""
        return b"".join(case + at.to_bytes(_TIME) for case, at in self.single.items()), b"".join(self.listed)


class Board:
    """Everybody's pages, read once in a unit and written once. Those with the same pages share an entry."""

    def __init__(self, tx: Tx) -> None:
        """Read the board."""
        self._tx = tx
        self._of: dict[Who, _Pages] = {}  # those with the same pages share them until they change
        self._own: set[Who] = set()
        self._graver: dict[tuple[CaseId, ...], list[CaseId]] = {}
        for whom, single, listed in tx.values.get(_BOARD) or []:
            at = {CaseId(each[:_ID]): int.from_bytes(each[_ID:]) for each in _cut(single, _ID + _TIME)}
            fresh = {case: since for case, since in at.items() if since > tx.now - WINDOW}
            pages = _Pages(fresh, [CaseId(each) for each in _cut(listed, _ID)])
            self._of |= dict.fromkeys(map(Who, _cut(whom, _WHO)), pages)

    def save(self) -> None:
        """Write the board, without those who have no pages."""
        keys: dict[int, tuple[bytes, bytes]] = {}
        shared: dict[tuple[bytes, bytes], bytes] = {}
        for who, pages in self._of.items():
            if id(pages) not in keys:
                keys[id(pages)] = pages.key()
            key = keys[id(pages)]
            if any(key):
                shared[key] = shared.get(key, b"") + who
        self._tx.values.put(_BOARD, [[whom, *key] for key, whom in shared.items()])

    def page(self, member: Staff, case: Case, rank: int) -> None:
        """Page a member: with a message of its own, or with a line in the list."""
        pages = self._pages(member)
        if case.id in pages.listed or (case.id not in pages.single and len(pages.single) >= MOST):
            self._list(member, pages, case, rank)
            return
        pages.single[case.id] = self._tx.now
        self._tx.outbox.show(member, page_slot(case.id), "page", urgency=URGENT, rank=rank, case=case.id, ring=True)

    def forget(self, member: Staff, case: Case) -> bool:
        """Take a case off a member's pages; True where it stood in the list, which is shown anew."""
        pages = self._pages(member)
        pages.single.pop(case.id, None)
        if case.id not in pages.listed:
            return False
        pages.listed.remove(case.id)
        if pages.listed:
            self._tx.outbox.refresh(member, LIST, "pages", urgency=NOTICE)
        else:
            self._tx.outbox.drop(member, LIST)
        return True

    def listed(self, member: Staff) -> list[CaseId]:
        """Return the cases in a member's list."""
        return self._pages(member).listed

    def _pages(self, member: Staff) -> _Pages:
        """Return a member's pages, to be changed."""
        if member.who not in self._own:
            shared = self._of.get(member.who, _Pages())
            self._of[member.who] = _Pages({**shared.single}, [*shared.listed])
            self._own.add(member.who)
        return self._of[member.who]

    def _list(self, member: Staff, pages: _Pages, case: Case, rank: int) -> None:
        if case.id not in pages.listed:
            pages.listed = [*self._most_urgent(pages.listed), case.id]
            if member.who in case.plan.paged:  # it had a page of its own, longer ago than WINDOW
                self._tx.outbox.drop(member, page_slot(case.id))
        wait = 0 if rank < len(LEVELS) else LIST_EVERY
        self._tx.outbox.show(member, LIST, "pages", urgency=URGENT, rank=rank, ring=True, calm=RING_EVERY, wait=wait)

    def _most_urgent(self, listed: list[CaseId]) -> list[CaseId]:
        """Return what stays in a list when one case more comes: a flood of bare taps pushes nothing graver out."""
        if len(listed) < LONGEST_LIST:
            return listed
        key = tuple(listed)  # lawyers of one region mostly have the same
        if key not in self._graver:
            cases = sorted(self._tx.cases.of(listed), key=lambda case: priority.place(self._tx, case))
            self._graver[key] = [case.id for case in cases][: LONGEST_LIST - 1]
        return self._graver[key]


def _cut(joined: bytes, size: int) -> list[bytes]:
    return [joined[start : start + size] for start in range(0, len(joined), size)]


def take_back(tx: Tx, case: Case, whom: Iterable[Who]) -> None:
    """Take a case's pages back from some of those who were paged."""
    board = Board(tx)
    for who in whom:
        member = tx.staff.load(who)
        if member is not None and not board.forget(member, case):
            tx.outbox.drop(member, page_slot(case.id))
    board.save()


def taken(tx: Tx, case: Case, taker: Staff) -> None:
    """Somebody has taken the case: their own page goes, everyone else's says so."""
    board = Board(tx)
    for who in {taker.who, *case.plan.paged}:
        member = tx.staff.load(who)
        if member is None or board.forget(member, case):
            continue
        if member is taker:
            tx.outbox.drop(member, page_slot(case.id))
        else:
            tx.outbox.show(member, page_slot(case.id), "page-taken", case=case.id, urgency=NOTICE, silent=True)
    board.save()


def refresh_staff(tx: Tx, case: Case) -> None:
    """Show a change of the case on its lawyer's card. A page is told of a rise alone, by `judge_again`."""
    holder = None if case.claim is None else tx.staff.load(case.claim.who)
    if holder is not None:
        tx.outbox.refresh(holder, card_slot(case.id), "card", case=case.id)
