import { firstSchema } from './010-first-schema';
import { queueAndCompleteness } from './020-queue-and-completeness';
import { signingAndPurge } from './040-signing-and-purge';
import { earlierDatabases } from './060-earlier-databases';
import { notAnswerable } from './070-not-answerable';
import type { Migration } from './migration';

/** All steps, oldest first. */
export const migrations: readonly Migration[] = [
  firstSchema,
  queueAndCompleteness,
  signingAndPurge,
  earlierDatabases,
  notAnswerable,
];
