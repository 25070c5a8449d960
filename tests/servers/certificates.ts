/** A certificate authority of the tests' own, made with the openssl command. */
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool, type ServerAccount } from './server-process';

export interface Certificates {
  caPath: string;
  certificatePath: string;
  keyPath: string;
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** A new authority in `folder` and a certificate by it for `hosts` (`DNS:…`, `IP:…`), readable by the account only. */
export const createCertificates = async (
  folder: string,
  hosts: string[],
  account: ServerAccount = {},
): Promise<Certificates> => {
  mkdirSync(folder, { recursive: true });
  const path = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => runTool('openssl', args);
  writeFileSync(path('hosts.cnf'), `subjectAltName=${hosts.join(',')}\n`);
  await openssl(
    'req',
    '-x509',
    ...newKey,
    '-days',
    '2',
    '-subj',
    '/CN=Test authority',
    '-keyout',
    path('ca.key'),
    '-out',
    path('ca.pem'),
  );
  await openssl(
    'req',
    ...newKey,
    '-subj',
    '/CN=Test server',
    '-keyout',
    path('server.key'),
    '-out',
    path('server.csr'),
  );
  await openssl(
    'x509',
    '-req',
    '-in',
    path('server.csr'),
    '-CA',
    path('ca.pem'),
    '-CAkey',
    path('ca.key'),
    '-CAcreateserial',
    '-days',
    '2',
    '-extfile',
    path('hosts.cnf'),
    '-out',
    path('server.pem'),
  );
  chmodSync(path('server.key'), 0o600);
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path('server.key'), account.uid, account.gid);
  return { caPath: path('ca.pem'), certificatePath: path('server.pem'), keyPath: path('server.key') };
};
