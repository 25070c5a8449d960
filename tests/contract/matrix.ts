/** What the cases of the contract suite came to, as a table for people: tool types across, cases down. */
import type { TickmarkError } from '../../main/result';
import type { CaseName } from './needs';

/** What a test of the suite leaves behind for the table. */
export type ContractMark =
  | { type: string; case: CaseName; notes?: string[]; heard?: TickmarkError[] }
  | { type: string; caseNames: readonly CaseName[]; notApplicable: Partial<Record<CaseName, string>> };

declare module 'vitest' {
  interface TaskMeta {
    contract?: ContractMark;
  }
}

export interface MarkedTest {
  mark: ContractMark;
  passed: boolean;
}

const sign = { passed: '✓', failed: '✗', notApplicable: '–', absent: '?' };

/** Lines of the table, and below it why a case is not there and what is to be known of those that are. */
export const drawMatrix = (tests: readonly MarkedTest[]): string[] => {
  const caseNames = tests.flatMap(({ mark }) => ('caseNames' in mark ? [mark.caseNames] : []))[0] ?? [];
  const types = [...new Set(tests.map(({ mark }) => mark.type))].sort();
  const heads = types.map((type) => type.split(' '));
  const widths = heads.map((words) => Math.max(...words.map((word) => word.length)));
  const nameWidth = Math.max(0, ...caseNames.map((name) => name.length));
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(nameWidth), ...cells.map((cell, index) => centred(cell, widths[index] ?? 1))].join('  ').trimEnd();
  const deepest = Math.max(...heads.map((words) => words.length));
  const head = Array.from({ length: deepest }, (_, depth) =>
    line(
      '',
      heads.map((words) => words[depth - deepest + words.length] ?? ''),
    ),
  );
  const rows = caseNames.map((name) =>
    line(
      name,
      types.map((type) => signOf(tests, type, name)),
    ),
  );
  return [...head, ...rows, '', ...types.flatMap((type) => footnotesOf(tests, type))];
};

const centred = (text: string, width: number) => text.padStart(Math.ceil((width + text.length) / 2)).padEnd(width);

const signOf = (tests: readonly MarkedTest[], type: string, name: string): string => {
  const test = tests.find(({ mark }) => mark.type === type && 'case' in mark && mark.case === name);
  if (test) return test.passed ? sign.passed : sign.failed;
  return reasonsOf(tests, type).some(([missing]) => missing === name) ? sign.notApplicable : sign.absent;
};

const reasonsOf = (tests: readonly MarkedTest[], type: string): [string, string][] =>
  tests.flatMap(({ mark }) =>
    mark.type === type && 'notApplicable' in mark ? Object.entries(mark.notApplicable) : [],
  );

/** Cases with the same reason share a line. */
const footnotesOf = (tests: readonly MarkedTest[], type: string): string[] => {
  const namesByReason = new Map<string, string[]>();
  for (const [name, reason] of reasonsOf(tests, type)) {
    namesByReason.set(reason, [...(namesByReason.get(reason) ?? []), name]);
  }
  const missing = [...namesByReason].map(([reason, names]) => `  ${sign.notApplicable} ${names.join(', ')}: ${reason}`);
  const notes = tests.flatMap(({ mark }) =>
    mark.type === type && 'case' in mark && mark.notes?.length
      ? [`  ${sign.passed} ${mark.case}: ${mark.notes.join(', ')}`]
      : [],
  );
  return missing.length + notes.length > 0 ? [type, ...missing, ...notes] : [];
};

/** Every failure that people were told about, once each, in the order of types and cases. */
export const listMessages = (tests: readonly MarkedTest[]): string[] => {
  const told = tests.flatMap(({ mark }) =>
    'case' in mark
      ? (mark.heard ?? []).map(
          ({ code, reason, message, hint }) =>
            `${mark.type} · ${mark.case} · ${reason ?? code}\n  ${message}\n  → ${hint ?? 'NO HINT'}\n`,
        )
      : [],
  );
  return [...new Set(told)];
};
