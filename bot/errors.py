"""Errors an operator meets."""


class StartError(Exception):
    """The hotline cannot start; the message is one line that says what to do."""
