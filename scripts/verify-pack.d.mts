export interface PackProblem {
  /** The file, and in it the row or execution, that the problem is about. */
  where: string;
  message: string;
}

export interface PackVerification {
  valid: boolean;
  problems: PackProblem[];
  /** What was looked at, and the head of the audit log as it follows from the entries. */
  checked: { files: number; executions: number; rows: number; entries: number; head: string };
}

/** Checks a pack, given as a path or as its bytes. Rejects only where the path can't be read. */
export function verifyPack(pack: string | Uint8Array): Promise<PackVerification>;
