import { type Database, nameKey } from '../../db';
import type { LegacyReport } from '../../preload/contract';
import { type ConnectorLookup, type LegacyConnector, lookupKey } from './choose-connector';
import { importAnalyses } from './import-analyses';
import { importApplications } from './import-applications';
import { importConnectors } from './import-connectors';
import { importExecutions } from './import-executions';
import { importQuestions } from './import-questions';
import { createImportState, type ImportPlan, type ImportState } from './import-state';
import { textOf } from './values';

/** The source's connectors as they are here now, by their id there and by both their names. */
const readLookup = ({ db, plan, localKeyOf }: ImportState): ConnectorLookup => {
  const byKey = new Map<string, LegacyConnector>();
  const byName = new Map<string, LegacyConnector>();
  const find = db.prepare<[number], LegacyConnector>(
    `SELECT id, connector_name AS connectorName, connector_type AS connectorType, ci_id AS ciId
     FROM tool_connectors WHERE id = ?`,
  );
  for (const row of plan.data.connectors) {
    const connector = find.get(Number(localKeyOf('connector', textOf(row, 'id')) ?? 0));
    if (!connector) continue;
    byKey.set(textOf(row, 'id'), connector);
    for (const name of [connector.connectorName, textOf(row, 'connector_name')]) {
      const key = lookupKey(connector.ciId, name);
      // Of names that clashed, the first connector has kept its own.
      if (name !== '' && !byName.has(key)) byName.set(key, connector);
    }
  }
  const types = new Set(plan.data.connectors.map((row) => nameKey(textOf(row, 'connector_type'))));
  return { byKey, byName, types };
};

const describe = ({ plan, changedInSource }: ImportState, connectors: LegacyReport['connectors']): string[] => {
  const warnings = [...plan.data.warnings];
  const count = (why: string) => connectors.filter((connector) => connector.why === why).length;
  const generated = count('generated');
  const clashes = count('clash');
  const unsupported = plan.connectors.filter(({ isSupported }) => !isSupported);
  const types = [...new Set(unsupported.map(({ connectorType }) => connectorType))].sort();
  const changed = Object.entries(changedInSource).map(([kind, rows]) => `${rows} × ${kind}`);
  if (generated > 0) warnings.push(`Connectors without a name get one, to be looked through afterwards: ${generated}.`);
  if (clashes > 0) warnings.push(`Connectors whose name is taken on their CI get a number behind it: ${clashes}.`);
  if (types.length > 0) {
    const which = `${unsupported.length} (${types.join(', ')})`;
    warnings.push(`Connectors of a type that can’t run here are kept as they are: ${which}.`);
  }
  if (changed.length > 0) {
    warnings.push(`Changed in the source since the last import, and left as it is here: ${changed.join(', ')}.`);
  }
  return warnings;
};

/**
 * Writes what was read from a database of the earlier application into the store. Belongs in one transaction; the
 * secrets of `plan.connectors` are in the keychain by then. Answers the report, which is in the audit log too.
 */
export const writeImport = (db: Database, plan: ImportPlan): LegacyReport => {
  const state = createImportState(db, plan);
  importApplications(state);
  const connectors = importConnectors(state);
  importQuestions(state);
  const lookup = readLookup(state);
  importAnalyses(state, lookup);
  importExecutions(state, lookup);
  const report: LegacyReport = {
    source: plan.data.address,
    counts: state.tally.counts,
    connectors,
    skipped: state.tally.skipped(),
    warnings: describe(state, connectors),
    archive: plan.archive,
  };
  state.log('legacy.imported', 'store', { ...report });
  return report;
};
