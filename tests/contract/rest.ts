/** The cases that every type has in common whose system is a web interface, played by a double. */
import { expect } from 'vitest';
import type { ConnectorAccess } from '../../main/connectors/types';
import { type DoubleAnswer, type HttpDouble, type RecordedRequest, startHttpDouble } from '../servers/http';
import { startLineTo } from '../servers/line';
import type { Reach } from './needs';
import { networkCases } from './network';

export interface RestSystem<Double extends HttpDouble> {
  double: Double;
  other: Double;
  reach: Reach;
  /** Reaches a system with a login that it does not know. */
  wrongSecrets: Record<string, string>;
  canWrite: boolean | null;
  /** A query whose rows have a text that `onePage` can set. */
  query: string;
  /** Gives the double that many rows. */
  fill(double: Double, rows: number): void;
  isForRows(request: RecordedRequest): boolean;
  /** The answer to a request for rows, or for what a driver asks about them: one page with these texts. */
  onePage(request: RecordedRequest, values: string[]): DoubleAnswer | undefined;
  /** `GET /path` of every request that a run may make. */
  allowed: RegExp;
  /** What the guard must refuse. */
  refused: string[];
  /** What the second double answers differently, so that it is another system than the first. */
  asOther(request: RecordedRequest): DoubleAnswer | undefined;
}

/** A double that speaks TLS with a certificate of an unknown authority; nobody gets further than that. */
const startUnknownAuthority = () => startHttpDouble({ tls: ['IP:127.0.0.1'], answer: () => ({}) });

const manyRows = 200_000;
const hugeCell = () => 'x'.repeat(100_000_000);

export const startRestCases = async <Double extends HttpDouble>(system: RestSystem<Double>) => {
  const { double, other, reach, query } = system;
  const [unknownAuthority, line] = await Promise.all([startUnknownAuthority(), startLineTo(double.port)]);
  const place = { host: '127.0.0.1', port: double.port };
  const address = `127.0.0.1:${double.port}`;
  const access = reach(place);
  const network = networkCases({
    reach,
    port: double.port,
    otherPort: other.port,
    tlsPort: unknownAuthority.port,
    query,
    endless: query,
    prepareEndless: () => system.fill(double, manyRows),
    prepareOther: () => {
      other.misbehave = system.asOther;
    },
    wasSentToOther: () => other.requests.some(system.isForRows),
    stranger: 'SSH-2.0-OpenSSH_9.2\r\n',
  });

  const refusing = (status: number) => () => {
    double.misbehave = () => ({ status, json: { error: { message: 'Not for you' } } });
    return { access, address, query };
  };

  /** A system that never answers the second request for rows. */
  const silentOn = (more = {}): { access: ConnectorAccess; query: string; isRunning(): boolean } => {
    system.fill(double, manyRows);
    let asked = 0;
    double.misbehave = (request) => {
      if (system.isForRows(request)) asked += 1;
      return asked > 1 ? 'silence' : undefined;
    };
    const isRunning = () => asked > 1 && line.connections() > 0;
    return {
      access: reach({ host: '127.0.0.1', port: line.port }, { connect_timeout: 60, ...more }),
      query,
      isRunning,
    };
  };

  const namedSystem = (named: Double, name: string) => {
    const identityOf = named === other ? system.asOther : () => undefined;
    named.misbehave = (request) => system.onePage(request, Array(100).fill(name)) ?? identityOf(request);
    const isOwn = (row: string) => row.includes(name);
    return { access: reach({ host: '127.0.0.1', port: named.port }), query, isOwn, rows: 100 };
  };

  const reset = () => {
    double.reset();
    other.reset();
  };
  reset();

  return {
    access,
    address,
    reset,
    stop: async () => {
      await Promise.all([network.stop(), line.close()]);
      await Promise.all([double.stop(), other.stop(), unknownAuthority.stop()]);
    },
    cases: {
      ...network.cases,
      'test connection': () => ({ access, address, canWrite: system.canWrite }),
      'failure AUTH': () => ({ access: { ...access, secrets: system.wrongSecrets }, address, query }),
      'failure NO_DATABASE': refusing(404),
      'failure PERMISSION': refusing(403),
      schema: () => ({ access }),
      'read-only': () => ({
        access,
        query,
        verify: async () => {
          for (const { method, path } of double.requests) expect(`${method} ${path}`).toMatch(system.allowed);
          expect(double.requests.filter(system.isForRows)).toHaveLength(1);
        },
      }),
      guard: () => ({ access, queries: system.refused, wasSent: () => double.requests.length > 0 }),
      'huge cell': () => {
        double.misbehave = (request) => system.onePage(request, [hugeCell()]);
        return { access, query };
      },
      'many rows': async () => {
        system.fill(double, manyRows);
        return { access, query, rows: manyRows };
      },
      'side by side': () => ({ systems: [namedSystem(double, 'first'), namedSystem(other, 'second')] }),
      'cancel at the server': () => silentOn(),
      'query timeout': () => silentOn({ query_timeout: 1 }),
    },
  };
};
