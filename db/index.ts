/** The store: opening, migrations, repositories. Knows neither Electron nor the rest of main. */
export { canonicalJson } from './canonical-json';
export { sha256 } from './hash';
export * from './names';
export * from './open';
export * from './repositories/analyses';
export * from './repositories/applications';
export * from './repositories/audit-log';
export * from './repositories/connectors';
export * from './repositories/executions';
export * from './repositories/facts';
export * from './repositories/legacy';
export * from './repositories/preferences';
export * from './repositories/purged-evidence';
export * from './repositories/questions';
export * from './repositories/signing-keys';
