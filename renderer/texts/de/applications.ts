import type { applications as english } from '../en/applications';
import type { Translation } from '../types';

export const applications: Translation<typeof english> = {};
