import type { Execution, ExecutionProgress, ExecutionStatus } from '../../../preload/contract';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';

const t = textsOf('execution');

const active: readonly ExecutionStatus[] = ['queued', 'running'];

/** Whether a run still goes on and can be cancelled. */
export const isActive = (status: ExecutionStatus): boolean => active.includes(status);

/** Whether there are rows to look at, if only none: a run that failed before its first answer has not even columns. */
export const hasEvidence = ({ columns }: Pick<Execution, 'columns'>): boolean => columns.length > 0;

export const statuses: readonly ExecutionStatus[] = [
  'queued',
  'running',
  'succeeded',
  'failed',
  'cancelled',
  'interrupted',
];

export const statusLabel = (status: ExecutionStatus): string => t(`status.${status}`);

/** `empty` is whole too, and to be told apart: nothing matched, because that is the answer or because a condition is wrong. */
export type Completeness = 'whole' | 'empty' | 'cut';

/** `Complete`, with or without rows, or in plain words what cut the result short; null while the run goes on. */
export const completenessOf = (
  execution: Pick<Execution, 'status' | 'complete' | 'truncatedBy' | 'incompleteBecause' | 'rowCount'>,
): { kind: Completeness; text: string } | null => {
  if (isActive(execution.status)) return null;
  if (execution.complete) {
    return execution.rowCount > 0 ? { kind: 'whole', text: t('complete') } : { kind: 'empty', text: t('empty') };
  }
  const cause = execution.truncatedBy
    ? t(`causes.${execution.truncatedBy}`)
    : execution.incompleteBecause === undefined
      ? t('causes.unknown')
      : fromMain(execution.incompleteBecause);
  return { kind: 'cut', text: t('incomplete', { cause }) };
};

/** Milliseconds between the start and the end of a run; null before it has both. */
export const durationOf = (execution: Pick<Execution, 'startedAt' | 'finishedAt'>): number | null => {
  if (execution.startedAt === null || execution.finishedAt === null) return null;
  return Math.max(0, Date.parse(execution.finishedAt) - Date.parse(execution.startedAt));
};

type StoredFigures = Pick<Execution, 'status' | 'held' | 'rowCount' | 'bytes' | 'startedAt' | 'finishedAt'>;
type HeardFigures = Pick<ExecutionProgress, 'status' | 'rowCount' | 'bytes' | 'elapsedMs'>;

/** How far a run is: what it reports while it goes on, what is stored of it afterwards. What reports is held no more. */
export const figuresOf = (execution: StoredFigures, heard: HeardFigures | undefined) => {
  if (heard && isActive(execution.status)) {
    const { status, rowCount, bytes, elapsedMs } = heard;
    return { status, held: false, rowCount, bytes, elapsedMs };
  }
  const { status, held = false, rowCount, bytes } = execution;
  return { status, held: held && status === 'queued', rowCount, bytes, elapsedMs: durationOf(execution) };
};

/** Rows a second over the whole run so far; null while there is too little to tell. */
export const rowRate = (rowCount: number, elapsedMs: number): number | null =>
  elapsedMs < 250 || rowCount === 0 ? null : Math.round((rowCount * 1000) / elapsedMs);
