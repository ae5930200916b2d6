"""The composition root: builds everything from settings, runs it, and closes it."""

import asyncio
import itertools
import os
import resource
import signal
import sys
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger
from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ApplicationBuilder, ContextTypes

import handlers
from bot.clock import Clock
from bot.config import LANGUAGES, Settings, SettingsError, is_loopback
from bot.domain.triage.model import ModelError
from bot.errors import StartError
from bot.opening import USERNAME, opened_store
from bot.runtime import failpoints, log
from bot.runtime.fetch import Fetcher
from bot.runtime.intake import ALLOWED, TakeIn, take_in
from bot.runtime.practice_clock import PracticeClockFollower
from bot.runtime.prepare import Prepared
from bot.runtime.profile import set_profile
from bot.runtime.request import AiohttpRequest
from bot.runtime.send import Sender
from bot.runtime.timers import TimerLoop
from bot.runtime.webhook import Webhook
from bot.runtime.work import Worker
from bot.services import escalate, timer_acts, upkeep
from bot.services.gone import gone as person_gone
from bot.triage import Triage
from bot.views.texts import Texts
from handlers.context import Context, Hotline, HotlineApplication
from storage.current import CURRENT
from storage.epochs import forget_old_epochs, rotate
from storage.lock import run_lock
from storage.store import Store, Tx

LOCALES = Path(__file__).parent.parent / "locales"
_LOOK_EVERY_SECONDS = 1
_FINISH_SECONDS = 3.0
_PATIENCE = (0.5, 1.0, 2.0, 5.0, 10.0)


def load_texts() -> Texts:
    """Load the texts of all languages."""
    return Texts.load(LOCALES, LANGUAGES)


def _load_triage() -> Triage:
    """Read the triage's weights now, so that no message waits for them; raises StartError."""
    triage = Triage()
    try:
        _ = triage.model
    except (OSError, ModelError):
        message = "the triage cannot be read: bot/triage/model.bin is missing or damaged, install Kalkan again"
        raise StartError(message) from None
    return triage


def make_bot(settings: Settings, token: str) -> HotlineApplication:
    """Build python-telegram-bot's application with our transport and routing table."""
    base = settings.telegram.api_url
    builder = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{base}/bot")
        .base_file_url(f"{base}/file/bot")
        .request(AiohttpRequest())
        .get_updates_request(AiohttpRequest())
        .context_types(ContextTypes(context=Context))
        .updater(None)
        .job_queue(None)
    )
    application: Any = builder.build()
    application.add_handlers(handlers.table())
    application.add_error_handler(_remember_error)
    return application  # type: ignore[no-any-return]


def _chores(store: Store) -> Mapping[str, Callable[[], Awaitable[bool]]]:
    async def night() -> bool:
        left = await rotate(store)
        if left:
            log.alarm("rows-that-do-not-open", count=left)
        return await store.truncate_log()

    return {upkeep.NIGHTLY: night, upkeep.TRUNCATE: store.truncate_log}


def _ensure(tx: Tx, username: str) -> None:
    timer_acts.ensure(tx)
    tx.values.put(USERNAME, username)


async def ask_username(settings: Settings, token: str) -> str:
    """Return what Telegram calls the bot; raises StartError."""
    bot = make_bot(settings, token).bot
    try:
        await bot.initialize()
    except TelegramError:
        message = "Telegram does not answer or does not know this token: check the network and the token"
        raise StartError(message) from None
    else:
        return bot.username
    finally:
        await bot.shutdown()


async def _remember_error(_update: object, context: Context) -> None:
    CURRENT.get().error = context.error


async def run(settings: Settings, clock_url: str = "", environment: Mapping[str, str] = os.environ) -> None:
    """Run the hotline until SIGTERM or SIGINT; raises StartError, SettingsError or StorageError."""
    _harden()
    clock = Clock()
    follower = await _follow(clock, clock_url, settings)
    token = settings.token(environment)
    if not settings.keys.archive:
        message = 'keys.archive is empty: run `kalkan archive init`, or write archive = "none" to go without an archive'
        raise SettingsError(message)
    with run_lock(settings):
        async with opened_store(settings, clock, token) as store:
            await store.take_over()
            await forget_old_epochs(store)
            store.alarm = log.alarm
            if not store.reserve.set_aside():
                log.alarm("disk-nearly-full-no-room-for-the-reserve")
            store.reach = failpoints.from_environment(environment, allowed=settings.on_loopback)
            await _serve(settings, store, clock, follower, token)


