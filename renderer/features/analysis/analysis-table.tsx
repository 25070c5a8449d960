import { memo, useCallback, useDeferredValue, useEffect, useRef } from 'react';
import type { Question } from '../../../preload/contract';
import { afterPaint } from '../../components/after-paint';
import { HeaderCell } from '../../components/cells';
import { focusGridRow, moveGridFocus } from '../../components/grid-focus';
import { MarksLegend } from '../../components/marks-legend';
import { takeTwoLines } from '../../components/narrow-rows';
import { tickState, toggleAll, toggleRow } from '../../components/row-choice';
import rows from '../../components/rows.module.css';
import { TickBox } from '../../components/tick-box';
import { VirtualRows, type VirtualRowsHandle } from '../../components/virtual-rows';
import { textsOf } from '../../texts';
import { useConnectors } from '../settings/connectors-store';
import styles from './analysis.module.css';
import { AnalysisRow } from './analysis-row';
import { endSeeking, focusQuestion, useAnalyses } from './analysis-store';

const t = textsOf('analysis');

interface AnalysisTableProps {
  questions: readonly Question[];
  /** The audit is archived: nothing can be ticked or chosen. */
  readOnly: boolean;
  onCreateConnector: (questionId: string, toolType: string) => void;
}

/** Step 3's questions with their tool types and connectors. */
export const AnalysisTable = ({ questions, readOnly, onCreateConnector }: AnalysisTableProps) => {
  const list = useRef<VirtualRowsHandle>(null);
  const focusedId = useAnalyses((state) => state.focusedId);
  const connectors = useAnalyses((state) => state.connectors);
  const types = useConnectors((state) => state.types);
  const active = Math.max(
    0,
    questions.findIndex((question) => question.questionId === focusedId),
  );
  const rowHeight = takeTwoLines('84rem') ? 44 : 34;
  const shown = useRef(questions);
  shown.current = questions;

  /** The row of the focused question now: with a filter, what a choice changed may have left the rows. */
  const place = useCallback(
    () => shown.current.findIndex(({ questionId }) => questionId === useAnalyses.getState().focusedId),
    [],
  );

  const filter = useDeferredValue(useAnalyses((state) => state.filter));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter puts the question that is looked at elsewhere
  useEffect(() => list.current?.scrollToIndex(Math.max(0, place())), [filter]);

  const soughtId = useAnalyses(({ sought }) => (sought?.at === 'row' ? sought.questionId : null));
  useEffect(() => {
    const index = questions.findIndex(({ questionId }) => questionId === soughtId);
    // A filter that was let go of may not have drawn it yet.
    if (soughtId === null || index < 0) return;
    return afterPaint(() => {
      focusGridRow({ activate: () => focusQuestion(soughtId), place, list }, index, 'tick');
      endSeeking();
    });
  }, [soughtId, questions, place]);

  const onTick = useCallback((questionId: string, asRange: boolean) => {
    const order = shown.current.map((question) => question.questionId);
    useAnalyses.setState((state) => ({ ticked: toggleRow(state.ticked, order, questionId, asRange) }));
  }, []);
  const nextRow = useCallback(
    (column: string) => {
      const index = place();
      const next = shown.current[index + 1];
      if (next) focusGridRow({ activate: () => focusQuestion(next.questionId), place, list }, index + 1, column);
    },
    [place],
  );
  const activate = (index: number) => {
    const question = questions[index];
    if (question) focusQuestion(question.questionId);
  };

  return (
    <VirtualRows
      ref={list}
      role="grid"
      label={t('table.label')}
      rows={questions}
      rowKey={(question) => question.questionId}
      rowHeight={() => rowHeight}
      keepIndex={active}
      onKeyDown={(event) => moveGridFocus(event, { count: questions.length, active, activate, place, list })}
      rowProps={(question) => ({
        onFocus: () => focusQuestion(question.questionId),
        onPointerDown: () => focusQuestion(question.questionId),
      })}
      header={<TableHeader questions={questions} readOnly={readOnly} />}
      renderRow={(question, index) => (
        <AnalysisRow
          question={question}
          active={question.questionId === focusedId}
          tabStop={index === active}
          types={types}
          connectors={connectors}
          readOnly={readOnly}
          onTick={onTick}
          onCreateConnector={onCreateConnector}
          onNextRow={nextRow}
        />
      )}
    />
  );
};

const TableHeader = memo(({ questions, readOnly }: Omit<AnalysisTableProps, 'onCreateConnector'>) => {
  const chosen = useAnalyses((state) => state.ticked.chosen);
  const order = questions.map((question) => question.questionId);
  return (
    <div className={`${rows.header} ${styles.columns}`}>
      <HeaderCell>
        {!readOnly && (
          <TickBox
            label={t('table.selectAll')}
            state={tickState(chosen, order)}
            onToggle={() => useAnalyses.setState((state) => ({ ticked: toggleAll(state.ticked, order) }))}
          />
        )}
      </HeaderCell>
      <HeaderCell aria-label={t('table.state')} className={`${styles.state} ${styles.marks}`}>
        <MarksLegend />
      </HeaderCell>
      <HeaderCell>{t('table.number')}</HeaderCell>
      <HeaderCell>{t('table.question')}</HeaderCell>
      <HeaderCell className={styles.pickerHeading}>{t('table.toolType')}</HeaderCell>
      <HeaderCell className={styles.pickerHeading}>{t('table.connector')}</HeaderCell>
    </div>
  );
});
