"""Whatever goes and comes from version to version, what was found stays found, once."""

from __future__ import annotations

import tempfile
from collections import Counter
from io import BytesIO
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.intake import Known, Lineage, add, read
from commitrack.store import open_store
from tests.store.conftest import sign

SENTENCES = (
    *("We will publish a plan by June 2027.", "The board will meet in public.", "It rained."),
    *("We will train every nurse.", "Staff told us that they were tired.", "We will act."),
    *(
        "We hope to open a ward in May.",
        "All trusts should review their rotas.",
        "We will act now.",
    ),
)
VERSIONS = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=7, unique=True),
    min_size=2,
    max_size=4,
)
GAPS = st.sampled_from((" ", "\n", "\n\n"))


@settings(max_examples=20, deadline=None)
@given(VERSIONS, GAPS)
def test_a_chain_loses_nothing_and_asks_nothing_twice(versions: list[list[str]], gap: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "record.db", create=True)
        newest = 0
        for sentences in versions:
            document = read("-", BytesIO(gap.join(sentences).encode()))
            lineage = Lineage(version_of=newest or None)
            added = add(store, document, Known(), sign(), lineage=lineage)
            if added.already:  # the very text of an earlier version
                continue
            newest = added.statement.number
            placed = store.mentions(newest)
            text = added.statement.text
            assert all(text[one.start : one.end] == one.quote for one, _ in placed)
            # Each commitment stands once, and no two in the same place.
            assert max(Counter(record.number for _, record in placed).values(), default=1) == 1
            places = Counter((one.start, one.end) for one, _ in placed)
            assert max(places.values(), default=1) == 1
        proposed = Counter(
            " ".join(record.quote.split())
            for number in store.versions(newest)
            for mention, record in store.mentions(number)
            if mention.role == "origin"
        )
        assert max(proposed.values(), default=1) == 1
        assert store.verify().broken is None
        store.close()
