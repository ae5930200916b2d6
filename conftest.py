"""What every test may ask for, wherever it lies, and how what was not tested is told: one line for each reason."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any-machine")  # no test judges how fast the machine is

pytest_plugins = ("tests.postgres",)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name each reason once; pytest's own -rs gives a line to every test."""
    reasons: Counter[str] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        if isinstance(report.longrepr, tuple):
            reasons[report.longrepr[2].removeprefix("Skipped: ")] += 1
    for reason, count in reasons.items():
        terminalreporter.write_line(f"{count} skipped: {reason}")
