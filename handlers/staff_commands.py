"""The commands of staff. What only coordinators may ask for shows everybody else their own menu."""

from collections.abc import Callable, Mapping

from bot.domain.people import Staff
from bot.services import staff_home
from bot.services.week import this_week
from bot.views.texts import Texts
from storage.store import Tx

Command = Callable[[Tx, Staff, Texts], None]


def _page(name: str, text: str = "") -> Command:
    def command(tx: Tx, member: Staff, _texts: Texts) -> None:
        staff_home.present(tx, member)
        staff_home.show(tx, member, name, anew=True, **({"text": text} if text else {}))

    return command


def _coordinators(command: Command) -> Command:
    def checked(tx: Tx, member: Staff, texts: Texts) -> None:
        (command if member.role == "coordinator" else _page("home"))(tx, member, texts)

    return checked


def _week(tx: Tx, member: Staff, _texts: Texts) -> None:
    staff_home.show(tx, member, "week", anew=True, week=this_week(tx))


def _hide(tx: Tx, member: Staff, _texts: Texts) -> None:
    staff_home.empty(tx, member)


COMMANDS: Mapping[str, Command] = {
    "help": _page("help"),
    "cases": _page("cases"),
    "duty": _page("duty"),
    "language": _page("home"),
    "hide": _hide,
    "week": _coordinators(_week),
    "open": _coordinators(_page("open")),
    "staff": _coordinators(_page("list")),
    "rota": _coordinators(_page("line", "staff-no-rota")),
    "drill": _coordinators(_page("line", "staff-no-drill")),
}
