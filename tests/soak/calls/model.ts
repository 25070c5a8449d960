import type { Bridge } from '../../../preload/contract';
import { value } from '../../support/test-program';

/** What the bridge answers for each thing of an area, by the thing's own key. */
export type Area = Record<string, unknown>;
export const areaNames = ['applications', 'connectors', 'questions', 'analyses', 'executions', 'preferences'] as const;
export type AreaName = (typeof areaNames)[number];

/** The things a call may change, by area; `all` where it reaches further than its own thing. */
export type Touched = Partial<Record<AreaName | 'secrets', readonly string[] | 'all'>>;

export interface LogEntry {
  seq: number;
  hash: string;
}

/** What the program says of its work: which call it makes, and then what its areas are after the answer. */
export type Statement =
  | { kind: 'calling'; call: string; touched: Touched }
  | {
      kind: 'answered';
      areas: Partial<Record<AreaName, Area>>;
      secrets: Record<string, string | null>;
      /** The newest entry of the audit log. */
      logged: LogEntry;
    }
  | { kind: 'failed'; message: string };

const byKey = <Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string | number): Area =>
  Object.fromEntries(things.map((thing) => [String(keyOf(thing)), thing]));

const ofEveryAudit = async <Thing>(
  bridge: Bridge,
  read: (applicationId: number) => Promise<readonly Thing[]>,
  keyOf: (thing: Thing) => string | number,
): Promise<Area> => {
  const applications = await value(bridge.applications.list({ includeArchived: true }));
  const areas = await Promise.all(
    applications.map(async ({ id }) => byKey(await read(id), (thing) => `${id}/${keyOf(thing)}`)),
  );
  return Object.assign({}, ...areas) as Area;
};

const readers: Record<AreaName, (bridge: Bridge) => Promise<Area>> = {
  applications: async (bridge) =>
    byKey(await value(bridge.applications.list({ includeArchived: true })), ({ id }) => id),
  connectors: async (bridge) => {
    const cis = await value(bridge.connectors.listCis());
    const lists = await Promise.all(cis.map(({ ciId }) => value(bridge.connectors.listByCi({ ciId }))));
    const connectors = lists.flatMap(({ groups }) => groups.flatMap((group) => group.connectors));
    return byKey(connectors, ({ id }) => id);
  },
  questions: (bridge) =>
    ofEveryAudit(
      bridge,
      (applicationId) => value(bridge.questions.list({ applicationId })),
      ({ questionId }) => questionId,
    ),
  analyses: (bridge) =>
    ofEveryAudit(
      bridge,
      (applicationId) => value(bridge.analyses.list({ applicationId })),
      ({ questionId }) => questionId,
    ),
  executions: (bridge) =>
    ofEveryAudit(
      bridge,
      (applicationId) => value(bridge.executions.list({ applicationId })),
      ({ id }) => id,
    ),
  preferences: async (bridge) => ({ all: await value(bridge.preferences.get()) }),
};

export const readArea = (bridge: Bridge, name: AreaName): Promise<Area> => readers[name](bridge);
