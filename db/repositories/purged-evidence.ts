import type { Database } from '../open';

/** Deletes an application's executions; their evidence files are the caller's affair. */
export const deleteExecutions = (db: Database, applicationId: number): void => {
  db.prepare('DELETE FROM agent_executions WHERE application_id = ?').run(applicationId);
};

/** Notes evidence that is to be destroyed, so that a program that stops in between goes on at the next start. */
export const noteEvidenceToDestroy = (db: Database, names: readonly string[]): void => {
  const insert = db.prepare('INSERT OR IGNORE INTO evidence_to_destroy (evidence_name, purged_at) VALUES (?, ?)');
  for (const name of names) insert.run(name, new Date().toISOString());
};

export const listEvidenceToDestroy = (db: Database): string[] =>
  db.prepare<[], string>('SELECT evidence_name FROM evidence_to_destroy ORDER BY evidence_name').pluck().all();

export const forgetEvidenceToDestroy = (db: Database, names: readonly string[]): void => {
  const forget = db.prepare('DELETE FROM evidence_to_destroy WHERE evidence_name = ?');
  db.transaction(() => {
    for (const name of names) forget.run(name);
  })();
};

/**
 * The newest pack of an application that holds all of its evidence and was found whole, as the audit log tells it. A run
 * that ends while a pack is being written is not in it: what counts is where the log in the pack ends (`logEntries`), not
 * when the pack was done.
 */
export const findVerifiedPack = (
  db: Database,
  applicationId: number,
): { fileName: string; sha256: string } | undefined =>
  db
    .prepare<[number], { fileName: string; sha256: string }>(
      `WITH entries AS (
         SELECT seq, action, details FROM audit_log WHERE json_extract(details, '$.applicationId') = ?
       )
       SELECT json_extract(exported.details, '$.fileName') AS fileName,
              json_extract(exported.details, '$.sha256') AS sha256
       FROM entries AS exported
       JOIN entries AS verified
         ON verified.action = 'evidence.packVerified'
        AND verified.seq > exported.seq
        AND json_extract(verified.details, '$.valid') = 1
        AND json_extract(verified.details, '$.sha256') = json_extract(exported.details, '$.sha256')
       WHERE exported.action = 'evidence.packExported'
         AND json_extract(exported.details, '$.redacted') IS NULL
         AND json_extract(exported.details, '$.logEntries') >=
             (SELECT coalesce(max(seq), 0) FROM entries WHERE action LIKE 'execution.%')
       ORDER BY exported.seq DESC LIMIT 1`,
    )
    .get(applicationId);
