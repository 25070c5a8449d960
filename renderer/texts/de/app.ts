import type { app as english } from '../en/app';
import type { Translation } from '../types';

export const app: Translation<typeof english> = {};
