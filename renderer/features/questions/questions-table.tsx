import { useRef, useState } from 'react';
import type { Question } from '../../../preload/contract';
import { Cell, HeaderCell } from '../../components/cells';
import { gridColumn, moveGridFocus } from '../../components/grid-focus';
import { type RowChoice, tickState, toggleAll, toggleRow } from '../../components/row-choice';
import rows from '../../components/rows.module.css';
import { TickBox } from '../../components/tick-box';
import { VirtualRows, type VirtualRowsHandle } from '../../components/virtual-rows';
import { textsOf } from '../../texts';
import styles from './questions.module.css';
import { questionName } from './questions-store';

const t = textsOf('questions');

interface QuestionsTableProps {
  questions: readonly Question[];
  choice: RowChoice<string>;
  onChoice: (choice: RowChoice<string>) => void;
}

/** The questions of an application, with tick boxes. */
export const QuestionsTable = ({ questions, choice, onChoice }: QuestionsTableProps) => {
  const [active, setActive] = useState(0);
  const list = useRef<VirtualRowsHandle>(null);
  const order = questions.map((question) => question.questionId);

  const header = (
    <div className={`${rows.header} ${styles.columns}`}>
      <HeaderCell>
        <TickBox
          label={t('page.selectAll')}
          state={tickState(choice.chosen, order)}
          onToggle={() => onChoice(toggleAll(choice, order))}
        />
      </HeaderCell>
      <HeaderCell>{t('columns.questionNumber')}</HeaderCell>
      <HeaderCell>{t('columns.process')}</HeaderCell>
      <HeaderCell>{t('columns.subProcess')}</HeaderCell>
      <HeaderCell>{t('columns.question')}</HeaderCell>
    </div>
  );

  return (
    <VirtualRows
      ref={list}
      role="grid"
      label={t('page.grid')}
      rows={questions}
      rowKey={(question) => question.questionId}
      rowHeight={() => 34}
      keepIndex={active}
      onKeyDown={(event) => moveGridFocus(event, { count: questions.length, active, activate: setActive, list })}
      rowProps={(question, index) => ({
        'aria-selected': choice.chosen.has(question.questionId),
        onFocus: () => setActive(index),
      })}
      header={header}
      renderRow={(question, index) => (
        <div className={`${rows.row} ${styles.columns}`} data-ticked={choice.chosen.has(question.questionId)}>
          <Cell role="gridcell">
            <TickBox
              label={t('page.select', { question: questionName(question) })}
              state={choice.chosen.has(question.questionId) ? 'all' : 'none'}
              onToggle={(asRange) => onChoice(toggleRow(choice, order, question.questionId, asRange))}
              control={{ tabIndex: index === active ? 0 : -1, ...gridColumn('tick') }}
            />
          </Cell>
          <Cell role="gridcell" className={rows.line}>
            {questionName(question)}
            {question.fileType === 'followup' && <span className={styles.kind}>{t('fileType.followup')}</span>}
          </Cell>
          <Cell role="gridcell" className={`${rows.line} ${rows.dimmed}`} title={question.process}>
            {question.process}
          </Cell>
          <Cell role="gridcell" className={`${rows.line} ${rows.dimmed}`} title={question.subProcess}>
            {question.subProcess}
          </Cell>
          <Cell role="gridcell" className={rows.lines} title={question.question}>
            {question.question}
          </Cell>
        </div>
      )}
    />
  );
};
