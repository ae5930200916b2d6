"""The practice room: Kalkan in a bottle.

A Bot API server on loopback with phones to hold, and a clock that can run fast. It knows the
Bot API and nothing of the bot it serves.
"""
