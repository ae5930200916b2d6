"""How calls reach the server: forms, JSON, multipart, GET; what is no valid call is remembered as a problem."""

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from practice.telegram import BotAccount, Phone, Telegram


class Raw:
    """Plain HTTP, for calls no library would make."""

    def __init__(self, session: aiohttp.ClientSession, telegram: Telegram, account: BotAccount) -> None:
        self.session = session
        self.telegram = telegram
        self.base = f"{telegram.api_url}/bot{account.token}"

    async def post(self, method: str, **how: Any) -> tuple[int, dict]:
        async with self.session.post(f"{self.base}/{method}", **how) as answer:
            return answer.status, await answer.json()

    def problems(self) -> list[str]:
        """Take the problems, so that the fixture does not fail on those a test asked for."""
        found = list(self.telegram.problems)
        self.telegram.problems.clear()
        return found


@pytest.fixture(name="raw")
async def _raw(telegram: Telegram, account: BotAccount, phone: Phone) -> AsyncIterator[Raw]:
    await phone.start()
    async with aiohttp.ClientSession() as session:
        yield Raw(session, telegram, account)


async def test_form_json_multipart_and_query_say_the_same(raw: Raw, phone: Phone) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
    form = {"chat_id": str(phone.id), "text": "1", "reply_markup": json.dumps(markup), "protect_content": "true"}
    body = {"chat_id": phone.id, "text": "2", "reply_markup": markup, "protect_content": True}
    multipart = aiohttp.FormData({**form, "text": "3"}, default_to_multipart=True)

    await raw.post("sendMessage", data=form)
    await raw.post("SENDMESSAGE", json=body)
    await raw.post("sendMessage", data=multipart)
    async with raw.session.get(f"{raw.base}/sendMessage", params={**form, "text": "4"}) as answer:
        assert answer.status == 200

    assert [(one.text, one.labels, one.protected) for one in phone.bot_messages] == [
        (text, ["a"], True) for text in "1234"
    ]


async def test_a_wrong_token_is_unauthorized_and_a_malformed_one_not_found(raw: Raw) -> None:
    token = raw.base.rpartition("/bot")[2]
    for wrong, status, text in (
        (token[:-1] + ("a" if token[-1] != "a" else "b"), 401, "Unauthorized"),
        ("nonsense", 404, "Not Found"),
    ):
        async with raw.session.post(f"{raw.telegram.api_url}/bot{wrong}/getMe") as answer:
            assert (answer.status, (await answer.json())["description"]) == (status, text)


async def test_an_unknown_method_is_answered_and_remembered(raw: Raw) -> None:
    assert await raw.post("sendMesage") == (
        404,
        {"ok": False, "error_code": 404, "description": "Not Found: method not found"},
    )
    assert raw.problems() == ["unknown method sendMesage"]


async def test_an_unknown_parameter_is_ignored_and_remembered(raw: Raw, phone: Phone) -> None:
    status, _ = await raw.post("sendMessage", json={"chat_id": phone.id, "text": "а", "silent": True})

    assert status == 200
    assert raw.problems() == ["sendMessage: unknown parameter silent"]


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"disable_notification": "perhaps"}, "wrong parameter disable_notification: Boolean is expected"),
        ({"reply_markup": "{"}, "wrong parameter reply_markup: not JSON"),
        ({"reply_markup": {"inline_keyboard": [[{"text": 1}]]}}, "a string is expected"),
        ({"reply_markup": {"inline_keyboard": [[{"text": "a", "dat": "b"}]]}}, ".dat is unknown"),
        ({"link_preview_options": {"is_disabled": 1}}, "true or false is expected"),
        ({"entities": [{"type": "bold", "offset": 0}]}, ".length is missing"),
        ({"reply_parameters": {"message_id": "x"}}, "an integer is expected"),
    ],
)
async def test_a_wrong_parameter_is_refused_and_remembered(raw: Raw, phone: Phone, wrong: dict, problem: str) -> None:
    status, body = await raw.post("sendMessage", json={"chat_id": phone.id, "text": "а", **wrong})

    assert (status, body["error_code"]) == (400, 400)
    (found,) = raw.problems()
    assert problem in found


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"text": "а"}, "Bad Request: chat_id is empty"),
        ({"chat_id": 1}, "Bad Request: chat not found"),
        ({"chat_id": "@nobody", "text": "а"}, "Bad Request: chat not found"),
    ],
)
async def test_a_missing_parameter_is_refused_in_telegrams_words(raw: Raw, given: dict, refusal: str) -> None:
    _, body = await raw.post("sendMessage", json={"text": "а", **given} if "text" in given else given)

    assert body["description"] in (refusal, "Bad Request: message text is empty")
    raw.problems()


async def test_a_method_this_telegram_does_not_play_is_remembered(raw: Raw) -> None:
    status, _ = await raw.post("createInvoiceLink", json={
        "title": "a", "description": "a", "payload": "a", "currency": "XTR", "prices": [],
    })  # fmt: skip

    assert status == 400
    assert raw.problems() == ["createInvoiceLink: a real method that this Telegram does not play"]


async def test_a_reply_that_would_show_another_chat_is_remembered(raw: Raw, phone: Phone, telegram: Telegram) -> None:
    other = telegram.phone("Нурлан")
    said = await other.start()
    reply = {"message_id": said.id, "chat_id": other.id, "allow_sending_without_reply": True}

    await raw.post("sendMessage", json={"chat_id": phone.id, "text": "а", "reply_parameters": reply})

    assert "names another chat" in raw.problems()[0]


async def test_after_logout_the_token_is_refused(raw: Raw) -> None:
    await raw.post("logOut")

    assert (await raw.post("getMe"))[1]["description"] == "Logged out"


async def test_a_revoked_token_is_unauthorized(raw: Raw, telegram: Telegram, account: BotAccount) -> None:
    telegram.revoke_token(account)

    assert (await raw.post("getMe"))[0] == 401


async def test_every_call_is_remembered_with_its_outcome(raw: Raw, phone: Phone, telegram: Telegram) -> None:
    await raw.post("sendMessage", json={"chat_id": phone.id, "text": "а"})
    await raw.post("sendMessage", json={"chat_id": 1, "text": "б"})

    first, second = telegram.calls

    assert (first.method, first.chat, first.status, first.params["text"]) == ("sendMessage", phone.id, 200, "а")
    assert (second.status, second.error) == (400, "Bad Request: chat not found")


async def test_changes_can_be_followed_as_json(raw: Raw, phone: Phone, telegram: Telegram) -> None:
    events = telegram.subscribe()

    await raw.post("sendMessage", json={"chat_id": phone.id, "text": "а"})
    first, second = await anext(events), await anext(events)

    assert (first["kind"], first["chat"], first["message"]["text"]) == ("message", phone.id, "а")
    assert (second["kind"], second["method"], second["status"]) == ("call", "sendMessage", 200)
    assert json.loads(json.dumps([first, second])) == [first, second]
    shown = json.loads(json.dumps(telegram.snapshot()))
    assert [one["message"]["text"] for one in shown["bots"][0]["chats"][0]["messages"]] == ["/start", "а"]
