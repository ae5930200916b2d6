"""The tables.

In clear: random ids, keyed hashes, wrapped keys, update ids, queue class, timer kind and due time, ISO week,
versions. Everything else is in a sealed column. Nothing counts up by itself.
"""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("number", BigInteger, nullable=False, default=0),
    Column("body", LargeBinary),
)

keyring = Table(
    "keyring",
    metadata,
    Column("purpose", Text, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    Column("role", Text, primary_key=True),
    Column("fence", BigInteger, nullable=False),
    Column("committed", BigInteger, nullable=False, default=0),
)

journal = Table(
    "journal",
    metadata,
    Column("bot", LargeBinary(8), primary_key=True),
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary(16), primary_key=True),
    Column("state", Integer, nullable=False),
    Column("lane", LargeBinary(16)),
    Column("urgent", Integer, nullable=False),
    Column("arrival", BigInteger),
    Column("attempts", Integer, nullable=False, default=0),
    Column("day", Integer, nullable=False),
    Column("payload", LargeBinary),
)

people = Table(
    "people",
    metadata,
    Column("who", LargeBinary(16), primary_key=True),
    Column("idle_day", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

staff = Table(
    "staff",
    metadata,
    Column("who", LargeBinary(16), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

invites = Table(
    "invites",
    metadata,
    Column("hash", LargeBinary(16), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

cases = Table(
    "cases",
    metadata,
    Column("id", LargeBinary(12), primary_key=True),
    Column("code", LargeBinary(16), nullable=False, unique=True),
    Column("open", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
    Column("head", LargeBinary, nullable=False),
)
Index("cases_open", cases.c.open)

events = Table(
    "events",
    metadata,
    Column("case_id", LargeBinary(12), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("slot", LargeBinary(16), primary_key=True),
    Column("rev", LargeBinary(8), nullable=False),
    Column("lane", LargeBinary(16), nullable=False),
    Column("urgency", Integer, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("not_before", BigInteger, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("case_id", LargeBinary(12)),
    Column("body", LargeBinary, nullable=False),
)
Index("outbox_order", outbox.c.urgency, outbox.c.rank, outbox.c.seq)

messages = Table(
    "messages",
    metadata,
    Column("id", LargeBinary(12), primary_key=True),
    Column("lane", LargeBinary(16), nullable=False),
    Column("slot", LargeBinary(16), unique=True),
    Column("case_id", LargeBinary(12)),
    Column("number", LargeBinary(16), nullable=False),
    Column("delete_at", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
Index("messages_lane", messages.c.lane, messages.c.number)
Index("messages_due", messages.c.delete_at)

timers = Table(
    "timers",
    metadata,
    Column("subject", LargeBinary(16), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("due", BigInteger, nullable=False),
    Column("urgent", Integer, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
)
Index("timers_due", timers.c.due)

facts = Table(
    "facts",
    metadata,
    Column("id", LargeBinary(12), primary_key=True),
    Column("week", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
Index("facts_week", facts.c.week)

audit = Table(
    "audit",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False),
)
