"""One API call: check it, meet the troubles a test asked for, carry it out, remember it."""

from __future__ import annotations

import asyncio
import time
import traceback
from typing import Any

from practice.telegram.checks import Uploaded
from practice.telegram.errors import ApiError, bad_request
from practice.telegram.faults import ConnectionCutError, Fault, RawAnswerError, before
from practice.telegram.jsontypes import Json
from practice.telegram.methods import METHODS, Turn, receiving
from practice.telegram.spec import Spec
from practice.telegram.world import BotAccount, Call, World


class Dispatcher:
    """Carries out calls on one world."""

    def __init__(self, world: World, spec: Spec) -> None:
        self._world = world
        self._spec = spec
        self._troubled: set[asyncio.Task[tuple[int, Json]]] = set()

    async def call(self, bot: BotAccount, method: str, given: Json, uploads: dict[str, Uploaded]) -> tuple[int, Json]:
        """Return the HTTP status and the JSON envelope."""
        received = time.perf_counter()
        name = self._spec.method_name(method)
        if name is None:
            self._world.problem(f"unknown method {method}")
            unknown = ApiError(404, "Not Found: method not found")
            return self._note(Call(method, given, bot.id, None, received=received), unknown)
        params, wrong = self._checked(name, given)
        turn = Turn(self._world, bot, params, uploads)
        call = Call(name, params, bot.id, params.get("chat_id"), received=received)
        fault = self._world.faults.find(name, call.chat, params)
        if fault is None:
            return await self._answer(call, turn, wrong)
        # A client that gives up does not undo what Telegram has begun.
        task = asyncio.get_running_loop().create_task(self._with(fault, call, turn, wrong))
        self._troubled.add(task)
        task.add_done_callback(self._settled)
        return await asyncio.shield(task)

    async def close(self) -> None:
        """Drop the calls that still hang on a trouble."""
        tasks = list(self._troubled)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _settled(self, task: asyncio.Task[tuple[int, Json]]) -> None:
        self._troubled.discard(task)
        if not task.cancelled():
            task.exception()  # its client may be gone: nobody else would look at it

    def _checked(self, name: str, given: Json) -> tuple[Json, str | None]:
        """The typed parameters, and the first one that cannot be read."""
        params, problems = self._spec.check_call(name, given)
        wrong = None
        for problem in problems:
            self._world.problem(f"{name}: {problem}")
            if wrong is None and problem.startswith("wrong"):
                wrong = problem
        return params, wrong

    async def _answer(self, call: Call, turn: Turn, wrong: str | None) -> tuple[int, Json]:
        try:
            result = await self._run(call.method, turn, wrong)
        except ApiError as error:
            return self._note(call, error)
        call.status, call.result = 200, result
        self._world.record(call)
        return 200, {"ok": True, "result": result}

    def _note(self, call: Call, error: ApiError) -> tuple[int, Json]:
        call.status, call.error = error.status, error.description
        self._world.record(call)
        return error.status, error.body()

    async def _run(self, name: str, turn: Turn, wrong: str | None) -> Any:
        if wrong is not None:
            raise bad_request(f"can't parse the request: {wrong}")
        if not turn.bot.session_open:
            raise ApiError(400, "Logged out")
        if name == "getUpdates":
            return await receiving.get_updates(turn)
        method = METHODS.get(name)
        if method is None:
            self._world.problem(f"{name}: a real method that this Telegram does not play")
            raise bad_request("method is not available here")
        try:
            return method(turn)
        except ApiError:
            raise
        except Exception as error:
            self._world.problem(f"{name} broke the practice server: {traceback.format_exc()}")
            raise ApiError(500, "Internal Server Error") from error

    async def _with(self, fault: Fault, call: Call, turn: Turn, wrong: str | None) -> tuple[int, Json]:
        """Carry the call out under a trouble; what is not done is recorded when it is met, not later."""
        call.fault = fault.kind
        if not fault.lets_through:
            call.error = fault.kind
            self._world.record(call)
        try:
            await before(fault)
        except RawAnswerError as answer:
            call.status = answer.status if answer.status != 200 else 0  # 200 means that it was carried out
            raise
        except ApiError as error:
            call.status, call.error = error.status, error.description
            return error.status, error.body()
        answered = await self._answer(call, turn, wrong)
        if fault.kind == "hang_after":
            await fault.over.wait()
        if fault.kind in ("reset_after", "hang_after"):
            raise ConnectionCutError
        return answered
