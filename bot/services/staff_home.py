"""A member's menu: one message whose pages replace each other. A command shows it anew, at the bottom."""

from typing import Any

from bot.domain.people import Staff
from bot.services import card
from bot.services.claim import BUSY_HOURS, Holding
from bot.services.ports import Tx

HOME = "home"
_HOUR = 60 * 60_000


def show(tx: Tx, member: Staff, page: str, *, anew: bool = False, **args: Any) -> None:
    """Show a page of the menu; `anew` sends it again, for an edit further up would go unseen."""
    tx.outbox.show(member, HOME, "staff-" + page, silent=True, ring=anew, **args)


def staff_home(tx: Tx, member: Staff) -> None:
    """Show the menu of the member's role, or the check code while they wait for their ✅."""
    show(tx, member, "pending" if member.state == "pending" else "home", anew=True)


def choose_busy(tx: Tx, holding: Holding) -> None:
    """Ask on the card for how long."""
    card.turn(tx, holding, "busy")


def rest(tx: Tx, member: Staff, hours: int) -> None:
    """⏳ without a case: the member is not the first to be paged; raises ValueError for hours not offered."""
    if hours not in BUSY_HOURS:
        raise ValueError(hours)
    member.busy_until = tx.now + hours * _HOUR
    tx.staff.save(member)
    show(tx, member, "duty")


def back_on(tx: Tx, member: Staff) -> None:
    """✅: back before the time was over."""
    member.busy_until = 0
    tx.staff.save(member)
    show(tx, member, "duty")


def choose_language(tx: Tx, member: Staff, lang: str) -> None:
    """🌐: the member reads another language from now on; raises ValueError for one that is not offered."""
    if lang not in tx.settings.hotline.languages:
        raise ValueError(lang)
    member.lang = lang
    tx.staff.save(member)
    tx.outbox.menu(member, member.role, lang)
    show(tx, member, "home")


def present(tx: Tx, member: Staff) -> None:
    """Note that a member who could not be reached is there again."""
    if not member.reachable:
        member.reachable = True
        tx.staff.save(member)


def empty(tx: Tx, member: Staff) -> None:
    """🙈: delete all messages in the chat. Cases and duties stay; /start or /cases brings them back."""
    member.page = {}
    tx.staff.save(member)
    tx.outbox.wipe(member)
