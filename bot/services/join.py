"""Staff join by a single-use link and, all but the very first coordinator, a coordinator's ✅.

Until then they are pending: they see a check code and nothing else, and are paged nothing. A coordinator
compares the code with what the newcomer says in person. Whoever guesses links learns nothing.
"""

import secrets
from typing import Any, Literal, cast

from bot.domain.ids import Chat
from bot.domain.people import Role, Staff
from bot.services.ports import NOTICE, Tx
from bot.services.screen import hide
from bot.services.staff_home import staff_home

LONGEST_ALIAS = 40
Answered = Literal["confirmed", "declined", "answered-already"]


def invite(tx: Tx, role: str, regions: list[str], alias: str) -> str:
    """Store an invitation and return its secret, which fits a start link."""
    secret = tx.secret()
    expires = tx.now + tx.settings.hotline.invite_expires
    named = " ".join(alias.split())[:LONGEST_ALIAS] or tx.new_code()[:4]
    tx.invites.add(secret, {"role": role, "regions": list(regions), "alias": named, "expires": expires})
    tx.audit.add("invited", None, role=role, regions=list(regions), alias=named)
    return secret


def join(tx: Tx, chat: int, secret: str, language: str, message_number: int) -> bool:
    """Use an invitation; False for an unknown or expired one: the caller shows what everybody sees."""
    invitation = tx.invites.use(secret)
    if invitation is None or invitation["expires"] <= tx.now:
        return False
    known = tx.staff.load(tx.who(chat))
    if known is not None and known.active:
        tx.invites.add(secret, invitation)  # not spent on somebody who is in already
        tx.outbox.delete(known, message_number)
        staff_home(tx, known)
        return True
    member = _newcomer(tx, chat, invitation, language, known)
    _leave_person_behind(tx, member)
    tx.outbox.delete(member, message_number)
    if member.role == "coordinator" and not coordinators(tx):
        activate(tx, member)
        tx.audit.add("joined-first", member.who, alias=member.alias)
        return True
    tx.staff.save(member)
    tx.audit.add("asked-to-join", member.who, role=member.role, alias=member.alias)
    staff_home(tx, member)
    for coordinator in coordinators(tx):
        ask(tx, coordinator, member)
    return True


def coordinators(tx: Tx) -> list[Staff]:
    """Return the active coordinators."""
    return [member for member in tx.staff.all() if member.active and member.role == "coordinator"]


def ask(tx: Tx, coordinator: Staff, newcomer: Staff) -> None:
    """Show a coordinator how a request to join stands: open, confirmed or declined."""
    tx.outbox.show(coordinator, "join:" + newcomer.who.hex(), "join-request", urgency=NOTICE, newcomer=newcomer.who)


def answer(tx: Tx, coordinator: Staff, newcomer: Staff, *, let_in: bool) -> Answered:
    """✅ or ❌: let a newcomer in, or turn them away. The second coordinator to tap learns that it is done."""
    if newcomer.state != "pending":
        return "answered-already"
    for each in coordinators(tx):
        ask(tx, each, newcomer)
    tx.audit.add("confirmed" if let_in else "declined", coordinator.who, whom=newcomer.who, alias=newcomer.alias)
    if let_in:
        activate(tx, newcomer)
        return "confirmed"
    newcomer.state, newcomer.check_code = "revoked", ""
    tx.staff.save(newcomer)
    tx.outbox.wipe(newcomer)
    return "declined"


def activate(tx: Tx, member: Staff) -> None:
    """From now on the member sees and is paged what their role allows."""
    member.state, member.check_code, member.page, member.reachable = "active", "", {}, True
    tx.staff.save(member)
    tx.outbox.menu(member, member.role, member.lang)
    staff_home(tx, member)
    if member.role == "coordinator":
        for waiting in tx.staff.all():
            if waiting.state == "pending":
                ask(tx, member, waiting)


def _newcomer(tx: Tx, chat: int, invitation: dict[str, Any], language: str, known: Staff | None) -> Staff:
    languages = tx.settings.hotline.languages
    return Staff(
        who=tx.who(chat),
        chat=Chat(chat),
        alias=invitation["alias"],
        role=cast("Role", invitation["role"]),
        regions=list(invitation["regions"]),
        lang=language[:2] if language[:2] in languages else languages[0],
        state="pending",
        joined=tx.now,
        check_code=f"{secrets.randbelow(10_000):04}",
        page={"returned": True} if known is not None and known.state == "revoked" else {},
        version=0 if known is None else known.version,
    )


def _leave_person_behind(tx: Tx, member: Staff) -> None:
    """Whoever wrote here as a person before: that screen goes, their cases live on without it."""
    person = tx.people.load(member.who)
    if person is None:
        return
    hide(tx, person)
    if not person.cases:
        tx.people.forget(member.who)
