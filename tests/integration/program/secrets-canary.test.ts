import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Input } from '../../../preload/contract';
import { type GnosisDouble, gnosisSecret, startGnosis } from '../../servers/gnosis';
import type { HttpDouble } from '../../servers/http';
import { type JiraDouble, jiraLogin, startJira } from '../../servers/jira';
import { type MariadbServer, startMariadb } from '../../servers/mariadb';
import { type PostgresqlServer, startPostgresql } from '../../servers/postgresql';
import { type QtestDouble, qtestToken, startQtest } from '../../servers/qtest';
import { type ServicenowDouble, servicenowLogin, startServicenow } from '../../servers/servicenow';
import { startTdsServer, type TdsServer } from '../../servers/tds/server';
import { startKeyring } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value, whenEnded } from '../../support/program';
import { findSpellings, spellingsOf } from '../../support/spellings';

const canary = 'Kanarienvogel "5e1d"/ß+7&%';
const passphrase = 'Merkkanarie 0b77/ß & mehr';
const secrets = [
  canary,
  passphrase,
  `wrong ${canary}`,
  jiraLogin.token,
  servicenowLogin.password,
  servicenowLogin.clientSecret,
  qtestToken,
  gnosisSecret,
];
const ciId = 'CI1';

type Draft = Omit<Input<'connectors', 'create'>, 'ciId' | 'notes'> & { query: string };

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const occurrences = (bytes: Buffer, text: string): number => bytes.toString('latin1').split(text).length - 1;

