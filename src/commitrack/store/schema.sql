CREATE VIEW "check_list" AS SELECT CASE WHEN k.commitment IS NOT NULL THEN printf('C-%04d', k.commitment) END AS commitment, c.title AS of_commitment, replace(k.result, '_', ' ') AS result, k."where" AS looked_at, k."on" AS looked_on, k."by" AS looked_by, k.note, k.next AS next_look FROM checks k JOIN commitments c ON c.id = k.commitment WHERE k.present = 1 AND c.present = 1;

CREATE VIEW "date_move_list" AS SELECT CASE WHEN m.commitment IS NOT NULL THEN printf('C-%04d', m.commitment) END AS commitment, c.title AS of_commitment, m.old AS moved_from, m.new AS moved_to, CAST(julianday(m.new) - julianday(m.old) AS INTEGER) AS days, m.reason, CASE m.announced WHEN 1 THEN 'the owner' ELSE 'us' END AS said_by, m."on" AS noted_on, m."by" AS noted_by FROM date_moves m JOIN commitments c ON c.id = m.commitment WHERE m.present = 1 AND c.present = 1;

CREATE VIEW "evidence_list" AS SELECT CASE WHEN e.commitment IS NOT NULL THEN printf('C-%04d', e.commitment) END AS commitment, c.title AS of_commitment, e.title, e.source, e.kind, e.stance, e.dated, e.url, e.locator, e.quote, e.accessed_on, e.added_by, e.retracted FROM evidence e JOIN commitments c ON c.id = e.commitment WHERE e.present = 1 AND c.present = 1;

CREATE VIEW "history" AS SELECT t.id AS "transaction", t.at, t.actor AS who, t.client, t.action, t.why, CASE WHEN ch.commitment IS NOT NULL THEN printf('C-%04d', ch.commitment) END AS commitment, CASE WHEN ch.statement IS NOT NULL THEN printf('S-%04d', ch.statement) END AS statement, ch.record, ch.row, ch.field, ch.old, ch.new, t.undoes, t.part_of FROM changes ch JOIN transactions t ON t.id = ch.tx;

CREATE VIEW "party_list" AS SELECT p.name, p.kind, above.name AS part_of, (SELECT group_concat(value, '; ') FROM json_each(p.aliases)) AS also_called, after.name AS successor, (SELECT count(DISTINCT cp.commitment) FROM commitment_parties cp JOIN commitments c ON c.id = cp.commitment WHERE cp.party = p.id AND cp.role = 'owner' AND cp.present = 1 AND c.present = 1 AND c.status <> 'rejected') AS owns FROM parties p LEFT JOIN parties above ON above.id = p.parent LEFT JOIN parties after ON after.id = p.successor WHERE p.present = 1;

CREATE VIEW "register" AS SELECT CASE WHEN c.id IS NOT NULL THEN printf('C-%04d', c.id) END AS commitment, c.title, c.kind, replace(c.status, '_', ' ') AS status, c.reason, (SELECT group_concat(name, '; ') FROM (SELECT p.name FROM commitment_parties cp JOIN parties p ON p.id = cp.party WHERE cp.commitment = c.id AND cp.present = 1 AND cp.role = 'owner' ORDER BY cp.position, cp.id)) AS owner, (SELECT group_concat(name, '; ') FROM (SELECT p.name FROM commitment_parties cp JOIN parties p ON p.id = cp.party WHERE cp.commitment = c.id AND cp.present = 1 AND cp.role = 'partner' ORDER BY cp.position, cp.id)) AS partners, c.beneficiary, c.lead, c.reviewer, c.due, c.due_original AS first_due, c.due_text AS due_in_words, c.follow_up, c.last_checked, c.success_test, c.priority, c.topic, (SELECT group_concat(value, ' ') FROM json_each(c.tags)) AS tags, (SELECT count(*) FROM evidence e WHERE e.commitment = c.id AND e.present = 1 AND e.retracted IS NULL) AS evidence, (SELECT count(*) FROM date_moves m WHERE m.commitment = c.id AND m.present = 1) AS date_moves, c.quote, CASE WHEN c.statement IS NOT NULL THEN printf('S-%04d', c.statement) END AS statement, coalesce(s.speaker, s.publisher) AS said_by, s.said_on, c.note, c.visibility, c.closed_on FROM commitments c LEFT JOIN statements s ON s.id = c.statement WHERE c.present = 1;

