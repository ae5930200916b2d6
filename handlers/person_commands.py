"""The commands everybody has. Each shows its page below the command, so that it is seen."""

from collections.abc import Callable, Mapping

from bot.domain.people import Person
from bot.services import report
from bot.services.screen import go, hide, show_below
from storage.store import Tx

Command = Callable[[Tx, Person], None]


def _anew(act: Command) -> Command:
    """Show the screen anew below the command; who is held keeps the one message that is edited."""

    def command(tx: Tx, person: Person) -> None:
        act(tx, person)
        show_below(tx, person)

    return command


def _page(name: str) -> Command:
    return _anew(lambda tx, person: go(tx, person, name))


def _aside(name: str) -> Command:
    """Show a page whose way back leads to the case that is on screen now."""
    return _anew(lambda tx, person: go(tx, person, name, None if person.hidden else person.page.get("case")))


def _report(tx: Tx, person: Person) -> None:
    report.begin(tx, person)


COMMANDS: Mapping[str, Command] = {
    "report": _anew(_report),
    "cases": _page("cases"),
    "rights": _aside("rights"),
    "language": _aside("languages"),
    "help": _page("help"),
    "erase": _page("confirm-erase"),
    "hide": hide,
}
