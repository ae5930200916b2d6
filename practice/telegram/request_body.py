"""What a call was given: query string, form, JSON or multipart; the first value of a name wins, as at Telegram."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from practice.telegram.checks import Uploaded
from practice.telegram.errors import ApiError, bad_request
from practice.telegram.jsontypes import Json

BODY_LIMIT = 60 * 1024 * 1024
"""More than the largest file a bot may upload (50 MB)."""


async def read_parameters(request: web.BaseRequest) -> tuple[Json, dict[str, Uploaded]]:
    """Return the parameters and the uploaded files by name."""
    query = request.rel_url.raw_query_string
    given: Json = _first(parse_qsl(query, keep_blank_values=True), {}) if query else {}
    if not request.body_exists:
        return given, {}
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _multipart(request, given)
    body = await _body(request)
    if kind == "application/json":
        return _first(_json_body(body).items(), given), {}
    return _first(parse_qsl(body.decode(errors="replace"), keep_blank_values=True), given), {}


def _first(pairs: Iterable[tuple[str, Any]], given: Json) -> Json:
    for key, value in pairs:
        given.setdefault(key, value)
    return given


async def _body(request: web.BaseRequest) -> bytes:
    try:
        return await request.read()
    except web.HTTPRequestEntityTooLarge as error:
        raise ApiError(413, "Request Entity Too Large") from error


def _json_body(body: bytes) -> Json:
    try:
        value = json.loads(body or b"{}")
    except ValueError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(value, dict):
        raise bad_request("object expected as request body")
    return {key: each for key, each in value.items() if each is not None}


async def _multipart(request: web.BaseRequest, given: Json) -> tuple[Json, dict[str, Uploaded]]:
    uploads: dict[str, Uploaded] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        data = bytes(await part.read(decode=True))
        if len(data) > BODY_LIMIT:
            raise ApiError(413, "Request Entity Too Large")
        if part.filename is None:
            given.setdefault(part.name, data.decode(errors="replace"))
        else:
            kind = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Uploaded(part.filename, kind, data)
            given.setdefault(part.name, uploads[part.name])
    return given, uploads
