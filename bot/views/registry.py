"""Every view by the name that outbox rows carry."""

from collections.abc import Callable, Mapping

from bot.views import case_words, coordinator, deadlines, lawyer, limits, person, staff, words
from bot.views.guard import for_coordinator, for_holder
from bot.views.screen import Look, Screen

VIEWS: Mapping[str, Callable[[Look], Screen]] = {
    "screen": person.screen,
    "keys": person.keys,
    "not-stored": person.not_stored,
    "first-aid": person.first_aid,
    "page": lawyer.page,
    "pages": lawyer.pages,
    "page-taken": lawyer.page_taken,
    "card": lawyer.card,
    "claim-check": lawyer.claim_check,
    "limit-warning": limits.warning,
    "limit-warnings": for_coordinator(limits.warnings),
    "staff-deadlines": deadlines.for_staff,
    "staff-reminder": deadlines.reminder,
    "words-from-person": for_holder(words.from_person),
    "words-many": case_words.many,
    "words-sent": case_words.sent,
    "words-not-delivered": case_words.not_delivered,
    "words-whom": case_words.whom,
    "case-words": case_words.all_words,
    "note-ask": case_words.note_ask,
    "staff-closed": lawyer.closed,
    "staff-taken-away": lawyer.taken_away,
    "staff-home": staff.home,
    "staff-pending": staff.pending,
    "staff-cases": staff.cases,
    "staff-duty": staff.duty,
    "staff-help": staff.help_page,
    "staff-line": staff.line,
    "staff-note": staff.note,
    "staff-unreachable": staff.unreachable,
    "staff-case-damaged": staff.case_damaged,
    "join-request": for_coordinator(coordinator.join_request),
    "staff-list": for_coordinator(coordinator.members),
    "staff-revoke": for_coordinator(coordinator.revoke),
    "staff-open": for_coordinator(coordinator.open_cases),
    "staff-open-case": for_coordinator(coordinator.open_case),
    "staff-move": for_coordinator(coordinator.move),
    "staff-week": for_coordinator(coordinator.numbers),
    "staff-chart": for_coordinator(coordinator.chart),
    "words-from-staff": words.from_staff,
}
