import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPostgresSource } from '../../../main/legacy/postgres-source';
import { readLegacy } from '../../../main/legacy/read-source';
import type { LegacyRow } from '../../../main/legacy/source';
import { earlierTables, toSql } from '../../servers/earlier-database';
import { type GuidedLine, startLineTo } from '../../servers/line';
import { type PostgresqlServer, startPostgresql } from '../../servers/postgresql';

/** More than one fetch of the cursor brings. */
const manyRows = 2_500;

describe('reading a database of the earlier application', () => {
  let server: PostgresqlServer;
  let line: GuidedLine;

  beforeAll(async () => {
    server = await startPostgresql();
    await server.adminQuery('CREATE DATABASE audits');
    await server.adminQuery(toSql(earlierTables()), 'audits');
    await server.adminQuery(
      `INSERT INTO question_analyses (id, application_id, question_id, original_question)
         SELECT n, 1, 'many-' || n, 'as it was' FROM generate_series(10001, ${10_000 + manyRows}) AS n;
       CREATE ROLE reader LOGIN PASSWORD 'reads-only'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader`,
      'audits',
    );
  });

  beforeEach(async () => {
    line = await startLineTo(server.port);
  });
  afterEach(() => line.close());
  afterAll(() => server?.stop());

  const settings = () => ({
    ...{ kind: 'postgres' as const, server: '127.0.0.1', port: line.port, database: 'audits', encrypt: false },
    ...{ username: 'reader', password: 'reads-only' },
  });

  it('says so when the connection is lost in the middle, and answers no half of the data', async () => {
    let rowsBefore = 0;
    const read = await readLegacy(settings(), AbortSignal.timeout(30_000), (connectors) => {
      rowsBefore = connectors.length;
      line.cut();
      return () => {};
    });
    expect(rowsBefore).toBeGreaterThan(0);
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'CONNECTION_FAILED', message: expect.stringContaining('nothing was imported') },
    });
  });

  it('reads one moment of the database, whatever others change meanwhile', async () => {
    const opened = await openPostgresSource(settings(), AbortSignal.timeout(30_000));
    if (!opened.ok) throw new Error(opened.error.message);
    const read: LegacyRow[] = [];
    for await (const rows of opened.value.rows('question_analyses')) {
      const isFirst = read.length === 0;
      read.push(...rows);
      if (isFirst) {
        await server.adminQuery(
          `UPDATE question_analyses SET original_question = 'changed' WHERE id > 10000;
           DELETE FROM question_analyses WHERE id > 12000`,
          'audits',
        );
      }
    }
    await opened.value.close();
    expect(read.filter((row) => row.original_question === 'as it was')).toHaveLength(manyRows);
    const ids = read.map(({ id }) => Number(id));
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));

    const again = await readLegacy(settings(), AbortSignal.timeout(30_000));
    expect(again.ok && again.value.analyses.filter((row) => row.original_question === 'changed')).toHaveLength(2_000);
  });
});
