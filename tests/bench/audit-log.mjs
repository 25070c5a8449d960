import { join } from 'node:path';
import { median, rounded, timed, withFolder } from './measure.mjs';

const entriesOfTransaction = 1_000;
const durableEntries = 200;

const entry = (number) => ({
  actor: 'auditor',
  action: 'analysis.saved',
  subject: `question/1/${number}`,
  details: {
    applicationId: 1,
    ciId: 'CI1',
    questionId: String(number),
    connectorId: 7,
    changes: { query: 'select 1' },
  },
});

const append = (db, appendAuditEntry, first, count) =>
  db.transaction(() => {
    for (let number = first; number < first + count; number += 1) appendAuditEntry(db, entry(number));
  })();

/** Appending, in transactions as an import has them and one by one as every click does, and verifying the whole chain. */
export const measureAuditLog = ({ typescript, logSizes, repetitions }) =>
  withFolder(async (folder) => {
    const { appendAuditEntry, openStore, verifyAuditLog } = await typescript.load('/db/index.ts');
    const figures = [];
    for (const entries of logSizes) {
      const { db } = openStore(join(folder, `log-${entries}.db`));
      const appended = await timed(() => {
        for (let done = 0; done < entries; done += entriesOfTransaction) {
          append(db, appendAuditEntry, done, Math.min(entriesOfTransaction, entries - done));
        }
      });
      const single = await timed(() => {
        for (let turn = 0; turn < durableEntries; turn += 1) append(db, appendAuditEntry, entries + turn, 1);
      });
      const verified = [];
      for (let turn = 0; turn < repetitions; turn += 1) {
        verified.push(
          await timed(async () => {
            if (!(await verifyAuditLog(db)).valid) throw new Error('The log does not verify.');
          }),
        );
      }
      db.close();
      const size = `audit log of ${entries.toLocaleString('en')}`;
      const each = (milliseconds, count) => rounded((milliseconds / count) * 1000, 1);
      figures.push(
        {
          what: `${size}: append in transactions of ${entriesOfTransaction}`,
          unit: 'µs each',
          tickmark: each(appended, entries),
        },
        {
          what: `${size}: append one by one, each on the disk`,
          unit: 'µs each',
          tickmark: each(single, durableEntries),
        },
        { what: `${size}: verify`, unit: 'ms', tickmark: rounded(median(verified)) },
        { what: `${size}: verify`, unit: 'µs each', tickmark: each(median(verified), entries + durableEntries) },
      );
    }
    return figures;
  });
