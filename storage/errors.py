"""What can go wrong below the units of work.

StorageError
├── KeyFileError      the root key or epoch file is missing, readable by others, or not ours   (operator)
├── WrongKeyError     this key does not open this database                                     (operator)
├── NewerSchemaError  the database was written by a newer version                              (operator)
├── DiskFullError     a row could not be written for want of room                              (operator)
├── LockedError       another `run` holds this database                                        (operator)
├── FencedError       a newer worker has taken over; this one must stop                        (nobody: by design)
└── DamagedError      a sealed row does not open: damaged, moved or erased                     (nobody: kept apart)
"""

from sqlalchemy.exc import DBAPIError

GIVEN_UP = (DBAPIError, MemoryError)
"""After one of these within a unit the database may have given its transaction up: nothing more may be done in it.
SQLite does so where it cannot read a page or has no memory, and runs what comes next outside any transaction."""


class StorageError(Exception):
    """Root of all storage errors; the message is one line that says what to do and names no person."""


class KeyFileError(StorageError):
    """A key file is missing, unsafe or malformed."""


class WrongKeyError(StorageError):
    """The root key does not open this database's keyring."""


class NewerSchemaError(StorageError):
    """The database comes from a newer version."""


class DiskFullError(StorageError):
    """There is no room to write."""


class LockedError(StorageError):
    """Another process runs the hotline on this database."""


class FencedError(StorageError):
    """A newer worker has taken this role."""


class DamagedError(StorageError):
    """A sealed value does not open at this place."""