CREATE VIEW "review_list" AS SELECT CASE WHEN r.commitment IS NOT NULL THEN printf('C-%04d', r.commitment) END AS commitment, c.title AS of_commitment, replace(r.proposed, '_', ' ') AS proposed, r.asked_by, r.asked_on, r.asked_note, replace(r.decision, '_', ' ') AS decision, r.decided_by, r.decided_on, r.reason, CASE r.self_verified WHEN 1 THEN 'yes' ELSE 'no' END AS self_verified FROM reviews r JOIN commitments c ON c.id = r.commitment WHERE r.present = 1 AND c.present = 1;

CREATE VIEW "statement_list" AS SELECT CASE WHEN s.id IS NOT NULL THEN printf('S-%04d', s.id) END AS statement, s.title, s.publisher, s.speaker, s.role, s.occasion, s.said_on, s.precision, s.source, s.media_type, CASE WHEN s.previous IS NOT NULL THEN printf('S-%04d', s.previous) END AS new_version_of, s.fetched_at AS added_at, s.fetched_by AS added_by, length(s.text) AS characters, (SELECT count(*) FROM commitments c WHERE c.statement = s.id AND c.present = 1) AS items, s.text FROM statements s WHERE s.present = 1;

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

CREATE VIRTUAL TABLE commitments_fts USING fts5 (title, quote, success_test, note, content='commitments', prefix='2 3', tokenize='unicode61 remove_diacritics 2');

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

CREATE TABLE "merges" (
   "id" INTEGER PRIMARY KEY,
   "source" TEXT NOT NULL,
   "store" TEXT NOT NULL,
   "head" TEXT NOT NULL,
   "unsettled" TEXT NOT NULL,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
, began INTEGER REFERENCES transactions (id), unfinished INTEGER) STRICT;

CREATE TABLE "origins" (
   "id" INTEGER PRIMARY KEY,
   "record" TEXT NOT NULL,
   "row" INTEGER NOT NULL,
   "uid" TEXT NOT NULL,
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

CREATE TABLE "saved_views" (
   "id" INTEGER PRIMARY KEY,
   "name" TEXT NOT NULL,
   "query" TEXT NOT NULL,
   "description" TEXT,
   "hotkey" TEXT,
   "present" INTEGER NOT NULL DEFAULT 1,
   "tx" INTEGER NOT NULL REFERENCES "transactions"("id")
) STRICT;

CREATE TABLE sketches (hash INTEGER NOT NULL, statement INTEGER NOT NULL REFERENCES statements (id), PRIMARY KEY (hash, statement)) STRICT, WITHOUT ROWID;

CREATE TABLE sqlite_stat1(tbl,idx,stat);

CREATE TABLE staleness (commitment INTEGER PRIMARY KEY, day TEXT NOT NULL) STRICT;

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

CREATE TABLE tallies (field TEXT NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (field, value)) STRICT, WITHOUT ROWID;

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
, nonce TEXT, part_of INTEGER REFERENCES transactions (id)) STRICT;

CREATE TABLE unscrubbed (erasure INTEGER PRIMARY KEY REFERENCES erasures (id)) STRICT;

CREATE INDEX closed_by_follow_up ON commitments (present, follow_up) WHERE present = 1 AND status IN ('delivered', 'partly_delivered', 'not_delivered', 'withdrawn', 'superseded', 'unverifiable') AND follow_up IS NOT NULL;

CREATE INDEX closed_by_tx ON commitments (present, tx, id, status) WHERE present = 1 AND status IN ('delivered', 'partly_delivered', 'not_delivered', 'withdrawn', 'superseded', 'unverifiable');

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE INDEX "idx_changes_commitment_tx"
    ON "changes" ("commitment", "tx");

CREATE INDEX "idx_changes_tx"
    ON "changes" ("tx");

CREATE INDEX "idx_checks_commitment"
    ON "checks" ("commitment");

CREATE INDEX "idx_commitment_parties_party_role_commitment"
    ON "commitment_parties" ("party", "role", "commitment");

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

CREATE INDEX list_by_confidence ON commitments (present, confidence);

CREATE INDEX list_by_due ON commitments (present, due);

CREATE INDEX list_by_due_original ON commitments (present, due_original);

CREATE INDEX list_by_follow_up ON commitments (present, follow_up);

CREATE INDEX list_by_id ON commitments (present);

