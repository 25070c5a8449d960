/** Which site answered, as which account, and what that account may do. */
import { type Result, success } from '../../result';
import { textOf } from '../configuration';
import { connectionFailure } from '../connection-failures';
import { objectOf, textIn } from '../rest/json';
import { type RestIdentity, type RestSession, restReadOnlyMeasure } from '../rest/rest-driver';
import { api, isCloud } from './requests';

const writingPermissions = [
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'DELETE_ISSUES',
  'TRANSITION_ISSUES',
  'ADD_COMMENTS',
  'ADMINISTER_PROJECTS',
  'ADMINISTER',
];

export const identify = async (session: RestSession, signal: AbortSignal): Promise<Result<RestIdentity>> => {
  const { client } = session;
  const server = await client.json({ path: api(session, '/serverInfo') }, signal);
  if (!server.ok) return server;
  const info = objectOf(server.value.body);
  const deployment = textIn(info.deploymentType) || 'Server';
  if ((deployment === 'Cloud') !== isCloud(session)) return otherDeployment(client.address, deployment);
  const me = await client.json({ path: api(session, '/myself') }, signal);
  if (!me.ok) return me;
  const account = objectOf(me.value.body);
  const accountId = textIn(account.accountId) || textIn(account.key) || textIn(account.name);
  const project = await requireProject(session, signal);
  if (!project.ok) return project;
  const canWrite = await readRights(session, signal);
  const { address } = client;
  const site = textIn(info.baseUrl) || address;
  const login = textIn(account.emailAddress) || textIn(account.name) || textIn(account.displayName);
  return success({
    identity: {
      address,
      site,
      deployment,
      version: textIn(info.version),
      title: textIn(info.serverTitle),
      account: accountId,
      login,
      ...(project.value && { project: project.value }),
    },
    // A copy that kept the base address of its original says that it is the original.
    fingerprint: { address, site, deployment, account: accountId },
    target: `${address}${site === address ? '' : ` · site ${site}`} · Jira ${deployment} · account ${login}`,
    serverVersion: isCloud(session) ? 'Jira Cloud' : `Jira ${textIn(info.version)}`,
    canWrite,
    readOnlyMeasure: restReadOnlyMeasure,
  });
};

const otherDeployment = (address: string, deployment: string) =>
  connectionFailure(
    'PROTOCOL',
    `${address} is Jira ${deployment}.`,
    `Choose ${deployment === 'Cloud' ? 'Jira Cloud' : 'Jira Data Center'} as the product of this connector.`,
  );

/** The name of the connector's project; empty where it has none. */
const requireProject = async (session: RestSession, signal: AbortSignal): Promise<Result<string>> => {
  const key = textOf(session.configuration, 'project_key');
  if (key === '') return success('');
  const answer = await session.client.json({ path: api(session, `/project/${encodeURIComponent(key)}`) }, signal);
  if (answer.ok) return success(`${key} ${textIn(objectOf(answer.value.body).name)}`.trim());
  if (answer.status !== 404) return answer;
  return connectionFailure(
    'NO_DATABASE',
    `${session.client.address} has no project ${key}, or this account may not see it.`,
    'Check the key, or ask the project lead for the permission to browse the project.',
  );
};

/** Whether the account may change anything, in the connector's project where it has one; null when Jira does not tell. */
const readRights = async (session: RestSession, signal: AbortSignal): Promise<boolean | null> => {
  const query = {
    permissions: writingPermissions.join(','),
    projectKey: textOf(session.configuration, 'project_key') || undefined,
  };
  const answer = await session.client.json({ path: api(session, '/mypermissions'), query }, signal);
  if (!answer.ok) return null;
  const permissions = objectOf(objectOf(answer.value.body).permissions);
  const told = writingPermissions.filter((name) => permissions[name] !== undefined);
  if (told.length === 0) return null;
  return told.some((name) => objectOf(permissions[name]).havePermission === true);
};
