import type { execution as english } from '../en/execution';
import type { Translation } from '../types';

export const execution: Translation<typeof english> = {};
