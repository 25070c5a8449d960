import type { Environment } from '../../preload/contract';

/** In the order in which they are offered. */
export const environments: readonly Environment[] = ['production', 'non-production', 'unspecified'];
