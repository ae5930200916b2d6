"""The words that are 🆘 by themselves, whatever the language of the chat."""

WORDS = frozenset(
    {"sos", "/sos", "сос", "помогите", "помогите!", "жардам", "жардам!", "jardam", "pomogite", "1", "🆘", "help"}
)
MAYBE_AN_ANSWER = "1"
"""What is 🆘 nowhere but outside a question."""


def is_sos(text: str) -> bool:
    """Tell whether a message is 🆘: the button's own label, the command, or one of the plain words."""
    said = text.strip().lower()
    return said.startswith(("🆘", "/sos ", "/sos@")) or said in WORDS or said.rstrip("!. ") in WORDS
