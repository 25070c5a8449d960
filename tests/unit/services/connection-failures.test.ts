import { describe, expect, it } from 'vitest';
import type { ConnectorRecord } from '../../../db';
import { failure } from '../../../main/result';
import { createConnectionFailures } from '../../../main/services/connection-failures';

const connector = { id: 4, connectorName: 'Ledger', updatedAt: '2025-04-01T00:00:00.000Z' } as ConnectorRecord;
const mended = { ...connector, updatedAt: '2025-04-01T00:05:00.000Z' };
const loginRefused = failure('CONNECTION_FAILED', 'The login failed.', { reason: 'AUTH' }).error;
const nobodyThere = failure('CONNECTION_FAILED', 'Nobody answers.', { reason: 'REFUSED' }).error;

describe('runs behind one that could not connect', () => {
  it('do not repeat a refused login, and name the run that was refused', () => {
    const failures = createConnectionFailures();
    failures.note(connector, 12, loginRefused);
    expect(failures.refusesLogin(connector)?.error).toMatchObject({
      code: 'CONNECTION_FAILED',
      reason: 'AUTH',
      message: expect.stringContaining('refused the login for run 12'),
    });
  });

  it('try a system that did not answer, without waiting for it again', () => {
    const failures = createConnectionFailures();
    expect(failures.hasWaited(connector)).toBe(false);
    failures.note(connector, 12, nobodyThere);
    expect(failures.refusesLogin(connector)).toBeNull();
    expect(failures.hasWaited(connector)).toBe(true);
  });

  it.each([
    { what: 'was changed since', change: () => mended },
    {
      what: 'was met since',
      change: (failures: ReturnType<typeof createConnectionFailures>) => {
        failures.note(connector, 13, null);
        return connector;
      },
    },
    {
      what: 'was started again by a person',
      change: (failures: ReturnType<typeof createConnectionFailures>) => {
        failures.forget(connector.id);
        return connector;
      },
    },
  ])('are like any other once the connector $what', ({ change }) => {
    const failures = createConnectionFailures();
    failures.note(connector, 12, loginRefused);
    const now = change(failures);
    expect(failures.refusesLogin(now)).toBeNull();
    expect(failures.hasWaited(now)).toBe(false);
  });

  it('of other connectors are not concerned, nor are failures of a query', () => {
    const failures = createConnectionFailures();
    failures.note(connector, 12, loginRefused);
    expect(failures.hasWaited({ ...connector, id: 5 })).toBe(false);
    failures.note(connector, 13, failure('QUERY_FAILED', 'There is no such table.').error);
    expect(failures.hasWaited(connector)).toBe(false);
  });
});
