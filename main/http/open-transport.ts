import type { Configuration } from '../../preload/contract';
import { booleanOf, textOf } from '../connectors/configuration';
import { readTlsSettings } from '../connectors/tls';
import { type Result, success } from '../result';
import { createNodeTransport } from './node-transport';
import type { Transport } from './transport';

/** Electron's network stack answers to the system's authorities only (docs/decisions/0003-http-client.md). */
const hasOwnTrust = (configuration: Configuration): boolean =>
  textOf(configuration, 'ca') !== '' || booleanOf(configuration, 'trust_server_certificate', false);

/** The way that requests of this connector take. Fails when its CA file can't be used. */
export const openTransport = async (configuration: Configuration): Promise<Result<Transport>> => {
  if (process.versions.electron !== undefined && !hasOwnTrust(configuration)) {
    return success((await import('./electron-transport')).createElectronTransport());
  }
  const tls = await readTlsSettings(configuration);
  return tls.ok ? success(createNodeTransport(tls.value)) : tls;
};
