/** The demo's payroll systems: two databases on a PostgreSQL of the demo's own, where one is installed. */
import { connect as connectSocket } from 'node:net';
import { join } from 'node:path';
import type { Application, Connector, Handlers } from '../../preload/contract';
import type { Result } from '../result';
import { createConnector, listConnectors, meetSystem } from './connectors';
import { type PayrollProfile, payrollProfiles } from './payroll-data';
import { auditorLogin, loopback, type PayrollServer, startPayrollServer } from './payroll-server';
import { demoQuestions } from './questions';

const connectorType = 'PostgreSQL DB';

interface Opened {
  folder: string;
  abort: AbortController;
  /** Undefined where no PostgreSQL is installed or it can't be started. */
  server: Promise<PayrollServer | undefined>;
  /** Resolves when the audit knows the server, or it is clear that it won't. */
  connected: Promise<void>;
}

let opened: Opened | undefined;

const isConnectorOf = ({ configuration }: Connector, { database }: PayrollProfile): boolean =>
  configuration.server === loopback && configuration.username === auditorLogin && configuration.database === database;

const create = (
  handlers: Handlers,
  application: Application,
  { system, database }: PayrollProfile,
  { port, password }: PayrollServer,
): Promise<Result<Connector>> =>
  createConnector(handlers, application, system, {
    connectorType,
    configuration: { server: loopback, port, database, username: auditorLogin, encrypt: false },
    secrets: { password },
    notes:
      'Part of the demo: a server on this computer that runs from when the demo audit is opened until Tickmark ends.',
  });

/** The server may have another port than last time, and has another password. */
const update = async (
  handlers: Handlers,
  { id }: Connector,
  { port, password }: PayrollServer,
): Promise<Result<Connector>> => {
  const change = { id, configuration: { port }, secrets: { password } };
  const updated = await handlers.connectors.update(change);
  if (updated.ok || updated.error.code !== 'KEYCHAIN_UNAVAILABLE') return updated;
  return handlers.connectors.update({ ...change, keepForSession: true });
};

/** The connector of a database, if it is one of the audit's, after it was told of the server's new start. */
const connectDatabase = async (
  handlers: Handlers,
  application: Application,
  profile: PayrollProfile,
  server: PayrollServer,
): Promise<Connector | undefined> => {
  const existing = (await listConnectors(handlers, application)).find((found) => isConnectorOf(found, profile));
  // Whoever has deleted the connector of a database that was there before doesn't get it again.
  if (!existing && !server.isNew) return undefined;
  const connector = existing
    ? await update(handlers, existing, server)
    : await create(handlers, application, profile, server);
  if (!connector.ok) return undefined;
  if (!existing) await chooseFor(handlers, application, profile, connector.value);
  return connector.value;
};

/** Points the system's questions at its connector, as far as nobody has chosen another one. */
const chooseFor = async (
  handlers: Handlers,
  { id: applicationId }: Application,
  { system }: PayrollProfile,
  connector: Connector,
): Promise<void> => {
  const texts = demoQuestions.filter((item) => item.system === system).map(({ question }) => question);
  const listed = await handlers.analyses.list({ applicationId });
  const open = (listed.ok ? listed.value : []).filter(
    (analysis) =>
      analysis.toolSuggestion === connectorType &&
      analysis.resolution !== 'selected' &&
      texts.includes(analysis.originalQuestion),
  );
  const items = open.map(({ questionId }) => ({
    questionId,
    toolSuggestion: connectorType,
    connectorId: connector.id,
  }));
  if (items.length > 0) await handlers.analyses.save({ applicationId, items });
};

const connectAudit = async (
  handlers: Handlers,
  application: Application,
  server: PayrollServer,
  signal: AbortSignal,
): Promise<void> => {
  const connectors: Connector[] = [];
  for (const profile of payrollProfiles) {
    if (signal.aborted) return;
    const connector = await connectDatabase(handlers, application, profile, server);
    if (connector) connectors.push(connector);
  }
  if (signal.aborted) return;
  server.markComplete();
  await Promise.all(connectors.map((connector) => meetSystem(handlers, connector, server.isNew)));
};

const findKnownPort = async (handlers: Handlers, application: Application): Promise<number | undefined> => {
  const existing = await listConnectors(handlers, application);
  const known = existing.find((connector) => payrollProfiles.some((profile) => isConnectorOf(connector, profile)));
  return Number(known?.configuration.port) || undefined;
};

const isAnswering = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connectSocket({ host: loopback, port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const isOpen = async (folder: string): Promise<boolean> => {
  if (opened?.folder !== folder) return false;
  const [server] = await Promise.all([opened.server, opened.connected]);
  return server !== undefined && isAnswering(server.port);
};

/**
 * Starts the payroll systems unless they run, and connects the audit with them once it is `filled`. Resolves when that is
 * done or can't be: the demo does without them.
 */
export const openPayroll = async (
  handlers: Handlers,
  application: Application,
  demoFolder: string,
  filled: Promise<unknown>,
): Promise<void> => {
  const folder = join(demoFolder, 'postgresql');
  if (await isOpen(folder)) return;
  await stopDemoServers();
  const abort = new AbortController();
  const start = async () => startPayrollServer(folder, await findKnownPort(handlers, application), abort.signal);
  const server = start().catch(() => undefined);
  const connect = async () => {
    await filled;
    const started = await server;
    if (started) await connectAudit(handlers, application, started, abort.signal);
  };
  const connected = connect().catch(() => undefined);
  opened = { folder, abort, server, connected };
  await connected;
};

/** Ends the demo's servers, also while they are being started. */
export const stopDemoServers = async (): Promise<void> => {
  const ending = opened;
  opened = undefined;
  ending?.abort.abort();
  const server = await ending?.server;
  await server?.stop();
  await ending?.connected;
};
