import { IconAlertTriangle, IconBan, IconPlus, IconQuestionMark } from '@tabler/icons-react';
import { memo } from 'react';
import type { Analysis, Connector, ConnectorType, Question } from '../../../preload/contract';
import { EnvironmentBadge } from '../../components/environment-badge';
import { gridColumn } from '../../components/grid-focus';
import rows from '../../components/rows.module.css';
import { StatusDot } from '../../components/status-dot';
import { TickBox } from '../../components/tick-box';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';
import { questionName } from '../questions/questions-store';
import styles from './analysis.module.css';
import { selectFor, selectToolType, useAnalyses } from './analysis-store';
import { Picker } from './picker';
import { connectorOptions, toolTypeOptions } from './picker-options';
import { isUnsure, type QuestionState, stateLabel, stateOf } from './question-state';
import { type ConnectorsByType, choiceOf, connectorsOfType, type Offer, offerFor } from './selection';

const t = textsOf('analysis');

interface AnalysisRowProps {
  question: Question;
  /** Whether it is the question that the page below is about. */
  active: boolean;
  /** Whether the Tab key stops at this row's controls. */
  tabStop: boolean;
  types: readonly ConnectorType[];
  connectors: ConnectorsByType;
  readOnly: boolean;
  onTick: (questionId: string, asRange: boolean) => void;
  onCreateConnector: (questionId: string, toolType: string) => void;
  /** Enter has chosen in this column: the next row's control takes the focus. */
  onNextRow: (column: string) => void;
}

/** One question of Step 3. It draws itself again only when its own analysis changes. */
export const AnalysisRow = memo((props: AnalysisRowProps) => {
  const { question, active, tabStop, types, connectors, readOnly, onTick, onCreateConnector, onNextRow } = props;
  const { questionId } = question;
  const analysis = useAnalyses((state) => state.analyses.get(questionId));
  const ticked = useAnalyses((state) => state.ticked.chosen.has(questionId));
  const name = questionName(question);
  const state = stateOf(analysis);
  const tabIndex = tabStop ? 0 : -1;

  return (
    <div className={`${rows.row} ${styles.columns}`} data-ticked={ticked} data-active={active}>
      <div role="gridcell">
        {!readOnly && (
          <TickBox
            label={t('table.select', { question: name })}
            state={ticked ? 'all' : 'none'}
            onToggle={(asRange) => onTick(questionId, asRange)}
            control={{ tabIndex, ...gridColumn('tick') }}
          />
        )}
      </div>
      <div role="gridcell" className={styles.state}>
        <StateMark state={state} hasRun={analysis?.hasRun ?? false} />
      </div>
      <div role="gridcell" className={rows.lines}>
        {name}
      </div>
      <div role="gridcell" className={styles.question}>
        <span className={rows.lines} title={question.question}>
          {question.question}
        </span>
        {state === 'not-answerable' && (
          <span className={styles.word} title={analysis?.notAnswerable}>
            {t('unanswerable.word')}
          </span>
        )}
      </div>
      <div role="gridcell">
        <ToolTypePicker
          name={name}
          questionId={questionId}
          analysis={analysis}
          types={types}
          readOnly={readOnly}
          tabIndex={tabIndex}
          onNextRow={onNextRow}
        />
      </div>
      <div role="gridcell">
        <ConnectorCell
          name={name}
          questionId={questionId}
          analysis={analysis}
          connectors={connectors}
          readOnly={readOnly}
          tabIndex={tabIndex}
          onCreateConnector={onCreateConnector}
          onNextRow={onNextRow}
        />
      </div>
    </div>
  );
});

const markIcons: Partial<Record<QuestionState, typeof IconBan>> = {
  unsure: IconQuestionMark,
  'not-answerable': IconBan,
};

const StateMark = ({ state, hasRun }: { state: QuestionState; hasRun: boolean }) => {
  if (state === 'ready') {
    return <StatusDot state={hasRun ? 'active' : 'half'} label={hasRun ? stateLabel('ready') : t('states.untried')} />;
  }
  if (state === 'no-query') return <StatusDot state="pending" label={stateLabel('no-query')} />;
  const MarkIcon = markIcons[state] ?? IconAlertTriangle;
  return (
    <span role="img" aria-label={stateLabel(state)} title={stateLabel(state)} className={styles.warning}>
      <MarkIcon size={15} aria-hidden />
    </span>
  );
};

