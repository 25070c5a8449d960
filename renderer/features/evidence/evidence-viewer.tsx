import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import type { Execution, Question } from '../../../preload/contract';
import { useIsArchived } from '../../app/applications-store';
import { ErrorNotice } from '../../components/error-notice';
import { formatBytes, formatExactTime } from '../../components/format';
import { Page, PageHeader } from '../../components/page';
import rows from '../../components/rows.module.css';
import { textsOf } from '../../texts';
import { Completeness } from '../execution/completeness';
import { FixButton } from '../execution/fix-button';
import { hasEvidence, statusLabel } from '../execution/run-figures';
import { CompareMenu } from '../looking/compare-menu';
import { ComparePage } from '../looking/compare-page';
import { EvidenceRows } from '../looking/evidence-rows';
import { questionName } from '../questions/questions-store';
import styles from './evidence.module.css';
import { EvidenceFacts } from './evidence-facts';
import { FinalMark } from './final-mark';
import { type Neighbours, TurnResults } from './turn-results';

const t = textsOf('evidence');
const ofRuns = textsOf('execution');

interface EvidenceViewerProps {
  execution: Execution;
  /** Missing where the question was removed since. */
  question: Question | undefined;
  /** The run that it is compared with. */
  other: Execution | undefined;
  /** What the button says that leads back to where this was opened. */
  backLabel: string;
  beside: Neighbours;
  onTurn: (execution: Execution) => void;
  onCompare: (other: Execution) => void;
  /** Leads back to where this, or the comparison, was opened. */
  onClose: () => void;
}

/** The sealed result of one run: what proves where it came from, and its rows; or what kept it from any. */
export const EvidenceViewer = (props: EvidenceViewerProps) => {
  const { execution, question, other, backLabel, onCompare, onClose } = props;
  // In a low window, as at 200 %, they would leave no room for the rows: there they are shown when they are asked for.
  const hasRoom = useMediaQuery('(min-height: 30em)', true, { getInitialValueInEffect: false });
  const [asked, setAsked] = useState<boolean | null>(null);
  const withRows = hasEvidence(execution);
  const factsShown = !withRows || (asked ?? hasRoom);
  const archived = useIsArchived(execution.applicationId);
  const name = question ? questionName(question) : execution.questionId;
  const finished = execution.finishedAt ? ` · ${formatExactTime(execution.finishedAt)}` : '';
  if (other) {
    const back = t('viewer.backToEvidence');
    return <ComparePage left={execution} right={other} backLabel={back} onClose={onClose} />;
  }
  return (
    <Page
      layout="fill"
      onLeave={onClose}
      header={
        <PageHeader
          title={t(withRows ? 'viewer.title' : 'viewer.titleOfRun', { question: name })}
          context={t('viewer.run', { run: execution.id }) + finished}
          summary={
            <span className={styles.summary}>
              {withRows ? (
                <>
                  <Completeness execution={execution} />
                  <span>
                    {execution.rowCount > 0 && `${t('viewer.rows', { count: execution.rowCount })} · `}
                    {t('viewer.columns', { count: execution.columns.length })} · {formatBytes(execution.bytes)}
                  </span>
                </>
              ) : (
                statusLabel(execution.status)
              )}
            </span>
          }
          actions={
            <>
              {/* First, as it changes its width: what stands after it does not move. */}
              {withRows && <FinalMark execution={execution} question={name} />}
              <TurnResults {...props.beside} onTurn={props.onTurn} />
              {withRows && (
                <>
                  <CompareMenu execution={execution} onCompare={onCompare} />
                  <Button variant="default" aria-expanded={factsShown} onClick={() => setAsked(!factsShown)}>
                    {t(factsShown ? 'viewer.hideDetails' : 'viewer.showDetails')}
                  </Button>
                </>
              )}
              <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onClose}>
                {backLabel}
              </Button>
            </>
          }
        />
      }
    >
      {!withRows && <NoEvidence execution={execution} question={question} />}
      {factsShown && (
        <EvidenceFacts
          execution={execution}
          question={question}
          leadsToQuery={!archived && (withRows || !execution.error)}
        />
      )}
      {withRows && <EvidenceRows key={execution.id} execution={execution} />}
    </Page>
  );
};

const NoEvidence = ({ execution, question }: Pick<EvidenceViewerProps, 'execution' | 'question'>) => {
  const { error, imported } = execution;
  if (!error) return <p className={rows.notice}>{imported ? ofRuns('importedHelp') : t('viewer.nothing')}</p>;
  const fixButton = question && (
    <FixButton
      applicationId={execution.applicationId}
      questionId={question.questionId}
      failed={{ ...execution, code: error.code }}
      label={ofRuns('runs.editQuery')}
    />
  );
  return (
    <div className={rows.notice}>
      <ErrorNotice title={t('viewer.nothing')} error={error} action={fixButton} />
    </div>
  );
};
