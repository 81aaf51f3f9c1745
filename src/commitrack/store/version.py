"""The version of the schema, as it is written into a store."""

from __future__ import annotations

from typing import NamedTuple

from commitrack.model.errors import StoreTooNew


class SchemaVersion(NamedTuple):
    """A newer major is refused; a newer minor can be used by an older program."""

    major: int
    minor: int

    @property
    def stamp(self) -> int:
        """The number in SQLite's ``user_version``."""
        return self.major * 1000 + self.minor

    @classmethod
    def read(cls, stamp: int) -> SchemaVersion:
        """The version that a stamp stands for."""
        return cls(*divmod(stamp, 1000))


NEWEST = SchemaVersion(4, 0)
"""The schema this program writes. Major: older programs must not write to it. Minor: they may.

A minor version may add columns, indexes and tables. What the triggers of the tables before it do,
but for the new columns, only changes with a major one: older programs check them.
"""


def require_known(found: SchemaVersion, place: str) -> None:
    """`StoreTooNew` for a store of a later major version than this program writes."""
    if found.major > NEWEST.major:
        raise StoreTooNew(
            f"{place} was written by a newer commitrack (schema {found.major}.{found.minor}; this "
            f"one knows {NEWEST.major}.{NEWEST.minor}): upgrade commitrack"
        )