CREATE INDEX list_by_kind ON commitments (present, kind);

CREATE INDEX list_by_last_checked ON commitments (present, last_checked);

CREATE INDEX list_by_lead ON commitments (present, lead COLLATE NOCASE);

CREATE INDEX list_by_priority ON commitments (present, priority);

CREATE INDEX list_by_reviewer ON commitments (present, reviewer COLLATE NOCASE);

CREATE INDEX list_by_slip ON commitments (present, julianday(due) - julianday(due_original));

CREATE INDEX list_by_statement ON commitments (present, statement);

CREATE INDEX list_by_status ON commitments (present, status);

CREATE INDEX list_by_strength ON commitments (present, strength);

CREATE INDEX list_by_testable ON commitments (present, testable);

CREATE INDEX list_by_title ON commitments (present, title COLLATE NOCASE);

CREATE INDEX list_by_topic ON commitments (present, topic COLLATE NOCASE);

CREATE INDEX list_by_tx ON commitments (present, tx);

CREATE INDEX list_by_visibility ON commitments (present, visibility);

CREATE INDEX makers ON statements (coalesce(publisher, speaker) COLLATE NOCASE);

CREATE INDEX objections ON evidence (commitment, present, retracted, stance) WHERE present = 1 AND retracted IS NULL AND stance IN ('disputes', 'withdraws');

CREATE UNIQUE INDEX one_name ON parties (name COLLATE NOCASE) WHERE present = 1;

CREATE UNIQUE INDEX one_origin ON origins (uid);

CREATE UNIQUE INDEX one_text ON statements (sha256) WHERE present = 1;

CREATE INDEX open_by_due ON commitments (present, due, id, follow_up, status) WHERE present = 1 AND status IN ('open', 'in_progress', 'stalled', 'claimed');

CREATE INDEX open_by_follow_up ON commitments (present, follow_up, id, due, status) WHERE present = 1 AND status IN ('open', 'in_progress', 'stalled', 'claimed');

CREATE INDEX open_by_lead ON commitments (present, lead COLLATE NOCASE, due, id, status) WHERE present = 1 AND status IN ('open', 'in_progress', 'stalled', 'claimed');

CREATE INDEX open_by_original ON commitments (present, due_original, id, status) WHERE present = 1 AND status IN ('open', 'in_progress', 'stalled', 'claimed');

CREATE INDEX open_by_reviewer ON commitments (present, reviewer COLLATE NOCASE) WHERE present = 1 AND status IN ('open', 'in_progress', 'stalled', 'claimed') AND reviewer IS NOT NULL;

CREATE INDEX open_by_tx ON commitments (present, tx, id, status) WHERE present = 1 AND status IN ('open', 'in_progress', 'stalled', 'claimed');

CREATE INDEX parts ON transactions (part_of) WHERE part_of IS NOT NULL;

CREATE INDEX places ON mentions (commitment, statement, present, start);

CREATE INDEX places_of_parties ON commitment_parties (commitment, role, present, position, party);

CREATE INDEX put_off ON date_moves (commitment) WHERE present = 1 AND new > old;

CREATE INDEX stale_from ON staleness (day);

CREATE INDEX statements_previous ON statements (previous);

CREATE INDEX transactions_hash ON transactions (hash);

CREATE INDEX triage_by_follow_up ON commitments (present, follow_up) WHERE present = 1 AND status = 'candidate' AND follow_up IS NOT NULL;

CREATE INDEX triage_by_lead ON commitments (present, lead COLLATE NOCASE) WHERE present = 1 AND status = 'candidate' AND lead IS NOT NULL;

CREATE INDEX triage_by_reviewer ON commitments (present, reviewer COLLATE NOCASE) WHERE present = 1 AND status = 'candidate' AND reviewer IS NOT NULL;

CREATE INDEX triage_by_topic ON commitments (present, topic COLLATE NOCASE) WHERE present = 1 AND status = 'candidate' AND topic IS NOT NULL;

CREATE INDEX triage_by_tx ON commitments (present, tx, id, status) WHERE present = 1 AND status = 'candidate';

CREATE INDEX undated_by_original ON commitments (present, due_original) WHERE present = 1 AND due IS NULL AND due_original IS NOT NULL;

CREATE INDEX waiting_reviews ON reviews (commitment, present, decision) WHERE present = 1 AND decision IS NULL;

