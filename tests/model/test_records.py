"""Small facts that records know about themselves."""

from __future__ import annotations

import pytest

from commitrack.model.records import Commitment, members_of


@pytest.mark.parametrize(
    ("owners", "line"),
    [
        ((), ""),
        (("NHS Employers",), "NHS Employers"),
        (("NHS Employers", "All trusts"), "NHS Employers and All trusts"),
        (("Network", members_of("Network")), "Network and its members"),
        ((members_of("Network"), "Network"), "members of Network and Network"),
    ],
)
def test_owners_read_as_one_line(owners: tuple[str, ...], line: str) -> None:
    assert Commitment(title="t", quote="q", owners=owners).owner == line
