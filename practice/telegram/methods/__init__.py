"""One function per Bot API method, and the table that finds them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from practice.telegram.methods import (
    chats,
    copying,
    editing,
    media,
    profile,
    receiving,
    removing,
    words,
)
from practice.telegram.methods.turn import Turn

Method = Callable[[Turn], Any]

METHODS: dict[str, Method] = {
    "getMe": receiving.get_me,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "logOut": receiving.log_out,
    "close": receiving.log_out,
    "answerCallbackQuery": receiving.answer_callback_query,
    "sendMessage": words.send_message,
    "sendLocation": words.send_location,
    "sendVenue": words.send_venue,
    "sendContact": words.send_contact,
    "sendDice": words.send_dice,
    "sendPoll": words.send_poll,
    "sendChatAction": words.send_chat_action,
    "sendPhoto": media.sender("photo"),
    "sendDocument": media.sender("document"),
    "sendVoice": media.sender("voice"),
    "sendAudio": media.sender("audio"),
    "sendVideo": media.sender("video"),
    "sendAnimation": media.sender("animation"),
    "sendVideoNote": media.sender("video_note"),
    "sendSticker": media.sender("sticker"),
    "sendMediaGroup": media.send_media_group,
    "getFile": media.get_file,
    "copyMessage": copying.copy_message,
    "copyMessages": copying.copy_messages,
    "forwardMessage": copying.forward_message,
    "forwardMessages": copying.forward_messages,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "editMessageLiveLocation": editing.edit_message_live_location,
    "stopMessageLiveLocation": editing.stop_message_live_location,
    "stopPoll": editing.stop_poll,
    "deleteMessage": removing.delete_message,
    "deleteMessages": removing.delete_messages,
    "pinChatMessage": removing.pin_chat_message,
    "unpinChatMessage": removing.unpin_chat_message,
    "unpinAllChatMessages": removing.unpin_all_chat_messages,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.text_setter("name"),
    "getMyName": profile.text_getter("name"),
    "setMyDescription": profile.text_setter("description"),
    "getMyDescription": profile.text_getter("description"),
    "setMyShortDescription": profile.text_setter("short_description"),
    "getMyShortDescription": profile.text_getter("short_description"),
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
    "setMyDefaultAdministratorRights": profile.set_admin_rights,
    "getMyDefaultAdministratorRights": profile.get_admin_rights,
    "getChat": chats.get_chat,
    "leaveChat": chats.leave_chat,
    "getChatMember": chats.get_chat_member,
    "getChatMemberCount": chats.get_chat_member_count,
    "getChatAdministrators": chats.get_chat_administrators,
    "setMessageReaction": chats.set_message_reaction,
    "getUserProfilePhotos": chats.get_user_profile_photos,
}
"""Every method but getUpdates, which alone waits."""

__all__ = ["METHODS", "Turn", "receiving"]
