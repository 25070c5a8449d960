import { describe, expect, it } from 'vitest';
import { type ConfigurationContext, readConfiguration, withoutLogins } from '../../../main/connectors/configuration';
import { failure, success } from '../../../main/result';
import type { FieldDefinition } from '../../../preload/contract';

const field = (key: string, kind: FieldDefinition['kind'], more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  key,
  label: key,
  kind,
  required: false,
  group: 'connection',
  ...more,
});

const fields = [
  field('server', 'text', { required: true }),
  field('port', 'number', { default: 5432 }),
  field('password', 'secret'),
  field('encrypt', 'boolean', { default: true }),
  field('mode', 'select', { options: [{ value: 'a', label: 'A' }] }),
  field('patterns', 'list'),
  field('ca', 'path'),
];

const read = (input: Parameters<typeof readConfiguration>[1], context?: ConfigurationContext) =>
  readConfiguration(fields, input, context);
const errorsOf = (input: Parameters<typeof readConfiguration>[1], context?: ConfigurationContext) => {
  const result = read(input, context);
  return result.ok ? {} : result.error.fieldErrors;
};

describe('readConfiguration', () => {
  it('applies defaults and leaves out what is optional and missing', () => {
    expect(read({ server: ' db ' })).toEqual(success({ server: 'db', port: 5432, encrypt: true }));
  });

  it('reads numbers and booleans that older data holds as texts', () => {
    expect(read({ server: 'db', port: ' 5433 ', encrypt: 'false' })).toEqual(
      success({ server: 'db', port: 5433, encrypt: false }),
    );
  });

  it.each([
    ['base_url', 'https://ada:TOKEN@jira.example'],
    ['base_url', 'ada:TOKEN@jira.example'],
    ['base_url', 'https://jira.example/?token=TOKEN'],
    ['base_url', 'https://jira.example/#TOKEN'],
    ['instance', 'TOKEN@acme.service-now.com'],
    ['api_endpoint', '/search?key=TOKEN'],
    ['server', 'ada:TOKEN@db'],
    ['connect_descriptor', 'ada/TOKEN@(DESCRIPTION=(ADDRESS=(HOST=db)))'],
  ])('refuses a login or a token in %s, as sent and as stored before: %s', (key, address) => {
    const addressField = [field(key, 'text')];
    for (const answer of [
      readConfiguration(addressField, { [key]: address }),
      readConfiguration(addressField, {}, { previous: { [key]: address } }),
    ]) {
      expect(answer).toMatchObject({ ok: false, error: { fieldErrors: { [key]: expect.any(String) } } });
      expect(JSON.stringify(answer)).not.toContain('TOKEN');
    }
    expect(JSON.stringify(withoutLogins({ [key]: address }))).not.toContain('TOKEN');
  });

  it.each([
    ['base_url', 'https://jira.example:8443/jira'],
    ['instance', 'acme'],
    ['server', 'HOST\\INSTANCE#1'],
    ['connect_descriptor', '(DESCRIPTION=(SECURITY=(SSL_SERVER_CERT_DN="emailAddress=ada@example.com")))'],
  ])('takes an address without them in %s', (key, address) => {
    expect(readConfiguration([field(key, 'text')], { [key]: address })).toEqual(success({ [key]: address }));
  });

  it('names each field that is wrong', () => {
    const errors = errorsOf({
      port: 70_000,
      encrypt: 'maybe',
      mode: 'b',
      patterns: 'x',
      surprise: 'x',
      password: 'secret',
    });
    expect(Object.keys(errors ?? {}).sort()).toEqual(
      ['encrypt', 'mode', 'password', 'patterns', 'port', 'server', 'surprise'].sort(),
    );
    expect(JSON.stringify(errors)).not.toContain('secret"');
  });

  it.each([0, 65_536, -1, 1.5, '', ' ', '5e3', '0x10', 'abc', Number.NaN])(
    'refuses %s as a port, or takes the default',
    (port) => {
      const result = read({ server: 'db', port });
      const isEmpty = typeof port === 'string' && port.trim() === '';
      expect(result.ok).toBe(isEmpty);
    },
  );

  it('refuses control characters in texts and lists', () => {
    expect(errorsOf({ server: 'db\nevil' })).toHaveProperty('server');
    expect(errorsOf({ server: 'db', patterns: ['a\u0000b'] })).toHaveProperty('patterns');
  });

  it('keeps previous values that are not sent, and removes those that are null', () => {
    const previous = { server: 'old', port: 1, mode: 'a' };
    expect(read({ server: 'new' }, { previous })).toEqual(
      success({ server: 'new', port: 1, mode: 'a', encrypt: true }),
    );
    expect(read({ mode: null, port: null }, { previous })).toEqual(
      success({ server: 'old', port: 5432, encrypt: true }),
    );
    expect(errorsOf({ server: null }, { previous })).toHaveProperty('server');
  });

  it('takes a path from a file token only, or as it was stored', () => {
    const resolveFileToken = (token: string) =>
      token === 'good' ? success('/certificates/ca.pem') : failure('TOKEN_EXPIRED', 'Choose the file again.');
    expect(read({ server: 'db', ca: { fileToken: 'good' } }, { resolveFileToken })).toMatchObject({
      value: { ca: '/certificates/ca.pem' },
    });
    expect(read({ server: 'db', ca: '/old.pem' }, { previous: { ca: '/old.pem' } })).toMatchObject({
      value: { ca: '/old.pem' },
    });
    expect(errorsOf({ server: 'db', ca: { fileToken: 'bad' } }, { resolveFileToken })).toHaveProperty('ca');
    expect(
      errorsOf({ server: 'db', ca: '/etc/shadow' }, { resolveFileToken, previous: { ca: '/old.pem' } }),
    ).toHaveProperty('ca');
    expect(errorsOf({ server: { fileToken: 'good' } }, { resolveFileToken })).toHaveProperty('server');
  });

  it('keeps items of a list that say something', () => {
    expect(read({ server: 'db', patterns: [' *.csv ', ''] })).toMatchObject({ value: { patterns: ['*.csv'] } });
  });
});
