/** TLS as every server type uses it: on by default, verified, never silently off. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import tls, { type TLSSocket } from 'node:tls';
import type { Configuration } from '../../preload/contract';
import { type Result, success } from '../result';
import { booleanOf, textOf } from './configuration';
import { connectionFailure } from './connection-failures';

export interface TlsSettings {
  rejectUnauthorized: boolean;
  ca?: string[];
}

/** The TLS settings of a configuration; `false` only when its `encrypt` is off. Fails when the CA file can't be used. */
export const readTlsSettings = async (configuration: Configuration): Promise<Result<TlsSettings | false>> => {
  if (!booleanOf(configuration, 'encrypt', true)) return success(false);
  if (booleanOf(configuration, 'trust_server_certificate', false)) return success({ rejectUnauthorized: false });
  const caPath = textOf(configuration, 'ca');
  if (caPath === '') return success({ rejectUnauthorized: true, ...systemAuthorities() });
  const certificates = await readCertificates(caPath);
  if (certificates.length > 0) return success({ rejectUnauthorized: true, ca: certificates });
  return connectionFailure(
    'TLS',
    `The CA file ${caPath} holds no readable certificate.`,
    'Choose a PEM file (BEGIN CERTIFICATE).',
  );
};

const readCertificates = async (path: string): Promise<string[]> => {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
};

// Since Node 22.15; before, only the authorities that come with the runtime are known.
const systemAuthorities = (): { ca?: string[] } => {
  const { getCACertificates } = tls as { getCACertificates?: (type: 'system' | 'bundled') => string[] };
  return getCACertificates ? { ca: [...getCACertificates('system'), ...getCACertificates('bundled')] } : {};
};

/** SHA-256 of the peer's public key (lower-case hex): it survives a renewed certificate, not another server. */
export const publicKeyHash = (socket: unknown): string | undefined => {
  const certificate = (socket as Partial<TLSSocket>).getPeerX509Certificate?.();
  if (!certificate) return undefined;
  return createHash('sha256')
    .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
};

/** What a person should know about the way this configuration reaches its server. */
export const tlsWarnings = (configuration: Configuration): string[] => {
  if (!booleanOf(configuration, 'encrypt', true)) {
    return ['The connection is not encrypted: the login and all rows cross the network readable.'];
  }
  if (booleanOf(configuration, 'trust_server_certificate', false)) {
    return ["The server's certificate is not verified: whoever answers at this address is trusted."];
  }
  return [];
};
