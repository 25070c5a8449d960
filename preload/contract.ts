/**
 * The bridge, described once. Main's handlers, the preload and the renderer's client are derived from this table:
 * `window.tickmark.<area>.<method>(input)` resolves to `{ ok: true, value }` or `{ ok: false, error }` and never rejects.
 */
import { z } from 'zod';
import { channelName } from './channel-name';
import {
  analysis,
  appCommand,
  appInfo,
  application,
  auditEntry,
  cell,
  checkpointVerdict,
  column,
  columnSummary,
  comparison,
  configurationValue,
  connectionReport,
  connector,
  connectorType,
  environment,
  errorCodes,
  evidenceSample,
  execution,
  executionProgress,
  id,
  legacyPreview,
  legacyReport,
  lookingProgress,
  packVerdict,
  preferences,
  preflightItem,
  question,
  questionItem,
  questionMapping,
  questionSheet,
  type Result,
  recipe,
  renameSuggestion,
  rowFilter,
  rowSort,
  sampleRequest,
  schemaTable,
  signedHead,
  storeStatus,
  suggestedMapping,
} from './models';

export * from './confidence';
export * from './group-by';
export * from './models';
export * from './question-columns';
export * from './question-plan';

const nothing = z.strictObject({}).optional();
const byId = z.strictObject({ id });
const byApplication = z.strictObject({ applicationId: id });
const byExecution = z.strictObject({ executionId: id });
/** Two executions, and the names of the columns that tell a row from the others; none means the whole row. */
const comparedPair = { leftId: id, rightId: id, key: z.array(z.string()).max(100) };
const savedRows = z.strictObject({ fileName: z.string(), rows: z.int(), sha256: z.string() });
const pickedFile = z.strictObject({ fileToken: z.string(), displayPath: z.string() });
const byFile = z.strictObject({ fileToken: z.string() });

const name = (what: string) => z.string().trim().min(1, `Give the ${what}.`).max(200, `At most 200 characters.`);
const date = z.iso.date('Write the date as YYYY-MM-DD.').nullable();

const applicationFields = {
  auditName: name('audit a name'),
  name: name('application a name'),
  ciId: name('CI'),
  startDate: date.default(null),
  endDate: date.default(null),
};

const connectorFields = {
  connectorName: name('connector a name'),
  environment: environment.optional(),
  configuration: z.record(z.string(), configurationValue),
  secrets: z.record(z.string(), z.string().min(1).max(100_000).nullable()).optional(),
  notes: z.string().max(20_000).optional(),
  keepForSession: z.boolean().optional(),
};

const connectorDraft = {
  ...connectorFields,
  ciId: name('CI'),
  applicationId: id.nullish(),
  connectorType: z.string().min(1, 'Choose a tool type.'),
};

/** A row as spreadsheet programs number them; 0 for a table without a header. */
const headerRow = z.int().min(0).max(1_048_576);

const passphrase = z.string().min(8, 'At least 8 characters.').max(1_000, 'At most 1,000 characters.');

const range = { offset: z.int().nonnegative(), limit: z.int().min(1).max(10_000) };

const startedRuns = z.strictObject({
  started: z.array(z.strictObject({ executionId: id, questionId: z.string() })),
  refused: z.array(z.strictObject({ questionId: z.string(), code: z.enum(errorCodes), message: z.string() })),
});

const method = <Input extends z.ZodType, Value extends z.ZodType>(input: Input, value: Value) => ({ input, value });
/** A file that was dropped on the window: the preload asks Electron for its path, which the page never sees or says. */
const fromFile = <Value extends z.ZodType>(value: Value) => ({
  input: z.strictObject({ path: z.string().min(1, 'This is no file of this computer.') }),
  value,
  fromFile: true as const,
});
const event = <Payload extends z.ZodType>(payload: Payload) => ({ payload });

