"""Command menus by scope and language, names and descriptions, the menu button, groups."""

import pytest
from telegram import (
    Bot,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    MenuButtonCommands,
    MenuButtonDefault,
    ReactionTypeEmoji,
)
from telegram.error import BadRequest, Forbidden

from practice.telegram import Phone, Telegram


async def test_the_narrowest_scope_in_the_own_language_wins(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    kyrgyz = telegram.phone("Чолпон", language="ky")
    await phone.start()
    everyone = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([("help", "default")])
    await bot.set_my_commands([("help", "private")], scope=everyone)
    await bot.set_my_commands([("help", "жардам")], scope=everyone, language_code="ky")
    await bot.set_my_commands([("duty", "дежурство")], scope=BotCommandScopeChat(phone.id))

    assert phone.commands == {"duty": "дежурство"}
    assert kyrgyz.commands == {"help": "жардам"}
    await bot.delete_my_commands(scope=BotCommandScopeChat(phone.id))
    assert phone.commands == {"help": "private"}
    assert [one.description for one in await bot.get_my_commands(scope=everyone, language_code="ky")] == ["жардам"]


@pytest.mark.parametrize(
    ("command", "refusal"),
    [(("Help", "а"), "Bot_command_invalid"), (("help", ""), "Bot_command_description_invalid")],
)
async def test_wrong_commands_are_refused(bot: Bot, command: tuple[str, str], refusal: str) -> None:
    with pytest.raises(BadRequest, match=refusal):
        await bot.set_my_commands([command])


async def test_a_menu_for_a_stranger_and_a_long_language_are_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.set_my_commands([("help", "а")], scope=BotCommandScopeChat(1))
    with pytest.raises(BadRequest, match="Invalid language code specified"):
        await bot.set_my_commands([("help", "а")], language_code="kir")


async def test_names_and_descriptions_are_kept_by_language(bot: Bot) -> None:
    await bot.set_my_name("Калкан", language_code="ky")
    await bot.set_my_description("Юридическая помощь")
    await bot.set_my_short_description("помощь", language_code="ru")

    assert (await bot.get_my_name("ky")).name == "Калкан"
    assert (await bot.get_my_name()).name == "Kalkan"
    assert (await bot.get_my_description()).description == "Юридическая помощь"
    assert (await bot.get_my_short_description("ru")).short_description == "помощь"
    with pytest.raises(BadRequest):
        await bot.set_my_description("а" * 513)


async def test_the_menu_button(bot: Bot, phone: Phone) -> None:
    await phone.start()
    await bot.set_chat_menu_button(phone.id, MenuButtonCommands())

    assert await bot.get_chat_menu_button(phone.id) == MenuButtonCommands()
    assert await bot.get_chat_menu_button() == MenuButtonDefault()


async def test_a_bot_leaves_a_group(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    group = telegram.group("Топ", [phone])
    await group.add_bot(phone)
    await group.send(phone, "салам")
    await bot.send_message(group.id, "жок")

    await bot.leave_chat(group.id)

    assert not group.has_bot
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await bot.send_message(group.id, "а")
    kinds = [(one.my_chat_member is not None, one.message is not None) for one in await bot.get_updates()]
    assert kinds == [(True, False), (False, True), (False, True), (True, False)]


async def test_a_kicked_bot_is_told(bot: Bot, phone: Phone, telegram: Telegram) -> None:
    group = telegram.group("Топ", [phone])
    await group.add_bot(phone)
    await group.kick_bot(phone)

    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.get_chat(group.id)


async def test_chats_members_reactions(bot: Bot, phone: Phone) -> None:
    own = await phone.start()

    chat = await bot.get_chat(phone.id)
    member = await bot.get_chat_member(phone.id, phone.id)
    await bot.set_message_reaction(phone.id, own.id, [ReactionTypeEmoji("👍")])

    assert (chat.id, chat.first_name) == (phone.id, "Айбек")
    assert member.user.id == phone.id
    assert await bot.get_chat_member_count(phone.id) == 2
    with pytest.raises(BadRequest, match="Chat member status can't be changed in private chats"):
        await bot.leave_chat(phone.id)
