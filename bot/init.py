"""`kalkan init`: settings, a data folder and a root key, and never over ones that are there."""

import tomllib
from pathlib import Path

from bot.errors import StartError
from storage.keyring import create_root

_EXAMPLE = Path(__file__).parent.parent / "config.example.toml"


def init_folder(folder: Path) -> None:
    """Write config.toml, data/ and kalkan.key into `folder`; raises StartError or KeyFileError."""
    config, key = folder / "config.toml", folder / "kalkan.key"
    for path in (config, key):
        if path.exists():
            message = f"{path} exists already; nothing was changed"
            raise StartError(message)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data").chmod(0o700)
    text = _EXAMPLE.read_text(encoding="utf8")
    tomllib.loads(text)
    config.write_text(text, encoding="utf8")
    config.chmod(0o600)
    create_root(key)
