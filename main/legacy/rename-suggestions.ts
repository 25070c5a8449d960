import { type Database, listConnectorNameKeys, listGeneratedNames, nameKey } from '../../db';
import type { Configuration, RenameSuggestion } from '../../preload/contract';
import { findToolType } from '../connectors/registry';

/** What says which system it is, the most telling first; then where it lies. */
const placeKeys = ['database', 'service_name', 'sid', 'project_key', 'project_id', 'repository'];
const addressKeys = ['server', 'instance', 'base_url', 'path', 'connect_descriptor'];

const environmentWords: readonly [RegExp, string][] = [
  [/^(non|no)-?(prod|prd)/, 'Non-production'],
  [/^(pre|vor)-?(prod|prd)/, 'Pre-production'],
  [/^(prod|prd|live)/, 'Production'],
  [/^(uat|abn)/, 'UAT'],
  [/^(qa|qs)\d*$/, 'QA'],
  [/^(test|tst)/, 'Test'],
  [/^(stag|stg)/, 'Staging'],
  [/^(dev|entw)/, 'Development'],
  [/^(int|integration)\d*$/, 'Integration'],
  [/^(sandbox|sbx)/, 'Sandbox'],
  [/^(training|schulung|demo)/, 'Training'],
];

/** `sql-nonprod-01` has the words `nonprod`, `01`; `PayrollDEV` the words `payroll`, `dev`. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .flatMap((word, index, words) => (/^(non|no|pre)$/.test(word) ? [`${word}-${words[index + 1] ?? ''}`] : [word]));

const environmentIn = (text: string): string | undefined => {
  const words = wordsOf(text);
  const compound = words.find((word) => /^(non|no|pre)-?(prod|prd)/.test(word));
  for (const word of compound ? [compound] : words) {
    const found = environmentWords.find(([pattern]) => pattern.test(word));
    if (found) return found[1];
  }
  return undefined;
};

const firstValue = (
  configuration: Configuration,
  keys: readonly string[],
): { key: string; value: string } | undefined => {
  for (const key of keys) {
    const value = configuration[key];
    if (value !== undefined && String(value).trim() !== '') return { key, value: String(value).trim() };
  }
  return undefined;
};

/** `https://acme.atlassian.net/jira` is `acme`; `sql-prod-01.corp.example.com` is `sql-prod-01`; an IP address stays. */
const shortAddress = (value: string): string => {
  const host = value.replace(/^[a-z]+:\/\//i, '').split(/[/\\?]/)[0] ?? '';
  if (/^[\d.:[\]]+$/.test(host)) return host;
  return host.split('.')[0] || value;
};

const lastPart = (path: string): string =>
  path
    .split(/[\\/]+/)
    .filter(Boolean)
    .at(-1) ?? path;

const placeOf = ({ key, value }: { key: string; value: string }): string => {
  if (key === 'path') return lastPart(value);
  return addressKeys.includes(key) ? shortAddress(value) : value;
};

interface Reading {
  environment: string | undefined;
  place: string;
  address: string;
  because: string[];
}

/** Environments that the configuration's words name; two that disagree name none. */
const readEnvironment = (configuration: Configuration): Pick<Reading, 'environment' | 'because'> => {
  const named = [...addressKeys, ...placeKeys].flatMap((key) => {
    const value = configuration[key];
    const environment = value === undefined ? undefined : environmentIn(String(value));
    return environment ? [{ key, value: String(value), environment }] : [];
  });
  const [first, ...others] = named;
  if (!first) return { environment: undefined, because: [] };
  const conflict = others.find(({ environment }) => environment !== first.environment);
  if (conflict) {
    const both = `${first.key} “${first.value}” says ${first.environment}, ${conflict.key} “${conflict.value}” says ${conflict.environment}`;
    return { environment: undefined, because: [`${both}: no environment is suggested`] };
  }
  return { environment: first.environment, because: [`${first.key} “${first.value}” names ${first.environment}`] };
};

const read = (configuration: Configuration): Reading => {
  const place = firstValue(configuration, placeKeys);
  const address = firstValue(configuration, addressKeys);
  const { environment, because } = readEnvironment(configuration);
  const shown = place ?? address;
  return {
    environment,
    place: shown ? placeOf(shown) : '',
    address: place && address ? placeOf(address) : '',
    because: [...because, ...(shown ? [`the ${shown.key} is “${shown.value}”`] : [])],
  };
};

const baseOf = (connectorType: string): string =>
  (findToolType(connectorType)?.label ?? connectorType).replace(/ DB$/, '');

const candidatesOf = (connectorType: string, { environment, place, address }: Reading): string[] => {
  const stem = [environment, baseOf(connectorType)].filter(Boolean).join(' ');
  const withPlace = place === '' ? stem : `${stem} (${place})`;
  return address === '' ? [withPlace] : [withPlace, `${stem} (${place} on ${address})`];
};

/** The first candidate that is free on the CI, the last one with a number if none is. */
const firstFree = (candidates: readonly string[], isTaken: (name: string) => boolean): string => {
  const free = candidates.find((candidate) => !isTaken(candidate));
  if (free) return free;
  const stem = candidates.at(-1) ?? '';
  let counter = 2;
  while (isTaken(`${stem} ${counter}`)) counter += 1;
  return `${stem} ${counter}`;
};

/**
 * For each connector whose name was made up, a better one from what its configuration says. All of them can be taken at
 * once: none is taken on its CI, and no two are the same.
 */
export const suggestNames = (db: Database): RenameSuggestion[] => {
  const taken = new Set(listConnectorNameKeys(db).map(({ ciId, nameKey: known }) => `${ciId}\n${known}`));
  return listGeneratedNames(db).map(({ id, ciId, connectorName, connectorType, configuration }) => {
    const reading = read(configuration);
    if (reading.because.length === 0) {
      const because = 'nothing in its configuration tells it from others';
      return { id, connectorName, suggestion: connectorName, because };
    }
    const own = nameKey(connectorName);
    const isTaken = (name: string) => nameKey(name) !== own && taken.has(`${ciId}\n${nameKey(name)}`);
    const suggestion = firstFree(candidatesOf(connectorType, reading), isTaken);
    taken.add(`${ciId}\n${nameKey(suggestion)}`);
    return { id, connectorName, suggestion, because: reading.because.join('; ') };
  });
};
