CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);

CREATE TABLE "changes" (
   "id" INTEGER PRIMARY KEY,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id"),
   "record" TEXT NOT NULL,
   "row" INTEGER NOT NULL,
   "field" TEXT NOT NULL,
   "old" TEXT,
   "new" TEXT,
   "commitment" INTEGER,
   "statement" INTEGER
) STRICT;

CREATE TABLE "checks" (
   "id" INTEGER PRIMARY KEY,
   "commitment" INTEGER NOT NULL REFERENCES "commitments"("id"),
   "result" TEXT NOT NULL,
   "where" TEXT NOT NULL,
   "on" TEXT NOT NULL,
   "by" TEXT NOT NULL,
   "note" TEXT,
   "next" TEXT,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE TABLE "commitment_parties" (
   "id" INTEGER PRIMARY KEY,
   "commitment" INTEGER NOT NULL REFERENCES "commitments"("id"),
   "party" INTEGER NOT NULL REFERENCES "parties"("id"),
   "role" TEXT NOT NULL,
   "position" INTEGER NOT NULL,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE TABLE "commitments" (
   "id" INTEGER PRIMARY KEY,
   "statement" INTEGER REFERENCES "statements"("id"),
   "title" TEXT NOT NULL,
   "quote" TEXT NOT NULL,
   "kind" TEXT NOT NULL,
   "status" TEXT NOT NULL,
   "reason" TEXT,
   "owner_basis" TEXT NOT NULL,
   "beneficiary" TEXT,
   "lead" TEXT,
   "reviewer" TEXT,
   "success_test" TEXT,
   "due_original" TEXT,
   "due" TEXT,
   "due_text" TEXT,
   "due_precision" TEXT NOT NULL,
   "follow_up" TEXT,
   "cadence" INTEGER NOT NULL,
   "last_checked" TEXT,
   "strength" INTEGER,
   "testable" INTEGER NOT NULL,
   "ongoing" INTEGER NOT NULL,
   "condition" TEXT,
   "priority" INTEGER NOT NULL,
   "topic" TEXT,
   "tags" TEXT NOT NULL,
   "note" TEXT,
   "cues" TEXT NOT NULL,
   "confidence" TEXT,
   "extractor" TEXT,
   "visibility" TEXT NOT NULL,
   "closed_on" TEXT,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE VIRTUAL TABLE "commitments_fts" USING FTS5 (
    "title", "quote", "success_test", "note",
    tokenize='unicode61 remove_diacritics 2',
    content="commitments"
);

CREATE TABLE "copies" (
   "id" INTEGER PRIMARY KEY,
   "statement" INTEGER NOT NULL REFERENCES "statements"("id"),
   "source" TEXT NOT NULL,
   "bytes_sha256" TEXT,
   "media_type" TEXT NOT NULL,
   "url" TEXT,
   "redirects" TEXT,
   "http_status" INTEGER,
   "at" TEXT NOT NULL,
   "by" TEXT NOT NULL,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE TABLE "date_moves" (
   "id" INTEGER PRIMARY KEY,
   "commitment" INTEGER NOT NULL REFERENCES "commitments"("id"),
   "old" TEXT NOT NULL,
   "new" TEXT,
   "reason" TEXT NOT NULL,
   "on" TEXT NOT NULL,
   "by" TEXT NOT NULL,
   "announced" INTEGER NOT NULL,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE TABLE "dismissals" (
   "id" INTEGER PRIMARY KEY,
   "commitment" INTEGER NOT NULL REFERENCES "commitments"("id"),
   "rule" TEXT NOT NULL,
   "reason" TEXT NOT NULL,
   "on" TEXT NOT NULL,
   "by" TEXT NOT NULL,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE TABLE "erasures" (
   "id" INTEGER PRIMARY KEY,
   "subject" TEXT NOT NULL,
   "number" INTEGER NOT NULL,
   "counts" TEXT NOT NULL,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE TABLE "evidence" (
   "id" INTEGER PRIMARY KEY,
   "commitment" INTEGER NOT NULL REFERENCES "commitments"("id"),
   "title" TEXT NOT NULL,
   "source" TEXT NOT NULL,
   "kind" TEXT NOT NULL,
   "stance" TEXT NOT NULL,
   "url" TEXT,
   "locator" TEXT,
   "quote" TEXT,
   "dated" TEXT,
   "accessed_on" TEXT,
   "added_by" TEXT NOT NULL,
   "retracted" TEXT,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE TABLE "links" (
   "id" INTEGER PRIMARY KEY,
   "commitment" INTEGER NOT NULL REFERENCES "commitments"("id"),
   "type" TEXT NOT NULL,
   "other" INTEGER NOT NULL REFERENCES "commitments"("id"),
   "by" TEXT NOT NULL,
   "note" TEXT,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE TABLE "mentions" (
   "id" INTEGER PRIMARY KEY,
   "commitment" INTEGER NOT NULL REFERENCES "commitments"("id"),
   "statement" INTEGER NOT NULL REFERENCES "statements"("id"),
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "quote" TEXT NOT NULL,
   "before" TEXT NOT NULL,
   "after" TEXT NOT NULL,
   "role" TEXT NOT NULL,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE TABLE "parties" (
   "id" INTEGER PRIMARY KEY,
   "name" TEXT NOT NULL,
   "kind" TEXT NOT NULL,
   "parent" INTEGER REFERENCES "parties"("id"),
   "aliases" TEXT NOT NULL,
   "successor" INTEGER REFERENCES "parties"("id"),
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE TABLE "readings" (
   "id" INTEGER PRIMARY KEY,
   "statement" INTEGER NOT NULL REFERENCES "statements"("id"),
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "on" TEXT NOT NULL,
   "by" TEXT NOT NULL,
   "note" TEXT,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE TABLE "reviews" (
   "id" INTEGER PRIMARY KEY,
   "commitment" INTEGER NOT NULL REFERENCES "commitments"("id"),
   "proposed" TEXT NOT NULL,
   "asked_by" TEXT NOT NULL,
   "asked_on" TEXT NOT NULL,
   "asked_note" TEXT,
   "decision" TEXT,
   "decided_by" TEXT,
   "decided_on" TEXT,
   "reason" TEXT,
   "evidence" TEXT NOT NULL,
   "self_verified" INTEGER NOT NULL,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE TABLE sketches (hash INTEGER NOT NULL, statement INTEGER NOT NULL REFERENCES statements (id), PRIMARY KEY (hash, statement)) STRICT, WITHOUT ROWID;

CREATE TABLE "statements" (
   "id" INTEGER PRIMARY KEY,
   "text" TEXT NOT NULL,
   "sha256" TEXT NOT NULL,
   "title" TEXT NOT NULL,
   "publisher" TEXT,
   "speaker" TEXT,
   "role" TEXT,
   "occasion" TEXT,
   "said_on" TEXT,
   "precision" TEXT NOT NULL,
   "source" TEXT NOT NULL,
   "media_type" TEXT,
   "encoding" TEXT,
   "previous" INTEGER REFERENCES "statements"("id"),
   "fetched_at" TEXT,
   "fetched_by" TEXT,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
, pages TEXT) STRICT;

CREATE TABLE "suggestions" (
   "id" INTEGER PRIMARY KEY,
   "commitment" INTEGER NOT NULL REFERENCES "commitments"("id"),
   "other" INTEGER NOT NULL REFERENCES "commitments"("id"),
   "type" TEXT NOT NULL,
   "score" INTEGER NOT NULL,
   "decision" TEXT,
   "reason" TEXT,
   "decided_on" TEXT,
   "decided_by" TEXT,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE TABLE "tombstones" (
   "id" INTEGER PRIMARY KEY,
   "erasure" INTEGER NOT NULL REFERENCES "erasures"("id"),
   "record" TEXT NOT NULL,
   "row" INTEGER NOT NULL,
   "digest" TEXT,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE TABLE "transactions" (
   "id" INTEGER PRIMARY KEY,
   "at" TEXT NOT NULL,
   "actor" TEXT NOT NULL,
   "client" TEXT NOT NULL,
   "action" TEXT NOT NULL,
   "why" TEXT,
   "undoes" INTEGER REFERENCES "transactions"("id"),
   "hash" TEXT
, nonce TEXT) STRICT;

CREATE TABLE unscrubbed (erasure INTEGER PRIMARY KEY REFERENCES erasures (id)) STRICT;

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE INDEX "idx_changes_commitment_tx"
    ON "changes" ("commitment", "tx");

CREATE INDEX "idx_changes_tx"
    ON "changes" ("tx");

CREATE INDEX "idx_checks_commitment"
    ON "checks" ("commitment");

CREATE INDEX "idx_commitment_parties_commitment"
    ON "commitment_parties" ("commitment");

CREATE INDEX "idx_commitment_parties_party_role_commitment"
    ON "commitment_parties" ("party", "role", "commitment");

CREATE INDEX "idx_commitments_due_id"
    ON "commitments" ("due", "id");

CREATE INDEX "idx_commitments_follow_up_id"
    ON "commitments" ("follow_up", "id");

CREATE INDEX "idx_commitments_lead_id"
    ON "commitments" ("lead", "id");

CREATE INDEX "idx_commitments_statement_id"
    ON "commitments" ("statement", "id");

CREATE INDEX "idx_commitments_status_id"
    ON "commitments" ("status", "id");

CREATE INDEX "idx_commitments_tx"
    ON "commitments" ("tx");

CREATE INDEX "idx_copies_bytes_sha256"
    ON "copies" ("bytes_sha256");

CREATE INDEX "idx_copies_statement"
    ON "copies" ("statement");

CREATE INDEX "idx_date_moves_commitment"
    ON "date_moves" ("commitment");

CREATE INDEX "idx_dismissals_commitment"
    ON "dismissals" ("commitment");

CREATE INDEX "idx_erasures_tx"
    ON "erasures" ("tx");

CREATE INDEX "idx_evidence_commitment"
    ON "evidence" ("commitment");

CREATE INDEX "idx_links_commitment"
    ON "links" ("commitment");

CREATE INDEX "idx_links_other"
    ON "links" ("other");

CREATE INDEX "idx_mentions_commitment"
    ON "mentions" ("commitment");

CREATE INDEX "idx_mentions_statement_start"
    ON "mentions" ("statement", "start");

CREATE INDEX "idx_readings_statement_start"
    ON "readings" ("statement", "start");

CREATE INDEX "idx_reviews_commitment"
    ON "reviews" ("commitment");

CREATE INDEX "idx_suggestions_commitment"
    ON "suggestions" ("commitment");

CREATE INDEX "idx_suggestions_other"
    ON "suggestions" ("other");

CREATE INDEX "idx_tombstones_record_row"
    ON "tombstones" ("record", "row");

CREATE INDEX "idx_transactions_undoes"
    ON "transactions" ("undoes");

CREATE UNIQUE INDEX one_name ON parties (name COLLATE NOCASE) WHERE present = 1;

CREATE UNIQUE INDEX one_text ON statements (sha256) WHERE present = 1;

CREATE INDEX open_by_due ON commitments (due, id) WHERE present = 1 AND status IN ('open', 'in_progress', 'stalled', 'claimed');

CREATE INDEX open_by_follow_up ON commitments (follow_up, id) WHERE present = 1 AND status IN ('open', 'in_progress', 'stalled', 'claimed');

CREATE INDEX statements_previous ON statements (previous);

