import { rmSync } from 'node:fs';
import { type ExecutionRecord, findExecution } from '../../db';
import type { Column, Input, RowCondition, RowFilter, RowSort, Value } from '../../preload/contract';
import type { EvidenceOperations } from '../evidence/evidence-process';
import type { RestartingProcess } from '../processes/restarting-process';
import { type Failure, failure, type Result, success } from '../result';
import { evidenceFile, viewsFolder } from './evidence-paths';
import type { ServiceContext } from './service-context';

interface EvidenceViewServiceOptions {
  dataFolder: string;
  evidenceProcess: Pick<RestartingProcess<EvidenceOperations>, 'request'>;
}

const unknownExecution = (id: number): Failure => failure('NOT_FOUND', `There is no execution with the number ${id}.`);

/** An execution that has evidence. */
type Captured = ExecutionRecord & { sha256: string };

/** Looking at evidence: rows, sorted and filtered. Evidence itself is read in the process beside main. */
export const createEvidenceViewService = ({ db }: ServiceContext, options: EvidenceViewServiceOptions) => {
  const { dataFolder, evidenceProcess } = options;
  const scratchFolder = viewsFolder(dataFolder);

  const removeScratch = (): void => rmSync(scratchFolder, { recursive: true, force: true });
  removeScratch();

  /** What is being prepared of each execution; the person looks at one view of it at a time. */
  const preparing = new Map<number, { view: string; controller: AbortController }>();

  /** Gives up what is prepared of another view of this execution, and answers the signal of this one. */
  const signalFor = (executionId: number, view: string): AbortSignal => {
    const current = preparing.get(executionId);
    if (current?.view === view) return current.controller.signal;
    current?.controller.abort();
    const controller = new AbortController();
    preparing.set(executionId, { view, controller });
    return controller.signal;
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
    const view = JSON.stringify([sort.value, filter.value]);
    const signal = signalFor(execution.id, view);
    const isWhole = sort.value.length === 0 && !filter.value.text && filter.value.conditions.length === 0;
    const page = isWhole
      ? await readPage(execution, input)
      : await readView(execution, { ...input, sort: sort.value, filter: filter.value }, signal);
    return page.ok ? success({ ...page.value, columns: withTypes(page.value.columns, columns) }) : page;
  };

  const readPage = (execution: Captured, { offset, limit }: { offset: number; limit: number }) =>
    evidenceProcess.request('readRows', {
      file: evidenceFile(dataFolder, execution.evidenceName),
      offset,
      limit,
    });

  const readView = (
    { evidenceName, sha256, columns }: Captured,
    { sort, filter, offset, limit }: { sort: ResolvedSort[]; filter: ResolvedFilter; offset: number; limit: number },
    signal: AbortSignal,
  ) =>
    evidenceProcess.request(
      'readRowView',
      {
        file: evidenceFile(dataFolder, evidenceName),
        sha256,
        types: columns.map(({ type }) => type),
        scratchFolder,
        sort,
        filter,
        offset,
        limit,
      },
      { signal },
    );

  return { rows, removeScratch };
};

const isCaptured = (execution: ExecutionRecord): execution is Captured => execution.sha256 !== null;

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
