import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { type ExecutionRecord, findApplication, findExecution } from '../../db';
import type {
  Column,
  Input,
  LookingProgress,
  RowCondition,
  RowFilter,
  RowSort,
  SampleRequest,
  Value,
} from '../../preload/contract';
import type { EvidenceOperations } from '../evidence/evidence-process';
import type { Comparison } from '../evidence/views/compare';
import type { Dialogs } from '../files/dialogs';
import type { RestartingProcess } from '../processes/restarting-process';
import { type Failure, failure, type Result, success } from '../result';
import { evidenceFile, viewsFolder } from './evidence-paths';
import { record, type ServiceContext } from './service-context';

interface EvidenceViewServiceOptions {
  dataFolder: string;
  dialogs: Pick<Dialogs, 'savePath'>;
  sendLookingProgress(progress: LookingProgress): void;
  evidenceProcess: Pick<RestartingProcess<EvidenceOperations>, 'request'>;
}

const unknownExecution = (id: number): Failure => failure('NOT_FOUND', `There is no execution with the number ${id}.`);

const nothingCaptured = (id: number): Failure =>
  failure('NOT_FOUND', `Execution ${id} has no evidence.`, { hint: 'It did not receive anything before it ended.' });

const differentTypes = (left: ExecutionRecord, right: ExecutionRecord): Failure => {
  const message = `One is evidence of ${left.toolType}, the other of ${right.toolType}: the same value is written otherwise there.`;
  return failure('VALIDATION', message, {
    hint: 'Compare two runs on connectors of one type.',
    fieldErrors: { rightId: message },
  });
};

/** An execution that has evidence. */
type Captured = ExecutionRecord & { sha256: string };

