/**
 * The values that cross the bridge. Ids are integers, times ISO 8601 in UTC, cells `string | null`.
 * Each schema is also the source of the type of the same name.
 */
import { z } from 'zod';
import { longestTexts } from './question-columns';

export const errorCodes = [
  'VALIDATION',
  'NOT_FOUND',
  'NOT_AVAILABLE',
  'NAME_TAKEN',
  'KEYCHAIN_UNAVAILABLE',
  'CONNECTION_FAILED',
  'QUERY_REJECTED',
  'QUERY_FAILED',
  'QUERY_TIMEOUT',
  'RATE_LIMITED',
  'TARGET_CHANGED',
  'NEEDS_SELECTION',
  'AMBIGUOUS_CONNECTOR',
  'MISSING_CONNECTOR',
  'UNSUPPORTED_TYPE',
  'PREFLIGHT_STALE',
  'CONFIRMATION_REQUIRED',
  'HAS_EVIDENCE',
  'EVIDENCE_DAMAGED',
  'FILE_REJECTED',
  'TOKEN_EXPIRED',
  'CANCELLED',
  'LOCKED',
  'STORE_UNAVAILABLE',
  'DISK_FULL',
  'INTERNAL',
] as const;

export const connectionFailureReasons = [
  'DNS',
  'REFUSED',
  'TIMEOUT',
  'TLS',
  'AUTH',
  'NO_DATABASE',
  'PROTOCOL',
  'PERMISSION',
] as const;

export const tickmarkError = z.strictObject({
  code: z.enum(errorCodes),
  /** What happened, in a sentence a person can act on. */
  message: z.string(),
  /** What to try next. */
  hint: z.string().optional(),
  /** Why a connection failed; only with CONNECTION_FAILED. */
  reason: z.enum(connectionFailureReasons).optional(),
  /** One message per field of the input, keyed by the field's own name (`connectorName`, `server`, `password`). */
  fieldErrors: z.record(z.string(), z.string()).optional(),
});
export type TickmarkError = z.infer<typeof tickmarkError>;
export type ErrorCode = TickmarkError['code'];
export type ConnectionFailureReason = (typeof connectionFailureReasons)[number];

/** What every bridge call and every service answers. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: TickmarkError };

export const id = z.int().positive();
const count = z.int().nonnegative();
const time = z.iso.datetime();
/** A cell of evidence: its text, or null for the database's NULL. */
export const cell = z.string().nullable();

// Applications and their questions

export const application = z.strictObject({
  id,
  auditName: z.string(),
  name: z.string(),
  ciId: z.string(),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
  status: z.enum(['In Progress', 'Complete']),
  archivedAt: time.nullable(),
  createdAt: time,
});
export type Application = z.infer<typeof application>;

export const questionItem = z.strictObject({
  questionNumber: z.string().max(longestTexts.questionNumber).default(''),
  process: z.string().max(longestTexts.process).default(''),
  subProcess: z.string().max(longestTexts.subProcess).default(''),
  question: z.string().trim().min(1, 'Write the question.').max(longestTexts.question),
});

export const question = z.strictObject({
  questionId: z.string(),
  fileType: z.enum(['primary', 'followup']),
  questionNumber: z.string(),
  process: z.string(),
  subProcess: z.string(),
  question: z.string(),
});
export type Question = z.infer<typeof question>;

/** Which column of a sheet holds what, by the columns' names. */
export const questionMapping = z.strictObject({
  questionNumber: z.string().nullish(),
  process: z.string().nullish(),
  subProcess: z.string().nullish(),
  question: z.string(),
});
export type QuestionMapping = z.infer<typeof questionMapping>;

/** A mapping as it is proposed: without a question column where none could be told. */
export const suggestedMapping = z.strictObject({
  questionNumber: z.string().nullable(),
  process: z.string().nullable(),
  subProcess: z.string().nullable(),
  question: z.string().nullable(),
});
export type SuggestedMapping = z.infer<typeof suggestedMapping>;

