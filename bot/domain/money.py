"""Does a text name a sum of money? A lawyer who writes one is reminded not to pass it on or bargain."""

import re

_AMOUNT = r"\d+(?:[.,\s\u00a0]\d+)*"
_CURRENCY = (
    r"сом(?:а|у|ом|ов|ам|до\w*|ду\w*|го)?|soms?|kgs|kgz|руб\w*|₽|\$|usd|долл?ар\w*|бакс\w*|€|евро|eur|тенге|тг|"
    r"тыс\.?|тысяч\w*|миң\w*|млн|миллион\w*|thousand|million|dollars?|bucks"
)
_SUM = re.compile(
    rf"{_AMOUNT}\s*(?:{_CURRENCY})(?!\w)"  # 5 000 сом, 5 миң, 100$
    rf"|{_AMOUNT}(?:[кkс])(?!\w)"  # 5к, 500с: only close up, for "в 5 к вам" is a time
    rf"|[$€₽]\s*{_AMOUNT}"
    r"|(?<!\w)(?:тысяч[аиу]?|миң)\s+(?:сом|доллар)\w*",
    re.IGNORECASE,
)


def names_a_sum(text: str) -> bool:
    """Tell whether a number stands beside a currency or a thousand."""
    return _SUM.search(text) is not None