/** What others on the computer may see of a process; nothing once it has ended. */
const readProcess = (pid: number): [string, Buffer][] => {
  try {
    return ['cmdline', 'environ'].map((name) => [`/proc/…/${name}`, readFileSync(`/proc/${pid}/${name}`)]);
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
};

type Misbehaviour = (own: readonly string[]) => HttpDouble['misbehave'];

/** Repeats all it was told in confidence, in its own words, as it came and decoded. */
const echo: Misbehaviour =
  (own) =>
  ({ headers, body }) => {
    const { authorization = '', 'x-api-key': key = '' } = headers;
    const decoded = Buffer.from(String(authorization).split(' ')[1] ?? '', 'base64');
    const words = [authorization, key, decoded, body, ...own].map(String).join(' | ');
    return { status: 400, json: { error: { message: words }, errorMessages: [words], message: words, detail: words } };
  };

const sendElsewhere: Misbehaviour = (own) => () => ({
  status: 302,
  headers: { location: `http://elsewhere.invalid/${own.map(encodeURIComponent).join('/')}?told=yes` },
});

const askForProxyLogin: Misbehaviour =
  (own) =>
  ({ headers }) => ({
    status: 407,
    headers: { 'proxy-authenticate': 'Basic realm="proxy"' },
    text: `Proxy login: ${headers.authorization} ${own.join(' ')}`,
  });

/** One store on which everything happens in the order of the tests. Whatever is said or written on the way is kept. */
describe('a secret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-canary-'));
  const dataFolder = join(folder, 'data');
  const pack = join(folder, 'pack.zip');
  const said: string[] = [];
  const printed: Buffer[] = [];
  const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) => vi.spyOn(console, method));
  let keyring: Awaited<ReturnType<typeof startKeyring>>;
  let programs: BuiltPrograms;
  let program: TestProgram;
  let postgresql: PostgresqlServer;
  let mariadb: MariadbServer;
  let sqlServer: TdsServer;
  let jira: JiraDouble;
  let servicenow: ServicenowDouble;
  let qtest: QtestDouble;
  let gnosis: GnosisDouble;
  let applicationId: number;
  const connectorIds: number[] = [];

  beforeAll(async () => {
    [keyring, programs, postgresql, mariadb, sqlServer, jira, servicenow, qtest, gnosis] = await Promise.all([
      startKeyring(),
      buildTickmarkPrograms(),
      startPostgresql(),
      startMariadb(),
      startTdsServer({ logins: { auditor: canary }, databases: ['audit'] }),
      startJira('Cloud'),
      startServicenow(),
      startQtest(),
      startGnosis(),
    ]);
    await postgresql.adminQuery(`CREATE ROLE auditor LOGIN PASSWORD '${canary}'`);
    await mariadb.adminQuery(`CREATE USER auditor@'%' IDENTIFIED BY '${canary}'`);
    program = startProgram({ programs, dataFolder, env: keyring.env, onOutput: (bytes) => printed.push(bytes) });
    program.bridge = listened(program.bridge);
    const application = { auditName: 'Q2', name: 'Stark', ciId };
    ({ id: applicationId } = await value(program.bridge.applications.create(application)));
  });

  afterAll(async () => {
    await program?.close();
    await Promise.all(
      [postgresql, mariadb, sqlServer, jira, servicenow, qtest, gnosis].map((server) => server?.stop()),
    );
    await keyring?.stop();
    programs?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The bridge, with every answer noted as the window would get it. */
  const listened = (bridge: TestProgram['bridge']): TestProgram['bridge'] => {
    const areas = Object.entries(bridge as unknown as Record<string, Record<string, (input: unknown) => unknown>>);
    const noting = (call: (input: unknown) => unknown) => async (input: unknown) => {
      const answer = await call(input);
      said.push(JSON.stringify(answer));
      return answer;
    };
    return Object.fromEntries(
      areas.map(([area, methods]) => [
        area,
        Object.fromEntries(Object.entries(methods).map(([method, call]) => [method, noting(call)])),
      ]),
    ) as unknown as TestProgram['bridge'];
  };

  const web = { encrypt: false, connect_timeout: 2 };
  const drafts = (): Draft[] => [
    {
      connectorName: 'PostgreSQL',
      connectorType: 'PostgreSQL DB',
      configuration: {
        server: '127.0.0.1',
        port: postgresql.port,
        database: 'postgres',
        username: 'auditor',
        encrypt: false,
      },
      secrets: { password: canary },
      query: 'select 1 as one',
    },
    {
      connectorName: 'MariaDB',
      connectorType: 'MySQL DB',
      configuration: {
        server: '127.0.0.1',
        port: mariadb.port,
        database: 'information_schema',
        username: 'auditor',
        encrypt: false,
      },
      secrets: { password: canary },
      query: 'select 1 as one',
    },
    {
      connectorName: 'SQL Server',
      connectorType: 'SQL Server DB',
      configuration: {
        server: '127.0.0.1',
        port: sqlServer.port,
        database: 'audit',
        username: 'auditor',
        encrypt: false,
      },
      secrets: { password: canary },
      query: 'SELECT * FROM run_1',
    },
    {
      connectorName: 'Jira',
      connectorType: 'Jira',
      configuration: { ...web, base_url: jira.url, api_version: '3', username: jiraLogin.email },
      secrets: { api_token: jiraLogin.token },
      query: 'status = Done\nfields: key, summary',
    },
    {
      connectorName: 'ServiceNow',
      connectorType: 'ServiceNow',
      configuration: {
        ...web,
        instance: servicenow.url,
        authentication: 'oauth_password',
        username: servicenowLogin.username,
        client_id: servicenowLogin.clientId,
      },
      secrets: { password: servicenowLogin.password, client_secret: servicenowLogin.clientSecret },
      query: 'table: incident\nfields: number',
    },
    {
      connectorName: 'QTest',
      connectorType: 'QTest',
      configuration: { ...web, base_url: qtest.url, project_id: '42' },
      secrets: { api_token: qtestToken },
      query: 'object: test-cases\nfields: pid, name',
    },
    {
      connectorName: 'Gnosis',
      connectorType: 'Gnosis Document Repository',
      configuration: { ...web, base_url: `${gnosis.url}/api`, repository: 'audit' },
      secrets: { api_token: gnosisSecret },
      query: 'access policy',
    },
  ];

  const runAll = async () => {
    const { preflightToken, items } = await value(program.bridge.executions.preflight({ applicationId }));
    expect(items.map(({ verdict, reasons }) => [verdict, reasons])).toEqual(items.map(() => ['ready', []]));
    const { started } = await value(program.bridge.executions.start({ preflightToken }));
    return whenEnded(
      program.bridge,
      started.map(({ executionId }) => executionId),
    );
  };

  const misbehave = (fault: Misbehaviour) => {
    jira.misbehave = fault([jiraLogin.token]);
    servicenow.misbehave = fault([servicenowLogin.password, servicenowLogin.clientSecret]);
    qtest.misbehave = fault([qtestToken]);
    gnosis.misbehave = fault([gnosisSecret]);
  };
  const behave = () => {
    for (const double of [jira, servicenow, qtest, gnosis]) double.reset();
  };

  /** Everything that is there now, by where it is. */
  const traces = (): [string, Buffer][] => [
    ...filesBelow(dataFolder).map((file): [string, Buffer] => [file.slice(folder.length), readFileSync(file)]),
    ...program.processIds().flatMap(readProcess),
    ['what the bridge answered', Buffer.from(said.join('\n'))],
    ['what the processes printed', Buffer.concat(printed)],
    ['the console', Buffer.from(JSON.stringify(consoles.flatMap(({ mock }) => mock.calls.map(String))))],
    ['the notices of progress', Buffer.from(JSON.stringify(program.progress))],
  ];

  const hits = (): string[] =>
    traces().flatMap(([where, bytes]) => findSpellings(bytes, secrets).map((what) => `${where}: ${what}`));

  it('would be found in any spelling', () => {
    for (const secret of secrets) {
      for (const [name, spelling] of spellingsOf(secret)) {
        const bytes = Buffer.concat([Buffer.from('before'), spelling, Buffer.from('after')]);
        expect(findSpellings(bytes, [secret])).toContain(`text 1, ${name}`);
      }
      const header = Buffer.from(`auditor:${secret}`).toString('base64');
      expect(findSpellings(Buffer.from(header), [secret])).toContain('text 1, Base64');
    }
  });

  it('is used by each type, and by tests that fail', async () => {
    for (const { query: _, ...draft } of drafts()) {
      const notes = `note-of-${draft.connectorName.replace(' ', '-')}-4c77`;
      const connector = await value(program.bridge.connectors.create({ ...draft, ciId, notes }));
      connectorIds.push(connector.id);
      expect(await program.bridge.connectors.test({ id: connector.id })).toMatchObject({ ok: true });
      const wrong = Object.fromEntries(Object.keys(draft.secrets ?? {}).map((key) => [key, `wrong ${canary}`]));
      expect(await program.bridge.connectors.testDraft({ ...draft, ciId, secrets: wrong })).toMatchObject({
        ok: false,
        error: { code: 'CONNECTION_FAILED', reason: 'AUTH' },
      });
    }
    const url = `postgres://auditor:${encodeURIComponent(canary)}@127.0.0.1/audit`;
    await program.bridge.connectorTypes.parse({ text: url });
    expect(hits()).toEqual([]);
  });

  it('is used by runs that succeed', async () => {
    const questions = drafts().map(({ connectorName }) => ({ questionNumber: connectorName, question: 'What is it?' }));
    const added = await value(program.bridge.questions.add({ applicationId, items: questions as never }));
    const items = drafts().map(({ connectorType, query }, at) => ({
      questionId: added[at]?.questionId ?? '',
      toolSuggestion: connectorType,
      connectorId: connectorIds[at] ?? 0,
      query,
    }));
    await value(program.bridge.analyses.save({ applicationId, items }));
    const ended = await runAll();
    expect(ended.map(({ connectorName, status }) => [connectorName, status])).toEqual(
      drafts().map(({ connectorName }) => [connectorName, 'succeeded']),
    );
    expect(hits()).toEqual([]);
  });

  it.each([
    ['repeat it', echo],
    ['send it elsewhere', sendElsewhere],
    ['want it for a proxy', askForProxyLogin],
  ])('is not taken up from systems that %s', async (_, fault) => {
    misbehave(fault);
    for (const id of connectorIds.slice(3)) {
      expect(await program.bridge.connectors.test({ id })).toMatchObject({ ok: false });
    }
    const ended = await runAll();
    expect(ended.filter(({ status }) => status === 'failed')).toHaveLength(4);
    behave();
    expect(program.processIds().flatMap(readProcess).length).toBeGreaterThan(2);
    expect(hits()).toEqual([]);
  });

  it('is in no pack', async () => {
    program.chooses.savePath = pack;
    await value(program.bridge.evidence.exportPack({ applicationId }));
    const unpacked = execFileSync('unzip', ['-p', pack], { maxBuffer: 64 * 1024 * 1024 });
    expect(unpacked.includes('PAY-1')).toBe(true);
    expect(findSpellings(Buffer.concat([unpacked, readFileSync(pack)]), secrets)).toEqual([]);
    expect(hits()).toEqual([]);
  });

  it('is nowhere with encryption on and after it was turned off, the passphrase and the recovery code included', async () => {
    const { recoveryCode } = await value(program.bridge.app.encrypt({ passphrase }));
    // The one answer that shows it, once.
    said.pop();
    secrets.push(recoveryCode, recoveryCode.replaceAll('-', ''));
    await value(program.bridge.app.lock());
    expect(hits()).toEqual([]);
    expect(await program.bridge.app.unlock({ passphrase: `wrong ${passphrase}` })).toMatchObject({ ok: false });
    await value(program.bridge.app.unlock({ passphrase }));
    const ended = await runAll();
    expect(ended.map(({ status }) => status)).toEqual(drafts().map(() => 'succeeded'));
    expect(hits()).toEqual([]);
    await value(program.bridge.app.decrypt());
    expect(hits()).toEqual([]);
  });

  it('is gone from the keychain with its connector, and the rest of the connector from the store', async () => {
    const store = () =>
      Buffer.concat(
        filesBelow(dataFolder)
          .filter((file) => /tickmark\.db(-wal)?$/.test(file))
          .map((file) => readFileSync(file)),
      );
    const serverName = new URL(jira.url).host;
    const db = new SqliteDatabase(join(dataFolder, 'tickmark.db'), { readonly: true });
    const storeId = db.prepare("SELECT value FROM store_facts WHERE key = 'store_id'").pluck().get();
    const logged = () =>
      db
        .prepare<[string], string>(
          "SELECT coalesce(group_concat(details, ' '), '') FROM audit_log WHERE details LIKE ?",
        )
        .pluck()
        .get(`%${serverName}%`) ?? '';
    expect(occurrences(store(), 'note-of-Jira-4c77')).toBeGreaterThan(0);
    expect(await keyring.lookup('Tickmark test', `${storeId}/connector/${connectorIds[0]}/password`)).toBe(canary);
    for (const id of connectorIds) await value(program.bridge.connectors.remove({ id }));
    for (const id of connectorIds) {
      for (const field of ['password', 'api_token', 'client_secret']) {
        expect(await keyring.lookup('Tickmark test', `${storeId}/connector/${id}/${field}`)).toBeUndefined();
      }
    }
    // The log keeps where each connector led, on purpose; its notes are in no entry.
    expect(occurrences(store(), 'note-of-')).toBe(0);
    expect(logged()).toContain(serverName);
    db.close();
    expect(hits()).toEqual([]);
  });

  it('is nowhere after the end', async () => {
    await program.close();
    expect(hits()).toEqual([]);
  });
});