export const questionSheet = z.strictObject({
  name: z.string(),
  /** No two the same; a column without a header is named by its letter. */
  columns: z.array(z.string()),
  /** The first lines below the header, each with a cell for every column. */
  sampleRows: z.array(z.array(z.string())),
  /** The number of each of them, as a spreadsheet program numbers its rows. */
  sampleRowNumbers: z.array(count),
  /** Lines below the header. */
  rowCount: count,
  /** As a spreadsheet program numbers its rows; 0 where there is no header. */
  headerRow: count,
  suggestedMapping,
});
export type QuestionSheet = z.infer<typeof questionSheet>;

// Connectors

export const environments = ['production', 'non-production', 'unspecified'] as const;
export const environment = z.enum(environments);
export type Environment = z.infer<typeof environment>;

export const fieldKind = z.enum(['text', 'number', 'boolean', 'select', 'secret', 'path', 'list']);

export const fieldDefinition = z.strictObject({
  key: z.string(),
  label: z.string(),
  kind: fieldKind,
  required: z.boolean(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  placeholder: z.string().optional(),
  help: z.string().optional(),
  /** What a select offers. On a path, the one option is the purpose of `files.pick`; without one: `ca`. */
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
  group: z.enum(['connection', 'authentication', 'tls', 'advanced']),
});
export type FieldDefinition = z.infer<typeof fieldDefinition>;

export const connectorType = z.strictObject({
  type: z.string(),
  label: z.string(),
  description: z.string(),
  /** A word the query editor understands: `postgresql`, `mysql`, `sqlite`, … or `text`. */
  queryLanguage: z.string(),
  queryHelp: z.string(),
  aliases: z.array(z.string()),
  fields: z.array(fieldDefinition),
  /** Files are read, as this computer's user: nobody could give another access that can only read. */
  withoutLogin: z.boolean(),
  /** Whether the tables that a query names can be compared with those that `describeSchema` lists. */
  comparesTables: z.boolean(),
});
export type ConnectorType = z.infer<typeof connectorType>;

/** What a form sends for one field. A path is chosen in main, so it arrives as the token of `files.pick`. */
export const configurationValue = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(2_000)).max(1_000),
  z.strictObject({ fileToken: z.string() }),
  z.null(),
]);
/** What a connector answers for one field; a path is its display path. */
export const storedConfigurationValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
export type Configuration = Record<string, z.infer<typeof storedConfigurationValue>>;

export const connector = z.strictObject({
  id,
  applicationId: id.nullable(),
  ciId: z.string(),
  connectorName: z.string(),
  connectorType: z.string(),
  environment,
  configuration: z.record(z.string(), storedConfigurationValue),
  notes: z.string(),
  secretKeys: z.array(z.string()),
  sessionOnlyKeys: z.array(z.string()),
  status: z.enum(['pending', 'active', 'failed']),
  statusMessage: z.string().nullable(),
  lastTestedAt: time.nullable(),
  /** What the server said it is when it was first met (or last confirmed); null until then. */
  target: z.string().nullable(),
  canWrite: z.boolean().nullable(),
  nameGenerated: z.boolean(),
  createdAt: time,
  updatedAt: time,
});
export type Connector = z.infer<typeof connector>;

/** What a system said of itself, by name: `serverName`, `database`, `version`, `login`, … */
export const identity = z.record(z.string(), z.string());
export type Identity = z.infer<typeof identity>;

export const connectionReport = z.strictObject({
  /** Time from the first packet to a usable session, in milliseconds. */
  latencyMs: z.number(),
  serverVersion: z.string(),
  identity,
  /** One line for people that names the system which answered. */
  target: z.string(),
  /** Whether the login could change data; null where the system does not tell. */
  canWrite: z.boolean().nullable(),
  /** Whether the session was put into the system's own read-only mode. */
  readOnly: z.boolean(),
  warnings: z.array(z.string()),
});
export type ConnectionReport = z.infer<typeof connectionReport>;

export const schemaTable = z.strictObject({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.strictObject({ name: z.string(), type: z.string() })),
});
export type SchemaTable = z.infer<typeof schemaTable>;

// Step 3

export const resolution = z.enum(['selected', 'only-one-of-type', 'needs-selection', 'ambiguous', 'missing']);
export type Resolution = z.infer<typeof resolution>;

