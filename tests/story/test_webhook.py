"""Delivery by webhook: the same hotline, and a wrong secret gets nothing in."""

import socket

import aiohttp

from practice.telegram import Telegram
from tests.hotline import Hotline


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


async def test_updates_come_in_by_webhook(hotline: Hotline, telegram: Telegram) -> None:
    address = f"127.0.0.1:{_free_port()}"
    hotline.configure(
        {
            "telegram": {
                "delivery": "webhook",
                "webhook_url": f"http://{address}/updates",
                "webhook_listen": address,
                "webhook_secret": "a-long-secret",
            }
        }
    )
    await hotline.start()
    person = telegram.phone("Айбек", language="ru")

    await person.start()
    await person.shows("Юридическая помощь")

    forged = {
        "update_id": 1,
        "message": {"message_id": 9, "date": 1, "chat": {"id": person.id, "type": "private"}, "text": "sos"},
    }
    async with aiohttp.ClientSession() as session:
        for secret, body, status in (("wrong", forged, 403), ("a-long-secret", {"no": "id"}, 400)):
            headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
            async with session.post(f"http://{address}/updates", json=body, headers=headers) as answer:
                assert answer.status == status
    await person.send("/rights")
    await person.shows("Мои права")
    assert len([message for message in person.bot_messages if "Кого держат" in message.text]) == 0
