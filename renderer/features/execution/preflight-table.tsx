import { Anchor } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Environment, PreflightItem, Question } from '../../../preload/contract';
import { Cell, HeaderCell } from '../../components/cells';
import { EnvironmentBadge } from '../../components/environment-badge';
import { formatExactTime } from '../../components/format';
import { focusGridRow, gridColumn, moveGridFocus } from '../../components/grid-focus';
import { type RowChoice, tickState, toggleAll, toggleRow } from '../../components/row-choice';
import rows from '../../components/rows.module.css';
import { Split } from '../../components/split';
import { TickBox } from '../../components/tick-box';
import { VirtualRows, type VirtualRowsHandle } from '../../components/virtual-rows';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';
import { questionName } from '../questions/questions-store';
import { addressOf, shortenPath } from '../settings/connector-address';
import styles from './execution.module.css';
import type { LastRun } from './last-run';
import { PreflightDetail } from './preflight-detail';
import type { Returning } from './use-run-rows';
import { canOpen } from './use-run-rows';

const t = textsOf('preflight');

/** A question with where its query would run; the item is there once it was checked. */
export interface PreflightRow {
  question: Question;
  item: PreflightItem | undefined;
  connectorName: string | null;
  environment: Environment | null;
  target: string | null;
  query: string;
  /** Why no system answers it, where a person said so. */
  notAnswerable: string | undefined;
  /** Missing until the runs are read. */
  lastRun: LastRun | undefined;
}

interface PreflightTableProps {
  applicationId: number;
  rowsShown: readonly PreflightRow[];
  ticked: RowChoice<string>;
  onTicked: (ticked: RowChoice<string>) => void;
  onOpen: (executionId: number) => void;
  /** The run whose evidence was just left: its row is the current one, once. */
  returning: RefObject<Returning>;
}

/** Question × connector × environment × target × exact query × what its check found. */
export const PreflightTable = ({
  applicationId,
  rowsShown,
  ticked,
  onTicked,
  onOpen,
  returning,
}: PreflightTableProps) => {
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      rowsShown.findIndex(({ lastRun }) => lastRun?.execution?.id === returning.current.executionId),
    ),
  );
  const list = useRef<VirtualRowsHandle>(null);
  useEffect(() => {
    if (returning.current.executionId === null) return;
    returning.current.executionId = null;
    // Its row is drawn once the list knows its own height.
    requestAnimationFrame(() => focusGridRow({ activate: setActive, list }, active, 'run'));
  });
  const order = rowsShown.map((row) => row.question.questionId);
  const focused = rowsShown[active];

  return (
    <Split
      handleLabel={t('table.handle')}
      pane={focused && <PreflightDetail applicationId={applicationId} row={focused} />}
    >
      <VirtualRows
        ref={list}
        role="grid"
        label={t('bar.check')}
        rows={rowsShown}
        rowKey={(row) => row.question.questionId}
        rowHeight={() => 34}
        keepIndex={active}
        onKeyDown={(event) => moveGridFocus(event, { count: rowsShown.length, active, activate: setActive, list })}
        rowProps={(row, index) => ({
          'aria-selected': ticked.chosen.has(row.question.questionId),
          onFocus: () => setActive(index),
          onPointerDown: () => setActive(index),
        })}
        header={
          <div className={`${rows.header} ${styles.preflightColumns}`}>
            <HeaderCell>
              <TickBox
                label={t('table.selectAll')}
                state={tickState(ticked.chosen, order)}
                onToggle={() => onTicked(toggleAll(ticked, order))}
              />
            </HeaderCell>
            <HeaderCell>{t('table.number')}</HeaderCell>
            <HeaderCell>{t('table.question')}</HeaderCell>
            <HeaderCell>{t('table.connector')}</HeaderCell>
            <HeaderCell>{t('table.target')}</HeaderCell>
            <HeaderCell>{t('table.query')}</HeaderCell>
            <HeaderCell>{t('table.lastRun')}</HeaderCell>
            <HeaderCell>{t('table.verdict')}</HeaderCell>
          </div>
        }
        renderRow={(row, index) => {
          const { questionId } = row.question;
          const chosen = ticked.chosen.has(questionId);
          return (
            <div
              className={`${rows.row} ${styles.preflightColumns}`}
              data-ticked={chosen}
              data-active={index === active}
            >
              <Cell role="gridcell">
                <TickBox
                  label={t('table.select', { question: questionName(row.question) })}
                  state={chosen ? 'all' : 'none'}
                  onToggle={(asRange) => onTicked(toggleRow(ticked, order, questionId, asRange))}
                  control={{ tabIndex: index === active ? 0 : -1, ...gridColumn('tick') }}
                />
              </Cell>
              <PreflightCells row={row} active={index === active} onOpen={onOpen} />
            </div>
          );
        }}
      />
    </Split>
  );
};

