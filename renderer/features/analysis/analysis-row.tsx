import { IconAlertTriangle, IconPlus, IconQuestionMark } from '@tabler/icons-react';
import { memo } from 'react';
import type { Analysis, Connector, Question } from '../../../preload/contract';
import { Cell } from '../../components/cells';
import { EnvironmentBadge } from '../../components/environment-badge';
import { gridColumn } from '../../components/grid-focus';
import rows from '../../components/rows.module.css';
import { Spoken } from '../../components/spoken';
import { StatusDot } from '../../components/status-dot';
import { TickBox } from '../../components/tick-box';
import { textsOf } from '../../texts';
import { questionName } from '../questions/questions-store';
import { useConnectors } from '../settings/connectors-store';
import styles from './analysis.module.css';
import { selectFor, selectToolType, useAnalyses } from './analysis-store';
import { Picker } from './picker';
import { connectorOptions, toolTypeOptions } from './picker-options';
import { isUnsure, type QuestionState, stateLabel, stateOf } from './question-state';
import { choiceOf, connectorsOfType, type Offer, offerFor } from './selection';

const t = textsOf('analysis');

interface AnalysisRowProps {
  question: Question;
  /** Whether the Tab key stops at this row's controls. */
  tabStop: boolean;
  onTick: (questionId: string, asRange: boolean) => void;
  onCreateConnector: (questionId: string, toolType: string) => void;
  /** Enter has chosen in this column: the next row's control takes the focus. */
  onNextRow: (column: string) => void;
}

/** One question of Step 3. It draws itself again only when its own analysis changes. */
export const AnalysisRow = memo(({ question, tabStop, onTick, onCreateConnector, onNextRow }: AnalysisRowProps) => {
  const { questionId } = question;
  const analysis = useAnalyses((state) => state.analyses.get(questionId));
  const ticked = useAnalyses((state) => state.ticked.chosen.has(questionId));
  const active = useAnalyses((state) => state.focusedId === questionId);
  const name = questionName(question);
  const tabIndex = tabStop ? 0 : -1;

  return (
    <div className={`${rows.row} ${styles.columns}`} data-ticked={ticked} data-active={active}>
      <Cell role="gridcell">
        <TickBox
          label={t('table.select', { question: name })}
          state={ticked ? 'all' : 'none'}
          onToggle={(asRange) => onTick(questionId, asRange)}
          control={{ tabIndex, ...gridColumn('tick') }}
        />
      </Cell>
      <Cell role="gridcell" className={styles.state}>
        <StateMark state={stateOf(analysis)} />
      </Cell>
      <Cell role="gridcell" className={rows.line}>
        {name}
      </Cell>
      <Cell role="gridcell" className={rows.line} title={question.question}>
        {question.question}
      </Cell>
      <Cell role="gridcell">
        <ToolTypePicker
          name={name}
          questionId={questionId}
          analysis={analysis}
          tabIndex={tabIndex}
          onNextRow={onNextRow}
        />
      </Cell>
      <Cell role="gridcell">
        <ConnectorCell
          name={name}
          questionId={questionId}
          analysis={analysis}
          tabIndex={tabIndex}
          onCreateConnector={onCreateConnector}
          onNextRow={onNextRow}
        />
      </Cell>
    </div>
  );
});

const StateMark = ({ state }: { state: QuestionState }) => {
  if (state === 'ready') return <StatusDot state="active" label={stateLabel('ready')} />;
  if (state === 'no-query') return <StatusDot state="pending" label={stateLabel('no-query')} />;
  return (
    <span role="img" aria-label={stateLabel(state)} title={stateLabel(state)} className={styles.warning}>
      {state === 'unsure' ? <IconQuestionMark size={15} aria-hidden /> : <IconAlertTriangle size={15} aria-hidden />}
    </span>
  );
};

const nothingChosen = (analysis: Analysis | undefined): string =>
  analysis && isUnsure(analysis) ? t('suggest.unsureNone') : t('row.choose');

