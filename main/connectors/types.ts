/**
 * What a tool type is to the rest of the program. A type's folder exports one `ToolType`; the registry lists them.
 * Nothing here knows Electron, so a type runs the same under a plain Node process.
 */
import type {
  Column,
  Configuration,
  ConnectionReport,
  FieldDefinition,
  Identity,
  Result,
  SchemaTable,
  TruncationCause,
} from '../../preload/contract';
import type { ColumnName } from '../guard/columns-named';
import type { TableName } from '../guard/tables-named';
import type { Quoting } from '../recipes/quoting';

/** The guard's word on one query (layer 1 of *Read-only, in layers*). */
export type GuardVerdict = { allowed: true } | { allowed: false; reason: string };

export interface ToolType {
  /** The stored name, e.g. `PostgreSQL DB`. */
  type: string;
  aliases: string[];
  label: string;
  description: string;
  queryLanguage: string;
  queryHelp: string;
  fields: FieldDefinition[];
  /** Keys under which older data holds what a field holds today, the likeliest first. */
  olderKeys?: Record<string, readonly string[]>;
  /** Fields that follow from the others as older data had them; `secretKeys` are the secrets found beside them. */
  completeOlderData?(configuration: Configuration, secretKeys: readonly string[]): Configuration;
  /** Where the configuration points, in words for people, without contacting anything: `sql-prod-01:5432 / AuditDB`. */
  describeAddress(configuration: Configuration): string;
  /** Parses the query and says whether it can only read. Fails closed. */
  guardQuery(query: string): Promise<GuardVerdict>;
  /**
   * The tables that a query names, to compare them with those that `describeSchema` lists. Left out where a query names
   * none, or the list does not hold all names that a query may use, as with Oracle's synonyms.
   */
  tablesNamed?(query: string): Promise<readonly TableName[]>;
  /** The columns that a query surely reads from those tables. */
  columnsNamed?(query: string): Promise<readonly ColumnName[]>;
  /**
   * Reads a connection string or an address of the browser that is this type's; undefined for any other text. What
   * stands there of a password is left out.
   */
  parseConnectionText?(text: string): Configuration | undefined;
  /** Queries for the topics of an audit, as docs/recipes.md describes them, and how values are written into them. */
  recipes?: { text: string; quoting: Quoting };
  /** Words that speak for this tool type in a question, as docs/suggestions.md describes them. */
  vocabulary?: unknown;
  /** What is read are files, as this computer's user: there is no login of which a client could give another. */
  withoutLogin?: true;
  /** Removes what killed runs left of clients' data on this computer; asked for at every start. Never rejects. */
  removeLeftovers?(): Promise<void>;
  /** The part that talks to the system; loaded in the execution process only. */
  loadDriver(): Promise<ConnectorDriver>;
}

export interface ConnectorDriver {
  /** Connects, asks the system who it is and what the login may do, and closes. */
  test(access: ConnectorAccess, signal: AbortSignal): Promise<Result<DriverReport>>;
  /**
   * Connects, puts the session into the system's read-only mode, hands the identity to `control.confirmIdentity`,
   * runs the one query, streams its rows into `sink`, and closes. Never holds the whole result in memory.
   */
  run(access: ConnectorAccess, query: string, sink: RowSink, control: RunControl): Promise<Result<RunReport>>;
  describeSchema(access: ConnectorAccess, signal: AbortSignal): Promise<Result<SchemaTable[]>>;
}

/** All that is needed to reach one system. Lives in memory only. */
export interface ConnectorAccess {
  configuration: Configuration;
  secrets: Record<string, string>;
}

/** A connection report and the part of the identity that must not change between runs. */
export interface DriverReport extends ConnectionReport {
  fingerprint: Identity;
}

export interface SessionIdentity {
  identity: Identity;
  fingerprint: Identity;
  target: string;
  serverVersion: string;
  canWrite: boolean | null;
  /** What the server-side layer does in this session: `START TRANSACTION READ ONLY`. */
  readOnlyMeasure: string;
  /** What a person should know about this login, beside that it can write. */
  warnings?: string[];
}

export interface RunControl {
  /** Aborted when the person cancels or a limit of time is met: the driver cancels at the server, then answers. */
  signal: AbortSignal;
  /** Called once, before the query is sent. `false` means: another system than the pinned one; stop, send nothing. */
  confirmIdentity(session: SessionIdentity): boolean;
}

export interface RunReport {
  /** Rows as the server or the protocol counted them. */
  rowCount: number;
  /** False where the sink or the signal ended the run early. */
  complete: boolean;
  truncatedBy?: TruncationCause;
  /** Why the system itself showed less than was asked for, in a sentence: rows hidden from the login, unreadable parts. */
  incompleteBecause?: string;
}

/** Where a driver puts rows. Writing never blocks; a driver waits for `drained()` whenever a write answers `false`. */
export interface RowSink {
  /** Once, before the first row. */
  begin(columns: Column[]): void;
  /** One row of texts, or null for NULL. */
  writeRow(cells: readonly (string | null)[]): boolean;
  /** One row that is already a CSV record of the evidence format, line end included. */
  writeRecord(record: Uint8Array): boolean;
  /** Resolves when more may be written. */
  drained(): Promise<void>;
  /** Set when a limit is reached: the driver stops reading, cancels at the server and answers `complete: false`. */
  readonly limitReached: 'rows' | 'bytes' | undefined;
}
