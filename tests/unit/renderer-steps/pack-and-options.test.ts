import { describe, expect, it } from 'vitest';
import type { AuditEntry, Connector, Execution, Question } from '../../../preload/contract';
import { connectorOptions, searchOptions, toolTypeOptions } from '../../../renderer/features/analysis/picker-options';
import { packContents } from '../../../renderer/features/evidence/pack-contents';
import { toLastPack } from '../../../renderer/features/evidence/packs-store';

const execution = (id: number, changes: Partial<Execution>) =>
  ({ id, status: 'succeeded', complete: true, sha256: 'aa', ...changes }) as Execution;

describe('packContents', () => {
  it('holds what has ended, the newest run first, and tells what is incomplete, without a file, or still going on', () => {
    const runs = [
      execution(4, { status: 'running', complete: false, sha256: null }),
      execution(3, { status: 'failed', complete: false, sha256: null, questionId: 'failed' }),
      execution(2, { complete: false, truncatedBy: 'rows' }),
      execution(1, { questionId: 'answered', final: true }),
    ];
    const questions = ['answered', 'failed', 'never asked'].map((questionId) => ({ questionId }) as Question);
    const contents = packContents(runs, questions, new Map());
    expect(contents.executions.map((each) => each.id)).toEqual([3, 2, 1]);
    expect(contents).toMatchObject({ files: 2, final: 1, incomplete: 1, goingOn: 1 });
    expect(contents.unanswered.map((each) => each.questionId)).toEqual(['failed', 'never asked']);
  });

  it('tells what nobody can answer, and why, apart from what is still open; evidence counts all the same', () => {
    const questions = ['answered', 'closed', 'open'].map((questionId) => ({ questionId }) as Question);
    const said = { notAnswerable: 'The system was switched off in 2024.' };
    const analyses = new Map(Object.entries({ answered: said, closed: said, open: {} }));
    const contents = packContents([execution(1, { questionId: 'answered' })], questions, analyses);
    expect(contents.unanswered.map((each) => each.questionId)).toEqual(['open']);
    expect(contents.notAnswerable).toEqual([{ question: questions[1], reason: said.notAnswerable }]);
  });
});

describe('toLastPack', () => {
  const at = '2026-03-02T08:00:00.000Z';
  const entry = (seq: number, details = {}) => ({ seq, at, details }) as AuditEntry;
  const exported = entry(9, { fileName: 'pack.zip', sha256: 'ab', logEntries: 7 });
  const currentWith = (...packed: (AuditEntry | undefined)[]) => toLastPack(exported, packed).current;

  it('tells which pack it was, and that it holds what came before it', () => {
    expect(toLastPack(exported, [entry(7), undefined])).toMatchObject({
      fileName: 'pack.zip',
      sha256: 'ab',
      exportedAt: at,
    });
    expect(currentWith(entry(7), undefined, entry(2))).toBe(true);
  });

  it('lacks what came since, and what came while it was written', () => {
    expect(currentWith(entry(2), entry(10))).toBe(false);
    expect(currentWith(entry(8))).toBe(false);
  });
});

const connector = (id: number, connectorName: string, changes: Partial<Connector> = {}) =>
  ({ id, connectorName, target: null, environment: 'unspecified', status: 'pending', ...changes }) as Connector;

describe('toolTypeOptions', () => {
  it('lists types with connectors on the CI first, each with their number', () => {
    const types = [
      { type: 'Alpha', label: 'Alpha' },
      { type: 'Beta', label: 'Beta' },
    ];
    const options = toolTypeOptions(types, new Map([['Beta', [connector(1, 'one'), connector(2, 'two')]]]));
    expect(options.map(({ key, detail }) => [key, detail])).toEqual([
      ['Beta', '2 on this CI'],
      ['Alpha', 'none on this CI'],
    ]);
  });
});

describe('searchOptions', () => {
  const options = connectorOptions([
    connector(1, 'Production ledger', { environment: 'production', target: 'ledger on db01' }),
    connector(2, 'Development ledger', { environment: 'non-production' }),
  ]);

  it('finds all words in name, target and environment', () => {
    expect(searchOptions(options, 'LEDGER db01').map((option) => option.key)).toEqual(['1']);
    expect(searchOptions(options, 'non-production').map((option) => option.key)).toEqual(['2']);
    expect(searchOptions(options, 'nowhere')).toEqual([]);
  });

  it('answers the same list without a search', () => {
    expect(searchOptions(options, ' ')).toBe(options);
  });
});
