import { describe, expect, it } from 'vitest';
import {
  type ConnectorFormValues,
  changeType,
  hasChanges,
  missingFields,
  newConnectorValues,
  remainingError,
  sameContact,
  storedConnectorValues,
  toCreateInput,
  toDraftInput,
  toUpdateInput,
} from '../../../renderer/features/settings/connector-form-model';
import { connectorWith, databaseType, otherType } from './connector-fixtures';

const stored = connectorWith({
  id: 7,
  configuration: { server: 'db-1', port: 5433, encrypt: false, ca: '/home/ada/ca.pem', schemas: ['a', 'b'] },
  secretKeys: ['password'],
});
const before = storedConnectorValues(databaseType, stored);

const withConfiguration = (values: ConnectorFormValues, changed: ConnectorFormValues['configuration']) => ({
  ...values,
  configuration: { ...values.configuration, ...changed },
});

describe('a new connector', () => {
  it('starts with the defaults of its tool type', () => {
    expect(newConnectorValues(databaseType).configuration).toEqual({
      server: '',
      port: '5432',
      encrypt: true,
      ca: '',
      schemas: '',
    });
  });

  it('sends what holds something, in the kinds that main reads', () => {
    const values = withConfiguration(newConnectorValues(databaseType), {
      server: ' db-1 ',
      ca: { fileToken: 'token', displayPath: '/home/ada/ca.pem' },
      schemas: 'public\n\n  audit ',
    });
    const input = toCreateInput(databaseType, values, { ciId: 'CI-1' });
    expect(input.configuration).toEqual({
      server: 'db-1',
      port: 5432,
      encrypt: true,
      ca: { fileToken: 'token' },
      schemas: ['public', 'audit'],
    });
    expect(input.secrets).toBeUndefined();
  });

  it('leaves a number that is none to main, which says what is wrong with it', () => {
    const values = withConfiguration(newConnectorValues(databaseType), { port: 'five' });
    expect(toCreateInput(databaseType, values, { ciId: 'CI-1' }).configuration.port).toBe('five');
  });

  it('keeps written texts when the tool type changes, but no port and no secret of the other type', () => {
    const written = {
      ...withConfiguration(newConnectorValues(databaseType), { server: 'db-1' }),
      secrets: { password: { kind: 'set', value: 'secret' } as const },
    };
    const changed = changeType(written, otherType);
    expect(changed.configuration).toEqual({ server: 'db-1', port: '3306' });
    expect(changed.secrets).toEqual({});
  });
});

describe('an edited connector', () => {
  it('has no changes as it is opened', () => {
    expect(hasChanges(before, before)).toBe(false);
    expect(toUpdateInput(databaseType, before, before, 7)).toEqual({ id: 7 });
  });

  it('sends only the fields that changed, and null for one that was emptied', () => {
    const after = withConfiguration(before, { port: '5434', ca: '', schemas: 'a\nb' });
    expect(hasChanges(before, after)).toBe(true);
    expect(toUpdateInput(databaseType, before, after, 7)).toEqual({ id: 7, configuration: { port: 5434, ca: null } });
  });

  it('never sends a display path back', () => {
    const after = withConfiguration(before, { server: 'db-2' });
    expect(toUpdateInput(databaseType, before, after, 7).configuration).toEqual({ server: 'db-2' });
    expect(toDraftInput(databaseType, before, after, { ciId: 'CI-1', connectorId: 7 }).configuration).toEqual({
      server: 'db-2',
    });
  });

  it('sends a replaced secret, null for a removed one, and nothing for a kept or empty one', () => {
    const secretsAfter = (input: ConnectorFormValues['secrets'][string]) =>
      toUpdateInput(databaseType, before, { ...before, secrets: { password: input } }, 7).secrets;
    expect(secretsAfter({ kind: 'set', value: 'new' })).toEqual({ password: 'new' });
    expect(secretsAfter({ kind: 'remove' })).toEqual({ password: null });
    expect(secretsAfter({ kind: 'keep' })).toBeUndefined();
    expect(secretsAfter({ kind: 'set', value: '' })).toBeUndefined();
  });

  it('keeps a replaced secret for the session only where the ones before were', () => {
    const forSession = { ...before, keepForSession: true };
    const replaced = { ...forSession, secrets: { password: { kind: 'set', value: 'new' } as const } };
    expect(toUpdateInput(databaseType, forSession, replaced, 7).keepForSession).toBe(true);
    expect(toUpdateInput(databaseType, forSession, forSession, 7).keepForSession).toBeUndefined();
  });

  it('reads booleans that older data holds as texts', () => {
    const older = connectorWith({ configuration: { encrypt: 'true' } });
    expect(storedConnectorValues(databaseType, older).configuration.encrypt).toBe(true);
  });
});

describe('a refused form', () => {
  it('names every required field that is empty, at once', () => {
    expect(missingFields(undefined, newConnectorValues(undefined))).toEqual(['connectorType', 'connectorName']);
    expect(missingFields(databaseType, newConnectorValues(databaseType))).toEqual(['connectorName', 'server']);
    expect(missingFields(databaseType, { ...before, connectorName: ' ' })).toEqual(['connectorName']);
  });

  it('is told of a field until that field is changed, and of nothing once all were', () => {
    const fieldErrors = { connectorName: 'Give it a name.', server: 'Give the server.', password: 'Give it again.' };
    const error = { code: 'VALIDATION', message: 'Not right.', fieldErrors } as const;
    const named = { ...before, connectorName: 'Ledger, copy' };
    expect(remainingError(error, before, before)).toEqual(error);
    expect(remainingError(error, before, named)?.fieldErrors).toEqual({
      server: 'Give the server.',
      password: 'Give it again.',
    });
    const mended = {
      ...withConfiguration(named, { server: 'db-2' }),
      secrets: { password: { kind: 'set', value: 'new' } as const },
    };
    expect(remainingError(error, before, mended)).toBeUndefined();
  });

  it('keeps an error that is of no field', () => {
    const error = { code: 'KEYCHAIN_UNAVAILABLE', message: 'Locked.' } as const;
    expect(remainingError(error, before, { ...before, connectorName: 'Ledger, copy' })).toBe(error);
  });
});

describe('what was tested', () => {
  it('still holds after the name, environment or notes were changed, and for nothing else', () => {
    expect(
      sameContact(before, { ...before, connectorName: 'Ledger, copy', environment: 'production', notes: 'Ask Ada' }),
    ).toBe(true);
    expect(sameContact(before, withConfiguration(before, { server: 'db-2' }))).toBe(false);
    expect(sameContact(before, { ...before, secrets: { password: { kind: 'remove' } } })).toBe(false);
    expect(sameContact(before, { ...before, connectorType: 'mysql' })).toBe(false);
  });
});
