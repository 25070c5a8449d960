import type { evidence as english } from '../en/evidence';
import type { Translation } from '../types';

export const evidence: Translation<typeof english> = {};
