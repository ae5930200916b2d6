"""getMe, getUpdates, the webhook settings, answers to button taps."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from practice.telegram.errors import QUERY_TOO_OLD, WEBHOOK_ACTIVE, bad_request, conflict
from practice.telegram.jsontypes import Json
from practice.telegram.methods.turn import Turn
from practice.telegram.text import utf16_length

CALLBACK_TEXT_LIMIT = 200
_ABILITIES: Json = {
    "can_join_groups": True, "can_read_all_group_messages": False,
    "supports_inline_queries": False, "can_connect_to_business": False, "has_main_web_app": False,
}  # fmt: skip
_SECRET = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def get_me(turn: Turn) -> Any:
    """Who the bot is."""
    return turn.bot.raw | _ABILITIES


async def get_updates(turn: Turn) -> Any:
    """What has happened, by long polling."""
    if turn.bot.webhook.url:
        raise conflict(WEBHOOK_ACTIVE)
    updates = turn.bot.updates
    if "allowed_updates" in turn.params:
        updates.allowed = turn.params["allowed_updates"]
    limit = turn.get("limit", 100)
    if not 1 <= limit <= 100:
        limit = 100
    return await updates.poll(turn.get("offset", 0), limit, turn.get("timeout", 0))


def set_webhook(turn: Turn) -> Any:
    """Have updates delivered to a URL; plain http is taken for loopback only."""
    url = turn.get("url", "")
    _check_url(url)
    secret = turn.get("secret_token")
    if secret is not None and not (len(secret) <= 256 and set(secret) <= _SECRET):
        raise bad_request("secret token contains unallowed characters")
    bot, webhook = turn.bot, turn.bot.webhook
    if "allowed_updates" in turn.params:
        bot.updates.allowed = turn.params["allowed_updates"]
    if turn.get("drop_pending_updates"):
        bot.updates.forget()
    webhook.secret = secret
    webhook.max_connections = min(100, max(1, turn.get("max_connections", 40)))
    webhook.has_certificate = "certificate" in turn.params
    if url:
        bot.updates.terminate()
    webhook.set(url)
    return True


def _check_url(url: str) -> None:
    if not url:
        return
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")


def delete_webhook(turn: Turn) -> Any:
    """Go back to getUpdates."""
    if turn.get("drop_pending_updates"):
        turn.bot.updates.forget()
    turn.bot.webhook.set("")
    return True


def get_webhook_info(turn: Turn) -> Any:
    """How the webhook fares."""
    webhook, updates = turn.bot.webhook, turn.bot.updates
    info: Json = {
        "url": webhook.url,
        "has_custom_certificate": webhook.has_certificate,
        "pending_update_count": len(updates.pending),
    }
    if webhook.url:
        info |= {"max_connections": webhook.max_connections, "ip_address": "127.0.0.1"}
    if updates.allowed:
        info["allowed_updates"] = updates.allowed
    if webhook.last_error:
        info |= {"last_error_date": webhook.last_error[0],
                 "last_error_message": webhook.last_error[1]}  # fmt: skip
    return info


def answer_callback_query(turn: Turn) -> Any:
    """End the spinner on a button, perhaps with a pop-up."""
    text = turn.get("text", "")
    if utf16_length(text) > CALLBACK_TEXT_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    world = turn.world
    query = world.queries.get(turn.get("callback_query_id", ""))
    if query is None or query.bot != turn.bot.id:
        raise bad_request(QUERY_TOO_OLD)
    del world.queries[turn.get("callback_query_id")]
    if world.clock.now() - query.at > world.query_life_ms:
        raise bad_request(QUERY_TOO_OLD)
    popup = {"text": text, "alert": bool(turn.get("show_alert")), "url": turn.get("url")}
    if not query.answer.done():
        query.answer.set_result(popup)
    world.announce(turn.bot, query.chat, "popup", popup=popup)
    return True


def log_out(turn: Turn) -> Any:
    """Leave this server; Telegram then refuses the token for ten minutes."""
    turn.bot.session_open = False
    turn.bot.updates.terminate()
    return True
