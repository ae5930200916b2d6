"""An outbox row is known by its slot, a timer by whom and what it is for. What waits and what is due is carried over.

Half of the pages that a unit wrote were indexes. Those go that only a start, a night or an erasure used: these can
read a whole table.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make both tables anew, and drop indexes of others."""
    op.drop_index("journal_waiting", "journal")
    op.drop_index("journal_day", "journal")
    op.drop_index("messages_case", "messages")
    _anew(
        "outbox",
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
        sa.PrimaryKeyConstraint("slot"),
    )
    op.create_index("outbox_order", "outbox", ["urgency", "rank", "seq"])
    _anew(
        "timers",
        sa.Column("subject", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("urgent", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("subject", "kind"),
    )
    op.create_index("timers_due", "timers", ["due"])


def _anew(name: str, *columns: Any) -> None:
    """Make a table anew with those of its rows' values that it still has a column for."""
    wanted = [column.name for column in columns if isinstance(column, sa.Column)]
    rows = op.get_bind().execute(sa.select(*map(sa.column, wanted)).select_from(sa.table(name))).mappings().all()
    op.drop_table(name)
    table = op.create_table(name, *columns)
    if rows:
        op.bulk_insert(table, [dict(row) for row in rows])
