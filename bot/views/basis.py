"""What a time limit rests on, in words."""

import re

from bot.domain.limits import Basis
from bot.views.screen import Look

_LAW = re.compile(r"\b(?:CPC|CC|CoO)\b")


def basis_words(look: Look, basis: Basis, *, source: bool = True, health: bool = False) -> str:
    """Return what a limit rests on: articles (for staff), the edition, and whether it is confirmed, by whom."""
    edition = f"edition-{basis.edition}"
    known = look.t(edition) if edition in look.texts.ids(look.lang) else basis.edition
    parts = [_LAW.sub(lambda law: look.t(f"law-{law[0].lower()}"), basis.source)] if source else []
    parts.append(look.t("basis-edition", edition=known))
    of = "-health" if health else ""
    if basis.confirmed:
        parts.append(look.t(f"basis-confirmed{of}", date=basis.confirmed_on))
    else:
        parts.append(look.t(f"basis-unconfirmed{of}"))
    return " · ".join(parts)