interface PreflightCellsProps {
  row: PreflightRow;
  active: boolean;
  onOpen: (executionId: number) => void;
}

const PreflightCells = ({ row, active, onOpen }: PreflightCellsProps) => (
  <>
    <Cell role="gridcell" className={rows.line}>
      {questionName(row.question)}
    </Cell>
    <Cell role="gridcell" className={rows.question} title={row.question.question}>
      {row.question.question}
    </Cell>
    <Cell role="gridcell" className={styles.connector}>
      {row.connectorName === null ? (
        <span className={rows.dimmed}>{t('table.none')}</span>
      ) : (
        <>
          <span className={rows.whole} title={row.connectorName}>
            {row.connectorName}
          </span>
          <EnvironmentBadge environment={row.environment} />
        </>
      )}
    </Cell>
    <Cell role="gridcell" className={`${rows.question} ${rows.dimmed}`} title={row.target ?? undefined}>
      {row.target && shortenPath(addressOf(row.target))}
    </Cell>
    <Cell role="gridcell" className={`${rows.lines} ${styles.code}`} title={row.query}>
      {row.query}
    </Cell>
    <Cell role="gridcell" className={rows.lines}>
      {row.lastRun && <LastRunText lastRun={row.lastRun} active={active} onOpen={onOpen} />}
    </Cell>
    <Cell role="gridcell" className={styles.verdict}>
      <Verdict row={row} />
    </Cell>
  </>
);

interface LastRunTextProps {
  lastRun: LastRun;
  /** Whether its row is the current one. */
  active: boolean;
  onOpen: (executionId: number) => void;
}

/** How the question ran last; leads to what that brought. */
const LastRunText = ({ lastRun: { state, execution }, active, onOpen }: LastRunTextProps) => {
  const text = t(`lastRun.${state}`, { run: execution?.id ?? '' });
  const title = execution?.startedAt ? formatExactTime(execution.startedAt) : undefined;
  if (!execution || !canOpen(execution)) {
    return (
      <span className={styles.lastRun} data-state={state} title={title}>
        {text}
      </span>
    );
  }
  return (
    <Anchor
      component="button"
      type="button"
      inherit
      className={styles.lastRun}
      data-state={state}
      title={title}
      tabIndex={active ? 0 : -1}
      {...gridColumn('run')}
      onClick={() => onOpen(execution.id)}
    >
      {text}
    </Anchor>
  );
};

/** What ran, or waits to, was judged as it is now before it started. */
const isJudgedByRun = (lastRun: LastRun | undefined): boolean =>
  lastRun !== undefined && lastRun.state !== 'never' && lastRun.state !== 'changed';

const Verdict = ({ row: { item, notAnswerable, lastRun } }: { row: PreflightRow }) => {
  if (!item && notAnswerable !== undefined) {
    return (
      <span className={rows.question} title={notAnswerable}>
        {t('table.notAnswerable', { why: notAnswerable })}
      </span>
    );
  }
  if (!item)
    return <span className={rows.dimmed}>{t(isJudgedByRun(lastRun) ? 'table.checkedAtRun' : 'table.notChecked')}</span>;
  if (item.verdict === 'ready') {
    return (
      <>
        <IconCheck size={15} className={styles.ready} aria-hidden /> {t('table.ready')}
      </>
    );
  }
  const reasons = item.reasons.map(fromMain);
  return (
    <>
      <IconAlertTriangle size={15} aria-hidden />
      <span className={rows.question} title={reasons.join('\n')}>
        {t('table.refused', { why: reasons.join(' ') })}
      </span>
    </>
  );
};
