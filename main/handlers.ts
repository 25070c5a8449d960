import type { Handlers } from '../preload/contract';
import { toolTypes } from './connectors/registry';
import type { Dialogs } from './files/dialogs';
import type { FileTokens } from './files/file-tokens';
import { createShowInFolder } from './files/shown-file';
import { type Failure, success } from './result';
import type { Services } from './services';
import { parseConnectionText } from './services/connection-text';

const listConnectorTypes: Handlers['connectorTypes']['list'] = () =>
  success(
    toolTypes.map(({ type, label, description, queryLanguage, queryHelp, aliases, fields, ...rest }) => ({
      type,
      label,
      description,
      queryLanguage,
      queryHelp,
      aliases,
      fields,
      withoutLogin: rest.withoutLogin ?? false,
      comparesTables: rest.tablesNamed !== undefined,
    })),
  );

const pickFile =
  (dialogs: Pick<Dialogs, 'pickPath'>, fileTokens: FileTokens): Handlers['files']['pick'] =>
  async ({ purpose }) => {
    const path = await dialogs.pickPath(purpose);
    return success(path === null ? null : { fileToken: fileTokens.issue(path), displayPath: path });
  };

const takeDroppedFile =
  (fileTokens: FileTokens): Handlers['files']['dropped'] =>
  ({ path }) =>
    success({ fileToken: fileTokens.issue(path), displayPath: path });

const takeOpenedFile =
  (takeOpenedPack: () => string | null, fileTokens: FileTokens): Handlers['files']['opened'] =>
  () => {
    const path = takeOpenedPack();
    return success(path === null ? null : { fileToken: fileTokens.issue(path), displayPath: path });
  };

/** What the window is given of the computer's files: ways to choose one, to be handed one and to show one. */
export interface FileAccess {
  dialogs: Pick<Dialogs, 'pickPath'>;
  /** The pack that the operating system asked to open and that was not looked at yet. */
  takeOpenedPack(): string | null;
  /** In the operating system's file manager. */
  showInFolder(path: string): void;
}

/** Every call of the contract while the store is open, and the service that answers it. */
export const createHandlers = (
  services: Services,
  app: Handlers['app'],
  fileTokens: FileTokens,
  { dialogs, takeOpenedPack, showInFolder }: FileAccess,
): Handlers => {
  const { applications, connectors, connections, questions, questionImport, analyses } = services;
  const { preflights, executions, evidence, evidenceViews, auditLog, legacy, preferences } = services;
  const { recipes, suggestions } = services;
  return {
    files: {
      pick: pickFile(dialogs, fileTokens),
      dropped: takeDroppedFile(fileTokens),
      opened: takeOpenedFile(takeOpenedPack, fileTokens),
      showInFolder: createShowInFolder(showInFolder, fileTokens),
    },
    applications: {
      list: applications.list,
      create: applications.create,
      update: applications.update,
      archive: applications.archive,
      remove: applications.remove,
      purge: services.purge,
    },
    connectorTypes: { list: listConnectorTypes, parse: parseConnectionText },
    connectors: {
      listCis: connectors.listCis,
      listByCi: connectors.listByCi,
      get: connectors.get,
      create: connectors.create,
      update: connectors.update,
      duplicate: connectors.duplicate,
      remove: connectors.remove,
      keepName: connectors.keepName,
      usage: connectors.usage,
      test: connections.test,
      testDraft: connections.testDraft,
      confirmTarget: connections.confirmTarget,
      describeSchema: connections.describeSchema,
    },
    questions: {
      readFile: questionImport.readFile,
      import: questionImport.import,
      add: questions.add,
      list: questions.list,
      remove: questions.remove,
    },
    analyses: { suggest: suggestions.suggest, list: analyses.list, save: analyses.save },
    recipes: { list: recipes.list, fill: recipes.fill },
    executions: {
      preflight: preflights.preflight,
      start: executions.start,
      cancel: executions.cancel,
      get: executions.get,
      list: executions.list,
      resumeQueue: executions.resumeQueue,
      rows: evidenceViews.rows,
      summary: evidenceViews.summary,
      sample: evidenceViews.sample,
      exportSample: evidenceViews.exportSample,
      compare: evidenceViews.compare,
      exportComparison: evidenceViews.exportComparison,
    },
    evidence: { exportPack: evidence.exportPack, verifyPack: evidence.verifyPack, markFinal: services.markFinal },
    auditLog: {
      list: auditLog.list,
      verify: auditLog.verify,
      head: auditLog.head,
      saveCheckpoint: auditLog.saveCheckpoint,
      checkCheckpoint: auditLog.checkCheckpoint,
    },
    legacy,
    preferences: { get: preferences.get, set: preferences.set },
    app,
  };
};

/** While the store can't be used, only the calls of `app` that say why and help are answered. */
export const createHandlersWithoutStore = (app: Handlers['app'], refusal: Failure): Handlers => {
  const refuseArea = new Proxy({}, { get: () => () => refusal });
  const handlers: Record<string, unknown> = { app };
  return new Proxy(handlers, { get: (target, area) => target[String(area)] ?? refuseArea }) as unknown as Handlers;
};

/** While the store is being opened: every call waits for the handlers that come. */
export const createWaitingHandlers = (coming: Promise<Handlers>): Handlers => {
  type AnyHandlers = Record<string, Record<string, (input: unknown) => unknown>>;
  const waitingArea = (area: string) =>
    new Proxy(
      {},
      {
        get: (_, method) => async (input: unknown) =>
          ((await coming) as unknown as AnyHandlers)[area]?.[String(method)]?.(input),
      },
    );
  return new Proxy({}, { get: (_, area) => waitingArea(String(area)) }) as unknown as Handlers;
};
