import { IconAlertTriangle } from '@tabler/icons-react';
import { FromMain } from '../../components/error-kind';
import { textsOf } from '../../texts';
import { QuestionLink } from '../analysis/question-link';
import { stateLabel } from '../analysis/question-state';
import { statusLabel } from '../execution/run-figures';
import styles from './evidence.module.css';
import type { WhyWithout, WithoutEvidence } from './without-evidence';

const t = textsOf('evidence');

/** Questions named; the others are counted. */
const mostNamed = 50;

interface WithoutEvidenceListProps {
  applicationId: number;
  without: readonly WithoutEvidence[];
  /** Whether anything can still be done about it: not in an archived audit. */
  open: boolean;
}

/** The questions that no evidence answers, each with what keeps it from any and the way to where that is mended. */
export const WithoutEvidenceList = ({ applicationId, without, open }: WithoutEvidenceListProps) => (
  <section className={styles.without} aria-label={t('without.label')}>
    {open && <IconAlertTriangle size={16} aria-hidden />}
    <div className={styles.withoutText}>
      {t(open ? 'without.explain' : 'without.label')}
      <ul className={styles.reasons}>
        {without.slice(0, mostNamed).map(({ question, why }) => (
          <li key={question.questionId}>
            <QuestionLink applicationId={applicationId} question={question} />
            <span className={styles.asked} title={question.question}>
              {question.question}
            </span>
            <span className={styles.why}>
              <Why why={why} />
            </span>
          </li>
        ))}
        {without.length > mostNamed && <li>{t('without.more', { count: without.length - mostNamed })}</li>}
      </ul>
    </div>
  </section>
);

const Why = ({ why }: { why: WhyWithout }) => {
  switch (why.kind) {
    case 'not-answerable':
      return `${stateLabel('not-answerable')}: ${why.reason}`;
    case 'going':
      return t('without.going');
    case 'ended': {
      const ended = t('without.ended', { run: why.run, status: statusLabel(why.status) });
      return why.error ? <WithReason label={ended} reason={why.error.message} /> : ended;
    }
    case 'state':
      return <WhyByState why={why} />;
  }
};

const WhyByState = ({ why: { state, toolType, problem } }: { why: Extract<WhyWithout, { kind: 'state' }> }) => {
  if (state === 'ready') return t('without.notRun');
  if (state === 'query-problem' && problem !== undefined) {
    return <WithReason label={stateLabel(state)} reason={problem} />;
  }
  // Which type of connector is missing, or is to be chosen.
  if (state === 'missing' || state === 'ambiguous') return `${stateLabel(state)}: ${toolType}`;
  return stateLabel(state);
};

const WithReason = ({ label, reason }: { label: string; reason: string }) => (
  <>
    {label}: <FromMain as="span">{reason}</FromMain>
  </>
);
