"""A few lines of python-telegram-bot with Kalkan's command line, to prove the harness on a real process."""

import asyncio
import os
import signal
import sys
import tomllib
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, CommandHandler, MessageHandler, filters

CONFIRM = "✅ впустить"


def option(name: str) -> str:
    return sys.argv[sys.argv.index(name) + 1]


def init() -> None:
    folder = Path(option("--dir"))
    (folder / "data").mkdir()
    (folder / "config.toml").write_text("")
    (folder / "kalkan.key").write_text("key")


async def start(update: Update, context: Any) -> None:
    assert update.message is not None
    staff: list[int] = context.bot_data.setdefault("staff", [])
    if not context.args:
        await update.message.reply_text("Салам")
    elif not staff:
        staff.append(update.message.chat_id)
        await update.message.reply_text("Вы координатор")
    else:
        await update.message.reply_text("Ждите")
        button = InlineKeyboardButton(CONFIRM, callback_data=str(update.message.chat_id))
        await context.bot.send_message(staff[0], "Новый человек", reply_markup=InlineKeyboardMarkup([[button]]))


async def confirm(update: Update, context: Any) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer("ok")
    await query.edit_message_text("Впущен")
    await context.bot.send_message(int(query.data or 0), "Вы в команде")


def write_down(text: str) -> None:
    with Path("data/said.txt").open("a") as file:
        file.write(text + "\n")


async def keep(update: Update, _: Any) -> None:
    assert update.message is not None
    text = update.message.text or ""
    write_down(text)
    if "boom" in os.environ.get("KALKAN_FAILPOINTS", "") and text == "boom":
        os.kill(os.getpid(), signal.SIGKILL)
    if text == "raise":
        raise ValueError(text)
    await update.message.reply_text("принято")


def build(settings: dict[str, Any]) -> Application:
    token = (Path(option("--config")).parent / settings["telegram"]["token_file"]).read_text().strip()
    api = settings["telegram"]["api_url"]
    builder = ApplicationBuilder().token(token).base_url(f"{api}/bot").base_file_url(f"{api}/file/bot")
    application = builder.build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(confirm))
    application.add_handler(MessageHandler(filters.TEXT, keep))
    return application


async def run(application: Application) -> None:
    over = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, over.set)
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        print("ready", flush=True)
        await over.wait()
        await application.updater.stop()
        await application.stop()


def main() -> None:
    command = sys.argv[1]
    if command == "init":
        init()
    elif command == "invite":
        print("https://t.me/kalkan_practice_bot?start=payload")
    elif command == "run":
        asyncio.run(run(build(tomllib.loads(Path(option("--config")).read_text()))))
    else:
        sys.exit(2)


main()
