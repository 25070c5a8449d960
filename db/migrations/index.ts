import { firstSchema } from './010-first-schema';
import type { Migration } from './migration';

/** All steps, oldest first. */
export const migrations: readonly Migration[] = [firstSchema];
