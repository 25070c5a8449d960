import { ActionIcon, Button, CloseButton, Popover, Progress, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconFilter, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import type { Column, Execution, LookingProgress, RowCondition, RowSort } from '../../../preload/contract';
import { inMainPart } from '../../components/floating';
import { formatCount } from '../../components/format';
import { takesEscape } from '../../components/use-leave-by-escape';
import { textsOf } from '../../texts';
import { ConditionForm } from './condition-form';
import styles from './looking.module.css';
import { isWhole, type RowView, wholeView, withCondition, withoutCondition, withText } from './row-view';

const t = textsOf('looking');

interface ViewBarProps {
  execution: Execution;
  view: RowView;
  onView: (view: RowView) => void;
  /** Rows of the view; null while they are looked for. */
  total: number | null;
  progress: LookingProgress | null;
  findField: RefObject<HTMLInputElement | null>;
  onFindNext: (backwards: boolean) => void;
  /** Takes the keyboard back to the rows. */
  onLeave: () => void;
  columnsShown: boolean;
  onColumns: () => void;
  onSample: () => void;
}

/** Typing goes on while rows are looked for; they are looked for once it pauses. */
const pauseMs = 250;

/** Finds, filters and sorts, and says how many rows are left. */
export const ViewBar = (props: ViewBarProps) => {
  const { execution, view, onView, total, progress, findField, onFindNext, onLeave } = props;
  const [text, setText] = useState(view.filter.text);
  const [adding, setAdding] = useState(false);
  useEffect(() => {
    if (text === view.filter.text) return;
    const timer = window.setTimeout(() => onView(withText(view, text)), pauseMs);
    return () => window.clearTimeout(timer);
  }, [text, view, onView]);

  const reset = () => {
    setText('');
    onView(wholeView);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && text === view.filter.text && total) onFindNext(event.shiftKey);
    else if (event.key === 'Enter') onView(withText(view, text));
    else if (event.key === 'ArrowDown') onLeave();
    else if (event.key === 'Escape' && text !== '') setText('');
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.bar}>
      <TextInput
        ref={findField}
        className={styles.find}
        aria-label={t('find.label')}
        placeholder={t('find.placeholder')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        {...takesEscape(text !== '')}
      />
      {view.filter.text !== '' && (
        <>
          <ActionIcon aria-label={t('find.previous')} disabled={!total} onClick={() => onFindNext(true)}>
            <IconChevronUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t('find.next')} disabled={!total} onClick={() => onFindNext(false)}>
            <IconChevronDown size={16} aria-hidden />
          </ActionIcon>
        </>
      )}
      <Popover
        opened={adding}
        onChange={setAdding}
        trapFocus
        returnFocus
        position="bottom-start"
        shadow="md"
        portalProps={inMainPart}
      >
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconFilter size={16} aria-hidden />}
            aria-expanded={adding}
            onClick={() => setAdding(!adding)}
          >
            {t('filter.add')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <ConditionForm
            columns={execution.columns}
            onAdd={(condition) => {
              setAdding(false);
              onView(withCondition(view, condition));
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <Chips columns={execution.columns} view={view} onView={onView} />
      {!isWhole(view) && (
        <Button variant="subtle" color="gray" onClick={reset}>
          {t('filter.reset')}
        </Button>
      )}
      <div className={styles.whole}>
        <span className={styles.count} role="status">
          <Count total={total} of={execution.rowCount} />
          {total === null && progress && (
            <Progress
              w="6rem"
              value={(progress.rows / Math.max(1, progress.of)) * 100}
              aria-label={t('find.progress')}
            />
          )}
        </span>
        <Button variant="default" aria-expanded={props.columnsShown} onClick={props.onColumns}>
          {t('columns.title')}
        </Button>
        <Button variant="default" disabled={execution.rowCount === 0} onClick={props.onSample}>
          {t('sample.open')}
        </Button>
      </div>
    </div>
  );
};

const Count = ({ total, of }: { total: number | null; of: number }) => {
  if (total === null) return <>{t('find.looking')}</>;
  if (total === of) return <>{t('find.all', { count: of })}</>;
  return <>{t('find.some', { shown: formatCount(total), all: formatCount(of) })}</>;
};

interface ChipsProps {
  columns: readonly Column[];
  view: RowView;
  onView: (view: RowView) => void;
}

/** What is sorted and filtered by, each to be taken away again. */
const Chips = ({ columns, view, onView }: ChipsProps) => {
  const nameOf = (column: number | string) => columns[Number(column)]?.name ?? String(column);
  return (
    <>
      {view.sort.map((sort) => (
        <Chip
          key={`sort ${sort.column}`}
          text={describeSort(sort, nameOf)}
          onRemove={() => onView({ ...view, sort: view.sort.filter((other) => other !== sort) })}
        />
      ))}
      {view.filter.conditions.map((condition, position) => (
        <Chip
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other identity, and hold no state
          key={position}
          text={describeCondition(condition, nameOf)}
          onRemove={() => onView(withoutCondition(view, position))}
        />
      ))}
    </>
  );
};

const Chip = ({ text, onRemove }: { text: string; onRemove: () => void }) => (
  <span className={styles.chip}>
    <span className={styles.chipText} title={text}>
      {text}
    </span>
    <CloseButton size="xs" aria-label={t('filter.remove', { what: text })} onClick={onRemove} />
  </span>
);

const describeSort = ({ column, direction }: RowSort, nameOf: (column: number | string) => string): string =>
  t(direction === 'ascending' ? 'filter.sortedUp' : 'filter.sortedDown', { column: nameOf(column) });

const describeCondition = (condition: RowCondition, nameOf: (column: number | string) => string): string => {
  const column = nameOf(condition.column);
  return 'value' in condition
    ? t('filter.condition', { column, test: t(`tests.${condition.test}`), value: condition.value })
    : t('filter.conditionOfNull', { column, test: t(`tests.${condition.test}`) });
};