/** Looking at evidence. Evidence itself is read in the process beside main. */
export const createEvidenceViewService = (context: ServiceContext, options: EvidenceViewServiceOptions) => {
  const { db } = context;
  const { dataFolder, evidenceProcess } = options;
  const scratchFolder = viewsFolder(dataFolder);

  const removeScratch = (): void => rmSync(scratchFolder, { recursive: true, force: true });
  removeScratch();

  /** What is prepared of each execution: people look at one view of it at a time. */
  const preparing = new Map<string, { view: string; controller: AbortController }>();

  /** Gives up what else is prepared in that place, and answers how this view is. */
  const look = (executionId: number, place: string, view: string) => {
    const key = `${executionId} ${place}`;
    const current = preparing.get(key);
    if (current && current.view !== view) current.controller.abort();
    const controller = current?.view === view ? current.controller : new AbortController();
    preparing.set(key, { view, controller });
    return {
      signal: controller.signal,
      onNotice: (notice: unknown) =>
        options.sendLookingProgress({ executionId, ...(notice as Omit<LookingProgress, 'executionId'>) }),
    };
  };

  const fileOf = ({ evidenceName }: Captured): string => evidenceFile(dataFolder, evidenceName);

  const requireCaptured = (executionId: number): Result<Captured> => {
    const execution = findExecution(db, executionId);
    if (!execution) return unknownExecution(executionId);
    return isCaptured(execution) ? success(execution) : nothingCaptured(executionId);
  };

  const rows = async (input: Input<'executions', 'rows'>): Promise<Result<Value<'executions', 'rows'>>> => {
    const execution = findExecution(db, input.executionId);
    if (!execution) return unknownExecution(input.executionId);
    const { columns } = execution;
    const sort = resolveSort(input.sort ?? [], columns);
    if (!sort.ok) return sort;
    const filter = resolveFilter(input.filter ?? {}, columns);
    if (!filter.ok) return filter;
    if (!isCaptured(execution)) return success({ columns, rows: [], total: 0 });
    const page = await readPage(execution, { sort: sort.value, filter: filter.value }, input);
    return page.ok ? success({ ...page.value, columns: withTypes(page.value.columns, columns) }) : page;
  };

  const readPage = (
    execution: Captured,
    view: { sort: ResolvedSort[]; filter: ResolvedFilter },
    { offset, limit }: { offset: number; limit: number },
  ) => {
    const { signal, onNotice } = look(execution.id, 'rows', JSON.stringify(view));
    const file = fileOf(execution);
    if (isWhole(view)) return evidenceProcess.request('readRows', { file, offset, limit });
    const { sha256 } = execution;
    const input = { file, sha256, types: typesOf(execution), scratchFolder, ...view, offset, limit };
    return evidenceProcess.request('readRowView', input, { signal, onNotice });
  };

  const summary = async ({
    executionId,
  }: Input<'executions', 'summary'>): Promise<Result<Value<'executions', 'summary'>>> => {
    const found = requireCaptured(executionId);
    if (!found.ok) return found;
    const { sha256 } = found.value;
    const input = { file: fileOf(found.value), sha256, types: typesOf(found.value) };
    return evidenceProcess.request('summarise', input, look(executionId, 'summary', ''));
  };

  const drawnFrom = (execution: Captured, { size, seed, method }: SampleRequest) => {
    const { sha256 } = execution;
    return { file: fileOf(execution), sha256, size, seed, method };
  };

  /** Draws a sample. That it was drawn, and how, stands in the audit log. */
  const sample = async (input: SampleRequest): Promise<Result<Value<'executions', 'sample'>>> => {
    const found = requireCaptured(input.executionId);
    if (!found.ok) return found;
    const drawn = await evidenceProcess.request('sample', drawnFrom(found.value, input));
    if (!drawn.ok) return drawn;
    const { columns, rows, population } = drawn.value;
    recordOf(found.value, 'evidence.sampled', { ...input, rows: rows.length, population });
    const { seed, method } = input;
    return success({ columns: withTypes(columns, found.value.columns), rows, population, seed, method });
  };

  /** Asks where to put a sample and writes it there as CSV; null when the person cancels. */
  const exportSample = async (input: SampleRequest): Promise<Result<Value<'executions', 'exportSample'>>> => {
    const found = requireCaptured(input.executionId);
    if (!found.ok) return found;
    const target = await options.dialogs.savePath(`sample of execution ${input.executionId}.csv`, 'Export the sample');
    if (target === null) return success(null);
    const written = await evidenceProcess.request('exportSample', { ...drawnFrom(found.value, input), target });
    if (!written.ok) return written;
    const fileName = basename(target);
    recordOf(found.value, 'evidence.sampleExported', { ...input, ...written.value, fileName });
    return success({ fileName, rows: written.value.rows, sha256: written.value.sha256 });
  };

  /** Two executions that can be compared, and what the process beside main needs of them. */
  const requirePair = ({ leftId, rightId, key }: Input<'executions', 'exportComparison'>) => {
    const left = requireCaptured(leftId);
    if (!left.ok) return left;
    const right = requireCaptured(rightId);
    if (!right.ok) return right;
    if (left.value.toolType !== right.value.toolType) return differentTypes(left.value, right.value);
    const sideOf = (execution: Captured) => ({ file: fileOf(execution), sha256: execution.sha256 });
    const files = { left: sideOf(left.value), right: sideOf(right.value), key, scratchFolder };
    return success({ left: left.value, right: right.value, files });
  };

  const compare = async (input: Input<'executions', 'compare'>): Promise<Result<Value<'executions', 'compare'>>> => {
    const pair = requirePair(input);
    if (!pair.ok) return pair;
    const { left, right, files } = pair.value;
    const compared = await evidenceProcess.request(
      'compare',
      { ...files, offset: input.offset, limit: input.limit },
      look(input.leftId, 'compare', JSON.stringify([input.rightId, input.key])),
    );
    if (!compared.ok) return compared;
    const { fresh, columns, ...comparison } = compared.value;
    if (fresh) recordComparison(left, right, input.key, comparison);
    return success({ ...comparison, columns: describeColumns(columns, left, right) });
  };

  /** Asks where to put the rows that differ and writes them there as CSV; null when the person cancels. */
  const exportComparison = async (
    input: Input<'executions', 'exportComparison'>,
  ): Promise<Result<Value<'executions', 'exportComparison'>>> => {
    const pair = requirePair(input);
    if (!pair.ok) return pair;
    const { leftId, rightId, key } = input;
    const { left, right, files } = pair.value;
    const suggested = `comparison of executions ${leftId} and ${rightId}.csv`;
    const target = await options.dialogs.savePath(suggested, 'Save the comparison');
    if (target === null) return success(null);
    const runs = { left: leftId, right: rightId };
    const written = await evidenceProcess.request('exportComparison', { ...files, runs, target });
    if (!written.ok) return written;
    const exported = { fileName: basename(target), ...written.value };
    const otherConnectorName = right.connectorName;
    recordOf(left, 'evidence.comparisonExported', { leftId, rightId, otherConnectorName, key, ...exported });
    return success(exported);
  };

  /** Once for each comparison that was worked out, not for every page of it. */
  const recordComparison = (
    left: Captured,
    right: Captured,
    key: readonly string[],
    { onlyLeft, onlyRight, changed, same }: Omit<Comparison, 'fresh' | 'columns'>,
  ): void =>
    recordOf(left, 'evidence.compared', {
      leftId: left.id,
      rightId: right.id,
      otherConnectorName: right.connectorName,
      key,
      onlyLeft: onlyLeft.total,
      onlyRight: onlyRight.total,
      changed: changed.total,
      same,
    });

  const recordOf = (execution: Captured, action: string, details: Record<string, unknown>): void => {
    const { id, applicationId, connectorId, connectorName, questionId, sha256 } = execution;
    const application = findApplication(db, applicationId);
    const shared = { executionId: id, applicationId, ciId: application?.ciId, questionId, connectorId, connectorName };
    record(context, action, `execution/${id}`, { ...shared, evidenceSha256: sha256, ...details });
  };

  return { rows, summary, sample, exportSample, compare, exportComparison, removeScratch };
};

