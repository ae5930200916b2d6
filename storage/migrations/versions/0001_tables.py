"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    _keys()
    _inbox()
    _somebody()
    _cases()
    _outbox()
    _messages()
    _timers()
    _records()


def _keys() -> None:
    """The keys, who holds the work, and named values."""
    op.create_table(
        "keyring",
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("purpose"),
    )
    op.create_table(
        "leases",
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("fence", sa.BigInteger(), nullable=False),
        sa.Column("committed", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("role"),
    )
    op.create_table(
        "meta",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("name"),
    )


def _inbox() -> None:
    """What Telegram sent."""
    op.create_table(
        "journal",
        sa.Column("bot", sa.LargeBinary(length=8), nullable=False),
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("state", sa.Integer(), nullable=False),
        sa.Column("lane", sa.LargeBinary(length=16), nullable=True),
        sa.Column("urgent", sa.Integer(), nullable=False),
        sa.Column("arrival", sa.BigInteger(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("bot", "update_id", "hash"),
    )
    op.create_index("journal_day", "journal", ["day"])
    op.create_index("journal_waiting", "journal", ["state", "arrival"])


def _somebody() -> None:
    """Those the hotline talks to."""
    op.create_table(
        "people",
        sa.Column("who", sa.LargeBinary(length=16), nullable=False),
        sa.Column("idle_day", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("who"),
    )
    op.create_table(
        "staff",
        sa.Column("who", sa.LargeBinary(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("who"),
    )
    op.create_table(
        "invites",
        sa.Column("hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash"),
    )


def _cases() -> None:
    """What happened to them."""
    op.create_table(
        "cases",
        sa.Column("id", sa.LargeBinary(length=12), nullable=False),
        sa.Column("code", sa.LargeBinary(length=16), nullable=False),
        sa.Column("open", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("head", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
    )
    op.create_index("cases_open", "cases", ["open"])
    op.create_table(
        "events",
        sa.Column("case_id", sa.LargeBinary(length=12), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "n"),
    )


def _outbox() -> None:
    """What is to be sent."""
    op.create_table(
        "outbox",
        sa.Column("id", sa.LargeBinary(length=12), nullable=False),
        sa.Column("slot", sa.LargeBinary(length=16), nullable=False),
        sa.Column("rev", sa.LargeBinary(length=8), nullable=False),
        sa.Column("lane", sa.LargeBinary(length=16), nullable=False),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.LargeBinary(length=12), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("slot"),
    )
    op.create_index("outbox_case", "outbox", ["case_id"])
    op.create_index("outbox_lane", "outbox", ["lane"])
    op.create_index("outbox_order", "outbox", ["urgency", "rank", "seq"])


def _messages() -> None:
    """What was sent."""
    op.create_table(
        "messages",
        sa.Column("id", sa.LargeBinary(length=12), nullable=False),
        sa.Column("lane", sa.LargeBinary(length=16), nullable=False),
        sa.Column("slot", sa.LargeBinary(length=16), nullable=True),
        sa.Column("case_id", sa.LargeBinary(length=12), nullable=True),
        sa.Column("number", sa.LargeBinary(length=16), nullable=False),
        sa.Column("delete_at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("slot"),
    )
    op.create_index("messages_case", "messages", ["case_id"])
    op.create_index("messages_due", "messages", ["delete_at"])
    op.create_index("messages_lane", "messages", ["lane", "number"])


def _timers() -> None:
    """What is due."""
    op.create_table(
        "timers",
        sa.Column("id", sa.LargeBinary(length=12), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.LargeBinary(length=16), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("urgent", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("timers_due", "timers", ["due"])
    op.create_index("timers_one", "timers", ["kind", "subject"], unique=True)
    op.create_index("timers_subject", "timers", ["subject"])


def _records() -> None:
    """Numbers, and who did what."""
    op.create_table(
        "facts",
        sa.Column("id", sa.LargeBinary(length=12), nullable=False),
        sa.Column("week", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("facts_week", "facts", ["week"])
    op.create_table(
        "audit",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
