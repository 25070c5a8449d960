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

/** The refusal where a connector has secrets, in the keychain or for the session, that were not given again. */
export const refuseToFollow = (
  { secretKeys }: Pick<ConnectorRecord, 'secretKeys'>,
  ofSession: Record<string, string>,
  given: SecretValues,
  fields: readonly FieldDefinition[],
): Failure | undefined => {
  const held = new Set([...secretKeys, ...Object.keys(ofSession)]);
  // What an import kept beside the type's own secrets is sent nowhere, and no form asks for it.
  const missing = fields.filter(({ kind, key }) => kind === 'secret' && held.has(key) && !(key in given));
  if (missing.length === 0) return undefined;
  return failure('VALIDATION', 'The address or its protection has changed, so stored secrets do not follow there.', {
    hint: 'Nothing was changed or sent. Enter the secret again, or remove it.',
    fieldErrors: Object.fromEntries(
      missing.map(({ key }) => [key, 'Enter it again: it was given for another address.']),
    ),
  });
};
