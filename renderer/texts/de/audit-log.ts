import type { auditLog as english } from '../en/audit-log';
import type { Translation } from '../types';

export const auditLog: Translation<typeof english> = {};