async def _serve(
    settings: Settings, store: Store, clock: Clock, follower: PracticeClockFollower | None, token: str
) -> None:
    texts, triage = load_texts(), _load_triage()
    application = make_bot(settings, token)
    bot: Bot = application.bot
    sender = Sender(store, bot, texts, clock, _refused)
    timers = TimerLoop(store, clock, timer_acts.ACTS, timer_acts.DAMAGED, _chores(store), sender.work)
    store.expect = timers.wake_by

    def wake() -> None:
        sender.wake()
        timers.wake()

    async def settled() -> None:
        await timers.at_rest()
        await sender.at_rest()

    worker = Worker(store, sender.work, bot, application.process_update, timer_acts.settle, upkeep.give_up)
    incoming = _incoming(settings, bot, token, partial(take_in, store, worker))
    application.bot_data["hotline"] = Hotline(texts, triage, sender.work)
    await _introduced(application)
    username = bot.username
    await store.run(lambda tx: _ensure(tx, username), name="ensure")
    await timers.catch_up()
    await worker.load()
    scheduler = AsyncIOScheduler(timezone=settings.zone)
    scheduler.add_job(wake, IntervalTrigger(seconds=_LOOK_EVERY_SECONDS))
    scheduler.start()
    try:
        await _until_told(
            [
                incoming,
                worker.run(),
                sender.run(),
                timers.run(),
                set_profile(bot, texts, settings),
                *([follower.run(settled)] if follower else []),
            ],
            lambda: sender.finish(_FINISH_SECONDS),
        )
    finally:
        scheduler.shutdown(wait=False)
        await application.shutdown()


async def _incoming(settings: Settings, bot: Bot, token: str, take: TakeIn) -> None:
    """Take updates in, as the settings say; pending ones are never dropped."""
    telegram = settings.telegram
    if telegram.delivery == "polling":
        try:
            await bot.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:  # polling will say more clearly what is wrong
            log.failure("webhook-not-removed", error)
        await Fetcher(f"{telegram.api_url}/bot{token}", take).run()
        return
    runner = await Webhook(settings, take).start()
    try:
        await bot.set_webhook(
            telegram.webhook_url, secret_token=telegram.webhook_secret, allowed_updates=ALLOWED, max_connections=1
        )
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


async def _introduced(application: HotlineApplication) -> None:
    """Let the library ask who we are, and wait for a Telegram that does not answer: nothing could be sent anyway."""
    for wait in itertools.chain(_PATIENCE, itertools.repeat(_PATIENCE[-1])):
        try:
            await application.bot.initialize()
            await application.initialize()
        except InvalidToken:
            message = "Telegram does not know this token: copy it again from @BotFather"
            raise StartError(message) from None
        except TelegramError as error:
            log.failure("telegram-unreachable", error)
            await asyncio.sleep(wait)
        else:
            return


async def _until_told(parts: list[Coroutine[Any, Any, None]], finish: Callable[[], Awaitable[None]]) -> None:
    """Run all parts until SIGTERM or SIGINT, then `finish`; the first that fails ends the others and is raised."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(part) for part in parts]
            sys.stdout.write("kalkan: ready\n")
            sys.stdout.flush()
            await stop.wait()
            await finish()
            for task in tasks:
                task.cancel()
    except BaseExceptionGroup as failed:
        raise _first(failed) from None


def _first(failed: BaseException) -> BaseException:
    return _first(failed.exceptions[0]) if isinstance(failed, BaseExceptionGroup) else failed


async def _follow(clock: Clock, clock_url: str, settings: Settings) -> PracticeClockFollower | None:
    if not clock_url:
        return None
    if not (settings.on_loopback and is_loopback(clock_url)):
        message = "--clock is for practice: it and telegram.api_url must both be on this computer"
        raise StartError(message)
    follower = PracticeClockFollower(clock, clock_url)
    await follower.first()
    return follower


def _refused(tx: Tx, prepared: Prepared, gone: bool) -> None:  # noqa: FBT001 - the sender's one fact
    member = tx.staff.load(prepared.row.lane)
    if member is not None:
        escalate.page_failed(tx, member, prepared.row.case_id, gone=gone)
        return
    person = tx.people.load(prepared.row.lane)
    if person is not None and gone:
        body = prepared.body
        person_gone(tx, person, str(body.get("view", "")), prepared.row.case_id, body.get("args", {}).get("n"))


def _harden() -> None:
    """No core dumps, which would hold keys and texts, and no file that others can read."""
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
