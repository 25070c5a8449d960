/** The demo's connectors, made and changed through the bridge's handlers like anybody's. */
import type { Application, Connector, Handlers, Input, TickmarkError } from '../../preload/contract';
import type { Result } from '../result';
import { type DemoSystem, environmentOf } from './systems';

export const listConnectors = async (handlers: Handlers, { id, ciId }: Application): Promise<Connector[]> => {
  const listed = await handlers.connectors.listByCi({ ciId });
  const connectors = listed.ok ? listed.value.groups.flatMap((group) => group.connectors) : [];
  return connectors.filter(({ applicationId }) => applicationId === id);
};

type Draft = Input<'connectors', 'create'>;
type Access = Pick<Draft, 'connectorType' | 'configuration' | 'secrets' | 'notes'>;

/** A second try for each refusal that has one; undefined where it stays refused. */
const secondTry = (draft: Draft, { code }: TickmarkError): Draft | undefined => {
  if (code === 'NAME_TAKEN') return { ...draft, connectorName: `${draft.connectorName} (demo)` };
  if (code === 'KEYCHAIN_UNAVAILABLE' && !draft.keepForSession) return { ...draft, keepForSession: true };
  return undefined;
};

const createOrTryAgain = async (handlers: Handlers, draft: Draft): Promise<Result<Connector>> => {
  const created = await handlers.connectors.create(draft);
  const again = created.ok ? undefined : secondTry(draft, created.error);
  return again ? createOrTryAgain(handlers, again) : created;
};

export const createConnector = (
  handlers: Handlers,
  { id: applicationId, ciId }: Application,
  system: DemoSystem,
  access: Access,
): Promise<Result<Connector>> =>
  createOrTryAgain(handlers, {
    ...access,
    ciId,
    applicationId,
    connectorName: system,
    environment: environmentOf(system),
  });

/** Tests the connector, which pins its system. A system that was just made anew takes the place of the pinned one. */
export const meetSystem = async (handlers: Handlers, { id }: Connector, isNew: boolean): Promise<void> => {
  const report = await handlers.connectors.test({ id });
  if (report.ok && isNew) await handlers.connectors.confirmTarget({ id, target: report.value.target });
};
