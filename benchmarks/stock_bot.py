"""A hotline as one would write it in an afternoon: plain python-telegram-bot, everything in a dict.

It makes the same Bot API calls in the same conversation as the real one (benchmarks/story.py) and does nothing
else: nothing is stored, sealed, limited, repeated or escalated. The library's defaults throughout; with
--aiohttp its transport is ours.
"""

import argparse
import json
import sys
from dataclasses import dataclass, field
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, Update
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from benchmarks.labels import DONE, FLAG, REGIONS, SOS, TAKE, TAKEN, WHO

_ACT = 10  # characters of a label: the whole would not fit a button
SHORT, MIDDLE, LONG = ("слово " * number for number in (15, 60, 100))
WAYS_OUT = [["Права", "Скрыть этот чат"], ["Отозвать обращение", "Удалить"]]
CARD = [["Проверено"], ["В пути", "Не сейчас"], ["Все сообщения", "Заметка"], ["Передать"], ["Вернуть"], ["Завершить"]]
REGION_ROWS = [list(REGIONS.values())[n : n + 2] for n in range(0, len(REGIONS), 2)]

Rows = list[list[str]]


@dataclass
class Case:
    """What is known of one person."""

    chat: int
    region: str
    screen: int
    page: int = 0
    card: int = 0
    lawyer: int = 0
    answers: dict[str, Any] = field(default_factory=dict)


class Hotline:
    """All cases by the person's chat, and each region's lawyer."""

    def __init__(self, lawyers: dict[str, int]) -> None:
        self.cases: dict[int, Case] = {}
        self.lawyers = lawyers

    async def start(self, update: Update, context: Any) -> None:
        """The reply keys, then the first screen."""
        assert update.message is not None
        chat = update.message.chat.id
        region = (update.message.text or "").partition("r_")[2]
        keys = ReplyKeyboardMarkup([[SOS], [SOS]], resize_keyboard=True)
        await context.bot.send_message(chat, SHORT, reply_markup=keys, disable_notification=True)
        sent = await context.bot.send_message(
            chat, MIDDLE, reply_markup=_keyboard([[SOS], [SOS], ["🌐", "🌐"]], chat), disable_notification=True
        )
        self.cases[chat] = Case(chat, region, sent.message_id)

    async def tapped(self, update: Update, context: Any) -> None:
        """Answer the tap, then do what the button says."""
        query = update.callback_query
        assert query is not None
        await query.answer()
        about, _, label = str(query.data).partition(":")
        case = self.cases[int(about)]
        if TAKE.startswith(label):
            await self._take(case, query.from_user.id, context.bot)
        elif SOS.startswith(label):
            await self._page(case, context.bot)
        else:
            await self._answer(case, label, context.bot)

    async def words(self, update: Update, context: Any) -> None:
        """Pass a person's words on."""
        assert update.message is not None
        case = self.cases[update.message.chat.id]
        case.answers.setdefault("words", []).append(update.message.text)
        if case.lawyer:
            await context.bot.send_message(case.lawyer, f"{SHORT}\n\n{update.message.text}")
        await _show(context.bot, case, LONG, [["➕"], *WAYS_OUT])

    async def _page(self, case: Case, bot: Any) -> None:
        lawyer = self.lawyers[case.region]
        sent = await bot.send_message(lawyer, SHORT, reply_markup=_keyboard([[TAKE, "ℹ️"], ["❌"]], case.chat))
        case.page = sent.message_id
        await _show(bot, case, MIDDLE, [[WHO, "Другого человека"], *WAYS_OUT])

    async def _take(self, case: Case, lawyer: int, bot: Any) -> None:
        case.lawyer = lawyer
        await bot.delete_messages(lawyer, [case.page])
        sent = await bot.send_message(lawyer, LONG, reply_markup=_keyboard(CARD, case.chat))
        case.card = sent.message_id
        await _show(bot, case, MIDDLE, [[WHO, "Другого человека"], *WAYS_OUT])

    async def _answer(self, case: Case, label: str, bot: Any) -> None:
        case.answers[label] = not case.answers.get(label)
        if WHO.startswith(label):
            rows, text = [*REGION_ROWS, ["↩️", "⏭"]], LONG
        elif DONE.startswith(label):
            rows, text = [["➕"]], LONG
        else:
            rows, text = [[f"{FLAG}{n}"] for n in range(8)] + [[DONE], ["↩️", "⏭"]], MIDDLE
        await _show(bot, case, text, [*rows, *WAYS_OUT])
        if case.card:
            known = " · ".join(case.answers)
            await bot.edit_message_text(
                f"{LONG}\n{known}", case.lawyer, case.card, reply_markup=_keyboard(CARD, case.chat)
            )


async def _show(bot: Any, case: Case, text: str, rows: Rows) -> None:
    text = f"{text}{len(case.answers)} {TAKEN if case.lawyer else ''}"  # Telegram refuses an edit that changes nothing
    await bot.edit_message_text(text, case.chat, case.screen, reply_markup=_keyboard(rows, case.chat))


def _keyboard(rows: Rows, about: int) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=f"{about}:{label[:_ACT]}") for label in row] for row in rows]
    )


async def _ready(_application: Any) -> None:
    sys.stdout.write("stock: ready\n")
    sys.stdout.flush()


def main() -> None:
    """Run until told to stop."""
    parser = argparse.ArgumentParser()
    parser.add_argument("api_url")
    parser.add_argument("token")
    parser.add_argument("lawyers", type=json.loads)
    parser.add_argument("--aiohttp", action="store_true")
    given = parser.parse_args()
    builder: Any = ApplicationBuilder().token(given.token).base_url(f"{given.api_url}/bot").post_init(_ready)
    if given.aiohttp:
        from bot.runtime.request import AiohttpRequest

        builder = builder.request(AiohttpRequest()).get_updates_request(AiohttpRequest())
    application: Application[Any, Any, Any, Any, Any, Any] = builder.build()
    hotline = Hotline(given.lawyers)
    application.add_handler(CommandHandler("start", hotline.start))
    application.add_handler(CallbackQueryHandler(hotline.tapped))
    application.add_handler(MessageHandler(filters.TEXT, hotline.words))
    application.run_polling()


if __name__ == "__main__":
    main()
