import { create } from 'zustand';
import type { AuditEntry, TickmarkError, Value } from '../../../preload/contract';
import { bridge } from '../../bridge';

export type Verdict = Value<'auditLog', 'verify'>;

interface AuditLogState {
  /** The application whose entries are shown; undefined for all. */
  applicationId: number | undefined;
  /** Newest first. */
  entries: AuditEntry[];
  loaded: boolean;
  hasOlder: boolean;
  loadingOlder: boolean;
  error: TickmarkError | null;
}

const pageSize = 200;

const empty: AuditLogState = {
  applicationId: undefined,
  entries: [],
  loaded: false,
  hasOlder: false,
  loadingOlder: false,
  error: null,
};

export const useAuditLog = create<AuditLogState>(() => empty);

/** Reads the newest entries, of one application or of all. */
export const loadAuditLog = async (applicationId: number | undefined): Promise<void> => {
  useAuditLog.setState({ ...empty, applicationId });
  const answer = await bridge.auditLog.list({ applicationId, limit: pageSize });
  if (useAuditLog.getState().applicationId !== applicationId) return;
  if (!answer.ok) return useAuditLog.setState({ loaded: true, error: answer.error });
  useAuditLog.setState({ entries: answer.value, hasOlder: answer.value.length === pageSize, loaded: true });
};

/** Reads the entries before the oldest one shown. */
export const loadOlderEntries = async (): Promise<void> => {
  const { applicationId, entries, hasOlder, loadingOlder } = useAuditLog.getState();
  const oldest = entries.at(-1);
  if (!oldest || !hasOlder || loadingOlder) return;
  useAuditLog.setState({ loadingOlder: true, error: null });
  const answer = await bridge.auditLog.list({ applicationId, beforeSeq: oldest.seq, limit: pageSize });
  useAuditLog.setState((state) => {
    if (state.applicationId !== applicationId || state.entries !== entries) return {};
    if (!answer.ok) return { loadingOlder: false, error: answer.error };
    return {
      entries: [...entries, ...answer.value],
      hasOlder: answer.value.length === pageSize,
      loadingOlder: false,
    };
  });
};
