import { ActionIcon, Button, Modal } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconBulb, IconChartBar } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { Question } from '../../../preload/contract';
import { navigate } from '../../app/navigation';
import { countHidden } from '../../components/hidden-rows';
import { addNotice, dismissNotice } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { questionName, useQuestions } from '../questions/questions-store';
import styles from './analysis.module.css';
import {
  redoSelection,
  type SuggestionReport,
  setFilter,
  suggestFor,
  undoSelection,
  useAnalyses,
} from './analysis-store';
import { compareTables, unreadConnectors } from './compare-tables';
import { CoverageChart } from './coverage-chart';
import { stateOf } from './question-state';
import { countRefused } from './unsaved-edits';

const t = textsOf('analysis');

interface TickedLabelProps {
  /** What is done with the ticked questions: "Assign 3". */
  label: string;
  /** How many of them a filter keeps out of sight. */
  hidden: number;
}

/** A button's label; how many of the ticked questions can't be seen stands below it, where it moves no other button. */
export const TickedLabel = ({ label, hidden }: TickedLabelProps) => (
  <span className={styles.tickedLabel}>
    {label} {hidden > 0 && <small>{t('tickedHidden', { count: hidden })}</small>}
  </span>
);

/** Suggests for the ticked questions, or for all where none is ticked. */
export const SuggestButton = ({ shown }: { shown: readonly Question[] }) => {
  const ticked = useAnalyses((state) => state.ticked.chosen);
  const suggesting = useAnalyses((state) => state.suggesting);
  const hidden = countHidden(ticked, shown);
  const suggest = async () => {
    const report = await suggestFor(ticked.size > 0 ? [...ticked] : null);
    if (report) dismissOnceEdited(tellSuggested(report));
  };
  return (
    <Button
      variant="default"
      // The number of ticked questions has its room, in German too: it moves no other button.
      miw="9rem"
      px="sm"
      title={t('suggest.help')}
      leftSection={<IconBulb size={16} aria-hidden />}
      loading={suggesting}
      onClick={() => void suggest()}
    >
      {ticked.size > 0 ? (
        <TickedLabel label={t('suggest.ticked', { count: ticked.size })} hidden={hidden} />
      ) : (
        t('suggest.all')
      )}
    </Button>
  );
};

/** Who goes on choosing or writing has read it; what it offers stands at each question too. */
const dismissOnceEdited = (noticeId: number): void => {
  const end = useAnalyses.subscribe((state, before) => {
    if (state.unsaved.size <= before.unsaved.size) return;
    dismissNotice(noticeId);
    end();
  });
};

/** So many questions are named; of more their number is told. */
const mostNamed = 3;

const tellUnsure = (unsure: readonly string[]): string[] => {
  if (unsure.length === 0) return [];
  if (unsure.length > mostNamed) return [t('suggest.unsureMany', { count: unsure.length })];
  const named = useQuestions.getState().questions.filter(({ questionId }) => unsure.includes(questionId));
  return [t('suggest.unsureFew', { questions: named.map(questionName).join(', ') })];
};

/** How many of the questions came out how; what is zero is left out. */
const partsOf = ({ suggested, unsure, kept, changed }: SuggestionReport): string[] => {
  if (!changed) return [t('suggest.allSet', { count: suggested + kept }), ...tellUnsure(unsure)];
  return [
    ...(suggested > 0 ? [t('suggest.suggested', { count: suggested })] : []),
    ...tellUnsure(unsure),
    ...(kept > 0 ? [t('suggest.kept', { count: kept })] : []),
  ];
};

const hintFor = ({ suggested, unsure }: SuggestionReport): string | undefined => {
  if (suggested > 0) return t('suggest.lookAtQueries');
  return unsure.length > 0 ? t('suggest.chooseTypes') : undefined;
};

const tellSuggested = (report: SuggestionReport): number => {
  const message = partsOf(report).join(' · ');
  if (useAnalyses.getState().connectors.size === 0) {
    const toConnectors = () => void navigate({ page: 'settings', section: 'connectors' });
    return addNotice({
      tone: 'information',
      title: t('suggest.none'),
      message,
      hint: t('suggest.connectorsFirst'),
      action: { label: t('suggest.toConnectors'), run: toConnectors },
    });
  }
  const unread = unreadConnectors(report.connectorIds);
  const isDone = report.changed && report.suggested > 0;
  return addNotice({
    tone: isDone ? 'success' : 'information',
    title: t(isDone ? 'suggest.done' : report.changed ? 'suggest.onlyUnsure' : 'suggest.nothingNew'),
    message,
    hint: hintFor(report),
    ...(unread.length > 0 && {
      action: { label: t('suggest.readTables', { count: unread.length }), run: () => void compareTables(unread) },
    }),
  });
};

const isEditing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Ctrl+Z and Ctrl+Shift+Z, or Ctrl+Y; in a text they belong to the text. */
const useHistoryKeys = (): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented || isEditing(event.target))
        return;
      const key = event.key.toLowerCase();
      if (key === 'y' || (key === 'z' && event.shiftKey)) redoSelection();
      else if (key === 'z') undoSelection();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};

/** Takes selections back and forth. */
export const HistoryButtons = () => {
  useHistoryKeys();
  const canUndo = useAnalyses((state) => state.history.past.length > 0);
  const canRedo = useAnalyses((state) => state.history.future.length > 0);
  return (
    <ActionIcon.Group>
      <HistoryButton label={t('history.undo')} icon={IconArrowBackUp} enabled={canUndo} onClick={undoSelection} />
      <HistoryButton label={t('history.redo')} icon={IconArrowForwardUp} enabled={canRedo} onClick={redoSelection} />
    </ActionIcon.Group>
  );
};

interface HistoryButtonProps {
  label: string;
  icon: typeof IconArrowBackUp;
  enabled: boolean;
  onClick: () => void;
}

const HistoryButton = ({ label, icon: Icon, enabled, onClick }: HistoryButtonProps) => (
  <ActionIcon variant="default" size="2rem" disabled={!enabled} aria-label={label} title={label} onClick={onClick}>
    <Icon size={16} aria-hidden />
  </ActionIcon>
);

/** Opens the chart of processes and states; choosing a part filters the grid by it. */
export const CoverageButton = ({ questions }: { questions: readonly Question[] }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconChartBar size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('coverage.button')}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t('coverage.title')} size="70rem">
        <CoverageOfAudit questions={questions} onChosen={() => setOpen(false)} />
      </Modal>
    </>
  );
};

const CoverageOfAudit = ({ questions, onChosen }: { questions: readonly Question[]; onChosen: () => void }) => {
  const analyses = useAnalyses((state) => state.analyses);
  const stateOfQuestion = useCallback((questionId: string) => stateOf(analyses.get(questionId)), [analyses]);
  return (
    <CoverageChart
      questions={questions}
      stateOf={stateOfQuestion}
      onChoose={(process, state) => {
        setFilter({ text: '', toolType: null, process, state });
        onChosen();
      }}
    />
  );
};

/** Whether everything is stored, for the whole audit. */
export const SavingState = () => {
  const unsaved = useAnalyses((state) => state.unsaved.size);
  const refused = useAnalyses((state) => countRefused(state.unsaved));
  if (refused > 0) return <strong>{t('saving.refused', { count: refused })}</strong>;
  return <>{unsaved > 0 ? t('saving.saving') : t('saving.saved')}</>;
};
