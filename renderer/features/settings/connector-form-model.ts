import type { Connector, ConnectorType, Environment, FieldDefinition, TickmarkError } from '../../../preload/contract';

/** A path as main chose it: the token to send, and the text to show. */
export interface ChosenPath {
  fileToken: string;
  displayPath: string;
}

/** What a form control holds: text (also for numbers, selects, and lists with one entry a line), a switch, or a path. */
export type FieldInput = string | boolean | ChosenPath;

/** What happens to one secret when the form is saved. */
export type SecretInput = { kind: 'keep' } | { kind: 'set'; value: string } | { kind: 'remove' };

export interface ConnectorFormValues {
  connectorType: string;
  connectorName: string;
  environment: Environment;
  notes: string;
  configuration: Record<string, FieldInput>;
  secrets: Record<string, SecretInput>;
  keepForSession: boolean;
}

type ConfigurationPatch = Record<string, string | number | boolean | string[] | { fileToken: string } | null>;
type SecretsPatch = Record<string, string | null>;

const isSecret = (field: FieldDefinition): boolean => field.kind === 'secret';

const emptyInput = (field: FieldDefinition): FieldInput => (field.kind === 'boolean' ? false : '');

const defaultInput = (field: FieldDefinition): FieldInput => {
  if (field.default === undefined) return emptyInput(field);
  return field.kind === 'boolean' ? field.default === true : String(field.default);
};

const storedInput = (field: FieldDefinition, connector: Connector): FieldInput => {
  const stored = connector.configuration[field.key];
  if (stored === undefined) return emptyInput(field);
  if (Array.isArray(stored)) return stored.join('\n');
  // Older data holds booleans as texts.
  return field.kind === 'boolean' ? stored === true || stored === 'true' : String(stored);
};

const inputsOf = (
  type: ConnectorType | undefined,
  inputOf: (field: FieldDefinition) => FieldInput,
): Record<string, FieldInput> =>
  Object.fromEntries(
    (type?.fields ?? []).filter((field) => !isSecret(field)).map((field) => [field.key, inputOf(field)]),
  );

/** An empty form for a new connector; the type may still be undecided. */
export const newConnectorValues = (type: ConnectorType | undefined): ConnectorFormValues => ({
  connectorType: type?.type ?? '',
  connectorName: '',
  environment: 'unspecified',
  notes: '',
  configuration: inputsOf(type, defaultInput),
  secrets: {},
  keepForSession: false,
});

/** A form that holds a stored connector. Its secrets are not known here and start as kept. */
export const storedConnectorValues = (type: ConnectorType | undefined, connector: Connector): ConnectorFormValues => ({
  connectorType: connector.connectorType,
  connectorName: connector.connectorName,
  environment: connector.environment,
  notes: connector.notes,
  configuration: inputsOf(type, (field) => storedInput(field, connector)),
  secrets: {},
  keepForSession: connector.sessionOnlyKeys.length > 0,
});

/** Another tool type: fields that both types have keep what was written, all others start anew. */
export const changeType = (values: ConnectorFormValues, type: ConnectorType): ConnectorFormValues => ({
  ...values,
  connectorType: type.type,
  configuration: inputsOf(type, (field) => carriedInput(values, field)),
  secrets: Object.fromEntries(
    Object.entries(values.secrets).filter(([key]) => type.fields.some((field) => field.key === key && isSecret(field))),
  ),
});

/** The form as a pasted connection string fills it: what the text says over the defaults of its tool type. */
export const fillFromText = (
  values: ConnectorFormValues,
  type: ConnectorType,
  configuration: Connector['configuration'],
): ConnectorFormValues => ({
  ...changeType(values, type),
  configuration: inputsOf(type, (field) => {
    const parsed = configuration[field.key];
    if (parsed === undefined) return defaultInput(field);
    return field.kind === 'boolean' ? parsed === true : Array.isArray(parsed) ? parsed.join('\n') : String(parsed);
  }),
});

