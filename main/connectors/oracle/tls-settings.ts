import { readFile } from 'node:fs/promises';
import { type Result, success } from '../../result';
import { textOf } from '../configuration';
import { readTlsSettings } from '../tls';
import type { ConnectorAccess } from '../types';
import type { OracleTls } from './wire';

/** The TLS settings; a wallet in PEM (ewallet.pem) in place of the CA file also brings this client's certificate and key. */
export const readOracleTls = async ({
  configuration,
  secrets,
}: ConnectorAccess): Promise<Result<OracleTls | false>> => {
  const settings = await readTlsSettings(configuration);
  if (!settings.ok || !settings.value) return settings;
  const path = textOf(configuration, 'ca');
  const pem = path === '' ? '' : await readFile(path, 'utf8').catch(() => '');
  if (!pem.includes('PRIVATE KEY-----')) return settings;
  const passphrase = secrets.wallet_password ? { passphrase: secrets.wallet_password } : {};
  return success({ ...settings.value, cert: pem, key: pem, ...passphrase });
};
