import type { storeProblem as english } from '../en/store-problem';
import type { Translation } from '../types';

export const storeProblem: Translation<typeof english> = {};