export const analysis = z.strictObject({
  applicationId: id,
  questionId: z.string(),
  originalQuestion: z.string(),
  category: z.string(),
  subcategory: z.string(),
  prompt: z.string(),
  query: z.string(),
  /** The tool type chosen for the question; null until one is. */
  toolSuggestion: z.string().nullable(),
  connectorId: id.nullable(),
  connectorName: z.string().nullable(),
  connectorReason: z.string(),
  confidence: z.number().nullable(),
  chosenBy: z.enum(['rule', 'person']).nullable(),
  resolution,
  /** What is against the query on the connector it resolves to, in sentences: the pre-flight's refusal, or tables it lacks. */
  queryProblem: z.string().optional(),
  /** Whether a run of exactly this query on that connector succeeded. */
  hasRun: z.boolean().optional(),
  /** Why the last run of exactly this query on that connector failed. */
  lastFailure: tickmarkError.optional(),
  /** Why no system answers the question, in a person's words; it is not run while it says so. */
  notAnswerable: z.string().optional(),
  updatedAt: time,
});
export type Analysis = z.infer<typeof analysis>;

/** How a recipe's value is written: a text and the items of a list are quoted, names of tables and columns checked. */
export const parameterKinds = ['date', 'number', 'text', 'list', 'identifier'] as const;

export const recipeParameter = z.strictObject({
  /** As it stands in the query: `{{period_start}}`. */
  name: z.string(),
  label: z.string(),
  kind: z.enum(parameterKinds),
  default: z.string().nullable(),
  /** A date that is the application's own unless another is given. */
  defaultFrom: z.enum(['period-start', 'period-end']).nullable(),
});
export type RecipeParameter = z.infer<typeof recipeParameter>;

export const recipe = z.strictObject({
  id: z.string().min(1),
  topic: z.string().min(1).max(100),
  title: z.string().min(1).max(200),
  /** What its result is evidence of. */
  proves: z.string().min(1).max(2_000),
  /** Rights and versions that it needs. */
  needs: z.string().min(1).max(2_000),
  query: z.string().min(1).max(100_000),
  parameters: z.array(recipeParameter).max(50),
});
export type Recipe = z.infer<typeof recipe>;

// Step 4

/** One layer's word on a query: the guard's, the server's, the login's. */
export const guardLayer = z.strictObject({
  layer: z.enum(['guard', 'server', 'login']),
  verdict: z.enum(['allowed', 'refused', 'unknown']),
  reason: z.string(),
});
export const guardReport = z.strictObject({
  verdict: z.enum(['allowed', 'refused']),
  layers: z.array(guardLayer),
});
export type GuardLayer = z.infer<typeof guardLayer>;
export type GuardReport = z.infer<typeof guardReport>;

export const column = z.strictObject({ name: z.string(), type: z.string() });
export type Column = z.infer<typeof column>;

// Looking at evidence

/** A column by its position, from 0, or by its name: where several have it, the first. */
const columnReference = z.union([z.int().nonnegative(), z.string().max(1_000)]);

export const rowSort = z.strictObject({ column: columnReference, direction: z.enum(['ascending', 'descending']) });
export type RowSort = z.infer<typeof rowSort>;

export const rowCondition = z.discriminatedUnion('test', [
  z.strictObject({ column: columnReference, test: z.enum(['is-null', 'is-not-null']) }),
  z.strictObject({
    column: columnReference,
    test: z.enum(['contains', 'starts-with', 'equals', 'greater', 'less']),
    value: z.string().max(10_000),
  }),
]);
export type RowCondition = z.infer<typeof rowCondition>;

export const rowFilter = z.strictObject({
  /** Found in any cell, upper and lower case alike. */
  text: z.string().max(1_000).optional(),
  /** All of these hold. */
  conditions: z.array(rowCondition).max(50).optional(),
});
export type RowFilter = z.infer<typeof rowFilter>;

