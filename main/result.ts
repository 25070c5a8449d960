import type { ConnectionFailureReason, ErrorCode, Result, TickmarkError } from '../preload/contract';

export type Failure = { ok: false; error: TickmarkError };

export const success = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

/** An expected failure: what happened, and in `more` what to try, which fields, and why a connection failed. */
export const failure = (
  code: ErrorCode,
  message: string,
  more: { hint?: string; reason?: ConnectionFailureReason; fieldErrors?: Record<string, string> } = {},
): Failure => ({ ok: false, error: { code, message, ...more } });

export type { Result, TickmarkError };
