"""What people do at the beginning of many stories."""

from collections.abc import Callable

from practice.telegram import Phone, Telegram
from practice.telegram.view import Message

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


async def first_screen(person: Phone) -> Message:
    """Press Start; returns the first screen."""
    await person.start()
    screen = await person.shows(lambda message: message.button("🆘") is not None and message.button("🌐") is not None)
    await person.expect(lambda message: not message.buttons)  # the message that carries the reply keys
    return screen


async def held(person: Phone) -> Message:
    """🆘 from the first screen, "me", in Russian; returns the screen with the first question."""
    await person.tap("🆘 Сейчас", await first_screen(person))
    await person.tap("Меня", await person.shows("Кого держат"))
    return await person.shows("Назовите своё имя")


async def relative(telegram: Telegram, name: str = "Гүлнара") -> Phone:
    """Return somebody who wrote "помогите" about another person and is asked where."""
    person = telegram.phone(name)
    await person.send("помогите")
    await person.tap("Другого", await person.shows("Кого держат"))
    await person.shows("Где этот человек")
    return person


async def skip(person: Phone, *asked: str) -> None:
    """Leave out these questions, one after the other."""
    for question in asked:
        await person.tap("⏭", await person.shows(question))


async def emptied(person: Phone) -> None:
    """Wait until the chat is empty, and account for it."""
    await person.until(lambda phone: phone.is_empty, "an empty chat")
    person.read()


def carrying(kind: str) -> Callable[[Phone], bool]:
    """Return what tells whether a message with this kind of file stands in a chat."""
    return lambda phone: any(message.media == kind for message in phone.bot_messages)


def newer(words: str, than: Message) -> Callable[[Phone], bool]:
    """Return what tells whether the newest message with these words stands below another."""

    def stands(phone: Phone) -> bool:
        found = phone.find(words)
        return found is not None and found.id > than.id

    return stands