/** What a column of evidence holds. */
export const columnSummary = z.strictObject({
  name: z.string(),
  type: z.string(),
  /** How its cells were read. */
  kind: z.enum(['number', 'date', 'text']),
  count,
  nullCount: count,
  /** Cells of an empty text, which is not NULL. */
  emptyCount: count,
  /** Cells of a column of numbers or dates that are none. */
  otherCount: count,
  distinctCount: count,
  /** False where `distinctCount` is an estimate. */
  distinctExact: z.boolean(),
  minimum: z.string().nullable(),
  maximum: z.string().nullable(),
  /** Length in characters of the shortest and the longest cell that is not NULL. */
  shortest: count.nullable(),
  longest: count.nullable(),
  topValues: z.array(z.strictObject({ value: z.string(), count })),
  /** False where the counts of `topValues` are lower bounds. */
  topExact: z.boolean(),
  /** Of numbers, and of dates in seconds since 1970 in UTC: cells from `from` to less than `to`. Empty for texts. */
  distribution: z.array(z.strictObject({ from: z.number(), to: z.number(), count })),
});
export type ColumnSummary = z.infer<typeof columnSummary>;

export const sampleRequest = z.strictObject({
  executionId: id,
  size: z.int().min(1, 'At least one row.').max(10_000, 'At most 10,000 rows.'),
  seed: z.string().min(1, 'Give a seed.').max(200),
  /** How rows are drawn; see docs/evidence.md. */
  method: z.enum(['random', 'systematic']),
});
export type SampleRequest = z.infer<typeof sampleRequest>;

const numberedRow = z.strictObject({
  /** Row of its evidence, from 1. */
  rowNumber: z.int().positive(),
  cells: z.array(cell),
});

export type NumberedRow = z.infer<typeof numberedRow>;

export const evidenceSample = z.strictObject({
  columns: z.array(column),
  rows: z.array(numberedRow),
  /** Rows that were sampled from. */
  population: count,
  seed: z.string(),
  method: sampleRequest.shape.method,
});
export type EvidenceSample = z.infer<typeof evidenceSample>;

const rowsOfOneSide = z.strictObject({ total: count, rows: z.array(numberedRow) });

/** How two pieces of evidence differ. Cells are in the order of `columns`; null also where that side has no such column. */
export const comparison = z.strictObject({
  /** The columns that both have, then those of the left only, then those of the right only. */
  columns: z.array(z.strictObject({ ...column.shape, side: z.enum(['both', 'left', 'right']) })),
  /** A page of each list, in the order of the evidence. */
  onlyLeft: rowsOfOneSide,
  onlyRight: rowsOfOneSide,
  changed: z.strictObject({
    total: count,
    rows: z.array(
      z.strictObject({ left: numberedRow, right: numberedRow, changedColumns: z.array(z.int().nonnegative()) }),
    ),
  }),
  /** Number of rows that both have alike. */
  same: count,
  /** Keys that more than one row of that side has: their rows are paired in the order of the evidence. */
  duplicateKeys: z.strictObject({ left: count, right: count }),
});
export type Comparison = z.infer<typeof comparison>;

/** How far a long look at evidence is. */
export const lookingProgress = z.strictObject({
  executionId: id,
  /** Rows looked at so far, and of how many. */
  rows: count,
  of: count,
});
export type LookingProgress = z.infer<typeof lookingProgress>;

export const executionStatus = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled', 'interrupted']);
export type ExecutionStatus = z.infer<typeof executionStatus>;

export const truncationCause = z.enum(['rows', 'bytes', 'time', 'cancelled', 'failed', 'interrupted']);
export type TruncationCause = z.infer<typeof truncationCause>;

export const execution = z.strictObject({
  id,
  applicationId: id,
  questionId: z.string(),
  toolType: z.string(),
  connectorId: id.nullable(),
  connectorName: z.string(),
  environment,
  target: z.string().nullable(),
  identity: identity.nullable(),
  connectorFingerprint: z.string(),
  preflightHash: z.string(),
  query: z.string(),
  guard: guardReport,
  status: executionStatus,
  /** Left waiting by an earlier start of the program: a person resumes or cancels it, it never runs by itself. */
  held: z.boolean().optional(),
  columns: z.array(column),
  rowCount: count,
  complete: z.boolean(),
  truncatedBy: truncationCause.optional(),
  /** Why the system itself showed less than was asked for: rows hidden from the login, parts that can't be read. */
  incompleteBecause: z.string().optional(),
  final: z.boolean(),
  imported: z.boolean(),
  bytes: count,
  /** SHA-256 of the evidence file, lower-case hex; null while there is none. */
  sha256: z.string().nullable(),
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
  error: tickmarkError.optional(),
});
export type Execution = z.infer<typeof execution>;

