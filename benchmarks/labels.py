"""The labels that the story taps, as the real hotline shows them in Russian; the stock bot shows the same."""

import re
from pathlib import Path

from bot.config import REGIONS as CODES
from bot.views.texts import Texts

_TEXTS = Texts.load(Path(__file__).parent.parent / "locales", ["ru"])


def _label(text_id: str) -> str:
    return _TEXTS("ru", text_id)


SOS = _label("button-sos")
WHO = _label("code-who-me")
REPORT = _label("button-report")
SKIP = _label("button-skip")
SEND = _label("button-send")
DROP = _label("button-drop-draft")
DONE = _label("button-done")
TAKE = _label("button-take")
TAKE_NUMBER = re.compile(re.escape(_TEXTS("ru", "button-take-number", number="0")).replace("0", "[0-9]+"))
TAKEN = _label("status-claimed")
FLAG = _TEXTS("ru", "option-open", label="")
REGIONS = {code: _label(f"code-region-{code}") for code in CODES}
