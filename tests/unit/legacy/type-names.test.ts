import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toolTypes } from '../../../main/connectors/registry';
import { createImporter } from '../../../main/legacy/importer';
import { type EarlierTable, earlierTables, writeSqliteFile } from '../../servers/earlier-database';
import { openTestStore, temporaryFolder } from '../../support/store';

const names = toolTypes.flatMap(({ type, aliases }) =>
  [type, ...aliases].flatMap((name) => [name, name.toUpperCase(), ` ${name} `]).map((name) => ({ name, type })),
);

/** One connector, question, analysis and execution for each name, on a CI of its own. */
const tablesOfNames = (): EarlierTable[] => {
  const earlier = new Map(earlierTables().map((table) => [table.name, table]));
  const tableOf = (name: string, rowOf: (typeName: string, id: number) => Record<string, unknown>): EarlierTable => {
    const table = earlier.get(name);
    const [example] = table?.rows ?? [];
    if (!table || !example) throw new Error(`There is no table ${name}.`);
    const rows = names.map(({ name: typeName }, index) => ({
      ...example,
      id: index + 1,
      ...rowOf(typeName, index + 1),
    }));
    return { ...table, rows: rows as EarlierTable['rows'] };
  };
  return [
    tableOf('applications', (_, id) => ({ ci_id: `CI${id}`, settings: '{}' })),
    tableOf('data_requests', (_, id) => ({
      application_id: id,
      questions: JSON.stringify([{ id: '1', question: 'Who?', category: 'Access', subcategory: '' }]),
    })),
    tableOf('tool_connectors', (typeName, id) => ({
      application_id: id,
      ci_id: `CI${id}`,
      connector_type: typeName,
      configuration: '{}',
    })),
    tableOf('question_analyses', (typeName, id) => ({
      application_id: id,
      question_id: '1',
      tool_suggestion: typeName,
      connector_to_use: typeName,
    })),
    tableOf('agent_executions', (typeName, id) => ({
      application_id: id,
      question_id: '1',
      tool_type: typeName,
      connector_id: null,
    })),
  ];
};

const importNames = async () => {
  const { db, file } = openTestStore();
  const path = join(temporaryFolder(), 'names.db');
  writeSqliteFile(path, tablesOfNames());
  const task = { source: { kind: 'sqlite', path } as const, dataFolder: dirname(file), storeFile: file, actor: 'ada' };
  const importer = createImporter();
  const { signal } = new AbortController();
  const preview = await importer.preview(task, { signal });
  if (!preview.ok) throw new Error(preview.error.message);
  await importer.prepare({ ...task, contentHash: preview.value.contentHash }, { signal });
  const report = await importer.commit();
  if (!report.ok) throw new Error(report.error.message);
  return db;
};

describe('a name of a tool type in the earlier application’s database', () => {
  it('is the same type as today in connectors, analyses and executions', async () => {
    const db = await importNames();
    const typesIn = (table: string, column: string) => {
      const found = db
        .prepare(
          `SELECT ${column} FROM ${table} JOIN applications ON applications.id = ${table}.application_id
           ORDER BY CAST(substr(applications.ci_id, 3) AS INTEGER)`,
        )
        .pluck()
        .all();
      return names.map(({ name }, index) => ({ name, type: found[index] }));
    };
    expect(typesIn('tool_connectors', 'connector_type')).toEqual(names);
    expect(typesIn('question_analyses', 'tool_suggestion')).toEqual(names);
    expect(typesIn('agent_executions', 'tool_type')).toEqual(names);
  });
});
