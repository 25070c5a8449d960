import { ciKey, displayName, type NewConnector } from '../../db';
import { findToolType } from '../connectors/registry';
import { convertConfiguration } from './configuration';
import { createTextScrubber } from './secrets';
import { keptSecretsColumn, type LegacyRow } from './source';
import { jsonOf, textOf, timeOf } from './values';

/** A connector of the source in today's shape, before it has an id and a name that is free. */
export interface ConvertedConnector {
  sourceKey: string;
  /** Of the application that it was made for; empty where there is none. */
  applicationKey: string;
  ciId: string;
  /** As the source has it; empty where it has none. */
  givenName: string;
  connectorType: string;
  isSupported: boolean;
  environment: NewConnector['environment'];
  configuration: NewConnector['configuration'];
  secrets: Record<string, string>;
  notes: string;
  createdAt: string | undefined;
  /** Why its configuration could not be taken over. */
  problem?: string;
}

const unreadField = 'unread_configuration';

const environmentWords: readonly [RegExp, NewConnector['environment']][] = [
  [/^(non-?prod(uction)?|dev(elopment)?|test|qa|uat|stag(e|ing)|int(egration)?)$/, 'non-production'],
  [/^(prod(uction)?|prd|live)$/, 'production'],
];

/** Only what a person wrote as the environment counts; a guess could call production harmless. */
const environmentOf = (configuration: object): NewConnector['environment'] => {
  const { environment, env } = configuration as Record<string, unknown>;
  const said = String(environment ?? env ?? '')
    .trim()
    .toLowerCase();
  return environmentWords.find(([words]) => words.test(said))?.[1] ?? 'unspecified';
};

const isObject = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const notesOf = (lines: readonly string[]): string =>
  lines.length > 0 ? ['From the earlier application:', ...lines].join('\n') : '';

/** Text that is no JSON may hold a secret anywhere: as a whole it goes to the keychain. */
const unreadable = (text: string, toolType: ReturnType<typeof findToolType>) => ({
  configuration: convertConfiguration(toolType, {}).configuration,
  secrets: { [unreadField]: text },
  notes: [],
  problem:
    'its configuration is not valid JSON; the text is kept in the keychain as it is, to be entered again by hand',
});

const convert = (row: LegacyRow, toolType: ReturnType<typeof findToolType>) => {
  const read = jsonOf(row, 'configuration');
  if (read.ok && (read.value === undefined || read.value === null)) return convertConfiguration(toolType, {});
  if (read.ok && isObject(read.value)) {
    return { ...convertConfiguration(toolType, read.value), environment: environmentOf(read.value) };
  }
  return unreadable(textOf(row, 'configuration'), toolType);
};

/** Secrets that stay with the connector when its store is upgraded again from a backup: only their names are there. */
const keptFields = (row: LegacyRow): Record<string, string> => {
  const fields = jsonOf(row, keptSecretsColumn);
  return fields.ok && Array.isArray(fields.value)
    ? Object.fromEntries(fields.value.map((field) => [String(field), inKeychain]))
    : {};
};

/** Stands for a secret that the keychain has already. */
export const inKeychain = '\0in the keychain';

const convertRow = (row: LegacyRow): ConvertedConnector => {
  const givenType = textOf(row, 'connector_type') || 'Unknown';
  const toolType = findToolType(givenType);
  const converted = convert(row, toolType);
  const { configuration, secrets, notes } = converted;
  const clean = createTextScrubber(Object.values(secrets));
  return {
    sourceKey: textOf(row, 'id'),
    applicationKey: textOf(row, 'application_id'),
    ciId: ciKey(row.ci_id ?? ''),
    givenName: displayName(row.connector_name ?? ''),
    connectorType: toolType?.type ?? givenType,
    isSupported: toolType !== undefined,
    environment: 'environment' in converted ? converted.environment : 'unspecified',
    configuration,
    secrets: { ...keptFields(row), ...secrets },
    notes: clean(notesOf(notes)),
    createdAt: timeOf(row, 'created_at'),
    ...('problem' in converted && { problem: converted.problem }),
  };
};

const conversions = new WeakMap<LegacyRow, ConvertedConnector>();

/** Of a row that was asked for before, the same answer: the archive, the plan and the backup all need it. */
export const convertConnector = (row: LegacyRow): ConvertedConnector => {
  const converted = conversions.get(row) ?? convertRow(row);
  conversions.set(row, converted);
  return converted;
};
