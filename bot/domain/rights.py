"""Pages of rights as data: which lines, on which edition of the law, and whether a lawyer has confirmed them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Place = Literal["menu", "sos-me", "sos-other"]
"""Where a page is shown: in /rights, or as the first lines after 🆘."""


class RightsError(ValueError):
    """rights.toml is wrong; the message says where."""


@dataclass(frozen=True, slots=True)
class RightsPage:
    """One page; its texts are rights-<id>-title and, in this order, the ids in `lines`."""

    id: str
    place: Place
    edition: str
    """Which text of the law was read; shown by rights-edition-<edition>."""
    sources: tuple[str, ...]
    """Articles, for the lawyer who confirms the page; people do not see them."""
    lawyer_confirmed: bool
    lines: tuple[str, ...]

    @property
    def title(self) -> str:
        """Return the id of the title."""
        return f"rights-{self.id}-title"

    @property
    def note(self) -> tuple[str, str]:
        """Return the ids of the two closing lines: the edition, and whether a lawyer has confirmed it."""
        return f"rights-edition-{self.edition}", f"rights-confirmed-{'yes' if self.lawyer_confirmed else 'no'}"


def pages_from_toml(data: Mapping[str, Any]) -> dict[str, RightsPage]:
    """Check parsed rights.toml; return its pages by id, in their order; raises RightsError."""
    pages = [_page(given, data["edition"]) for given in sorted(data["page"], key=lambda each: int(each["order"]))]
    if len({page.id for page in pages}) != len(pages):
        message = "two pages have the same id"
        raise RightsError(message)
    return {page.id: page for page in pages}


def _page(given: Mapping[str, Any], edition: str) -> RightsPage:
    name = given["id"]
    if not given["lines"] or not given["sources"]:
        message = f"page {name!r}: a page needs lines, and the articles they rest on"
        raise RightsError(message)
    return RightsPage(
        id=name,
        place=given.get("place", "menu"),
        edition=given.get("edition", edition),
        sources=tuple(given["sources"]),
        lawyer_confirmed=given["lawyer_confirmed"],
        lines=tuple(f"rights-{name}-{line}" for line in given["lines"]),
    )