/** A question that is not answerable here asks for no choice. */
const isLeft = (analysis: Analysis | undefined): boolean => analysis?.notAnswerable !== undefined;

const nothing = '–';

const nothingChosen = (analysis: Analysis | undefined): string => {
  if (isLeft(analysis)) return nothing;
  return analysis && isUnsure(analysis) ? t('suggest.unsureNone') : t('row.choose');
};

/** How sure a suggestion is that no person has confirmed; its reason is told where the pointer rests. */
const Suggested = ({ analysis }: { analysis: Analysis | undefined }) => {
  if (analysis?.chosenBy !== 'rule' || analysis.toolSuggestion === null || isLeft(analysis)) return null;
  const confidence = (analysis.confidence ?? 0).toFixed(2);
  const unsure = isUnsure(analysis);
  const help = t(unsure ? 'suggest.unsureHelp' : 'suggest.sureHelp', { confidence });
  return (
    <span
      role="img"
      aria-label={t(unsure ? 'suggest.unsureType' : 'suggest.sureType')}
      className={styles.suggested}
      data-unsure={unsure}
      title={`${help} ${fromMain(analysis.connectorReason).replaceAll('*', '')}`}
    >
      {t(unsure ? 'suggest.unsure' : 'suggest.sure')}
    </span>
  );
};

interface ChoiceProps {
  /** The question's name for people. */
  name: string;
  questionId: string;
  analysis: Analysis | undefined;
  readOnly: boolean;
  tabIndex: number;
  onNextRow: AnalysisRowProps['onNextRow'];
}

const ToolTypePicker = ({
  name,
  questionId,
  analysis,
  types,
  readOnly,
  tabIndex,
  onNextRow,
}: ChoiceProps & Pick<AnalysisRowProps, 'types'>) => {
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
      readOnly={readOnly}
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
  connectors,
  readOnly,
  tabIndex,
  onCreateConnector,
  onNextRow,
}: ChoiceProps & Pick<AnalysisRowProps, 'connectors' | 'onCreateConnector'>) => {
  const choice = analysis ? choiceOf(analysis) : { toolType: null, connectorId: null };
  const offer = offerFor(choice, analysis?.resolution ?? 'needs-selection', connectors);
  const { toolType } = choice;
  const left = isLeft(analysis);
  if (toolType === null) return <span className={styles.hint}>{left ? nothing : t('row.toolTypeFirst')}</span>;
  if (offer.kind === 'missing') {
    return (
      <span className={styles.missing}>
        <span className={rows.dimmed}>{t('picker.noneOnCi')}</span>
        {!readOnly && !left && (
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
        )}
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
      readOnly={readOnly}
      asPlaceholder={offer.kind === 'choose'}
      footer={{ label: t('row.newConnector'), run: () => onCreateConnector(questionId, toolType) }}
      control={{ tabIndex, ...gridColumn('connector') }}
    >
      <OfferText offer={offer} left={left} connector={ofType.find((connector) => connector.id === shownId)} />
    </Picker>
  );
};

interface OfferTextProps {
  offer: Offer;
  left: boolean;
  connector: Connector | undefined;
}

/** The connector of an offer, or how many there are to choose from. */
const OfferText = ({ offer, left, connector }: OfferTextProps) => {
  if (offer.kind === 'choose') return <>{left ? nothing : t('row.chooseOneOf', { count: offer.count })}</>;
  if (!connector) return null;
  return (
    <>
      <StatusDot state={connector.status} label={t(`status.${connector.status}`)} />
      <span className={styles.name}>{connector.connectorName}</span>
      <EnvironmentBadge environment={connector.environment} />
      {offer.kind === 'only-one-of-type' && (
        <span className={styles.onlyOne} title={t('row.onlyOne')}>
          {t('row.onlyOneShort')}
        </span>
      )}
    </>
  );
};
