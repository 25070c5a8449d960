import type { Configuration } from '../../../preload/contract';

// Configuration keys mean the same in every tool type that has them, so an address needs no knowledge of types.
const hostKeys = ['server', 'base_url', 'instance', 'connect_descriptor', 'path'];
const placeKeys = ['database', 'service_name', 'sid', 'project_key', 'project_id', 'repository'];

const firstText = (configuration: Configuration, keys: string[]): string => {
  for (const key of keys) {
    const value = configuration[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
};

const hostOf = (configuration: Configuration): string => {
  const host = firstText(configuration, hostKeys);
  const port = configuration.port;
  const instance = configuration.instance_name;
  if (host === '') return '';
  if (typeof instance === 'string' && instance !== '') return `${host}\\${instance}`;
  return port === undefined || port === '' ? host : `${host}:${port}`;
};

const keptSegments = 2;

/** A long path by its end, where files differ: `…/demo/production.db`. Other texts stay as they are. */
export const shortenPath = (text: string): string => {
  if (!/^(\/|\\\\|[A-Za-z]:[\\/])/.test(text)) return text;
  const separator = text.includes('\\') ? '\\' : '/';
  const segments = text.split(separator).filter(Boolean);
  return segments.length <= keptSegments + 1 ? text : ['…', ...segments.slice(-keptSegments)].join(separator);
};

/** Of a target its address, without what else the system said of itself. */
export const addressOf = (target: string): string => target.split(' · ')[0] ?? target;

/** Where a configuration points, in words, for a connector that has not met its system yet: `sql-prod-01:5432 / AuditDB`. */
export const describeConfiguredAddress = (configuration: Configuration): string =>
  [hostOf(configuration), firstText(configuration, placeKeys)].filter(Boolean).join(' / ');
