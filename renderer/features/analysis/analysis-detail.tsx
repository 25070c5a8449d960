import { Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { memo, type RefObject, useRef } from 'react';
import type { Analysis, Question, SchemaTable } from '../../../preload/contract';
import { Emphasised } from '../../components/emphasised';
import { FromMain } from '../../components/error-kind';
import { ErrorNotice } from '../../components/error-notice';
import rows from '../../components/rows.module.css';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';
import { questionName } from '../questions/questions-store';
import { useConnectorTypes } from '../settings/connectors-store';
import styles from './analysis.module.css';
import { editText, endSeeking, saveEdits, useAnalyses, useLaterAnalyses } from './analysis-store';
import { CompareConnectors, type ComparedRuns } from './compare-connectors';
import { KnownTables } from './known-tables';
import { NotAnswerableButton, NotAnswerableReason } from './not-answerable';
import { QueryEditor, type QueryEditorHandle } from './query-editor';
import { isUnsure, stateLabel, stateOf } from './question-state';
import { RecipePicker } from './recipe-picker';
import { useSchemas } from './schema-store';

const t = textsOf('analysis');

interface AnalysisDetailProps {
  question: Question;
  /** The audit is archived: its texts are shown as they were. */
  readOnly: boolean;
  onCompared: (runs: ComparedRuns) => void;
}

/**
 * What Step 3 holds of one question beside its selection: the reason, the prompt and the query. What is said of them comes
 * and goes below, so that the place where a person types stays.
 */
export const AnalysisDetail = memo(({ question, readOnly, onCompared }: AnalysisDetailProps) => {
  const { questionId } = question;
  const error = useAnalyses((state) => state.unsaved.get(questionId)?.error);
  const notAnswerable = useRef<HTMLButtonElement>(null);
  return (
    <section className={styles.detail} aria-label={t('detail.label', { question: questionName(question) })}>
      <DetailHead question={question} readOnly={readOnly} notAnswerable={notAnswerable} />
      <div className={styles.texts}>
        <PromptField questionId={questionId} readOnly={readOnly} />
        <QueryField questionId={questionId} readOnly={readOnly} onCompared={onCompared} />
      </div>
      <NotAnswerableReason
        questionId={questionId}
        readOnly={readOnly}
        onTakenBack={() => notAnswerable.current?.focus()}
      />
      {error && (
        <ErrorNotice
          title={t('detail.notSaved')}
          error={error}
          kept={t('detail.kept')}
          onRetry={() => void saveEdits(questionId)}
        />
      )}
    </section>
  );
});

interface DetailHeadProps extends Omit<AnalysisDetailProps, 'onCompared'> {
  notAnswerable: RefObject<HTMLButtonElement | null>;
}

const DetailHead = ({ question, readOnly, notAnswerable }: DetailHeadProps) => {
  const analysis = useLaterAnalyses().get(question.questionId);
  const reading = useSchemas(
    ({ byConnector }) => byConnector.get(analysis?.connectorId ?? Number.NaN)?.state === 'reading',
  );
  return (
    <div className={styles.detailHead}>
      <div className={styles.detailText}>
        <h2 className={styles.detailTitle}>
          <span className={styles.detailNumber}>{questionName(question)}</span> {question.question}
        </h2>
        <div className={rows.dimmed}>
          <Emphasised
            text={[standing(analysis, reading), placeOf(question), ...reasonOf(analysis)].filter(Boolean).join(' · ')}
          />
        </div>
      </div>
      {!readOnly && (
        <>
          <NotAnswerableButton
            key={question.questionId}
            ref={notAnswerable}
            questionId={question.questionId}
            name={questionName(question)}
          />
          <SaveState questionId={question.questionId} />
        </>
      )}
    </div>
  );
};

const PromptField = ({ questionId, readOnly }: Omit<QueryFieldProps, 'onCompared'>) => {
  const prompt = useAnalyses((state) => state.analyses.get(questionId)?.prompt ?? '');
  const isGone = useAnalyses((state) => state.notesGone.has(questionId)) && prompt === '' && !readOnly;
  return (
    <Textarea
      label={t('detail.prompt')}
      description={t(isGone ? 'detail.noteGone' : 'detail.promptHelp')}
      placeholder={t('detail.promptHint')}
      classNames={{
        root: styles.prompt,
        label: styles.promptLabel,
        description: styles.textHint,
        wrapper: styles.promptWrapper,
        input: styles.promptInput,
      }}
      readOnly={readOnly}
      value={prompt}
      onChange={(event) => editText(questionId, { prompt: event.currentTarget.value })}
    />
  );
};

interface QueryFieldProps {
  questionId: string;
  readOnly: boolean;
  onCompared: AnalysisDetailProps['onCompared'];
}

/** The query as it is typed; what the tool type brings, its language and tables, follows a choice a moment later. */
const QueryField = ({ questionId, readOnly, onCompared }: QueryFieldProps) => {
  const query = useAnalyses((state) => state.analyses.get(questionId)?.query ?? '');
  const edited = useAnalyses(({ sought }) => sought?.at === 'query' && sought.questionId === questionId);
  const analysis = useLaterAnalyses().get(questionId);
  const type = useConnectorTypes().find(({ type }) => type === analysis?.toolSuggestion);
  const tables = useTables(analysis?.connectorId ?? null);
  const editor = useRef<QueryEditorHandle>(null);
  const isCompared = type?.comparesTables && !type.withoutLogin;
  const namesUnknown = isCompared && analysis?.connectorId !== null && tables.length === 0 && !readOnly;
  return (
    <div className={styles.query}>
      <div className={styles.queryHead}>
        <span className={styles.label}>{t('detail.query')}</span>
        {type && analysis && !readOnly && (
          <RecipePicker
            key={`recipe ${questionId}`}
            applicationId={analysis.applicationId}
            questionId={questionId}
            type={type}
            replaces={query.trim() !== ''}
          />
        )}
        {analysis && !readOnly && (
          <CompareConnectors key={`compare ${questionId}`} analysis={analysis} onCompared={onCompared} />
        )}
        {!readOnly && (
          <KnownTables
            key={`tables ${questionId}`}
            analysis={analysis}
            queryLanguage={type?.queryLanguage}
            editor={editor}
          />
        )}
      </div>
      {type && (
        <div className={styles.textHint}>
          {type.queryHelp} {namesUnknown && t('detail.namesUnknown')}
        </div>
      )}
      <div className={styles.editor}>
        <QueryEditor
          ref={editor}
          documentKey={questionId}
          label={t('detail.query')}
          hint={t('detail.queryHint')}
          queryLanguage={type?.queryLanguage}
          tables={tables}
          readOnly={readOnly}
          takesFocus={edited}
          onFocusTaken={endSeeking}
          value={query}
          onChange={(written) => editText(questionId, { query: written })}
        />
      </div>
      {analysis && analysis.notAnswerable === undefined && (
        <QueryRemark analysis={analysis} tablesCompared={tables.length > 0 && type?.comparesTables === true} />
      )}
    </div>
  );
};

/** What is against the query, where it can be mended; or that it is a guess, until it has run or a person has changed it. */
const QueryRemark = ({ analysis, tablesCompared }: { analysis: Analysis; tablesCompared: boolean }) => {
  const { queryProblem, lastFailure, chosenBy, query, connectorName, hasRun } = analysis;
  const isAwaited = query === '' && isUnsure(analysis);
  const isGuess = chosenBy === 'rule' && query !== '' && connectorName !== null && !hasRun && !lastFailure;
  return (
    <div role="status" className={styles.remark}>
      {queryProblem !== undefined && <Against title={t('detail.queryProblem')}>{queryProblem}</Against>}
      {lastFailure && (
        <Against title={t('detail.lastFailure', { connector: connectorName ?? '' })}>{lastFailure.message}</Against>
      )}
      {isAwaited && <div>{t('detail.typeFirst')}</div>}
      {queryProblem === undefined && isGuess && (
        <div>{t(tablesCompared ? 'detail.fromRecipeTables' : 'detail.fromRecipe', { connector: connectorName })}</div>
      )}
    </div>
  );
};

const Against = ({ title, children }: { title: string; children: string }) => (
  <div className={styles.queryProblem}>
    <IconAlertTriangle size={14} aria-hidden />
    <strong>{title}</strong>
    <FromMain>{children}</FromMain>
  </div>
);

const noTables: readonly SchemaTable[] = [];

const useTables = (connectorId: number | null): readonly SchemaTable[] =>
  useSchemas(({ byConnector }) => {
    const schema = connectorId === null ? undefined : byConnector.get(connectorId);
    return schema?.state === 'known' ? schema.tables : noTables;
  });

/** Where the question stands, in words: a note may still speak of what was mended since. */
const standing = (analysis: Analysis | undefined, reading: boolean): string => {
  const state = stateOf(analysis);
  // These are said with their reason.
  if (state === 'not-answerable' || state === 'unsure') return '';
  if (state !== 'ready') return `*${stateLabel(state)}*`;
  if (reading && !analysis?.hasRun) return `*${t('detail.reading', { connector: analysis?.connectorName ?? '' })}*`;
  return `*${t(analysis?.hasRun ? 'detail.hasRun' : 'detail.ready')}*`;
};

const placeOf = ({ process, subProcess }: Question): string => [process, subProcess].filter(Boolean).join(' › ');

/** Why a rule chose as it did, and how sure it is where it is; nothing where a person chose, or said that no system answers. */
const reasonOf = (analysis: Analysis | undefined): string[] => {
  if (!analysis?.connectorReason || analysis.chosenBy === 'person' || analysis.notAnswerable !== undefined) return [];
  const connectorReason = fromMain(analysis.connectorReason);
  // Where no tool type is named, the reason itself begins with how unsure it is.
  return analysis.confidence === null || analysis.toolSuggestion === null
    ? [connectorReason]
    : [connectorReason, t(isUnsure(analysis) ? 'detail.unsure' : 'detail.sure')];
};

const SaveState = ({ questionId }: { questionId: string }) => {
  const unsaved = useAnalyses((state) => state.unsaved.get(questionId));
  if (unsaved?.error) {
    return (
      <span className={styles.saveState}>
        <IconAlertTriangle size={14} aria-hidden /> {t('detail.notSaved')}
      </span>
    );
  }
  return (
    <span className={styles.saveState} data-quiet="true">
      {unsaved ? (
        t('saving.saving')
      ) : (
        <>
          <IconCheck size={14} aria-hidden /> {t('detail.saved')}
        </>
      )}
    </span>
  );
};
