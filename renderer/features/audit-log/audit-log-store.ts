import { create } from 'zustand';
import type { AuditEntry, TickmarkError, Value } from '../../../preload/contract';
import { bridge } from '../../bridge';

/** Which entries are shown; what is not given does not matter. */
export type LogFilter = Omit<NonNullable<Parameters<typeof bridge.auditLog.list>[0]>, 'beforeSeq' | 'limit'>;

export type Verdict = Value<'auditLog', 'verify'>;

interface AuditLogState {
  filter: LogFilter;
  /** Newest first. */
  entries: AuditEntry[];
  loaded: boolean;
  hasOlder: boolean;
  loadingOlder: boolean;
  error: TickmarkError | null;
}

const pageSize = 200;

const empty: AuditLogState = {
  filter: {},
  entries: [],
  loaded: false,
  hasOlder: false,
  loadingOlder: false,
  error: null,
};

export const useAuditLog = create<AuditLogState>(() => empty);

/** Reads the newest entries that the filter lets through. */
export const loadAuditLog = async (filter: LogFilter): Promise<void> => {
  useAuditLog.setState({ ...empty, filter });
  const answer = await bridge.auditLog.list({ ...filter, limit: pageSize });
  if (useAuditLog.getState().filter !== filter) return;
  if (!answer.ok) return useAuditLog.setState({ loaded: true, error: answer.error });
  useAuditLog.setState({ entries: answer.value, hasOlder: answer.value.length === pageSize, loaded: true });
};

/** Reads the entries before the oldest one shown. */
export const loadOlderEntries = async (): Promise<void> => {
  const { filter, entries, hasOlder, loadingOlder } = useAuditLog.getState();
  const oldest = entries.at(-1);
  if (!oldest || !hasOlder || loadingOlder) return;
  useAuditLog.setState({ loadingOlder: true, error: null });
  const answer = await bridge.auditLog.list({ ...filter, beforeSeq: oldest.seq, limit: pageSize });
  useAuditLog.setState((state) => {
    if (state.filter !== filter || state.entries !== entries) return {};
    if (!answer.ok) return { loadingOlder: false, error: answer.error };
    return {
      entries: [...entries, ...answer.value],
      hasOlder: answer.value.length === pageSize,
      loadingOlder: false,
    };
  });
};
