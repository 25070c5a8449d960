import type { questions as english } from '../en/questions';
import type { Translation } from '../types';

export const questions: Translation<typeof english> = {};
