"""`kalkan invite`: one link, used once, by which a lawyer or coordinator joins."""

from bot.clock import Clock
from bot.config import Settings, SettingsError
from bot.domain.links import INVITATION
from bot.opening import USERNAME, opened_store
from bot.services.join import invite
from storage.errors import FencedError


async def invite_link(settings: Settings, role: str, regions: tuple[str, ...], alias: str) -> str:
    """Store an invitation and return its link; raises SettingsError, StartError, StorageError."""
    unknown = set(regions) - set(settings.hotline.regions)
    if unknown:
        message = f"unknown region {min(unknown)!r}; known: {', '.join(settings.hotline.regions)}"
        raise SettingsError(message)
    chosen = list(regions or settings.hotline.regions)
    try:
        return await _link(settings, role, chosen, alias)
    except FencedError:  # `kalkan run` has started meanwhile: beside it, this works as before
        return await _link(settings, role, chosen, alias)


async def _link(settings: Settings, role: str, regions: list[str], alias: str) -> str:
    token = settings.token()
    async with opened_store(settings, Clock(), token) as store:
        username = await store.run(lambda tx: tx.values.get(USERNAME), commit=False) or await _asked(settings, token)
        secret = await store.run(lambda tx: invite(tx, role, regions, alias), name="invite")
    return f"https://t.me/{username}?start={INVITATION}{secret}"


async def _asked(settings: Settings, token: str) -> str:
    """Ask Telegram: the hotline has not run yet."""
    from bot.app import ask_username

    return await ask_username(settings, token)
