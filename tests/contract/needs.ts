/** What a tool type's harness gives for each case of the contract suite. A case that can't exist for a type is named with the reason. */

import type { ConnectorAccess } from '../../main/connectors/types';
import type { Configuration, ConnectionFailureReason, ErrorCode } from '../../preload/contract';

/** One query on one system. */
export interface Ask {
  access: ConnectorAccess;
  query: string;
}

/** A connection that can't come about. */
interface Situation {
  access: ConnectorAccess;
  /** What the message must name for a person to know which system is meant. */
  address: string;
  query: string;
  /** Only the query meets it: the connection itself comes about. */
  onlyInRun?: boolean;
}

/** A query whose rows keep coming, and how to disturb it. */
interface Disturbance extends Ask {
  disturb(): void;
  /** What the run ends with: CONNECTION_FAILED for PROTOCOL, where nothing else is said. */
  code?: ErrorCode;
}

type SituationNeeds = Record<`failure ${ConnectionFailureReason}`, Situation>;

interface RunNeeds {
  'test connection': {
    access: ConnectorAccess;
    address: string;
    /** What the system calls itself, where that is not the address. */
    target?: string;
    /** What the login of `access` may do. */
    canWrite: boolean | null;
  };
  /** `csv`: the whole evidence, for cells of every kind that the type knows, NULL and the empty text among them. */
  cells: Ask & { csv: string };
  /** `header`: the first line of the evidence. */
  'column names': Ask & { header: string };
  /** 2,000 columns, or the type's own maximum: `limit` then says so. */
  'many columns': Ask & { columns: number; limit?: string };
  /** A cell of 100 MB; where the type's own limit is lower, `limit` says so and the run must fail with these words. */
  'huge cell': Ask & { limit?: { said: string; because: string } };
  /** 200,000 rows, or fewer: `limit` then says why. */
  'many rows': Ask & { rows: number; limit?: string };
  /** Systems of one type: each line of evidence tells which one it came from. */
  'side by side': { systems: (Ask & { isOwn(line: string): boolean; rows: number })[] };
  /** `verify` looks at the system: the query arrived once, inside the read-only measure. */
  'read-only': Ask & { verify(): Promise<void> };
  /** Queries that must not run; `wasSent` tells whether the system has seen one. */
  guard: { access: ConnectorAccess; queries: string[]; wasSent?(query: string): boolean };
  /** Rows that keep coming, of about 1,000 bytes where the type can have such rows; `slow disk` takes 10,000 of them. */
  cancel: Ask;
  'slow disk': Ask;
  /** A query that is busy at the server until it is told to stop. */
  'cancel at the server': Ask & { isRunning(): boolean | Promise<boolean> };
  /** A query that takes longer than the 1 s that the access gives it. */
  'query timeout': Ask & {
    isRunning(): boolean | Promise<boolean>;
    /** How long it may go on after its timeout, where nothing but its own end stops it; 10 s otherwise. */
    mostSecondsLeft?: number;
  };
  stall: Disturbance;
  cut: Disturbance;
  garbage: Disturbance;
  /** After `replace` another system answers under the same configuration. */
  'another target': Ask & { replace(): void | Promise<void>; wasSent?(): boolean };
  schema: { access: ConnectorAccess };
}

export type Needs = SituationNeeds & RunNeeds;
export type CaseName = keyof Needs;

type Maybe<Value> = Value | Promise<Value>;

/** Started systems of one type. Each entry is asked for when its case begins; some are asked for more than once. */
export type RunningHarness<Left extends CaseName> = {
  cases: { [Name in Left]: () => Maybe<Needs[Name]> };
  /** After each case. */
  reset?(): void;
  stop(): Promise<unknown>;
};

export interface Harness<Missing extends CaseName> {
  /** Cases that can't exist for this type, each with the reason, in a sentence for the reader of the matrix. */
  notApplicable: Record<Missing, string>;
  start(): Promise<RunningHarness<Exclude<CaseName, Missing>>>;
}

/** How to reach a system at another place: what differs between the types that have a server. */
export type Reach = (place: { host: string; port: number }, more?: Configuration) => ConnectorAccess;
