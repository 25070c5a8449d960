/**
 * The program that reads a database of the earlier application and writes what was read into the store, so that the
 * window never waits for either. Between the two steps of an import the secrets are in its memory and nowhere else.
 */
import { openParentPort } from '../processes/parent-port';
import { serveOperations } from '../processes/requests';
import { createImporter } from './importer';
import { createUpgrader } from './upgrade';

const importer = createImporter();
const upgrader = createUpgrader();

const operations = {
  preview: importer.preview,
  prepare: importer.prepare,
  commit: importer.commit,
  discard: importer.discard,
  prepareUpgrade: upgrader.prepareUpgrade,
  commitUpgrade: upgrader.commitUpgrade,
};
export type LegacyOperations = typeof operations;

serveOperations(openParentPort(), operations);
