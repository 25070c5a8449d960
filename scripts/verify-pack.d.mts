export interface PackProblem {
  /** The file, and in it the row or execution, that the problem is about. */
  where: string;
  message: string;
}

/** A head of an audit log: the number of its entries and the hash of the last. */
export interface LogHead {
  entries: number;
  hash: string;
}

/** An earlier head that was signed and handed over. */
export interface CheckpointHead extends LogHead {
  fingerprint: string;
  keyId: string;
  /** PEM. */
  publicKey: string;
  /** ISO 8601 in UTC. */
  signedAt: string;
}

export interface PackVerification {
  valid: boolean;
  problems: PackProblem[];
  /** What was looked at, and the head of the audit log as it follows from the entries. */
  checked: { files: number; executions: number; rows: number; entries: number; head: string; redacted: number };
  /** Whose key signed the manifest; null where no signature holds. */
  signedBy: { keyId: string; publicKey: string } | null;
  /** What the pack says of itself; null where its manifest can't be read. */
  about: {
    applicationId: unknown;
    auditName: string;
    name: string;
    ciId: string;
    exportedAt: string;
    exportedBy: string;
    appVersion: string;
  } | null;
  /** How far the audit's questions were answered; null for packs of before, which do not tell. */
  questions: { total: number; final: number; notFinal: number; notAnswerable: number; open: number } | null;
}

/** Checks a pack, given as a path or as its bytes. Rejects only where the path can't be read. */
export function verifyPack(
  pack: string | Uint8Array,
  options?: {
    /** Id of the key that must have signed it. */
    key?: string;
    /** A head that its log must contain. */
    checkpoint?: LogHead;
  },
): Promise<PackVerification>;

/** Reads a checkpoint file, or the signed head in a pack. Rejects only where the path can't be read. */
export function readCheckpoint(
  file: string | Uint8Array,
): Promise<{ head: CheckpointHead | null; problems: PackProblem[] }>;

/** The short name of a public key (PEM). */
export function keyIdOf(publicKey: string): string;

/** A head as people compare it: six groups of four characters. */
export function headFingerprint(head: LogHead, publicKey: string): string;

/** The text that is signed of a head. */
export function headText(head: LogHead & { signedAt: string }): string;

/** What stands in each cell of a redacted column. */
export const redactionMark: string;