const isCaptured = (execution: ExecutionRecord): execution is Captured => execution.sha256 !== null;

const typesOf = ({ columns }: ExecutionRecord): string[] => columns.map(({ type }) => type);

const isWhole = ({ sort, filter }: { sort: readonly ResolvedSort[]; filter: ResolvedFilter }): boolean =>
  sort.length === 0 && !filter.text && filter.conditions.length === 0;

/** The columns of a comparison with the types that the runs recorded. */
const describeColumns = (columns: Comparison['columns'], left: Captured, right: Captured) =>
  columns.map(({ name, ...position }) => {
    const recorded = position.left === null ? right.columns[position.right ?? 0] : left.columns[position.left];
    const side =
      position.left === null ? ('right' as const) : position.right === null ? ('left' as const) : ('both' as const);
    return { name, type: recorded?.type ?? '', side };
  });

/** The header's names with the types that the run recorded. */
const withTypes = (names: readonly string[], recorded: readonly Column[]): Column[] =>
  names.map((name, position) => ({ name, type: recorded[position]?.type ?? '' }));

type Resolved<Item> = Item extends { column: unknown } ? Omit<Item, 'column'> & { column: number } : never;
type ResolvedSort = Resolved<RowSort>;
type ResolvedFilter = { text?: string | undefined; conditions: Resolved<RowCondition>[] };

/** Each item with its column's position, or `VALIDATION` where there is no such column. */
const resolveColumns = <Item extends { column: number | string }>(
  items: readonly Item[],
  columns: readonly Column[],
  field: string,
): Result<Resolved<Item>[]> => {
  const resolved: Resolved<Item>[] = [];
  for (const item of items) {
    const { column } = item;
    const position = typeof column === 'number' ? column : columns.findIndex(({ name }) => name === column);
    if (!columns[position]) return unknownColumn(column, field);
    resolved.push({ ...item, column: position } as unknown as Resolved<Item>);
  }
  return success(resolved);
};

const unknownColumn = (column: number | string, field: string): Failure => {
  const message =
    typeof column === 'number' ? `There is no column ${column + 1}.` : `There is no column named “${column}”.`;
  return failure('VALIDATION', message, { fieldErrors: { [field]: message } });
};

const resolveSort = (sort: readonly RowSort[], columns: readonly Column[]): Result<ResolvedSort[]> =>
  resolveColumns(sort, columns, 'sort');

const resolveFilter = ({ text, conditions = [] }: RowFilter, columns: readonly Column[]): Result<ResolvedFilter> => {
  const resolved = resolveColumns<RowCondition>(conditions, columns, 'filter');
  return resolved.ok ? success({ text, conditions: resolved.value }) : resolved;
};
