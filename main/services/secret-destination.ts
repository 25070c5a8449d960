import type { ConnectorRecord } from '../../db';
import type { Configuration, FieldDefinition } from '../../preload/contract';
import type { SecretValues } from '../keychain/connector-secrets';
import { type Failure, failure } from '../result';

/** Where a secret would be sent and how well the way is protected: stored secrets follow no change of these. */
const destinationKeys = [
  'server',
  'port',
  'instance_name',
  'instance',
  'endpoint',
  'base_url',
  'api_endpoint',
  'connect_descriptor',
  'encrypt',
  'trust_server_certificate',
  'ca',
];

/** Whether secrets given for one configuration may be sent as the other one says. */
export const sameDestination = (left: Configuration, right: Configuration): boolean =>
  destinationKeys.every((key) => left[key] === right[key]);

/** The secrets that a connector has, in the keychain or for the session, and that were not given again. */
export const notGivenAgain = (
  { secretKeys }: Pick<ConnectorRecord, 'secretKeys'>,
  ofSession: Record<string, string>,
  given: SecretValues,
  fields: readonly FieldDefinition[],
): string[] => {
  const held = new Set([...secretKeys, ...Object.keys(ofSession)]);
  // What an import kept beside the type's own secrets is sent nowhere, and no form asks for it.
  return fields.flatMap(({ kind, key }) => (kind === 'secret' && held.has(key) && !(key in given) ? [key] : []));
};

/** The refusal of another destination for secrets that were not given again for it. */
export const refuseToFollow = (missing: readonly string[]): Failure =>
  failure('VALIDATION', 'The address or its protection has changed, so stored secrets do not follow there.', {
    hint: 'Nothing was changed or sent. Enter the secret again, or remove it.',
    fieldErrors: Object.fromEntries(missing.map((key) => [key, 'Enter it again: it was given for another address.'])),
  });
