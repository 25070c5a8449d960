/** The cases that every type with a server has in common: they need nothing but how to reach it. */
import { type GuidedLine, type Line, startLineTo, startSilence, startTalker } from '../servers/line';
import { freePort } from '../servers/server-process';
import type { Ask, Needs, Reach } from './needs';

export interface NetworkSystem {
  reach: Reach;
  /** Two systems of the type on this computer; the second one can also be reached by TLS there. */
  port: number;
  otherPort: number;
  tlsPort: number;
  /** Any query that runs at both. */
  query: string;
  /** Rows that keep coming, once `prepareEndless` was called. */
  endless: string;
  prepareEndless?(): void;
  /** Called before the second system is met. */
  prepareOther?(): void;
  /** Whether the query has reached the second system. */
  wasSentToOther(query: string): boolean;
  /** What another program says, that answers at the port. */
  stranger?: string;
}

type NetworkCase =
  | 'failure DNS'
  | 'failure REFUSED'
  | 'failure TIMEOUT'
  | 'failure TLS'
  | 'failure PROTOCOL'
  | 'stall'
  | 'cut'
  | 'garbage'
  | 'cancel'
  | 'slow disk'
  | 'another target';

const localhost = '127.0.0.1';
const webServer = 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

export const networkCases = (
  system: NetworkSystem,
): { cases: { [Name in NetworkCase]: () => Promise<Needs[Name]> }; stop(): Promise<unknown> } => {
  const { reach, query, endless } = system;
  const lines: Line[] = [];

  const opened = async <Opened extends Line>(starting: Promise<Opened>): Promise<Opened> => {
    const line = await starting;
    lines.push(line);
    return line;
  };
  const at = (port: number, more = {}) => reach({ host: localhost, port }, more);
  const situation = (port: number, more = {}) => ({ access: at(port, more), address: `${localhost}:${port}`, query });

  const disturbing = (disturb: (line: Line) => void) => async (): Promise<Needs['cut']> => {
    const line = await opened(startLineTo(system.port));
    system.prepareEndless?.();
    return { access: at(line.port, { query_timeout: 2 }), query: endless, disturb: () => disturb(line) };
  };

  const endlessRows = async (): Promise<Ask> => {
    system.prepareEndless?.();
    return { access: at(system.port), query: endless };
  };

  const cases = {
    'failure DNS': async () => {
      const host = 'no-such-host.invalid';
      return { access: reach({ host, port: system.port }), address: host, query };
    },
    'failure REFUSED': async () => situation(await freePort()),
    'failure TIMEOUT': async () => situation((await opened(startSilence())).port, { connect_timeout: 1 }),
    'failure PROTOCOL': async () => situation((await opened(startTalker(system.stranger ?? webServer))).port),
    'failure TLS': async () => situation(system.tlsPort, { encrypt: true }),
    stall: disturbing((line) => line.stall()),
    cut: disturbing((line) => line.cut()),
    garbage: disturbing((line) => line.garble()),
    cancel: endlessRows,
    'slow disk': endlessRows,
    'another target': async () => {
      const line: GuidedLine = await opened(startLineTo(system.port));
      const replace = () => {
        system.prepareOther?.();
        line.leadTo(system.otherPort);
      };
      return { access: at(line.port), query, replace, wasSent: () => system.wasSentToOther(query) };
    },
  };
  return { cases, stop: () => Promise.all(lines.map((line) => line.close())) };
};
