import type { LegacyCounts, LegacyReport } from '../../preload/contract';

type Counted = keyof LegacyCounts;

const mostExamples = 20;

/** Counts and reasons while rows are taken over. */
export const createTally = () => {
  const counts = Object.fromEntries(
    (['applications', 'questions', 'connectors', 'analyses', 'executions'] as const).map((kind) => [
      kind,
      { imported: 0, present: 0, skipped: 0 },
    ]),
  ) as LegacyCounts;
  const skipped = new Map<string, LegacyReport['skipped'][number]>();

  return {
    counts,
    count: (kind: Counted, what: 'imported' | 'present'): void => {
      counts[kind][what] += 1;
    },
    /** A row of the source that does not come, and why; told once for each reason, with a few examples. */
    skip: (table: string, reason: string, sourceKey: string, kind?: Counted, rows = 1): void => {
      if (kind) counts[kind].skipped += rows;
      const entry = skipped.get(`${table}\n${reason}`) ?? { table, reason, rows: 0, examples: [] };
      entry.rows += rows;
      if (entry.examples.length < mostExamples) entry.examples.push(sourceKey);
      skipped.set(`${table}\n${reason}`, entry);
    },
    skipped: () => [...skipped.values()],
  };
};
