/** Which site and project answered, as which account, and what that account may do. */
import { type Result, success } from '../../result';
import { textOf } from '../configuration';
import { connectionFailure } from '../connection-failures';
import { objectOf, textIn } from '../rest/json';
import { type RestIdentity, type RestSession, restReadOnlyMeasure } from '../rest/rest-driver';
import { projectPath } from './requests';

export const identify = async (session: RestSession, signal: AbortSignal): Promise<Result<RestIdentity>> => {
  const { client, configuration } = session;
  const me = await client.json({ path: '/api/v3/re-evaluation' }, signal);
  if (!me.ok) return me;
  const user = objectOf(me.value.body);
  const projectId = textOf(configuration, 'project_id');
  const found = await client.json({ path: projectPath(session) }, signal);
  if (!found.ok) return found.status === 404 ? noProject(client.address, projectId) : found;
  const project = textIn(objectOf(found.value.body).name);
  const site = client.address.replace(/^https?:\/\//, '');
  const login = textIn(user.username) || textIn(user.email);
  const account = textIn(user.id) || login;
  return success({
    identity: { site, projectId, project, account, login },
    fingerprint: { site, projectId, account },
    target: `${site} · project ${projectId} ${project} · account ${login}`,
    serverVersion: 'qTest Manager API 3',
    canWrite: await readRights(session, signal),
    readOnlyMeasure: restReadOnlyMeasure,
  });
};

const noProject = (address: string, projectId: string) =>
  connectionFailure(
    'NO_DATABASE',
    `${address} has no project ${projectId}, or this account is not assigned to it.`,
    'Check the number, or ask the project administrator to assign the account with a profile that may only view.',
  );

/** Rights that let somebody change something; the profile names them for each kind of object. */
const writingRights = new Set(['create', 'edit', 'delete', 'import', 'approve', 'manage', 'admin', 'edit_assignment']);

/** Whether the account's profile in the project lets it change anything; null when qTest does not tell. */
const readRights = async (session: RestSession, signal: AbortSignal): Promise<boolean | null> => {
  const answer = await session.client.json({ path: projectPath(session, '/user-profiles/current') }, signal);
  if (!answer.ok) return null;
  const kinds = Object.values(objectOf(answer.value.body)).map(objectOf);
  const rights = kinds.flatMap((kind) => Object.entries(kind)).filter(([right]) => writingRights.has(right));
  return rights.length === 0 ? null : rights.some(([, granted]) => granted === true);
};