export const preflightItem = z.strictObject({
  questionId: z.string(),
  toolType: z.string().nullable(),
  connectorId: id.nullable(),
  connectorName: z.string().nullable(),
  environment: environment.nullable(),
  target: z.string().nullable(),
  query: z.string(),
  verdict: z.enum(['ready', 'refused']),
  code: z.enum(errorCodes).optional(),
  reasons: z.array(z.string()),
});
export type PreflightItem = z.infer<typeof preflightItem>;

export const executionProgress = z.strictObject({
  executionId: id,
  status: executionStatus,
  rowCount: count,
  bytes: count,
  elapsedMs: count,
  /** The system could not be reached: which try this is, and why the last one failed. */
  retry: z
    .strictObject({ attempt: count, attempts: count, reason: z.enum(connectionFailureReasons).optional() })
    .optional(),
});
export type ExecutionProgress = z.infer<typeof executionProgress>;

// Audit log and the program itself

export const auditEntry = z.strictObject({
  seq: id,
  at: time,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  details: z.record(z.string(), z.unknown()),
  salt: z.string(),
  entryHash: z.string(),
  prevHash: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** A head of the audit log: the number of its entries, the hash of the last, and both in a form for people. */
const logHead = z.strictObject({
  entries: count,
  hash: z.string(),
  /** Six groups of four characters, over entries, hash and public key. */
  fingerprint: z.string(),
  signedAt: time,
  keyId: z.string(),
});

export const signedHead = z.strictObject({
  ...logHead.shape,
  /** Ed25519, base64. */
  signature: z.string(),
  /** PEM. */
  publicKey: z.string(),
});

/** Something that is wrong with a pack or a checkpoint, and the file, row or entry that it is about. */
export const proofProblem = z.strictObject({ where: z.string(), message: z.string() });

export const checkpointVerdict = z.strictObject({
  valid: z.boolean(),
  problems: z.array(proofProblem),
  /** What the checkpoint states; null where it can't be read. */
  head: logHead.nullable(),
  /** Entries that the log has had since. */
  entriesSince: count,
});

export const packVerdict = z.strictObject({
  valid: z.boolean(),
  problems: z.array(proofProblem),
  fileName: z.string(),
  /** SHA-256 of the pack itself. */
  sha256: z.string(),
  checked: z.strictObject({
    files: count,
    executions: count,
    rows: count,
    entries: count,
    head: z.string(),
    /** Evidence files with columns taken out. */
    redacted: count,
  }),
  /** Whose key signed; null where no signature holds. `own`: a key of this installation. */
  signedBy: z.strictObject({ keyId: z.string(), fingerprint: z.string(), own: z.boolean() }).nullable(),
  /** What the pack says of itself; null where its manifest can't be read. */
  about: z
    .strictObject({
      auditName: z.string(),
      name: z.string(),
      ciId: z.string(),
      exportedAt: z.string(),
      exportedBy: z.string(),
      appVersion: z.string(),
    })
    .nullable(),
  /** How many of the audit's questions got how far; packs of before do not tell. */
  questions: z
    .strictObject({
      total: count,
      /** With a whole result that is marked final, or one that is not. */
      final: count,
      notFinal: count,
      notAnswerable: count,
      /** None of these. */
      open: count,
    })
    .optional(),
});

// Databases of the earlier application

const legacyCount = z.strictObject({
  /** Rows that came, or would come. */
  imported: count,
  /** Rows of an earlier import of the same database; they are left as they are here. */
  present: count,
  skipped: count,
});
export const legacyCounts = z.strictObject({
  applications: legacyCount,
  questions: legacyCount,
  connectors: legacyCount,
  analyses: legacyCount,
  executions: legacyCount,
});
export type LegacyCounts = z.infer<typeof legacyCounts>;

export const legacyPreview = z.strictObject({
  previewToken: z.string(),
  counts: legacyCounts,
  warnings: z.array(z.string()),
});
export type LegacyPreview = z.infer<typeof legacyPreview>;

export const legacyReport = z.strictObject({
  /** Where the source lies, for people. */
  source: z.string(),
  counts: legacyCounts,
  connectors: z.array(
    z.strictObject({
      id,
      ciId: z.string(),
      connectorType: z.string(),
      /** The name in the source; null where it had none. */
      from: z.string().nullable(),
      to: z.string(),
      why: z.enum(['kept', 'generated', 'clash']),
      /** Fields whose secrets went to the keychain. */
      secretKeys: z.array(z.string()),
    }),
  ),
  skipped: z.array(
    z.strictObject({ table: z.string(), reason: z.string(), rows: count, examples: z.array(z.string()) }),
  ),
  warnings: z.array(z.string()),
  /** Where the tables lie that were not imported. */
  archive: z.strictObject({ path: z.string(), rows: count }).nullable(),
});
export type LegacyReport = z.infer<typeof legacyReport>;

export const renameSuggestion = z.strictObject({
  id,
  connectorName: z.string(),
  suggestion: z.string(),
  because: z.string(),
});
export type RenameSuggestion = z.infer<typeof renameSuggestion>;

export const storeStatus = z.strictObject({
  /**
   * `upgrading`: a store of an earlier version is being brought to this one; `upgrade-stopped`: that did not come about;
   * `entries-missing`: changes that were acknowledged are gone, and `reopenStore` goes on without them.
   */
  state: z.enum([
    'ready',
    'locked',
    'newer',
    'damaged',
    'entries-missing',
    'migration-failed',
    'unavailable',
    'upgrading',
    'upgrade-stopped',
  ]),
  message: z.string(),
  hint: z.string().optional(),
  /** Whether store and evidence are encrypted at rest, and whether a passphrase is asked for. */
  encryption: z.strictObject({ state: z.enum(['off', 'on', 'turning-off']), passphrase: z.boolean() }),
  dataFolder: z.string(),
  backups: z.array(z.strictObject({ fileName: z.string(), createdAt: time, bytes: count })),
  /**
   * While secrets that came many at a time wait, sealed, for the keychain to take them; `unreadable` are those that can't be
   * opened any more, and `paused` tells that the keychain does not take them at present.
   */
  secretsUnderWay: z.strictObject({ waiting: count, total: count, unreadable: count, paused: z.boolean() }).optional(),
});
export type StoreStatus = z.infer<typeof storeStatus>;

/** What the menus of the window can ask of its page. */
export const appCommand = z.enum([
  'palette',
  'new-audit',
  'open-demo',
  'back',
  'forward',
  'audits',
  'overview',
  'step-1',
  'step-2',
  'step-3',
  'step-4',
  'step-5',
  'connectors',
  'audit-log',
  'theme-system',
  'theme-light',
  'theme-dark',
  'shortcuts',
  'tour',
  'help',
  'verify-pack',
  'opened-pack',
  'about',
]);
export type AppCommand = z.infer<typeof appCommand>;

export const preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', 'en', 'de']),
  /** Whether the system tells of runs that ended while the window was away. */
  notifyOfRuns: z.boolean(),
  /** Limits of one run; evidence cut by one says so. */
  maximumRows: z.int().min(1).max(1_000_000_000),
  maximumMegabytes: z.int().min(1).max(1_000_000),
  maximumMinutes: z.int().min(1).max(1_440),
  /** Minutes without a key or a move of the mouse after which Tickmark locks itself; 0: never. */
  lockAfterMinutes: z.int().min(0).max(480),
  /** Whether Tickmark locks itself when the screen is locked or the computer is put to sleep. */
  lockWithScreen: z.boolean(),
});
export type Preferences = z.infer<typeof preferences>;

export const appInfo = z.strictObject({
  version: z.string(),
  electronVersion: z.string(),
  platform: z.string(),
  dataFolder: z.string(),
  keychainService: z.string(),
  keychain: z.strictObject({ available: z.boolean(), error: tickmarkError.optional() }),
});
export type AppInfo = z.infer<typeof appInfo>;
