import type { analysis as english } from '../en/analysis';
import type { Translation } from '../types';

export const analysis: Translation<typeof english> = {};
