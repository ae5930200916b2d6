"""Files both ways: uploads, file ids, downloads, albums and their limits."""

import pytest
from telegram import Bot, InputMediaDocument, InputMediaPhoto
from telegram.error import BadRequest

from practice.telegram import Phone, Telegram, Upload
from practice.telegram.filestore import DOWNLOAD_LIMIT
from practice.telegram.methods.media import PHOTO_LIMIT
from tests.telegram.conftest import unmodified


@pytest.fixture(autouse=True)
async def _started(phone: Phone) -> None:
    await phone.start()


@pytest.mark.parametrize("kind", ["photo", "document", "voice", "audio", "video", "video_note", "animation", "sticker"])
async def test_every_kind_of_file_is_sent_and_received(bot: Bot, phone: Phone, kind: str) -> None:
    sent = await getattr(bot, f"send_{kind}")(phone.id, b"bytes of " + kind.encode())
    shown = phone.screen
    await phone.send_file(kind, b"own bytes")
    *_, update = await bot.get_updates()

    assert shown is not None
    assert (shown.media, shown.id) == (kind, sent.message_id)
    assert update.effective_message is not None
    assert getattr(update.effective_message, kind)


async def test_what_a_person_sends_can_be_downloaded(bot: Bot, phone: Phone) -> None:
    said = await phone.send_photo(b"the picture", caption="вот")

    file = await bot.get_file(said.file_id or "")

    assert await file.download_as_bytearray() == b"the picture"
    assert said.text == "вот"


async def test_a_file_over_20_mb_is_not_downloaded(bot: Bot, phone: Phone) -> None:
    said = await phone.send_document(b"x", size=DOWNLOAD_LIMIT + 1)

    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(said.file_id or "")


async def test_a_file_id_sends_the_same_file_again_but_not_as_another_kind(bot: Bot, phone: Phone) -> None:
    said = await phone.send_document(b"x", name="протокол.pdf")

    again = await bot.send_document(phone.id, said.file_id or "")

    assert again.document is not None
    assert again.document.file_id == said.file_id
    assert again.document.file_name == "протокол.pdf"
    with pytest.raises(BadRequest, match=r"(?i)can't use file of type Document as Photo"):
        await bot.send_photo(phone.id, said.file_id or "")


async def test_another_bot_cannot_use_the_file_id(phone: Phone, telegram: Telegram) -> None:
    said = await phone.send_document(b"x")
    account = telegram.add_bot("other_bot")
    await phone.at(account).start()

    async with unmodified(telegram, account) as other:
        with pytest.raises(BadRequest, match="Wrong file_id or the file is temporarily unavailable"):
            await other.get_file(said.file_id or "")
        with pytest.raises(BadRequest, match=r"(?i)wrong file identifier/HTTP URL specified"):
            await other.send_document(phone.id, said.file_id or "")


async def test_empty_files_big_photos_and_addresses_are_refused(bot: Bot, phone: Phone) -> None:
    with pytest.raises(BadRequest, match="File must be non-empty"):
        await bot.send_document(phone.id, b"")
    with pytest.raises(BadRequest, match="is too big for a photo; the maximum size is 10485760 bytes"):
        await bot.send_photo(phone.id, b"x" * (PHOTO_LIMIT + 1))
    with pytest.raises(BadRequest, match=r"(?i)failed to get HTTP URL content"):
        await bot.send_photo(phone.id, "https://example.org/a.jpg")


async def test_albums_both_ways(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_media_group(phone.id, [InputMediaPhoto(b"1", caption="вот"), InputMediaPhoto(b"2")])
    own = await phone.send_album([Upload("photo", b"3"), Upload("video", b"4")])

    updates = await bot.get_updates()

    assert len({one.media_group_id for one in sent}) == 1
    assert [one.text for one in phone.bot_messages] == ["вот", ""]
    groups = [one.message.media_group_id for one in updates[-2:] if one.message]
    assert groups == [own[0].raw["media_group_id"]] * 2
    with pytest.raises(BadRequest, match="Can't use the media of the specified type in the album"):
        await bot.send_media_group(phone.id, [InputMediaPhoto(b"1"), InputMediaDocument(b"2")])


async def test_a_file_in_a_message_can_be_replaced(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_photo(phone.id, b"1", caption="а")
    await bot.edit_message_media(InputMediaPhoto(b"2", caption="б"), phone.id, sent.message_id)
    await bot.edit_message_caption(phone.id, sent.message_id, caption="в")

    shown = phone.screen
    assert shown is not None
    assert shown.text == "в"
    file = await bot.get_file(shown.file_id or "")
    assert await file.download_as_bytearray() == b"2"
