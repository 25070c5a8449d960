import { describe, expect, it } from 'vitest';
import { contractEntries } from '../../../preload/contract';

const built = [
  'files.pick',
  'files.dropped',
  'files.opened',
  'files.showInFolder',
  ...['list', 'create', 'update', 'archive', 'remove', 'purge'].map((method) => `applications.${method}`),
  'connectorTypes.list',
  'connectorTypes.parse',
  ...['listCis', 'listByCi', 'get', 'create', 'update', 'duplicate', 'remove', 'keepName', 'usage'].map(
    (method) => `connectors.${method}`,
  ),
  ...['test', 'testDraft', 'confirmTarget', 'describeSchema', 'onMet'].map((method) => `connectors.${method}`),
  ...['readFile', 'import', 'add', 'list', 'remove'].map((method) => `questions.${method}`),
  ...['suggest', 'list', 'save'].map((method) => `analyses.${method}`),
  ...['list', 'fill'].map((method) => `recipes.${method}`),
  ...['preflight', 'start', 'cancel', 'get', 'list', 'resumeQueue', 'rows', 'onProgress'].map(
    (method) => `executions.${method}`,
  ),
  ...['summary', 'sample', 'exportSample', 'compare', 'exportComparison', 'onLookingProgress'].map(
    (method) => `executions.${method}`,
  ),
  ...['exportPack', 'verifyPack', 'markFinal'].map((method) => `evidence.${method}`),
  ...['list', 'verify', 'head', 'saveCheckpoint', 'checkCheckpoint'].map((method) => `auditLog.${method}`),
  ...['preview', 'import', 'renameSuggestions'].map((method) => `legacy.${method}`),
  ...['get', 'set'].map((method) => `preferences.${method}`),
  ...['info', 'openDemo', 'storeStatus', 'reopenStore', 'restoreBackup', 'lock', 'unlock', 'onCommand'].map(
    (method) => `app.${method}`,
  ),
  ...['encrypt', 'decrypt', 'setPassphrase', 'renewRecoveryCode'].map((method) => `app.${method}`),
];

describe('the bridge contract', () => {
  it('has exactly these calls', () => {
    const names = contractEntries.map(({ area, method }) => `${area}.${method}`);
    expect([...names].sort()).toEqual([...built].sort());
  });
});
