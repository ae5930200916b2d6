"""Who may see a view is checked when it is made: rights may have gone since it was asked for."""

from collections.abc import Callable

from bot.domain.case import Case
from bot.domain.people import Staff
from bot.views.screen import Look, Screen


def case_of(look: Look) -> Case:
    """Return the case at hand; raises LookupError when it is gone."""
    if look.case is None:
        raise LookupError("case")
    return look.case


def member_of(look: Look) -> Staff:
    """Return the active member who looks; raises LookupError for anybody else."""
    if not (isinstance(look.to, Staff) and look.to.active):
        raise LookupError("member")
    return look.to


def held_case(look: Look) -> Case:
    """Return the case if whoever looks holds it; raises LookupError otherwise."""
    member, case = member_of(look), case_of(look)
    if case.claim is None or case.claim.who != member.who:
        raise LookupError("not yours")
    return case


def for_coordinator(view: Callable[[Look], Screen]) -> Callable[[Look], Screen]:
    """Return the view, for active coordinators alone."""

    def guarded(look: Look) -> Screen:
        if member_of(look).role != "coordinator":
            raise LookupError("coordinator")
        return view(look)

    return guarded


def for_holder(view: Callable[[Look], Screen]) -> Callable[[Look], Screen]:
    """Return the view, for whoever holds its case alone."""

    def guarded(look: Look) -> Screen:
        held_case(look)
        return view(look)

    return guarded
