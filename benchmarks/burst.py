"""8 and 64 reports in the same instant, half of them 🆘 and half 📝: every one stored, every code its own, no error."""

import asyncio
import time

from benchmarks.labels import DROP, SEND, SKIP, SOS
from benchmarks.measure import run, tell
from benchmarks.rig import LONG, Watched, hotline_on, staff, store_of
from bot.config import REGIONS
from practice.telegram import Message, Phone
from storage.store import Tx
from tests.hotline import Hotline

SIZES = (8, 64)
_FASTER = 60.0  # while the reports are filled in; the instant itself goes by at the usual pace
_PATIENCE = 60.0


async def main() -> None:
    """Print for each size what was stored, how fast, and what went wrong."""
    for size in SIZES:
        await _burst(size)


async def _burst(size: int) -> None:
    async with Watched() as telegram:
        telegram.add_bot()
        async with hotline_on(telegram, LONG) as hotline:
            await staff(hotline, REGIONS, len(REGIONS))
            await hotline.start()
            await telegram.clock.set_rate(_FASTER)
            telegram.query_life_ms *= int(_FASTER)
            people = [telegram.phone(f"Человек {n}") for n in range(size)]
            await asyncio.gather(*(_ready(phone, n) for n, phone in enumerate(people)))
            await telegram.idle()
            await telegram.clock.set_rate(1)
            began = time.perf_counter()
            taps = [phone.tap(SOS if n % 2 == 0 else SEND, timeout=_PATIENCE) for n, phone in enumerate(people)]
            popups = await asyncio.gather(*taps)
            took = time.perf_counter() - began
            await hotline.stop()
            codes = await _codes(hotline)
    tell(f"{size} at once: stored", f"{len(codes)} of {size}", "all", met=len(codes) == size)
    tell(f"{size} at once: different codes", str(len(set(codes))), "all", met=len(set(codes)) == size)
    wrong = sum(popup is None for popup in popups) + len(telegram.problems) + _errors(hotline)
    tell(f"{size} at once: errors", str(wrong), "0", met=wrong == 0)
    tell(f"{size} at once: the last one stored and answered after", f"{took * 1000:.0f} ms")


async def _ready(phone: Phone, number: int) -> None:
    """Come to the last tap: 🆘 on the first screen, or 🏁 on a report of which every question was skipped."""
    await phone.start("r_" + REGIONS[number % len(REGIONS)])
    first = await phone.shows(lambda message: message.button(SOS) is not None, timeout=_PATIENCE)
    if number % 2 == 0:
        return
    await phone.send("/report")
    await phone.gone(first, timeout=_PATIENCE)
    while (page := await phone.shows(_skip_or_send, timeout=_PATIENCE)).button(SEND) is None:
        shown = page.text
        await phone.tap(SKIP, page, timeout=_PATIENCE)
        await phone.until(lambda phone, shown=shown: _changed(phone, shown), "the next question", timeout=_PATIENCE)  # type: ignore[misc]


def _skip_or_send(message: Message) -> bool:
    return message.button(DROP) is not None and (message.button(SKIP) or message.button(SEND)) is not None


def _changed(phone: Phone, shown: str) -> bool:
    page = phone.find(_skip_or_send)
    return page is not None and page.text != shown


async def _codes(hotline: Hotline) -> list[str]:
    def unit(tx: Tx) -> list[str]:
        return [case.code for case in tx.cases.all_open()]

    async with store_of(hotline) as store:
        return await store.run(unit, commit=False) or []


def _errors(hotline: Hotline) -> int:
    return sum(" ERROR " in line for line in hotline.stderr)


if __name__ == "__main__":
    run(main)