/** How sure a suggestion is that no person has confirmed; its reason is told where the pointer rests. */
const Suggested = ({ analysis }: { analysis: Analysis | undefined }) => {
  if (analysis?.chosenBy !== 'rule' || analysis.toolSuggestion === null) return null;
  const confidence = (analysis.confidence ?? 0).toFixed(2);
  const unsure = isUnsure(analysis);
  const words = t(unsure ? 'suggest.unsureType' : 'suggest.sure', { confidence });
  return (
    <span
      className={styles.suggested}
      data-unsure={unsure}
      title={`${words}. ${analysis.connectorReason.replaceAll('*', '')}`}
    >
      {unsure ? `? ${confidence}` : confidence}
      <Spoken>{words}</Spoken>
    </span>
  );
};

interface ChoiceProps {
  /** The question's name for people. */
  name: string;
  questionId: string;
  analysis: Analysis | undefined;
  tabIndex: number;
  onNextRow: AnalysisRowProps['onNextRow'];
}

const ToolTypePicker = ({ name, questionId, analysis, tabIndex, onNextRow }: ChoiceProps) => {
  const types = useConnectors((state) => state.types);
  const toolType = analysis?.toolSuggestion ?? null;
  const known = types.find((type) => type.type === toolType);
  return (
    <Picker
      look="row"
      label={t('row.toolTypeOf', { question: name })}
      what={t('picker.toolTypes')}
      options={() => toolTypeOptions(types, useAnalyses.getState().connectors)}
      chosenKey={toolType}
      onChoose={(key) => selectToolType(questionId, key)}
      onCommitted={() => onNextRow('tool-type')}
      asPlaceholder={toolType === null}
      control={{ tabIndex, ...gridColumn('tool-type') }}
    >
      <span className={styles.name}>
        {toolType === null ? nothingChosen(analysis) : (known?.label ?? t('row.unsupported', { toolType }))}
      </span>
      <Suggested analysis={analysis} />
    </Picker>
  );
};

const ConnectorCell = ({
  name,
  questionId,
  analysis,
  tabIndex,
  onCreateConnector,
  onNextRow,
}: ChoiceProps & Pick<AnalysisRowProps, 'onCreateConnector'>) => {
  const connectors = useAnalyses((state) => state.connectors);
  const choice = analysis ? choiceOf(analysis) : { toolType: null, connectorId: null };
  const offer = offerFor(choice, analysis?.resolution ?? 'needs-selection', connectors);
  const { toolType } = choice;
  if (toolType === null) return <span className={styles.hint}>{t('row.toolTypeFirst')}</span>;
  if (offer.kind === 'missing') {
    return (
      <span className={styles.missing}>
        <span className={rows.dimmed}>{t('picker.noneOnCi')}</span>
        <button
          type="button"
          className={styles.create}
          aria-label={t('row.createFor', { question: name })}
          onClick={() => onCreateConnector(questionId, toolType)}
          tabIndex={tabIndex}
          {...gridColumn('connector')}
        >
          <IconPlus size={14} aria-hidden /> {t('row.create')}
        </button>
      </span>
    );
  }
  const ofType = connectorsOfType(connectors, toolType);
  const shownId = 'selection' in offer ? offer.selection.connectorId : null;
  return (
    <Picker
      look="row"
      label={t('row.connectorOf', { question: name })}
      what={t('picker.connectors')}
      options={() => connectorOptions(ofType)}
      chosenKey={offer.kind === 'selected' ? String(shownId) : null}
      onChoose={(key) => selectFor([questionId], { toolType, connectorId: Number(key) })}
      onCommitted={() => onNextRow('connector')}
      asPlaceholder={offer.kind === 'choose'}
      footer={{ label: t('row.newConnector'), run: () => onCreateConnector(questionId, toolType) }}
      control={{ tabIndex, ...gridColumn('connector') }}
    >
      <OfferText offer={offer} connector={ofType.find((connector) => connector.id === shownId)} />
    </Picker>
  );
};

/** The connector of an offer, or how many there are to choose from. */
const OfferText = ({ offer, connector }: { offer: Offer; connector: Connector | undefined }) => {
  if (offer.kind === 'choose') return <>{t('row.chooseOneOf', { count: offer.count })}</>;
  if (!connector) return null;
  return (
    <>
      <StatusDot state={connector.status} label={t(`status.${connector.status}`)} />
      <span className={styles.name}>{connector.connectorName}</span>
      <EnvironmentBadge environment={connector.environment} />
      {offer.kind === 'only-one-of-type' && (
        <span className={styles.onlyOne} title={t('row.onlyOne')}>
          {t('row.onlyOne')}
        </span>
      )}
    </>
  );
};
