import { describe, expect, it } from 'vitest';
import { createSessionSecrets } from '../../../main/keychain/session-secrets';

describe('session secrets', () => {
  it('are kept by connector and field', () => {
    const secrets = createSessionSecrets();
    secrets.set(1, 'password', 'p');
    secrets.set(1, 'api_key', 'k');
    secrets.set(2, 'password', 'q');

    expect(secrets.get(1)).toEqual({ password: 'p', api_key: 'k' });
    expect(secrets.get(2)).toEqual({ password: 'q' });
    expect(secrets.get(3)).toEqual({});
  });

  it('are gone once removed', () => {
    const secrets = createSessionSecrets();
    secrets.set(1, 'password', 'p');
    secrets.set(1, 'api_key', 'k');
    secrets.set(2, 'password', 'q');

    secrets.remove(1, 'password');
    secrets.removeAll(2);

    expect(secrets.get(1)).toEqual({ api_key: 'k' });
    expect(secrets.get(2)).toEqual({});
  });
});
