"""The real bot as its own process, seen from outside: over HTTP, on its disk and in its output.

hotline = Hotline(telegram, tmp_path)
await hotline.create(settings={"alerts": {"repeat_every": "3m"}})   # kalkan init + config.toml
await hotline.start()                                               # kalkan run, until its ready line
coordinator = await hotline.join_staff("coordinator")
lawyer = await hotline.join_staff("lawyer", regions=["osh"], name="Нурлан")
await hotline.kill(); await hotline.start()                         # SIGKILL and again
await hotline.restart(failpoints="outbox.after_send:3")             # dies by itself at the third hit
hotline.assert_hidden("Айбек", phone.id, "the text")                # no byte of it on disk or in output
"""

import asyncio
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from practice.telegram import Phone, Telegram
from tests.disk import Needle, find
from tests.process import HotlineError, Process

KALKAN = (sys.executable, "-m", "bot.cli")

Settings = Mapping[str, Mapping[str, Any]]


class Hotline(Process):
    """One hotline: a folder, a bot account at the practice Telegram, and at most one running process."""

    def __init__(
        self,
        telegram: Telegram,
        folder: Path,
        *,
        command: Sequence[str] = KALKAN,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(command, folder, environment)
        self.telegram = telegram
        self.bot = telegram.bots[0] if telegram.bots else telegram.add_bot()
        self.coordinators: list[Phone] = []
        self.lawyers: list[Phone] = []

    @property
    def config(self) -> Path:
        """The settings file."""
        return self.folder / "config.toml"

    @property
    def data(self) -> Path:
        """Where everything the hotline keeps lies, as it is by default."""
        return self.folder / "data"

    @property
    def key(self) -> Path:
        """The root key, by default."""
        return self.folder / "kalkan.key"

    # --- life

    async def create(self, settings: Settings | None = None) -> None:
        """`kalkan init`, then settings for this Telegram with `settings` over them."""
        self.folder.mkdir(parents=True, exist_ok=True)
        await self.run_cli("init", "--dir", str(self.folder), config=False)
        token = self.folder / "token"
        token.write_text(self.bot.token + "\n")
        token.chmod(0o600)
        self.configure(settings or {})

    def configure(self, settings: Settings) -> None:
        """Write config.toml; takes effect at the next start."""
        base: dict[str, dict[str, Any]] = {
            "telegram": {"token_file": "token", "api_url": self.telegram.api_url},
            "keys": {"file": "kalkan.key", "archive": "none"},
        }
        for section, values in settings.items():
            base.setdefault(section, {}).update(values)
        self.config.write_text(_toml(base))

    async def start(self, failpoints: str = "", *, ready_within: float = 60.0, wait: bool = True) -> None:
        """`kalkan run`, and wait for its ready line; with `wait=False` it may die before."""
        arguments = ("run", "--config", str(self.config), "--clock", self.telegram.clock_url)
        await self.launch(*arguments, failpoints=failpoints, ready_within=ready_within if wait else None)

    async def restart(self, failpoints: str = "", *, wait: bool = True) -> None:
        """Kill if it runs, and start again."""
        if self.is_running:
            await self.kill()
        await self.start(failpoints, wait=wait)

    async def run_cli(self, *arguments: str, config: bool = True, code: int = 0, within: float = 60.0) -> str:
        """Run one command to its end and return what it printed; fails on another exit code than `code`."""
        settings = ["--config", str(self.config)] if config else []
        process = await self._spawn([*self._command, *arguments, *settings], "")
        try:
            async with asyncio.timeout(within):
                out, err = await process.communicate()
        except TimeoutError:
            process.kill()
            raise HotlineError(f"{arguments} took longer than {within:g} s") from None
        self.stderr.append(err.decode(errors="replace"))
        if process.returncode != code:
            raise HotlineError(f"{arguments} exited {process.returncode}:\n{out.decode()}\n{err.decode()}")
        return out.decode()

    # --- what it leaves behind

    def files(self) -> dict[str, bytes]:
        """Every byte of the data folder and of the output; the token and key files lie outside it."""
        found = {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.data.rglob("*"))
            if path.is_file()
        }
        names = "\n".join(str(path.relative_to(self.data)) for path in self.data.rglob("*"))
        return found | {"output": self.output().encode(), "file names": names.encode()}

    def grep(self, needles: Iterable[Needle], extra: Mapping[str, bytes] | None = None) -> list[str]:
        """Where any needle stands, in any usual encoding: UTF-8 and -16, JSON, URL, base64, SQLite integers."""
        return find(needles, {**self.files(), **(extra or {})})

    def assert_hidden(self, *needles: Needle, extra: Mapping[str, bytes] | None = None) -> None:
        """Fail when anything on disk or in the output shows one of the needles or the token."""
        found = self.grep([*needles, self.bot.token, self.bot.token.partition(":")[2]], extra)
        if found:
            raise AssertionError("it shows:\n  " + "\n  ".join(found))

    # --- staff

    async def invite(self, role: str, regions: Iterable[str] = (), alias: str = "") -> str:
        """`kalkan invite`; returns the link."""
        chosen = [part for region in regions for part in ("--region", region)]
        named = ["--alias", alias] if alias else []
        printed = await self.run_cli("invite", role, *chosen, *named)
        return next(word for word in printed.split() if word.startswith("https://t.me/"))

    async def join_staff(self, role: str, regions: Iterable[str] = (), name: str = "", language: str = "ru") -> Phone:
        """Invite somebody and let them in; all but the first coordinator wait for a coordinator's ✅."""
        crew = self.coordinators if role == "coordinator" else self.lawyers
        phone = self.telegram.phone(name or f"{role} {len(crew) + 1}", language)
        await phone.open_link(await self.invite(role, regions, phone.name))
        await phone.expect()
        if self.coordinators:
            await self.let_in(phone)
        crew.append(phone)
        return phone

    async def let_in(self, newcomer: Phone) -> None:
        """The first coordinator confirms the newcomer."""
        coordinator = self.coordinators[0]
        request = await coordinator.expect(lambda message: message.button("✅") is not None)
        await coordinator.tap("✅", request)
        await coordinator.expect()
        await newcomer.expect()


def _toml(settings: Settings) -> str:
    lines: list[str] = []
    for section, values in settings.items():
        lines.append(f"[{section}]")
        # A TOML basic string, list, number and boolean are written as JSON writes them.
        lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(lines) + "\n"
