import { Tooltip } from '@mantine/core';
import { IconCheck, IconCircleFilled } from '@tabler/icons-react';
import { formatCount } from '../components/format';
import { Spoken } from '../components/spoken';
import { type LastPack, usePacks } from '../features/evidence/packs-store';
import { textsOf } from '../texts';
import { navigate, type Step, steps, useRoute } from './navigation';
import type { Progress } from './progress';
import { useProgress } from './progress-store';
import styles from './rail.module.css';

const t = textsOf('app');

type Mark = 'done' | 'underway' | 'none';

interface StepState {
  mark: Mark;
  shown: string;
  spoken: string;
}

const nothingToSay: StepState = { mark: 'none', shown: '', spoken: '' };

const partOf = (done: number, all: number, word: 'ready' | 'executed'): StepState => ({
  mark: all > 0 && done === all ? 'done' : done > 0 ? 'underway' : 'none',
  shown: all === 0 ? '' : `${formatCount(done)}/${formatCount(all)}`,
  spoken: all === 0 ? '' : t(`progress.${word}`, { done: formatCount(done), all: formatCount(all) }),
});

const packState = (pack: LastPack | null | undefined): StepState => {
  if (!pack) return nothingToSay;
  return pack.current
    ? { mark: 'done', shown: '', spoken: t('progress.exported') }
    : { mark: 'underway', shown: '', spoken: t('progress.exportedBefore') };
};

const stepState = (step: Step, progress: Progress | undefined, pack: LastPack | null | undefined): StepState => {
  if (step === 'application') return { mark: 'done', shown: '', spoken: '' };
  if (!progress) return nothingToSay;
  if (step === 'questions') {
    if (progress.questions === 0) return nothingToSay;
    const spoken = t('progress.questions', { count: progress.questions });
    return { mark: 'done', shown: formatCount(progress.questions), spoken };
  }
  if (step === 'analysis') return partOf(progress.analysed, progress.questions, 'ready');
  if (step === 'execution') return partOf(progress.executed, progress.toExecute, 'executed');
  return packState(pack);
};

/** The five steps of one application, with how far each is. */
export const RailSteps = ({ applicationId }: { applicationId: number }) => {
  const progress = useProgress((state) => state.byApplication[applicationId]);
  const pack = usePacks((state) => state[applicationId]);
  const route = useRoute();
  const isHere = (step: Step) => route.page === 'step' && route.applicationId === applicationId && route.step === step;
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        <li key={step}>
          <StepButton
            number={index + 1}
            name={t(`steps.${step}`)}
            state={stepState(step, progress, pack)}
            isHere={isHere(step)}
            onClick={() => void navigate({ page: 'step', applicationId, step })}
          />
        </li>
      ))}
    </ol>
  );
};

interface StepButtonProps {
  number: number;
  name: string;
  state: StepState;
  isHere: boolean;
  onClick: () => void;
}

const StepButton = ({ number, name, state, isHere, onClick }: StepButtonProps) => {
  const spoken = [state.spoken, state.mark === 'none' ? '' : t(`progress.${state.mark}`)].filter(Boolean).join(', ');
  return (
    <Tooltip
      label={spoken}
      disabled={spoken === ''}
      // Above the step: what stands beside the rail, such as the boxes to tick, stays free.
      position="top-start"
      multiline
      maw="14rem"
      events={{ hover: true, focus: true, touch: false }}
    >
      <button type="button" className={styles.step} aria-current={isHere ? 'step' : undefined} onClick={onClick}>
        <span className={styles.stepNumber} aria-hidden>
          {number}
        </span>
        <span className={styles.stepName}>{name}</span>
        {spoken && <Spoken>, {spoken}</Spoken>}
        <span className={styles.stepCount} aria-hidden>
          {state.shown}
        </span>
        <span className={styles.stepMark} data-mark={state.mark} aria-hidden>
          {state.mark === 'done' && <IconCheck size={14} />}
          {state.mark === 'underway' && <IconCircleFilled size={8} />}
        </span>
      </button>
    </Tooltip>
  );
};
