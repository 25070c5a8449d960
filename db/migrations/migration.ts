/** One step of the schema. Never edited once it has landed: its checksum is recorded in every store it ran on. */
export interface Migration {
  /** Numbered by tens; steps run in this order. */
  version: number;
  name: string;
  statements: string;
  /** For a table that others refer to: it is rebuilt with foreign keys off, and they are checked before COMMIT. */
  rebuildsTables?: boolean;
}
