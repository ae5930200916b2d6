"""Commands: staff have theirs, everyone has the person's."""

from telegram import Message, Update

from bot.domain.people import Staff
from bot.services.screen import person_of
from handlers import person_commands, person_words, staff_commands
from handlers.context import Context, Hotline
from handlers.start import first_screen
from storage.store import Tx


async def command(update: Update, context: Context) -> None:
    """Run a command; one that nobody knows shows where one is."""
    message = update.message
    if message is not None:
        await context.work(update, lambda tx: _command(tx, message, context.hotline))


def _command(tx: Tx, message: Message, hotline: Hotline) -> None:
    texts = hotline.texts
    name = (message.text or "").split()[0].removeprefix("/").partition("@")[0].lower()
    chat = message.chat.id
    if name == "sos":
        person_words.cry(tx, person_of(tx, chat), message, texts, hotline.triage, "command")
        return
    member: Staff | None = tx.staff.load(tx.who(chat))
    if member is not None and member.active and name in staff_commands.COMMANDS:
        staff_commands.COMMANDS[name](tx, member, texts)
    elif name in person_commands.COMMANDS:
        person_commands.COMMANDS[name](tx, person_of(tx, chat))
    elif member is not None and member.active:
        staff_commands.COMMANDS["help"](tx, member, texts)
    elif len((message.text or "").split()) > 1:  # no command of ours, and something was said with it
        person_words.words(tx, person_of(tx, chat), message, texts, hotline.triage)
    else:
        first_screen(tx, chat)