export const contract = {
  files: {
    pick: method(
      z.strictObject({ purpose: z.enum(['questions', 'sqlite', 'folder', 'ca', 'legacy', 'pack', 'checkpoint']) }),
      pickedFile.nullable(),
    ),
    dropped: fromFile(pickedFile),
    /** The pack that the operating system asked Tickmark to open, once; `onCommand` says `opened-pack` when one comes. */
    opened: method(nothing, pickedFile.nullable()),
    /** Shows the file in the operating system's file manager, where there is one. */
    showInFolder: method(byFile, z.null()),
  },
  applications: {
    list: method(z.strictObject({ includeArchived: z.boolean().optional() }).optional(), z.array(application)),
    create: method(z.strictObject(applicationFields), application),
    update: method(
      z.strictObject({
        id,
        auditName: applicationFields.auditName.optional(),
        name: applicationFields.name.optional(),
        ciId: applicationFields.ciId.optional(),
        startDate: date.optional(),
        endDate: date.optional(),
        status: application.shape.status.optional(),
      }),
      application,
    ),
    archive: method(byId, application),
    remove: method(byId, z.strictObject({ connectorsMovedTo: id.nullable(), connectorsRemoved: z.int() })),
    purge: method(
      byId,
      z.strictObject({
        evidenceDestroyed: z.int(),
        /** Files that the disk did not let go; they are destroyed at the next start. */
        filesLeft: z.int(),
        connectorsMovedTo: id.nullable(),
        connectorsRemoved: z.int(),
      }),
    ),
  },
  connectorTypes: {
    list: method(nothing, z.array(connectorType)),
    parse: method(
      z.strictObject({ text: z.string().max(20_000) }),
      z.strictObject({ connectorType: z.string(), configuration: connector.shape.configuration }),
    ),
  },
  connectors: {
    listCis: method(nothing, z.array(z.strictObject({ ciId: z.string(), applications: z.int(), connectors: z.int() }))),
    listByCi: method(
      z.strictObject({ ciId: z.string() }),
      z.strictObject({
        ciId: z.string(),
        groups: z.array(z.strictObject({ connectorType: z.string(), connectors: z.array(connector) })),
      }),
    ),
    get: method(byId, connector),
    create: method(z.strictObject(connectorDraft), connector),
    update: method(
      z.strictObject({
        id,
        connectorName: connectorFields.connectorName.optional(),
        environment: connectorFields.environment,
        configuration: connectorFields.configuration.optional(),
        secrets: connectorFields.secrets,
        notes: connectorFields.notes,
        keepForSession: connectorFields.keepForSession,
      }),
      connector,
    ),
    duplicate: method(z.strictObject({ id, connectorName: connectorFields.connectorName }), connector),
    remove: method(byId, z.strictObject({ affectedAnalyses: z.int() })),
    keepName: method(byId, connector),
    usage: method(
      byId,
      z.strictObject({
        analyses: z.array(z.strictObject({ applicationId: id, questionId: z.string() })),
        executions: z.int(),
      }),
    ),
    test: method(byId, connectionReport),
    testDraft: method(z.strictObject({ ...connectorDraft, connectorId: id.optional() }), connectionReport),
    confirmTarget: method(z.strictObject({ id, target: z.string() }), connector),
    describeSchema: method(byId, z.strictObject({ tables: z.array(schemaTable) })),
    /** A test or a run has met a connector's system, or could not; also one that nobody in the window asked for. */
    onMet: event(byId),
  },
  questions: {
    readFile: method(
      z.strictObject({ ...byFile.shape, sheet: z.string().optional(), headerRow: headerRow.optional() }),
      z.strictObject({
        fileName: z.string(),
        sheets: z.array(questionSheet).min(1),
        suggestedSheet: z.string(),
        /** That of the suggested sheet. */
        suggestedMapping,
      }),
    ),
    import: method(
      z.strictObject({
        applicationId: id,
        fileToken: z.string(),
        sheet: z.string(),
        headerRow: headerRow.optional(),
        mapping: questionMapping,
        fileType: question.shape.fileType,
      }),
      z.strictObject({
        imported: z.int(),
        updated: z.int(),
        /** The columns in which a question was changed. */
        updatedColumns: z.array(questionItem.keyof()),
        unchanged: z.int(),
        skipped: z.array(z.strictObject({ row: z.int(), reason: z.string() })),
      }),
    ),
    add: method(
      z.strictObject({ applicationId: id, items: z.array(questionItem).min(1).max(50_000) }),
      z.array(question),
    ),
    list: method(byApplication, z.array(question)),
    remove: method(
      z.strictObject({ applicationId: id, questionIds: z.array(z.string()).min(1).max(50_000) }),
      z.array(question),
    ),
  },
  analyses: {
    suggest: method(
      z.strictObject({ applicationId: id, questionIds: z.array(z.string()).optional() }),
      z.array(analysis),
    ),
    /** All of them, or those that would run on one connector. */
    list: method(z.strictObject({ applicationId: id, connectorId: id.optional() }), z.array(analysis)),
    save: method(
      z.strictObject({
        applicationId: id,
        items: z
          .array(
            z.strictObject({
              questionId: z.string(),
              toolSuggestion: z.string().nullable(),
              connectorId: id.nullable(),
              prompt: z.string().max(100_000).optional(),
              query: z.string().max(1_000_000).optional(),
              /** Why no system answers the question; null takes that back. */
              notAnswerable: z.string().trim().min(1, 'Give the reason.').max(2_000).nullish(),
            }),
          )
          .min(1)
          .max(50_000),
      }),
      z.array(analysis),
    ),
  },
  recipes: {
    list: method(z.strictObject({ connectorType: z.string(), topic: z.string().optional() }), z.array(recipe)),
    fill: method(
      z.strictObject({
        applicationId: id,
        connectorType: z.string(),
        recipeId: z.string(),
        values: z.record(z.string(), z.string().max(2_000)).optional(),
      }),
      z.strictObject({ query: z.string(), missing: z.array(z.string()) }),
    ),
  },
  executions: {
    preflight: method(
      z.strictObject({
        applicationId: id,
        questionIds: z.array(z.string()).max(50_000).optional(),
        overrides: z
          .array(z.strictObject({ questionId: z.string(), connectorId: id }))
          .max(50_000)
          .optional(),
      }),
      z.strictObject({ preflightToken: z.string(), items: z.array(preflightItem) }),
    ),
    start: method(
      z.strictObject({ preflightToken: z.string(), confirmProduction: z.boolean().optional() }),
      startedRuns,
    ),
    cancel: method(byExecution, execution),
    get: method(byExecution, execution),
    list: method(byApplication, z.array(execution)),
    resumeQueue: method(byApplication, startedRuns),
    rows: method(
      z.strictObject({
        ...byExecution.shape,
        ...range,
        sort: z.array(rowSort).max(8).optional(),
        filter: rowFilter.optional(),
      }),
      z.strictObject({
        columns: z.array(column),
        rows: z.array(z.array(cell)),
        /** Rows that pass the filter; without one, all rows of the evidence. */
        total: z.int(),
        /** Row of the evidence for each of `rows`, from 0. Only where they are sorted or filtered. */
        rowNumbers: z.array(z.int()).optional(),
      }),
    ),
    summary: method(byExecution, z.strictObject({ rowCount: z.int(), columns: z.array(columnSummary) })),
    sample: method(sampleRequest, evidenceSample),
    exportSample: method(sampleRequest, savedRows.nullable()),
    compare: method(
      z.strictObject({
        ...comparedPair,
        /** Of each list. */
        offset: range.offset.default(0),
        limit: range.limit.default(100),
      }),
      comparison,
    ),
    /** All rows that differ, as CSV where the person chooses; null when they cancel. */
    exportComparison: method(z.strictObject(comparedPair), savedRows.nullable()),
    onLookingProgress: event(lookingProgress),
    onProgress: event(executionProgress),
  },
  evidence: {
    exportPack: method(
      z.strictObject({
        applicationId: id,
        redact: z.array(z.strictObject({ executionId: id, columns: z.array(z.string()) })).optional(),
      }),
      z
        .strictObject({
          fileName: z.string(),
          files: z.int(),
          sha256: z.string(),
          /** Where the person chose to put it. */
          displayPath: z.string().optional(),
          /** For `verifyPack`, as `files.pick` would give it. */
          fileToken: z.string().optional(),
          /** What the client compares: the one that `verifyPack` tells, and the report in the pack. */
          fingerprint: z.string().optional(),
        })
        .nullable(),
    ),
    verifyPack: method(byFile, packVerdict),
    markFinal: method(byExecution, execution),
  },
  auditLog: {
    list: method(
      z
        .strictObject({
          applicationId: id.optional(),
          connectorId: id.optional(),
          /** One action (`connector.created`), or all of a kind (`connector`). */
          action: z.string().max(100).optional(),
          actor: z.string().max(200).optional(),
          /** From this moment on, and before that one. */
          from: z.iso.datetime().optional(),
          until: z.iso.datetime().optional(),
          text: z.string().max(200).optional(),
          beforeSeq: id.optional(),
          afterSeq: z.int().nonnegative().optional(),
          limit: z.int().min(1).max(1_000).optional(),
        })
        .optional(),
      z.array(auditEntry),
    ),
    verify: method(nothing, z.strictObject({ valid: z.boolean(), entries: z.int(), firstBadSeq: id.optional() })),
    head: method(nothing, signedHead),
    saveCheckpoint: method(nothing, z.strictObject({ fileName: z.string() }).nullable()),
    checkCheckpoint: method(byFile, checkpointVerdict),
  },
  legacy: {
    preview: method(
      z.union([
        z.strictObject({
          kind: z.literal('postgres'),
          server: z.string().trim().min(1, 'Give the server.').max(500),
          port: z.int().min(1).max(65_535),
          database: z.string().trim().min(1, 'Give the database.').max(200),
          username: z.string().trim().min(1, 'Give the user name.').max(200),
          password: z.string().max(100_000),
          encrypt: z.boolean(),
        }),
        z.strictObject({ kind: z.literal('sqlite'), fileToken: z.string() }),
      ]),
      legacyPreview,
    ),
    import: method(z.strictObject({ previewToken: z.string() }), legacyReport),
    renameSuggestions: method(nothing, z.array(renameSuggestion)),
  },
  preferences: {
    get: method(nothing, preferences),
    set: method(preferences.partial(), preferences),
  },
  app: {
    info: method(nothing, appInfo),
    openDemo: method(nothing, z.strictObject({ applicationId: id })),
    storeStatus: method(nothing, storeStatus),
    /** Tries again to open a store that can't be used. */
    reopenStore: method(nothing, storeStatus),
    restoreBackup: method(z.strictObject({ fileName: z.string() }), storeStatus),
    lock: method(nothing, storeStatus),
    unlock: method(
      z
        .strictObject({ passphrase: z.string().max(1_000).optional(), recoveryCode: z.string().max(200).optional() })
        .optional(),
      storeStatus,
    ),
    encrypt: method(
      z.strictObject({ passphrase: passphrase.optional() }).optional(),
      z.strictObject({ recoveryCode: z.string() }),
    ),
    decrypt: method(nothing, storeStatus),
    setPassphrase: method(z.strictObject({ passphrase: passphrase.nullable() }), storeStatus),
    renewRecoveryCode: method(nothing, z.strictObject({ recoveryCode: z.string() })),
    onCommand: event(z.strictObject({ command: appCommand })),
  },
};

