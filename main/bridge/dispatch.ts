import type { z } from 'zod';
import { contract, type Handlers } from '../../preload/contract';
import { type Failure, failure, type Result } from '../result';

/** Wrappers that say where a value sits, not which field of the form it belongs to. */
const containers = new Set(['configuration', 'secrets']);

const fieldOf = (path: readonly PropertyKey[]): string => {
  const names = path.map(String);
  return (containers.has(names[0] ?? '') ? names.slice(1) : names).join('.') || 'input';
};

const explainInvalid = (error: z.ZodError): Failure => {
  const fieldErrors: Record<string, string> = {};
  for (const issue of error.issues) fieldErrors[fieldOf(issue.path)] ??= issue.message;
  const [field = 'input', message = 'Not valid.'] = Object.entries(fieldErrors)[0] ?? [];
  // The contract's own messages are sentences for people; the schema library's need to say which field they mean.
  return failure('VALIDATION', message.endsWith('.') ? message : `${field}: ${message}`, { fieldErrors });
};

/** What a throw means to the person. Only SQLite's and the disk's own words are known; the rest is a bug of ours. */
const explainThrow = (error: unknown): Failure => {
  const code = (error as { code?: string } | null)?.code ?? '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return failure('DISK_FULL', 'The disk is full.', {
      hint: 'Make room on the disk of the data folder and try again.',
    });
  }
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR|READONLY|CANTOPEN|BUSY)/.test(code)) {
    return failure('STORE_UNAVAILABLE', `The store can't be used just now (${code}).`, {
      hint: 'Check the disk of the data folder, then start Tickmark again.',
    });
  }
  return failure('INTERNAL', 'Something went wrong inside Tickmark.', {
    hint: 'Look whether the change was kept, then try again. If it happens again, report it with what you were doing.',
  });
};

type AnyHandler = (input: unknown) => Promise<Result<unknown>> | Result<unknown>;
type AnyMethod = { input: z.ZodType };

/**
 * One call over the bridge: validates the input by the contract and calls the handler. Always answers a result;
 * `onBug` hears of a throw.
 */
export const dispatch = async (
  handlers: Handlers,
  area: string,
  method: string,
  rawInput: unknown,
  onBug: (error: unknown) => void,
): Promise<Result<unknown>> => {
  const { input } = (contract as unknown as Record<string, Record<string, AnyMethod>>)[area]?.[method] ?? {};
  const handle = (handlers as unknown as Record<string, Record<string, AnyHandler>>)[area]?.[method];
  if (!input || !handle) return failure('NOT_FOUND', `There is no call ${area}.${method}.`);
  try {
    const parsed = input.safeParse(rawInput ?? undefined);
    return parsed.success ? await handle(parsed.data) : explainInvalid(parsed.error);
  } catch (error) {
    const explained = explainThrow(error);
    if (explained.error.code === 'INTERNAL') onBug(error);
    return explained;
  }
};