// A port of one system is no port of another: numbers and choices start from the new type's defaults.
const carriedInput = (values: ConnectorFormValues, field: FieldDefinition): FieldInput => {
  const written = values.configuration[field.key];
  return field.kind === 'text' && typeof written === 'string' && written !== '' ? written : defaultInput(field);
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What is sent for a control; null where it holds nothing. A number that is none stays text: main says what is wrong. */
const sentValue = (field: FieldDefinition, input: FieldInput): ConfigurationPatch[string] => {
  if (typeof input === 'boolean') return input;
  if (typeof input === 'object') return { fileToken: input.fileToken };
  const text = input.trim();
  if (text === '') return null;
  if (field.kind === 'list') return linesOf(input);
  if (field.kind === 'number') return Number.isFinite(Number(text)) ? Number(text) : text;
  return text;
};

const sameInput = (one: FieldInput | undefined, other: FieldInput | undefined): boolean =>
  typeof one === 'object' && typeof other === 'object' ? one.fileToken === other.fileToken : one === other;

const changedSecrets = (values: ConnectorFormValues): SecretsPatch => {
  const changed: SecretsPatch = {};
  for (const [key, input] of Object.entries(values.secrets)) {
    if (input.kind === 'set' && input.value !== '') changed[key] = input.value;
    if (input.kind === 'remove') changed[key] = null;
  }
  return changed;
};

/** The configuration of a new connector: everything that holds something. */
const wholeConfiguration = (type: ConnectorType | undefined, values: ConnectorFormValues): ConfigurationPatch => {
  const whole: ConfigurationPatch = {};
  for (const field of type?.fields ?? []) {
    const input = values.configuration[field.key];
    const sent = input === undefined ? null : sentValue(field, input);
    if (sent !== null) whole[field.key] = sent;
  }
  return whole;
};

/** The fields that differ from what the form started with; null removes one. */
const changedConfiguration = (
  type: ConnectorType | undefined,
  before: ConnectorFormValues,
  after: ConnectorFormValues,
): ConfigurationPatch => {
  const changed: ConfigurationPatch = {};
  for (const field of type?.fields ?? []) {
    const input = after.configuration[field.key];
    if (input !== undefined && !sameInput(before.configuration[field.key], input)) {
      changed[field.key] = sentValue(field, input);
    }
  }
  return changed;
};

const onlyFilled = <Patch extends object>(patch: Patch): Patch | undefined =>
  Object.keys(patch).length > 0 ? patch : undefined;

/** The input of `connectors.create`. Without a tool type it is refused, with what else is missing. */
export const toCreateInput = (
  type: ConnectorType | undefined,
  values: ConnectorFormValues,
  place: { ciId: string; applicationId?: number },
) => ({
  ...place,
  connectorType: values.connectorType,
  connectorName: values.connectorName,
  environment: values.environment,
  notes: values.notes,
  configuration: wholeConfiguration(type, values),
  secrets: onlyFilled(changedSecrets(values)),
  keepForSession: values.keepForSession,
});

const keepsAsBefore = (before: ConnectorFormValues, after: ConnectorFormValues): boolean =>
  after.keepForSession === before.keepForSession &&
  Object.values(changedSecrets(after)).every((value) => value === null);

/** The input of `connectors.update`: only what changed. Where a secret is kept is said with each new one. */
export const toUpdateInput = (
  type: ConnectorType | undefined,
  before: ConnectorFormValues,
  after: ConnectorFormValues,
  connectorId: number,
) => ({
  id: connectorId,
  connectorName: after.connectorName === before.connectorName ? undefined : after.connectorName,
  environment: after.environment === before.environment ? undefined : after.environment,
  notes: after.notes === before.notes ? undefined : after.notes,
  configuration: onlyFilled(changedConfiguration(type, before, after)),
  secrets: onlyFilled(changedSecrets(after)),
  keepForSession: keepsAsBefore(before, after) ? undefined : after.keepForSession,
});

/** The input of `connectors.testDraft`; a stored connector's own secrets and path are used where they are unchanged. */
export const toDraftInput = (
  type: ConnectorType | undefined,
  before: ConnectorFormValues,
  after: ConnectorFormValues,
  place: { ciId: string; applicationId?: number; connectorId?: number },
) => {
  const create = toCreateInput(type, after, place);
  if (place.connectorId === undefined) return create;
  return { ...create, configuration: changedConfiguration(type, before, after) };
};

/** Whether closing the form would lose something. */
export const hasChanges = (before: ConnectorFormValues, after: ConnectorFormValues): boolean =>
  before.connectorName !== after.connectorName ||
  before.environment !== after.environment ||
  before.notes !== after.notes ||
  Object.keys(changedSecrets(after)).length > 0 ||
  Object.keys(after.configuration).some((key) => {
    const input = after.configuration[key];
    return before.connectorType === after.connectorType
      ? !sameInput(before.configuration[key], input)
      : typeof input === 'object';
  });

/** Whether a test with the one would contact the same system the same way as with the other. */
export const sameContact = (one: ConnectorFormValues, other: ConnectorFormValues): boolean =>
  one.connectorType === other.connectorType &&
  one.configuration === other.configuration &&
  one.secrets === other.secrets;

/** The required fields that are empty. Main refuses them too, but names its own and the tool type's one after the other. */
export const missingFields = (type: ConnectorType | undefined, values: ConnectorFormValues): string[] => [
  ...(type ? [] : ['connectorType']),
  ...(values.connectorName.trim() === '' ? ['connectorName'] : []),
  ...(type?.fields ?? [])
    .filter(
      (field) => field.required && !isSecret(field) && sentValue(field, values.configuration[field.key] ?? '') === null,
    )
    .map((field) => field.key),
];

const inputOf = (values: ConnectorFormValues, field: string): unknown =>
  values.configuration[field] ?? values.secrets[field] ?? values[field as keyof ConnectorFormValues];

/** What is left of a refusal since the form was changed: nothing once all its fields were. */
export const remainingError = (
  error: TickmarkError,
  refused: ConnectorFormValues,
  now: ConnectorFormValues,
): TickmarkError | undefined => {
  if (!error.fieldErrors) return error;
  const left = Object.entries(error.fieldErrors).filter(([field]) => inputOf(refused, field) === inputOf(now, field));
  return left.length > 0 ? { ...error, fieldErrors: Object.fromEntries(left) } : undefined;
};
