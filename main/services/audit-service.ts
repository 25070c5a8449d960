import { listAuditEntries, verifyAuditLog } from '../../db';
import type { Input } from '../../preload/contract';
import { success } from '../result';
import type { ServiceContext } from './service-context';

export const createAuditService = ({ db }: ServiceContext) => ({
  list: (filter: Input<'auditLog', 'list'>) => success(listAuditEntries(db, filter ?? {})),
  verify: async () => success(await verifyAuditLog(db)),
});
