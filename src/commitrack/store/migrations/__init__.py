"""The schema, version by version. A released migration is frozen: it is never edited again.

The triggers are not part of a migration: `commitrack.store.triggers` builds them anew from the
tables that are there, since changing a table can drop them silently.
"""

from __future__ import annotations

from sqlite_utils import Migrations

from commitrack.store.migrations import major_1, major_2, major_3, major_4

SCHEMA = Migrations("commitrack")

for step in (
    major_1.m001_the_record,
    major_1.m002_versions_copies_and_readings,
    major_1.m003_origins_and_merges,
    major_1.m004_lists_at_scale,
    major_2.m005_erasures,
    major_2.m006_orders_off_indexes,
    major_3.m007_parts_of_an_import,
    major_3.m008_saved_views,
    major_4.m009_stale_and_seldom,
):
    SCHEMA()(step)
