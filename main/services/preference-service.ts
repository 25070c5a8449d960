import { readPreferences, writePreferences } from '../../db';
import { type Input, type Preferences, preferences as preferencesSchema } from '../../preload/contract';
import { type Result, success } from '../result';
import { record, type ServiceContext } from './service-context';

export const defaultPreferences: Preferences = {
  theme: 'system',
  language: 'system',
  notifyOfRuns: true,
  maximumRows: 10_000_000,
  maximumMegabytes: 10_000,
  maximumMinutes: 60,
  lockAfterMinutes: 0,
  lockWithScreen: false,
};

/** `applied` hears of every change, for what lies outside the store: the window's theme. */
export const createPreferenceService = (context: ServiceContext, applied: (preferences: Preferences) => void) => {
  const { db } = context;

  /** What was set over the defaults; a value that this version does not accept any more falls back to its default. */
  const read = (): Preferences => {
    const stored = readPreferences(db);
    const accepted = Object.entries(preferencesSchema.shape).flatMap(([key, schema]) => {
      const parsed = schema.safeParse(stored[key]);
      return parsed.success ? [[key, parsed.data]] : [];
    });
    return { ...defaultPreferences, ...Object.fromEntries(accepted) };
  };

  const set = (changes: Input<'preferences', 'set'>): Result<Preferences> => {
    const before = read();
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    const changed = given
      .map(([key, to]) => [key, { from: before[key as keyof Preferences], to }] as const)
      .filter(([, { from, to }]) => from !== to);
    db.transaction(() => {
      writePreferences(db, Object.fromEntries(given));
      if (changed.length > 0) record(context, 'preferences.changed', 'preferences', Object.fromEntries(changed));
    })();
    applied(read());
    return success(read());
  };

  return { read, get: () => success(read()), set };
};

export type PreferenceService = ReturnType<typeof createPreferenceService>;
