"""The one alias every module here shares."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
"""A JSON object as the Bot API knows it."""