// What the two sides derive from the table

export type Contract = typeof contract;
export type Area = keyof Contract;
type Method = { input: z.ZodType; value: z.ZodType };
type FromFile = Method & { fromFile: true };
type Event = { payload: z.ZodType };

/** The parsed input that a handler of main receives. */
export type Input<A extends Area, M extends keyof Contract[A]> = Contract[A][M] extends Method
  ? z.output<Contract[A][M]['input']>
  : never;

export type Value<A extends Area, M extends keyof Contract[A]> = Contract[A][M] extends Method
  ? z.output<Contract[A][M]['value']>
  : never;

type BridgeCall<Entry> = Entry extends FromFile
  ? (file: File) => Promise<Result<z.output<Entry['value']>>>
  : Entry extends Method
    ? (
        ...input: undefined extends z.input<Entry['input']>
          ? [input?: z.input<Entry['input']>]
          : [input: z.input<Entry['input']>]
      ) => Promise<Result<z.output<Entry['value']>>>
    : Entry extends Event
      ? (listener: (payload: z.output<Entry['payload']>) => void) => () => void
      : never;

/** `window.tickmark`. */
export type Bridge = { [A in Area]: { [M in keyof Contract[A]]: BridgeCall<Contract[A][M]> } };

/** Main's side: one handler per method; events are sent, not handled. */
export type Handlers = {
  [A in Area]: {
    [M in keyof Contract[A] as Contract[A][M] extends Method ? M : never]: (
      input: Input<A, M>,
    ) => Promise<Result<Value<A, M>>> | Result<Value<A, M>>;
  };
};

/** Every entry of the table, for the code that walks it. */
export const contractEntries = Object.entries(contract).flatMap(([area, methods]) =>
  Object.entries(methods).map(([methodName, entry]) => ({
    area,
    method: methodName,
    entry: entry as Method | FromFile | Event,
  })),
);

/** What the preload has to know of an entry: its channel, and what goes over it. */
export interface BridgeEntry {
  area: string;
  method: string;
  channel: string;
  kind: 'call' | 'file' | 'event';
}

/** The table without its schemas. The build writes it into the preload, which would else build all of them in each window. */
export const bridgeEntries = contractEntries.map(
  ({ area, method, entry }): BridgeEntry => ({
    area,
    method,
    channel: channelName(area, method),
    kind: 'payload' in entry ? 'event' : 'fromFile' in entry ? 'file' : 'call',
  }),
);
