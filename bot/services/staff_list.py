"""/staff: who is in. 🗑 takes it all away at once: access, messages, open cases."""

from bot.domain.ids import CaseId
from bot.domain.people import Staff
from bot.services.claim import release
from bot.services.join import coordinators
from bot.services.ports import Tx

REF = 12
"""Bytes of a member's id that a button carries."""


def member_of(tx: Tx, reference: bytes) -> Staff:
    """Return the member a button is about; raises LookupError."""
    for member in tx.staff.all():
        if member.who[:REF] == reference:
            return member
    raise LookupError("member")


def may_revoke(tx: Tx, member: Staff) -> bool:
    """Tell whether a member can be revoked: not twice, and never the last coordinator."""
    if member.state == "revoked":
        return False
    return not (member.active and member.role == "coordinator" and len(coordinators(tx)) == 1)


def revoke(tx: Tx, by: Staff, member: Staff) -> bool:
    """Take a member's access: nothing more is shown to them, what stands in their chat goes, their cases are free."""
    if not may_revoke(tx, member):
        return False
    member.state, member.check_code, member.page = "revoked", "", {}
    held = list(member.open)
    for case_id in held:
        _free(tx, member, case_id)
    member.open = []
    tx.staff.save(member)
    tx.outbox.wipe(member)
    tx.outbox.menu(member, "person", member.lang)
    tx.audit.add("revoked", by.who, whom=member.who, alias=member.alias, cases=len(held))
    return True


def _free(tx: Tx, member: Staff, case_id: CaseId) -> None:
    case = tx.cases.load(case_id)
    if case is not None and case.claim is not None and case.claim.who == member.who and case.state == "open":
        release(tx, case, "revoked")
        tx.cases.save(case)
