import type { AuditEntry } from '../../../preload/contract';
import { countOf, formatCount } from '../../components/format';

type Details = AuditEntry['details'];

const textOf = (details: Details, key: string): string => {
  const value = details[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

const quoted = (details: Details, key: string): string => {
  const text = textOf(details, key);
  return text === '' ? '' : `“${text}”`;
};

/** A change is recorded as `{ from, to }`; this reads one side of it. */
const sideOf = (details: Details, key: string, side: 'from' | 'to'): string => {
  const change = details[key];
  if (typeof change !== 'object' || change === null) return '';
  const value = (change as Record<string, unknown>)[side];
  return typeof value === 'string' ? value : '';
};

const lengthOf = (details: Details, key: string): number => {
  const value = details[key];
  return Array.isArray(value) ? value.length : 0;
};

const joined = (...parts: string[]): string => parts.filter(Boolean).join(' ');

const failureWords: Record<string, string> = {
  DNS: 'the name was not found',
  REFUSED: 'the connection was refused',
  TIMEOUT: 'no answer in time',
  TLS: 'the encryption could not be set up',
  AUTH: 'the login was refused',
  NO_DATABASE: 'there is no such database',
  PROTOCOL: 'something else answered',
  PERMISSION: 'permission was denied',
};

const testOutcome = (details: Details): string => {
  const failed = textOf(details, 'reason') || textOf(details, 'code');
  if (failed !== '') return `: failed, ${failureWords[failed] ?? failed}`;
  return textOf(details, 'target') === '' ? '' : `: reached ${textOf(details, 'target')}`;
};

const describeUpdate = (details: Details): string => {
  const before = sideOf(details, 'connectorName', 'from');
  const after = sideOf(details, 'connectorName', 'to');
  if (before === '') return `Changed connector ${quoted(details, 'connectorName')}`.trim();
  return before === after ? `Changed connector “${after}”` : `Renamed connector “${before}” to “${after}”`;
};

const describeApplication = (details: Details): string => {
  const application = (details.after ?? details) as Details;
  return joined(quoted(application, 'name'), `of ${textOf(application, 'auditName')}`);
};

const execution = (verb: string) => (details: Details) =>
  joined(
    verb,
    `question ${textOf(details, 'questionId')}`,
    textOf(details, 'connectorName') === '' ? '' : `on ${quoted(details, 'connectorName')}`,
    typeof details.rowCount === 'number' ? `(${countOf(details.rowCount, 'row')})` : '',
  );

const sentences: Record<string, (details: Details) => string> = {
  'application.created': (details) => `Created the audit ${describeApplication(details)}`,
  'application.updated': (details) => `Changed the audit ${describeApplication(details)}`,
  'application.archived': (details) => `Archived the audit ${describeApplication(details)}`,
  'application.removed': (details) => `Deleted the audit ${describeApplication(details)}`,
  'connector.created': (details) =>
    joined('Created connector', quoted(details, 'connectorName'), `(${textOf(details, 'connectorType')})`),
  'connector.updated': describeUpdate,
  'connector.deleted': (details) => `Deleted connector ${quoted(details, 'connectorName')}`,
  'connector.nameKept': (details) => `Kept the generated name ${quoted(details, 'connectorName')}`,
  'connector.tested': (details) => `Tested ${quoted(details, 'connectorName')}${testOutcome(details)}`,
  'connector.targetPinned': (details) =>
    joined('Pinned', quoted(details, 'connectorName'), `to ${textOf(details, 'target')}`),
  'connector.targetChanged': (details) =>
    `Met another system through ${quoted(details, 'connectorName')}: ${textOf(details, 'metTarget')}`,
  'connector.targetConfirmed': (details) =>
    joined('Confirmed the new target of', `${quoted(details, 'connectorName')}: ${textOf(details, 'to')}`),
  'connector.secretsSettled': (details) =>
    `Settled ${countOf(lengthOf(details, 'fields'), 'secret')} with the keychain after an interruption`,
  'questions.added': (details) => `Added ${countOf(lengthOf(details, 'questions'), 'question')}`,
  'questions.removed': (details) => `Removed ${countOf(lengthOf(details, 'questions'), 'question')}`,
  'analysis.saved': (details) => {
    const chosen = sideOf((details.changes ?? {}) as Details, 'connectorToUse', 'to');
    return joined(`Saved the analysis of question ${textOf(details, 'questionId')}`, chosen && `with “${chosen}”`);
  },
  'execution.queued': execution('Queued'),
  'execution.running': execution('Started'),
  'execution.retried': execution('Tried again to reach the system for'),
  'execution.resumed': execution('Resumed'),
  'executions.held': (details) =>
    `Held ${countOf(lengthOf(details, 'executionIds'), 'run')} that waited when Tickmark stopped`,
  'evidence.markedFinal': execution('Marked as final the evidence of'),
  'execution.succeeded': execution('Executed'),
  'execution.failed': execution('Failed to execute'),
  'execution.cancelled': execution('Cancelled'),
  'execution.interrupted': execution('Interrupted'),
  'evidence.packExported': (details) =>
    joined(
      'Exported the evidence pack',
      quoted(details, 'fileName'),
      `(${formatCount(Number(details.files ?? 0))} files)`,
    ),
  'evidence.sampled': (details) =>
    `Drew a sample of ${countOf(Number(details.rows ?? 0), 'row')} from run ${textOf(details, 'executionId')} (${textOf(details, 'method')}, seed “${textOf(details, 'seed')}”)`,
  'evidence.sampleExported': (details) =>
    joined(`Exported a sample of run ${textOf(details, 'executionId')}`, quoted(details, 'fileName')),
  'evidence.compared': (details) =>
    `Compared run ${textOf(details, 'leftId')} with run ${textOf(details, 'rightId')} on “${textOf(details, 'otherConnectorName')}”`,
  'preferences.changed': () => 'Changed the preferences',
};

// An action that this page does not know, from a later or an earlier version, is still told: by its own words.
const plainWords = (action: string): string => {
  const words = action
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('.', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What an entry of the audit log says, as a sentence without its actor and time. */
export const describeEntry = ({ action, details, subject }: AuditEntry): string =>
  sentences[action]?.(details) ?? `${plainWords(action)} (${subject})`;
