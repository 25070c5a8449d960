import type { AuditEntry } from '../../../preload/contract';
import { textsOf } from '../../texts';
import { analysisChanges, applicationChanges, connectorChanges, preferenceChanges, questionsIn } from './changes';

const t = textsOf('audit-log');

type Details = AuditEntry['details'];

const textOf = (details: Details, key: string): string => {
  const value = details[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
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

const amount = (details: Details, key: string): number => Number(details[key] ?? 0) || 0;

const failureWords = (code: string): string => {
  const text = t(`failures.${code as 'DNS'}`);
  return text === `failures.${code}` ? code : text;
};

const describeTest = (details: Details): string => {
  const name = textOf(details, 'connectorName');
  const failed = textOf(details, 'reason') || textOf(details, 'code');
  if (failed !== '') return t('connector.failed', { name, why: failureWords(failed) });
  const target = textOf(details, 'target');
  return target === '' ? t('connector.tested', { name }) : t('connector.reached', { name, target });
};

const describeDraftTest = (details: Details): string =>
  t(details.ok === true ? 'connector.draftReached' : 'connector.draftFailed', {
    toolType: textOf(details, 'connectorType'),
    address: textOf(details, 'address'),
  });

/** The sentence with what was changed or is meant, where the entry tells that. */
const withChanges = (sentence: string, what: string): string =>
  what === '' ? sentence : t('change.what', { sentence, what });

const describeUpdate = (details: Details): string => {
  const before = sideOf(details, 'connectorName', 'from');
  const after = sideOf(details, 'connectorName', 'to');
  if (before !== '' && before !== after) {
    return withChanges(t('connector.renamed', { before, after }), connectorChanges(details));
  }
  return withChanges(
    t('connector.changed', { name: after || textOf(details, 'connectorName') }),
    connectorChanges(details),
  );
};

/** An audit is recorded as it is, or under `after` and `before` where it was changed. */
const application =
  (change: 'created' | 'updated' | 'archived' | 'removed' | 'purged' | 'imported' | 'leftCi' | 'joinedCi') =>
  (details: Details): string => {
    const recorded = (details.after ?? details.before ?? details) as Details;
    const names = { name: textOf(recorded, 'name'), auditName: textOf(recorded, 'auditName') };
    return t(`application.${change}`, { ...names, ciId: textOf(details, 'ciId') });
  };

type RunChange =
  | 'queued'
  | 'running'
  | 'retried'
  | 'resumed'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'interrupted'
  | 'markedFinal';

const run =
  (change: RunChange) =>
  (details: Details): string => {
    const plain = t(`run.${change}`, { question: textOf(details, 'questionId') });
    const connector = textOf(details, 'connectorName');
    const onConnector = connector === '' ? plain : t('run.on', { run: plain, connector });
    const { rowCount } = details;
    return typeof rowCount === 'number' ? t('run.rows', { run: onConnector, count: rowCount }) : onConnector;
  };

const describeAnalysis = (details: Details): string => {
  const question = textOf(details, 'questionId');
  const changes = (details.changes ?? {}) as Details;
  if ('notAnswerable' in changes) {
    const reason = sideOf(changes, 'notAnswerable', 'to');
    return reason === ''
      ? t('analysis.answerableAgain', { question })
      : t('analysis.notAnswerable', { question, reason });
  }
  const what = analysisChanges(details);
  return what === '' ? t('analysis.saved', { question }) : withChanges(t('analysis.changed', { question }), what);
};

const describeImport = (details: Details): string =>
  t('questions.imported', {
    fileName: textOf((details.file ?? {}) as Details, 'name'),
    added: lengthOf(details, 'added'),
    changed: lengthOf(details, 'changed'),
    skipped: amount(details, 'skippedRows'),
  });

const describeVerification = (details: Details): string => {
  const fileName = textOf(details, 'fileName');
  if (details.valid === true) return t('evidence.packWhole', { fileName });
  return t('evidence.packChanged', { fileName, count: amount(details, 'problems') });
};

const named = (details: Details) => ({ name: textOf(details, 'connectorName') });
const typed = (details: Details) => ({ ...named(details), toolType: textOf(details, 'connectorType') });

const sentences: Record<string, (details: Details) => string> = {
  'application.created': application('created'),
  'application.updated': (details) => withChanges(application('updated')(details), applicationChanges(details)),
  'application.archived': application('archived'),
  'application.removed': application('removed'),
  'application.purged': application('purged'),
  'application.imported': application('imported'),
  'application.leftCi': application('leftCi'),
  'application.joinedCi': application('joinedCi'),
  'connector.created': (details) => t('connector.created', typed(details)),
  'connector.imported': (details) => t('connector.imported', typed(details)),
  'connector.updated': describeUpdate,
  'connector.deleted': (details) => t('connector.deleted', named(details)),
  'connector.nameKept': (details) => t('connector.nameKept', named(details)),
  'connector.tested': describeTest,
  'connector.draftTested': describeDraftTest,
  'connector.schemaRead': (details) => t('connector.schemaRead', named(details)),
  'connector.targetPinned': (details) =>
    t('connector.targetPinned', { ...named(details), target: textOf(details, 'target') }),
  'connector.targetChanged': (details) =>
    t('connector.targetChanged', { ...named(details), target: textOf(details, 'metTarget') }),
  'connector.targetConfirmed': (details) =>
    t('connector.targetConfirmed', { ...named(details), target: textOf(details, 'to') }),
  'connector.secretLost': (details) => t('connector.secretLost', { name: textOf(details, 'connectorName') }),
  'connector.secretsSettled': (details) => t('connector.secretsSettled', { count: lengthOf(details, 'fields') }),
  'questions.added': (details) =>
    withChanges(t('questions.added', { count: lengthOf(details, 'questions') }), questionsIn(details, 'questions')),
  'questions.removed': (details) =>
    withChanges(t('questions.removed', { count: lengthOf(details, 'questions') }), questionsIn(details, 'questions')),
  'questions.imported': describeImport,
  'analysis.saved': describeAnalysis,
  'analysis.suggested': (details) =>
    withChanges(t('analysis.suggested', { count: lengthOf(details, 'suggested') }), questionsIn(details, 'suggested')),
  'execution.queued': run('queued'),
  'execution.running': run('running'),
  'execution.retried': run('retried'),
  'execution.resumed': run('resumed'),
  'execution.succeeded': run('succeeded'),
  'execution.failed': run('failed'),
  'execution.cancelled': run('cancelled'),
  'execution.interrupted': run('interrupted'),
  'executions.held': (details) => t('run.held', { count: lengthOf(details, 'executionIds') }),
  'evidence.markedFinal': run('markedFinal'),
  'evidence.packExported': (details) =>
    t('evidence.packExported', { fileName: textOf(details, 'fileName'), files: amount(details, 'files') }),
  'evidence.packVerified': describeVerification,
  'evidence.sampled': (details) =>
    t('evidence.sampled', {
      count: amount(details, 'rows'),
      run: textOf(details, 'executionId'),
      method: textOf(details, 'method'),
      seed: textOf(details, 'seed'),
    }),
  'evidence.sampleExported': (details) =>
    t('evidence.sampleExported', { run: textOf(details, 'executionId'), fileName: textOf(details, 'fileName') }),
  'evidence.comparisonExported': (details) =>
    t('evidence.comparisonExported', {
      left: textOf(details, 'leftId'),
      right: textOf(details, 'rightId'),
      fileName: textOf(details, 'fileName'),
    }),
  'evidence.compared': (details) =>
    t('evidence.compared', {
      left: textOf(details, 'leftId'),
      right: textOf(details, 'rightId'),
      leftConnector: textOf(details, 'connectorName'),
      rightConnector: textOf(details, 'otherConnectorName'),
    }),
  'auditLog.checkpointSaved': (details) => t('others.checkpointSaved', { fileName: textOf(details, 'fileName') }),
  'signingKey.created': () => t('others.keyCreated'),
  'signingKey.replaced': () => t('others.keyReplaced'),
  'legacy.imported': () => t('others.legacyImported'),
  'preferences.changed': (details) => withChanges(t('others.preferences'), preferenceChanges(details)),
  'store.encrypted': () => t('others.encrypted'),
  'store.decrypted': () => t('others.decrypted'),
  'store.locked': () => t('others.locked'),
  'store.unlocked': ({ recoveryCode }) => t(recoveryCode === true ? 'others.unlockedByCode' : 'others.unlocked'),
  'store.passphraseChanged': () => t('others.passphraseChanged'),
  'store.recoveryCodeRenewed': () => t('others.recoveryCodeRenewed'),
  'store.restored': (details) => t('others.restored', { fileName: textOf(details, 'fileName') }),
  'store.keychainIdChanged': (details) => t('others.keychainIdChanged', { before: textOf(details, 'before') }),
  'store.entriesMissing': (details) => t('others.entriesMissing', { copy: textOf(details, 'copy') }),
  'store.upgraded': () => t('others.upgraded'),
  'secrets.underWay': (details) => t('others.secretsUnderWay', { count: amount(details, 'secrets') }),
  'secrets.arrived': (details) => t('others.secretsArrived', { count: amount(details, 'secrets') }),
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
