import { beforeEach, describe, expect, it } from 'vitest';
import { type Database, listKeychainChanges, startKeychainChange } from '../../../db';
import { accountOf } from '../../../main/keychain/connector-secrets';
import { createKeychain } from '../../../main/keychain/keychain';
import { createSecretVault } from '../../../main/services/secret-vault';
import { openTestStore } from '../../support/store';
import { createScriptedKeychain, type ScriptedKeychain } from './scripted-keychain';

let db: Database;
let platform: ScriptedKeychain;

const addConnectors = (count: number) => {
  const insert = db.prepare(
    `INSERT INTO tool_connectors (id, ci_id, connector_name, name_key, connector_type, environment, configuration, status,
       secret_keys, created_at, updated_at)
     VALUES (?, 'CI1', ?, ?, 'Jira', 'unspecified', '{}', 'pending', '["api_token"]', '', '')`,
  );
  for (let id = 1; id <= count; id += 1) {
    insert.run(id, `C${id}`, `c${id}`);
    platform.entries.set(accountOf('store', id, 'api_token'), 'secret');
  }
};

const settle = (waiting: string[] = []) => {
  const sentinel = { written: () => true, markWritten: () => undefined };
  const { startProcess } = platform;
  const keychain = createKeychain({ startProcess, service: 'Tickmark', storeId: 'store', sentinel });
  return createSecretVault({ db, actor: 'ada' }, keychain, 'store').settle(true, waiting);
};

beforeEach(() => {
  ({ db } = openTestStore());
  platform = createScriptedKeychain();
  platform.entries.set('store/sentinel', 'here');
});

describe('secrets of connectors that are gone, at the start', () => {
  const gone = ['password', 'api_key'].map((field) => accountOf('store', 9_000, field));
  const lists = () => platform.requests.filter((request) => request.startsWith('list '));

  it('are found by a list of all entries while there are few', async () => {
    addConnectors(200);
    for (const account of gone) platform.entries.set(account, 'left behind');
    expect(await settle()).toEqual({ ok: true, value: 2 });
    expect(lists()).toHaveLength(1);
    expect(platform.entries.size).toBe(201);
  });

  it('are those that the journal or the waiting room name where there are many: a list would take too long', async () => {
    addConnectors(201);
    for (const account of gone) platform.entries.set(account, 'left behind');
    startKeychainChange(db, 9_000, ['password']);
    expect(await settle([gone[1] ?? '', accountOf('store', 1, 'api_token')])).toEqual({ ok: true, value: 2 });
    expect(lists()).toEqual([]);
    expect(platform.entries.size).toBe(202);
    expect(listKeychainChanges(db)).toEqual([]);
  });
});
