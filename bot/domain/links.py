"""What a start link may carry: "r_osh" a region, "s_card" a source, "r_osh-s_card" both, "i_SECRET" an invitation."""

from dataclasses import dataclass

INVITATION = "i_"


@dataclass(frozen=True, slots=True)
class Link:
    """A start link, read. What it does not carry is empty."""

    region: str = ""
    source: str = ""
    invitation: str = ""


def read_link(payload: str) -> Link:
    """Read a payload; whatever makes no sense is ignored, for people mistype and officers guess."""
    if payload.startswith(INVITATION):
        return Link(invitation=payload.removeprefix(INVITATION))
    region = source = ""
    for part in payload.split("-s_"):
        if part.startswith("r_"):
            region = part.removeprefix("r_")
        elif part:
            source = part.removeprefix("s_")[:40]
    return Link(region=region, source=source)
